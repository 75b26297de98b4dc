package facts

import "github.com/wirediff/wirediff/internal/token"

// reading is what a word or number comes to, wherever it stands.
type reading struct {
	term     Term // with Common set; 0 for a function word; of a number by itself
	upper    bool // begins with a capital
	spells   bool // may begin a number in words
	unscaled bool // a number that a magnitude word behind it may multiply
	scales   bool // a magnitude word
}

// readings remembers the readings of short words in a table by their bytes. A
// newer word takes the place of an older one with the same cell: nothing is
// ever searched for, and the room is bounded.
type readings struct {
	cells []cell
	spare reading // of the last word that has no cell
}

type cell struct {
	lo, hi uint64 // the word's bytes, which are never all 0
	reading
}

// readingCells holds the few thousand words that are nine in ten of a text,
// and stays in a core's own cache: 768 KB.
const readingCells = 1 << 15

// of gives the reading of a token, nil where it is not remembered.
func (k *readings) of(text string, t token.Token) *reading {
	lo, hi, ok := token.Packed(text, t)
	if !ok || k.cells == nil {
		return nil
	}
	if c := &k.cells[cellOf(lo, hi)]; c.lo == lo && c.hi == hi {
		return &c.reading
	}
	return nil
}

// put remembers a reading. What it returns is valid until the next call.
func (k *readings) put(text string, t token.Token, r reading) *reading {
	lo, hi, ok := token.Packed(text, t)
	if !ok {
		k.spare = r
		return &k.spare
	}
	if k.cells == nil {
		k.cells = make([]cell, readingCells)
	}
	c := &k.cells[cellOf(lo, hi)]
	*c = cell{lo, hi, r}
	return &c.reading
}

// cellOf is the cell of a word: the high bits of a product that all its bytes
// go into.
func cellOf(lo, hi uint64) uint64 {
	return ((lo ^ hi*0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93) >> 49
}
