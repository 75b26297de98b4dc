package figure

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
		if (n.w.is(fPast) || p.isPastForm(i+1) && !n.w.is(fAdj)) && !p.at(i-1).w.is(fDet) || n.w.is(fDet|fPron|fArticle) && !p.is(i+1, "half") || p.isAny(i+1, "aid", "minister", "lady", "ladies", "responder", "responders", "name", "names", "class", "hand", "and", "things", "appeared", "reported", "came", "thing", "met", "emerged", "published", "announced", "noticed", "saw", "began", "introduced", "started", "opened", "impressions", "instance", "place", "language", "cousin", "cousins", "proposed", "elected", "noted", "detected", "identified", "discovered", "broke", "mover", "sea", "sight", "light", "principles") && !p.at(i-1).w.is(fDet) || p.isAny(i+1, "aid", "minister", "lady", "responder", "responders", "name", "names", "class", "hand", "cousin", "cousins", "principles", "instance", "language", "impressions", "sergeant", "officer", "lieutenant") {
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

// digitOrdinal reads 2nd, 89th, twenty-first, No. 27, number four.
func (p *parser) digitOrdinal(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	f = fig{first: i, last: i + 1, num: i}
	f.Kind, f.Rule = Ordinal, "ordinal"
	if it.kind == iNum && p.ordinalSuffix(i+1) {
		d, style, good := parseDigits(p.str(i), p.comma)
		if !good || style&stylePoint != 0 {
			return
		}
		f.last = i + 2
		if n := p.at(i + 2); n.kind == iWord && n.capital && !p.shouting && !p.isAny(i+2, "minute", "century", "anniversary") && streetWords[p.lower(i+2)] || p.is(i+2, "hour") && p.small(i) == 11 || p.mark(i+2, '-') && p.is(i+3, "hour") && p.small(i) == 11 || p.isAny(i+2, "street", "avenue", "amendment") {
			return f, i + 3, false, true
		}
		f.values(d, d)
		return f, f.last, true, true
	}
	if it.kind == iWord && (it.w.is(fCard) && it.w.n > 0 || it.w.is(fMag) && it.w.mag == 2) {
		if v, last := p.wordOrdinal(i); last > 0 {
			f.last = last
			f.values(whole(v), whole(v))
			return f, f.last, true, true
		}
	}
	if it.kind == iWord && it.w.is(fCard) && it.w.n >= 20 && it.w.n < 100 {
		k := p.skipHyphen(i + 1)
		if w := p.at(k).w; w.is(fOrd) && w.ord < 10 && (k > i+1 || w.s != "second") {
			f.last = k + 1
			f.values(whole(it.w.n+w.ord), whole(it.w.n+w.ord))
			return f, f.last, true, true
		}
	}
	// No. 27, number four, no 1
	back := i - 1
	if p.is(back, "no") || p.isAny(back, "number", "numbers", "nos") {
		n, good := p.number(i)
		v, exact := n.lo.int64()
		if !good || !exact || n.letter || n.mag || n.style&(stylePoint|styleFrac) != 0 {
			return
		}
		switch p.at(back).w.s {
		case "no":
			if !p.at(back).capital && n.style&styleWords != 0 {
				return // no two
			}
			if p.text[p.at(back).end-1] != '.' && n.style&styleWords != 0 {
				return
			}
		case "number":
			if p.at(back).capital && !p.at(back).first || p.is(back-1, "the") && !p.rankBefore(back-1) && n.style&styleWords == 0 || p.isAny(back-1, "phone", "telephone", "flight", "serial", "registration", "account", "case", "room", "house", "shirt", "bus") {
				return f, n.last, false, true
			}
		default:
			return
		}
		if p.numberedName(back) {
			return f, n.last, false, true
		}
		if p.mark(n.last, '/') && p.glued(n.last) {
			return f, p.digitsRun(i), false, true
		}
		if p.isAny(n.last, "jersey", "shirt", "bus", "line", "train", "tram") || p.isAny(n.last, "downing") {
			return f, n.last, false, true
		}
		f.first, f.last = back, n.last
		if back < p.floor {
			f.first = i
		}
		f.values(whole(v), whole(v))
		return f, f.last, true, true
	}
	return
}

// wordOrdinal reads ordinals of several words: hundred and fiftieth, one
// hundred twenty-fifth, two hundredth (anniversary).
func (p *parser) wordOrdinal(i int) (v int64, last int) {
	n, ok := p.number(i)
	if !ok && p.at(i).w.is(fMag) { // hundred and fiftieth
		n, ok = number{first: i, last: i + 1, lo: whole(100)}, true
	}
	if !ok || n.style&(styleFrac|stylePoint) != 0 || n.vague {
		return 0, 0
	}
	base, exact := n.lo.int64()
	if !exact {
		return 0, 0
	}
	k := p.skipHyphen(n.last)
	if p.is(k, "and") {
		k++
	}
	if w := p.at(k).w; w.is(fCard) && w.n >= 20 && p.at(p.skipHyphen(k+1)).w.is(fOrd) {
		base += w.n
		k = p.skipHyphen(k + 1)
	}
	w := p.at(k).w
	if !w.is(fOrd) || p.at(k).kind != iWord || w.s == "second" && k == n.last || p.at(k).capital && !p.at(i).capital {
		return 0, 0
	}
	switch {
	case w.ord >= 100 && base < 100 && k == n.last && w.s == "hundredth" && !p.is(k+1, "of"):
		return base * w.ord, k + 1
	case base >= 100 && base%100 == 0 && w.ord < 100, base > 100 && base%10 == 0 && base%100 >= 20 && w.ord < 10:
		return base + w.ord, k + 1
	}
	return 0, 0
}

func (p *parser) rankBefore(k int) bool {
	return p.isAny(k-1, "world", "ranked", "seed", "is", "was", "as", "became", "now", "at")
}

var streetWords = map[string]bool{"street": true, "avenue": true, "st": true, "ave": true, "road": true, "circuit": true, "amendment": true, "regiment": true, "infantry": true, "division": true, "battalion": true, "district": true, "congress": false, "floor": false, "army": true, "fleet": true, "brigade": true, "airborne": true, "precinct": true}
