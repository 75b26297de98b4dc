package figure

// personNear reports whether a noun of people stands within eight items.
func (p *parser) personNear(i int) bool {
	for j := i - 1; j > i-9; j-- {
		if p.at(j).w.is(fPerson) {
			return true
		}
	}
	return false
}

// lastAge reports whether the figure just before item k is an age: "ages 61
// and 64", "12 and 9".
func (p *parser) lastAge(k int) bool {
	if len(p.figs) == 0 {
		return false
	}
	f := &p.figs[len(p.figs)-1]
	return f.Kind == Age && (f.last == k || f.last == k-1 && p.mark(k-1, ',')) && f.Rule != "age.over" && f.Rule != "age.old" && f.Rule != "age.decade"
}

// apposition reads "his wife, 31," and "sons, 12 and 9.": a number between
// commas behind a person.
func (p *parser) apposition(i int, n number) (f fig, next int, ok bool) {
	switch prev := p.at(i - 1); {
	case prev.kind == iPunct && (prev.mark == ',' || prev.mark == '('), prev.w.is(fConj):
	default:
		return f, 0, false
	}
	f = fig{first: i, last: n.last, num: i}
	if n.style&styleWords != 0 && n.lo.cmp(whole(10)) >= 0 || n.style&styleZero != 0 {
		return f, 0, false
	}
	end := p.at(n.last)
	closed := end.kind == iEnd || end.kind == iPunct && (end.mark == ',' || end.mark == '.' || end.mark == ';' || end.mark == ')' || end.mark == ':' || end.mark == '_' || end.mark == '-' && end.gap || end.mark == '?' || end.mark == '!')
	if p.isAny(i-1, "and", "or") && p.lastAge(i-1) || p.mark(i-1, ',') && p.lastAge(i-1) && (p.figs[len(p.figs)-1].Rule == "age.apposition" || p.figs[len(p.figs)-1].Rule == "age.aged") {
		if closed || p.bareBehind(n.last) && !p.is(n.last, "of") {
			return p.ageFigure(f, n)
		}
		return f, 0, false
	}
	list := p.isAny(n.last, "and", "or") && p.at(n.last+1).kind == iNum && p.small(n.last+1) > 0 && p.small(n.last+1) < 120 && p.closes(n.last+2)
	verb := p.at(n.last).kind == iWord && p.at(n.last).w.is(fAux|fModal|fPast|fReport|fVerb) && p.mark(i-1, ',') && !(p.at(i-2).w.is(fPerson) && p.plural(i-2))
	if p.mark(i-1, ',') && p.mark(n.last, ',') && n.style&styleWords == 0 && p.roleBefore(i-2, n.last+1) && n.lo.cmp(whole(16)) >= 0 && n.hi.cmp(whole(100)) < 0 {
		return p.ageFigure(f, n)
	}
	if !closed && !list && !(verb && n.style&styleWords == 0 && p.personBefore(i-2)) {
		return f, 0, false
	}
	switch {
	case p.mark(i-1, ',') && p.personBefore(i-2):
		if n.style&styleWords != 0 && !list && !p.at(i-2).w.is(fPerson) && !(p.at(i-2).capital && p.at(i-3).capital) {
			return f, 0, false
		}
		return p.ageFigure(f, n)
	case p.mark(i-1, '(') && p.mark(n.last, ')') && p.personBefore(i-2) && n.lo.cmp(whole(10)) >= 0 && p.nameBefore(i-2):
		return p.ageFigure(f, n)
	}
	return f, 0, false
}

func (p *parser) closes(k int) bool {
	e := p.at(k)
	return e.kind == iEnd || e.kind == iPunct && e.mark != '%' && e.mark != '-' && e.mark != '/' && e.mark != 'o' && e.mark != ':'
}

func (p *parser) ageFigure(f fig, n number) (fig, int, bool) {
	f.values(n.lo, n.hi)
	f.Kind, f.Unit, f.Rule = Age, "year", "age.apposition"
	return f, n.last, true
}

// personBefore reports whether item k ends the name of a person or a noun of
// people.
func (p *parser) personBefore(k int) bool {
	it := p.at(k)
	if p.mark(k, '"') || p.mark(k, ')') || p.mark(k, '\'') {
		k--
		it = p.at(k)
	}
	if it.kind != iWord {
		return p.mark(k, '.') && p.at(k-1).capital
	}
	if it.w.is(fPerson) || roleWords[it.w.s] {
		return true
	}
	return p.nameBefore(k)
}

// roleBefore reports whether item k ends the singular noun of a subject whose
// verb, or "who", stands at verb: "the chief justice, 58, will be its head".
func (p *parser) roleBefore(k, verb int) bool {
	it := p.at(k)
	if it.kind != iWord || it.capital || p.plural(k) || it.w.is(fPrep|fConj|fAux|fModal|fPron|fDet|fAdv|fPast|fReport|fVerb|fRise|fLabel|fMonth|fWeekday) || it.w.unit != nil {
		return false
	}
	if !p.is(verb, "who") && !p.at(verb).w.is(fReport|fModal) {
		return false
	}
	for j := k - 1; j > k-4; j-- {
		if p.at(j).kind != iWord {
			return false
		}
		if p.at(j).w.is(fDet) {
			return true
		}
	}
	return false
}

// nameBefore reports whether item k is a capitalised word of a personal name:
// no month, weekday or country known to the tables.
func (p *parser) nameBefore(k int) bool {
	it := p.at(k)
	if !it.capital || it.kind != iWord || it.w.is(fMonth|fWeekday|fLabel|fMod|fCue|fPrep|fReport) && it.w.s != "jordan" && it.w.s != "london" {
		return false
	}
	if it.first && !p.at(k-1).capital {
		return it.w == unknown
	}
	return true
}

var roleWords = map[string]bool{"driver": true, "winger": true, "midfielder": true, "pensioner": true, "man": true, "woman": true, "suspect": true, "victim": true, "singer": true, "jr": true, "sr": true, "iii": true, "fiancee": true, "fiance": true, "girlfriend": true, "boyfriend": true, "partner": true, "ex-wife": true, "groom": true, "bride": true, "leader": true, "minister": true, "president": true, "star": true, "number": false, "veteran": true, "teammate": true, "stepson": true, "stepdaughter": true, "stepfather": true, "stepmother": true, "roommate": true, "flatmate": true, "lodger": true, "assistant": true, "opener": true, "seamer": true, "spinner": true, "prop": false, "hooker": true, "fly-half": true, "sprinter": true, "hurdler": true, "billionaire": true, "millionaire": true, "businessman": true, "financier": true, "tycoon": true}
