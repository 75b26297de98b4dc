package figure

import "strings"

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
			if isoSet[s] || currencySigns[p.lower(i-1)] != "" && (len(s) > 1 || s == "R" || s == "P") && !(s == "M" || s == "Q" || s == "q" || s == "p") || prev.w.is(fMonth) || prev.w.is(fDot) && p.text[prev.end-1] == '.' {
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
	if p.label(i) {
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

// letterKnown reports whether the letters glued behind a number are a
// magnitude, a unit, a suffix of an ordinal or of a time.
func (p *parser) letterKnown(k int) bool {
	w := p.at(k).w
	if w.is(fMag|fSeedExtra|fZone) || w.unit != nil || w.sub != nil || w.cur != nil || w.is(fFrac) {
		return true
	}
	if isoSet[p.str(k)] || currencySigns[p.lower(k)] != "" {
		return true
	}
	return p.isAny(k, "st", "nd", "rd", "th", "am", "pm", "a.m", "p.m", "s", "fold", "plus", "odd", "ish", "x", "hrs", "yo", "pc", "pct", "kmh", "b", "k")
}

// label reports whether the number at i names something: Flight 218, Boeing
// 737, Section 230, Kestrel 500.
func (p *parser) label(i int) bool {
	k := i - 1
	prev := p.at(k)
	if p.isAny(k, "no", "nos", "number") && p.at(k-1).w.is(fLabel) {
		return true
	}
	if prev.kind == iPunct && prev.mark == '-' && !prev.gap && p.glued(i) {
		return false
	}
	// sections 12 and 14; rooms 3, 4 and 5
	if prev.kind == iWord && (prev.w.s == "and" || prev.w.s == "to" || prev.w.s == "or") && p.floor == k && p.at(k-1).kind == iNum && p.lastRefused(k-1) {
		return true
	}
	if prev.kind != iWord || prev.poss {
		return false
	}
	w := prev.w
	s := w.s
	if w.is(fProperLabel) && prev.capital && !p.shouting || p.labelPlural(p.lower(k), prev.capital) {
		return p.labelled(i)
	}
	if w.is(fLabel) {
		return p.labelled(i)
	}
	if !prev.capital {
		return false
	}
	// a capitalised name before digits: Windows 11, Kestrel 500
	if p.mark(k-1, '&') && p.glued(k-1) {
		return true // S&P 500
	}
	if w.is(fMonth|fWeekday|fMod|fPrep|fConj|fDet|fAux|fModal|fPron|fAdv|fAdj|fReport|fRise|fVerb|fPast|fPresent|fZone|fCard|fMag|fOrd) || currencySigns[s] != "" || isoSet[p.str(k)] || w.cur != nil || w.unit != nil || w.is(fPerson|fPlural) {
		return false
	}
	if p.shouting || prev.first && (p.at(k-1).kind != iWord) && (p.plural(k) || p.isPastForm(k) || strings.HasSuffix(p.lower(k), "ing") || strings.HasSuffix(p.lower(k), "ly")) {
		return false
	}
	// In Gaza 12 people; Fed 25 basis points; Newcastle 3-1
	q := quantity{}
	q.number, _ = p.number(i)
	j := q.last
	if j == 0 {
		return true
	}
	if p.at(i-1).kind == iSign || p.mark(j, '%') || p.mark(j, '-') && p.glued(j) && (p.at(j+1).kind == iNum || p.at(j+1).kind == iWord) || q.style&(styleGrouped|stylePoint) != 0 || p.mark(j, ':') && p.at(j+1).kind == iNum {
		return false
	}
	if u, _ := p.unitAt(j, &q); u != nil || q.mag || p.currencyAt(j) != nil || p.at(j).w.sub != nil || p.zoneAt(j) || p.isAny(j, "a.m", "p.m", "am", "pm", "votes", "to", "out", "in", "percent") && !p.isAny(j, "to", "in") {
		return false
	}
	if p.peopleSoon(j) || p.year(i) > 0 && p.yearHere(i) && !p.at(j).capital && p.year(i) > 1900 && !p.labelCapital(k) {
		return false
	}
	if p.listedShare(i, k, j) {
		return false
	}
	if p.mark(i+1, '\'') || p.at(j).w.is(fMonth) {
		return false
	}
	if p.pluralSoon(j) && p.at(j).kind == iWord && !p.at(j).capital && p.at(k-1).w.is(fPrep) {
		return false // in Orlo 14 homes were lost
	}
	return true
}

// listedShare reports whether the name at k and the number at i are a member
// of a list of shares: "the Bloc would have 75 of the 180 seats, and the
// Accord 74".
func (p *parser) listedShare(i, k, j int) bool {
	if len(p.figs) == 0 || p.nounFollows(j) {
		return false
	}
	g := &p.figs[len(p.figs)-1]
	if g.Kind != Count && g.Kind != Percent || k-g.last > 8 {
		return false
	}
	for n := g.last; n < k; n++ {
		if p.stop(n) {
			return false
		}
	}
	for n := k; n > k-4; n-- {
		if p.mark(n-1, ',') || p.isAny(n-1, "and", "while") {
			return true
		}
		if !p.at(n-1).capital && !p.is(n-1, "the") {
			return false
		}
	}
	return false
}

// labelPlural reports whether s is the plural of a label noun: sections 12
// and 14.
func (p *parser) labelPlural(s string, capital bool) bool {
	if len(s) < 4 || s[len(s)-1] != 's' {
		return false
	}
	w := p.lex[s[:len(s)-1]]
	return w != nil && (w.is(fLabel) || capital && w.is(fProperLabel))
}

// labelCapital tells the name of an event or product with a year (Paris 2024)
// from a year that stands behind a name by chance; both read as dates.
func (p *parser) labelCapital(k int) bool { return false }

// labelled tells "room 12" from "in the room 12 people": a counted noun of
// people or a unit behind undoes the label.
func (p *parser) labelled(i int) bool {
	n, good := p.number(i)
	if !good {
		return true
	}
	if n.mag || n.style&styleGrouped != 0 || p.mark(n.last, '%') {
		return false
	}
	k := p.skipHyphen(n.last)
	if p.at(i - 1).capital {
		return true
	}
	q := quantity{number: n}
	if u, _ := p.unitAt(n.last, &q); u != nil && u.kind != Point && k == n.last {
		return false
	}
	if p.currencyAt(n.last) != nil {
		return false
	}
	return !p.peopleSoon(n.last)
}

// lastRefused reports whether the number at k was itself refused as a label.
func (p *parser) lastRefused(k int) bool {
	if len(p.figs) > 0 && p.figs[len(p.figs)-1].last > k {
		return false
	}
	return true
}

// labelEnd is the item behind a label's number, and the range or letters
// glued to it.
func (p *parser) labelEnd(i int) int {
	k := p.digitsRun(i)
	if n, good := p.number(i); good && n.last > k && n.style&styleGrouped != 0 {
		k = n.last
	}
	return k
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
	if w.is(fVague) && it.capital && !it.first && !p.shouting || w.is(fMag) && it.capital && !it.first && !p.shouting && p.at(i-1).kind == iWord && !p.at(i-1).capital == false {
		return no(i + 1)
	}
	return
}

// scoresCount tells "scores of people" from the scores of a match.
func (p *parser) scoresCount(i int) bool {
	n := i + 1
	if p.is(n, "of") {
		return !p.isAny(i-1, "test", "exam", "credit", "box", "the", "film", "their", "his", "her", "average", "high", "low") && !p.at(n+1).w.is(fCard) && p.at(n+1).kind != iNum
	}
	return p.isAny(n, "more", "were", "dead", "injured", "killed", "wounded", "missing", "have", "others", "are") && !p.isAny(i-1, "test", "exam", "credit", "the", "their", "his")
}

// idioms are phrases with number words that count nothing; the seed is the
// word in the middle column.
var idioms = [...][]string{
	{"at", "sixes", "and", "sevens"}, {"six", "of", "one"}, {"one", "by", "one"}, {"one", "another"}, {"one", "of"}, {"one", "or", "the", "other"}, {"one", "or", "two"}, {"one", "and", "all"}, {"one", "and", "the", "same"}, {"one", "and", "only"},
	{"one", "step", "ahead"}, {"one", "way", "or"}, {"one", "thing"}, {"one", "point", "in"}, {"one", "day", "soon"}, {"one", "fell", "swoop"}, {"one", "hand"}, {"one", "too", "many"}, {"one", "size", "fits", "all"}, {"one", "in", "a", "million"}, {"one", "side"}, {"one", "end"},
	{"two", "faced"}, {"two", "cents"}, {"two", "minds"}, {"two", "wrongs"}, {"three", "cheers"}, {"three", "rs"}, {"four", "letter"}, {"four", "corners", "of"}, {"seven", "deadly"}, {"cloud", "nine"}, {"nine", "to", "five"}, {"forty", "winks"}, {"seventh", "heaven"}, {"a", "million", "miles"}, {"million", "miles", "away"}, {"thousand", "cuts"}, {"hundred", "per", "cent", "sure"}, {"second", "to", "none"}, {"third", "time", "lucky"}, {"eleventh", "hour"}, {"half", "the", "battle"}, {"fifty", "fifty"}, {"six", "feet", "under"}, {"ten", "a", "penny"}, {"dime", "a", "dozen"}, {"nineteen", "to", "the", "dozen"}, {"two", "way", "street"}, {"two", "peas"}, {"zero", "in"}, {"second", "guess"}, {"ten", "commandments"}, {"one", "time"}, {"three", "wise"}, {"twenty", "twenty"},
}

// idiom is the item behind an idiom that holds item i, or 0.
func (p *parser) idiom(i int) int {
	s := p.at(i).w.s
	for _, words := range p.at(i).w.idioms {
		at := -1
		for k, x := range words {
			if x == s {
				at = k
				break
			}
		}
		if at < 0 {
			continue
		}
		k := i
		good := true
		for j := at; j < len(words); j++ {
			if !p.is(k, words[j]) && p.lower(k) != words[j] {
				good = false
				break
			}
			k = p.skipHyphen(k + 1)
		}
		if !good {
			continue
		}
		j := i
		for b := at - 1; b >= 0; b-- {
			j = p.backHyphen(j)
			if p.lower(j) != words[b] {
				good = false
				break
			}
		}
		if good {
			return max(k, i+1)
		}
	}
	return 0
}

// nameOfNumber tells names with number words (Nine Elms, Group of Seven, the
// Two Rivers) from counts at the head of a sentence (Three Israeli soldiers).
func (p *parser) nameOfNumber(i int) bool {
	it, n, prev := p.at(i), p.at(i+1), p.at(i-1)
	joined := p.mark(i+1, '-') && p.glued(i+1) && p.glued(i+2)
	if it.first || prev.kind == iPunct && (prev.mark == '"' || prev.mark == '\'' || prev.mark == ':' || prev.mark == '-' || prev.mark == '_' || prev.mark == ')' || prev.mark == '.' || prev.mark == '?' || prev.mark == '!') || prev.kind == iEnd {
		if n.kind != iWord || !n.capital || joined {
			return false
		}
		// the number of a count may be of several words: Twenty Palestinians
		if n.w.is(fTitle|fDemonym|fCard|fMag) || p.lowerNounSoon(i+1) && !p.at(i+2).w.is(fVerb|fPast) {
			return false
		}
		return !p.demonymLike(i + 1)
	}
	if prev.kind == iWord && (prev.capital || p.is(i-1, "of") && p.at(i-2).capital) && !prev.w.is(fMod) {
		return true
	}
	if n.kind == iWord && n.capital {
		return true
	}
	return true
}

// demonymLike reports whether item i looks like a plural name of a people.
func (p *parser) demonymLike(i int) bool {
	s := p.lower(i)
	for _, end := range []string{"ans", "ese", "ish", "is", "ists", "ers", "ics", "ats"} {
		if len(s) > len(end)+2 && s[len(s)-len(end):] == end {
			return p.at(i+1).kind != iWord || !p.at(i+1).capital
		}
	}
	return false
}

// oneCounts tells "one guard" and "one was killed" from the pronoun.
func (p *parser) oneCounts(i int) bool {
	n, prev := p.at(i+1), p.at(i-1)
	if p.is(i+1, "and") && p.at(i+2).w.is(fArticle) && p.at(i+3).w.is(fFrac) || p.is(i+1, "out") && p.is(i+2, "of") || p.isAny(i-1, "minus", "negative") || p.is(i+1, "point") && p.at(i+2).w.is(fCard) {
		return true // one and a half, one out of three, minus one
	}
	if p.mark(i+1, '-') && p.glued(i+1) {
		if p.isAny(i+2, "off", "time", "sided", "way", "on", "stop", "man", "woman", "size", "to", "upmanship", "nil", "party", "liner", "hit", "eyed", "piece", "dimensional") {
			return p.is(i+2, "nil")
		}
		return true
	}
	if prev.kind == iWord && (!prev.capital || prev.first) && (p.isAny(i-1, "no", "every", "any", "this", "that", "which", "each", "another", "some", "the", "not", "square", "number", "day", "a", "an", "loved", "new", "old", "big", "good", "bad", "little", "right", "wrong", "latest", "previous", "first", "last", "biggest", "her", "his", "my", "your", "our", "their", "young") && !(p.isAny(i-1, "the", "not", "another", "some", "any", "her", "his", "their", "no", "every") && p.nounFollows(i+1) && p.isAny(i-1, "not", "another", "her", "his", "their"))) {
		return p.is(i-1, "the") && p.nounFollows(i+1) && p.at(i+1).w.is(fPerson)
	}
	switch n.kind {
	case iWord:
		if p.isAny(i+1, "of", "another", "who", "that", "which", "s", "might", "should", "can", "could", "must", "may", "has", "would", "cannot", "does", "or", "thing", "point", "way", "day", "time", "moment", "side", "reason", "place", "year's", "knows", "else", "too", "with", "that's", "once", "morning", "night", "evening", "afternoon", "stage", "minute", "second", "hand", "example", "end", "part", "final", "said", "told", "called", "named", "after", "at", "by", "for", "from", "on", "to", "is", "but", "if", "as", "where", "when", "we", "they", "he", "she", "it", "i", "you", "really", "wants", "will", "wonders", "than") {
			if p.isAny(i+1, "is", "has") && p.countBefore(i) {
				return true // two drowned and one is missing
			}
			if p.is(i+1, "of") || !p.listNear(i) && !p.is(i+1, "or") {
				return false
			}
			return p.isAny(i+1, "from", "in", "at", "with", "by", "on", "after", "for") && p.listNear(i) || p.is(i+1, "or") && p.at(i+2).w.is(fCard)
		}
		if n.w.unit != nil && n.w.unit.kind == Duration {
			return true
		}
		if p.isAny(i+1, "was", "were", "in", "dead", "injured", "killed", "missing", "wounded", "died", "critically", "seriously", "fatally", "hundred", "thousand", "million", "billion", "more", "other", "hurt", "fatality") {
			return true
		}
		return !n.w.is(fPrep|fConj|fAux|fModal|fPron|fDet) || n.w.is(fReport) && false
	case iNum, iSign:
		return false
	}
	return p.listNear(i) && (p.mark(i+1, '.') || p.mark(i+1, ',') || p.mark(i+1, ';')) && (p.isAny(i-1, "and", "killed", "killing", "wounded", "wounding", "injuring", "just", "only", "but", "than", "least", "with", "from", "to") || prev.w.is(fMod))
}

// countBefore reports whether a count of the same list stands shortly before
// the "one" at i.
func (p *parser) countBefore(i int) bool {
	if len(p.figs) == 0 || !p.isAny(i-1, "and", "while", "but") && !p.mark(i-1, ',') && !p.mark(i-1, ';') {
		return false
	}
	g := &p.figs[len(p.figs)-1]
	if g.Kind != Count || i-g.last > 8 {
		return false
	}
	for k := g.last; k < i; k++ {
		if p.stop(k) {
			return false
		}
	}
	return true
}

// listNear reports whether another count stands within ten items.
func (p *parser) listNear(i int) bool {
	for k := i - 10; k < i+10; k++ {
		if k < 1 || k == i {
			continue
		}
		it := p.at(k)
		if it.kind == iEnd && k < i {
			continue
		}
		if it.kind == iNum || it.kind == iWord && it.w.is(fCard) && it.w.s != "one" {
			return true
		}
	}
	return false
}
