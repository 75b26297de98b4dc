package similarity

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/postings"
)

// corpus is the documents of a finder, numbered by the order of their ids, so
// that nothing depends on the order in which they came. Its groups are
// documents held together by verified links; they only bound where exact work
// is done: clusters are made inside them.
type corpus struct {
	*steps
	docs    []*record
	table   *lsh.Table
	groups  *groups
	rarity  *facts.Rarity
	related []lsh.Pair // no versions of each other, but of one event as it seems; in no order

	numbered sync.Once
	byNumber []int32 // see numbers
}

func newCorpus(f *Finder) *corpus {
	c := &corpus{steps: f.steps, table: f.table, docs: make([]*record, 0, f.docs)}
	for _, b := range f.batches {
		for i := range b.records {
			c.docs = append(c.docs, &b.records[i])
		}
	}
	if byID := func(a, b *record) int { return strings.Compare(a.id, b.id) }; !slices.IsSortedFunc(c.docs, byID) {
		slices.SortFunc(c.docs, byID)
		order := make([]int32, len(c.docs))
		for i, r := range c.docs {
			order[i] = r.doc
		}
		c.table.Renumber(order)
	}
	c.groups = newGroups(len(c.docs))
	c.rarity = facts.NewRarity(len(c.docs))
	var distinct facts.Distinct
	for _, r := range c.docs {
		c.rarity.Count(r.profile, &distinct)
	}
	c.rarity.Ready()
	return c
}

// link proposes candidates by every way that is taken, verifies them, and
// joins the groups of those that hold.
func (c *corpus) link(ctx context.Context) error {
	if c.cfg.Ways.Has(Copies) {
		if err := c.linkCopies(ctx); err != nil {
			return err
		}
	}
	if c.cfg.Ways.Has(Cuts) {
		if err := c.linkCuts(ctx); err != nil {
			return err
		}
	}
	if c.cfg.Ways.Has(Rewrites) {
		return c.linkRewrites(ctx)
	}
	return nil
}

// linkCopies takes the bands in turn, as many at a time as there are workers.
// Two documents of one group need no more proof that they are neighbours, so
// only the candidates between groups are verified: a story of sixty versions
// costs some sixty merges here, not sixty times sixty.
func (c *corpus) linkCopies(ctx context.Context) error {
	work := make([]lsh.Work, c.cfg.Workers)
	found := make([][]lsh.Pair, c.cfg.Workers)
	for band := 0; band < c.bands.Count; band += c.cfg.Workers {
		if err := ctx.Err(); err != nil {
			return err
		}
		each(min(c.cfg.Workers, c.bands.Count-band), c.cfg.Workers, func(i, w int) {
			found[i] = c.table.Candidates(found[i][:0], band+i, lsh.Limits{}, &work[i])
		})
		for i := range found {
			c.join(c.verify(found[i], c.alike))
			found[i] = found[i][:0]
		}
	}
	return nil
}

// alike is whether two documents are near enough to be put in one group.
func (c *corpus) alike(p lsh.Pair, _ int) bool {
	return near(compare(c.docs[p.A], c.docs[p.B]))
}

// verify keeps the candidates between different groups for which ok holds.
func (c *corpus) verify(pairs []lsh.Pair, ok func(p lsh.Pair, worker int) bool) []lsh.Pair {
	open := pairs[:0]
	for _, p := range pairs {
		if !c.groups.same(p.A, p.B) {
			open = append(open, p)
		}
	}
	open = lsh.Compact(open)
	good := make([]bool, len(open))
	each((len(open)+verifyChunk-1)/verifyChunk, c.cfg.Workers, func(i, w int) {
		for j := i * verifyChunk; j < min(len(open), (i+1)*verifyChunk); j++ {
			good[j] = ok(open[j], w)
		}
	})
	kept := open[:0]
	for i, p := range open {
		if good[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// verifyChunk is how many candidates a goroutine takes at a time.
const verifyChunk = 512

func (c *corpus) join(pairs []lsh.Pair) {
	for _, p := range pairs {
		c.groups.join(p.A, p.B)
	}
}

// linkCuts finds documents that are held in others. The leaders of the groups
// stand for them; one shingle in anchorEvery is an anchor, and a document
// whose anchors are in another's to a large part is a candidate.
func (c *corpus) linkCuts(ctx context.Context) error {
	leaders := c.leaders()
	anchors := make([]word, 0, 256)
	keys := func(i int) []word {
		anchors = anchors[:0]
		for _, w := range c.docs[leaders[i]].set {
			if w%anchorEvery == 0 {
				anchors = append(anchors, w/anchorEvery)
			}
		}
		return anchors
	}
	index := postings.Build(len(leaders), anchorMost, keys)
	own := make([]int32, len(leaders))
	for i := range leaders {
		own[i] = int32(len(keys(i)))
	}
	flat := make([]float32, anchorMost+1)
	found := make([][]lsh.Pair, (len(leaders)+leaderChunk-1)/leaderChunk)
	counters := make([]*postings.Counter, c.cfg.Workers)
	each(len(found), c.cfg.Workers, func(i, w int) {
		if ctx.Err() != nil {
			return
		}
		if counters[w] == nil {
			counters[w] = postings.NewCounter(len(leaders))
		}
		var near []postings.Neighbour
		for a := i * leaderChunk; a < min(len(leaders), (i+1)*leaderChunk); a++ {
			near = counters[w].After(near[:0], index, a, int32(len(leaders)), flat)
			for _, n := range near {
				if n.Count >= anchorLeast && float32(n.Count) >= anchorShare*float32(min(own[a], own[n.Doc])) {
					found[i] = append(found[i], ordered(leaders[a], leaders[n.Doc]))
				}
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	c.join(c.verify(slices.Concat(found...), func(p lsh.Pair, _ int) bool {
		return holds(compare(c.docs[p.A], c.docs[p.B]))
	}))
	return nil
}

// One shingle in four is an anchor: a brief of 60 words has 14, and a pair
// with three of four shingles in common 11 ± 2 of them, well above the share
// that is asked for. A shingle of more than 64 stories is a stock phrase.
const (
	anchorEvery = 4
	anchorMost  = 64
	anchorLeast = 2
	anchorShare = 0.35
	leaderChunk = 256
)

func ordered(a, b int32) lsh.Pair {
	if a > b {
		a, b = b, a
	}
	return lsh.Pair{A: a, B: b}
}

// leaders gives the documents that stand for their groups where what is sought
// is another story's text.
func (c *corpus) leaders() []int32 {
	var leaders []int32
	for _, g := range c.groups.all() {
		leaders = append(leaders, c.leadersOf(g)...)
	}
	slices.Sort(leaders)
	return leaders
}

// leadersOf gives a group's longest document, and with it every one that no
// leader so far resembles by half, at most leadersMost.
func (c *corpus) leadersOf(group []int32) []int32 {
	group = slices.Clone(group)
	slices.SortFunc(group, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.docs[b].size, c.docs[a].size), cmp.Compare(a, b))
	})
	var leaders []int32
	for _, d := range group {
		if c.docs[d].size == 0 || len(leaders) == leadersMost {
			break
		}
		if !slices.ContainsFunc(leaders, func(l int32) bool { return compare(c.docs[d], c.docs[l]).Resemblance() >= 0.5 }) {
			leaders = append(leaders, d)
		}
	}
	return leaders
}

// leadersMost bounds the work for one group at leadersMost merges a member.
const leadersMost = 16
