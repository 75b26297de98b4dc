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
	A, B     string         // their ids
	Counts   shingle.Counts // exact
	Relation Relation       // what b is to a
	Evidence uint64         // shingle.SharedHash of the two; 0 where they share nothing
}

// Comparer compares the documents of a finder that has given a result, without
// their texts. It is for one goroutine; there may be several.
type Comparer struct {
	unpacker unpacker
	shared   []byte
}

// Comparer makes one. A finder whose Config was brief keeps too little.
func (f *Finder) Comparer() (*Comparer, error) {
	switch {
	case f.corpus == nil:
		return nil, errNoResult
	case f.corpus.brief:
		return nil, errBrief
	}
	return &Comparer{unpacker: unpacker{corpus: f.corpus}}, nil
}

// Versus compares documents a and b, numbered as Add took them. It costs one
// merge of their shingles, and unpacking them.
func (c *Comparer) Versus(a, b int) (Versus, error) {
	corpus := c.unpacker.corpus
	if n := len(corpus.seats); a < 0 || b < 0 || a >= n || b >= n {
		return Versus{}, errNumber
	}
	c.unpacker.reset()
	x, y := c.whole(corpus.numbered(int32(a))), c.whole(corpus.numbered(int32(b)))
	v := Versus{A: x.id, B: y.id, Counts: exactCounts(&x, &y), Evidence: c.sharedHash(x.exact, y.exact)}
	v.Relation = relationOf(&x, &y, v.Counts)
	return v, nil
}

// whole makes the outline of a document.
func (c *Comparer) whole(d int32) record {
	words, t := c.unpacker.unpack(d)
	return c.unpacker.outline(d, words, &t)
}

var (
	errNumber = errors.New("similarity: no document has this number")
	errBrief  = errors.New("similarity: a brief finder keeps too little of a document to count exactly")
)

// sharedHash is shingle.SharedHash of sets that are words already.
func (c *Comparer) sharedHash(a, b []word) uint64 {
	c.shared = c.shared[:0]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x == y {
			c.shared = binary.LittleEndian.AppendUint32(c.shared, x)
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	if len(c.shared) == 0 {
		return 0
	}
	return murmur3.Sum64(c.shared)
}
