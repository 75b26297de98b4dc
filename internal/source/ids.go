package source

import (
	"fmt"
	"math"
	"sort"

	"github.com/spaolacci/murmur3"
)

// idTable remembers which ids were seen, and where first. It keeps 96 bits of
// hash and the record's number for each: 12 bytes, and 8 bytes a slot of a
// table that is between 3/8 and 3/4 full, 23 to 34 bytes an id. Two of 10⁹ ids
// share a hash with a probability below 10⁻¹⁰, so a hash stands for its id.
type idTable struct {
	slots  []idSlot   // length a power of two
	blocks []*idBlock // entries in the order of their coming
	used   int
	files  []idFile
	id     []byte // the id that is looked for
}

// idSlot has 1 + the number of an entry, 0 where it is free, and 32 bits of
// the hash, so that the entry is looked at only when it is the one.
type idSlot struct{ entry, tag uint32 }

// idBlock is many entries, so that none is moved when more come: the rest of
// the hash, and the record's number, which is the greatest there is for all
// above it.
type idBlock struct {
	hash   [idBlockSize]uint64
	record [idBlockSize]uint32
}

const idBlockSize = 4096

// idFile is a file and the number of its first entry.
type idFile struct {
	name  string
	first int
}

func newIDTable() *idTable { return &idTable{slots: make([]idSlot, 1024)} }

// add enters an id; if it was there, its first place and false are given.
func (t *idTable) add(id, file string, record int) (first string, ok bool) {
	t.id = append(t.id[:0], id...)
	hash, low := murmur3.Sum128(t.id)
	tag := uint32(low)
	slot := t.find(tag, hash)
	if n := t.slots[slot].entry; n != 0 {
		return t.place(int(n - 1)), false
	}
	if n := len(t.files); n == 0 || t.files[n-1].name != file {
		t.files = append(t.files, idFile{file, t.used})
	}
	if t.used == len(t.blocks)*idBlockSize {
		t.blocks = append(t.blocks, new(idBlock))
	}
	block, at := t.blocks[t.used/idBlockSize], t.used%idBlockSize
	block.hash[at], block.record[at] = hash, uint32(min(record, math.MaxUint32))
	t.used++
	t.slots[slot] = idSlot{uint32(t.used), tag}
	if t.used > len(t.slots)/4*3 {
		t.grow()
	}
	return "", true
}

// place names the place of an entry.
func (t *idTable) place(i int) string {
	f := sort.Search(len(t.files), func(f int) bool { return t.files[f].first > i }) - 1
	return place(t.files[f].name, int(t.blocks[i/idBlockSize].record[i%idBlockSize]))
}

// find gives the slot of an id, or the free one where it belongs.
func (t *idTable) find(tag uint32, hash uint64) int {
	mask := len(t.slots) - 1
	i := int(tag) & mask
	for ; t.slots[i].entry != 0; i = (i + 1) & mask {
		if n := int(t.slots[i].entry - 1); t.slots[i].tag == tag && t.blocks[n/idBlockSize].hash[n%idBlockSize] == hash {
			break
		}
	}
	return i
}

func (t *idTable) grow() {
	old := t.slots
	t.slots = make([]idSlot, 2*len(old))
	mask := len(t.slots) - 1
	for _, s := range old {
		if s.entry == 0 {
			continue
		}
		i := int(s.tag) & mask
		for t.slots[i].entry != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}

func duplicate(id, first string) error {
	return fmt.Errorf("%w: %s is already in %s", ErrDuplicate, clip(id), first)
}
