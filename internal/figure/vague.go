package figure

// vagueNumber reads dozens, hundreds of thousands, tens of millions.
func (p *parser) vagueNumber(i int) (n number, ok bool) {
	n.first, n.style, n.vague = i, styleWords, true
	w := p.at(i).w
	n.last = i + 1
	switch w.s {
	case "dozens":
		n.lo, n.hi = whole(24), whole(99)
		return n, true
	case "scores":
		n.lo, n.hi = whole(40), whole(99)
		return n, true
	case "tens":
		if !p.is(i+1, "of") || !p.at(i+2).w.is(fVague) || p.at(i+2).w.mag == 0 {
			return n, false
		}
		n.lo, n.hi = whole(20).shift(p.at(i+2).w.mag), decimal{coef: nines(5)}.shift(p.at(i+2).w.mag-3)
		n.last = i + 3
	default:
		mag := w.mag
		if p.is(i+1, "of") && p.at(i+2).w.is(fVague) && p.at(i+2).w.mag > 2 && w.mag <= 3 {
			mag = w.mag + p.at(i+2).w.mag
			n.last = i + 3
		}
		n.mag = true
		n.lo = whole(2).shift(mag)
		n.hi = decimal{coef: nines(uint64(min(mag+1, maxDigits)))}
		return n, true
	}
	n.mag = true
	n.hi = decimal{coef: nines(uint64(min(p.at(i+2).w.mag+2, maxDigits)))}
	return n, true
}

func nines(k uint64) uint64 {
	v := uint64(0)
	for range k {
		v = v*10 + 9
	}
	return v
}

// articleMagnitude reads a magnitude word without a number before it: a
// million, a dozen, several hundred, a few thousand, a couple of hundred.
func (p *parser) articleMagnitude(i int) (n number, ok bool) {
	n.first, n.style = i, styleWords
	w := p.at(i).w
	one := func() number {
		n.last = i
		n.lo, n.hi = whole(1), whole(1)
		return p.magnitude(n)
	}
	prev := p.at(p.backHyphen(i))
	switch {
	case prev.w.is(fArticle):
		n = one()
		n.first = p.backHyphen(i)
	case p.isAny(i-1, "several", "few", "many"):
		n = one()
		n.first = i - 1
		if p.at(i - 2).w.is(fArticle) {
			n.first = i - 2
		}
		n.vague = true
		top, _ := n.lo.mul(10)
		n.lo, _ = n.lo.mul(2)
		if w.n == 12 {
			n.lo, n.hi = whole(24), whole(99)
			return n, true
		}
		v, exact := top.int64()
		if !exact {
			return n, false
		}
		n.hi = whole(v - 1)
	case p.is(i-1, "of") && p.is(i-2, "couple"):
		n = one()
		n.lo, _ = n.lo.mul(2)
		n.hi = n.lo
		n.first = i - 2
		if p.at(i - 3).w.is(fArticle) {
			n.first = i - 3
		}
	case prev.w.s == "half":
		n = one()
		n.first = p.backHyphen(i)
		lo, _ := n.lo.mul(5)
		n.lo = lo.shift(-1)
		n.hi = n.lo
	case w.n == 12 || w.mag == 2 || w.mag == 3:
		if !(prev.w.is(fDet|fMod|fPrep) || prev.kind == iEnd || p.at(i).first) {
			return n, false
		}
		n = one()
	default:
		return n, false
	}
	// a hundred and fifty, a thousand two hundred
	if w.mag >= 2 && !n.vague && prev.w.s != "of" && prev.w.s != "half" {
		k := n.last
		if p.is(k, "and") {
			k++
		}
		if x := p.at(k).w; x.is(fCard) && x.n > 0 && !p.at(k).capital {
			if tail, ok := p.wordNumber(k); ok && tail.lo.cmp(whole(1).shift(w.mag)) < 0 && tail.style&styleFrac == 0 && (k == n.last || tail.lo.cmp(whole(100)) < 0) {
				if sum, ok := n.lo.add(tail.lo); ok {
					n.lo, n.hi, n.last = sum, sum, tail.last
				}
			}
		}
	}
	return n, true
}

// backHyphen is the item before i, over a joining hyphen.
func (p *parser) backHyphen(i int) int {
	if p.mark(i-1, '-') && !p.at(i).gap && !p.at(i-1).gap {
		return i - 2
	}
	return i - 1
}

// halfA reads half a million, half a dozen, half-dozen; half an hour is left
// to the quantity.
func (p *parser) halfA(i int) (n number, ok bool) {
	n.first, n.style = i, styleWords
	k := p.skipHyphen(i + 1)
	if p.at(k).w.is(fArticle) {
		k = p.skipHyphen(k + 1)
	}
	if !p.at(k).w.is(fMag) || p.at(k).kind != iWord {
		return n, false
	}
	n.lo = decimal{coef: 5, exp: -1}
	n.hi = n.lo
	n.last = k
	return p.magnitude(n), true
}
