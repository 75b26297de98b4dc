package figure

// scoresCount tells "scores of people" from the scores of a match.
func (p *parser) scoresCount(i int) bool {
	n := i + 1
	if p.is(n, "of") {
		return !p.isAny(i-1, "test", "exam", "credit", "box", "the", "film", "their", "his", "her", "average", "high", "low") && !p.at(n+1).w.is(fCard) && p.at(n+1).kind != iNum
	}
	return p.isAny(n, "more", "were", "dead", "injured", "killed", "wounded", "missing", "have", "others", "are") && !p.isAny(i-1, "test", "exam", "credit", "the", "their", "his")
}

// idioms are phrases with number words that count nothing; the seed is the
// word in the middle column.
var idioms = [...][]string{
	{"at", "sixes", "and", "sevens"}, {"six", "of", "one"}, {"half", "a", "dozen", "of", "the", "other"}, {"one", "by", "one"}, {"one", "another"}, {"one", "of"}, {"one", "or", "the", "other"}, {"one", "or", "two"}, {"one", "and", "all"}, {"one", "and", "the", "same"}, {"one", "and", "only"},
	{"one", "step", "ahead"}, {"one", "way", "or"}, {"one", "thing"}, {"one", "point", "in"}, {"one", "day", "soon"}, {"one", "fell", "swoop"}, {"one", "hand"}, {"one", "too", "many"}, {"one", "size", "fits", "all"}, {"one", "in", "a", "million"}, {"one", "side"}, {"one", "end"},
	{"two", "faced"}, {"two", "cents"}, {"two", "minds"}, {"two", "wrongs"}, {"three", "cheers"}, {"three", "rs"}, {"four", "letter"}, {"four", "corners", "of"}, {"seven", "deadly"}, {"cloud", "nine"}, {"nine", "to", "five"}, {"forty", "winks"}, {"seventh", "heaven"}, {"a", "million", "miles"}, {"million", "miles", "away"}, {"thousand", "cuts"}, {"hundred", "per", "cent", "sure"}, {"second", "to", "none"}, {"third", "time", "lucky"}, {"eleventh", "hour"}, {"half", "the", "battle"}, {"fifty", "fifty"}, {"six", "feet", "under"}, {"three", "sheets", "to", "the", "wind"}, {"four", "by", "four"}, {"two", "and", "two", "together"}, {"thousand", "thanks"}, {"nine", "times", "out", "of", "ten"}, {"whole", "nine", "yards"}, {"ten", "a", "penny"}, {"dime", "a", "dozen"}, {"nineteen", "to", "the", "dozen"}, {"two", "way", "street"}, {"two", "peas"}, {"zero", "in"}, {"second", "guess"}, {"ten", "commandments"}, {"one", "time"}, {"three", "wise"}, {"twenty", "twenty"},
}

// idiom is the item behind an idiom that holds item i, or 0.
func (p *parser) idiom(i int) int {
	s := p.at(i).w.s
	for _, words := range p.at(i).w.idioms {
		at := -1
		for k, x := range words {
			if x == s {
				at = k
				break
			}
		}
		if at < 0 {
			continue
		}
		k := i
		good := true
		for j := at; j < len(words); j++ {
			if !p.is(k, words[j]) && p.lower(k) != words[j] {
				good = false
				break
			}
			k = p.skipHyphen(k + 1)
		}
		if !good {
			continue
		}
		j := i
		for b := at - 1; b >= 0; b-- {
			j = p.backHyphen(j)
			if p.lower(j) != words[b] {
				good = false
				break
			}
		}
		if good {
			return max(k, i+1)
		}
	}
	return 0
}

// nameOfNumber tells names with number words (Nine Elms, Group of Seven, the
// Two Rivers) from counts at the head of a sentence (Three Israeli soldiers).
func (p *parser) nameOfNumber(i int) bool {
	it, n, prev := p.at(i), p.at(i+1), p.at(i-1)
	joined := p.mark(i+1, '-') && p.glued(i+1) && p.glued(i+2)
	if it.first || prev.kind == iPunct && (prev.mark == '"' || prev.mark == '\'' || prev.mark == ':' || prev.mark == '-' || prev.mark == '_' || prev.mark == ')' || prev.mark == '.' || prev.mark == '?' || prev.mark == '!') || prev.kind == iEnd {
		if n.kind != iWord || !n.capital || joined {
			return false
		}
		// the number of a count may be of several words: Twenty Palestinians
		if prev.mark == '"' && p.at(i+2).kind == iWord && p.at(i+2).capital && (p.mark(i+3, '"') || p.at(i+3).capital) {
			return true // "Ten Green Bottles"
		}
		if p.mark(i+2, '-') && p.glued(i+2) && p.glued(i+3) && p.at(i+3).kind == iNum {
			return false // Two F-16 fighters
		}
		if n.w.is(fTitle|fDemonym|fCard|fMag) || p.lowerNounSoon(i+1) && !p.at(i+2).w.is(fVerb|fPast) {
			return false
		}
		return !p.demonymLike(i + 1)
	}
	if prev.kind == iWord && (prev.capital || p.is(i-1, "of") && p.at(i-2).capital) && !prev.w.is(fMod) {
		return true
	}
	if n.kind == iWord && n.capital {
		return true
	}
	return true
}

// demonymLike reports whether item i looks like a plural name of a people.
func (p *parser) demonymLike(i int) bool {
	s := p.lower(i)
	for _, end := range []string{"ans", "ese", "ish", "is", "ists", "ers", "ics", "ats"} {
		if len(s) > len(end)+2 && s[len(s)-len(end):] == end {
			return p.at(i+1).kind != iWord || !p.at(i+1).capital
		}
	}
	return false
}

// oneCounts tells "one guard" and "one was killed" from the pronoun.
func (p *parser) oneCounts(i int) bool {
	n, prev := p.at(i+1), p.at(i-1)
	if p.is(i+1, "and") && p.at(i+2).w.is(fArticle) && p.at(i+3).w.is(fFrac) || p.is(i+1, "out") && p.is(i+2, "of") || p.isAny(i-1, "minus", "negative") || p.is(i+1, "point") && p.at(i+2).w.is(fCard) {
		return true // one and a half, one out of three, minus one
	}
	if p.mark(i+1, '-') && p.glued(i+1) {
		if p.isAny(i+2, "off", "time", "sided", "way", "on", "stop", "man", "woman", "size", "to", "upmanship", "nil", "party", "liner", "hit", "eyed", "piece", "dimensional", "word", "liners", "horse", "trick", "upmanship", "person") {
			return p.is(i+2, "nil")
		}
		return true
	}
	if prev.kind == iWord && (!prev.capital || prev.first) && (p.isAny(i-1, "no", "every", "any", "this", "that", "which", "each", "another", "some", "the", "not", "square", "number", "day", "a", "an", "loved", "new", "old", "big", "good", "bad", "little", "right", "wrong", "latest", "previous", "first", "last", "biggest", "her", "his", "my", "your", "our", "their", "young") && !(p.isAny(i-1, "the", "not", "another", "some", "any", "her", "his", "their", "no", "every") && p.nounFollows(i+1) && p.isAny(i-1, "not", "another", "her", "his", "their"))) {
		return p.is(i-1, "the") && p.nounFollows(i+1) && p.at(i+1).w.is(fPerson)
	}
	if len(prev.w.events) > 0 && !prev.capital && (n.kind != iWord || n.w.is(fConj)) {
		return true // killing one and wounding three
	}
	switch n.kind {
	case iWord:
		if p.isAny(i+1, "of", "another", "who", "that", "which", "s", "might", "should", "can", "could", "must", "may", "has", "would", "cannot", "does", "or", "thing", "point", "way", "day", "time", "moment", "side", "reason", "place", "year's", "knows", "else", "too", "with", "that's", "once", "morning", "night", "evening", "afternoon", "stage", "minute", "second", "hand", "example", "end", "part", "final", "said", "told", "called", "named", "after", "at", "by", "for", "from", "on", "to", "is", "but", "if", "as", "where", "when", "we", "they", "he", "she", "it", "i", "you", "really", "wants", "will", "wonders", "than") {
			if p.isAny(i+1, "is", "has") && p.countBefore(i) {
				return true // two drowned and one is missing
			}
			if p.is(i+1, "of") || !p.listNear(i) && !p.is(i+1, "or") {
				return false
			}
			return p.isAny(i+1, "from", "in", "at", "with", "by", "on", "after", "for") && p.listNear(i) || p.is(i+1, "or") && p.at(i+2).w.is(fCard)
		}
		if n.w.unit != nil && n.w.unit.kind == Duration {
			return true
		}
		if p.isAny(i+1, "was", "were", "in", "dead", "injured", "killed", "missing", "wounded", "died", "critically", "seriously", "fatally", "hundred", "thousand", "million", "billion", "more", "other", "hurt", "fatality") {
			return true
		}
		return !n.w.is(fPrep | fConj | fAux | fModal | fPron | fDet)
	case iNum, iSign:
		return false
	}
	return p.listNear(i) && (p.mark(i+1, '.') || p.mark(i+1, ',') || p.mark(i+1, ';')) && (p.isAny(i-1, "and", "killed", "killing", "wounded", "wounding", "injuring", "just", "only", "but", "than", "least", "with", "from", "to") || prev.w.is(fMod))
}

// countBefore reports whether a count of the same list stands shortly before
// the "one" at i.
func (p *parser) countBefore(i int) bool {
	if len(p.figs) == 0 || !p.isAny(i-1, "and", "while", "but") && !p.mark(i-1, ',') && !p.mark(i-1, ';') {
		return false
	}
	g := &p.figs[len(p.figs)-1]
	if g.Kind != Count || i-g.last > 8 {
		return false
	}
	for k := g.last; k < i; k++ {
		if p.stop(k) {
			return false
		}
	}
	return true
}

// listNear reports whether another count stands within ten items.
func (p *parser) listNear(i int) bool {
	for k := i - 10; k < i+10; k++ {
		if k < 1 || k == i {
			continue
		}
		it := p.at(k)
		if it.kind == iEnd && k < i {
			continue
		}
		if it.kind == iNum || it.kind == iWord && it.w.is(fCard) && it.w.s != "one" {
			return true
		}
	}
	return false
}
