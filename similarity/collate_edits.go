package similarity

import (
	"slices"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// edit fills in the word edits of an aligned segment; one whose words are the
// same on both sides becomes Same.
func (c *Collation) edit(s *Segment) {
	firstA, lastA := tokenRange(c.A, s.ASents)
	firstB, lastB := tokenRange(c.B, s.BSents)
	a, b := c.words.a[firstA:lastA], c.words.b[firstB:lastB]
	if slices.Equal(a, b) {
		s.Kind = Same
		return
	}
	if len(a) == 0 || len(b) == 0 {
		return
	}
	runs, ok := c.diff(a, b, firstA, firstB)
	s.runs, c.Bounded = runs, c.Bounded || !ok
	s.Edits = make([]Edit, len(runs))
	for n, r := range runs {
		s.Edits[n] = Edit{
			Same: r.Same,
			Near: r.near,
			A:    stretch(c.A, s.A, firstA, lastA, r.A),
			B:    stretch(c.B, s.B, firstB, lastB, r.B),
		}
	}
}

// diff is the word runs of two runs of words, of which the first are the tokens
// firstA and firstB; ok is false where a bound was hit.
func (c *Collation) diff(a, b []int32, firstA, firstB int) (_ []wordRun, ok bool) {
	var room [64]align.Run // enough for nearly all
	runs, ok := align.Words(room[:0], a, b)
	runs = align.Join(runs, func(r align.Run) bool { return c.tells(a[r.A[0]:r.A[1]]) })
	out := c.near(runs, a, b)
	for n := range out {
		r := &out[n]
		r.A[0], r.A[1], r.B[0], r.B[1] = r.A[0]+firstA, r.A[1]+firstA, r.B[0]+firstB, r.B[1]+firstB
	}
	return out, ok
}

// tells reports whether equal words between two differences are worth showing
// as equal: more than two tokens, or one that is no stop word or mark.
func (c *Collation) tells(ids []int32) bool {
	if len(ids) > 2 {
		return true
	}
	return slices.ContainsFunc(ids, func(id int32) bool {
		return c.words.of[id].kind != token.Punct && c.words.of[id].flags&stopWord == 0
	})
}

type wordRun struct {
	align.Run
	near bool
}

// near takes runs of as many words on both sides apart where words facing one
// another are near-words, so that an edit is a near-word or it is not.
func (c *Collation) near(runs []align.Run, a, b []int32) []wordRun {
	out := make([]wordRun, 0, len(runs))
	for _, r := range runs {
		n := r.A[1] - r.A[0]
		if r.Same || n == 0 || n != r.B[1]-r.B[0] {
			out = append(out, wordRun{Run: r})
			continue
		}
		for k := range n {
			x, y := a[r.A[0]+k], b[r.B[0]+k]
			one := wordRun{Run: align.Run{
				Same: x == y,
				A:    [2]int{r.A[0] + k, r.A[0] + k + 1},
				B:    [2]int{r.B[0] + k, r.B[0] + k + 1},
			}}
			one.near = !one.Same && c.words.of[x].kind == token.Word && c.words.of[y].kind == token.Word &&
				align.Near(c.words.of[x].low, c.words.of[y].low)
			if last := len(out) - 1; k > 0 && out[last].near == one.near && out[last].Same == one.Same {
				out[last].A[1], out[last].B[1] = one.A[1], one.B[1]
				continue
			}
			out = append(out, one)
		}
	}
	return out
}

// tokenRange is the tokens of a run of sentences.
func tokenRange(a *shingle.Article, sents [2]int) (first, last int) {
	if sents[0] == sents[1] {
		return 0, 0
	}
	return a.Sentences[sents[0]].First, a.Sentences[sents[1]-1].Last
}

// stretch is the bytes of the tokens run, with the white space after them; the
// segment's first and last tokens own what stands before and after.
func stretch(a *shingle.Article, seg shingle.Span, first, last int, run [2]int) shingle.Span {
	at := func(n int) int {
		switch {
		case n == first:
			return seg.Start
		case n >= last:
			return seg.End
		}
		return int(a.Tokens[n].Start)
	}
	return shingle.Span{Start: at(run[0]), End: at(run[1])}
}
