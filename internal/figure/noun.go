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
