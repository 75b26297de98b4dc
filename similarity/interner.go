package similarity

// interner finds numbers by strings, in several spaces of names: open addressing,
// at most half full. It is emptied and filled again without making garbage;
// reset comes before each use.
type interner struct {
	slots   []slotted
	entries []interned
}

type space uint8

type interned struct {
	text string
	in   space
	id   int32
}

// reset makes room for about so many strings in a table that is new or was told
// to forget.
func (t *interner) reset(entries int) {
	size := 64
	for size < entries {
		size *= 2
	}
	if t.slots = t.slots[:0]; size > cap(t.slots) {
		t.slots = make([]slotted, size)
		return
	}
	t.slots = t.slots[:size]
	clear(t.slots)
}

// forget empties the table, so that it holds on to no text.
func (t *interner) forget() {
	clear(t.entries)
	t.entries = t.entries[:0]
}

// spread is the hash of a string, as hashOf gives it, in a space.
func spread(in space, hash uint32) uint32 {
	const odd = 0x9E3779B1 // 2³² by the golden ratio
	return hash + odd*uint32(in)
}

// find is the number of a string with such a hash, -1 where it has none.
func (t *interner) find(in space, text string, hash uint32) int32 {
	hash = spread(in, hash)
	for at := hash; ; at++ {
		s := &t.slots[at&uint32(len(t.slots)-1)]
		if s.number == 0 {
			return -1
		}
		if e := &t.entries[s.number-1]; s.hash == hash && e.in == in && e.text == text {
			return e.id
		}
	}
}

// add gives a string that the table lacks a number.
func (t *interner) add(in space, text string, hash uint32, id int32) {
	hash = spread(in, hash)
	t.entries = append(t.entries, interned{text, in, id})
	if 2*len(t.entries) > len(t.slots) {
		old := t.slots
		t.slots = make([]slotted, 2*len(old))
		for _, s := range old {
			if s.number > 0 {
				*t.free(s.hash) = s
			}
		}
	}
	*t.free(hash) = slotted{hash, uint32(len(t.entries))}
}

// free is the first slot of a hash that is free.
func (t *interner) free(hash uint32) *slotted {
	for at := hash; ; at++ {
		if s := &t.slots[at&uint32(len(t.slots)-1)]; s.number == 0 {
			return s
		}
	}
}
