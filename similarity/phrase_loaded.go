package similarity

import (
	"fmt"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
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
		// A difference inside a phrase is one of the whole phrase.
		const longest = 4 // words of a phrase, and the hyphens between them
		for t := max(x.b0, r.B[0]-2*longest); t < r.B[1] && tried <= maxFindings; t++ {
			may := p.mayLoad(x.b, t)
			if may == loadsNothing || x.b.quoted[t] || x.b.toks[t].Kind != token.Word {
				continue
			}
			if n := p.loadedPhrase(x, r, t); n > 0 {
				tried++
				t += n - 1
				continue
			}
			if t < r.B[0] || may&loadsAlone == 0 || hasStem(x.a, x.b.stem(t), x.a0, x.a1) {
				continue
			}
			tried++
			for _, n := range p.rules.byWord[x.b.stemText(t)] {
				term := p.rules.terms[n]
				if exactly(term.Loaded, x.b.low(t), x.b.stemText(t)) && p.loadedAt(x, r, t, t+1, term) {
					break
				}
			}
		}
	}
}

// How a word may be loaded.
const (
	loadsNothing uint8 = 1 << iota
	loadsAlone         // by itself, to judge by its stem
	loadsAhead         // as the first of a phrase
)

// mayLoad is how the word at t may be loaded: asked of the rules once a word.
func (p *phrasing) mayLoad(r *reading, t int) uint8 {
	if len(p.loadedBy) == 0 {
		reuse.Zeros(&p.loadedBy, len(p.words.of))
	}
	may := &p.loadedBy[r.ids[t]]
	if *may == 0 {
		if p.rules.byWord[r.stemText(t)] != nil {
			*may |= loadsAlone
		}
		if p.rules.phrases[r.low(t)] != nil {
			*may |= loadsAhead
		}
		if *may == 0 {
			*may = loadsNothing
		}
	}
	return *may
}

// loadedPhrase reports a loaded phrase that starts at token t of b and reaches
// into the difference r; n is its tokens, 0 where there is none.
func (p *phrasing) loadedPhrase(x *passage, r wordRun, t int) (n int) {
	for _, ph := range p.rules.phrases[x.b.low(t)] {
		n := x.b.phrase(t, ph.words)
		if n == 0 || t+n <= r.B[0] || x.a.hasPhrase(ph.words, x.a0, x.a1) {
			continue
		}
		if p.loadedAt(x, r, t, t+n, p.rules.terms[ph.term]) {
			return n
		}
	}
	return 0
}

// phrase is how many tokens from t on the words of a phrase take, with spaces
// or hyphens between them; 0 where they do not stand there.
func (r *reading) phrase(t int, words []string) int {
	u := t
	for k, w := range words {
		if k > 0 && r.is(u, "-") {
			u++
		}
		if !r.is(u, w) {
			return 0
		}
		u++
	}
	return u - t
}

func (r *reading) hasPhrase(words []string, first, last int) bool {
	for t := first; t < last; t++ {
		if r.phrase(t, words) > 0 {
			return true
		}
	}
	return false
}

// loads reports whether a word is a form of a loaded one.
func (rules *PhraseRules) loads(low, stem string) bool {
	for _, n := range rules.byWord[stem] {
		if exactly(rules.terms[n].Loaded, low, stem) {
			return true
		}
	}
	return false
}

// exactly reports whether the word is a form of a loaded word: stems are cut
// short, and alike for community and communist.
func exactly(loaded []string, low, stem string) bool {
	for _, w := range loaded {
		if w == low || len(stem) >= 5 && inflectionBase(w) == inflectionBase(low) {
			return true
		}
	}
	return false
}

// inflectionBase is a word without the endings that its forms differ by.
func inflectionBase(w string) string {
	const shortest = 4
	for {
		cut := w
		for _, end := range []string{"'s", "ly", "ing", "ed", "es", "s", "e", "d"} {
			if cut = strings.TrimSuffix(w, end); cut != w {
				break
			}
		}
		if cut == w || len(cut) < shortest {
			return w
		}
		w = cut
	}
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
			if x.a.quoted[t] || x.a.toks[t].Kind != token.Word {
				continue
			}
			low, stem := x.a.low(t), x.a.stemText(t)
			base := irregular[low] // stems as short as that of rise are not asked
			for n, w := range term.Neutral {
				if w == low || w == base || len(stem) >= 4 && stem == term.stems[n] || term.phrases[n] != nil && x.a.phrase(t, term.phrases[n]) > 0 {
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
	if t := find(first, last); t >= 0 {
		return t, true
	}
	return x.replaced(r, term)
}

// heated are the notes of terms whose loaded words judge whatever word they
// stand for: what was driven, walked or sent through a gate is ploughed.
var heated = map[string]bool{"heats": true, "judges": true, "passes sentence": true, "tells the reader what to feel": true,
	"more than the number says": true, "intent claimed": true, "greed claimed": true, "fault claimed": true, "dehumanises": true}

// replaced is the first word of a that says something in a short difference of a
// passage only edited, where the loaded word stands for it though the term does
// not name it.
func (x *passage) replaced(r wordRun, term LoadedWords) (int, bool) {
	const short = 3
	if !x.light() || x.headline || !heated[term.Note] || r.A[1]-r.A[0] > short || r.B[1]-r.B[0] > short {
		return -1, false
	}
	bare := func(low string) string { return canonical(strings.TrimSuffix(low, "s")) }
	for t := r.A[0]; t < r.A[1]; t++ {
		if u := r.B[0]; r.A[1]-t == 1 && r.B[1]-u == 1 && bare(x.a.low(t)) == bare(x.b.low(u)) {
			return -1, false // two plows, two ploughs
		}
		if x.a.toks[t].Kind == token.Word && !x.a.has(t, stopWord) && !x.a.quoted[t] {
			return t, true
		}
	}
	return -1, false
}

// loadedAt reports the loaded words at tokens [t, end) of b, unless their
// neutral words are nowhere near.
func (p *phrasing) loadedAt(x *passage, r wordRun, t, end int, term LoadedWords) bool {
	at, ok := p.neutral(x, r, term)
	if !ok {
		return false
	}
	v := PhraseVariant{Type: LoadedTerm, Severity: Medium}
	f2, l2 := x.b.around(t, end, x.b0, x.b1, 2)
	loaded := x.b.quote(t, end).Text
	first, last := r.A[0], r.A[1]
	if at >= 0 {
		first, last = at, at+1
		v.Rule = fmt.Sprintf("loaded term: %s → %s (%s; %s)", x.a.low(at), loaded, term.Note, p.rules.Version)
	} else {
		v.Rule = fmt.Sprintf("loaded term: %s is new (%s; %s)", loaded, term.Note, p.rules.Version)
	}
	if last-first > 3*contextWords {
		last = first + 3*contextWords
	}
	if last-first < 3 {
		first, last = x.a.around(first, last, x.a0, x.a1, 2)
	}
	p.report(v, x, [2]int{first, last}, [2]int{f2, l2})
	return true
}
