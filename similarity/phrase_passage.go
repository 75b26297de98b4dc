package similarity

import (
	"slices"

	"github.com/wirediff/wirediff/internal/align"
)

// passage is an aligned pair of token ranges that differ, with their word
// runs.
type passage struct {
	a, b     *reading
	a0, a1   int
	b0, b1   int
	runs     []wordRun
	turned   []wordRun // the runs seen from b; made when first asked for
	kept     float64   // share of the words that both sides have, 0 to 1
	marksA   wordMarks // of all words of a's side
	marksB   wordMarks
	headline bool
	kin      bool // akin, not aligned: findings are at most Medium
}

func (x *passage) setRuns(runs []wordRun) {
	same := 0
	x.runs = runs
	for _, r := range runs {
		if r.Same {
			same += x.a.wordCount(r.A[0], r.A[1])
		}
	}
	x.kept = 2 * float64(same) / float64(max(1, x.a.wordCount(x.a0, x.a1)+x.b.wordCount(x.b0, x.b1)))
}

// mark finds the marks of both sides.
func (x *passage) mark() {
	x.marksA, x.marksB = x.a.marked(x.a0, x.a1), x.b.marked(x.b0, x.b1)
}

// light reports whether the passage is edited, not rewritten: more than half
// of its words stayed.
func (x *passage) light() bool { return x.kept > 0.5 }

// swap is the passage seen from the other side.
func (x *passage) swap() passage {
	y := *x
	y.a, y.b, y.a0, y.a1, y.b0, y.b1 = x.b, x.a, x.b0, x.b1, x.a0, x.a1
	y.marksA, y.marksB = x.marksB, x.marksA
	if x.turned == nil {
		x.turned = make([]wordRun, len(x.runs))
		for n, r := range x.runs {
			x.turned[n] = wordRun{Run: align.Run{Same: r.Same, A: r.B, B: r.A}, near: r.near}
		}
	}
	y.runs, y.turned = x.turned, x.runs
	return y
}

// facing is the tokens of b that stand where the tokens [first, last) of a
// stood; empty where they were dropped.
func (x *passage) facing(first, last int) (from, to int) {
	from, to = -1, x.b0
	for _, r := range x.runs {
		if r.A[1] <= first && !(r.A[0] == r.A[1] && r.A[0] == first) {
			to = max(to, r.B[1])
			continue
		}
		if r.A[0] >= last {
			break
		}
		lo, hi := r.B[0], r.B[1]
		if r.Same {
			lo, hi = r.B[0]+max(0, first-r.A[0]), r.B[1]-max(0, r.A[1]-last)
		}
		if from < 0 {
			from = lo
		}
		to = max(to, hi)
	}
	if from < 0 {
		return to, to
	}
	return from, to
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
