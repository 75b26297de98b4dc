package similarity

import "github.com/spaolacci/murmur3"

// idSet remembers which ids were seen, by 128 bits of hash: two of 10⁹ ids
// share those with a probability below 10⁻²⁰. It takes 21 to 32 bytes an id.
// It is made of many small tables, so that growing never needs room for all
// ids twice.
type idSet struct {
	tables [idTables]idTable
	buf    []byte
}

const idTables = 256

// add enters an id, and reports whether it is new.
func (s *idSet) add(id string) bool {
	s.buf = append(s.buf[:0], id...)
	hi, lo := murmur3.Sum128(s.buf)
	return s.tables[lo%idTables].add([2]uint64{hi, lo | 1}) // a table's hashes are alike in the lowest bit
}

// idTable is a table of hashes with linear probing.
type idTable struct {
	slots [][2]uint64 // a free one is zero
	used  int
}

func (t *idTable) add(h [2]uint64) bool {
	if 4*t.used >= 3*len(t.slots) {
		t.grow()
	}
	slot := t.find(h)
	if *slot == h {
		return false
	}
	*slot = h
	t.used++
	return true
}

// find gives the slot of a hash, or the free one where it belongs. Where it
// starts is by the high half of the first number, times the slots.
func (t *idTable) find(h [2]uint64) *[2]uint64 {
	n := uint64(len(t.slots))
	for i := h[0] >> 32 * n >> 32; ; i++ {
		if i == n {
			i = 0
		}
		if slot := &t.slots[i]; *slot == h || *slot == [2]uint64{} {
			return slot
		}
	}
}

func (t *idTable) grow() {
	old := t.slots
	t.slots = make([][2]uint64, max(16, len(old)+len(old)/2))
	for _, h := range old {
		if h != [2]uint64{} {
			*t.find(h) = h
		}
	}
}
