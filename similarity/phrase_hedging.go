package similarity

import "github.com/wirediff/wirediff/internal/token"

// The rules that name a hedge; the hedge's words follow.
const (
	hedgeDropped = "hedge dropped: "
	hedgeAdded   = "hedge added: "
)

// hedging reports hedges of a that b lacks, and hedges that b added.
func (p *phrasing) hedging(x *passage) {
	p.hedgesLost(x)
	if len(hedgesIn(x.b.hedges, x.b0, x.b1)) == 0 {
		return
	}
	y := x.swap()
	for _, h := range p.lost(&y) {
		word := y.a.quote(h.first, h.last).Text
		v := PhraseVariant{Type: HedgeAdded, Severity: Low, Rule: hedgeAdded + word}
		if y.hardens(h) && p.willFacing(&y, h) >= 0 {
			v = PhraseVariant{Type: VerbSoftened, Severity: Medium, Rule: y.b.low(p.willFacing(&y, h)) + " → " + word}
		}
		p.placeBack(v, &y, h)
	}
}

func (p *phrasing) hedgesLost(x *passage) {
	for _, h := range p.lost(x) {
		word := x.a.quote(h.first, h.last).Text
		v := PhraseVariant{Type: HedgeDropped, Severity: Medium, Rule: hedgeDropped + word}
		switch {
		case h.class == numberHedge:
			v.Severity = Low
		case x.hardens(h) && p.willFacing(x, h) >= 0:
			u := p.willFacing(x, h)
			v = PhraseVariant{Type: VerbHardened, Severity: High, Rule: word + " → " + x.b.low(u)}
			if !x.light() {
				v.Severity = Medium
			}
			if h.class == weakHedge && scheduled[x.a.low(h.first)] { // what is scheduled mostly comes
				v.Severity = Low
			}
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
	p.conditionLost(x)
}

// conditionLost reports a condition at the end of its sentence that is gone from
// a passage only edited, while what hangs on it stays: by Friday if the sea
// allows.
func (p *phrasing) conditionLost(x *passage) {
	if !x.light() || x.headline {
		return
	}
	for t := x.a0 + 1; t < x.a1; t++ {
		if low := x.a.low(t); low != "if" && low != "unless" || x.a.quoted[t] || x.same(t, false) || x.a.is(t-1, "as") || x.a.is(t-1, "even") || x.a.is(t-1, "but") {
			continue
		}
		last := min(x.a1, x.a.sents[x.a.sentence[t]].Last)
		for u := t; u < last; u++ {
			if x.a.is(u, ",") {
				last = u
			}
		}
		if last-t < 3 || x.keeps(t, last) || hedgeIn(hedgesIn(x.a.hedges, x.a0, x.a1), t, last) {
			continue
		}
		p.place(PhraseVariant{Type: HedgeDropped, Severity: Medium, Rule: "condition dropped: " + x.a.low(t)}, x, t, last)
	}
}

// keeps reports whether one of a's tokens [first, last) that says something
// stands in b in its place.
func (x *passage) keeps(first, last int) bool {
	for t := first; t < last; t++ {
		if x.a.toks[t].Kind != token.Punct && !x.a.has(t, stopWord) && (x.same(t, false) || hasStem(x.b, x.a.stem(t), x.b0, x.b1)) {
			return true
		}
	}
	return false
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
// could, expected, scheduled to.
func (x *passage) hardens(h hedge) bool {
	return h.class == modalHedge || (h.class == doubtHedge || h.class == weakHedge) && (x.a.is(h.last-1, "to") || x.a.is(h.last-1, "expected"))
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
		if x.otherVerb(h) || hedgeIn(hb, from, to) || len(out) > 0 && out[len(out)-1].last+1 >= h.first {
			continue
		}
		if h.class == numberHedge {
			if x.b.numberIn(from, min(to+2, x.b1)) && (x.light() || to-from <= 4) {
				out = append(out, h)
			}
			continue
		}
		if x.hardens(h) && p.willFacing(x, h) >= 0 {
			out = append(out, h)
			continue
		}
		if h.class == weakHedge {
			continue
		}
		if spare <= 0 || p.claimKept(x, h) < 0 && !x.settled(h) {
			continue
		}
		spare--
		out = append(out, h)
	}
	return out
}

// otherVerb reports whether a hedge is the verb of an attribution that b has
// with another verb of doubt in its place: that is told by the verb.
func (x *passage) otherVerb(h hedge) bool {
	for _, a := range x.a.saysIn(x.a0, x.a1) {
		if a.verb != h.first || h.last != h.first+1 {
			continue
		}
		from, to := x.facing(a.verb, a.verb+1)
		for _, b := range x.b.saysIn(x.b0, x.b1) {
			if b.verb >= from && b.verb < to && b.step < 0 {
				return true
			}
		}
	}
	return false
}

// settled reports whether a plain verb stands where a modal stood, or a number
// where one stood behind the hedge, in a passage that was only edited: could
// reach, was; estimated at 71.8, 73.5.
func (x *passage) settled(h hedge) bool {
	if !x.light() {
		return false
	}
	from, to := x.facing(h.first, h.last)
	if x.a.isNumber(h.last) {
		return x.b.numberIn(from, min(to+2, x.b1))
	}
	if h.class != modalHedge && (h.class != doubtHedge || !x.a.is(h.last-1, "to")) {
		return false
	}
	for t := from; t < to; t++ {
		switch x.b.low(t) {
		case "is", "are", "was", "were", "has", "have", "had", "did", "does":
			return true
		}
	}
	return false
}

func modal(hedges []hedge) bool {
	for _, h := range hedges {
		if h.class == modalHedge {
			return true
		}
	}
	return false
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

func hedgeIn(hedges []hedge, from, to int) bool {
	for _, h := range hedges {
		if h.first < to && from < h.last {
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
		if x.a.toks[t].Kind == token.Punct || x.a.has(t, stopWord) {
			continue
		}
		left--
		said = true
		f := x.a.words.of[x.a.ids[t]].feature
		for u := x.b0; u < x.b1; u++ {
			if x.b.words.of[x.b.ids[u]].feature == f {
				return u, true
			}
		}
	}
	return -1, said
}

// scheduled are the first words of hedges that give a plan, not a doubt.
var scheduled = wordSet(`scheduled due set going about in aims`)

// willFacing is the "will" or "must" of b where a hedge of a stood, or -1; for
// a mere chance "would" or "set" (to) as well. In a passage that was rewritten
// it may stand anywhere, if b has no modal of its own and keeps the claim.
func (p *phrasing) willFacing(x *passage, h hedge) int {
	from, to := x.facing(h.first, h.last)
	from, to = max(x.b0, from-1), min(to+1, x.b1)
	if !x.light() && h.class == modalHedge && !modal(hedgesIn(x.b.hedges, x.b0, x.b1)) && p.claimKept(x, h) >= 0 {
		from, to = x.b0, x.b1
	}
	for t := from; t < to; t++ {
		switch x.b.low(t) {
		case "will", "must", "shall":
			if x.b.quoted[t] && !x.a.quoted[h.first] {
				continue
			}
			return t
		case "would", "set":
			if h.class == modalHedge && (x.b.is(t, "would") || x.b.is(t+1, "to")) && (x.light() || sameVerb(x, h.last-1, t)) {
				return t
			}
		}
	}
	return -1
}
