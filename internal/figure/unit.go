package figure

func (p *parser) setUnit(q *quantity, u *unit, last int) {
	q.kind, q.unit, q.code, q.bare, q.end = u.kind, u, u.code, false, last
	switch u.code {
	case "basis point":
		q.code = "percentage point"
		q.lo, q.hi = q.lo.shift(-2), q.hi.shift(-2)
	case "point":
		q.points = true
	}
}

// unitAt is the unit at item k that fits the number, and where it ends.
func (p *parser) unitAt(k int, q *quantity) (*unit, int) {
	k = p.skipHyphen(k)
	it := p.at(k)
	if it.kind != iWord || it.line && it.capital && !p.shouting {
		return nil, k
	}
	var u *unit
	last := k + 1
	for _, m := range it.w.units {
		n := 1
		for _, s := range m.words {
			j := k + n
			if p.mark(j, '-') && p.glued(j) {
				n++
				j++
			}
			if !p.is(j, s) {
				n = 0
				break
			}
			n++
		}
		if n > 0 && k+n > last {
			u, last = m, k+n
		}
	}
	if u == nil {
		u = it.w.unit
		if u == nil || !p.unitFits(u, k, q) {
			return nil, k
		}
	}
	// m², km3, m 2
	if nx := p.at(last); p.glued(last) && (p.mark(last, '2') || p.mark(last, '3') || nx.kind == iNum && (p.str(last) == "2" || p.str(last) == "3")) {
		code := u.code + string(p.text[nx.start])
		if p.mark(last, '2') {
			code = u.code + "2"
		} else if p.mark(last, '3') {
			code = u.code + "3"
		}
		if isUnitCode[code] {
			u = &unit{code: code, kind: Measure}
			last++
		}
	}
	return p.speed(u, last)
}

// speed joins a length with a following "per hour", "an hour", "/h" or "/s".
func (p *parser) speed(u *unit, last int) (*unit, int) {
	if u.kind != Measure {
		return u, last
	}
	k := last
	switch {
	case p.isAny(k, "per", "an", "a", "each", "every"):
	case p.mark(k, '/') && p.glued(k):
	case p.mark(k, '-') && p.glued(k) && p.isAny(k+1, "per", "an", "a"):
		k++
	default:
		return u, last
	}
	k = p.skipHyphen(k + 1)
	t := p.at(k).w.s
	var code string
	switch u.code {
	case "km":
		if t == "hour" || t == "h" || t == "hr" {
			code = "km/h"
		}
	case "mi":
		if t == "hour" || t == "h" || t == "hr" {
			code = "mph"
		}
	case "m", "ft":
		if t == "second" || t == "s" || t == "sec" {
			code = u.code + "/s"
		}
	case "nmi":
		if t == "hour" {
			code = "kn"
		}
	}
	if code == "" {
		return u, last
	}
	return &unit{code: code, kind: Measure}, k + 1
}

var isUnitCode = func() map[string]bool {
	set := map[string]bool{}
	for _, r := range unitRows {
		set[r.code] = true
	}
	return set
}()
