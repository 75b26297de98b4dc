package similarity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// scaleHit is a word, or a phrase, at tokens [t, last) that stands on a scale
// of action or likelihood.
type scaleHit struct {
	t, last int
	at      scaleStep
}

// scaleHits are the words of the tokens outside quotations that stand on one.
func (r *reading) scaleHits(first, last int) (out []scaleHit) {
	for t := first; t < last && len(out) < maxFindings; t++ {
		if r.marks(t).scales == 0 || r.quoted[t] || r.toks[t].Kind != token.Word {
			continue
		}
		for _, s := range actionScales[r.low(t)] {
			out = append(out, scaleHit{t, t + 1, s})
		}
		for _, s := range scalePhrases[r.low(t)] {
			if r.matches(t, s.words) {
				out = append(out, scaleHit{t, t + len(s.words), s.at})
			}
		}
	}
	return out
}

// lower is the words of a hit, in lower case.
func (r *reading) lower(h scaleHit) string {
	return strings.ToLower(r.text[r.toks[h.t].Start:r.toks[h.last-1].End])
}

// moved reports whether two words are two steps of one scale, of which neither
// text has the other's.
func moved(a, b scaleHit, as, bs []scaleHit) bool {
	has := func(hits []scaleHit, s scaleStep) bool {
		return slices.ContainsFunc(hits, func(h scaleHit) bool { return h.at == s })
	}
	return a.at.scale == b.at.scale && !has(bs, a.at) && !has(as, b.at)
}

// mayMove reports whether actions may find something, whatever words are
// aligned.
func (x *passage) mayMove() bool {
	if x.marksA.scales&x.marksB.scales == 0 {
		return false
	}
	as, bs := x.a.scaleHits(x.a0, x.a1), x.b.scaleHits(x.b0, x.b1)
	return slices.ContainsFunc(as, func(a scaleHit) bool {
		return slices.ContainsFunc(bs, func(b scaleHit) bool { return moved(a, b, as, bs) })
	})
}

// actions reports words that moved on a scale of action or likelihood.
func (p *phrasing) actions(x *passage) {
	if x.marksA.scales&x.marksB.scales == 0 {
		return
	}
	as, bs := x.a.scaleHits(x.a0, x.a1), x.b.scaleHits(x.b0, x.b1)
	for _, a := range as {
		from, to := x.facing(a.t, a.t+1)
		apart := func(b scaleHit) int { return max(0, from-b.t, b.t-to) }
		nearest := slices.Clone(bs)
		slices.SortStableFunc(nearest, func(b, c scaleHit) int { return apart(b) - apart(c) })
		for _, b := range nearest {
			if !moved(a, b, as, bs) {
				continue
			}
			if !x.light() && x.b.is(b.t, "will") && !sameVerb(x, a.t, b.t) || x.tenseOnly(a.t, b.t) {
				continue
			}
			v := PhraseVariant{Type: VerbHardened, Severity: Medium, Rule: fmt.Sprintf("scale: %s → %s", x.a.lower(a), x.b.lower(b))}
			if b.at.step < a.at.step {
				v.Type = VerbSoftened
			}
			if x.light() && b.t >= from-1 && b.t <= to {
				v.Severity = High
			}
			f1, l1 := x.a.around(a.t, a.last, x.a0, x.a1, 3)
			f2, l2 := x.b.around(b.t, b.last, x.b0, x.b1, 3)
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
		for t++; t < last && (r.has(t, stopWord) || r.toks[t].Kind == token.Punct); t++ {
		}
		return t
	}
	t, u = after(x.a, t, x.a1), after(x.b, u, x.b1)
	return t < x.a1 && u < x.b1 && x.a.stem(t) == x.b.stem(u)
}
