package figure

// age reads ages: 34-year-old, aged between 45 and 50, his wife, 31, late
// 70s, over-75s, under the age of 16, seven-week-old.
func (p *parser) age(i int) (f fig, next int, ok, claimed bool) {
	if f, next, ok := p.lifeDecade(i); ok {
		return f, next, true, true
	}
	if f, next, ok := p.overFives(i); ok {
		return f, next, true, true
	}
	if f, next, ok := p.something(i); ok {
		return f, next, true, true
	}
	n, good := p.number(i)
	if !good || n.letter {
		return
	}
	// N-year-old, N years old, N to M-year-olds
	if f, next, ok := p.yearOld(i, n); ok {
		return f, next, true, true
	}
	if n.mag && !n.vague && n.lo.cmp(whole(1000)) >= 0 {
		return
	}
	if p.at(i-1).kind == iSign && p.glued(i) || n.style&(styleGrouped|stylePoint|styleFrac) != 0 || n.hi.cmp(whole(130)) > 0 {
		return
	}
	if f, next, ok := p.aged(i, n); ok {
		return f, next, true, true
	}
	if f, next, ok := p.apposition(i, n); ok {
		return f, next, true, true
	}
	return
}

// lifeDecade reads late 70s, mid-30s, 20s of a life.
func (p *parser) lifeDecade(i int) (f fig, next int, ok bool) {
	var n int64
	last := i + 1
	w := p.at(i).w
	switch {
	case p.at(i).kind == iNum:
		n = p.small(i)
		if !(p.is(i+1, "s") && p.glued(i+1)) {
			return
		}
		last = i + 2
		if p.at(i).end-p.at(i).start != 2 {
			return
		}
	case p.at(i).kind == iWord && lifeWords[w.s] > 0:
		n = lifeWords[w.s]
	default:
		return
	}
	if n < 10 || n > 90 || n%10 != 0 {
		return
	}
	f = fig{first: i, last: last, num: i}
	lo, hi := p.partOfDecade(&f, n, n+9)
	owner := f.first - 1
	if !p.isAny(owner, "his", "her", "their", "my", "our", "your", "in", "and", "or", "to", "of", "aged", "age", "the", "into", "through", "until") {
		return f, 0, false
	}
	if p.isAny(owner, "the") && !p.personNear(i) {
		return f, 0, false
	}
	if p.isAny(owner, "to", "of", "in", "and", "or") && p.at(i-1).kind == iNum {
		return f, 0, false
	}
	f.values(whole(lo), whole(hi))
	f.Kind, f.Unit, f.Rule = Age, "year", "age.decade"
	return f, last, true
}

// something reads 20-something, a thirty-something: a life's decade.
func (p *parser) something(i int) (f fig, next int, ok bool) {
	if !p.mark(i+1, '-') || !p.glued(i+1) || !p.isAny(i+2, "something", "somethings") {
		return
	}
	n := p.small(i)
	if w := p.at(i).w; p.at(i).kind == iWord && w.is(fCard) {
		n = w.n
	}
	if n < 20 || n > 90 || n%10 != 0 {
		return
	}
	f = fig{first: i, last: i + 3, num: i}
	f.values(whole(n), whole(n+9))
	f.Kind, f.Unit, f.Rule = Age, "year", "age.decade"
	return f, f.last, true
}

var lifeWords = map[string]int64{"teens": 0, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}

// overFives reads over-75s, under-fives, the over 65s, under-21.
func (p *parser) overFives(i int) (f fig, next int, ok bool) {
	back := p.backHyphen(i)
	if !p.isAny(back, "over", "under") || back < p.floor {
		return
	}
	joined := back == i-2
	var n int64
	last := i + 1
	plural := false
	switch {
	case p.at(i).kind == iNum && p.at(i).end-p.at(i).start <= 2:
		n = p.small(i)
		if p.is(i+1, "s") && p.glued(i+1) {
			last, plural = i+2, true
		}
	case p.at(i).kind == iWord && overWords[p.at(i).w.s] > 0:
		n, plural = overWords[p.at(i).w.s], true
	case p.at(i).kind == iWord && p.at(i).w.is(fCard):
		n = p.at(i).w.n
	default:
		return
	}
	if n < 1 || !plural && !joined || !plural && (p.at(last).w.unit != nil || p.mark(last, '-') && p.glued(last) || p.mark(last, '%') || n > 100) {
		return
	}
	f = fig{first: back, last: last, num: i}
	f.values(whole(n), whole(n))
	f.Kind, f.Unit, f.Rule = Age, "year", "age.over"
	f.Modifier = More
	if p.is(back, "under") {
		f.Modifier = Under
	}
	return f, last, true
}

var overWords = map[string]int64{"ones": 1, "twos": 2, "threes": 3, "fours": 4, "fives": 5, "sixes": 6, "sevens": 7, "eights": 8, "nines": 9, "tens": 10, "elevens": 11, "twelves": 12, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80}

// yearOld reads 52-year-old, two-year-olds, 18-to-24-year-olds, three months
// old, 32 years old.
func (p *parser) yearOld(i int, n number) (f fig, next int, ok bool) {
	first, lo, hi := i, n.lo, n.hi
	k := n.last
	// 18- to 24-year-olds, 16-24 year olds, 18 to 24 years old
	j := k
	if p.mark(j, '-') && p.glued(j) {
		j++
	}
	if p.isAny(j, "to", "and", "or") {
		j = p.skipHyphen(j + 1)
		if p.mark(j, '-') {
			j++
		}
	}
	if p.isAny(k, "and", "or") || p.mark(k, ',') {
		// 16 and 17-year-olds: two ages of one noun
		if n2, good := p.number(p.skipHyphen(k + 1)); good && n.style&(styleGrouped|stylePoint) == 0 && n.lo.cmp(whole(120)) < 0 && !p.is(i-1, "between") {
			if at := p.oldAt(n2.last); at > 0 && n2.lo.cmp(n.lo) > 0 && p.is(at-1, "olds") {
				f = fig{first: i, last: n.last, num: i}
				f.values(n.lo, n.hi)
				f.Kind, f.Unit, f.Rule = Age, p.at(p.skipHyphen(n2.last)).w.unit.code, "age.old"
				return f, f.last, true
			}
		}
	}
	if j != k {
		if n2, good := p.number(j); good && p.oldAt(n2.last) > 0 && n2.lo.cmp(n.lo) > 0 && !n2.mag {
			if p.isAny(j-1, "and") && !p.is(i-1, "between") {
				return
			}
			hi, k = n2.hi, n2.last
		}
	}
	last := p.oldAt(k)
	if last == 0 {
		return
	}
	unit := p.at(p.skipHyphen(k)).w.unit.code
	f = fig{first: first, last: last, num: i}
	f.values(lo, hi)
	f.Kind, f.Unit, f.Rule = Age, unit, "age.old"
	if p.is(first-1, "between") && first-1 >= p.floor && lo != hi {
		f.first--
	}
	p.hedge(&f)
	p.hedgeAfter(&f)
	return f, f.last, true
}

// oldAt is the item behind "-year-old", "years old", "year-olds" at k, or 0.
func (p *parser) oldAt(k int) int {
	k = p.skipHyphen(k)
	u := p.at(k).w.unit
	if u == nil || u.kind != Duration || p.at(k).kind != iWord {
		return 0
	}
	k = p.skipHyphen(k + 1)
	if p.isAny(k, "old", "olds") {
		return k + 1
	}
	if p.is(k, "of") && p.is(k+1, "age") {
		return k + 2
	}
	return 0
}

// aged reads "aged 58", "age 7", "at the age of 92", "ages 61 and 64", "aged
// between 45 and 50", "aged 23 to 58", "under the age of 16", "children under
// 5", "people over 65".
func (p *parser) aged(i int, n number) (f fig, next int, ok bool) {
	f = fig{first: i, last: n.last, num: i}
	lo, hi := n.lo, n.hi
	unit := "year"
	k := i - 1
	mp, at := p.phraseBefore(i)
	if mp != nil && mp.kept {
		k = at - 1
	} else {
		mp = nil
	}
	if p.isAny(k, "between", "from") {
		k--
	}
	if mp == nil && !p.at(k).w.is(fAgeLead) {
		return f, 0, false
	}
	lead := false
	switch {
	case p.is(k, "of") && p.isAny(k-1, "toddler", "baby", "infant", "boy", "girl", "child") && p.isAny(n.last, "months", "weeks", "days"):
		lead = true
	case mp != nil && len(mp.words) == 3 && mp.words[1] == "young":
		lead = true
	case p.isAny(k, "aged", "ages"):
		lead = true
	case p.is(k, "age") && !p.at(k).capital:
		lead = !p.isAny(k-1, "bronze", "iron", "stone", "space", "golden", "middle")
	case p.is(k, "of") && p.isAny(k-1, "age", "ages"):
		lead = true
		k--
	case p.is(k, "of") && p.singleBefore(k) && p.bareBehind(n.last) && (n.lo.cmp(whole(14)) > 0 || p.isAny(k-1, "boy", "girl", "child", "son", "daughter")), (p.isAny(k, "youngest", "oldest") || p.isAny(k, "was", "is") && p.superlativeBefore(k)) && p.bareBehind(n.last):
		lead = true
	case p.isAny(k, "to", "and", "or") && p.lastAge(k) && !p.is(n.last, "of") && (p.bareBehind(n.last) || p.at(n.last).w.unit != nil && p.at(n.last).w.unit.kind == Duration):
		lead = true
	case mp != nil && p.isAny(at, "over", "under", "above", "below") && p.at(at-1).w.is(fPerson) && !p.at(n.last).w.is(fPerson) && p.bareBehind(n.last) && len(mp.words) == 1 && p.plural(at-1):
		lead = true
	case mp != nil && len(mp.words) == 1 && p.isAny(at, "over", "under") && p.isAny(at-1, "were", "are", "was", "is", "those", "anyone", "everyone", "people", "them", "whom") && p.bareBehind(n.last) && n.lo.cmp(whole(3)) > 0 && n.lo.cmp(whole(100)) < 0:
		lead = p.personNear(at+2) || p.isAny(at-1, "those", "anyone", "everyone", "them", "whom") || len(p.eventsNear(at)) > 0
	case p.isAny(k, "turned", "turns", "turning") && (p.bareBehind(n.last) || p.isAny(n.last, "on", "in", "last", "this", "next")) && n.lo.cmp(whole(10)) > 0 && n.style&styleZero == 0 && !p.isAny(n.last, "per") && !p.mark(n.last, '%') && (p.is(k, "turned") || p.isAny(k-1, "who", "he", "she") && !n.mag):
		lead = (p.bareBehind(n.last) || p.isAny(n.last, "in", "next", "this", "last")) && !(p.is(n.last, "in") && !p.at(n.last+1).w.is(fMonth) || p.is(n.last, "to"))
	case mp == nil && p.is(k, "at") && p.lifeEvent(k-1) && p.bareBehind(n.last) && n.style&styleZero == 0 && n.lo.cmp(whole(3)) > 0 && n.lo.cmp(whole(110)) < 0:
		lead = true
	case mp == nil && p.isAny(k, "was", "is") && (p.isAny(k-1, "he", "she") && p.closes(n.last) || p.at(k-1).w.is(fPerson) && !p.plural(k-1) && (p.closes(n.last) || p.is(n.last, "and"))) && n.lo.cmp(whole(3)) > 0 && n.lo.cmp(whole(120)) < 0:
		lead = true // She was 88.
	}
	if !lead {
		return f, 0, false
	}
	// the unit may be said: a toddler aged 22 months
	if u, last := p.unitAt(n.last, &quantity{number: n}); u != nil {
		if u.kind != Duration {
			return f, 0, false
		}
		unit = u.code
		f.last = last
		if p.isAny(last, "old") {
			f.last++
		}
	}
	j := f.last
	if p.mark(j, '-') || p.is(j, "to") || p.is(j, "and") && p.isAny(i-1, "between") {
		if n2, good := p.number(p.skipHyphen(j + 1)); good && n2.lo.cmp(n.lo) > 0 && n2.lo.cmp(whole(130)) <= 0 && n2.style&(stylePoint|styleGrouped) == 0 {
			hi, f.last = n2.hi, n2.last
			if u, last := p.unitAt(n2.last, &quantity{number: n2}); u != nil && u.kind == Duration {
				unit, f.last = u.code, last
			}
		}
	}
	if p.is(i-1, "between") && i-1 >= p.floor {
		f.first--
	}
	f.values(lo, hi)
	f.Kind, f.Unit, f.Rule = Age, unit, "age.aged"
	if mp != nil {
		f.first, f.Modifier = at, mp.mod
	} else if p.is(k, "age") && p.is(k-1, "the") && p.isAny(k-2, "under", "over", "above", "below") && k-2 >= p.floor {
		f.first = k - 2
		f.Modifier = More
		if p.isAny(k-2, "under", "below") {
			f.Modifier = Under
		}
	} else if p.is(k, "age") && p.isAny(k-1, "under", "over", "above", "below") && k-1 >= p.floor {
		f.first = k - 1
		f.Modifier = More
		if p.isAny(k-1, "under", "below") {
			f.Modifier = Under
		}
	}
	p.hedgeAfter(&f)
	return f, f.last, true
}

// superlativeBefore reports whether "the youngest", or "the oldest of them",
// ends before item k.
func (p *parser) superlativeBefore(k int) bool {
	for j := k - 1; j > k-6; j-- {
		if p.isAny(j, "youngest", "oldest", "eldest") {
			return true
		}
		if p.at(j).kind != iWord {
			return false
		}
	}
	return false
}

// lifeEvent reports whether the clause that ends at item k tells of a step in a
// life, which "at" with a bare number dates by age: died at 88, left school at
// 14, made her debut at 19.
func (p *parser) lifeEvent(k int) bool {
	if p.isAny(k, "died", "dies", "retired", "married", "school", "debut", "university", "orphaned", "widowed", "pregnant", "professional", "father", "mother") {
		return !p.isAny(k, "school", "university") || p.isAny(k-1, "left", "quit", "leave", "leaving", "leaves", "entered", "started", "finished")
	}
	return false
}

// eventsNear is the events of the words just before item i.
func (p *parser) eventsNear(i int) []eventUse {
	for k := i - 1; k > i-6; k-- {
		if u := p.at(k).w.events; len(u) > 0 {
			return u
		}
	}
	return nil
}

// singleBefore reports whether "a nurse" or "a man" ends before item k.
func (p *parser) singleBefore(k int) bool {
	if !p.at(k-1).w.is(fPerson) || p.plural(k-1) {
		return false
	}
	for j := k - 2; j > k-5; j-- {
		if p.at(j).w.is(fArticle) {
			return true
		}
	}
	return false
}

// bareBehind reports whether what stands at k ends the phrase: no noun, unit
// or percent sign that the number before would count.
func (p *parser) bareBehind(k int) bool {
	it := p.at(k)
	switch it.kind {
	case iEnd:
		return true
	case iPunct:
		return it.mark != '%' && it.mark != '-' && it.mark != 'o' && it.mark != '/' || it.mark == '-' && it.gap
	case iWord:
		return it.w.is(fPrep|fConj|fAux|fModal|fPast|fPron) && it.w.unit == nil || p.isPastForm(k) && !it.w.is(fAdj) || it.w.is(fReport) || it.w.is(fAdv) && it.w.unit == nil
	}
	return false
}
