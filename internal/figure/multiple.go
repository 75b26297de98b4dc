package figure

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
