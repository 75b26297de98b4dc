package figure

import "strings"

// eventHit is an event word (or phrase) found at an item.
type eventHit struct {
	use eventUse
	at  int // first item
	end int // the item behind
}

// hitsAt finds the events that begin at item k, phrases before single words.
func (p *parser) hitsAt(k int) (best []eventHit) {
	it := p.at(k)
	if it.kind != iWord || len(it.w.events) == 0 {
		return nil
	}
	longest := -1
	hits := p.hitBuf[:0]
	for _, u := range it.w.events {
		j := k + 1
		good := true
		for _, s := range u.rest {
			j = p.skipHyphen(j)
			if !p.is(j, s) {
				good = false
				break
			}
			j++
		}
		if !good {
			continue
		}
		if len(u.rest) > longest {
			longest = len(u.rest)
			hits = hits[:0]
		}
		if len(u.rest) == longest {
			hits = append(hits, eventHit{u, k, j})
		}
	}
	p.hitBuf = hits
	return hits
}

// eventsOf gives counts (and percents and fractions) of people and jobs the
// event of their clause.
func (p *parser) eventsOf() {
	for i := range p.figs {
		f := &p.figs[i]
		if !p.eventful(f) {
			continue
		}
		p.eventOf(i)
	}
	// a count takes the event of the count that it is a part of or stands
	// beside, once that has its own
	for i := len(p.figs) - 1; i >= 0; i-- {
		f := &p.figs[i]
		if f.Event == "" && f.ofThe && i+1 < len(p.figs) && !f.noEvent {
			g := &p.figs[i+1]
			if g.first-f.last <= 5 && g.Event != "" && g.Event != "hostage" && g.Event != "displaced" {
				f.Event = g.Event
			}
		}
	}
	for i := range p.figs {
		f := &p.figs[i]
		if p.eventful(f) && f.Event == "" && !f.noEvent {
			p.inheritEvent(i)
		}
	}
}

// eventful reports whether the figure may count people or jobs.
func (p *parser) eventful(f *fig) bool {
	switch f.Kind {
	case Percent, Fraction:
		return p.is(f.last, "of") || p.is(f.last+1, "of") || f.Rule == "fraction.in"
	case Count:
		return f.Rule != "count.points" && !f.hyphen && !thingNouns[f.Noun] && f.style&stylePoint == 0 || f.mag && !f.hyphen && !thingNouns[f.Noun] || f.Per != ""
	}
	return false
}

// eventOf finds the event of one figure by its own clause.
func (p *parser) eventOf(i int) {
	f := &p.figs[i]
	if p.isAny(f.first-1, "but") && p.is(f.first-2, "all") {
		return // all but 25 were released: the event is that of the rest
	}
	if f.nounAt > 0 && bodyNouns[f.Noun] {
		f.Event = p.inherent(f).String()
		return
	}
	// the verb before, whose object it is
	if e := p.objectOf(f); e != noEvent {
		f.Event = e.String()
		return
	}
	// the verb behind, whose subject it is
	e, own := p.subjectOf(i)
	if e != noEvent {
		f.Event = e.String()
		return
	}
	// its own noun phrase: wounded men, bodies, hostages
	if e := p.inherent(f); e != noEvent {
		f.Event = e.String()
		return
	}
	if e := p.tollOf(f); e != noEvent {
		f.Event = e.String()
		return
	}
	f.noEvent = own && !f.more
	// the object of another verb: kept six, damaged 30
	if prev := p.at(f.first - 1); prev.kind == iWord && len(prev.w.events) == 0 && !prev.w.is(fMod|fAux|fPrep|fAdv|fDet) && (prev.w.is(fPast) && !p.isAny(f.first-1, "left", "said", "cost") || p.isPastForm(f.first-1) && !prev.w.is(fAdj|fReport)) && f.nounAt == 0 {
		f.noEvent = true
	}
}

// phrase is where the figure's own noun phrase begins and ends.
func (p *parser) phrase(f *fig) (first, last int) {
	first, last = f.first, max(f.after, f.last)
	if f.Kind != Count {
		last = f.last
		if p.is(last, "of") {
			last++
			for k := last; k < last+6; k++ {
				it := p.at(k)
				if it.kind == iPunct && it.mark == '-' && p.glued(k) && p.glued(k+1) {
					continue
				}
				if it.kind != iWord || it.w.is(fPrep|fConj|fAux|fModal|fPast) || len(it.w.events) > 0 && k > last {
					last = k
					break
				}
				if p.plural(k) || jobNoun(p.lower(k)) {
					last = k + 1
					break
				}
			}
		} else if f.Rule == "fraction.in" && p.nounFollows(last) {
			last++
		}
	}
	return first, last
}

// fits reports whether the event may be of this figure: verbs of cutting need
// jobs, verbs of seizing and freeing need people.
func (p *parser) fits(f *fig, h eventHit) bool {
	w := p.at(h.at).w.s
	_, last := p.phrase(f)
	if h.use.event == jobsCut {
		if jobOnlyWords[w] && (f.Noun == "" || jobNoun(f.Noun) || p.lex.person(f.Noun)) {
			return true
		}
		if f.Kind == Count {
			return jobNoun(f.Noun) && (!p.lex.person(f.Noun) || w != "lost" && w != "lose")
		}
		for k := f.last; k < last+1; k++ {
			if jobNoun(p.lower(k)) {
				return true
			}
		}
		return false
	}
	if f.Kind != Count {
		for k := f.last; k <= last; k++ {
			if p.at(k).w.is(fPerson) || p.isAny(k, "them", "those", "whom", "population", "residents", "victims") {
				return true
			}
		}
		return false
	}
	if needsPeople[w] {
		return p.lex.person(f.Noun) || f.Noun == "lives" || f.Noun == "" && (len(h.use.rest) > 0 || p.is(f.last, "of") && p.isAny(f.last+1, "them", "those"))
	}
	return true
}

func (m lexMap) person(noun string) bool {
	w := m[noun]
	return w != nil && w.is(fPerson) || strings.HasSuffix(noun, "men") || strings.HasSuffix(noun, "women")
}

// objectOf is the event of the verb or noun just before the figure: killed 12,
// the release of 90 prisoners, bodies of seven crew.
func (p *parser) objectOf(f *fig) event {
	k := f.first - 1
	for n := 0; n < 5; n++ {
		it := p.at(k)
		if it.kind == iPunct && it.mark == '"' {
			k--
			continue
		}
		if it.kind != iWord {
			return noEvent
		}
		if p.is(k, "of") {
			for j := k - 1; j > k-5; j-- {
				if p.at(j).kind != iWord {
					break
				}
				for _, h := range p.hitsAt(j) {
					if (h.use.part == asAction || h.use.part == asNoun) && (j == k-1 || h.end == k || p.at(j+1).w.is(fPrep)) && (h.use.event != jobsCut || p.fits(f, h)) && !(h.use.event == missing && p.isAny(j, "search")) && p.peopleish(f) {
						if p.isAny(j, "deaths", "death", "loss", "lives") || !p.isAny(j, "seizure", "capture") || p.lex.person(f.Noun) {
							return h.use.event
						}
					}
				}
			}
			return noEvent
		}
		if p.is(k, "let") && p.is(max(f.after, f.last), "go") {
			return freed
		}
		if p.is(k, "and") && n == 0 {
			if j := p.overSingle(k); j > 0 {
				k = j // killed a teacher and two pupils
				continue
			}
			return noEvent
		}
		if heldWords[it.w.s] && p.lex.person(f.Noun) && !p.at(k-1).w.is(fAux) {
			return p.heldEvent()
		}
		// a phrase that ends here: rounded up, let go, shot dead, laid off
		for j := k; j > k-4 && j > 0; j-- {
			for _, h := range p.hitsAt(j) {
				if h.end == k+1 && (h.use.part == asObject || h.use.part == asGerund) && p.fits(f, h) && !p.passiveAt(j) {
					if f.Noun == "lives" && h.use.event != killed {
						continue
					}
					return h.use.event
				}
			}
		}
		if f.Noun == "lives" && p.isAny(k, "cost", "costing", "costs", "took", "taken", "taking", "takes", "lost", "losing", "claim", "claiming", "claimed", "claims", "killed") {
			return killed
		}
		if !(it.w.is(fDet|fArticle|fAdj|fAdv|fTitle|fMod) || p.isAny(k, "around", "about", "between", "off", "up", "as", "his", "her", "to", "nearly", "police", "least", "at")) || it.w.is(fPrep) && !it.w.is(fMod) {
			return noEvent
		}
		k--
	}
	return noEvent
}

// overSingle is the item before "a teacher" or "the driver" in front of the
// "and" at k, or 0.
func (p *parser) overSingle(k int) int {
	for j := k - 1; j > k-6; j-- {
		it := p.at(j)
		if it.kind != iWord || it.w.is(fPrep|fAux|fModal|fPast) {
			return 0
		}
		if it.w.is(fArticle) || p.is(j, "the") || p.isAny(j, "his", "her", "their") {
			if p.lex.person(p.lower(k - 1)) {
				return j - 1
			}
			return 0
		}
	}
	return 0
}

// passiveAt reports whether the verb at j is passive: was killed.
func (p *parser) passiveAt(j int) bool {
	for k := j - 1; k > j-4; k-- {
		it := p.at(k)
		if it.w.is(fAux) {
			return p.isAny(k, "was", "were", "been", "being", "be", "is", "are", "got")
		}
		if !it.w.is(fAdv) && !strings.HasSuffix(p.lower(k), "ly") {
			return false
		}
	}
	return false
}

// peopleish reports whether the figure counts people, or nothing said.
func (p *parser) peopleish(f *fig) bool {
	return f.Noun == "" || p.lex.person(f.Noun) || p.lex[f.Noun] == nil || jobNoun(f.Noun) || f.Noun == "lives" || f.Kind != Count || f.carried
}

// heldEvent tells prisoners of the law from those of kidnappers.
func (p *parser) heldEvent() event {
	if p.captors == 0 {
		p.captors = 1
		for k := range p.items {
			if p.items[k].kind != iWord {
				continue
			}
			switch p.items[k].w.s {
			case "hostage", "hostages", "captive", "captives", "captors", "kidnappers", "abducted", "kidnapped", "hijackers":
				p.captors = 2
			}
		}
	}
	if p.captors == 2 {
		return hostage
	}
	return detained
}

// subjectOf is the event of the verb behind the figure's noun phrase; own
// reports whether there is a verb of another kind.
func (p *parser) subjectOf(i int) (e event, own bool) {
	f := &p.figs[i]
	_, k := p.phrase(f)
	if f.ofThe && f.carried {
		return noEvent, false
	}
	if p.is(k, "of") && p.at(k+1).w.is(fDet) && len(p.at(k+2).w.events) > 0 {
		k += 3 // five of the injured … died
	}
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
				comma = true
			}
			k++
			continue
		}
		if next < len(p.figs) && p.figs[next].first == k {
			// coordinated: two dozen passengers and all four officers were held
			g := &p.figs[next]
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
			if !p.fits(f, h) && !(h.use.part == asSubject || h.use.part == asState) {
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
				if aux || p.participle(h) {
					return h.use.event, true
				}
				return noEvent, true
			}
		}
		switch {
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
			if !p.is(k, "and") && !p.isAny(k, "or", "that") || p.is(k, "and") && aux {
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

// reduced reports whether the participle at k stands for a relative clause:
// "12 miners trapped underground died".
func (p *parser) reduced(k int) bool {
	n := p.at(k + 1)
	return p.isPastForm(k) && n.kind == iWord && n.w.is(fPrep)
}

// participle reports whether the verb at h, without an auxiliary, is a
// participle that ends its phrase ("12 people killed in the blast") and no
// active verb with an object ("two gunmen killed 12 people").
func (p *parser) participle(h eventHit) bool {
	n := p.at(h.end)
	if !p.isPastForm(h.at) && !strongParticiples[p.at(h.at).w.s] {
		return false
	}
	if p.seed(min(h.end, len(p.items)-1)) && !p.at(h.end).w.is(fWeekday|fMonth) || n.w.is(fDet|fArticle|fMod|fPron) {
		return false
	}
	if n.kind == iWord && !n.w.is(fPrep|fConj|fAdv|fWeekday) && !n.capital {
		return !p.plural(h.end) && !n.w.is(fPerson)
	}
	return !(n.kind == iWord && n.capital && !n.w.is(fPrep|fConj|fAdv|fWeekday|fMonth))
}

// inherent is the event in the figure's own noun phrase: wounded men, bodies,
// hostages, 71 dead.
func (p *parser) inherent(f *fig) event {
	_, last := p.phrase(f)
	from := f.last
	if p.is(from, "of") && p.at(from+1).w.is(fDet) {
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
	for k := from; k < last+1 && k < from+8; k++ {
		if p.at(k).kind != iWord {
			continue
		}
		for _, h := range p.hitsAt(k) {
			switch h.use.part {
			case asNoun:
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
func (p *parser) tollOf(f *fig) event {
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
func (p *parser) linked(g, f *fig) bool {
	prev := f.first - 1
	for p.at(prev).w.is(fDet|fAdj) && prev > g.last {
		prev--
	}
	subset := p.isAny(prev, "including", "among", "them", "whom", "these", "particularly") || p.is(f.last, "of") && p.isAny(f.last+1, "them", "whom", "these", "those") || p.is(prev, "but") && p.is(prev-1, "all")
	if g.sentence < f.sentence {
		// "put the number at no more than 120"
		if f.nounAt > 0 {
			return f.more && p.lex.person(f.Noun)
		}
		return p.isAny(f.first-1, "at", "to", "was", "as", "of") || p.mark(f.first-1, '"') || p.is(f.last, "of") && p.isAny(f.last+1, "them", "those")
	}
	if subset || f.more {
		return true
	}
	if f.Kind != Count {
		_, last := p.phrase(f)
		if g.Event == "jobs-cut" && f.first-g.last <= 5 && jobNoun(p.lower(last-1)) {
			return true
		}
		if p.mark(prev, ',') && prev-max(g.after, g.last) <= 0 {
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
func (p *parser) besides(g, f *fig) bool {
	for k := g.last; k < f.first; k++ {
		it := p.at(k)
		if it.w.is(fAux|fModal|fPast|fReport|fVerb) || p.mark(k, ';') || p.isPastForm(k) && !p.nounContinues(k+1) {
			return false
		}
	}
	return true
}

func jobNoun(s string) bool { return jobWords[s] }

var (
	jobWords     = wordSet(jobNouns)
	jobOnlyWords = wordSet(jobOnly)
	needsPeople  = wordSet(peopleEvents)
	heldWords    = wordSet("held holding hold holds")
	foundWords   = wordSet("found pronounced presumed feared believed reported listed confirmed declared left remained thought said known considered taken")
	thingNouns   = wordSet(things)
	bodyNouns    = wordSet("bodies body corpses corpse deaths death fatalities fatality arrests detentions layoffs redundancies killings murders abductions kidnappings disappearances injuries")

	strongParticiples = wordSet("slain shot hurt let taken beaten hung laid shed lost burnt set made held stabbed put rounded locked forced driven left sent rushed")
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Fields(list) {
		set[s] = true
	}
	return set
}
