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
	case f.corpus.keep.brief:
		return nil, errBrief
	}
	f.corpus.numbers()
	return &Comparer{unpacker: unpacker{corpus: f.corpus}}, nil
}

// Versus compares documents a and b, numbered as Add took them. It costs one
// merge of their shingles, and unpacking them.
func (c *Comparer) Versus(a, b int) (Versus, error) {
	corpus := c.unpacker.corpus
	numbers := corpus.numbers()
	if a < 0 || b < 0 || a >= len(numbers) || b >= len(numbers) {
		return Versus{}, errNumber
	}
	c.unpacker.reset()
	x, y := c.unpacker.outline(numbers[a]), c.unpacker.outline(numbers[b])
	v := Versus{A: x.id, B: y.id, Counts: exactCounts(&x, &y), Evidence: c.sharedHash(x.exact, y.exact)}
	v.Relation = relationOf(&x, &y, v.Counts)
	return v, nil
}

// outline makes a record without profiles and without the words that decisions
// see.
func (u *unpacker) outline(d int32) record {
	k := &u.kept[d]
	words, _ := u.unpack(u.packed(d))
	return record{id: string(u.id(d)), published: k.published, outlet: k.outlet, size: int32(k.size), update: k.update, doc: u.input(d), exact: words}
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
