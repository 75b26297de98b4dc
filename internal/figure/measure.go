package figure

import "strings"

// unitFits refuses units of one word where the word is likely another: "in"
// and "s" only against the number, "m" and "C" only in this case, "second" as
// an ordinal.
func (p *parser) unitFits(u *unit, k int, q *quantity) bool {
	s := strings.TrimSuffix(p.str(k), ".")
	it := p.at(k)
	if u.exact != "" && s != u.exact {
		return false
	}
	if u.whole && (!p.glued(k) || q.style&styleWords != 0) {
		return false
	}
	if len(s) == 1 && q.style&styleWords != 0 {
		return false
	}
	switch it.w.s {
	case "s":
		return !p.isAny(p.backHyphen(k-1), "the", "mid", "early", "late", "his", "her", "their")
	case "in":
		return p.glued(k) && (p.at(k-1).kind == iNum || p.at(k-1).kind == iFrac)
	case "second":
		return p.at(k-1).w.is(fArticle) && q.style&styleFrac != 0 || q.lo.cmp(whole(1)) == 0 && !it.capital && !p.nounFollows(k+1) || p.mark(k-1, '-')
	case "min", "sec", "st", "mi", "gal", "yd", "t", "l", "pt", "pts", "mb", "db", "ha", "mt", "oz", "hr", "cc", "pp":
		return q.style&styleWords == 0
	case "point":
		return true
	case "stone":
		return q.style&styleWords == 0 && !p.nounFollows(k+1)
	case "foot":
		return true
	case "degree", "degrees":
		return !p.isAny(k+1, "of") && !p.isAny(k+1, "courses", "murder")
	case "quarters":
		return !p.is(k-1, "three") && !p.is(k+1, "of") || p.is(k+1, "of") && p.isAny(k+2, "growth", "decline", "losses", "contraction", "recession", "falling", "rising")
	case "pint", "pints", "bushel", "bushels", "stones":
		return true
	case "calorie", "calories", "hp":
		return true
	}
	return true
}

// degrees reads °C, °F, ° Celsius, ℃.
func (p *parser) degrees(q *quantity, k int) {
	code := "deg"
	last := k + 1
	switch {
	case p.mark(k, 'C'):
		code = "degC"
	case p.mark(k, 'F'):
		code = "degF"
	default:
		switch s := p.str(k + 1); {
		case s == "C" || p.isAny(k+1, "celsius", "centigrade"):
			code, last = "degC", k+2
		case s == "F" || p.is(k+1, "fahrenheit"):
			code, last = "degF", k+2
		}
	}
	q.kind, q.code, q.bare, q.end = Measure, code, false, last
}

// feetInches reads 5'8" and 30".
func (p *parser) feetInches(q *quantity, k int) {
	if !p.glued(k) || q.style&(styleWords|stylePoint) != 0 || p.small(q.first) < 0 {
		return
	}
	n := p.small(k + 1)
	if p.mark(k, '\'') && n >= 0 && n < 12 && p.glued(k+1) && (p.mark(k+2, '"') || p.mark(k+2, '\'')) && p.small(q.first) < 9 {
		lo, ok := q.lo.mul(12)
		if !ok {
			return
		}
		if lo, ok = lo.add(whole(n)); ok {
			q.lo, q.hi = lo, lo
			q.kind, q.code, q.bare, q.end = Measure, "in", false, k+3
			if p.mark(k+2, '\'') && p.mark(k+3, '\'') {
				q.end++
			}
		}
	}
}

// partOfUnit reads "0.4 of a percentage point", "three-quarters of a mile",
// "half of one percent".
func (p *parser) partOfUnit(q *quantity, k int) {
	if !p.is(k, "of") || q.style&(stylePoint|styleFrac) == 0 {
		return
	}
	j := k + 1
	if !p.at(j).w.is(fArticle) && !p.isAny(j, "one", "1") && p.str(j) != "1" {
		return
	}
	if u, last := p.unitAt(j+1, q); u != nil {
		p.setUnit(q, u, last)
		return
	}
	if p.mark(j+1, '%') {
		q.kind, q.code, q.bare, q.end = Percent, "percent", false, j+2
	}
}

// compound adds a second, smaller unit: three hours and 12 minutes, 6ft 2in,
// 2 hours, 21 minutes and 9 seconds.
func (p *parser) compound(q *quantity) {
	if q.kind == Money && !q.mag && q.cur != nil && !q.cur.minor {
		p.addCents(q)
		return
	}
	for range 3 {
		if q.kind != Duration && q.kind != Measure || q.unit == nil || q.hyphen && q.code != "ft" || q.style&stylePoint != 0 {
			return
		}
		k := q.end
		switch {
		case p.mark(k, ',') && p.is(k+1, "and"):
			k += 2
		case p.mark(k, ','), p.is(k, "and"):
			k++
		case q.code == "ft" && p.mark(k, '-') && p.glued(k) && p.glued(k+1):
			k++
		}
		if !p.seed(min(k, len(p.items)-1)) || p.at(k).kind == iEnd {
			return
		}
		n, ok := p.number(k)
		if !ok || n.letter || n.vague || n.mag {
			return
		}
		next := quantity{number: n, begin: n.first, end: n.last, bare: true, kind: Count}
		u, last := p.unitAt(n.last, &next)
		if u == nil && q.code == "ft" && (p.mark(k-1, '-') || k == q.end) && n.style&styleWords == 0 && n.lo.cmp(whole(12)) < 0 && (p.mark(k-1, '-') || !p.nounFollows(n.last)) && n.last == k+1 {
			// six-foot-3, 6ft 2
			u, last = p.lex["inch"].unit, n.last
		}
		if u == nil {
			return
		}
		// "for 18 months and three years" names two; "two days and three hours" one
		factor, ok := smaller[[2]string{q.code, u.code}]
		if !ok || n.lo.cmp(whole(int64(factor))) >= 0 && q.kind == Duration && u.code != "day" {
			return
		}
		lo, ok1 := q.lo.mul(factor)
		if ok1 {
			lo, ok1 = lo.add(n.lo)
		}
		if !ok1 {
			return
		}
		q.lo, q.hi = lo, lo
		q.unit, q.code, q.end = u, u.code, last
		q.hyphen = p.mark(q.end, '-') && p.glued(q.end) && p.glued(q.end+1) && p.at(q.end+1).kind == iWord
	}
}

// addCents adds "and 45 cents" to "13 dollars".
func (p *parser) addCents(q *quantity) {
	k := q.end
	if p.is(k, "and") {
		k++
	}
	if !p.seed(min(k, len(p.items)-1)) {
		return
	}
	n, ok := p.number(k)
	if !ok || n.mag || n.vague || n.lo.cmp(whole(100)) >= 0 || p.at(n.last).w.sub == nil || len(p.at(n.last).w.s) < 3 {
		return
	}
	if lo, ok := q.lo.add(n.lo.shift(-2)); ok {
		q.lo, q.hi, q.end = lo, lo, n.last+1
	}
}

// magnitudeFirst reads "magnitude 6.4", "magnitude-6.4"; "6.4 magnitude" too.
func (p *parser) magnitudeFirst(i int) (f fig, next int, ok, claimed bool) {
	if p.at(i).kind != iNum {
		return
	}
	back := p.backHyphen(i)
	if p.is(back, "of") && p.is(back-1, "magnitude") {
		back--
	}
	q, good := p.number(i)
	if !good || q.lo.cmp(whole(11)) >= 0 {
		return
	}
	k := p.skipHyphen(q.last)
	first, last := i, q.last
	switch {
	case p.is(back, "magnitude") && back >= p.floor:
		first = back
		if p.is(back+1, "of") {
			first = i
		}
	case p.is(k, "magnitude"):
		last = k + 1
	case p.is(k, "on") && p.is(k+1, "the") && (p.is(k+2, "richter") || p.isAny(k+2, "moment", "open-ended") && p.at(k+3).kind == iWord || p.is(k+2, "open") && p.is(p.skipHyphen(k+3), "ended")):
	default:
		return
	}
	f = fig{first: first, last: last, num: i}
	f.values(q.lo, q.hi)
	f.Kind, f.Unit, f.Rule = Measure, "magnitude", "magnitude"
	if first == i {
		p.hedge(&f)
	}
	return f, last, true, true
}
