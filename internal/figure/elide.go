package figure

// elided carries unit and kind over to a bare number that stands against the
// figure before it: "to 42 cents from 38", "three years, not five".
func (p *parser) elided() {
	for i := range p.figs {
		f := &p.figs[i]
		if !f.bare || f.Kind != Count || f.hyphen {
			continue
		}
		if p.at(f.last).kind == iWord && p.nounFollows(f.last) && p.nounPhraseHere(f.last) && !p.isAny(f.last, "less", "more", "lower", "higher", "fewer", "below", "above") {
			continue
		}
		if i+1 < len(p.figs) && p.unitBehind(f, &p.figs[i+1]) {
			continue
		}
		lead := p.elisionLead(f)
		if lead == "" {
			continue
		}
		for j := i - 1; j >= 0 && j > i-5; j-- {
			g := &p.figs[j]
			if g.sentence != f.sentence {
				break
			}
			if g.Kind == Date || g.Kind == Time || g.Kind == Ordinal || g.Kind == Age || g.Kind == Score || g.Kind == Fraction || g.Kind == Multiple {
				continue
			}
			if g.Kind == Count {
				break
			}
			if j > 0 && p.mark(g.first-1, '(') && p.figs[j-1].Kind == g.Kind && g.first-p.figs[j-1].last <= 1 {
				continue // a conversion in brackets
			}
			if lead == "money" && g.Kind != Money && !(g.Kind == Percent && p.at(f.first-1).poss) {
				continue
			}
			if lead == "change" && !p.changePartner(g, f) {
				continue
			}
			if g.Kind == Percent && f.mag || g.Kind == Point && lead != "change" {
				continue
			}
			if g.Kind == Money && !f.mag && !(f.style&(stylePoint|styleGrouped) != 0) && g.mag {
				continue
			}
			f.Kind, f.Unit, f.cur, f.bare = g.Kind, g.Unit, g.cur, false
			f.Per = g.Per
			f.Rule += ".elided"
			break
		}
	}
}

// unitBehind lends a bare number the unit of the figure right behind "from" or
// "to": "narrowed to 3.0 from 3.6 per cent".
func (p *parser) unitBehind(f, g *found) bool {
	if !p.isAny(f.first-1, "to", "from") || !p.isAny(f.last, "from", "to") || g.first != f.last+1 || g.bare || f.mag {
		return false
	}
	switch g.Kind {
	case Percent, Point, Measure, Duration:
		f.Kind, f.Unit, f.bare = g.Kind, g.Unit, false
		f.Rule += ".elided"
		return true
	}
	return false
}

// elisionLead tells why a bare number may take the unit of the figure before:
// "change" for from and to, "contrast" for not, against, versus; "money" for a
// loss of, a close of.
func (p *parser) elisionLead(f *found) string {
	k := f.first - 1
	switch {
	case p.isAny(k, "from", "to"):
		return "change"
	case p.isAny(k, "not", "against", "versus", "vs", "with", "or", "than"):
		if p.is(k, "with") && !p.isAny(k-1, "compared", "compares", "comparing") {
			return ""
		}
		if p.is(k, "or") {
			return ""
		}
		return "contrast"
	case p.isAny(k, "of") && p.isAny(k-1, "loss", "profit", "close", "price", "deficit", "surplus", "earnings", "income", "revenue", "sales", "cost", "bid", "offer", "high", "low", "value", "peak", "deficits", "turnover", "forecast", "forecasts", "estimate", "estimates", "target"):
		return "money"
	case p.isAny(k, "at") && f.style&stylePoint != 0 && p.isAny(k-1, "closed", "traded", "trading", "ended", "shares", "opened"):
		return "money"
	case f.mag, p.at(k).poss && f.style&stylePoint != 0:
		return "money"
	}
	return ""
}

// changePartner reports whether g and f are the ends of one change: "from 9
// points to 3.5", "to 2.5 hours from about four".
func (p *parser) changePartner(g, f *found) bool {
	if p.is(f.first-1, "to") {
		return p.is(g.first-1, "from") && f.first-g.last <= 3
	}
	prev := p.at(g.first - 1)
	return f.first-g.last <= 3 || (p.isAny(g.first-1, "to", "at", "by", "of", "was") || prev.w.is(fRise|fPast)) && f.first-g.last <= 14
}

// nounPhraseHere reports whether a counted noun stands at k, not a verb or an
// adverb that the tables know.
func (p *parser) nounPhraseHere(k int) bool {
	return !p.at(k).w.is(fPrep|fConj|fAux|fModal|fPast|fAdv|fPron|fDet|fVerb|fReport|fRise) && p.lower(k) != "earlier"
}
