package figure

import "strings"

// refine gives the figures what their sentence tells: resolved dates, units
// carried over, rates, nouns and events.
func (p *parser) refine() {
	p.assignSentences()
	p.resolveDates()
	p.currencies()
	p.elided()
	p.points()
	p.rates()
	p.nouns()
	p.unknownCurrencies()
	p.eventsOf()
	p.details()
}

// assignSentences numbers the sentence of each figure.
func (p *parser) assignSentences() {
	s := 0
	for i := range p.figs {
		f := &p.figs[i]
		for s+1 < len(p.sentences) && p.sentences[s+1].Start <= f.Start {
			s++
		}
		f.Sentence, f.sentence = s, s
	}
}

// stop reports whether item k ends the stretch in which a figure's context is
// looked for: the end of a sentence or of a paragraph.
func (p *parser) stop(k int) bool {
	p.work++
	it := p.at(k)
	if it.kind != iPunct {
		return it.kind == iEnd
	}
	if it.mark != '.' && it.mark != '!' && it.mark != '?' {
		return false
	}
	n := p.at(k + 1)
	if it.mark == '.' && n.kind == iWord && !n.first && strings.IndexByte(p.str(k-1), '.') > 0 {
		return false // 6:30 a.m. on Tuesday
	}
	return n.gap || n.kind == iEnd || p.mark(k+1, '"')
}

// currencies gives names of money without a country (pesos, crowns) the code
// of a country in sight, and earlier amounts the code of a later full name.
func (p *parser) currencies() {
	var codes map[string]string // by name of money, so that the text is searched once a name
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Money || f.cur == nil || f.cur.minor {
			continue
		}
		if f.cur.group == "rupee" && f.Unit == "INR" && !f.lakh {
			f.Unit = ""
		}
		if f.cur.group == "rupee" && f.Unit == "" && f.lakh {
			f.Unit = "INR"
			continue
		}
		if f.Unit != "" {
			continue
		}
		if codes == nil {
			codes = map[string]string{}
		}
		code, known := codes[f.cur.group]
		if !known {
			for _, other := range p.figs {
				if other.cur != nil && other.cur.group == f.cur.group && other.Unit != "" {
					code = other.Unit
					break
				}
			}
			if code == "" {
				code = p.countryCode(f.cur)
			}
			codes[f.cur.group] = code
		}
		f.Unit = code
	}
}

// countryCode is the code of the one country in the text whose money has the
// name, or "".
func (p *parser) countryCode(c *currencyWord) string {
	if len(c.byCue) == 0 {
		return ""
	}
	code := ""
	for k := 1; k < len(p.items)-1; k++ {
		w := p.items[k].w
		if !w.is(fCue) || len(w.cues) == 0 || !p.items[k].capital {
			continue
		}
		for _, cu := range w.cues {
			got, ok := c.byCue[cu.name]
			if !ok || p.matchWords(k, cu.words) == 0 {
				continue
			}
			if code != "" && code != got {
				return ""
			}
			code = got
		}
	}
	return code
}

// unknownCurrencies makes money of counts whose noun the text itself shows to be
// a currency, by a sum of money in brackets behind it: "45 million vatari
// ($380,000)", and every other count of vatari.
func (p *parser) unknownCurrencies() {
	const most = 4 // a story has one such currency, or two
	var names []string
	for i := 0; i+1 < len(p.figs) && len(names) < most; i++ {
		f, g := &p.figs[i], &p.figs[i+1]
		if g.Kind == Money && g.Unit != "" && p.mark(g.first-1, '(') && g.first-1 == f.nounAt+1 && p.currencyNoun(f) && !contains(names, f.Noun) {
			names = append(names, f.Noun)
		}
	}
	for i := range p.figs {
		f := &p.figs[i]
		named := p.currencyNoun(f)
		if len(names) == 0 || f.Kind != Count || !named && !f.carried || !contains(names, f.Noun) {
			continue
		}
		f.Kind, f.Unit, f.Figure.Noun, f.bare, f.Rule = Money, "", "", false, "money.shown"
		if !named {
			continue // up from 45 million
		}
		f.last, f.nounAt = f.nounAt+1, 0
		f.End = int(p.items[f.last-1].end)
		f.Text = p.text[f.Start:f.End]
	}
}

// currencyNoun reports whether a count's noun stands right behind it and is a
// word that no table knows.
func (p *parser) currencyNoun(f *found) bool {
	return f.Kind == Count && !f.carried && f.nounAt > 0 && f.nounAt == f.last && p.at(f.nounAt).w == unknown && !p.at(f.nounAt).poss
}

// points decides whether "points" are percentage points, or of an index or a
// game.
func (p *parser) points() {
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Point || f.Unit != "point" {
			continue
		}
		poll, index := 0, 0
		for k := f.first - 1; k > f.first-25 && !p.stop(k); k-- {
			if p.at(k).w.is(fPoll) {
				poll++
			}
			if p.at(k).w.is(fIndex) {
				index++
			}
		}
		for k := f.last; k < f.last+20 && !p.stop(k); k++ {
			if p.at(k).w.is(fPoll) {
				poll++
			}
			if p.at(k).w.is(fIndex) {
				index++
			}
			if p.mark(k, '%') {
				poll++
			}
		}
		small := f.hiv.cmp(whole(60)) < 0
		half := f.style&styleFrac != 0 || f.Rule == "fraction" || f.lov.cmp(whole(1)) < 0
		if p.is(f.last-1, "point") && f.hyphen && !p.isAny(f.last+1, "lead", "margin", "advantage", "gap", "swing", "rise", "cut", "increase", "drop", "fall", "deficit") {
			poll = 0
		}
		if p.isAny(f.last, "behind", "clear", "adrift") && poll == 0 {
			small = false
		}
		if small && index == 0 && poll > 0 || half && index == 0 && small || poll > index+1 && small {
			f.Unit = "percentage point"
			continue
		}
		f.Kind, f.Unit, f.Rule = Count, "", "count.points"
		f.Noun = "points"
		f.Text = p.text[f.Start:f.End]
		// the counted noun is no part of the text
		k := f.last - 1
		if p.isAny(k, "point", "points", "pts", "pt") {
			f.Noun = p.lower(k)
			f.last = k
			if p.mark(k-1, '-') && p.glued(k) {
				f.last = k - 1
			}
			if f.last > f.first {
				f.End = int(p.items[f.last-1].end)
				f.Text = p.text[f.Start:f.End]
			}
		}
	}
}
