package similarity

import (
	"fmt"

	"github.com/wirediff/wirediff/internal/token"
)

// negation reports a claim turned round: a negation that only one side has
// before words that both have, or a word exchanged for its contrary.
func (p *phrasing) negation(x *passage) {
	if p.contrary(x) || x.marksA.flags&negating != 0 && p.flip(x, false) || x.kin || x.marksB.flags&negating == 0 {
		return
	}
	y := x.swap()
	p.flip(&y, true)
}

// mayTurn reports whether negation may find something in sentences that are
// only akin, whatever words are aligned.
func (p *phrasing) mayTurn(x *passage) bool {
	marksB := x.marksB.flags
	for t := x.a0; t < x.a1; t++ {
		if n := x.a.negates(t); n > 0 {
			for u := t + n; u < min(x.a1, t+n+claimReach); u++ {
				if stem := x.a.stem(u); hasStem(x.b, stem, x.b0, x.b1) && p.claimWords().turned(stem) {
					return true
				}
			}
		}
		if !x.a.quoted[t] && x.opposed(t, marksB) && x.opposite(t) {
			return true
		}
	}
	return false
}

// opposite reports whether b has a contrary of token t of a anywhere.
func (x *passage) opposite(t int) bool {
	low := x.a.low(t)
	for u := x.b0; u < x.b1; u++ {
		if against := x.b.low(u); contraries[low][against] || antonyms[low][against] || prefixed(low, against) {
			return true
		}
	}
	return false
}

// claimReach is how far behind a negation what it negates may begin: "was not
// in fact the first ever to fly".
const claimReach = 6

// flip reports the first negation of x's a side that is gone while b keeps
// what it negated. back says that x is seen from b's side.
func (p *phrasing) flip(x *passage, back bool) bool {
	// A negation in a long sentence that was rewritten may be said otherwise, if
	// b has not two words of the claim together; in one of a few words it is the
	// point of it.
	const short = 8
	a, b := x.a, x.b
	denies := x.marksB.flags&denying != 0
	if !x.light() && (denies || !x.keepsThird()) {
		return false
	}
	long := !x.light() && a.wordCount(x.a0, x.a1) > short
	for t := x.a0; t < x.a1; t++ {
		n := a.negates(t)
		if n == 0 || x.same(t, false) {
			continue
		}
		u, at := p.keptClaim(x, t, t+n)
		if at < 0 || x.saidOtherwise(at) || long && !x.keepsPair(u, at) || denies && !b.denies(at) && !x.alone(t, t+n) {
			continue
		}
		v := PhraseVariant{Type: NegationFlipped, Severity: High}
		if !x.light() {
			v.Severity = Medium
		}
		f1, l1 := a.around(t, u+1, x.a0, x.a1, 2)
		f2, l2 := b.around(at, at+1, x.b0, x.b1, 3)
		if back {
			v.Rule = "negation: " + a.low(t) + " is new"
			z := x.swap()
			p.report(v, &z, [2]int{f2, l2}, [2]int{f1, l1})
		} else {
			v.Rule = "negation: " + a.low(t) + " is gone"
			p.report(v, x, [2]int{f1, l1}, [2]int{f2, l2})
		}
		return true
	}
	return false
}

// keepsThird reports whether b has a third of the words of a that say
// something, whatever their order: with fewer, it is about something else.
func (x *passage) keepsThird() bool {
	words, kept := 0, 0
	for t := x.a0; t < x.a1; t++ {
		if x.a.toks[t].Kind == token.Punct || x.a.has(t, stopWord) || x.a.denies(t) {
			continue
		}
		words++
		if hasStem(x.b, x.a.stem(t), x.b0, x.b1) {
			kept++
		}
	}
	return 3*kept >= words
}

// keepsPair reports whether the next word that says something behind token u
// of a stands in b close behind token at.
func (x *passage) keepsPair(u, at int) bool {
	const apart = 4
	for u++; u < x.a1; u++ {
		if x.a.toks[u].Kind == token.Punct {
			return false
		}
		if !x.a.has(u, stopWord) {
			return hasStem(x.b, x.a.stem(u), at+1, min(at+1+apart, x.b1))
		}
	}
	return false
}

// keptClaim finds the first word that says something behind a negation at
// tokens [t, end) of a, and where b has it: near the place, in a passage that
// was only edited. A word that carries another (thought to be, found guilty)
// may be gone; then the next counts. at is -1 where b has none.
func (p *phrasing) keptClaim(x *passage, t, end int) (u, at int) {
	from, to := x.facing(t, end)
	for u = end; u < min(x.a1, end+claimReach); u++ {
		if x.a.toks[u].Kind == token.Punct && !x.a.is(u, "-") {
			break
		}
		low := x.a.low(u)
		if x.a.toks[u].Kind == token.Punct || x.a.has(u, stopWord|adverb) {
			continue
		}
		at = stemAt(x.b, x.a.stem(u), x.b0, x.b1)
		if at >= 0 && x.a.quoted[t] == x.b.quoted[at] && (!x.kin || p.claimWords().turned(x.a.stem(u))) && (!x.light() || at >= from-4 && at <= to+4) {
			return u, at
		}
		if !carriers[low] {
			break
		}
	}
	return -1, -1
}

// saidOtherwise reports whether b has a denial of its own in a difference,
// other than the claim itself at token at: "did not deny" for "denied" is a
// flip, "never signed" for "did not sign" is none.
func (x *passage) saidOtherwise(at int) bool {
	for t := x.b0; t < x.b1; t++ {
		if t != at && x.b.denies(t) && !x.same(t, true) {
			return true
		}
	}
	return false
}

// alone reports whether the tokens [t, end) of a are the only words that say
// something in their difference, on either side.
func (x *passage) alone(t, end int) bool {
	for _, r := range x.runs {
		if t < r.A[0] || t >= r.A[1] {
			continue
		}
		for u := r.A[0]; u < r.A[1]; u++ {
			if (u < t || u >= end) && !x.a.has(u, stopWord) && x.a.toks[u].Kind != token.Punct {
				return false
			}
		}
		for u := r.B[0]; u < r.B[1]; u++ {
			if x.b.has(u, negation) || !x.b.has(u, stopWord) && x.b.toks[u].Kind != token.Punct {
				return false
			}
		}
		return true
	}
	return false
}

// contrary reports a word exchanged for its antonym in place.
func (p *phrasing) contrary(x *passage) bool {
	marksA, marksB := x.marksA.flags, x.marksB.flags
	if (marksA^marksB)&negation != 0 || (marksA|marksB)&prefixing == 0 && marksA&marksB&opposable == 0 {
		return false
	}
	for _, r := range x.runs {
		if r.Same {
			continue
		}
		for t := r.A[0]; t < r.A[1]; t++ {
			if x.a.quoted[t] || !x.opposed(t, marksB) || hasStem(x.b, x.a.stem(t), x.b0, x.b1) && !contradicted[x.a.low(t)] {
				continue
			}
			from, to := r.B[0], r.B[1]
			if !x.light() {
				from, to = x.b0, x.b1
			}
			u := x.contraryIn(t, from, to)
			if u < 0 || !x.light() && x.b.besides(contraries[x.b.low(u)], x.b0, x.b1) {
				continue
			}
			v := PhraseVariant{Type: NegationFlipped, Severity: Medium, Rule: fmt.Sprintf("contrary: %s → %s", x.a.low(t), x.b.low(u))}
			if x.light() && r.A[1]-r.A[0] <= 3 && r.B[1]-r.B[0] <= 3 {
				v.Severity = High
			}
			f1, l1 := x.a.around(t, t+1, x.a0, x.a1, 2)
			f2, l2 := x.b.around(u, u+1, x.b0, x.b1, 2)
			p.report(v, x, [2]int{f1, l1}, [2]int{f2, l2})
			return true
		}
	}
	return false
}

// opposed reports whether words with the marks of b may be contraries of token
// t of a.
func (x *passage) opposed(t int, marksB wordFlags) bool {
	return x.a.has(t, prefixing) || marksB&prefixing != 0 || x.a.has(t, opposable) && marksB&opposable != 0
}

// contraryIn is the token of b in [from, to) that is the contrary of token t
// of a, or -1. In a passage that was rewritten only plain contraries count.
func (x *passage) contraryIn(t, from, to int) int {
	low := x.a.low(t)
	prefix := x.a.has(t, prefixing)
	for u := from; u < to; u++ {
		if !prefix && !x.b.has(u, opposable) && !x.b.has(u, prefixing) {
			continue
		}
		against := x.b.low(u)
		if x.b.quoted[u] || x.same(u, true) || hasStem(x.a, x.b.stem(u), x.a0, x.a1) && !contradicted[against] {
			continue
		}
		if contraries[low][against] || x.light() && (antonyms[low][against] || prefixed(low, against)) {
			return u
		}
	}
	return -1
}

// besides reports whether one of the words stands in the sentences around the
// tokens: guilty on five counts, and cleared of two.
func (r *reading) besides(words map[string]bool, first, last int) bool {
	lo, hi := max(0, int(r.sentence[first])-1), min(len(r.sents)-1, int(r.sentence[last-1])+1)
	for t := r.sents[lo].First; t < r.sents[hi].Last; t++ {
		if (t < first || t >= last) && words[r.low(t)] {
			return true
		}
	}
	return false
}
