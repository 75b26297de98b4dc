package source

import (
	"fmt"

	"github.com/spaolacci/murmur3"
)

// idTable remembers which ids were seen, and where first. It keeps 128 bits of
// hash and a place for each, 24 bytes in a table that is between 3/8 and 3/4
// full: 32 to 64 bytes an id. Two of 10⁹ ids share a hash with a probability
// below 10⁻²⁰, so a hash stands for its id.
type idTable struct {
	slots []idSlot // length a power of two
	used  int
	files []string // names, in order of first use
}

type idSlot struct {
	hash  [2]uint64
	place uint64 // file index+1 in the upper 24 bits, record in the lower 40; 0 for a free slot
}

func newIDTable() *idTable { return &idTable{slots: make([]idSlot, 1024)} }

const recordBits = 40

// add enters an id; if it was there, its first place and false are given.
func (t *idTable) add(id, file string, record int) (first string, ok bool) {
	var h [2]uint64
	h[0], h[1] = murmur3.Sum128([]byte(id))
	i := t.find(h)
	if p := t.slots[i].place; p != 0 {
		return place(t.files[p>>recordBits-1], int(p&(1<<recordBits-1))), false
	}
	if n := len(t.files); n == 0 || t.files[n-1] != file {
		t.files = append(t.files, file)
	}
	t.slots[i] = idSlot{h, uint64(len(t.files))<<recordBits | uint64(record)}
	if t.used++; t.used > len(t.slots)/4*3 {
		t.grow()
	}
	return "", true
}

// find gives the slot that has h, or the free one where it belongs.
func (t *idTable) find(h [2]uint64) int {
	mask := len(t.slots) - 1
	i := int(h[0]) & mask
	for t.slots[i].place != 0 && t.slots[i].hash != h {
		i = (i + 1) & mask
	}
	return i
}

func (t *idTable) grow() {
	old := t.slots
	t.slots = make([]idSlot, 2*len(old))
	for _, s := range old {
		if s.place != 0 {
			t.slots[t.find(s.hash)] = s
		}
	}
}

func duplicate(id, first string) error {
	return fmt.Errorf("%w: %s is already in %s", ErrDuplicate, clip(id), first)
}
