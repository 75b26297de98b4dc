package similarity

import (
	"math/bits"

	"github.com/wirediff/wirediff/internal/reuse"
)

// tally counts what the sets of a few documents share, all pairs at once. One
// pass over their words numbers those that two documents or more have, each
// looked up in a table, and notes which document has which; what two documents
// share is then counted 64 words at a time. That costs a look-up a word, where
// merging the sets pair by pair would go over every set as often as there are
// others. It is used again from group to group, by one goroutine.
type tally struct {
	cells []tallyCell
	n     int      // documents
	noted []uint64 // noted[i*n+d] has a bit for each of the words 64i to 64i+63 that document d has
	rows  []uint64 // the same, document after document
	width int      // of a row
}

// tallyCell is a word; before it is numbered, of is the document that has it.
// An empty cell has of 0.
type tallyCell struct {
	word word
	of   int32 // −1 − a document, or 1 + a number
}

// of notes the sets; see shared.
func (t *tally) of(sets [][]word) {
	words := 0
	for _, s := range sets {
		words += len(s)
	}
	width := bits.Len(uint(2 * words))
	t.n = len(sets)
	reuse.Zeros(&t.cells, 1<<width)
	t.noted = t.noted[:0]
	shift, mask := 32-width, uint32(len(t.cells)-1)
	numbers := int32(0)
	for d, s := range sets {
		for _, w := range s {
			i := w >> shift
			for t.cells[i].of != 0 && t.cells[i].word != w {
				i = (i + 1) & mask
			}
			c := &t.cells[i]
			if c.of == 0 {
				*c = tallyCell{w, -1 - int32(d)}
				continue
			}
			if c.of < 0 {
				first := -1 - c.of
				if numbers%64 == 0 {
					t.noted = appendZeros(t.noted, t.n)
				}
				numbers++
				c.of = numbers
				t.note(first, c.of-1)
			}
			t.note(int32(d), c.of-1)
		}
	}
	t.turn()
}

func (t *tally) note(doc, number int32) {
	t.noted[int(number/64)*t.n+int(doc)] |= 1 << (number % 64)
}

// turn lays the notes out document after document.
func (t *tally) turn() {
	t.width = len(t.noted) / max(t.n, 1)
	reuse.Zeros(&t.rows, len(t.noted))
	for i := range t.width {
		for d, x := range t.noted[i*t.n : (i+1)*t.n] {
			t.rows[d*t.width+i] = x
		}
	}
}

// shared is how many words documents a and b of the last call have in common.
func (t *tally) shared(a, b int) int {
	x, y := t.rows[a*t.width:(a+1)*t.width], t.rows[b*t.width:(b+1)*t.width]
	n := 0
	for i := range min(len(x), len(y)) {
		n += bits.OnesCount64(x[i] & y[i])
	}
	return n
}

func appendZeros(s []uint64, n int) []uint64 {
	at := len(s)
	if cap(s)-at < n {
		return append(s, make([]uint64, n)...)
	}
	s = s[:at+n]
	clear(s[at:])
	return s
}
