package figure

// monthHere tells months from the words may, march, august, mar and dec.
func (p *parser) monthHere(i int) bool {
	it := p.at(i)
	if it.kind != iWord || !it.capital && !p.shouting && it.w.s != "sept" {
		return false
	}
	digit := func(k int) bool { return p.at(k).kind == iNum && p.dayOrYear(k) }
	behind := digit(i+1) || p.mark(i+1, '.') && digit(i+2) || p.mark(i+1, ',') && digit(i+2) && p.small(i+2) > 1900
	ahead := p.at(i-1).kind == iNum && p.small(i-1) >= 1 && p.small(i-1) <= 31 || p.ordinalSuffix(i-1) || p.is(i-1, "of") && p.ordinalSuffix(i-2)
	switch it.w.s {
	case "may":
		return behind || ahead || !it.first && p.mayContext(i)
	case "march":
		return behind || ahead || !it.first && p.mayContext(i)
	case "august":
		return behind || ahead || !it.first || !p.nameFollows(i)
	case "mar", "dec", "sep", "jan", "jun", "jul", "apr", "aug", "oct", "nov", "feb", "sept":
		return behind || ahead || it.end-it.start > int32(len(it.w.s)) || p.at(i-1).w.is(fPrep) || p.mark(i+1, '-') || p.mark(i-1, '-')
	case "april", "june":
		// first names: April Smith, June Brown
		if p.at(i+1).capital && p.at(i+1).kind == iWord && p.nameFollows(i) && !p.at(i-1).w.is(fPrep|fMod|fAdv) && !p.isAny(i-1, "last", "next", "this", "early", "late", "mid") {
			return behind || ahead
		}
	}
	if it.poss && p.at(i-1).kind == iWord && p.at(i-1).capital && !p.at(i-1).w.is(fPrep) && !it.first && p.at(i-1).w == unknown {
		return false
	}
	return true
}

// mayContext reports whether the word before puts a date at i.
func (p *parser) mayContext(i int) bool {
	prev := i - 1
	if p.mark(prev, '-') && p.isAny(prev-1, "mid") {
		return true
	}
	if p.isAny(prev, "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "during", "to", "from", "of", "before", "after", "for", "through", "between", "every", "and", "each", "throughout", "around") {
		if p.isAny(prev, "and", "to", "of", "for", "by", "from", "after", "before") && p.nameFollows(i) && !p.isAny(i+1, "delivery", "day") {
			return false
		}
		return true
	}
	return p.at(i).poss && p.isAny(i+1, "election", "elections", "figure", "figures", "vote", "summit", "meeting", "budget", "data")
}

// nameFollows reports whether a capitalised word follows at once, as behind a
// first name.
func (p *parser) nameFollows(i int) bool {
	n := p.at(i + 1)
	return n.kind == iWord && n.capital && !n.w.is(fMonth|fWeekday)
}

// weekdayBefore extends a date over a weekday in front: Monday, June 2.
func (p *parser) weekdayBefore(i int) int {
	k := i - 1
	if p.mark(k, ',') {
		k--
	}
	if p.is(k, "the") {
		k--
	}
	if k >= 1 && p.at(k).w.is(fWeekday) && p.at(k).capital && k >= p.floor {
		return k
	}
	return i
}

// weekdayDate reads a weekday, alone or with the date behind it.
func (p *parser) weekdayDate(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	if n := p.at(i + 1); n.kind == iWord && n.capital && !it.poss && !n.w.is(fMonth|fWeekday|fZone) && !p.shouting && n.w.s != "night" && !p.at(i-1).w.is(fPrep|fReport|fMod|fPast|fAdv) && !p.isAny(i-1, "last", "next", "this", "early", "late") && p.is(i-1, "the") {
		return f, i + 1, false, true // the Sunday Courier
	}
	// Monday, June 2 and Monday 2 June are read from the month or the day
	k := i + 1
	if p.mark(k, ',') {
		k++
	}
	if p.is(k, "the") && p.at(k+1).kind == iNum {
		k++
	}
	if p.at(k).w.is(fMonth) && p.at(k).capital && p.monthHere(k) {
		if f, next, ok, claimed = p.monthDate(k); claimed && ok && f.first <= i {
			return
		}
	} else if p.at(k).kind == iNum && k > i {
		if f, next, ok, claimed = p.numberDate(k); claimed && ok && f.first <= i && f.Kind == Date {
			return
		}
	}
	f = fig{first: i, last: i + 1, num: i}
	f.Kind, f.Rule = Date, "date.weekday"
	// Monday to Friday, Monday-Friday
	return f, i + 1, true, true
}
