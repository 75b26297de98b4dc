package similarity

import "math/bits"

// tally counts what the sets of a few documents share, all pairs at once: one
// pass over their words, each looked up in a table that knows which of the
// documents before had it. That costs a look-up a word and an addition a shared
// word, where merging the sets pair by pair would go over every set as often
// as there are others. It is used again from group to group, by one goroutine.
type tally struct {
	cells []tallyCell
	posts []post
	n     int
	count []int32 // count[a*n+b], a < b
}

type tallyCell struct {
	word word
	head int32 // 1 + index in posts of the last document that had the word; 0 is an empty cell
}

// post is a document that has a word, and the one before it.
type post struct{ doc, next int32 }

// of counts what each two of the sets share; see shared.
func (t *tally) of(sets [][]word) {
	words := 0
	for _, s := range sets {
		words += len(s)
	}
	width := bits.Len(uint(2 * words))
	t.n = len(sets)
	t.cells = zeroed(t.cells, 1<<width)
	t.count = zeroed(t.count, t.n*t.n)
	t.posts = t.posts[:0]
	shift, mask := 32-width, uint32(len(t.cells)-1)
	for b, s := range sets {
		for _, w := range s {
			i := w >> shift
			for t.cells[i].head != 0 && t.cells[i].word != w {
				i = (i + 1) & mask
			}
			c := &t.cells[i]
			for p := c.head; p != 0; p = t.posts[p-1].next {
				t.count[int(t.posts[p-1].doc)*t.n+b]++
			}
			t.posts = append(t.posts, post{int32(b), c.head})
			*c = tallyCell{w, int32(len(t.posts))}
		}
	}
}

// shared is how many words documents a and b of the last call have in common,
// a < b.
func (t *tally) shared(a, b int) int { return int(t.count[a*t.n+b]) }

// zeroed is room for n zero values, in that of s where it is enough.
func zeroed[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
