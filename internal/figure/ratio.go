package figure

// ratio reads one in five, nine out of 10, 1 in 3, one shift in three, two to
// one.
func (p *parser) ratio(i int) (f fig, next int, ok, claimed bool) {
	n, good := p.number(i)
	if !good || n.mag && n.lo.cmp(whole(1000)) >= 0 || n.letter || n.vague || n.style&(stylePoint|styleFrac) != 0 {
		return
	}
	top, exact := n.lo.int64()
	if !exact || top < 1 || top > 999 || p.at(i-1).kind == iSign {
		return
	}
	k := n.last
	// in every: one in every five
	in := 0
	switch {
	case p.mark(k, '-') && p.glued(k) && p.is(k+1, "in") && p.mark(k+2, '-') && p.glued(k+3):
		in = k + 3 // a one-in-three chance
	case p.is(k, "in"):
		in = k + 1
	case p.is(k, "of") && p.is(k+1, "every"):
		in = k + 2
	case p.is(k, "out") && p.is(k+1, "of"):
		in = k + 2
		if p.is(in, "every") {
			in++
		}
	case top == 1 && p.at(k).kind == iWord && p.is(k+1, "in") && !p.at(k).w.is(fPrep|fAux|fConj|fDet) && p.at(k).w.unit == nil:
		in = k + 2
	case top == 1 && p.at(k).kind == iWord && p.is(k+1, "out") && p.is(k+2, "of"):
		in = k + 3
	case p.is(k, "to"):
		return p.toOne(i, n, top)
	default:
		return
	}
	if p.is(in, "every") {
		in++
	}
	if !p.seed(min(in, len(p.items)-1)) || p.at(in).kind == iEnd || p.at(in).kind == iSign {
		return
	}
	d, good := p.number(in)
	if !good || d.letter || d.vague || d.style&(stylePoint|styleFrac) != 0 {
		return
	}
	low, exact := d.lo.int64()
	if !exact || low <= top || low > 1e9 {
		return
	}
	// "12 in 2024" is a count and a year; "three in two days" a count in a time
	if p.year(in) > 0 && low >= 1900 || p.at(p.skipHyphen(d.last)).w.unit != nil || p.at(d.last).w.is(fMonth) || p.at(d.last).kind == iSign || p.mark(d.last, '%') {
		return
	}
	switch {
	case p.mark(in-1, '-'):
	case p.is(in-1, "of"), p.is(in-1, "every"):
		// "38 out of the 71" is not here; "nine out of 10" is
		if p.is(in-1, "of") && low != 10 && low != 100 && low != 5 && low != 4 && low != 3 && low != 1000 && low != 20 && low != 8 && low != 6 && low != 7 && low != 12 && low != 9 {
			return
		}
	case top > 1 && low != 10 && low != 5 && low != 100 && low != 1000 && low != 20 && low != 4 && low != 3 && low != 8 && low != 50 && low != 10000 && low != 100000 && low != 7 && low != 6 && low != 9 && low != 12:
		return
	case p.at(d.last).kind == iWord && top > 1 && (p.at(d.last).w.is(fPerson) && false):
		return
	case p.is(in-1, "in") && top > 1 && (p.at(i-1).w.is(fRise|fPast) && !p.at(i-1).w.is(fMod|fAux|fPrep) || p.at(d.last).w.is(fPlural|fPerson) && false):
		return
	case p.is(in-1, "in") && top > 1 && p.pluralSoon(d.last) && !p.peopleSoon(d.last) && !(low == 10 && d.style&styleWords == n.style&styleWords || p.at(i).first):
		return // "killed two in four villages"
	}
	v, good := ratio(uint64(top), uint64(low))
	if !good {
		return
	}
	f = fig{first: i, last: d.last, num: i}
	f.values(v, v)
	f.Kind, f.Rule = Fraction, "fraction.in"
	p.hedge(&f)
	return f, d.last, true, true
}

// toOne reads two to one, three-to-one, 10 to 1: multiples.
func (p *parser) toOne(i int, n number, top int64) (f fig, next int, ok, claimed bool) {
	k := p.skipHyphen(n.last)
	if !p.is(k, "to") {
		return
	}
	j := p.skipHyphen(k + 1)
	if !(p.is(j, "one") || p.str(j) == "1" && p.at(j).kind == iNum) || top < 2 || p.at(j+1).kind == iWord && (p.at(j+1).w.is(fMag) || p.at(j+1).w.unit != nil) || p.mark(j+1, '%') {
		return
	}
	if p.is(j, "one") && n.style&styleWords == 0 || p.str(j) == "1" && n.style&styleWords != 0 {
		return
	}
	if p.str(j) == "1" && !p.isAny(i-1, "by", "of", "odds", "nearly", "almost", "about", "at", "around") {
		return
	}
	f = fig{first: i, last: j + 1, num: i}
	f.values(whole(top), whole(top))
	f.Kind, f.Rule = Multiple, "multiple.to-one"
	p.hedge(&f)
	return f, j + 1, true, true
}

// fraction reads a third, two-thirds, nine-tenths, half, three quarters of,
// 2/3 and vulgar fractions that stand alone.
func (p *parser) fraction(i int) (f fig, next int, ok, claimed bool) {
	w := p.at(i).w
	f = fig{first: i, last: i + 1, num: i}
	switch {
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
		if c := p.halfMoney(i); c > 0 {
			return fig{}, c, false, true
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
	p.hedge(&f)
	return f, f.last, true, true
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

// fractionHere tells "a third of voters" from "a third member".
func (p *parser) fractionHere(i int) bool {
	n := p.at(i + 1)
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
		return n.w.is(fModal|fAux) || p.isAny(i+1, "of", "more", "less", "as", "the", "fewer", "higher", "lower", "and", "to", "by", "from", "in", "said", "say", "are", "were", "was", "is", "have", "had", "have", "would", "will", "or", "on", "since", "that", "when", "while", "but", "between", "down", "up", "this", "last", "compared", "during", "over", "after", "with", "against", "believe", "think", "voted", "off", "larger", "smaller", "bigger", "cheaper") || n.w.is(fReport)
	}
	return true
}

// halfHere refuses half as a half of a game or a year, half-brothers and the
// like.
func (p *parser) halfHere(i int) bool {
	prev, n := p.at(i-1), p.at(i+1)
	if prev.w.is(fOrd) || p.ordinalSuffix(i-1) || p.mark(i-1, '-') && p.glued(i) && p.at(i-2).w.is(fOrd|fCard) && !p.is(i-2, "one") || p.isAny(i-1, "other", "better", "in", "its", "per", "each", "opening", "latter", "current", "final", "same", "this", "both", "either", "no") && !p.is(i+1, "of") && !p.is(i+1, "the") && !p.is(i+1, "a") && !p.is(i+1, "an") {
		if p.is(i-1, "in") {
			return false
		}
		return p.is(i+1, "of") && !prev.w.is(fOrd) && !p.isAny(i-1, "other", "better", "opening", "latter", "final", "same", "this")
	}
	if p.mark(i+1, '-') && p.glued(i+1) {
		u := p.at(i + 2).w.unit
		return u != nil && !p.isAny(i+2, "year") || p.isAny(i+2, "a", "an")
	}
	if n.kind == iWord && (p.isAny(i+1, "time", "year", "way", "past", "hearted", "brother", "sister", "price", "term", "mast", "century", "back", "volley", "moon", "marathon", "board", "measures", "truths", "life", "asleep", "empty", "full", "open", "built", "finished") || p.isAny(i+1, "hour", "mile", "minute", "inch", "day", "pint", "point", "percent") && false) {
		return false
	}
	if p.is(i-1, "a") && n.kind == iWord && !p.is(i+1, "of") && n.w.unit == nil {
		return false // a half smile, and a half
	}
	if p.is(i-1, "and") && p.at(i-1).kind == iWord && !p.is(i+1, "of") && !p.is(i+1, "the") {
		return true
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
	if u == nil || p.is(k, "degree") && false {
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

func (p *parser) halfMoney(i int) int { return 0 }

// multiple reads doubled, twice the size, three times as many, 10-fold.
func (p *parser) multiple(i int) (f fig, next int, ok, claimed bool) {
	w := p.at(i).w
	f = fig{first: i, last: i + 1, num: i}
	if p.at(i).kind == iWord && w.is(fMult) {
		v := whole(w.n)
		if w.n == 0 {
			v = decimal{coef: 5, exp: -1}
		}
		if !p.multipleHere(i) {
			if p.isAny(i, "twice", "thrice") && !p.isAny(i-1, "thought", "think", "thinking", "once", "or", "blink") && !p.mark(i+1, '-') && !(p.isAny(i+1, "a", "per", "each") && p.at(i+2).w.unit == nil) {
				f.values(v, v)
				f.Kind, f.Rule, f.Noun = Count, "count.frequency", "times"
				p.hedge(&f)
				return f, f.last, true, true
			}
			return fig{}, i + 1, false, true
		}
		f.values(v, v)
		f.Kind, f.Rule = Multiple, "multiple.word"
		p.hedge(&f)
		return f, f.last, true, true
	}
	n, good := p.number(i)
	if !good || n.letter || n.vague {
		return
	}
	k := p.skipHyphen(n.last)
	hi := n.hi
	if (p.is(k, "to") || p.is(k, "or")) || p.mark(n.last, '-') && p.at(k).kind == iNum {
		j := k
		if p.isAny(k, "to", "or") {
			j = p.skipHyphen(k + 1)
		}
		if n2, good := p.number(j); good && n2.lo.cmp(n.lo) > 0 && !n2.letter && p.isAny(p.skipHyphen(n2.last), "times", "fold") {
			hi = n2.hi
			n.last = n2.last
			k = p.skipHyphen(n.last)
		}
	}
	switch {
	case p.is(k, "fold"):
		f.last = k + 1
	case p.is(k, "times") && (p.timesMultiple(k, n) || hi != n.hi && n.style&stylePoint != 0):
		f.last = k + 1
	case p.mark(k, 'x') && k == n.last && p.glued(k), p.is(k, "x") && p.glued(k) && n.style&styleWords == 0 && p.at(k+1).kind != iNum:
		f.last = k + 1
	default:
		return
	}
	if p.is(i-1, "between") && hi != n.hi && i-1 >= p.floor {
		f.first--
	}
	f.values(n.lo, hi)
	f.Kind, f.Rule = Multiple, "multiple.times"
	p.hedge(&f)
	return f, f.last, true, true
}

// timesMultiple tells "three times the average" from "three times on Monday".
func (p *parser) timesMultiple(k int, n number) bool {
	nx := p.at(k + 1)
	if n.style&(stylePoint|styleFrac) != 0 {
		return true
	}
	if nx.kind != iWord || nx.poss && !nx.capital && !nx.w.is(fTimes) {
		return nx.kind == iWord && nx.w.is(fTimes)
	}
	if p.isAny(k+1, "this", "last") && (p.at(k+2).w.unit != nil || p.at(k+2).w.is(fMonth|fWeekday) || p.isAny(k+2, "season", "year", "week", "month")) {
		return false
	}
	if p.isAny(k+1, "as") && !p.at(k+2).w.is(fAdj|fAdv|fDet) && !p.isAny(k+2, "much", "many", "likely", "big", "high", "fast", "large", "long", "often", "expensive", "deadly") {
		return p.at(k+4).w.s == "as" || p.at(k+3).w.s == "as"
	}
	if p.is(k+1, "over") {
		return !p.isAny(k+2, "the", "a", "several", "two", "three")
	}
	return nx.w.is(fTimes) || nx.poss && nx.capital && !nx.w.is(fWeekday|fMonth)
}

// multipleHere refuses double agents, doubles at tennis, double-digit, thought
// twice.
func (p *parser) multipleHere(i int) bool {
	n := p.at(i + 1)
	switch p.at(i).w.s {
	case "double", "triple", "treble", "quadruple", "quintuple", "halve":
		if p.mark(i+1, '-') && p.glued(i+1) || p.mark(i-1, '-') && p.glued(i) || p.at(i).capital && !p.at(i).first {
			return false
		}
		if n.kind == iWord && (n.w.is(fDet) || p.isAny(i+1, "that", "what", "in", "to", "from", "by", "since", "this", "over", "as", "output", "capacity", "production", "spending", "sales", "profits", "exports", "its", "or", "last", "within", "and", "than", "their", "tariffs")) {
			return !p.is(i+1, "over") || p.at(i-1).w.is(fModal) || p.is(i-1, "to")
		}
		return (p.is(i-1, "to") || p.at(i-1).w.is(fModal) || p.at(i-1).w.is(fMod) || p.is(i-1, "would")) && (n.kind != iWord || n.w.is(fPrep|fConj|fAdv)) || n.kind != iWord && p.isAny(i-1, "than", "about", "almost", "nearly", "to")
	case "doubles", "halves", "trebles", "triples":
		return n.kind == iWord && n.w.is(fDet) && !p.isAny(i-1, "mixed", "mens", "womens", "the", "in") && !p.at(i-1).poss
	case "twice", "thrice":
		return n.kind == iWord && (n.w.is(fTimes) && !p.isAny(i+1, "a", "over", "last", "this", "previous", "today", "in", "on") || p.isAny(i+1, "that", "what", "as", "the", "its", "their", "his", "her"))
	case "halved", "halving", "doubled", "doubling", "tripled", "trebled", "tripling", "trebling", "quadrupled", "quintupled":
		return !p.isAny(i+1, "over", "down", "back", "as")
	}
	return true
}

// ordinal reads third, 2nd, 89th-minute, No. 27, number four.
func (p *parser) ordinal(i int) (f fig, next int, ok, claimed bool) {
	f = fig{first: i, last: i + 1, num: i}
	it := p.at(i)
	w := it.w
	var n int64
	switch {
	case it.kind == iWord && w.is(fOrd):
		n = w.ord
		if !p.ordinalHere(i) {
			return fig{}, i + 1, false, true
		}
	default:
		return
	}
	f.values(whole(n), whole(n))
	f.Kind, f.Rule = Ordinal, "ordinal"
	return f, f.last, true, true
}

// ordinalHere refuses first aid, Second Street, at first, First Minister.
func (p *parser) ordinalHere(i int) bool {
	it, n, prev := p.at(i), p.at(i+1), p.at(i-1)
	if it.poss {
		return false
	}
	if it.capital && n.kind == iWord && n.capital && !p.shouting && !(it.first && (n.w.is(fTitle | fDemonym | fMonth | fWeekday))) {
		if !(it.first && p.lowerNounSoon(i+1)) {
			return false
		}
	}
	if it.capital && !it.first && prev.kind == iWord && prev.capital && !p.shouting {
		return false
	}
	switch it.w.s {
	case "first":
		if p.isAny(i-1, "at", "who", "that", "he", "she", "it", "they", "was", "were", "be", "been", "is", "had", "has", "have", "you", "we", "i", "when", "which", "head", "foremost") && !(n.kind == iWord && p.plural(i+1)) {
			if p.isAny(i-1, "at", "he", "she", "it", "they", "who", "which", "when", "head", "you", "we", "i") {
				return false
			}
			// was first reported; was first in line
			return p.isAny(i+1, "in", "among", "with", "on", "of", "at", "to", "by") && !p.at(i+1).w.is(fPast) && n.kind == iWord || n.kind != iWord
		}
		if n.kind != iWord {
			if p.mark(i+1, '-') && p.glued(i+1) {
				return !p.isAny(i+2, "hand", "class", "degree", "aid", "rate", "come", "generation", "name", "past", "person", "line", "time", "born", "ever", "grade", "of", "responder", "responders", "team") || p.isAny(i+2, "ever")
			}
			return !(it.first && p.mark(i+1, ',')) && !p.isAny(i-1, "safety", "country", "america", "family")
		}
		if n.w.is(fPast) && !p.at(i-1).w.is(fDet) || n.w.is(fDet|fPron|fArticle) && !p.is(i+1, "half") || p.isAny(i+1, "aid", "minister", "lady", "ladies", "responder", "responders", "name", "names", "class", "hand", "and", "things", "appeared", "reported", "came", "thing", "met", "emerged", "published", "announced", "noticed", "saw", "began", "introduced", "started", "opened", "impressions", "instance", "place", "language", "cousin", "cousins", "proposed", "elected", "noted", "detected", "identified", "discovered", "broke", "mover", "sea", "sight", "light", "principles") && !p.at(i-1).w.is(fDet) || p.isAny(i+1, "aid", "minister", "lady", "responder", "responders", "name", "names", "class", "hand", "cousin", "cousins", "principles", "instance", "language", "impressions", "sergeant", "officer", "lieutenant") {
			return false
		}
		if p.is(i+1, "place") && p.is(i-2, "in") {
			return false
		}
	case "second":
		if p.isAny(i-1, "a", "one", "per", "every", "each", "split") && (n.kind != iWord || n.w.is(fPrep|fConj|fPast)) && !p.isAny(i+1, "to") || p.isAny(i-1, "per", "split") {
			return false
		}
		if p.isAny(i+1, "hand", "thoughts", "thought", "nature", "guess", "wind", "to", "fiddle", "lieutenant", "homes", "home", "cousin", "language", "sight", "class") && !p.is(i+1, "home") || p.mark(i+1, '-') && p.glued(i+1) && p.isAny(i+2, "hand", "class", "rate", "degree", "guess", "in", "guessed", "guessing", "home", "generation", "string", "row") {
			return p.is(i+1, "to") && p.is(i-1, "the")
		}
	case "third":
		if p.isAny(i+1, "party", "parties", "world", "reich", "degree", "sector", "way", "estate") || p.mark(i+1, '-') && p.glued(i+1) && p.isAny(i+2, "party", "world", "degree", "class", "rate", "generation") {
			return false
		}
	case "fourth", "fifth":
		if p.isAny(i+1, "estate", "amendment", "column", "columnist") {
			return false
		}
	case "seventh":
		return !p.is(i+1, "heaven")
	case "sixth":
		return !p.isAny(i+1, "sense", "form", "former", "formers") && !(p.mark(i+1, '-') && p.isAny(i+2, "form", "former", "formers"))
	case "eleventh":
		return !p.is(i+1, "hour") && !(p.mark(i+1, '-') && p.is(i+2, "hour"))
	case "tenth", "hundredth", "thousandth":
	}
	return true
}

// lowerNounSoon reports whether a lower-case word follows a capitalised one:
// "Second seed", "Third Labour member".
func (p *parser) lowerNounSoon(i int) bool {
	for k := i; k < i+4; k++ {
		it := p.at(k)
		if it.kind != iWord {
			return false
		}
		if !it.capital {
			return p.nounFollows(k) && !it.w.is(fPast|fVerb|fReport|fModal|fAux)
		}
	}
	return false
}
