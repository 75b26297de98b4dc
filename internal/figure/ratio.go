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
	case p.is(in-1, "in") && top > 1 && p.at(i-1).w.is(fRise|fPast) && !p.at(i-1).w.is(fMod|fAux|fPrep):
		return
	case p.is(in-1, "in") && top > 1 && p.pluralSoon(d.last) && !p.peopleSoon(d.last) && !(low == 10 && d.style&styleWords == n.style&styleWords || p.at(i).first || p.at(i-1).w.is(fMod) && low <= 10):
		return // "killed two in four villages"
	}
	v, good := ratio(uint64(top), uint64(low))
	if !good {
		return
	}
	f = fig{first: i, last: d.last, num: i}
	f.values(v, v)
	f.Kind, f.Rule = Fraction, "fraction.in"
	if p.at(i - 1).w.is(fArticle) {
		if mp, _ := p.phraseBefore(i - 1); mp != nil && mp.kept {
			f.first = i - 1 // about a one-in-24,000 chance
		}
	}
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
	if p.str(j) == "1" && !p.isAny(i-1, "by", "of", "odds", "are", "is", "was", "were", "nearly", "almost", "about", "at", "around") {
		return
	}
	f = fig{first: i, last: j + 1, num: i}
	f.values(whole(top), whole(top))
	f.Kind, f.Rule = Multiple, "multiple.to-one"
	p.hedge(&f)
	return f, j + 1, true, true
}
