package figure

import (
	"strings"
)

// letterKnown reports whether the letters glued behind a number are a
// magnitude, a unit, a suffix of an ordinal or of a time.
func (p *parser) letterKnown(k int) bool {
	w := p.at(k).w
	if w.s == "z" && (!p.at(k).capital || p.at(k-1).end-p.at(k-1).start < 4 && !p.mark(k-2, ':')) {
		return false // 1430Z and 14:30Z, but no 7z
	}
	if w.is(fMag|fSeedExtra|fZone) || w.unit != nil || w.sub != nil || w.cur != nil || w.is(fFrac) {
		return true
	}
	if isoSet[p.str(k)] || len(p.str(k)) > 1 && currencySigns[p.lower(k)] != "" {
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
	if p.peopleSoon(j) || p.year(i) > 0 && p.yearHere(i) && !p.at(j).capital && p.year(i) > 1900 {
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
