package figure

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
		if !p.lex.person(g.Noun) && p.harms(f.first-1) && !p.harms(g.first-1) && !p.is(f.last, "others") {
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
