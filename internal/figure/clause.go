package figure

import "strings"

// subjectOf is the event of the verb behind the figure's noun phrase; own
// reports whether there is a verb of another kind.
func (p *parser) subjectOf(i int) (e event, own bool) {
	f := &p.figs[i]
	_, k := p.phrase(f)
	if f.ofThe && f.carried {
		if i+1 < len(p.figs) {
			// two of the seven students arrested in the raid were bailed
			if e := p.mainVerb(max(p.figs[i+1].after, p.figs[i+1].last)); e != noEvent {
				return e, true
			}
		}
		return noEvent, false
	}
	if p.is(k, "of") && p.at(k+1).w.is(fDet) && len(p.at(k+2).w.events) > 0 {
		k += 3 // five of the injured … died
	}
	// "gave 400 concerts and died": what follows the clause is its subject's
	before := p.at(f.first - 1).w
	object := before.is(fPast) && !before.is(fAux|fReport) && len(before.events) == 0 && !p.isAny(f.first-1, "left", "saw", "found", "said", "told")
	next := i + 1
	aux, comma, paren := false, false, 0
	if p.mark(k, '"') {
		k++
	}
	for steps := 0; steps < 28; steps++ {
		for next < len(p.figs) && p.figs[next].first < k {
			next++
		}
		it := p.at(k)
		if it.kind == iEnd || p.stop(k) {
			return noEvent, own
		}
		if it.kind == iPunct {
			switch it.mark {
			case ';', ':', '_', ')':
				if it.mark == ')' && paren > 0 {
					paren--
					k++
					continue
				}
				return noEvent, own
			case '(':
				paren++
			case ',':
				if object {
					return noEvent, own
				}
				comma = true
			}
			k++
			continue
		}
		if next < len(p.figs) && p.figs[next].first == k {
			// coordinated: two dozen passengers and all four officers were held
			g := &p.figs[next]
			if p.subset(g) {
				if k = p.commaBehind(g.last); k == 0 {
					return noEvent, own // …, 31 of them with wounds
				}
				next++
				continue // three adults, two of them firefighters, died
			}
			if comma && p.is(f.last, "of") && p.isAny(f.last+1, "them", "whom") && g.nounAt > 0 {
				return noEvent, own // six of them for drunkenness, and five officers were hurt
			}
			_, k = p.phrase(g)
			k = max(k, g.last)
			next++
			continue
		}
		if it.kind != iWord || paren > 0 {
			k++
			continue
		}
		w := it.w
		if heldWords[w.s] && w.s == "held" && (aux || !p.at(k+1).w.is(fDet)) && (aux || p.at(k+1).w.is(fPrep) || p.at(k+1).kind != iWord) && p.peopleish(f) {
			if aux || p.is(k+1, "by") || p.isAny(k+1, "hostage", "captive") {
				return p.heldEvent(), true
			}
		}
		for _, h := range p.hitsAt(k) {
			if !p.fits(f, h) && (f.Kind != Count || h.use.part != asSubject && h.use.part != asState) {
				continue
			}
			switch h.use.part {
			case asSubject:
				if h.use.event == jobsCut {
					if p.fits(f, h) && p.at(k-1).w.is(fModal|fPrep) {
						return jobsCut, true
					}
					continue
				}
				if p.peopleish(f) || p.lex.person(f.Noun) {
					return h.use.event, true
				}
			case asState:
				if h.use.event == jobsCut || p.at(k).poss || !(p.peopleish(f)) {
					continue
				}
				if n := p.at(h.end); len(h.use.rest) == 0 && n.kind == iWord && p.nounFollows(h.end) && !n.w.is(fPrep|fConj|fAdv|fPast|fRise) && !p.isPastForm(h.end) && !n.capital && !(aux && n.w.is(fAdv)) && p.plural(h.end) {
					continue // "were wounded soldiers"
				}
				return h.use.event, true
			case asObject:
				if !aux && p.at(k-1).w.is(fDet|fArticle|fPrep) {
					continue // the release, in exchange
				}
				if aux && p.perfect(k) {
					return noEvent, true
				}
				if aux {
					return h.use.event, true
				}
				if p.participle(h) {
					if !comma && !(p.is(f.first-1, "the") && p.is(f.first-2, "of")) {
						// abducted nine days ago … were freed: the main verb decides
						if e := p.mainVerb(h.end); e != noEvent {
							return e, true
						}
					}
					return h.use.event, true
				}
				return noEvent, own || !comma
			}
		}
		switch {
		case p.is(k, "left") && !aux && (p.mark(k-1, ',') || p.is(k-1, "and")):
			return noEvent, own // forced 100 to flee, and left 75 dead
		case p.isAny(k, "among") && (p.isAny(k+1, "those", "the", "them") || len(p.at(k+1).w.events) > 0):
			for j := k + 1; j < k+4; j++ {
				for _, h := range p.hitsAt(j) {
					if h.use.part != asAction && h.use.part != asSubject {
						return h.use.event, true
					}
				}
			}
		case w.is(fAux):
			aux, own = true, true
			if p.isAny(k, "had", "has", "have") && p.at(k+1).w.is(fDet) {
				return noEvent, true
			}
		case p.is(k, "since") && aux:
		case w.is(fConj) || p.isAny(k, "while", "when", "after", "as", "because", "before", "if", "until", "although", "since", "that"):
			if !p.is(k, "and") && !p.isAny(k, "or", "that") || p.is(k, "and") && (aux || object) {
				return noEvent, own
			}
			if p.is(k, "and") && comma && steps > 12 {
				return noEvent, own
			}
		case w.is(fReport) && !aux:
			if p.mark(k+1, ',') || p.at(k+1).w.is(fWeekday|fPrep) {
				if comma {
					return noEvent, own
				}
			}
			return noEvent, own || !comma
		case p.isPastForm(k) && !aux && strings.HasPrefix(p.lower(k), "un") && p.closes(k+1):
			// 31 of them unclaimed: no verb
		case w.is(fPast|fVerb) && !foundWords[p.lower(k)], p.isPastForm(k) && !foundWords[p.lower(k)] && !w.is(fAdj|fNoHead):
			if !aux && p.reduced(k) && !comma {
				break // people trapped in the mine were freed
			}
			return noEvent, own || !comma
		case p.is(k, "to") && p.at(k+1).w.is(fVerb|fPresent):
			return noEvent, true
		}
		k++
	}
	return noEvent, own
}

// mainVerb is the event of the passive or perfect verb that follows item k in
// its clause, over what qualifies the subject; noEvent where another verb or
// the end of the clause comes first.
func (p *parser) mainVerb(k int) event {
	const reach = 20
	relative := false
	for n := 0; n < reach; n, k = n+1, k+1 {
		it := p.at(k)
		switch {
		case p.stop(k) || it.kind == iPunct && (it.mark == ';' || it.mark == ',' || it.mark == ':' || it.mark == '_'):
			return noEvent
		case p.isAny(k, "who", "which", "that"):
			relative = true
		case it.w.is(fConj):
			return noEvent
		case it.w.is(fAux) && relative:
			relative = false // of the relative clause
		case it.w.is(fAux):
			for k++; p.at(k).w.is(fAux|fAdv) && p.at(k).kind == iWord; k++ {
			}
			for _, h := range p.hitsAt(k) {
				if h.use.part == asObject || h.use.part == asState || h.use.part == asSubject {
					return h.use.event
				}
			}
			return noEvent
		}
	}
	return noEvent
}

// commaBehind is the comma that closes an aside begun before item k, within its
// few words, or 0.
func (p *parser) commaBehind(k int) int {
	for j := k; j < k+8 && !p.stop(j); j++ {
		if p.mark(j, ',') {
			return j
		}
	}
	return 0
}

// reduced reports whether the participle at k stands for a relative clause:
// "12 miners trapped underground died".
func (p *parser) reduced(k int) bool {
	n := p.at(k + 1)
	return p.isPastForm(k) && n.kind == iWord && n.w.is(fPrep)
}

// perfect reports whether has, have or had governs the verb at k with an object
// behind it: "has killed 12 people" says what its subject did, not suffered.
func (p *parser) perfect(k int) bool {
	j := k - 1
	for p.at(j).w.is(fAdv) && !p.at(j).w.is(fAux) {
		j--
	}
	if !p.isAny(j, "has", "have", "had") {
		return false
	}
	n := p.at(k + 1)
	return n.w.is(fDet|fMod|fPron|fPerson|fPlural) || n.kind != iEnd && p.seed(k+1)
}

// participle reports whether the verb at h, without an auxiliary, is a
// participle that ends its phrase ("12 people killed in the blast") and no
// active verb with an object ("two gunmen killed 12 people").
func (p *parser) participle(h eventHit) bool {
	n := p.at(h.end)
	if !p.isPastForm(h.at) && !strongParticiples[p.at(h.at).w.s] {
		return false
	}
	if p.agoBehind(h.end) {
		return true // abducted nine days ago
	}
	if p.seed(min(h.end, len(p.items)-1)) && !p.at(h.end).w.is(fWeekday|fMonth) || n.w.is(fDet|fArticle|fMod|fPron) {
		return false
	}
	if n.kind == iWord && !n.w.is(fPrep|fConj|fAdv|fWeekday) && !n.capital {
		return !p.plural(h.end) && !n.w.is(fPerson)
	}
	return !(n.kind == iWord && n.capital && !n.w.is(fPrep|fConj|fAdv|fWeekday|fMonth))
}

// agoBehind reports whether "nine days ago" or "a week earlier" stands at k.
func (p *parser) agoBehind(k int) bool {
	for j := k; j < k+4; j++ {
		if u := p.at(j).w.unit; u != nil && u.kind == Duration {
			return p.isAny(j+1, "ago", "earlier", "before")
		}
	}
	return false
}

// inherent is the event in the figure's own noun phrase: wounded men, bodies,
// hostages, 71 dead.
func (p *parser) inherent(f *found) event {
	_, last := p.phrase(f)
	from := f.last
	if p.is(from, "of") && p.at(from+1).w.is(fDet) && !p.is(from+2, "body") {
		for _, h := range p.hitsAt(from + 2) {
			if h.use.part == asNoun || h.use.part == asState {
				return h.use.event // eleven of the dead
			}
		}
	}
	if p.is(f.first-2, "the") {
		for _, h := range p.hitsAt(f.first - 1) {
			if h.use.part == asState {
				return h.use.event // the missing 14
			}
		}
	}
	if p.is(f.first-1, "the") && f.nounAt == 0 {
		for _, h := range p.hitsAt(from) {
			if (h.use.part == asObject || h.use.part == asState) && h.use.event != jobsCut && p.bareBehind(h.end) {
				return h.use.event // among the ten freed
			}
		}
	}
	for k := from; k < last+1 && k < from+8; k++ {
		if p.at(k).kind != iWord {
			continue
		}
		for _, h := range p.hitsAt(k) {
			switch h.use.part {
			case asNoun:
				if f.Kind != Count && p.is(k, "body") {
					continue // burns to 30 percent of his body
				}
				if h.use.event == jobsCut || k < last || k == last && f.Noun == "" || k == f.nounAt {
					return h.use.event
				}
			case asState, asObject:
				if k < last && h.use.event != jobsCut && (h.use.part == asState || p.at(k).w.s != "cut") && f.nounAt > k && p.peopleish(f) && !needsPeople[p.at(k).w.s] {
					return h.use.event
				}
			}
		}
		if p.at(k).w.is(fPrep) && !p.is(k, "of") {
			break
		}
	}
	return noEvent
}

// tollOf is the event of a bare number that states a toll: the death toll rose
// to 41 from 36; put the dead at six; the number of injured stood at 30.
func (p *parser) tollOf(f *found) event {
	if f.nounAt > 0 && !p.lex.person(f.Noun) || !p.isAny(f.first-1, "to", "from", "at", "of", "was", "is", "reached", "reach", "total", "exceed", "top", "stood", "hit", "topped", "stands", "passed", "exceeded", "by", "than", "totalled", "totaled", "remained", "neared", "now", "surpassed", "with", "above") && !p.mark(f.first-1, ':') {
		return noEvent
	}
	for k := f.first - 1; k > f.first-22; k-- {
		if p.at(k).kind == iEnd || p.stop(k) {
			break
		}
		if p.isAny(k, "survivors", "homes", "houses", "cost", "damage", "price") {
			break
		}
		if p.at(k).w.is(fPerson) && p.plural(k) && !p.at(k).capital && f.first-k > 4 && len(p.at(k).w.events) == 0 && !p.is(k-1, "of") && !p.isAny(k-1, "among") {
			continue
		}
		for _, h := range p.hitsAt(k) {
			if h.use.part == asNoun && (h.use.event == killed || h.use.event == injured || h.use.event == missing || h.use.event == detained || h.use.event == displaced || h.use.event == hostage || h.use.event == jobsCut) && !(h.use.event == killed && p.is(k, "body")) {
				return h.use.event
			}
			if h.use.part == asObject && p.isAny(k-1, "people", "those", "number") && (h.use.event == killed || h.use.event == injured || h.use.event == detained || h.use.event == displaced) {
				return h.use.event
			}
		}
	}
	return noEvent
}
