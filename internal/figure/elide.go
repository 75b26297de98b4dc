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
			if g.sentence != f.sentence && !(lead == "money" && g.sentence == f.sentence-1 && (p.isAny(f.first-1, "first", "remaining", "other", "last") || p.moneySubject(f))) {
				break // the sentence before lends its money to "the first 5 billion"
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
			if j > 0 && p.mark(g.first-1, '(') && g.Kind == Money && p.figs[j-1].Kind == Count && g.first-p.figs[j-1].last == 2 {
				continue // of a currency that no table has
			}
			if lead == "money" && g.Kind == Measure && g.mag && f.mag && !p.pluralSoon(f.last) {
				f.Kind, f.Unit, f.bare = g.Kind, g.Unit, false
				f.Rule += ".elided" // imports of no more than 26 mln
				break
			}
			if lead == "money" && g.Kind != Money && !(g.Kind == Percent && p.at(f.first-1).poss) {
				continue
			}
			if lead == "share" && g.Kind != Percent {
				continue
			}
			if lead == "change" && !p.changePartner(g, f) {
				continue
			}
			if g.Kind == Percent && f.mag || g.Kind == Point && lead != "change" && lead != "contrast" {
				continue
			}
			if g.Kind == Money && !f.mag && !(f.style&(stylePoint|styleGrouped) != 0) && g.mag {
				continue
			}
			p.lendPence(f, g)
			f.Kind, f.Unit, f.cur, f.bare = g.Kind, g.Unit, g.cur, false
			f.Per = g.Per
			f.Rule += ".elided"
			break
		}
	}
}

// unitBehind lends a bare number the magnitude and the unit of the figure right
// behind "from" or "to", which serve both ends of a change: "narrowed to 3.0
// from 3.6 per cent", "from 8 to 12 million euros", "gained 4 to 65 pence".
func (p *parser) unitBehind(f, g *found) bool {
	if p.is(f.last, "of") && (g.first == f.last+1 || g.first == f.last+2 && p.at(f.last+1).w.is(fDet)) && g.Kind == Measure && !g.hyphen && f.Rule == "count" && f.mag == g.mag && f.hiv.cmp(g.hiv) <= 0 {
		f.Kind, f.Unit, f.bare = g.Kind, g.Unit, false
		f.Rule += ".elided" // dug through 19 of an estimated 70 metres
		return true
	}
	if !p.isAny(f.last, "from", "to") || g.first != f.last+1 || f.Rule != "count" || f.lov.cmp(f.hiv) != 0 {
		return false
	}
	direct := p.is(f.last, "to") && p.at(f.first-1).w.is(fRise)
	if !direct && !p.isAny(f.first-1, "to", "from") {
		return false
	}
	if g.mag && !f.mag && !direct && f.style&styleGrouped == 0 && f.hiv.cmp(whole(1000)) < 0 {
		if m := p.magnitudeOf(g); m > 0 {
			f.restate(f.lov.shift(m), f.hiv.shift(m))
			f.mag = true
		}
	}
	if g.bare || f.mag != g.mag {
		return false
	}
	switch g.Kind {
	case Money:
		p.lendPence(f, g)
	case Percent, Point, Measure, Duration:
	default:
		return false
	}
	f.Kind, f.Unit, f.cur, f.bare = g.Kind, g.Unit, g.cur, false
	f.Rule += ".elided"
	return true
}

// lendPence puts a whole number that stands against cents or pence into the
// main unit too.
func (p *parser) lendPence(f, g *found) {
	it := p.at(g.last - 1)
	if g.Kind == Money && g.last-1 > g.num && it.kind == iWord && (it.w.sub != nil || it.w.cur != nil && it.w.cur.minor) && !f.mag {
		f.restate(f.lov.shift(-2), f.hiv.shift(-2))
	}
}

// magnitudeOf is the power of ten of the magnitude words in the figure's text.
func (p *parser) magnitudeOf(g *found) int {
	m := 0
	for k := g.num; k < g.last; k++ {
		if it := p.at(k); it.kind == iWord && it.w.mag >= 3 && it.w.is(fMag) {
			m += it.w.mag
		}
	}
	return m
}

// elisionLead tells why a bare number may take the unit of the figure before:
// "change" for from and to, "contrast" for not, against, versus; "money" for a
// loss of, a close of.
func (p *parser) elisionLead(f *found) string {
	k := f.first - 1
	switch {
	case p.isAny(k, "from", "to"):
		return "change"
	case f.style&stylePoint != 0 && p.isAny(f.last, "before", "earlier", "previously") && p.closes(f.last+1):
		return "contrast" // by 0.3 percentage points, having said 0.2 before
	case p.isAny(k, "not", "against", "versus", "vs", "with", "or", "than"):
		if p.is(k, "with") && !p.isAny(k-1, "compared", "compares", "comparing") {
			return ""
		}
		if p.is(k, "or") {
			return ""
		}
		return "contrast"
	case p.isAny(k, "of") && f.style&stylePoint != 0 && p.isAny(k-1, "target", "goal", "forecast", "average", "rate"):
		return "contrast" // 5.2 percent of GDP, and a target of 4.5
	case p.isAny(k, "of") && p.isAny(k-1, "loss", "profit", "close", "price", "deficit", "surplus", "earnings", "income", "revenue", "sales", "cost", "bid", "offer", "high", "low", "value", "peak", "deficits", "turnover", "forecast", "forecasts", "estimate", "estimates", "target"):
		return "money"
	case p.isAny(k, "at") && f.style&stylePoint != 0 && p.isAny(k-1, "closed", "traded", "trading", "ended", "shares", "opened"):
		return "money"
	case f.mag, p.at(k).poss && f.style&stylePoint != 0:
		return "money"
	case f.hiv.cmp(whole(100)) <= 0 && p.closesClause(f.last) && (p.is(k, "on") || p.isAny(k, "at", "and", "with") && p.sentenceHas(f.first, "poll", "polls", "survey", "vote", "voters", "support", "turnout")):
		return "share" // the Reds on 41 percent, the Blues on 35
	}
	return ""
}

// moneySubject reports whether the figure of millions is said of what is always
// money: "its own assets are 610 billion".
func (p *parser) moneySubject(f *found) bool {
	if !f.mag || !p.isAny(f.first-1, "are", "is", "was", "were", "at", "of", "to", "reached", "exceed", "exceeded") {
		return false
	}
	for k := f.first - 2; k > f.first-6 && !p.stop(k); k-- {
		if p.isAny(k, "assets", "sales", "profit", "profits", "revenue", "revenues", "debt", "debts", "deposits", "losses", "earnings", "turnover", "loans", "reserves", "liabilities", "income", "spending") {
			return true
		}
	}
	return false
}

// closesClause reports whether what stands at k goes on with no noun.
func (p *parser) closesClause(k int) bool {
	it := p.at(k)
	return it.kind == iEnd || it.kind == iPunct && it.mark != '-' && it.mark != '%' || it.kind == iWord && p.isAny(k, "and", "but", "while", "by", "with")
}

// changePartner reports whether g and f are the ends of one change: "from 9
// points to 3.5", "to 2.5 hours from about four".
func (p *parser) changePartner(g, f *found) bool {
	if p.is(f.first-1, "to") {
		return p.is(g.first-1, "from") && f.first-g.last <= 3
	}
	prev := p.at(g.first - 1)
	if p.isAny(f.first-2, "up", "down") && f.first-g.last <= 14 {
		return true // exported 4,842 tonnes in the quarter, down from 14,937
	}
	return f.first-g.last <= 3 || (p.isAny(g.first-1, "to", "at", "by", "of", "was") || prev.w.is(fRise|fPast)) && f.first-g.last <= 14
}

// nounPhraseHere reports whether a counted noun stands at k, not a verb or an
// adverb that the tables know.
func (p *parser) nounPhraseHere(k int) bool {
	return !p.at(k).w.is(fPrep|fConj|fAux|fModal|fPast|fAdv|fPron|fDet|fVerb|fReport|fRise) && p.lower(k) != "earlier"
}
