package similarity

import (
	"bytes"
	"context"
	"slices"
	"sync"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
)

// corpus is the documents of a finder, numbered by the order of their ids, so
// that nothing depends on the order in which they came. Its groups are
// documents held together by verified links; they only bound where exact work
// is done: clusters are made inside them.
type corpus struct {
	*steps
	keep     keep
	kept     []kept
	inputs   []int32 // a document's number in the input; nil where they came in the order of their ids
	sketches lsh.Sketches
	groups   *groups
	rarity   *facts.Rarity
	related  []lsh.Pair // no versions of each other, but of one event as it seems; in no order

	previous map[int32][]string // as in Finder
	numbered sync.Once
	byNumber []int32 // see numbers
}

func newCorpus(f *Finder) *corpus {
	c := &corpus{steps: f.steps, keep: keep{brief: f.steps.cfg.Brief, spill: f.spill}, kept: make([]kept, 0, f.docs)}
	c.sketches = make(lsh.Sketches, 0, f.docs*lsh.SketchSize)
	for i, b := range f.batches {
		for _, k := range b.kept {
			k.block = uint32(i)
			c.kept = append(c.kept, k)
		}
		c.sketches = append(c.sketches, b.sketches...)
		c.keep.blocks = append(c.keep.blocks, b.block)
	}
	f.batches = nil
	c.previous = f.previous
	c.sort()
	c.groups = newGroups(len(c.kept))
	c.rarity = c.countTerms()
	return c
}

// sort puts the documents in the order of their ids.
func (c *corpus) sort() {
	if slices.IsSortedFunc(c.kept, c.byID) {
		return
	}
	c.inputs = make([]int32, len(c.kept))
	for i := range c.inputs {
		c.inputs[i] = int32(i)
	}
	slices.SortFunc(c.inputs, func(a, b int32) int { return c.byID(c.kept[a], c.kept[b]) })
	kept, sketches := make([]kept, len(c.kept)), make(lsh.Sketches, 0, len(c.sketches))
	for i, d := range c.inputs {
		kept[i] = c.kept[d]
		sketches = append(sketches, c.sketches.Of(d)...)
	}
	c.kept, c.sketches = kept, sketches
}

func (c *corpus) byID(a, b kept) int { return bytes.Compare(c.idOf(&a), c.idOf(&b)) }

func (c *corpus) idOf(k *kept) []byte {
	return c.keep.blocks[k.block].ids[k.idEnd-k.idLen : k.idEnd]
}

// id is the id of a document; its bytes are not to be changed.
func (c *corpus) id(d int32) []byte { return c.idOf(&c.kept[d]) }

// input is a document's number in the input.
func (c *corpus) input(d int32) int32 {
	if c.inputs == nil {
		return d
	}
	return c.inputs[d]
}

// unpackers are one for each worker.
func (c *corpus) unpackers() []*unpacker {
	u := make([]*unpacker, c.cfg.Workers)
	for i := range u {
		u[i] = &unpacker{corpus: c}
	}
	return u
}

// countTerms counts in how many documents each term is.
func (c *corpus) countTerms() *facts.Rarity {
	counts := make([]*facts.Rarity, c.cfg.Workers)
	distinct := make([]facts.Distinct, c.cfg.Workers)
	unpackers := c.unpackers()
	eachChunk(len(c.kept), chunkDocs, c.cfg.Workers, func(from, to, w int) {
		if counts[w] == nil {
			counts[w] = facts.NewRarity(len(c.kept))
		}
		for d := from; d < to; d++ {
			unpackers[w].reset()
			counts[w].Count(unpackers[w].profile(int32(d)), &distinct[w])
		}
	})
	all := counts[0]
	if all == nil {
		all = facts.NewRarity(len(c.kept))
	}
	for _, r := range counts[1:] {
		if r != nil {
			all.Add(r)
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
