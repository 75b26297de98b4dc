package figure

import "strings"

// plural reports whether item k looks like a plural noun.
func (p *parser) plural(k int) bool {
	p.work++
	it := p.at(k)
	if it.kind != iWord || it.w.is(fPrep|fConj|fAux|fModal|fDet|fPron|fAdv) || it.poss {
		return false
	}
	if it.w.is(fPlural) {
		return true
	}
	s := p.str(k)
	n := len(s)
	if n < 4 && !(n == 3 && it.capital && s[2] == 's') || s[n-1] != 's' && s[n-1] != 'S' {
		return false
	}
	return !(s[n-2] == 's' || s[n-2] == 'u' && n < 8 && !it.w.is(fPerson) || s[n-2] == 'i')
}

// nouns gives counts their counted nouns: the head of the noun phrase behind
// the number, or the noun of the figure whose place they take.
func (p *parser) nouns() {
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Count || f.Noun != "" {
			continue
		}
		p.ownNoun(f)
		p.hedgeBehindNoun(f)
	}
	for i := range p.figs {
		f := &p.figs[i]
		if f.Kind != Count || f.Noun != "" {
			continue
		}
		p.carryNoun(i)
	}
}

// ownNoun finds the head of the noun phrase behind the number.
func (p *parser) ownNoun(f *found) {
	k := f.last
	f.after = k
	if f.hyphen {
		// 60-seat, two-seater, Twelve-time
		if p.mark(k, '-') && p.at(k+1).kind == iWord && !p.at(k+1).w.is(fPrep|fMod|fConj) && !p.is(k+1, "strong") {
			f.Noun = p.lower(k + 1)
			f.nounAt = k + 1
			f.after = k + 2
		}
		return
	}
	for hops := 0; hops < 3; hops++ {
		switch {
		case p.isAny(k, "more", "additional", "extra", "further", "other", "others"):
			f.more = true
			k++
			continue
		case p.mark(k, '"') || p.mark(k, '\''):
			k++
			continue
		case p.is(k, "of") && (p.at(k+1).w.is(fDet) || p.isAny(k+1, "them", "those", "whom", "us")) && !p.at(k+1).w.is(fArticle) || p.is(k, "of") && f.Rule == "count.vague" || p.is(k, "of") && f.Rule == "count.vague.range":
			// 23 of the 61 hostages: the noun is the other figure's
			if p.isAny(k+1, "them", "whom", "us") {
				return
			}
			k++
			f.ofThe = p.at(k).w.is(fDet)
			for p.at(k).w.is(fDet) {
				k++
			}
			if p.isAny(k, "more", "other", "additional") {
				k++
			}
			continue
		}
		break
	}
	if p.at(k).kind == iNum || p.at(k).w.is(fCard|fMag|fVague) || p.at(k).w.is(fMod) && p.seed(min(k+1, len(p.items)-1)) {
		return
	}
	if p.glued(k) && k == f.last && p.at(k).kind == iWord {
		return // 3½d
	}
	if k == f.last && p.at(k-1).w.is(fVague) {
		return // "thousands lost power": the noun of a vague plural needs an "of"
	}
	head := p.head(k)
	if head == 0 {
		return
	}
	if len(p.str(head)) > maxNoun {
		return
	}
	f.Noun = p.lower(head)
	f.nounAt = head
	f.after = head + 1
	if p.mark(head+1, '-') && p.glued(head+1) && p.isAny(head+2, "by", "up", "in-law", "out", "off") && p.glued(head+2) {
		f.after = head + 3 // passers-by, runners-up
		f.Noun = strings.ToLower(p.text[p.at(head).start:p.at(head+2).end])
	}
}

// head is the item of the head of the noun phrase that begins at k, or 0.
func (p *parser) head(k int) int {
	last := 0
	for n := 0; n < 8; n++ {
		it := p.at(k)
		if it.kind == iPunct && it.mark == '-' && p.glued(k) && p.glued(k+1) {
			k++
			continue
		}
		// heavily armed, three-storey: a list of adjectives may hold a comma
		if it.kind == iPunct && (it.mark == '"' || it.mark == '\'') && last == 0 {
			k++
			continue
		}
		if it.kind != iWord {
			break
		}
		w := it.w
		if it.line && it.capital && !p.shouting {
			break // the next line of a table
		}
		if it.capital && p.mark(k+1, '-') && p.glued(k+1) && p.at(k+2).kind == iNum && p.glued(k+2) {
			k += 3 // two F-16 fighters
			continue
		}
		if p.mark(k+1, '-') && p.glued(k+1) && p.glued(k+2) && p.plural(k) && p.isPastForm(k+2) && p.nounContinues(k+3) {
			k += 3 // two AIDS-related conditions
			continue
		}
		if w.is(fPrep|fConj|fAux|fModal|fPron|fDet) && !(w.is(fPlural|fPerson) || p.isAny(k, "past", "down", "inside", "outside", "off", "over") && last == 0 && p.pluralSoon(k+1)) {
			break
		}
		if last > 0 && w.unit != nil && w.unit.kind == Duration && p.plural(k) && !p.isPastForm(last) {
			return k // 14,300 flying hours
		}
		if w.is(fNoHead) && !(w.is(fAdj) && p.nounContinues(k+1)) {
			break
		}
		if w.is(fZone) && it.capital {
			break
		}
		if w.is(fReport|fRise|fPast|fVerb) && last > 0 && !p.pluralNext(k) {
			break
		}
		if last > 0 && p.isPastForm(k) && !p.pluralNext(k) {
			break
		}
		if w.is(fAdv) && !w.is(fAdj) {
			if !p.pluralSoon(k + 1) {
				break
			}
			k++
			continue
		}
		if w.is(fAdj) && !w.is(fPerson|fPlural) {
			if !p.nounContinues(k + 1) {
				break
			}
			k++
			continue
		}
		if last == 0 && (w.is(fPast|fReport|fRise) && !p.nounContinues(k+1) && !p.plural(k) || p.isPastForm(k) && !p.nounContinues(k+1)) {
			break
		}
		if strings.HasSuffix(p.lower(k), "ly") && !p.nounContinues(k+1) {
			break
		}
		last = k
		if it.poss {
			// two of the train's six carriages: the noun is what is owned
			if p.seed(min(k+1, len(p.items)-1)) {
				return 0
			}
			if p.nounContinues(k + 1) {
				k++
				continue
			}
			break
		}
		if p.plural(k) && !(w.is(fAttr) && p.pluralNext(k+1)) && !(p.plural(k+1) && p.compoundPlural(k)) {
			return k
		}
		if w.is(fPerson) && !p.nounContinues(k+1) {
			return k
		}
		k++
	}
	if last > 0 && strings.HasSuffix(p.lower(last), "ing") && !p.at(last).w.is(fPerson) && !p.mark(last-1, '-') {
		return 0 // 20 abstaining
	}
	if last > 0 && (p.isPastForm(last) && !p.at(last).w.is(fPerson|fPlural) || p.at(last).poss) {
		if p.at(last).poss && p.at(last).w.is(fPerson) {
			return last
		}
		if p.at(last).poss {
			return last
		}
		return 0
	}
	return last
}

// isPastForm reports whether item k ends in -ed like a past tense.
func (p *parser) isPastForm(k int) bool {
	s := p.lower(k)
	if len(s) < 5 || !strings.HasSuffix(s, "ed") {
		return false
	}
	switch s {
	case "freed", "agreed", "guaranteed", "decreed", "disagreed":
		return true
	case "hundred", "seabed", "deathbed", "kindred", "shred", "biped":
		return false
	}
	return !strings.HasSuffix(s, "eed")
}

// nounContinues reports whether item k can go on with a noun phrase.
func (p *parser) nounContinues(k int) bool {
	it := p.at(k)
	if it.kind == iPunct && it.mark == '-' && p.glued(k) && p.glued(k+1) {
		it = p.at(k + 1)
	}
	return it.kind == iWord && (!it.w.is(fPrep|fConj|fAux|fModal|fPron|fDet|fPast|fReport|fNoHead) || it.w.is(fPlural|fPerson)) && !(it.w.is(fAdv) && !it.w.is(fAdj))
}

// pluralNext reports whether a plural noun stands at k or just behind one
// more word.
func (p *parser) pluralNext(k int) bool {
	for j := k; j < k+3; j++ {
		it := p.at(j)
		if it.kind != iWord || it.w.is(fPrep|fConj|fAux|fModal|fPron|fDet) && !it.w.is(fPlural) {
			return false
		}
		if p.plural(j) && j > k || p.plural(j) && it.w.is(fPerson|fPlural) {
			return true
		}
	}
	return false
}

// compoundPlural reports whether a plural at k qualifies the plural behind it.
func (p *parser) compoundPlural(k int) bool {
	return p.at(k).w.is(fAttr) || p.at(k).capital && !p.at(k).first && !p.at(k+1).capital && !p.at(k+1).w.is(fVerb|fPresent|fReport|fRise)
}

// earlierNoun reports whether a count before figure j has a noun of its own.
func (p *parser) earlierNoun(j int) bool {
	for k := j - 1; k >= 0 && k > j-5; k-- {
		if p.figs[k].Kind == Count && p.figs[k].Noun != "" {
			return true
		}
	}
	return false
}

// numberOf is the noun that a bare number states the level of: "raising the
// number of survivors to 112", "births dropped to 9.8".
func (p *parser) numberOf(f *found) (string, bool) {
	if !p.isAny(f.first-1, "to", "at", "from", "was", "is", "by", "reached", "hit", "of", "stood", "stands") {
		return "", false
	}
	for k := f.first - 1; k > f.first-14; k-- {
		it := p.at(k)
		if p.stop(k) || p.mark(k, ';') {
			break
		}
		if p.isAny(k, "number", "tally", "count", "total") && p.is(k+1, "of") {
			if h := p.head(k + 2); h > 0 && p.plural(h) {
				return p.lower(h), true
			}
			return "", false
		}
		if it.kind == iWord && it.w.is(fRise) && p.plural(k-1) && !p.at(k-1).w.is(fAttr) && f.first-k < 5 && !p.isAny(k-1, "shares", "prices", "sales", "profits", "stocks", "bonds", "rates", "yields", "revenues", "earnings", "futures", "exports", "imports", "temperatures", "costs", "losses", "points") {
			if p.is(k-2, "of") && p.plural(k-3) {
				return p.lower(k - 3), true // cases of measles tripled to 1,890
			}
			return p.lower(k - 1), true
		}
	}
	return "", false
}

// carryNoun gives a count without a noun of its own the noun of the count
// that it follows: "killed 31 people in Orlo Bay, nine in Keld".
func (p *parser) carryNoun(i int) {
	f := &p.figs[i]
	if f.Rule == "count.points" {
		return
	}
	// "23 of the 61 hostages": from the figure behind
	if f.ofThe || p.is(f.last, "of") {
		if i+1 < len(p.figs) {
			g := &p.figs[i+1]
			if g.Kind == Count && g.first-f.last <= 6 && g.Noun != "" && !p.mark(g.first-1, ',') && !p.mark(g.first-2, ',') && !p.mark(g.first-3, ',') {
				f.Noun, f.carried = g.Noun, true
				return
			}
		}
	}
	if n, ok := p.numberOf(f); ok {
		f.Noun = n
		return
	}
	if p.is(f.first-1, "of") && f.bare && p.isAny(f.first-2, "crew", "team", "squad", "panel", "gang", "jury", "delegation", "convoy", "fleet") && p.bareBehind(f.last) {
		f.Noun = p.lower(f.first - 2) // a crew of four
		return
	}
	// "from 12 to 15 wins": the noun said once serves both ends
	if i+1 < len(p.figs) && p.isAny(f.last, "to", "from") && p.isAny(f.first-1, "from", "to") {
		if g := &p.figs[i+1]; g.first == f.last+1 && g.Kind == Count && g.Noun != "" && !g.hyphen {
			f.Noun, f.carried = g.Noun, true
			return
		}
	}
	if p.is(f.last, "of") && p.is(f.last+1, "whom") && !p.countedBefore(i) {
		if k := p.peopleBefore(f.first); k > 0 {
			f.Noun = p.lower(k) // residents of the block, about 70 of whom are pensioners
			return
		}
	}
	// "four or five", "Of the 27 people on board, 19 survived"
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		g := &p.figs[j]
		if g.sentence < f.sentence-1 {
			break
		}
		if g.sentence < f.sentence && (f.style&(stylePoint) != 0) {
			break
		}
		if g.Kind != Count || g.Noun == "" || g.hyphen || p.subset(f) && g.hiv.cmp(f.lov) < 0 && i-j < 3 && p.earlierNoun(j) {
			continue
		}
		if g.Rule == "count.points" || g.Noun == "times" {
			break
		}
		if (bodyNouns[g.Noun] || !p.lex.person(g.Noun)) && len(p.at(f.last).w.events) > 0 {
			return // 12 bodies and 31 wounded
		}
		if p.isAny(g.first-1, "in", "across", "on", "at", "over", "into", "throughout") && i-j < 6 && !p.lex.person(g.Noun) && p.earlierNoun(j) {
			continue // "in four cities" is a place, not what is counted
		}
		if thingNouns[g.Noun] && p.harms(f.first-1) && !p.is(f.last, "others") {
			return // fired 40 rounds, killing one
		}
		if p.is(f.last, "others") && g.nounAt > 0 && (!p.plural(g.nounAt) || !p.lex.person(g.Noun)) {
			f.Noun = "others" // one man drowned and four others were saved
			return
		}
		f.Noun, f.carried = g.Noun, true
		if p.otherSex(j) {
			f.Noun = "people" // four women and five men were among the ten
		}
		return
	}
}

// otherSex reports whether figure j counts men or women, and the one before it
// in its sentence the other.
func (p *parser) otherSex(j int) bool {
	g := &p.figs[j]
	if j == 0 || g.Noun != "men" && g.Noun != "women" && g.Noun != "boys" && g.Noun != "girls" {
		return false
	}
	o := &p.figs[j-1]
	return o.sentence == g.sentence && o.Noun != g.Noun && (o.Noun == "men" || o.Noun == "women" || o.Noun == "boys" || o.Noun == "girls")
}

// harms reports whether the word at k kills or injures.
func (p *parser) harms(k int) bool {
	for _, h := range p.hitsAt(k) {
		if (h.use.event == killed || h.use.event == injured) && h.use.part != asAction {
			return true
		}
	}
	return false
}

// countedBefore reports whether figure i's sentence counts something before it.
func (p *parser) countedBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-8 && p.figs[j].sentence == p.figs[i].sentence; j-- {
		if g := &p.figs[j]; g.Kind == Count && g.Noun != "" && !g.hyphen {
			return true
		}
	}
	return false
}

// peopleBefore is the nearest plural of people before item i in its sentence,
// or 0.
func (p *parser) peopleBefore(i int) int {
	for k := i - 1; k > i-16 && !p.stop(k); k-- {
		if p.at(k).w.is(fPerson) && p.plural(k) {
			return k
		}
	}
	return 0
}
