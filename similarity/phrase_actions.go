package similarity

import (
	"fmt"

	"github.com/wirediff/wirediff/internal/token"
)

// actions reports words that moved on a scale of action or likelihood.
func (p *phrasing) actions(x *passage) {
	type hit struct {
		t  int
		at scaleStep
	}
	hits := func(r *reading, first, last int) (out []hit) {
		for t := first; t < last && len(out) < maxFindings; t++ {
			if r.marks(t).scales == 0 || r.quoted[t] || r.toks[t].Kind != token.Word {
				continue
			}
			for _, s := range actionScales[r.low(t)] {
				out = append(out, hit{t, s})
			}
		}
		return out
	}
	if x.a.marked(x.a0, x.a1).scales&x.b.marked(x.b0, x.b1).scales == 0 {
		return
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
			if !x.light() && x.b.is(b.t, "will") && !sameVerb(x, a.t, b.t) || x.tenseOnly(a.t, b.t) {
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

// tenseOnly reports whether "would" and "will" stand in what somebody is said to
// have said, on both sides: what he says will be is what he said would be.
func (x *passage) tenseOnly(t, u int) bool {
	would := x.a.is(t, "would") && x.b.is(u, "will") || x.a.is(t, "will") && x.b.is(u, "would")
	return would && x.a.reported(t) && x.b.reported(u)
}

// reported reports whether what stands at token t is what somebody says: before
// ", he said", or behind "he said (that)", but not behind "he said, and".
func (r *reading) reported(t int) bool {
	s := r.sents[r.sentence[t]]
	for _, a := range r.saysIn(s.First, s.Last) {
		if a.verb >= 0 && (a.first > t || a.last <= t && r.toks[a.last].Kind != token.Punct) {
			return true
		}
	}
	return false
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
