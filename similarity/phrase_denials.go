package similarity

import (
	"github.com/wirediff/wirediff/internal/token"
)

// denials reports what a denies and b claims where the sentences are not
// aligned: a word that a has under a negation only, in a sentence without a
// partner of its own, and that b has without one, in a sentence akin to a's
// or to its neighbours in the paragraph.
func (p *phrasing) denials() {
	if !p.english {
		return
	}
	for t := 0; t < len(p.a.toks); t++ {
		n := p.a.negates(t)
		i := int(p.a.sentence[t])
		if n == 0 || p.aligned[i] > 0 || p.A.Roles[i].Furniture() {
			continue
		}
		in := p.claimWords()
		for _, u := range p.a.claim(t + n) {
			if !in.turned(p.a.stem(u)) {
				continue
			}
			at := p.claimedNear(i, u, in.denied)
			if at < 0 {
				continue
			}
			x := &passage{a: p.a, b: p.b}
			f1, l1 := p.a.around(t, u+1, 0, len(p.a.toks), 2)
			f2, l2 := p.b.around(at, at+1, 0, len(p.b.toks), 3)
			p.report(PhraseVariant{Type: NegationFlipped, Severity: Medium, Rule: "denied in one, claimed in the other: " + p.a.low(u)}, x, [2]int{f1, l1}, [2]int{f2, l2})
			break
		}
	}
}

// claimWords is where words stand under a negation, and where not.
type claimWords struct {
	a, b   []claimed // by stem
	denied []bool    // by token of b
}

// claimed says how a word is used in a text: claimed, denied, or both.
type claimed struct{ plain, denied bool }

// turned reports whether a has the word under a negation only, and b without
// one only.
func (w *claimWords) turned(stem int32) bool {
	return !w.a[stem].plain && w.b[stem].plain && !w.b[stem].denied
}

func (p *phrasing) claimWords() *claimWords {
	if p.claims == nil {
		p.claims = &claimWords{}
		p.claims.a, _ = p.a.claimed()
		p.claims.b, p.claims.denied = p.b.claimed()
	}
	return p.claims
}

// claimed is how the text has each stem, by its id, and the tokens that stand
// under a negation.
func (r *reading) claimed() (words []claimed, under []bool) {
	words, under = make([]claimed, len(r.words.stemText)), make([]bool, len(r.toks))
	for t := range r.toks {
		if n := r.negates(t); n > 0 {
			for u := t; u < r.scopeEnd(t+n); u++ {
				under[u] = true
			}
		}
	}
	for t := range r.toks {
		if r.toks[t].Kind != token.Word {
			continue
		}
		w := &words[r.stem(t)]
		w.denied = w.denied || under[t]
		w.plain = w.plain || !under[t]
	}
	return words, under
}

// claim lists the words that a negation which ends at t may deny: the first
// that says something; behind a word that carries the claim (call it a cure)
// all of them.
func (r *reading) claim(t int) (out []int) {
	carried := false
	for u := t; u < r.scopeEnd(t); u++ {
		low := r.low(u)
		switch {
		case r.toks[u].Kind != token.Word, r.has(u, stopWord|adverb):
		case carriers[low]:
			carried = true
		case silences[low]:
			return out
		default:
			out = append(out, u)
			if !carried {
				return out
			}
		}
	}
	return out
}

// oneWord reports whether two words of one stem are forms of one word: short
// ones have stems in common with others (live, lives).
func oneWord(w, v string) bool { return w == v || len(w) > 4 && len(v) > 4 }

// claimedNear is where b has the word at u of a without a negation, in a
// sentence that a's sentence i, or one beside it in its paragraph, is collated
// with or akin to; or -1.
func (p *phrasing) claimedNear(i, u int, under []bool) int {
	for _, k := range []int{i, i - 1, i + 1, i - 2, i + 2} {
		if k < 0 || k >= len(p.partners) || k < i && p.a.apart(k, i) || k > i && p.a.apart(i, k) {
			continue
		}
		for _, first := range p.partners[k] {
			for j := first; j <= min(first+1, len(p.B.Sentences)-1); j++ {
				s := p.B.Sentences[j]
				if p.B.Roles[j].Furniture() {
					continue
				}
				if at := stemAt(p.b, p.a.stem(u), s.First, s.Last); at >= 0 && oneWord(p.a.low(u), p.b.low(at)) && !under[at] && !p.b.quoted[at] {
					return at
				}
			}
		}
	}
	return -1
}

// apart reports whether a paragraph ends between sentences i and k.
func (r *reading) apart(i, k int) bool {
	for n := i + 1; n <= k; n++ {
		if r.newParagraph(r.sents[n].First) {
			return true
		}
	}
	return false
}
