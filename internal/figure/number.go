package figure

import "unicode/utf8"

// number is a number phrase: its value, and how it was written.
type number struct {
	first, last int // items [first, last)
	lo, hi      decimal
	style       numStyle
	mag         bool // a magnitude word or sign was applied
	letter      bool // … the single letter m, b, k or t, not yet decided
	lakh        bool // … lakh or crore
	vague       bool // dozens, thousands, several hundred
	dozen       bool
}

// number reads a number phrase that begins at item i: digits, number words,
// half a million, two and a half, tens of thousands. It does not read signs,
// currencies or units.
func (p *parser) number(i int) (n number, ok bool) {
	if i == p.memoAt {
		return p.memo, p.memoOK
	}
	n, ok = p.readNumber(i)
	p.memoAt, p.memo, p.memoOK = i, n, ok
	return n, ok
}

func (p *parser) readNumber(i int) (n number, ok bool) {
	n.first = i
	it := p.at(i)
	switch it.kind {
	case iNum:
		return p.digitNumber(i)
	case iFrac:
		f := vulgar[p.rune(i)]
		n.last = i + 1
		n.style = styleFrac
		n.lo, ok = ratio(f[0], f[1])
		n.hi = n.lo
		return p.magnitude(n), ok
	case iWord:
		return p.wordNumber(i)
	}
	return n, false
}

func (p *parser) rune(i int) rune {
	r, _ := utf8.DecodeRuneInString(p.str(i))
	return r
}

func (p *parser) digitNumber(i int) (n number, ok bool) {
	n.first = i
	d, style, ok := parseDigits(p.str(i), p.comma)
	if !ok {
		return n, false
	}
	n.last = i + 1
	n.style = style
	// .08: a bare point before the digits
	if p.mark(i-1, '.') && p.glued(i) && (p.at(i-1).gap || p.at(i-2).kind == iEnd) && style&(styleGrouped|stylePoint) == 0 && d.coef < 1e9 {
		d.exp = -int(p.at(i).end - p.at(i).start)
		n.first = i - 1
		n.style = stylePoint
	}
	// 1 450 hectares: groups of three over a space
	if style&(styleGrouped|stylePoint|styleZero) == 0 && d.coef > 0 && d.coef < 1000 {
		for g := n.last; g < n.last+4; g++ {
			nx := p.at(g)
			if nx.kind != iNum || !nx.gap || nx.end-nx.start < 3 {
				break
			}
			s := p.str(g)
			if len(s) > 3 && s[3] != '.' && s[3] != ',' || !isDigit(s[1]) || !isDigit(s[2]) {
				break
			}
			if !nx.thin && g == i+1 && p.groupUnlikely(i) {
				break
			}
			tail, tstyle, ok := parseDigits(s, true)
			if !ok || tstyle&styleGrouped != 0 {
				break
			}
			up, ok := d.shift(3).add(tail)
			if !ok {
				break
			}
			d = up
			n.last = g + 1
			n.style |= styleGrouped
			n.style &^= stylePlain4
			if tstyle&stylePoint != 0 {
				n.style |= stylePoint
				break
			}
		}
	}
	n.lo, n.hi = d, d
	if f, last, ok := p.fractionTail(n.last); ok {
		scale := 0
		if d.exp < 0 {
			scale = d.exp // $5.48-3/4: the fraction is of the last place
		}
		if sum, ok := d.add(f.shift(scale)); ok {
			n.lo, n.hi, n.last = sum, sum, last
			n.style |= styleFrac
			n.style &^= stylePlain4
		}
	}
	n = p.andAHalf(n)
	return p.magnitude(n), true
}

// groupUnlikely reports whether the number at i, before a plain space and
// three digits, is more likely a number of its own: a day or a label.
func (p *parser) groupUnlikely(i int) bool {
	prev := p.at(i - 1)
	return prev.w.is(fMonth|fLabel) || prev.kind == iNum || p.at(i+2).kind == iPunct && p.at(i+2).mark == '-' && !p.at(i+2).gap
}

// fractionTail reads -1/2, 1/2, ½ behind a whole number.
func (p *parser) fractionTail(i int) (f decimal, last int, ok bool) {
	if it := p.at(i); it.kind == iFrac && (!it.gap || p.at(i).thin || it.gap) {
		v := vulgar[p.rune(i)]
		f, ok = ratio(v[0], v[1])
		return f, i + 1, ok
	}
	k := i
	if p.mark(k, '-') && !p.at(k).gap && !p.at(k+1).gap {
		k++
	}
	if p.at(k).kind == iNum && p.mark(k+1, '/') && p.at(k+2).kind == iNum && !p.at(k+1).gap && !p.at(k+2).gap && !p.mark(k+3, '/') {
		a, b := p.small(k), p.small(k+2)
		if a > 0 && b > a && b <= 64 {
			f, ok = ratio(uint64(a), uint64(b))
			return f, k + 3, ok
		}
	}
	return f, 0, false
}

// small is the value of a plain run of at most four digits, or -1.
func (p *parser) small(i int) int64 {
	it := p.at(i)
	if it.kind != iNum || it.end-it.start > 4 {
		return -1
	}
	d, _, ok := parseDigits(p.str(i), false)
	v, whole := d.int64()
	if !ok || !whole {
		return -1
	}
	return v
}

// skipHyphen is i, or the item behind a hyphen that joins i to what precedes.
func (p *parser) skipHyphen(i int) int {
	if p.mark(i, '-') && !p.at(i).gap && !p.at(i+1).gap {
		return i + 1
	}
	return i
}

// andAHalf reads "and a half", "and a quarter", "and three quarters".
func (p *parser) andAHalf(n number) number {
	k := p.skipHyphen(n.last)
	if !p.is(k, "and") {
		return n
	}
	k = p.skipHyphen(k + 1)
	top := int64(1)
	if p.at(k).w.is(fArticle) || p.is(k, "one") {
		k = p.skipHyphen(k + 1)
	} else if w := p.at(k).w; w.is(fCard) && w.n > 1 && w.n < 10 {
		top = w.n
		k = p.skipHyphen(k + 1)
	} else {
		return n
	}
	w := p.at(k).w
	if !w.is(fFrac) || w.frac > 10 || top == 1 && w.frac > 4 && n.lo.cmp(whole(100)) >= 0 {
		return n
	}
	f, _ := ratio(uint64(top), uint64(w.frac))
	if n.mag && top == 1 && n.lo.norm().exp >= 3 {
		f = f.shift(n.lo.norm().exp / 3 * 3) // one million and a half
	}
	if sum, ok := n.lo.add(f); ok {
		n.lo, n.hi, n.last = sum, sum, k+1
		n.style |= styleFrac
	}
	return n
}

// magnitude applies magnitude words and signs behind the number: 1.2 lakh
// crore, $75-million, 3bn, 2 dozen.
func (p *parser) magnitude(n number) number {
	for range 3 {
		k := p.skipHyphen(n.last)
		it := p.at(k)
		w := it.w
		switch {
		case it.kind != iWord || it.poss && !w.is(fMag):
			return n
		case w.is(fMag):
			if it.capital && k == n.last && n.style&styleWords == 0 && it.gap && !p.shouting && w.mag == 0 {
				return n
			}
			if w.n > 1 {
				lo, ok1 := n.lo.mul(uint64(w.n))
				hi, ok2 := n.hi.mul(uint64(w.n))
				if !ok1 || !ok2 {
					return n
				}
				n.lo, n.hi, n.dozen = lo, hi, true
			} else {
				n.lo, n.hi = n.lo.shift(w.mag), n.hi.shift(w.mag)
			}
			n.mag = true
			n.lakh = n.lakh || w.mag == 5 || w.mag == 7
			n.style &^= stylePlain4
			n.last = k + 1
			if n.lo.exp > 40 {
				return n
			}
			// a million and a half
			if w.mag >= 6 && p.is(n.last, "and") && p.at(n.last+1).w.is(fArticle) && p.is(n.last+2, "half") {
				if sum, ok := n.lo.add(whole(5).shift(w.mag - 1)); ok {
					n.lo, n.hi, n.last = sum, sum, n.last+3
				}
			}
		case w.mag > 0 && len(w.s) <= 3 && w.is(fSeedExtra) && !n.mag && (w.s != "t" || true):
			n.letter = true
			return n
		case w.s == "dozens" && !n.mag && !it.capital:
			lo, ok := n.lo.mul(12)
			if !ok {
				return n
			}
			n.lo, n.hi, n.dozen, n.mag, n.last = lo, lo, true, true, k+1
			return n
		default:
			return n
		}
	}
	return n
}

// wordNumber reads a number in words.
func (p *parser) wordNumber(i int) (n number, ok bool) {
	n.first = i
	n.style = styleWords
	if p.at(i).capital {
		n.style |= styleCapital
	}
	w := p.at(i).w
	switch {
	case w.is(fVague):
		return p.vagueNumber(i)
	case w.is(fMag) && !w.is(fCard): // a million, a dozen, hundred
		return p.articleMagnitude(i)
	case w.is(fFrac) && w.s == "half":
		return p.halfA(i)
	case !w.is(fCard):
		return n, false
	}
	var total, group int64
	k := i
	var prevUnit int64 = 1 << 40 // the place of the last word read: a smaller one may follow
	lastMag := int64(1 << 60)
	for steps := 0; steps < 24; steps++ {
		j := k
		if k > i {
			j = p.skipHyphen(k)
			if p.is(j, "and") && (p.at(k - 1).w.is(fMag)) && p.at(j+1).w.is(fCard) {
				// two hundred and five, not two hundred and three hundred
				x := p.at(j + 1).w
				if x.n >= 100 || p.at(j+2).w.is(fMag) && (p.at(j+2).w.mag == 2 || p.at(k-1).w.mag > 2 && p.at(k-1).w.mag <= p.at(j+2).w.mag) || x.n == 0 {
					break
				}
				j++
			} else if p.at(j).gap && j != k {
				break
			}
		}
		it := p.at(j)
		x := it.w
		if it.kind != iWord || it.capital && k > i && !p.at(i).capital {
			break
		}
		if x.is(fCard) {
			size := int64(10)
			if x.n < 10 {
				size = 1
			} else if x.n < 20 {
				size = 5
			}
			// twenty one, hundred twenty; not one two, not nineteen eighty
			if k > i && !(prevUnit >= 100 || prevUnit == 10 && size == 1 && x.n > 0) {
				break
			}
			group += x.n
			prevUnit = size
			k = j + 1
			continue
		}
		if x.is(fMag) && x.n <= 1 && k > i {
			if x.mag == 2 {
				if group == 0 || group > 99 || prevUnit >= 100 {
					break
				}
				group *= 100
				prevUnit = 100
				k = j + 1
				continue
			}
			if x.mag > 12 || group == 0 {
				break
			}
			mul := whole(1).shift(x.mag)
			m, _ := mul.int64()
			if m >= lastMag || group > 1e15/m {
				break
			}
			total += group * m
			group, lastMag, prevUnit = 0, m, 1000
			n.mag = true
			n.lakh = n.lakh || x.mag == 5 || x.mag == 7
			k = j + 1
			continue
		}
		break
	}
	if p.mark(k-1, '-') {
		k--
	}
	n.lo = whole(total + group)
	n.hi = n.lo
	n.last = k
	n = p.pointWords(n)
	n = p.andAHalf(n)
	return p.magnitude(n), true
}

// pointWords reads the decimals of "two point five", "nine point seventy-one".
func (p *parser) pointWords(n number) number {
	if !p.is(n.last, "point") || !p.at(n.last+1).w.is(fCard) || p.at(n.last+1).capital || p.at(n.last+1).w.n >= 100 {
		return n
	}
	d := n.lo
	k := n.last + 1
	for k < n.last+7 {
		w := p.at(k).w
		if !w.is(fCard) || p.at(k).kind != iWord || w.s == "nil" {
			break
		}
		v, places := w.n, 1
		if v >= 10 {
			places = 2
			if j := p.skipHyphen(k + 1); v >= 20 && p.at(j).w.is(fCard) && p.at(j).w.n < 10 && p.at(j).w.n > 0 {
				v += p.at(j).w.n
				k = j
			}
		}
		if d.exp < -6 || d.coef > 1e12 {
			return n
		}
		for range places {
			d.coef *= 10
			d.exp--
		}
		d.coef += uint64(v)
		k++
	}
	n.lo, n.hi, n.last = d, d, k
	n.style |= stylePoint
	return n
}

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
