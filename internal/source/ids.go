package source

import (
	"fmt"
	"math"
	"sort"

	"github.com/spaolacci/murmur3"
)

// idTable remembers which ids were seen, and where first. It keeps 96 bits of
// hash and the record's number for each, 16 bytes, and 4 bytes a slot of a
// table that is between 3/8 and 3/4 full: 21 to 27 bytes an id. Two of 10⁹ ids
// share a hash with a probability below 10⁻¹⁰, so a hash stands for its id.
type idTable struct {
	slots  []uint32   // 1 + number of the entry; 0 where free; length a power of two
	blocks []*idBlock // entries in the order of their coming
	used   int
	files  []idFile
	id     []byte // the id that is looked for
}

// idBlock is many entries, so that none is moved when more come.
type idBlock [4096]idEntry

type idEntry struct {
	high   uint64
	low    uint32
	record uint32 // the last number there is for all that are above it
}

// idFile is a file and the number of its first entry.
type idFile struct {
	name  string
	first int
}

func newIDTable() *idTable { return &idTable{slots: make([]uint32, 1024)} }

func (t *idTable) entry(i int) *idEntry {
	const size = len(idBlock{})
	return &t.blocks[i/size][i%size]
}

// add enters an id; if it was there, its first place and false are given.
func (t *idTable) add(id, file string, record int) (first string, ok bool) {
	t.id = append(t.id[:0], id...)
	high, low := murmur3.Sum128(t.id)
	e := idEntry{high, uint32(low), uint32(min(record, math.MaxUint32))}
	slot := t.find(e)
	if n := t.slots[slot]; n != 0 {
		return t.place(int(n - 1)), false
	}
	if n := len(t.files); n == 0 || t.files[n-1].name != file {
		t.files = append(t.files, idFile{file, t.used})
	}
	if t.used == len(t.blocks)*len(idBlock{}) {
		t.blocks = append(t.blocks, new(idBlock))
	}
	*t.entry(t.used) = e
	t.used++
	t.slots[slot] = uint32(t.used)
	if t.used > len(t.slots)/4*3 {
		t.grow()
	}
	return "", true
}

// place names the place of an entry.
func (t *idTable) place(i int) string {
	f := sort.Search(len(t.files), func(f int) bool { return t.files[f].first > i }) - 1
	return place(t.files[f].name, int(t.entry(i).record))
}

// find gives the slot of e, or the free one where it belongs.
func (t *idTable) find(e idEntry) int {
	mask := len(t.slots) - 1
	i := int(e.high) & mask
	for t.slots[i] != 0 {
		if had := t.entry(int(t.slots[i] - 1)); had.high == e.high && had.low == e.low {
			break
		}
		i = (i + 1) & mask
	}
	return i
}

func (t *idTable) grow() {
	t.slots = make([]uint32, 2*len(t.slots))
	for i := range t.used {
		t.slots[t.find(*t.entry(i))] = uint32(i + 1)
	}
}

func duplicate(id, first string) error {
	return fmt.Errorf("%w: %s is already in %s", ErrDuplicate, clip(id), first)
}
