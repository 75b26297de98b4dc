package figure

// refuse claims identifiers, names and idioms, which are no figures.
func (p *parser) refuse(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	switch it.kind {
	case iNum:
		return p.refuseDigits(i)
	case iWord:
		return p.refuseWord(i)
	}
	return
}

// rated reports whether the number at i only grades: four-star, six-figure.
func (p *parser) rated(i int) bool {
	return p.mark(i+1, '-') && p.glued(i+1) && p.isAny(i+2, "star", "stars", "figure", "figures", "digit", "letter", "starred")
}

// digitsRun is the item behind a run of digits, letters and joiners glued to
// item i: the rest of an identifier.
func (p *parser) digitsRun(i int) int {
	k := i + 1
	for p.glued(k) && (p.at(k).kind == iNum || p.at(k).kind == iWord || (p.mark(k, '-') || p.mark(k, '/') || p.mark(k, '.') || p.mark(k, '_')) && p.glued(k+1) && (p.at(k+1).kind == iNum || p.at(k+1).kind == iWord)) {
		k++
	}
	return k
}

func (p *parser) refuseDigits(i int) (f fig, next int, ok, claimed bool) {
	prev := p.at(i - 1)
	no := func(next int) (fig, int, bool, bool) { return fig{}, next, false, true }
	if p.enumerator(i) {
		return no(i + 2)
	}
	if k := p.named(i); k > 0 {
		return no(k)
	}
	// phone numbers: +44 20 7946 0958, 555-0123, 0800 123 4567
	if k := p.phone(i); k > 0 {
		return no(k)
	}
	if _, _, good := parseDigits(p.str(i), p.comma); !good {
		if f, next, ok := p.dottedDate(i); ok {
			return f, next, true, true
		}
		return no(p.digitsRun(i))
	}
	if p.glued(i) {
		switch {
		case prev.kind == iWord:
			// A38, Covid19, Rs500, GBP5m, Q1, R500m, FY24
			s := p.str(i - 1)
			if p.currencyLetters(i) {
				break
			}
			if isoSet[s] && !(s == "COP" && p.small(i) < 100 && p.small(i) >= 0) || currencySigns[p.lower(i-1)] != "" && (len(s) > 1 || s == "R" || s == "P") && !(s == "M" || s == "Q" || s == "q" || s == "p") || prev.w.is(fMonth) || prev.w.is(fDot) && p.text[prev.end-1] == '.' {
				break
			}
			return no(p.digitsRun(i))
		case p.mark(i-1, '-') && p.glued(i-1) && p.at(i-2).kind == iWord:
			// Covid-19, F-16, Catch-22; not over-75s, mid-1990s, magnitude-6.4, a-12, up-to-15
			w := p.at(i - 2).w
			if !w.is(fMonth|fCard|fMod|fArticle|fPrep|fConj|fVague|fMag) && !p.isAny(i-2, "over", "under", "mid", "end", "start", "pre", "post", "early", "late", "magnitude", "plus", "minus", "sub", "top", "about", "some", "to", "and", "age", "aged", "last", "year", "non", "ex", "record", "euro", "dollar", "us", "one", "or", "s", "first", "range", "price", "at") && p.at(i-2).kind == iWord && currencySigns[p.lower(i-2)] == "" && p.at(i-3).kind != iNum {
				return no(p.digitsRun(i))
			}
			if p.is(i-2, "top") {
				return no(p.digitsRun(i))
			}
		case p.mark(i-1, '#'), p.mark(i-1, '@'), p.mark(i-1, '_'), p.mark(i-1, '/') && p.glued(i-1) && p.at(i-2).kind == iWord, p.mark(i-1, '&') && p.glued(i-1), p.mark(i-1, '=') && p.glued(i-1), p.mark(i-1, '.') && p.glued(i-1) && (p.at(i-2).kind == iNum || p.at(i-2).kind == iWord):
			return no(p.digitsRun(i))
		}
	}
	// 747s, 5G, 4x4, 7B: digits with letters behind that are no unit
	if nx := p.at(i + 1); nx.kind == iWord && p.glued(i+1) && !p.letterKnown(i+1) {
		return no(p.digitsRun(i))
	}
	if p.is(i+1, "x") && p.glued(i+1) && p.glued(i+2) && p.small(i+2) >= 100 && (p.isAny(i+3, "relay", "m") || p.is(i+4, "relay")) {
		return no(i + 3) // the 4x100 relay
	}
	if p.mark(i+1, '@') || p.mark(i+1, '_') && p.glued(i+1) && p.glued(i+2) && p.at(i+2).kind == iWord {
		return no(p.digitsRun(i))
	}
	if p.mark(i+1, ':') && p.glued(i+1) && p.glued(i+2) && p.at(i+2).kind == iNum && prev.kind == iWord && prev.capital && !prev.first && prev.w == unknown {
		return no(i + 3) // John 3:16
	}
	if p.mark(i+1, '/') && p.glued(i+1) && p.at(i+2).kind == iNum && p.glued(i+2) {
		a, b := p.small(i), p.small(i+2)
		if a == 9 && b == 11 || a == 7 && b == 7 || a == 24 && b == 7 || a == 20 && b == 20 || a == 50 && b == 50 {
			return no(i + 3)
		}
	}
	if p.rated(i) {
		return no(i + 1)
	}
	if p.label(i) {
		if p.isAny(i-1, "update", "refile", "wrapup", "writethru") {
			return no(i + 1) // UPDATE 2-Two hostages freed
		}
		return no(p.labelEnd(i))
	}
	return
}

// dottedDate reads 7.3.2025 and 07.03.25: day, month, year.
func (p *parser) dottedDate(i int) (f fig, next int, ok bool) {
	s := p.str(i)
	if len(s) < 6 || len(s) > 10 {
		return
	}
	var n [3]int
	at := 0
	digits := 0
	for k := 0; k < len(s); k++ {
		switch {
		case isDigit(s[k]):
			n[at] = n[at]*10 + int(s[k]-'0')
			digits++
		case s[k] == '.' && at < 2 && digits > 0 && digits <= 2:
			at++
			digits = 0
		default:
			return
		}
	}
	if at != 2 || digits != 4 || n[2] < 1900 || n[2] > 2100 || n[0] < 1 || n[0] > 31 || n[1] < 1 || n[1] > 12 {
		return
	}
	f, next, ok, _ = p.finishDate(i, i+1, day{n[2], n[1], n[0]})
	return f, next, ok
}

// phone is the item behind a phone number at i, or 0.
func (p *parser) phone(i int) int {
	groups, digits := 0, 0
	k := i
	plus := p.mark(i-1, '+') && p.glued(i)
	for groups < 8 {
		it := p.at(k)
		if it.kind != iNum || p.small(k) < 0 && it.end-it.start > 11 {
			break
		}
		for _, c := range []byte(p.str(k)) {
			if c == ',' || c == '\'' {
				return 0
			}
			if isDigit(c) {
				digits++
			}
		}
		groups++
		j := k + 1
		switch {
		case p.mark(j, '-') && p.glued(j) && p.glued(j+1) && p.at(j+1).kind == iNum:
			k = j + 1
		case p.at(j).kind == iNum && p.at(j).gap:
			k = j
		case p.mark(j, ')') && p.at(j+1).kind == iNum:
			k = j + 1
		default:
			k = j
			goto done
		}
	}
done:
	first := p.str(i)
	switch {
	case plus && groups >= 2 && digits >= 7:
	case first[0] == '0' && len(first) >= 3 && groups >= 2 && digits >= 8 && !p.zoneAt(k):
	case groups == 2 && digits == 7 && len(first) == 3 && p.mark(i+1, '-') && p.str(i + 2)[0] == '0':
	case groups == 3 && digits == 10 && len(first) == 3 && len(p.str(i+2)) == 3 && p.mark(i+1, '-'):
	case groups == 4 && digits == 11 && first == "1" && p.mark(i+1, '-'):
	case groups >= 2 && digits >= 6 && p.isAny(i-1, "call", "phone", "telephone", "tel", "dial", "hotline", "on", "line", "lifeline", "fax", "text", "ring") && p.callNear(i):
	case groups == 3 && digits == 10 && p.mark(i-1, '(') && p.mark(i+1, ')'):
	case len(first) >= 10 && first[0] == '0' && digits >= 10:
	default:
		return 0
	}
	return k
}

func (p *parser) callNear(i int) bool {
	for k := i - 1; k > i-10; k-- {
		if p.isAny(k, "call", "phone", "telephone", "tel", "dial", "hotline", "helpline", "lifeline", "fax", "text", "ring", "contact", "crimestoppers", "number") {
			return true
		}
	}
	return false
}

// refuseWord claims number words in names and idioms.
func (p *parser) refuseWord(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	w := it.w
	no := func(next int) (fig, int, bool, bool) { return fig{}, next, false, true }
	if w.flags&(fCard|fMag|fVague|fFrac|fOrd|fMult) == 0 {
		return
	}
	if k := p.idiom(i); k > 0 {
		return no(k)
	}
	if w.is(fCard) {
		if p.rated(i) {
			return no(i + 1)
		}
		if it.capital && !p.shouting && p.nameOfNumber(i) {
			return no(i + 1)
		}
		if it.poss {
			return no(i + 1)
		}
		if p.at(i-1).w.is(fLabel) && (p.at(i-1).capital || p.isAny(i-1, "phase", "stage", "chapter", "category", "type", "level", "tier", "page", "platform", "gate", "article", "section", "channel", "runway", "number", "pit", "lane")) && p.labelled(i) && !p.is(i-1, "number") {
			return no(i + 1)
		}
		if p.isAny(i-1, "number") && !p.at(i-1).capital {
			return // number one
		}
		if w.s == "one" && !p.oneCounts(i) {
			if p.is(i+1, "second") {
				return no(i + 2) // one second mattered
			}
			return no(i + 1)
		}
		if w.s == "zero" && (p.isAny(i-1, "net", "ground", "below", "patient", "sub", "above", "absolute", "near") || p.mark(i-1, '-') && p.glued(i) || p.isAny(i+1, "tolerance", "sum", "hour", "emission") || p.mark(i+1, '-') && p.glued(i+1)) {
			return no(i + 1)
		}
		if w.s == "nil" || (w.s == "naught" || w.s == "nought") && p.isAny(i-1, "to", "for") {
			return no(i + 1)
		}
	}
	if w.s == "scores" && !p.scoresCount(i) || w.s == "tens" && !(p.is(i+1, "of") && p.at(i+2).w.is(fVague)) {
		return no(i + 1)
	}
	if w.is(fVague) && it.capital && !it.first && !p.shouting || w.is(fMag) && it.capital && !it.first && !p.shouting && p.at(i-1).kind == iWord && p.at(i-1).capital {
		return no(i + 1)
	}
	return
}
