package similarity

import (
	"fmt"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
)

// loaded reports words of judgement that b has where a had a neutral word, or
// that are new.
func (p *phrasing) loaded(x *passage) {
	tried := 0
	for _, r := range x.runs {
		if r.Same {
			continue
		}
		// A difference inside a compound is one of the whole compound.
		for t := x.b.compoundStart(r.B[0], x.b0); t < r.B[1] && tried <= maxFindings; t++ {
			if x.b.quoted[t] || x.b.toks[t].Kind != token.Word {
				continue
			}
			low, stem, n := x.b.compound(t)
			if n > 1 && p.rules.byWord[stem] == nil { // terror-linked
				low, stem, n = x.b.low(t), x.b.stemText(t), 1
			}
			if p.rules.byWord[stem] == nil || t+n <= r.B[0] || n == 1 && hasStem(x.a, x.b.stem(t), x.a0, x.a1) {
				continue
			}
			tried++
			p.loadedWord(x, r, t, low, stem)
			t += n - 1
		}
	}
}

// loadedWord reports the word at t of b by the first term that fits.
func (p *phrasing) loadedWord(x *passage, r wordRun, t int, low, stem string) {
	for _, n := range p.rules.byWord[stem] {
		term := p.rules.terms[n]
		if !exactly(term.Loaded, low, stem) {
			continue
		}
		if at, ok := p.neutral(x, r, term); ok {
			p.loadedAt(x, r, t, at, term)
			return
		}
	}
}

// compound is the word at t, or the two words that a hyphen makes one there,
// its stem, and its number of tokens.
func (r *reading) compound(t int) (low, stem string, tokens int) {
	if t+2 < len(r.toks) && r.is(t+1, "-") && r.toks[t].End == r.toks[t+1].Start && r.toks[t+1].End == r.toks[t+2].Start {
		low = r.low(t) + "-" + r.low(t+2)
		return low, align.Stem(low), 3
	}
	return r.low(t), r.stemText(t), 1
}

// compoundStart is the first token, not before first, of the compound that t
// stands in.
func (r *reading) compoundStart(t, first int) int {
	for at := max(first, t-2); at < t; at++ {
		if _, _, n := r.compound(at); at+n > t {
			return at
		}
	}
	return t
}

// exactly reports whether the word is a form of a loaded word: a shared stem
// of five letters or more, or the very word.
func exactly(loaded []string, low, stem string) bool {
	for _, w := range loaded {
		if w == low || len(stem) >= 5 && len(low) <= len(w)+3 && len(w) <= len(low)+3 && align.Stem(w) == stem {
			return true
		}
	}
	return false
}

// neutral finds the neutral word of a term that a loaded word replaced: in
// the run's own a side or beside it, or, in a passage that was rewritten,
// anywhere in it. A term without neutral words needs none.
func (p *phrasing) neutral(x *passage, r wordRun, term LoadedWords) (int, bool) {
	if len(term.Neutral) == 0 {
		return -1, true
	}
	find := func(first, last int) int {
		for t := first; t < last; t++ {
			if x.a.quoted[t] {
				continue
			}
			low, stem, _ := x.a.compound(t)
			for n, w := range term.Neutral {
				if w == low || len(stem) >= 4 && stem == term.stems[n] {
					return t
				}
			}
		}
		return -1
	}
	if t := find(r.A[0], r.A[1]); t >= 0 {
		return t, true
	}
	first, last := x.a0, x.a1
	if x.light() {
		first, last = max(first, r.A[0]-3), min(last, r.A[1]+3)
	}
	t := find(first, last)
	return t, t >= 0
}

func (p *phrasing) loadedAt(x *passage, r wordRun, t, at int, term LoadedWords) {
	v := PhraseVariant{Type: LoadedTerm, Severity: Medium}
	f2, l2 := x.b.around(t, t+1, x.b0, x.b1, 2)
	first, last := r.A[0], r.A[1]
	if at >= 0 {
		first, last = at, at+1
		v.Rule = fmt.Sprintf("loaded term: %s → %s (%s; %s)", x.a.low(at), x.b.low(t), term.Note, p.rules.Version)
	} else {
		v.Rule = fmt.Sprintf("loaded term: %s is new (%s; %s)", x.b.low(t), term.Note, p.rules.Version)
	}
	if last-first > 3*contextWords {
		last = first + 3*contextWords
	}
	if last-first < 3 {
		first, last = x.a.around(first, last, x.a0, x.a1, 2)
	}
	p.report(v, x, [2]int{first, last}, [2]int{f2, l2})
}

// agent reports who did it lost: "the police shot a man" → "a man was shot".
func (p *phrasing) agent(x *passage) {
	for u := x.b0 + 1; u < x.b1; u++ {
		if x.b.quoted[u] || !participle(x.b.low(u)) || !x.b.passive(u, x.b0) || x.b.by(u, x.b1) {
			continue
		}
		t := stemAt(x.a, x.b.stem(u), x.a0, x.a1)
		if t <= x.a0 || x.a.quoted[t] || x.a.passive(t, x.a0) || !participle(x.a.low(t)) || reporting(x.a.low(t)) && x.a.introduces(t) {
			continue
		}
		from, to := x.a.sourceBefore(t, x.a.sents[x.a.sentence[t]].First)
		head := headNoun(x.a, from, to)
		if head < 0 || x.a.from(from) || pronouns[x.a.low(head)] || hasStem(x.b, x.a.stem(head), x.b0, x.b1) {
			continue
		}
		f2, l2 := x.b.around(u-1, u+1, x.b0, x.b1, 3)
		_, l1 := x.a.around(t, t+1, x.a0, x.a1, 2)
		v := PhraseVariant{Type: AgentDeleted, Severity: Medium, Rule: "passive without its agent: " + x.b.low(u)}
		p.report(v, x, [2]int{from, l1}, [2]int{f2, l2})
		return
	}
}

func reporting(w string) bool { _, ok := reportingVerbs[w]; return ok }

// from reports whether a preposition stands before the token: "after the
// police shot" has a subject, "on Monday shot" has none.
func (r *reading) from(t int) bool {
	switch r.low(max(0, t-1)) {
	case "on", "in", "at", "of", "by", "for", "with", "from", "to":
		return true
	}
	return false
}

var participles = wordSet(`shot killed hurt held cut put set hit taken given told found made built brought bought sent sold
	seen said left lost paid shut won led met kept thrown driven known shown drawn broken struck fired`)

func participle(w string) bool {
	return participles[w] || len(w) > 4 && w[len(w)-2:] == "ed"
}

// passive reports whether a form of 'be' stands at most two words before t.
func (r *reading) passive(t, first int) bool {
	for u := t - 1; u >= max(first, t-3); u-- {
		switch r.low(u) {
		case "was", "were", "been", "being", "be", "is", "are", "got":
			return true
		}
		if !passedOver[r.low(u)] && r.low(u) != "not" {
			return false
		}
	}
	return false
}

func (r *reading) by(t, last int) bool {
	for u := t + 1; u < min(last, t+10); u++ {
		if r.is(u, "by") {
			return true
		}
	}
	return false
}
