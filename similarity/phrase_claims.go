package similarity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// hedging reports hedges of a that b lacks, and hedges that b added.
func (p *phrasing) hedging(x *passage) {
	p.hedgesLost(x, HedgeDropped)
	y := x.swap()
	for _, h := range p.lost(&y) {
		word := y.a.quote(h.first, h.last).Text
		v := PhraseVariant{Type: HedgeAdded, Severity: Low, Rule: "hedge added: " + word}
		if y.hardens(h) && p.willFacing(&y, h) >= 0 {
			v = PhraseVariant{Type: VerbSoftened, Severity: Medium, Rule: "will → " + word}
		}
		p.placeBack(v, &y, h)
	}
}

func (p *phrasing) hedgesLost(x *passage, t PhraseType) {
	for _, h := range p.lost(x) {
		word := x.a.quote(h.first, h.last).Text
		v := PhraseVariant{Type: t, Severity: Medium, Rule: "hedge dropped: " + word}
		switch {
		case h.class == numberHedge:
			v.Severity = Low
		case x.hardens(h) && p.willFacing(x, h) >= 0:
			v = PhraseVariant{Type: VerbHardened, Severity: High, Rule: word + " → will"}
			u := p.willFacing(x, h)
			p.report(v, x, [2]int{h.first, x.a.claimEnd(h, x.a1)}, [2]int{u, x.b.claimEnd(hedge{first: u, last: u + 1}, x.b1)})
			continue
		case x.light() && h.class != degreeHedge:
			v.Severity = High
		}
		if at := p.claimKept(x, h); !x.light() && at >= 0 {
			from, to := x.b.around(at, at+1, x.b0, x.b1, 3)
			p.report(v, x, [2]int{h.first, x.a.claimEnd(h, x.a1)}, [2]int{from, to})
			continue
		}
		p.place(v, x, x.a.wordBefore(h.first, x.a0), x.a.claimEnd(h, x.a1))
	}
	p.caveatsLost(x)
}

// caveatsLost reports a caveat of a passage that b's side of it has no trace
// of.
func (p *phrasing) caveatsLost(x *passage) {
	if x.headline || len(hedgesIn(x.b.caveats, x.b0, x.b1)) > 0 || len(hedgesIn(x.b.hedges, x.b0, x.b1)) > 0 {
		return
	}
	for _, h := range hedgesIn(x.a.caveats, x.a0, x.a1) {
		if !x.same(h.first, false) {
			p.place(PhraseVariant{Type: HedgeDropped, Severity: Medium, Rule: "caveat cut: " + x.a.quote(h.first, h.last).Text},
				x, h.first, x.a.claimEnd(h, x.a1))
			return
		}
	}
}

// wordBefore is the token before t, where it is a word of the same sentence
// not before first; else t.
func (r *reading) wordBefore(t, first int) int {
	if t > first && r.toks[t-1].Kind == token.Word && r.sentence[t-1] == r.sentence[t] {
		return t - 1
	}
	return t
}

// claimEnd is the end of the first words that a hedge hedges, by which a
// reader knows the claim.
func (r *reading) claimEnd(h hedge, last int) int {
	return min(h.last+3, last, r.sents[r.sentence[h.first]].Last)
}

// hardens reports whether "will" for the hedge is a verb hardened: may, might,
// could, expected to.
func (x *passage) hardens(h hedge) bool {
	return h.class == modalHedge || h.class == doubtHedge && x.a.is(h.last-1, "to")
}

// placeBack is place for a variant found from b's side.
func (p *phrasing) placeBack(v PhraseVariant, y *passage, h hedge) {
	first, end := y.a.wordBefore(h.first, y.a0), y.a.claimEnd(h, y.a1)
	from, to := y.facing(first, end)
	if to-from < 2 {
		from, to = y.b.around(from, to, y.b0, y.b1, contextWords)
	}
	x := y.swap()
	p.report(v, &x, [2]int{from, min(to, from+3*contextWords)}, [2]int{first, end})
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
	ha, hb = x.changed(ha), x.mirrored(hb)
	spare := count(ha) - count(hb)
	for _, h := range ha {
		from, to := x.facing(h.first, h.last)
		if hedgeIn(hb, from, to) || len(out) > 0 && out[len(out)-1].last+1 >= h.first {
			continue
		}
		if h.class == numberHedge {
			if x.b.numberIn(from, min(to+2, x.b1)) && (x.light() || to-from <= 4) {
				out = append(out, h)
			}
			continue
		}
		if h.class == weakHedge {
			continue
		}
		if x.hardens(h) && p.willFacing(x, h) >= 0 {
			out = append(out, h)
			continue
		}
		if spare <= 0 || p.claimKept(x, h) < 0 {
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

// changed keeps the hedges of a that stand in a difference.
func (x *passage) changed(hedges []hedge) (out []hedge) {
	for _, h := range hedges {
		if !x.same(h.first, false) {
			out = append(out, h)
		}
	}
	return out
}

// mirrored keeps the hedges of b that stand in a difference.
func (x *passage) mirrored(hedges []hedge) (out []hedge) {
	for _, h := range hedges {
		if !x.same(h.first, true) {
			out = append(out, h)
		}
	}
	return out
}

// same reports whether token t of a, or of b, stands in an equal run.
func (x *passage) same(t int, ofB bool) bool {
	n, _ := slices.BinarySearchFunc(x.runs, t, func(r wordRun, t int) int {
		if ofB {
			return r.B[1] - t - 1
		}
		return r.A[1] - t - 1
	})
	return n < len(x.runs) && x.runs[n].Same
}

func hedgeIn(hedges []hedge, from, to int) bool {
	for _, h := range hedges {
		if h.first < to && from < h.last {
			return true
		}
	}
	return false
}

func (r *reading) numberIn(first, last int) bool {
	for t := first; t < last; t++ {
		if r.isNumber(t) || days[r.low(t)] {
			return true
		}
	}
	return false
}

// claimKept is where b's passage has one of the next three words behind the
// hedge that say something, or -1: a hedge that went with its claim is no
// hedge dropped.
func (p *phrasing) claimKept(x *passage, h hedge) int {
	s := x.a.sents[x.a.sentence[h.first]]
	at, said := p.keptWord(x, h.last, min(x.a1, s.Last), 1)
	if !said { // the hedge ends its sentence
		at, _ = p.keptWord(x, h.first-1, max(x.a0, s.First)-1, -1)
	}
	return at
}

// keptWord is where b has one of the first three words that say something
// from token t of a on, up to end, in steps of step; said is whether there
// were any.
func (p *phrasing) keptWord(x *passage, t, end, step int) (at int, said bool) {
	for left := 3; t != end && left > 0; t += step {
		if x.a.toks[t].Kind == token.Punct || stopWords[x.a.low(t)] {
			continue
		}
		left--
		said = true
		f := x.a.words.feature[x.a.ids[t]]
		for u := x.b0; u < x.b1; u++ {
			if x.b.words.feature[x.b.ids[u]] == f {
				return u, true
			}
		}
	}
	return -1, said
}

// willFacing is the "will" or "must" of b where a hedge of a stood, or -1.
func (p *phrasing) willFacing(x *passage, h hedge) int {
	from, to := x.facing(h.first, h.last)
	for t := max(x.b0, from-1); t < min(to+1, x.b1); t++ {
		if x.b.is(t, "will") || x.b.is(t, "must") {
			return t
		}
	}
	return -1
}

// actions reports words that moved on a scale of action or likelihood.
func (p *phrasing) actions(x *passage) {
	type hit struct {
		t  int
		at scaleStep
	}
	hits := func(r *reading, first, last int) (out []hit) {
		for t := first; t < last && len(out) < maxFindings; t++ {
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
			if !x.light() && x.b.is(b.t, "will") && !sameVerb(x, a.t, b.t) {
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

// sameVerb reports whether the first word that says something behind token t
// of a also stands behind token u of b: would apply, will apply.
func sameVerb(x *passage, t, u int) bool {
	after := func(r *reading, t, last int) int {
		for t++; t < last && (stopWords[r.low(t)] || r.toks[t].Kind == token.Punct); t++ {
		}
		return t
	}
	t, u = after(x.a, t, x.a1), after(x.b, u, x.b1)
	return t < x.a1 && u < x.b1 && x.a.stem(t) == x.b.stem(u)
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

func stemAt(r *reading, stem int32, first, last int) int {
	for t := first; t < last; t++ {
		if r.stem(t) == stem {
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
