package similarity

import (
	"cmp"
	"context"
	"slices"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/postings"
)

// linkRewrites finds documents that tell the same in other words. The leaders
// of the groups stand for them, in the order of publication, so that the
// window of days is a range of numbers; those without a date stand last and
// may be a version of any. The keys are a document's rarest terms; of the
// documents that share some with it the few that share most weight are judged.
func (c *corpus) linkRewrites(ctx context.Context) error {
	leaders := c.leaders()
	slices.SortStableFunc(leaders, func(a, b int32) int { return cmp.Compare(c.when(a), c.when(b)) })
	last := c.windows(leaders)
	keys := make([][]uint32, len(leaders))
	worth := make([]float32, len(leaders))
	each(len(leaders), c.cfg.Workers, func(i, _ int) { keys[i], worth[i] = rarest(c.docs[leaders[i]].profile, c.rarity) })
	index := postings.Build(len(leaders), termMost, func(i int) []uint32 { return keys[i] })
	keys = nil
	weigh := make([]float32, termMost+1)
	for i := range weigh {
		weigh[i] = c.rarity.WeightOf(i)
	}
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
			near = counters[w].After(near[:0], index, a, last[a], weigh)
			for _, n := range heaviest(near, worth, worth[a]) {
				found[i] = append(found[i], ordered(leaders[a], leaders[n.Doc]))
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	views := make([]viewCache, c.cfg.Workers)
	related := make([][]lsh.Pair, c.cfg.Workers)
	c.join(c.verify(slices.Concat(found...), func(p lsh.Pair, w int) bool {
		a, b := c.docs[p.A], c.docs[p.B]
		j := newJudge(c.rarity, []*record{a, b})
		j.views[0], j.views[1] = views[w].of(c, p.A), views[w].of(c, p.B)
		e := edge{a: 0, b: 1, counts: compare(a, b)}
		j.judge(&e)
		if !e.version() && j.sameEvent(&e) {
			related[w] = append(related[w], p)
		}
		return e.version()
	}))
	c.related = slices.Concat(related...)
	return nil
}

// viewCache keeps the views that were made last: candidates come in the order
// of one document, and those of the other are its neighbours in time.
type viewCache struct{ views map[int32]*facts.View }

// viewsMost bounds a cache at some 5 MB.
const viewsMost = 1024

func (v *viewCache) of(c *corpus, d int32) *facts.View {
	view := v.views[d]
	if view == nil {
		if len(v.views) >= viewsMost || v.views == nil {
			v.views = make(map[int32]*facts.View, viewsMost)
		}
		view = facts.NewView(c.docs[d].profile, c.rarity)
		v.views[d] = view
	}
	return view
}

// termKeys is how many terms of a document are keys: a story of 400 words has
// some 40 names and figures of its own. A key of more than termMost leaders is
// none. A candidate shares at least keysLeast keys, whose weight is keysShare
// of what the keys of either are worth: rewrites and spun copies share 0.3 and
// more, independent reports 0.1 to 0.3. The candidatesMost heaviest are judged.
const (
	termKeys       = 32
	termMost       = 256
	keysLeast      = 3
	keysShare      = 0.15
	candidatesMost = 8
)

// rarest gives the hashes of a document's rarest distinct terms, and their
// weight.
func rarest(p facts.Profile, r *facts.Rarity) ([]uint32, float32) {
	type term struct {
		hash   uint32
		weight float32
	}
	terms := make([]term, 0, len(p))
	for _, t := range p {
		if t != 0 && !t.Has(facts.Common) {
			terms = append(terms, term{t.Hash(), r.Weight(t)})
		}
	}
	slices.SortFunc(terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash, b.hash))
	})
	out, worth := make([]uint32, 0, termKeys), float32(0)
	for _, t := range terms {
		if len(out) == termKeys {
			break
		}
		if !slices.Contains(out, t.hash) {
			out = append(out, t.hash)
			worth += t.weight
		}
	}
	return out, worth
}

// heaviest keeps the candidates that share most with a document whose keys are
// worth own.
func heaviest(near []postings.Neighbour, worth []float32, own float32) []postings.Neighbour {
	kept := near[:0]
	for _, n := range near {
		if n.Count >= keysLeast && n.Weight >= keysShare*min(own, worth[n.Doc]) {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b postings.Neighbour) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Doc, b.Doc))
	})
	return kept[:min(len(kept), candidatesMost)]
}

// when orders documents by publication; those without a date come last.
func (c *corpus) when(d int32) int64 {
	if p := c.docs[d].published; p != noDate {
		return p
	}
	return 1 << 62
}

// windows gives for each leader the number of the last one that may be a
// version of it by date: within the window, or without a date.
func (c *corpus) windows(leaders []int32) []int32 {
	window := int64(c.cfg.Window.Seconds())
	dated := int32(len(leaders))
	for dated > 0 && c.docs[leaders[dated-1]].published == noDate {
		dated--
	}
	last := make([]int32, len(leaders))
	j := int32(0)
	for i := range leaders {
		if int32(i) >= dated {
			last[i] = int32(len(leaders))
			continue
		}
		for j < dated && c.when(leaders[j])-c.when(leaders[i]) <= window {
			j++
		}
		last[i] = j - 1
	}
	return last
}
