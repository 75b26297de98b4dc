package similarity

import (
	"bytes"
	"context"
	"slices"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
)

// corpus is the documents of a finder, numbered by the order of their ids, so
// that nothing depends on the order in which they came. Its groups are
// documents held together by verified links; they only bound where exact work
// is done: clusters are made inside them.
type corpus struct {
	*steps
	brief    bool // words are kept as decisions see them
	spill    *spill
	blocks   []block
	seats    []seat  // of the documents
	byNumber []int32 // the documents by their numbers in the input; nil where those are the same
	groups   *groups
	rarity   *facts.Rarity
	related  []lsh.Pair // no versions of each other, but of one event as it seems; in no order

	previous map[int32][]string // as in Finder
	twice    string             // an id that two documents have
}

// seat is where a document is kept: its block and its place there.
type seat uint32

// A block has at most 256 documents, so that there may be 16 million blocks.
const seatBits = 8

func seatOf(block, i int) seat { return seat(block<<seatBits | i) }

func newCorpus(f *Finder) *corpus {
	c := &corpus{
		steps: f.steps, brief: f.steps.cfg.Brief, spill: f.spill, previous: f.previous,
		blocks: make([]block, len(f.batches)), seats: make([]seat, 0, f.docs),
	}
	for i, b := range f.batches {
		c.blocks[i] = b.block
		c.blocks[i].first = int32(len(c.seats))
		for k := range b.block.docs {
			c.seats = append(c.seats, seatOf(i, k))
		}
	}
	f.batches, f.spill.blocks = nil, nil
	c.sort()
	c.groups = newGroups(len(c.seats))
	c.rarity = c.countTerms()
	return c
}

// sort puts the documents in the order of their ids, and notes one that two of
// them have.
func (c *corpus) sort() {
	if c.ascend() {
		return
	}
	slices.SortFunc(c.seats, func(a, b seat) int { return bytes.Compare(c.idOf(a), c.idOf(b)) })
	if !c.ascend() {
		return
	}
	c.byNumber = make([]int32, len(c.seats))
	for d := range c.seats {
		c.byNumber[c.input(int32(d))] = int32(d)
	}
}

// ascend reports that each id is above the one before. Where it is the same, it
// is noted.
func (c *corpus) ascend() bool {
	for i := 1; i < len(c.seats); i++ {
		switch id := c.idOf(c.seats[i]); bytes.Compare(c.idOf(c.seats[i-1]), id) {
		case 0:
			c.twice = string(id)
			return false
		case 1:
			return false
		}
	}
	return true
}

func (c *corpus) idOf(p seat) []byte { return c.blocks[p>>seatBits].id(int(p & (1<<seatBits - 1))) }

// at is where a document is kept.
func (c *corpus) at(d int32) (b *block, i int) {
	p := c.seats[d]
	return &c.blocks[p>>seatBits], int(p & (1<<seatBits - 1))
}

// id is the id of a document; its bytes are not to be changed.
func (c *corpus) id(d int32) []byte { return c.idOf(c.seats[d]) }

// size is how many shingles a document has.
func (c *corpus) size(d int32) uint32 {
	b, i := c.at(d)
	return b.docs[i].size
}

// published is when a document was published: noDate where that is unknown.
func (c *corpus) published(d int32) int64 {
	b, i := c.at(d)
	return b.published(i)
}

// input is a document's number in the input.
func (c *corpus) input(d int32) int32 {
	b, i := c.at(d)
	return b.first + int32(i)
}

// numbered is the document that has a number in the input.
func (c *corpus) numbered(n int32) int32 {
	if c.byNumber == nil {
		return n
	}
	return c.byNumber[n]
}

// unpackers are one for each worker.
func (c *corpus) unpackers() []*unpacker {
	u := make([]*unpacker, c.cfg.Workers)
	for i := range u {
		u[i] = &unpacker{corpus: c}
	}
	return u
}

// eachBlock calls do for every block, on one goroutine for each unpacker: that
// reads the records of a block best one after another, in whatever order the
// ids are.
func (c *corpus) eachBlock(do func(b *block, u *unpacker, worker int)) {
	unpackers := c.unpackers()
	each(len(c.blocks), c.cfg.Workers, func(i, w int) { do(&c.blocks[i], unpackers[w], w) })
}

// countTerms counts in how many documents each term is.
func (c *corpus) countTerms() *facts.Rarity {
	counts := make([]*facts.Tally, c.cfg.Workers)
	c.eachBlock(func(b *block, u *unpacker, w int) {
		if counts[w] == nil {
			counts[w] = facts.NewTally(len(c.seats))
		}
		tails := u.allTails(b)
		for i := range b.docs {
			start, end := b.tail(i)
			counts[w].Count(open(tails[start:end]).profile)
		}
	})
	all := facts.NewRarity(len(c.seats))
	for _, t := range counts {
		if t != nil {
			all.Add(t)
		}
	}
	all.Ready()
	return all
}

// chunkDocs is how many documents a goroutine takes at a time: enough that the
// taking costs nothing.
const chunkDocs = 512

// link proposes candidates by every way that is taken, verifies them, and
// joins the groups of those that hold.
func (c *corpus) link(ctx context.Context) error {
	if c.cfg.Ways.Has(Copies) {
		if err := c.linkCopies(ctx); err != nil {
			return err
		}
		c.cfg.done("copies")
	}
	if c.cfg.Ways.Has(Copies) || c.cfg.Ways.Has(Cuts) {
		if err := c.linkAnchors(ctx); err != nil {
			return err
		}
		c.cfg.done("anchors")
	}
	if c.cfg.Ways.Has(Rewrites) {
		if err := c.linkRewrites(ctx); err != nil {
			return err
		}
		c.cfg.done("rewrites")
	}
	return nil
}
