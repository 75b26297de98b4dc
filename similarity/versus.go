package similarity

import (
	"encoding/binary"
	"errors"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/shingle"
)

// Versus is what one document of a corpus is to another, as versions of one
// story: whether they are that, the clusters tell.
type Versus struct {
	Counts   shingle.Counts // exact
	Relation Relation       // what b is to a
	Evidence uint64         // shingle.SharedHash of the two; 0 where they share nothing
}

// Versus compares documents a and b, numbered as Add took them, of a finder
// that has given a result. It needs no text, costs one merge of their shingles
// and may be called from several goroutines.
func (f *Finder) Versus(a, b int) (Versus, error) {
	if f.corpus == nil {
		return Versus{}, errNoResult
	}
	c := f.corpus
	if a < 0 || b < 0 || a >= len(c.kept) || b >= len(c.kept) {
		return Versus{}, errNumber
	}
	if c.keep.brief {
		return Versus{}, errBrief
	}
	numbers, u := c.numbers(), unpacker{corpus: c}
	x, y := u.record(numbers[a]), u.record(numbers[b])
	v := Versus{Counts: exactCounts(x, y), Evidence: sharedHash(x.exact, y.exact)}
	v.Relation = relationOf(x, y, v.Counts)
	return v, nil
}

var (
	errNumber = errors.New("similarity: no document has this number")
	errBrief  = errors.New("similarity: a brief finder keeps too little of a document to count exactly")
)

// numbers gives the place in docs of every document by its number.
func (c *corpus) numbers() []int32 {
	c.numbered.Do(func() {
		c.byNumber = make([]int32, len(c.kept))
		for d := range c.kept {
			c.byNumber[c.input(int32(d))] = int32(d)
		}
	})
	return c.byNumber
}

// sharedHash is shingle.SharedHash of sets that are words already.
func sharedHash(a, b []word) uint64 {
	var room [1 << 10]byte // 256 shared shingles: all but long texts
	buf := room[:0]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x == y {
			buf = binary.LittleEndian.AppendUint32(buf, x)
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	if len(buf) == 0 {
		return 0
	}
	return murmur3.Sum64(buf)
}
