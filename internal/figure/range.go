package figure

// rangeTail reads the second half of a range: X to Y, X-Y, between X and Y.
func (p *parser) rangeTail(q quantity) (quantity, bool) {
	between := p.is(q.begin-1, "between") && q.begin-1 >= p.floor
	k := q.end
	connector := ""
	switch {
	case p.mark(k, '-') && (p.glued(k) == p.glued(k+1) || p.glued(k) && p.is(k+1, "to")):
		connector = "-"
		k++
		if p.isAny(k, "to", "or") {
			connector = p.at(k).w.s
			k = p.skipHyphen(k + 1)
		}
	case p.mark(k, '_') && p.glued(k) && p.glued(k+1):
		connector = "-"
		k++
	case p.isAny(k, "to"):
		connector = "to"
		k = p.skipHyphen(k + 1)
	case p.isAny(k, "and", "to") && between:
		connector = "and"
		k++
	case p.is(k, "or"):
		connector = "or"
		k++
	default:
		return q, false
	}
	if p.isAny(k, "as") && p.is(k+2, "as") && connector == "to" || p.is(k, "perhaps") || p.is(k, "about") && between {
		if p.is(k, "as") {
			k += 3
		} else {
			k++
		}
	}
	// the number of the second quantity, behind its sign
	num := k
	for num < k+3 && !p.seed(min(num, len(p.items)-1)) {
		it := p.at(num)
		if it.kind == iSign || it.kind == iPunct && it.mark == '-' || p.isAny(num, "minus", "rs", "us", "a", "an") || it.kind == iWord && isoSet[p.str(num)] {
			num++
			continue
		}
		return q, false
	}
	if p.at(num).kind == iEnd || num >= len(p.items)-1 {
		return q, false
	}
	r, ok := p.quantity(num, k)
	if !ok || r.begin > k && !(p.at(k).w.is(fArticle) && r.begin == k+1) {
		return q, false
	}
	if r.style&styleZero != 0 && r.style&stylePoint == 0 {
		return q, false
	}
	p.compound(&r)
	if !p.joinRange(&q, &r, connector, between) {
		return q, false
	}
	begin := q.begin
	if between {
		begin = q.begin - 1
	}
	out := r
	out.lo, out.first, out.begin, out.number.first = q.lo, q.first, begin, q.first
	out.lakh = q.lakh || r.lakh
	if out.bare && !q.bare || out.kind == Money && out.code == "" && q.code != "" {
		out.kind, out.code, out.cur, out.unit, out.bare, out.prefix, out.points = q.kind, q.code, q.cur, q.unit, false, q.prefix, q.points
	}
	if q.prefix {
		out.prefix = true
	}
	out.end = r.end
	out.style = q.style | r.style
	return out, true
}

// joinRange decides whether q and r are the ends of one range, and lends the
// one the other's magnitude and unit.
func (p *parser) joinRange(q, r *quantity, connector string, between bool) bool {
	if q.vague != r.vague && !(q.vague && connector == "to") {
		return false
	}
	if !q.bare && !r.bare {
		if q.kind != r.kind || q.code != r.code {
			switch {
			case q.kind == Money && r.kind == Money && (q.code == "" || r.code == "" || q.prefix && q.code == "USD" && r.code != ""):
			case q.kind == Duration && r.kind == Duration && (between || connector == "to") && p.oneUnit(q, r):
			default:
				return false
			}
		}
	}
	if !q.bare && r.bare && q.kind != Money && !between && connector != "-" {
		// "4 percent to 5", "9 points to 3": only with a unit said on both ends
		return false
	}
	if q.kind == Money && r.bare && !(r.mag || connector == "-" || between) && (connector == "or" || p.nounFollows(r.end) && p.plural(r.end)) {
		return false
	}
	lo, hi := q.lo, r.lo
	rhi := r.hi
	if q.bare && connector != "or" {
		lo = p.asHundredths(lo, r) // 80 to 100 basis points, 20 to 30 cents
	}
	if r.mag && !q.mag && !r.vague {
		// 10 to 12 million: the magnitude serves both, unless the first is a
		// number of that size already
		if q.lo.cmp(whole(1000)) < 0 {
			m := p.magOf(r)
			if cand := lo.shift(m); cand.cmp(hi) < 0 && !(q.style&styleWords == 0 && r.dozen) {
				lo = cand
			}
		}
	}
	if lo.cmp(hi) > 0 && q.neg && r.neg && r.lo.neg && (between || connector == "to") {
		lo, hi, rhi = hi, lo, lo // between -3 and -6
	}
	if lo.cmp(hi) >= 0 {
		return false
	}
	if connector == "or" {
		// two or three people: ends that follow each other
		next, ok := lo.add(whole(1))
		if !ok || !q.bare || q.mag && !r.mag || !(next.cmp(hi) == 0 || lo.cmp(whole(10)) >= 0 && p.tenfold(lo, hi)) || q.lo.cmp(whole(1)) == 0 && q.style&styleWords != 0 {
			return false
		}
	}
	if connector == "to" && !between && p.isChange(q, r) {
		return false
	}
	if connector == "-" && q.bare && r.bare && !q.mag && !r.mag && p.scoreLike(q, r) {
		return false
	}
	q.lo, r.hi = lo, rhi
	return true
}

// oneUnit states two spans of time in the smaller of their units: between 18
// months and seven years.
func (p *parser) oneUnit(q, r *quantity) bool {
	big, small := r, q
	factor, ok := smaller[[2]string{r.code, q.code}]
	if !ok {
		big, small = q, r
		if factor, ok = smaller[[2]string{q.code, r.code}]; !ok {
			return false
		}
	}
	lo, ok1 := big.lo.mul(factor)
	hi, ok2 := big.hi.mul(factor)
	if !ok1 || !ok2 {
		return false
	}
	big.lo, big.hi, big.unit, big.code = lo, hi, small.unit, small.code
	return true
}

// asHundredths is lo in the main unit where r's unit is a hundredth of it.
func (p *parser) asHundredths(lo decimal, r *quantity) decimal {
	if r.unit != nil && r.unit.code == "basis point" || r.kind == Money && r.end > r.last && p.at(r.end-1).w.sub != nil {
		return lo.shift(-2)
	}
	return lo
}

// tenfold reports whether lo and hi are neighbours in tens: 20 or 30.
func (p *parser) tenfold(lo, hi decimal) bool {
	a, ok1 := lo.int64()
	b, ok2 := hi.int64()
	if !ok1 || !ok2 || a > 1e15 {
		return false
	}
	for step := int64(10); step <= a; step *= 10 {
		if a%step == 0 && b == a+step {
			return true
		}
	}
	return false
}

// magOf is the magnitude that the quantity's words applied.
func (p *parser) magOf(q *quantity) int {
	m := 0
	for k := q.first; k < q.last; k++ {
		if w := p.at(k).w; w.mag > 0 && p.at(k).kind == iWord {
			m += w.mag
		}
	}
	return m
}

// isChange tells "rose 20p to £2.70" and "from 9 to 12" behind a verb of
// change from a range.
func (p *parser) isChange(q, r *quantity) bool {
	lead := q.begin - 1 // "rose from at least 12 to 15": before the hedge
	if mp, at := p.phraseBefore(q.begin); mp != nil {
		lead = at - 1
	}
	from := p.is(lead, "from")
	if from && p.isAny(lead-1, "anywhere", "ranging", "ranged", "range", "ranges", "varying", "vary", "varied", "varies", "priced", "costing", "cost", "costs", "prices", "aged", "between", "somewhere", "lasting", "measuring", "fines", "sentences") {
		return false
	}
	k := lead
	if from || p.is(k, "by") {
		k--
	}
	for p.at(k).w.is(fMod) && !p.at(k).w.is(fRise) && k > lead-4 {
		k--
	}
	direct := p.at(k).w.is(fRise)
	if from {
		if direct {
			return true
		}
		for j := lead - 1; j > lead-9; j-- {
			it := p.at(j)
			if it.kind == iEnd || it.kind == iPunct && (it.mark == '.' || it.mark == ';') {
				return false
			}
			if it.kind == iWord && it.w.is(fRise) {
				return true
			}
		}
		return false
	}
	if !direct && p.is(lead, "by") && !q.bare && !r.bare {
		return p.riseNear(lead) // rise on Sunday by 20 cents to $4.70
	}
	if !direct {
		return false
	}
	if p.isAny(k, "up", "down") && q.bare && !r.bare {
		return false
	}
	if !q.bare {
		return true // rose 20p to £2.70, gained 3 percent to 5 percent
	}
	two, ok := p.asHundredths(q.lo, r).mul(2)
	if r.bare && !r.mag {
		return ok && two.cmp(r.lo) < 0
	}
	if eight, ok := two.mul(4); ok && eight.cmp(r.lo) < 0 && !r.mag {
		return true // gained 4 to 65 pence
	}
	return ok && two.cmp(r.lo) < 0 && r.kind != Percent && !(r.mag && !q.mag) && q.style&stylePoint != 0
}
