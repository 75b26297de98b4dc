package figure

// inheritEvent takes the event of the figure that this one is part of, stands
// in a list with, or restates.
func (p *parser) inheritEvent(i int) {
	f := &p.figs[i]
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		g := &p.figs[j]
		if g.sentence < f.sentence-1 {
			return
		}
		if !(g.Kind == Count || g.Kind == Percent || g.Kind == Fraction) || g.hyphen {
			continue
		}
		if thingNouns[g.Noun] && g.Event == "" && g.Kind == Count {
			continue
		}
		if g.Event == "" {
			if g.sentence == f.sentence && (p.lex.person(g.Noun) || g.Kind != Count) {
				return
			}
			continue
		}
		if !p.linked(g, f) {
			return
		}
		f.Event = g.Event
		return
	}
}

// linked reports whether f goes on with what g counts.
func (p *parser) linked(g, f *found) bool {
	prev := f.first - 1
	for p.at(prev).w.is(fDet|fAdj) && prev > g.last {
		prev--
	}
	subset := p.isAny(prev, "including", "among", "them", "whom", "these", "particularly") || p.is(f.last, "of") && p.isAny(f.last+1, "them", "whom", "these", "those") || p.is(prev, "but") && p.is(prev-1, "all")
	if g.sentence < f.sentence {
		// "put the number at no more than 120"
		if f.nounAt > 0 || f.Noun != "" && !f.carried {
			return f.more && p.lex.person(f.Noun)
		}
		return p.isAny(f.first-1, "at", "to", "was", "as", "of") || p.mark(f.first-1, '"') || p.is(f.last, "of") && p.isAny(f.last+1, "them", "those")
	}
	if subset || f.more {
		return true
	}
	if f.Kind != Count {
		_, last := p.phrase(f)
		if noun := p.lower(last - 1); g.Event == "jobs-cut" && (f.first-g.last <= 5 && jobNoun(noun) || p.lex.person(noun) && p.besides(g, f)) {
			return true
		}
		if (p.mark(prev, ',') || p.mark(prev, '(')) && prev-max(g.after, g.last) <= 0 {
			return true // 900 roles, about one in eight
		}
		return p.is(prev, "or") || p.isAny(f.last+1, "them", "those", "whom")
	}
	if f.nounAt > 0 && !f.carried {
		return (p.isAny(prev, "and", "or", "plus") || p.mark(prev, ',')) && p.lex.person(f.Noun) && p.besides(g, f)
	}
	return true
}

// besides reports whether only a list stands between g and f: no verb.
func (p *parser) besides(g, f *found) bool {
	for k := g.last; k < f.first; k++ {
		it := p.at(k)
		if it.w.is(fAux|fModal|fPast|fReport|fVerb) || p.mark(k, ';') || p.isPastForm(k) && !p.nounContinues(k+1) {
			return false
		}
	}
	return true
}
