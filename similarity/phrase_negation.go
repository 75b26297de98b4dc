package similarity

import (
	"fmt"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// negation reports a claim turned round: a negation that only one side has
// beside words that both have, or a word exchanged for its contrary.
func (p *phrasing) negation(x *passage) {
	if p.flip(x, x.a, x.b, x.a0, x.a1, x.b0, x.b1, false) {
		return
	}
	y := x.swap()
	if p.flip(&y, y.a, y.b, y.a0, y.a1, y.b0, y.b1, true) {
		return
	}
	p.contrary(x)
}

func isNegation(w string) bool { return negations[w] || strings.HasSuffix(w, "n't") }

func (p *phrasing) flip(x *passage, a, b *reading, a0, a1, b0, b1 int, back bool) bool {
	// A negation in a long sentence that was rewritten may be said otherwise;
	// in one of a few words it is the point of it.
	const short = 8
	denies := b.negative(b0, b1)
	for t := b0; t < b1; t++ {
		if b.denies(t) && !x.same(t, true) {
			return false // said otherwise
		}
	}
	if !x.light() && (denies || a.wordCount(a0, a1) > short) {
		return false
	}
	for t := a0; t < a1; t++ {
		if a.quoted[t] || !isNegation(a.low(t)) || x.same(t, false) || a.comparing(t) || denies && !x.alone(t) {
			continue
		}
		from, to := x.facing(t, t+1)
		first := t
		n := 0
		for u := t + 1; u < min(a1, t+5) && n < 1; u++ {
			if a.toks[u].Kind == token.Punct {
				break
			}
			if stopWords[a.low(u)] || strings.HasSuffix(a.low(u), "ly") {
				continue
			}
			n++
			at := stemAt(b, a.stem(u), b0, b1)
			if at < 0 || b.quoted[at] || x.light() && (at < from-4 || at > to+4) {
				continue
			}
			v := PhraseVariant{Type: NegationFlipped, Severity: High, Rule: "negation: " + a.low(t) + " is gone"}
			if !x.light() {
				v.Severity = Medium
			}
			f1, l1 := a.around(first, u+1, a0, a1, 2)
			f2, l2 := b.around(at, at+1, b0, b1, 3)
			if back {
				v.Rule = "negation: " + a.low(t) + " is new"
				z := x.swap()
				p.report(v, &z, [2]int{f2, l2}, [2]int{f1, l1})
			} else {
				p.report(v, x, [2]int{f1, l1}, [2]int{f2, l2})
			}
			return true
		}
	}
	return false
}

// alone reports whether token t of a is the only word that says something in
// its difference, on either side.
func (x *passage) alone(t int) bool {
	for _, r := range x.runs {
		if t < r.A[0] || t >= r.A[1] {
			continue
		}
		for u := r.A[0]; u < r.A[1]; u++ {
			if u != t && !stopWords[x.a.low(u)] && x.a.toks[u].Kind != token.Punct {
				return false
			}
		}
		for u := r.B[0]; u < r.B[1]; u++ {
			if isNegation(x.b.low(u)) || !stopWords[x.b.low(u)] && x.b.toks[u].Kind != token.Punct {
				return false
			}
		}
		return true
	}
	return false
}

// comparing reports whether the negation at t belongs to a comparison or a
// limit, not to a claim: "no fewer than", "not only", "not 40 but 50".
func (r *reading) comparing(t int) bool {
	if t+1 >= len(r.toks) {
		return true
	}
	switch r.low(t + 1) {
	case "only", "fewer", "less", "more", "later", "longer", "least", "just", "one", "even", "yet", "than":
		return true
	}
	return r.isNumber(t+1) || r.is(t, "none")
}

// negative reports whether the tokens hold a negation or a word that denies.
func (r *reading) negative(first, last int) bool {
	for t := first; t < last; t++ {
		if r.denies(t) {
			return true
		}
	}
	return false
}

// denies reports whether the word at t is a negation or denies by itself.
func (r *reading) denies(t int) bool {
	w := r.low(t)
	return isNegation(w) || negativeWords[w] || strings.HasPrefix(w, "un") && len(w) > 6 || strings.HasPrefix(w, "non")
}

// contrary reports a word exchanged for its antonym in place.
func (p *phrasing) contrary(x *passage) {
	if x.a.anyNegation(x.a0, x.a1) != x.b.anyNegation(x.b0, x.b1) {
		return
	}
	for _, r := range x.runs {
		if r.Same {
			continue
		}
		for t := r.A[0]; t < r.A[1]; t++ {
			against := contraries[x.a.low(t)]
			if against == nil && x.light() {
				against = antonyms[x.a.low(t)]
			}
			if against == nil || x.a.quoted[t] || hasStem(x.b, x.a.stem(t), x.b0, x.b1) {
				continue
			}
			from, to := r.B[0], r.B[1]
			if !x.light() {
				from, to = x.b0, x.b1
			}
			for u := from; u < to; u++ {
				if !against[x.b.low(u)] || x.b.quoted[u] || hasStem(x.a, x.b.stem(u), x.a0, x.a1) {
					continue
				}
				if x.same(u, true) {
					continue
				}
				v := PhraseVariant{Type: NegationFlipped, Severity: Medium, Rule: fmt.Sprintf("contrary: %s → %s", x.a.low(t), x.b.low(u))}
				if x.light() && r.A[1]-r.A[0] <= 3 && r.B[1]-r.B[0] <= 3 {
					v.Severity = High
				}
				f1, l1 := x.a.around(t, t+1, x.a0, x.a1, 2)
				f2, l2 := x.b.around(u, u+1, x.b0, x.b1, 2)
				p.report(v, x, [2]int{f1, l1}, [2]int{f2, l2})
				return
			}
		}
	}
}

func (r *reading) anyNegation(first, last int) bool {
	for t := first; t < last; t++ {
		if isNegation(r.low(t)) {
			return true
		}
	}
	return false
}
