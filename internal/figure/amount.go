package figure

import "strings"

// postMod reads a modifier stuck between number and unit: 40-odd, 14,000-plus,
// 20+. It returns the item behind it.
func (p *parser) postMod(k int, q *quantity) (int, Modifier) {
	if p.mark(k, '+') && p.glued(k) {
		return k + 1, AtLeast
	}
	if k > q.last && p.mark(k-1, '-') || k == q.last {
		switch p.at(k).w.s {
		case "odd":
			if !p.at(k).gap || p.nounFollows(k+1) {
				return p.skipHyphen(k + 1), About
			}
		case "plus":
			if !p.at(k).gap {
				return p.skipHyphen(k + 1), AtLeast
			}
		case "ish":
			if !p.at(k).gap {
				return k + 1, About
			}
		case "some":
			if p.mark(k-1, '-') {
				return k, ""
			}
		}
	}
	return k, ""
}

// amount reads counts, money, percentages, measures and durations, alone or
// as a range, with their modifiers.
func (p *parser) amount(i int) (f fig, next int, ok, claimed bool) {
	q, good := p.quantity(i, p.floor)
	if !good {
		return
	}
	if q.style&styleZero != 0 && q.style&stylePoint == 0 && !q.prefix {
		return fig{}, q.end, false, true // 007, 0800: no number
	}
	p.compound(&q)
	p.hourAnd(&q)
	q, ranged := p.rangeTail(q)
	f = p.figure(q)
	if ranged {
		f.Rule += ".range"
	}
	if f.Modifier == "" || !ranged {
		p.hedge(&f)
	}
	p.hedgeAfter(&f)
	return f, max(f.last, i+1), true, true
}

// hourAnd adds the unit said with an article: "an hour and 33 minutes".
func (p *parser) hourAnd(q *quantity) {
	k := q.begin - 1
	if q.kind != Duration || !p.is(k, "and") || !p.at(k-2).w.is(fArticle) || k-2 < p.floor {
		return
	}
	u := p.at(k - 1).w.unit
	if u == nil || u.kind != Duration {
		return
	}
	factor, ok := smaller[[2]string{u.code, q.code}]
	if !ok || q.lo.cmp(whole(int64(factor))) >= 0 {
		return
	}
	if lo, ok := q.lo.add(whole(int64(factor))); ok {
		q.lo, q.hi = lo, lo
		q.begin = k - 2
	}
}

// figure makes a figure of a quantity.
func (p *parser) figure(q quantity) fig {
	f := fig{first: q.begin, last: q.end, num: q.first, bare: q.bare, hyphen: q.hyphen, cur: q.cur, lakh: q.lakh, style: q.style, mag: q.mag}
	f.values(q.lo, q.hi)
	f.Kind, f.Unit, f.Modifier = q.kind, q.code, q.mod
	switch q.kind {
	case Count:
		f.Rule = "count"
		if q.vague {
			f.Rule = "count.vague"
		}
	case Money:
		f.Rule = "money.name"
		if q.prefix {
			f.Rule = "money.sign"
		}
	case Point:
		f.Rule = "point"
		if q.points {
			f.Rule = "points"
		}
	default:
		f.Rule = string(q.kind)
	}
	return f
}

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
			case q.kind == Duration && r.kind == Duration && connector != "or":
				return false
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
	if q.neg && !r.neg && connector == "-" && r.lo.cmp(decimal{coef: q.lo.coef, exp: q.lo.exp}) > 0 && q.bare {
		// −5-10: as written
		_ = lo
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
	from := p.is(q.begin-1, "from")
	if from && p.isAny(q.begin-2, "anywhere", "ranging", "ranged", "range", "ranges", "varying", "vary", "varied", "varies", "priced", "costing", "cost", "costs", "prices", "aged", "between", "somewhere", "lasting", "measuring", "fines", "sentences") {
		return false
	}
	k := q.begin - 1
	if from || p.is(k, "by") {
		k--
	}
	for p.at(k).w.is(fMod) && !p.at(k).w.is(fRise) && k > q.begin-5 {
		k--
	}
	direct := p.at(k).w.is(fRise)
	if from {
		if direct {
			return true
		}
		for j := q.begin - 2; j > q.begin-10; j-- {
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
	if !direct {
		return false
	}
	if p.isAny(k, "up", "down") && q.bare && !r.bare {
		return false
	}
	if !q.bare {
		return true // rose 20p to £2.70, gained 3 percent to 5 percent
	}
	two, ok := q.lo.mul(2)
	if r.bare && !r.mag {
		return ok && two.cmp(r.lo) < 0
	}
	return ok && two.cmp(r.lo) < 0 && r.kind != Percent && !(r.mag && !q.mag) && q.style&stylePoint != 0
}

// hedge takes the modifier phrase in front of the figure into its text.
func (p *parser) hedge(f *fig) {
	mp, at := p.phraseBefore(f.first)
	if mp == nil || at < p.floor {
		return
	}
	if !p.hedgeFits(f, mp, at) {
		return
	}
	if !mp.kept {
		return
	}
	f.first = at
	if f.Modifier == "" {
		f.Modifier = mp.mod
	}
	// at least about, about as many as: the outer phrase joins the text
	if outer, at2 := p.phraseBefore(at); outer != nil && at2 >= p.floor && outer.kept && (outer.mod != About || mp.mod == About) && outer.mod != mp.mod && len(mp.words) == 1 && outer.mod == AtLeast {
		f.first, f.Modifier = at2, outer.mod
	}
}

// phraseBefore is the longest modifier phrase that ends before item i.
func (p *parser) phraseBefore(i int) (*modPhrase, int) {
	k := i - 1
	if k >= p.floor && p.mark(k, '~') {
		return &modPhrase{mod: About, kept: true}, k
	}
	for _, s := range [...]struct {
		mark byte
		mod  Modifier
	}{{'>', More}, {'<', Under}, {'G', AtLeast}, {'L', AtMost}} {
		if k >= p.floor && p.mark(k, s.mark) {
			return &modPhrase{mod: s.mod, kept: true}, k
		}
	}
	if p.at(k).kind == iPunct && (p.mark(k, '"') || p.mark(k, '\'')) {
		k-- // at least "200"
		if !p.at(k).w.is(fMod) {
			return nil, 0
		}
	}
	it := p.at(k)
	if it.kind != iWord || !it.w.is(fMod) {
		return nil, 0
	}
	for _, mp := range it.w.mods {
		at := k - len(mp.words) + 1
		if at < p.floor || at < 1 {
			continue
		}
		match := true
		for j, s := range mp.words {
			if !p.is(at+j, s) {
				match = false
				break
			}
		}
		if match {
			return mp, at
		}
	}
	return nil, 0
}

// hedgeFits refuses phrases that are no hedge here: "over six months" (during),
// "rose up to", "all but 25".
func (p *parser) hedgeFits(f *fig, mp *modPhrase, at int) bool {
	phrase := strings.Join(mp.words, " ")
	prev := p.at(at - 1)
	switch phrase {
	case "over":
		if f.Kind == Duration {
			return p.isAny(at-1, "for", "after", "lasted", "lasts", "took", "takes", "taken", "spent", "spend", "in", "just", "well", "of", "wait", "waited", "took", "lasting", "since", "been", "took", "is", "was", "stretching", "with") || f.hyphen
		}
		return !prev.w.is(fRise) || !p.isAny(at-1, "up", "down") && !p.isAny(at-1, "moved", "move", "went", "go", "took", "take", "brought")
	case "above", "below", "under", "beyond", "inside", "beneath":
		if phrase == "inside" || phrase == "beneath" {
			return f.Kind == Duration && phrase == "inside" && !p.isAny(at-1, "minutes", "seconds")
		}
		return !(p.isAny(at-1, "points", "point", "percent", "pct", "degrees", "metres", "meters", "feet") && f.bare)
	case "up to":
		// rose up to, went up to: the verb's own particle
		return !p.isAny(at-1, "went", "go", "goes", "going", "gone", "rise", "rises", "rose", "risen", "climbed", "climb", "moved", "crept", "edged", "jumped", "inched", "ticked", "soared", "shot", "built", "builds", "made", "leading", "live", "it", "them", "prices", "rates", "price", "rate")
	case "some":
		return !p.isAny(at-1, "and") || true
	case "all but":
		return false
	case "near", "close to", "short of", "near to":
		return f.Kind != Date && !(phrase == "near" && f.bare && f.style&styleCapital != 0)
	case "c", "sub":
		return f.style&styleWords == 0
	case "within":
		return f.Kind == Duration || f.Kind == Measure || f.Kind == Percent || f.Kind == Point
	case "inside a":
		return true
	case "better than", "longer than", "higher than", "lower than", "larger than", "smaller than", "bigger than", "greater than", "older than", "younger than":
		return true
	case "as far as", "as high as", "as long as", "as deep as":
		return true
	case "estimated", "minimum", "maximum", "an estimate of":
		return true
	case "nearing":
		return f.Kind != Date
	case "closing in on", "approaching":
		return f.Kind != Date
	case "around", "about":
		return !(f.Kind == Duration && false)
	case "virtually", "practically":
		return true
	}
	return true
}

// hedgeAfter takes a modifier phrase behind the figure: "or more", "or so".
func (p *parser) hedgeAfter(f *fig) {
	k := f.last
	for _, mp := range p.at(k).w.after {
		if p.at(k).kind != iWord || p.matchWords(k, mp.words) == 0 {
			continue
		}
		s := mp.words[0]
		switch s {
		case "plus", "odd", "ish":
			if !(s == "plus" && p.at(k).gap && f.Kind != Money && !p.at(k+1).w.is(fDet|fArticle) && p.at(k+1).kind != iNum && p.at(k+1).kind != iSign && false) {
				continue
			}
		case "at", "minimum", "maximum", "max", "tops", "approximately", "roughly", "give":
			// must close its phrase: "12 at least," but "60 at least twice"
			if e := p.at(k + len(mp.words)); e.kind == iWord {
				continue
			}
		}
		if strings.HasSuffix(strings.Join(mp.words, " "), "up") && p.at(k+len(mp.words)).w.is(fPrep|fDet) || (mp.words[0] == "and" || mp.words[0] == "or") && len(mp.words) == 2 && p.lessTail(k+1) {
			continue
		}
		f.last = k + len(mp.words)
		f.Modifier = mp.mod
		return
	}
}

// lessTail tells "or more than", "and under the", "or below the" from the
// modifiers that they begin like.
func (p *parser) lessTail(k int) bool {
	if p.isAny(k, "so", "thereabouts") {
		return p.is(k, "so") && p.at(k+1).w.is(fConj|fPron)
	}
	return p.is(k+1, "than") || p.isAny(k, "over", "under", "above", "below", "around", "up", "less", "more") && (p.at(k+1).w.is(fDet|fArticle) || p.at(k+1).kind == iNum || p.at(k+1).w.is(fCard)) || p.is(k, "around")
}
