package figure

// letterMagnitude decides a single letter behind the number: m for million
// or metre, b, k, t, and applies it.
func (p *parser) letterMagnitude(q *quantity) {
	k := p.skipHyphen(q.last)
	w := p.at(k).w
	s := p.str(k)
	million := false
	glued := p.glued(k)
	next := k + 1
	switch {
	case q.prefix && (w.s == "m" || w.s == "mm" || w.s == "b" || w.s == "k" || w.s == "t" || w.s == "mil" || w.s == "bil" || w.s == "thou" || w.s == "cr"):
		million = glued || len(s) == 1 && (s == "m" || s == "M" || s == "b" || s == "B") || len(s) > 1
	case p.currencyAt(next) != nil, p.at(next).kind == iSign && p.glued(next) && p.at(next+1).kind != iNum, p.at(next).kind == iWord && isoSet[p.str(next)]:
		million = true
	case w.s == "k":
		million = glued && !p.isAny(next, "run", "race", "runs", "races", "runner", "runners", "course", "fun", "road", "walk", "charity")
	case w.s == "t" || w.s == "cr" || w.s == "thou":
		million = w.s == "cr" && p.at(next).kind == iWord && p.nounFollows(next)
	case w.s == "mil", w.s == "bil":
		million = false
	case s == "b" || s == "B":
		million = glued && (p.nounFollows(next) || q.style&stylePoint != 0)
	case s == "M" && glued && !p.at(next).w.is(fHeight):
		million = true
	case s == "m" || s == "M":
		million = p.millionContext(q, next)
	}
	if !million {
		q.letter = false
		return
	}
	q.lo, q.hi = q.lo.shift(w.mag), q.hi.shift(w.mag)
	q.mag, q.letter = true, false
	q.last, q.end = next, next
	q.style &^= stylePlain4
}

// millionContext tells "1.4m people" and "1m-3m rials" from "142m (466ft)".
func (p *parser) millionContext(q *quantity, next int) bool {
	if n := len(p.figs); n > 0 && p.isAny(q.begin-1, "from", "against", "than", "versus", "vs", "to", "of", "and", "at") {
		g := &p.figs[n-1]
		if (g.Kind == Count || g.Kind == Money) && g.mag && p.is(g.last-1, "m") && q.begin-g.last < 10 {
			return true // 41.2m units, against 38.7m
		}
	}
	for hops := 0; hops < 2; hops++ {
		it := p.at(next)
		switch {
		case p.currencyAt(next) != nil:
			return true
		case it.kind == iWord && it.gap && it.w.unit != nil && it.w.unit.kind == Measure && it.end-it.start > 3 && !it.w.is(fHeight) && hops == 0:
			return true // 214m kilometres
		case it.kind == iWord && (it.w.is(fHeight) || it.w.unit != nil && it.w.cur == nil):
			return false
		case it.kind == iWord && p.isAny(next, "more", "of", "other", "additional", "new"):
			return p.isAny(next, "more", "other", "additional", "new") && p.nounFollows(next+1) || p.is(next, "of") && p.at(next+1).w.is(fDet) && p.nounFollows(next+2) && p.peopleSoon(next+2)
		case it.kind == iWord && p.peopleSoon(next):
			return true
		case it.kind == iWord && q.style&stylePoint != 0 && p.nounFollows(next) && p.pluralSoon(next):
			return true
		case (p.mark(next, '-') || p.is(next, "to") || p.is(next, "and") || p.is(next, "or")) && hops == 0:
			k := next + 1
			if p.at(k).kind != iNum && p.at(k).kind != iSign {
				return false
			}
			for k < next+3 && p.at(k).kind != iWord {
				k++
			}
			if !p.is(k, "m") {
				return false
			}
			next = k + 1
		case it.kind == iWord && p.pluralSoon(next) && !p.at(q.begin-1).w.is(fDet) && q.style&stylePlain4 == 0:
			return true
		default:
			return false
		}
	}
	return false
}

// peopleSoon reports whether a noun of people stands within three words.
func (p *parser) peopleSoon(i int) bool {
	for k := i; k < i+3; k++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fAux|fModal|fConj) {
			return false
		}
		if it.w.is(fPerson) {
			return true
		}
	}
	return false
}

func (p *parser) pluralSoon(i int) bool {
	for k := i; k < i+3; k++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fAux|fModal|fConj|fNoHead) {
			return false
		}
		if p.plural(k) {
			return true
		}
	}
	return false
}

// nounFollows reports whether item i could begin or continue a noun phrase.
func (p *parser) nounFollows(i int) bool {
	it := p.at(i)
	return it.kind == iWord && !it.w.is(fPrep|fAux|fModal|fConj|fPron|fDet) && it.w.unit == nil
}
