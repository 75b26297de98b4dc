package similarity

import (
	"github.com/wirediff/wirediff/internal/token"
)

// negates is how many tokens from t on negate the claim behind them: 1 for
// "not", 2 for "failed to" and "ruled out"; 0 where none do.
func (r *reading) negates(t int) int {
	if r.toks[t].Kind != token.Word || !r.has(t, negating) {
		return 0
	}
	if r.has(t, negation) {
		if r.comparing(t) {
			return 0
		}
		if r.is(t+1, "longer") || r.is(t+1, "yet") {
			return 2
		}
		return 1
	}
	switch with, ok := denyingVerbs[r.low(t)]; {
	case !ok, t > 0 && r.has(t-1, negation): // "did not rule out" rules nothing out
		return 0
	case with == "":
		return 1
	case r.is(t+1, with):
		return 2
	}
	return 0
}

// scopeEnd is where the claim that a negation ends at t negates ends: at the
// next mark, the next contrast, or after as many words as a clause has.
func (r *reading) scopeEnd(t int) int {
	const clause = 8
	end := t
	for end < len(r.toks) && end-t < clause && r.sentence[end] == r.sentence[max(t-1, 0)] {
		switch w := r.low(end); {
		case w == "but", w == "although", w == "though", w == "and", w == "which", w == "until", w == "because", w == "if":
			return end
		case r.toks[end].Kind == token.Punct && w != "-":
			return end
		}
		end++
	}
	return end
}

// comparing reports whether the negation at t belongs to a comparison or a
// limit, not to a claim: "no fewer than", "not only", "not 40 but 50".
func (r *reading) comparing(t int) bool {
	if t+1 >= len(r.toks) {
		return true
	}
	switch r.low(t + 1) {
	case "only", "fewer", "less", "more", "later", "least", "just", "even", "than", "doubt", "wonder", "surprise", "matter", "since", "until", "unlike":
		return true
	case "one":
		return !r.is(t, "no")
	case "yet":
		return !r.is(t, "not")
	}
	const near = 4 // "none longer than", "were not sold until"
	for u := t + 2; u < min(t+near, len(r.toks)); u++ {
		if r.is(u, "than") || r.is(u, "until") {
			return true
		}
	}
	return r.isNumber(t + 1)
}

// denies reports whether the word at t is a negation or denies by itself.
func (r *reading) denies(t int) bool { return r.has(t, denying) }

// prefixed reports whether one word is the other with a prefix that denies:
// safe and unsafe, violent and non-violent. In-, im- and dis- begin too many
// words of their own (form, inform) and stand in the table of antonyms.
func prefixed(w, v string) bool {
	if len(w) > len(v) {
		w, v = v, w
	}
	const shortest = 4 // til, until
	return len(w) >= shortest && (v == "un"+w || v == "non"+w || v == "non-"+w) && !notUn[v]
}
