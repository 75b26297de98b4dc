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
	p.work++
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
	return p.smallerMagnitude(p.magnitude(n)), true
}

// smallerMagnitude adds a second number of a smaller magnitude: 1 crore 20 lakh,
// 2 million 300 thousand, 3 hundred and 21.
func (p *parser) smallerMagnitude(n number) number {
	for n.mag && n.style&styleFrac == 0 && n.lo.coef > 0 && !n.lo.neg {
		above := p.at(n.last - 1).w.mag
		k := n.last
		if p.is(k, "and") {
			k++
		}
		if above < 2 || p.at(k).kind != iNum || !p.at(k).gap || p.at(n.last-1).kind != iWord {
			break
		}
		d, style, ok := parseDigits(p.str(k), p.comma)
		w := p.at(k + 1).w
		limit, last := whole(1).shift(above), k+1
		switch {
		case !ok || style&(styleZero|styleGrouped) != 0:
			return n
		case w.is(fMag) && w.n <= 1 && w.mag >= 2 && w.mag < above && p.at(k+1).kind == iWord && p.at(k+1).gap:
			d, last = d.shift(w.mag), k+2
		case above == 2 && k > n.last && style&stylePoint == 0:
		default:
			return n
		}
		sum, ok := n.lo.add(d)
		if !ok || d.cmp(limit) >= 0 {
			return n
		}
		n.lo, n.hi, n.last = sum, sum, last
		if last == k+1 {
			break
		}
	}
	return n
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
		case w.mag > 0 && len(w.s) <= 3 && w.is(fSeedExtra) && !n.mag:
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
