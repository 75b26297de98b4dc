package figure

import "strings"

// rates reads "a share", "per week", "an hour", "every day", "per 100,000
// residents" behind figures.
func (p *parser) rates() {
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind == Date || f.Kind == Time || f.Kind == Ordinal || f.Kind == Age || f.Kind == Score || f.Kind == Multiple {
			continue
		}
		k := f.last
		if f.Kind == Measure && p.is(k-1, "bpd") {
			f.Per = "day"
			continue
		}
		if f.Kind == Count || f.Kind == Fraction || f.Kind == Percent || f.Kind == Measure {
			k = p.pastNoun(f)
		}
		f.Per = p.perAt(k, f)
		if f.Per == "" && f.Kind == Count {
			f.Per = p.eachUnit(i)
		}
		for j := max(0, i-4); j < i && f.Per != ""; j++ {
			if strings.HasPrefix(p.figs[j].Per, f.Per+" ") {
				f.Per = p.figs[j].Per // against 1.1 per 100,000
			}
		}
	}
	// a rate said once serves both amounts of a change, and a conversion
	for i := range p.figs {
		f := &p.figs[i]
		if f.Per == "" {
			continue
		}
		if i > 0 {
			g := &p.figs[i-1]
			if g.Per == "" && g.sentence == f.sentence && g.Kind == f.Kind && f.Kind == Money && f.first-g.last <= 3 && g.Unit == f.Unit && p.isAny(f.first-1, "to", "from") {
				g.Per = f.Per
			}
		}
		for j := i + 1; j < len(p.figs) && j < i+3; j++ {
			g := &p.figs[j]
			if g.Per == "" && g.sentence == f.sentence && g.Kind == f.Kind && g.Unit == f.Unit && p.isAny(g.first-1, "from", "to", "against", "than") && f.Kind == Money {
				g.Per = f.Per
			}
		}
	}
	for i := 1; i < len(p.figs); i++ {
		g, f := &p.figs[i-1], &p.figs[i]
		if p.mark(f.first-1, '(') && p.mark(f.last, ')') && f.first-g.last == 1 && f.Kind == g.Kind {
			if per := p.perAt(f.last+1, f); per != "" && f.Per == "" {
				f.Per = per
				if g.Per == "" {
					g.Per = per
				}
			} else if g.Per != "" && f.Per == "" {
				f.Per = g.Per
			}
		}
	}
	// the number inside "per 100,000 residents" is no figure of its own
	out := 0
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind == Count && p.isAny(f.first-1, "per") && out > 0 && p.figs[out-1].Per != "" && p.figs[out-1].sentence == f.sentence {
			continue
		}
		if out < i {
			p.figs[out] = *f
		}
		out++
	}
	p.figs = p.figs[:out]
}

// eachUnit reads "every day", "each hour" at the end of a count's clause.
func (p *parser) eachUnit(i int) string {
	f := &p.figs[i]
	for k := f.last; k < f.last+12; k++ {
		it := p.at(k)
		if it.kind == iPunct && it.mark != '-' || it.kind == iEnd || i+1 < len(p.figs) && p.figs[i+1].first == k || it.w.is(fConj) {
			return ""
		}
		if p.isAny(k, "every", "each") && p.at(k+1).w.unit != nil && p.at(k+1).w.unit.kind == Duration {
			return p.singular(k + 1)
		}
	}
	return ""
}

// pastNoun is the item behind the figure's noun phrase (or "of output").
func (p *parser) pastNoun(f *found) int {
	k := f.last
	if f.Kind == Measure || f.Kind == Percent || f.Kind == Fraction {
		if p.is(k, "of") && p.at(k+1).kind == iWord && !p.at(k+1).w.is(fDet) {
			return k + 2
		}
		return k
	}
	for n := 0; n < 5; n++ {
		it := p.at(k)
		if it.kind != iWord || it.w.is(fPrep|fConj|fAux|fModal|fPast|fDet) {
			break
		}
		k++
		if p.plural(k-1) && !it.w.is(fAttr) {
			break
		}
	}
	return k
}

// perAt is the rate said at item k, or "".
func (p *parser) perAt(k int, f *found) string {
	switch {
	case p.is(k, "per"):
		if p.is(k+1, "cent") {
			return ""
		}
		if p.is(k+1, "annum") {
			return "year"
		}
		if p.is(k+1, "capita") || p.is(k+1, "head") {
			return "person"
		}
		if p.at(k+1).kind == iNum || p.at(k+1).w.is(fCard|fMag) {
			if n, ok := p.number(k + 1); ok {
				j := n.last
				for j < n.last+3 && p.nounFollows(j) && p.at(j).kind == iWord && !p.at(j).w.is(fPast|fVerb) {
					j++
					if p.plural(j - 1) {
						break
					}
				}
				return p.text[p.at(k+1).start:p.at(j-1).end]
			}
		}
		if p.at(k+1).kind == iWord {
			return p.singular(k + 1)
		}
	case p.mark(k, '/') && p.glued(k+1) && p.at(k+1).kind == iWord && !p.at(k+1).capital:
		return p.singular(k + 1)
	case p.at(k).w.is(fArticle) || p.isAny(k, "each", "every"):
		w := p.at(k + 1).w
		if p.at(k+1).kind != iWord || p.isAny(k+2, "ago", "earlier", "later", "before", "after", "previously", "old") || p.is(k+2, "from") && p.is(k+3, "now") {
			return ""
		}
		if w.unit != nil && (w.unit.kind == Duration || f.Kind == Money && w.unit.kind == Measure) || p.isAny(k+1, "share", "head", "person", "barrel", "tonne", "ton", "night", "litre", "gallon", "ounce", "pound", "bushel", "unit", "ticket", "pupil", "student", "household", "game", "match", "shift", "season", "month", "piece", "bottle", "vote", "kilo") && (f.Kind == Money || p.isAny(k+1, "night", "game", "match", "season", "head", "shift", "person")) {
			if p.is(k+1, "head") {
				return "person"
			}
			return p.singular(k + 1)
		}
	case p.isAny(k, "annually", "yearly"):
		return "year"
	case p.isAny(k, "monthly"):
		return "month"
	case p.isAny(k, "weekly"):
		return "week"
	case p.isAny(k, "daily"):
		return "day"
	case p.isAny(k, "hourly"):
		return "hour"
	case p.isAny(k, "bpd") || p.is(k, "b") && p.mark(k+1, '/') && p.is(k+2, "d"):
		return "day"
	}
	return ""
}

// singular is the word at k in lower case, units by their name.
func (p *parser) singular(k int) string {
	if u := p.at(k).w.unit; u != nil && u.kind == Duration {
		return u.code
	}
	return p.lower(k)
}
