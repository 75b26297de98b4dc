package similarity

import "github.com/spaolacci/murmur3"

// idSet remembers which ids were seen, by 128 bits of hash: two of 10⁹ ids
// share those with a probability below 10⁻²⁰. It takes 21 to 43 bytes an id.
type idSet struct {
	slots [][2]uint64 // length a power of two; a free one is zero
	used  int
	buf   []byte
}

// add enters an id, and reports whether it is new.
func (s *idSet) add(id string) bool {
	if 4*s.used >= 3*len(s.slots) {
		s.grow()
	}
	s.buf = append(s.buf[:0], id...)
	hi, lo := murmur3.Sum128(s.buf)
	h := [2]uint64{hi, max(lo, 1)}
	slot := s.find(h)
	if *slot == h {
		return false
	}
	*slot = h
	s.used++
	return true
}

func (s *idSet) find(h [2]uint64) *[2]uint64 {
	mask := uint64(len(s.slots) - 1)
	for i := h[0] & mask; ; i = (i + 1) & mask {
		if slot := &s.slots[i]; *slot == h || *slot == [2]uint64{} {
			return slot
		}
	}
}

func (s *idSet) grow() {
	old := s.slots
	s.slots = make([][2]uint64, max(64, 2*len(old)))
	for _, h := range old {
		if h != [2]uint64{} {
			*s.find(h) = h
		}
	}
}
