package similarity

import (
	"fmt"
	"strings"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
)

// hedging reports hedges of a that b lacks, and hedges that b added.
func (p *phrasing) hedging(x *passage) {
	p.hedgesLost(x, HedgeDropped)
	y := x.swap()
	for _, v := range p.lost(&y) {
		p.placeBack(PhraseVariant{Type: HedgeAdded, Severity: Low, Rule: "hedge added: " + y.a.quote(v.first, v.last).Text}, &y, v)
	}
}

func (p *phrasing) hedgesLost(x *passage, t PhraseType) {
	for _, h := range p.lost(x) {
		word := x.a.quote(h.first, h.last).Text
		v := PhraseVariant{Type: t, Severity: Medium, Rule: "hedge dropped: " + word}
		switch {
		case h.class == numberHedge:
			v.Severity = Low
		case h.class == modalHedge && p.willFacing(x, h):
			v.Type, v.Rule = VerbHardened, word+" → will"
			v.Severity = High
		case x.light() && h.class != degreeHedge:
			v.Severity = High
		}
		p.place(v, x, h.first, h.last)
	}
}

// placeBack is place for a variant found from b's side.
func (p *phrasing) placeBack(v PhraseVariant, y *passage, h hedge) {
	from, to := y.facing(h.first, h.last)
	if to-from < 2 {
		from, to = y.b.around(from, to, y.b0, y.b1, contextWords)
	}
	first, last := y.a.around(h.first, h.last, y.a0, y.a1, 2)
	x := y.swap()
	p.report(v, &x, [2]int{from, min(to, from+3*contextWords)}, [2]int{first, last})
}

// lost returns the hedges of the passage's a side that its b side lacks: none
// stands where it stood, b has fewer in all, and b keeps the words that it
// hedged.
func (p *phrasing) lost(x *passage) []hedge {
	ha, hb := hedgesIn(x.a.hedges, x.a0, x.a1), hedgesIn(x.b.hedges, x.b0, x.b1)
	if len(ha) == 0 {
		return nil
	}
	var out []hedge
	spare := count(ha) - count(hb)
	for _, h := range ha {
		from, to := x.facing(h.first, h.last)
		if hedgeNear(hb, from, to) || p.sameRun(x, h.first) {
			continue
		}
		if h.class == numberHedge {
			if x.b.numberIn(from, min(to+2, x.b1)) && x.light() {
				out = append(out, h)
			}
			continue
		}
		if spare <= 0 || !p.claimKept(x, h) {
			continue
		}
		spare--
		out = append(out, h)
	}
	return out
}

func count(hedges []hedge) int {
	n := 0
	for _, h := range hedges {
		if h.class != numberHedge {
			n++
		}
	}
	return n
}

func hedgeNear(hedges []hedge, from, to int) bool {
	for _, h := range hedges {
		if h.first <= to && from <= h.last {
			return true
		}
	}
	return false
}

func (p *phrasing) sameRun(x *passage, t int) bool {
	for _, r := range x.runs {
		if t >= r.A[0] && t < r.A[1] {
			return r.Same
		}
	}
	return false
}

func (r *reading) numberIn(first, last int) bool {
	for t := first; t < last; t++ {
		if r.isNumber(t) {
			return true
		}
	}
	return false
}

// claimKept reports whether one of the next three words behind the hedge that
// say something is in b's passage: a hedge that went with its claim is no
// hedge dropped.
func (p *phrasing) claimKept(x *passage, h hedge) bool {
	for t, left := h.last, 3; t < x.a1 && left > 0; t++ {
		if x.a.toks[t].Kind == token.Punct || stopWords[x.a.low(t)] {
			continue
		}
		left--
		if hasFeature(x.b, x.a.words.feature[x.a.ids[t]], x.b0, x.b1) {
			return true
		}
	}
	return false
}

func hasFeature(r *reading, f int32, first, last int) bool {
	for t := first; t < last; t++ {
		if r.words.feature[r.ids[t]] == f {
			return true
		}
	}
	return false
}

func (p *phrasing) willFacing(x *passage, h hedge) bool {
	from, to := x.facing(h.first, h.last)
	for t := max(x.b0, from-1); t < min(to+1, x.b1); t++ {
		if (x.b.is(t, "will") || x.b.is(t, "must")) && !x.b.quoted[t] {
			return true
		}
	}
	return false
}

// actions reports words that moved on a scale of action or likelihood.
func (p *phrasing) actions(x *passage) {
	type hit struct {
		t  int
		at scaleStep
	}
	hits := func(r *reading, first, last int) (out []hit) {
		for t := first; t < last; t++ {
			if r.quoted[t] || r.toks[t].Kind != token.Word {
				continue
			}
			for _, s := range actionScales[r.low(t)] {
				out = append(out, hit{t, s})
			}
		}
		return out
	}
	as, bs := hits(x.a, x.a0, x.a1), hits(x.b, x.b0, x.b1)
	has := func(hs []hit, s scaleStep) bool {
		for _, h := range hs {
			if h.at == s {
				return true
			}
		}
		return false
	}
	for _, a := range as {
		if has(bs, a.at) {
			continue
		}
		for _, b := range bs {
			if b.at.scale != a.at.scale || has(as, b.at) {
				continue
			}
			v := PhraseVariant{Type: VerbHardened, Severity: Medium, Rule: fmt.Sprintf("scale: %s → %s", x.a.low(a.t), x.b.low(b.t))}
			if b.at.step < a.at.step {
				v.Type = VerbSoftened
			}
			if from, to := x.facing(a.t, a.t+1); x.light() && b.t >= from-1 && b.t <= to {
				v.Severity = High
			}
			f1, l1 := x.a.around(a.t, a.t+1, x.a0, x.a1, 3)
			f2, l2 := x.b.around(b.t, b.t+1, x.b0, x.b1, 3)
			p.report(v, x, [2]int{f1, l1}, [2]int{f2, l2})
			break
		}
	}
}

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
	if b.negative(b0, b1) {
		return false
	}
	for t := a0; t < a1; t++ {
		if a.quoted[t] || !isNegation(a.low(t)) || a.is(t+1, "only") || p.sameRun(x, t) {
			continue
		}
		first := t
		n := 0
		for u := t + 1; u < min(a1, t+5) && n < 2; u++ {
			if a.toks[u].Kind == token.Punct {
				break
			}
			if stopWords[a.low(u)] {
				continue
			}
			n++
			at := stemAt(b, a.low(u), b0, b1)
			if at < 0 || b.quoted[at] {
				continue
			}
			v := PhraseVariant{Type: NegationFlipped, Severity: High, Rule: "negation: " + a.low(t) + " is gone"}
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

// negative reports whether the tokens hold a negation or a word that denies.
func (r *reading) negative(first, last int) bool {
	for t := first; t < last; t++ {
		if w := r.low(t); isNegation(w) || negativeWords[w] || strings.HasPrefix(w, "un") && len(w) > 6 || strings.HasPrefix(w, "non") {
			return true
		}
	}
	return false
}

func stemAt(r *reading, w string, first, last int) int {
	stem := align.Stem(w)
	for t := first; t < last; t++ {
		if align.Stem(r.low(t)) == stem {
			return t
		}
	}
	return -1
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
			against := antonyms[x.a.low(t)]
			if against == nil || x.a.quoted[t] || hasStem(x.b, x.a.low(t), x.b0, x.b1) {
				continue
			}
			for u := r.B[0]; u < r.B[1]; u++ {
				if !against[x.b.low(u)] || x.b.quoted[u] || hasStem(x.a, x.b.low(u), x.a0, x.a1) {
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
