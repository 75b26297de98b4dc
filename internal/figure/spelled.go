package figure

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
