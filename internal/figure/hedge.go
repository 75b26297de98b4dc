package figure

import "strings"

// postMod reads a modifier stuck between number and unit: 40-odd, 14,000-plus,
// 20+. It returns the item behind it.
func (p *parser) postMod(k int, q *quantity) (int, Modifier) {
	if p.mark(k, '+') && p.glued(k) {
		return k + 1, AtLeast
	}
	if k > q.last && p.mark(k-1, '-') || k == q.last {
		switch p.at(k).w.s {
		case "odd":
			if !p.at(k).gap || p.nounFollows(k+1) {
				return p.skipHyphen(k + 1), About
			}
		case "plus":
			if !p.at(k).gap {
				return p.skipHyphen(k + 1), AtLeast
			}
		case "ish":
			if !p.at(k).gap {
				return k + 1, About
			}
		case "some":
			if p.mark(k-1, '-') {
				return k, ""
			}
		}
	}
	return k, ""
}

// hedge takes the modifier phrase in front of the figure into its text.
func (p *parser) hedge(f *fig) {
	mp, at := p.phraseBefore(f.first)
	if mp == nil || at < p.floor {
		return
	}
	if !p.hedgeFits(f, mp, at) {
		return
	}
	if !mp.kept {
		return
	}
	f.first = at
	if f.Modifier == "" {
		f.Modifier = mp.mod
	}
	// at least about, about as many as: the outer phrase joins the text
	if outer, at2 := p.phraseBefore(at); outer != nil && at2 >= p.floor && outer.kept && (outer.mod != About || mp.mod == About) && outer.mod != mp.mod && len(mp.words) == 1 && outer.mod == AtLeast {
		f.first, f.Modifier = at2, outer.mod
	}
}

// markPhrases are the marks that stand for modifiers.
var markPhrases = [...]struct {
	mark   byte
	phrase modPhrase
}{
	{'~', modPhrase{mod: About, kept: true}},
	{'>', modPhrase{mod: More, kept: true}},
	{'<', modPhrase{mod: Under, kept: true}},
	{'G', modPhrase{mod: AtLeast, kept: true}},
	{'L', modPhrase{mod: AtMost, kept: true}},
}

// phraseBefore is the longest modifier phrase that ends before item i.
func (p *parser) phraseBefore(i int) (*modPhrase, int) {
	k := i - 1
	if it := p.at(k); it.kind == iPunct {
		if k >= p.floor {
			for i := range markPhrases {
				if s := &markPhrases[i]; it.mark == s.mark {
					return &s.phrase, k
				}
			}
		}
		if it.mark != '"' && it.mark != '\'' {
			return nil, 0
		}
		k-- // at least "200"
		if !p.at(k).w.is(fMod) {
			return nil, 0
		}
	}
	it := p.at(k)
	if it.kind != iWord || !it.w.is(fMod) {
		return nil, 0
	}
	for _, mp := range it.w.mods {
		at := k - len(mp.words) + 1
		if at < p.floor || at < 1 {
			continue
		}
		match := true
		for j, s := range mp.words {
			if !p.is(at+j, s) {
				match = false
				break
			}
		}
		if match {
			return mp, at
		}
	}
	return nil, 0
}

// hedgeFits refuses phrases that are no hedge here: "over six months" (during),
// "rose up to", "all but 25".
func (p *parser) hedgeFits(f *fig, mp *modPhrase, at int) bool {
	phrase := mp.text
	prev := p.at(at - 1)
	switch phrase {
	case "over":
		if p.isAny(at-1, "turned", "turns", "turning", "handed", "hand", "handing", "hands", "took", "taken", "takes") && f.Kind != Duration {
			return false // the verb's own particle
		}
		if f.Kind == Measure && p.isAny(at-1, "race", "races", "raced", "racing", "run", "ran", "running", "rowing", "rowed", "swimming", "compete", "competing", "champion", "gold", "title", "record") {
			return false // a race over 2,000 metres
		}
		if f.Kind == Duration {
			if p.isAny(at-1, "spent") && p.isAny(at-2, "was", "were", "be", "been", "being") {
				return false // spent by somebody, during
			}
			return p.isAny(at-1, "for", "after", "lasted", "lasts", "took", "takes", "taken", "spent", "spend", "in", "just", "well", "of", "wait", "waited", "took", "lasting", "since", "been", "took", "is", "was", "stretching", "with") || f.hyphen
		}
		return !prev.w.is(fRise) || !p.isAny(at-1, "up", "down") && !p.isAny(at-1, "moved", "move", "went", "go", "took", "take", "brought")
	case "above", "below", "under", "beyond", "inside", "beneath":
		if phrase == "inside" || phrase == "beneath" {
			return f.Kind == Duration && phrase == "inside" && !p.isAny(at-1, "minutes", "seconds")
		}
		return !(p.isAny(at-1, "points", "point", "percent", "pct", "degrees", "metres", "meters", "feet") && f.bare)
	case "up to":
		// rose up to, went up to: the verb's own particle
		return !p.isAny(at-1, "went", "go", "goes", "going", "gone", "rise", "rises", "rose", "risen", "climbed", "climb", "moved", "crept", "edged", "jumped", "inched", "ticked", "soared", "shot", "built", "builds", "made", "leading", "live", "it", "them", "prices", "rates", "price", "rate")
	case "all but":
		return false
	case "near", "close to", "short of", "near to":
		return f.Kind != Date && !(phrase == "near" && f.bare && f.style&styleCapital != 0)
	case "c", "sub":
		return f.style&styleWords == 0
	case "within":
		return f.Kind == Duration || f.Kind == Measure || f.Kind == Percent || f.Kind == Point
	case "inside a":
		return true
	case "better than", "longer than", "higher than", "lower than", "larger than", "smaller than", "bigger than", "greater than", "older than", "younger than":
		return true
	case "as far as", "as high as", "as long as", "as deep as":
		return true
	case "estimated", "minimum", "maximum", "an estimate of":
		return true
	case "nearing":
		return f.Kind != Date
	case "closing in on", "approaching":
		return f.Kind != Date
	case "virtually", "practically":
		return true
	}
	return true
}

// hedgeAfter takes a modifier phrase behind the figure: "or more", "or so".
func (p *parser) hedgeAfter(f *fig) {
	k := f.last
	for _, mp := range p.at(k).w.after {
		if p.at(k).kind != iWord || p.matchWords(k, mp.words) == 0 {
			continue
		}
		s := mp.words[0]
		switch s {
		case "plus", "odd", "ish":
			continue // read against the number, in postMod
		case "at", "minimum", "maximum", "max", "tops", "approximately", "roughly", "give":
			// must close its phrase: "12 at least," but "60 at least twice"
			if e := p.at(k + len(mp.words)); e.kind == iWord {
				continue
			}
		}
		if strings.HasSuffix(mp.text, "up") && p.at(k+len(mp.words)).w.is(fPrep|fDet) || (mp.words[0] == "and" || mp.words[0] == "or") && len(mp.words) == 2 && p.lessTail(k+1) {
			continue
		}
		f.last = k + len(mp.words)
		f.Modifier = mp.mod
		return
	}
}

// hedgeBehindNoun reads a modifier that follows the counted noun: "61 homes or
// more". The figure's text ends before the noun.
func (p *parser) hedgeBehindNoun(f *found) {
	if f.nounAt == 0 || f.Modifier != "" || f.after != f.nounAt+1 || !p.is(f.after, "or") || p.at(f.after+2).w.is(fPrep) && p.is(f.after+2, "than") {
		return
	}
	switch {
	case p.is(f.after+1, "more"):
		f.Figure.Modifier = AtLeast
	case p.isAny(f.after+1, "fewer", "less"):
		f.Figure.Modifier = AtMost
	case p.is(f.after+1, "so") && !p.at(f.after+2).w.is(fPron):
		f.Figure.Modifier = About
	}
}

// lessTail tells "or more than", "and under the", "or below the" from the
// modifiers that they begin like.
func (p *parser) lessTail(k int) bool {
	if p.isAny(k, "so", "thereabouts") {
		return p.is(k, "so") && p.at(k+1).w.is(fConj|fPron)
	}
	return p.is(k+1, "than") || p.isAny(k, "over", "under", "above", "below", "around", "up", "less", "more") && (p.at(k+1).w.is(fDet|fArticle) || p.at(k+1).kind == iNum || p.at(k+1).w.is(fCard)) || p.is(k, "around")
}
