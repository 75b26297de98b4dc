package figure

// fraction reads a third, two-thirds, nine-tenths, half, three quarters of,
// 2/3 and vulgar fractions that stand alone.
func (p *parser) fraction(i int) (f fig, next int, ok, claimed bool) {
	w := p.at(i).w
	f = fig{first: i, last: i + 1, num: i}
	switch {
	case p.at(i).kind == iWord && w.s == "quarter" && p.pointBehind(i) > 0:
		// a quarter point, a quarter-point cut, a three-quarter-point rise
		first, v := i, decimal{coef: 25, exp: -2}
		if back := p.backHyphen(i); p.is(back, "three") && back >= p.floor {
			first, v = back, decimal{coef: 75, exp: -2}
		} else if p.at(back).w.is(fArticle) && back >= p.floor && !p.mark(i+1, '-') {
			first = back
		}
		q := quantity{number: number{first: first, last: i + 1, lo: v, hi: v, style: styleFrac}, begin: first, end: i + 1}
		u, last := p.unitAt(i+1, &q)
		p.setUnit(&q, u, last)
		f = p.figure(q)
		p.hedge(&f)
		return f, f.last, true, true
	case p.at(i).kind == iWord && w.is(fFrac) && w.s != "half" && w.s != "halves":
		back := p.backHyphen(i)
		if !p.at(back).w.is(fArticle) && !p.is(back, "one") || w.s[len(w.s)-1] == 's' {
			return
		}
		if g, good := p.partOfMillion(f, back, whole(1), w.frac); good && w.frac == 4 {
			return g, g.last, true, true
		}
		if !p.fractionHere(i) || p.nextOfCount(i) {
			return
		}
		if g, good := p.partOfMillion(f, back, whole(1), w.frac); good {
			return g, g.last, true, true
		}
		v, _ := ratio(1, uint64(w.frac))
		f.first = back
		f.values(v, v)
		if f.first < p.floor {
			f.first = i
		}
	case w.is(fFrac) && w.s == "half" && p.unitAndHalf(i) > 0:
		// a year and a half, a mile and a half
		first := p.unitAndHalf(i)
		u := p.at(p.skipHyphen(first + 1)).w.unit
		q := quantity{number: number{first: first, last: i + 1, lo: decimal{coef: 15, exp: -1}, hi: decimal{coef: 15, exp: -1}, style: styleFrac}, begin: first, end: i + 1}
		p.setUnit(&q, u, i+1)
		f = p.figure(q)
		p.hedge(&f)
		return f, f.last, true, true
	case w.is(fFrac) && w.s == "half":
		if !p.halfHere(i) {
			return fig{}, i + 1, false, true
		}
		f.values(decimal{coef: 5, exp: -1}, decimal{coef: 5, exp: -1})
		if p.at(i-1).w.is(fArticle) && i-1 >= p.floor || p.is(p.backHyphen(i), "one") && p.backHyphen(i) >= p.floor {
			f.first = p.backHyphen(i)
		}
		if u, last, article := p.halfUnit(i); u != nil {
			q := quantity{number: number{first: i, last: i + 1, lo: f.lov, hi: f.hiv}, begin: i, end: i + 1}
			p.setUnit(&q, u, last)
			if article == 0 && p.is(last-1, "percent") {
				q.end = last
			}
			g := p.figure(q)
			g.first = i
			if p.at(i - 1).w.is(fArticle) {
				g.first = i
			}
			p.hedge(&g)
			return g, q.end, true, true
		}
	default:
		return
	}
	f.Kind, f.Rule = Fraction, "fraction"
	// a quarter of a mile, a tenth of a second, a quarter of a percentage point
	q := quantity{number: number{first: f.first, last: f.last, lo: f.lov, hi: f.hiv, style: styleFrac}, begin: f.first, end: f.last}
	p.partOfUnit(&q, f.last)
	if !q.bare && q.end > f.last {
		first := f.first
		f = p.figure(q)
		f.first = first
	} else {
		q = quantity{number: number{first: f.first, last: f.last, lo: f.lov, hi: f.hiv, style: styleFrac}}
		if u, last := p.unitAt(f.last, &q); u != nil && u.code == "percentage point" && f.Lo != "" && p.isAny(f.last, "point", "percentage") {
			p.setUnit(&q, u, last)
			first := f.first
			f = p.figure(q)
			f.first, f.last, f.num = first, last, first
		}
	}
	if g, ok := p.fractionRange(f); ok {
		return g, g.last, true, true
	}
	p.hedge(&f)
	p.hedgeAfter(&f)
	return f, f.last, true, true
}

// fractionRange reads "between a quarter and a third".
func (p *parser) fractionRange(f fig) (fig, bool) {
	if f.Kind != Fraction || !p.is(f.first-1, "between") || !p.is(f.last, "and") || f.first-1 < p.floor {
		return f, false
	}
	k := f.last + 1
	top := int64(1)
	if w := p.at(k).w; w.is(fArticle) || w.is(fCard) {
		if w.is(fCard) {
			top = w.n
		}
		k = p.skipHyphen(k + 1)
	}
	w := p.at(k).w
	if !w.is(fFrac) || w.frac < 2 || top < 1 || top >= w.frac {
		return f, false
	}
	hi, ok := ratio(uint64(top), uint64(w.frac))
	if !ok || hi.cmp(f.lov) <= 0 {
		return f, false
	}
	f.first, f.last, f.Rule = f.first-1, k+1, "fraction.range"
	f.values(f.lov, hi)
	return f, true
}

// pointBehind is the item of the point behind the quarter at i, or 0.
func (p *parser) pointBehind(i int) int {
	k := p.skipHyphen(i + 1)
	if p.is(k, "percentage") {
		k = p.skipHyphen(k + 1)
	}
	if p.is(k, "point") {
		return k
	}
	return 0
}

// nextOfCount tells "two soldiers were killed and a third was hurt" from a
// share: the count before is one less.
func (p *parser) nextOfCount(i int) bool {
	if !p.isAny(i+1, "was", "is", "has", "had", "died", "suffered", "remains", "escaped", "survived", "fled", "in", "from", "to", "will", "would", "who", "with", "on", "at") && p.at(i+1).kind == iWord {
		return false
	}
	for k := i - 1; k > i-16; k-- {
		it := p.at(k)
		if p.stop(k) {
			break
		}
		if it.kind == iWord && it.w.is(fCard) && it.w.n == p.at(i).w.ord-1 || it.kind == iNum && p.small(k) == p.at(i).w.ord-1 {
			return p.at(i).w.ord > 2
		}
	}
	return false
}

// partOfMillion reads a quarter of a million, three-quarters of a billion:
// counts. first is the first item of the fraction top/den that ends f.
func (p *parser) partOfMillion(f fig, first int, top decimal, den int64) (fig, bool) {
	k := f.last
	if p.at(k).w.is(fMag) && p.at(k).w.mag >= 6 && den == 4 {
		k -= 2 // a quarter million
	} else if !p.is(k, "of") || !p.at(k+1).w.is(fArticle) || !p.at(k+2).w.is(fMag) || p.at(k+2).w.mag < 3 {
		return f, false
	}
	n, exact := top.int64()
	if !exact || den <= 0 || n > 99 {
		return f, false
	}
	scale := whole(1).shift(p.at(k + 2).w.mag)
	of, exact := scale.int64()
	if !exact || of > 1e15 {
		return f, false
	}
	v := decimal{coef: (uint64(n*of)*2 + uint64(den)) / uint64(2*den)}
	q := quantity{number: number{first: first, last: k + 3, lo: v, hi: v, mag: true, style: styleWords}, begin: first, end: k + 3, kind: Count, bare: true}
	p.suffixes(&q)
	f = p.figure(q)
	p.hedge(&f)
	return f, true
}

// unitAndHalf is the item of the article of "a year and a half" that ends in
// the half at i, or 0.
func (p *parser) unitAndHalf(i int) int {
	k := p.backHyphen(i)
	if !p.at(k).w.is(fArticle) {
		return 0
	}
	k = p.backHyphen(k)
	if !p.is(k, "and") {
		return 0
	}
	k = p.backHyphen(k)
	u := p.at(k).w.unit
	if u == nil || u.kind != Duration && u.kind != Measure || p.at(k).kind != iWord || !p.at(k-1).w.is(fArticle) || k-1 < p.floor {
		return 0
	}
	return k - 1
}

// fractionHere tells "a third of voters" from "a third member".
func (p *parser) fractionHere(i int) bool {
	n := p.at(i + 1)
	if mp, _ := p.phraseBefore(p.backHyphen(i)); mp != nil && mp.kept && (n.w.is(fVerb|fPast|fPresent) || len(n.w.events) > 0) {
		return true // as many as a third die
	}
	switch n.kind {
	case iPunct:
		return n.mark != '-' || n.gap
	case iEnd:
		return true
	case iWord:
		if p.isAny(i+1, "person", "man", "woman", "time", "of", "one") {
			return p.is(i+1, "of")
		}
		if p.is(i, "quarter") {
			return n.w.is(fModal|fAux) || p.isAny(i+1, "of", "more", "less", "as", "the", "and", "to", "by", "from", "in", "said", "are", "were", "have", "had", "point", "fewer", "or", "a", "on", "mile", "percentage", "that", "were", "will", "who", "compared") && !p.isAny(i+1, "earlier", "ago")
		}
		return n.w.is(fModal|fAux) || p.isAny(i+1, "of", "more", "less", "as", "the", "fewer", "higher", "lower", "and", "to", "by", "from", "in", "said", "say", "are", "were", "was", "is", "have", "had", "have", "would", "will", "or", "on", "since", "that", "when", "while", "but", "between", "down", "up", "this", "last", "compared", "during", "over", "after", "with", "against", "believe", "think", "voted", "off", "larger", "smaller", "bigger", "cheaper", "below", "above", "under", "short", "worse", "better", "dearer") || n.w.is(fReport)
	}
	return true
}

// halfHere refuses half as a half of a game or a year, half-brothers and the
// like.
func (p *parser) halfHere(i int) bool {
	prev, n := p.at(i-1), p.at(i+1)
	if p.mark(i-1, '-') && p.glued(i) && p.glued(i-1) && p.at(i-2).kind == iWord && !p.at(i-2).w.is(fArticle|fCard|fMod|fConj) && !p.isAny(i-2, "and") {
		return false // fly-half, centre-half
	}
	if prev.kind == iWord && !prev.w.is(fMod|fPrep|fConj|fDet|fAux|fModal|fAdv|fReport) && !prev.first && (n.w.is(fPast) || p.isPastForm(i+1)) {
		return false // he half expected it
	}
	if prev.w.is(fOrd) || p.ordinalSuffix(i-1) || p.mark(i-1, '-') && p.glued(i) && p.at(i-2).w.is(fOrd|fCard) && !p.is(i-2, "one") || p.isAny(i-1, "other", "better", "in", "its", "per", "each", "opening", "latter", "current", "final", "same", "this", "both", "either", "no") && !p.is(i+1, "of") && !p.is(i+1, "the") && !p.is(i+1, "a") && !p.is(i+1, "an") {
		if p.is(i-1, "in") {
			return false
		}
		return p.is(i+1, "of") && !prev.w.is(fOrd) && !p.ordinalSuffix(i-1) && !p.isAny(i-1, "other", "better", "opening", "latter", "final", "same", "this")
	}
	if p.mark(i+1, '-') && p.glued(i+1) {
		u := p.at(i + 2).w.unit
		return u != nil && !p.isAny(i+2, "year") || p.isAny(i+2, "a", "an")
	}
	if n.kind == iWord && p.isAny(i+1, "time", "year", "way", "past", "hearted", "brother", "sister", "price", "term", "mast", "century", "back", "volley", "moon", "marathon", "board", "measures", "truths", "life", "asleep", "empty", "full", "open", "built", "finished") {
		return false
	}
	if p.is(i-1, "a") && n.kind == iWord && !p.is(i+1, "of") && n.w.unit == nil {
		return false // a half smile, and a half
	}
	return true
}

// halfUnit is the unit of half an hour, half a point, half hour.
func (p *parser) halfUnit(i int) (u *unit, last, article int) {
	k := p.skipHyphen(i + 1)
	if p.is(k, "of") && (p.is(k+1, "one") || p.at(k+1).w.is(fArticle)) {
		k++
	}
	if p.at(k).w.is(fArticle) || p.is(k, "one") && p.is(k-1, "of") {
		article = k
		k = p.skipHyphen(k + 1)
	}
	q := quantity{number: number{lo: whole(1), hi: whole(1), style: styleWords}}
	u, last = p.unitAt(k, &q)
	if u == nil {
		if p.is(k, "second") && article > 0 {
			return p.lex["second"].unit, k + 1, article
		}
		return nil, 0, 0
	}
	if u.code == "quarter" || article == 0 && (p.plural(k) || u.kind == Duration && !p.isAny(k, "hour", "minute", "day", "second", "mile")) {
		return nil, 0, 0
	}
	return u, last, article
}

// parts reads two-thirds, nine-tenths, two hundredths of a second, 2/3.
func (p *parser) parts(i int) (f fig, next int, ok, claimed bool) {
	if p.at(i).kind == iNum && p.mark(i+1, '/') && p.glued(i+1) && p.at(i+2).kind == iNum && p.glued(i+2) {
		if p.mark(i+3, '/') && p.glued(i+3) {
			return
		}
		a, b := p.small(i), p.small(i+2)
		if a <= 0 || b <= a || b > 32 || p.at(i-1).kind == iSign || p.mark(i-1, '/') || a == 9 && b == 11 || a == 7 && b == 7 {
			if a >= 0 && b >= 0 {
				return f, p.digitsRun(i), false, true // 9/11, 24/7, 10/10
			}
			return
		}
		v, _ := ratio(uint64(a), uint64(b))
		f = fig{first: i, last: i + 3, num: i}
		f.values(v, v)
		f.Kind, f.Rule = Fraction, "fraction.slash"
		q := quantity{number: number{first: i, last: i + 3, lo: v, hi: v, style: styleFrac}, begin: i, end: i + 3}
		if u, last := p.unitAt(i+3, &q); u != nil {
			p.setUnit(&q, u, last)
			f = p.figure(q)
		} else if p.partOfUnit(&q, i+3); q.end > i+3 {
			f = p.figure(q)
		}
		p.hedge(&f)
		return f, f.last, true, true
	}
	if p.at(i).kind != iWord && p.at(i).kind != iNum {
		return
	}
	n, good := p.number(i)
	if !good || n.mag || n.letter || n.vague {
		return
	}
	top, exact := n.lo.int64()
	k := p.skipHyphen(n.last)
	w := p.at(k).w
	if !exact || top < 1 || top > 99 || p.at(k).kind != iWord || !w.is(fFrac) || w.frac < 3 || w.s == "quarters" && !p.quarterParts(i, k, top) {
		return
	}
	plural := w.s[len(w.s)-1] == 's'
	if plural != (top > 1) && !(k != n.last) || top > w.frac || n.style&styleWords == 0 && !plural {
		return
	}
	if !plural && top == 1 && !p.fractionHere(k) {
		return
	}
	v, good := ratio(uint64(top), uint64(w.frac))
	if !good {
		return
	}
	f = fig{first: i, last: k + 1, num: i}
	if g, good := p.partOfMillion(f, i, whole(top), w.frac); good {
		return g, g.last, true, true
	}
	f.values(v, v)
	f.Kind, f.Rule = Fraction, "fraction.parts"
	q := quantity{number: number{first: i, last: k + 1, lo: v, hi: v, style: styleFrac}, begin: i, end: k + 1}
	p.partOfUnit(&q, k+1)
	if p.pointBehind(k) > 0 {
		u, last := p.unitAt(k+1, &q)
		p.setUnit(&q, u, last) // three-quarter-point
	}
	if q.bare || q.end == k+1 {
		q.bare = true
		q.end = k + 1
	}
	if q.end > k+1 {
		f = p.figure(q)
	}
	p.hedge(&f)
	return f, f.last, true, true
}

// quarterParts tells three quarters of an hour from three quarters of growth.
func (p *parser) quarterParts(i, k int, top int64) bool {
	if top != 3 {
		return false
	}
	if p.isAny(i-1, "last", "past", "first", "next", "previous", "consecutive", "after", "for") && !p.is(k+1, "of") {
		return false
	}
	return !p.is(k+1, "of") || !p.isAny(k+2, "growth", "decline", "contraction", "losses", "declines", "falling", "rising", "negative")
}
