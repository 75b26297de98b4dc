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
func (p *parser) eventful(f *found) bool {
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
	// the death toll rose to 41 from 36, with 12 still missing: a bare number
	// states the toll before it, and no verb behind is its own
	if n := p.at(f.last); f.Kind == Count && f.nounAt == 0 && len(n.w.events) == 0 && !n.w.is(fAux|fAdv|fModal) {
		if e := p.tollOf(f); e != noEvent {
			f.Event = e.String()
			return
		}
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
	if e := p.tollOf(f); e != noEvent && f.Kind == Count {
		f.Event = e.String()
		return
	}
	f.noEvent = own && !f.more
	// the object of another verb: kept six, damaged 30
	if prev := p.at(f.first - 1); prev.kind == iWord && len(p.hitsAt(f.first-1)) == 0 && !prev.w.is(fMod|fAux|fPrep|fAdv|fDet) && (prev.w.is(fPast) && !p.isAny(f.first-1, "left", "said", "cost") || p.isPastForm(f.first-1) && !prev.w.is(fAdj|fReport)) && f.nounAt == 0 {
		f.noEvent = true
	}
}

// phrase is where the figure's own noun phrase begins and ends.
func (p *parser) phrase(f *found) (first, last int) {
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
func (p *parser) fits(f *found, h eventHit) bool {
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

// Person reports whether a noun in lower case is one of people: miners, women.
func Person(noun string) bool { return lexicon().person(noun) }

func (m lexMap) person(noun string) bool {
	w := m[noun]
	return w != nil && w.is(fPerson) || strings.HasSuffix(noun, "men") || strings.HasSuffix(noun, "women")
}

// objectOf is the event of the verb or noun just before the figure: killed 12,
// the release of 90 prisoners, bodies of seven crew.
func (p *parser) objectOf(f *found) event {
	k := f.first - 1
	if p.is(k, "of") && p.is(k-1, "total") {
		k -= 2 // held a total of 34 suspects
	}
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
		if heldWords[it.w.s] && p.lex.person(f.Noun) && !(p.is(k, "held") && p.at(k-1).w.is(fAux)) {
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
func (p *parser) peopleish(f *found) bool {
	return f.Noun == "" || p.lex.person(f.Noun) || p.lex[f.Noun] == nil || jobNoun(f.Noun) || f.Noun == "lives" || f.Kind != Count || f.carried
}

// heldEvent tells prisoners of the law from those of kidnappers.
func (p *parser) heldEvent() event {
	if p.seen&tCaptors != 0 {
		return hostage
	}
	return detained
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

	strongParticiples = wordSet("cut slain shot hurt let taken beaten hung laid shed lost burnt set made held stabbed put rounded locked forced driven left sent rushed")
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, s := range strings.Fields(list) {
		set[s] = true
	}
	return set
}
