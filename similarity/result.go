package similarity

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// groupMost is the size up to which all pairs of a group are counted: 32,640
// merges of half a microsecond.
const groupMost = 256

// result makes the pairs of every group exact, and clusters of the pairs.
func (c *corpus) result(ctx context.Context) (*Result, error) {
	all := c.groups.all()
	far, err := c.oversized(ctx, all)
	if err != nil {
		return nil, err
	}
	parts := make([]part, (len(all)+groupChunk-1)/groupChunk)
	tallies := make([]tally, c.cfg.Workers)
	each(len(parts), c.cfg.Workers, func(i, w int) {
		if ctx.Err() != nil {
			return
		}
		for _, g := range all[i*groupChunk : min(len(all), (i+1)*groupChunk)] {
			parts[i].add(c, g, c.pairsOf(&tallies[w], g, far[g[0]]))
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Result{}
	for _, p := range parts {
		r.Clusters = append(r.Clusters, p.clusters...)
		r.Pairs = append(r.Pairs, p.pairs...)
	}
	for root, pairs := range far {
		r.Warnings = append(r.Warnings, fmt.Sprintf("%d documents resemble each other: %d proposed pairs were verified, not all (from document %q)",
			c.groupSize(all, root), len(pairs), c.docs[root].id))
	}
	slices.Sort(r.Warnings)
	c.linkEvents(r.Clusters)
	slices.SortFunc(r.Clusters, func(a, b Cluster) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), strings.Compare(a.ID, b.ID))
	})
	slices.SortFunc(r.Pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return r, nil
}

// linkEvents writes into each cluster the ids of those of the same event.
func (c *corpus) linkEvents(clusters []Cluster) {
	if len(c.related) == 0 {
		return
	}
	of := make([]int32, len(c.docs)) // by number in the input
	for i := range clusters {
		for _, m := range clusters[i].Members {
			of[m.Doc] = int32(i)
		}
	}
	for _, p := range c.related {
		a, b := of[c.docs[p.A].doc], of[c.docs[p.B].doc]
		if a != b {
			clusters[a].Same = append(clusters[a].Same, clusters[b].ID)
			clusters[b].Same = append(clusters[b].Same, clusters[a].ID)
		}
	}
	for i := range clusters {
		slices.Sort(clusters[i].Same)
		clusters[i].Same = slices.Compact(clusters[i].Same)
	}
}

// groupChunk is how many groups a goroutine takes at a time.
const groupChunk = 64

func (c *corpus) groupSize(all [][]int32, root int32) int {
	i, _ := slices.BinarySearchFunc(all, root, func(g []int32, root int32) int { return int(g[0] - root) })
	return len(all[i])
}

// part is the clusters and pairs of some groups.
type part struct {
	clusters []Cluster
	pairs    []Pair
}

func (p *part) add(c *corpus, g []int32, edges []edge) {
	docs := make([]*record, len(g))
	for i, d := range g {
		docs[i] = c.docs[d]
	}
	j := newJudge(c.rarity, docs)
	all := form(len(g), edges, j.judge)
	for _, f := range all {
		p.clusters = append(p.clusters, c.cluster(j, f))
	}
	if c.cfg.Brief {
		return
	}
	for i := range edges {
		e := &edges[i]
		if e.version() || near(e.counts) {
			j.judge(e)
			p.pairs = append(p.pairs, j.pair(e))
		}
	}
}

// pair turns a pair of a group into a pair of the result, which is numbered as
// the input is.
func (j *judge) pair(e *edge) Pair {
	a, b, n := j.docs[e.a], j.docs[e.b], e.counts
	turned := a.doc > b.doc
	if turned {
		a, b = b, a
		n.SizeA, n.SizeB = n.SizeB, n.SizeA
	}
	return Pair{A: int(a.doc), B: int(b.doc), Counts: n, Relation: j.relation(e, turned), Score: e.score}
}

// pairsOf counts the pairs of a group: all of them, or, in an oversized one,
// those that were proposed.
func (c *corpus) pairsOf(t *tally, g []int32, proposed []lsh.Pair) []edge {
	if len(g) == 1 {
		return nil
	}
	if proposed != nil {
		edges := make([]edge, len(proposed))
		for i, p := range proposed {
			a, _ := slices.BinarySearch(g, p.A)
			b, _ := slices.BinarySearch(g, p.B)
			edges[i] = edge{a: int32(a), b: int32(b), counts: compare(c.docs[p.A], c.docs[p.B])}
		}
		return edges
	}
	sets := make([][]word, len(g))
	for i, d := range g {
		sets[i] = c.docs[d].set
	}
	t.of(sets)
	edges := make([]edge, 0, len(g)*(len(g)-1)/2)
	for a := range g {
		for b := a + 1; b < len(g); b++ {
			n := shingle.Counts{Shared: t.shared(a, b), SizeA: int(c.docs[g[a]].size), SizeB: int(c.docs[g[b]].size)}
			edges = append(edges, edge{a: int32(a), b: int32(b), counts: n})
		}
	}
	return edges
}

// oversized proposes the pairs of the groups that are too big to take all of:
// what the bands propose, and every member with the group's leaders. The map
// is by the group's first document.
func (c *corpus) oversized(ctx context.Context, all [][]int32) (map[int32][]lsh.Pair, error) {
	far := map[int32][]lsh.Pair{}
	for _, g := range all {
		if len(g) <= groupMost {
			continue
		}
		var pairs []lsh.Pair
		for _, l := range c.leadersOf(g) {
			for _, d := range g {
				if d != l {
					pairs = append(pairs, ordered(l, d))
				}
			}
		}
		far[g[0]] = pairs
	}
	if len(far) == 0 {
		return nil, nil
	}
	var work lsh.Work
	var pairs []lsh.Pair
	for band := range c.bands.Count {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		pairs = c.table.Candidates(pairs[:0], band, lsh.Limits{}, &work)
		for _, p := range pairs {
			if root := c.groups.root(p.A); far[root] != nil && c.groups.root(p.B) == root {
				far[root] = append(far[root], p)
			}
		}
		for root := range far {
			far[root] = lsh.Compact(far[root])
		}
	}
	return far, nil
}

// clusterID names a cluster by its members: the first 64 bits of the
// 128-bit murmur3 of their ids in ascending order, each with a line end. The
// same members give the same name in any corpus and any order.
func clusterID(ids []string) string {
	h := murmur3.New128()
	for _, id := range ids {
		h.Write([]byte(id))
		h.Write([]byte{'\n'})
	}
	hi, _ := h.Sum128()
	return fmt.Sprintf("%016x", hi)
}

// cluster makes the cluster of some documents of a group.
func (c *corpus) cluster(j *judge, f formed) Cluster {
	out := Cluster{Least: 1, Mean: 1}
	ids := make([]string, len(f.members))
	for i, m := range f.members {
		ids[i] = j.docs[m].id
	}
	out.ID = clusterID(ids)
	if c.cfg.Brief {
		for i, m := range f.members {
			out.Members = append(out.Members, Member{Doc: int(j.docs[m].doc), ID: ids[i], Parent: -1})
		}
		return out
	}
	sum := 0.0
	for _, e := range f.edges {
		j.judge(e)
		out.Least = math.Min(out.Least, e.score)
		sum += e.score
	}
	if len(f.edges) > 0 {
		out.Mean = sum / float64(len(f.edges))
	}
	for _, b := range f.cut {
		out.Cut = append(out.Cut, Bridge{A: j.docs[b.a].id, B: j.docs[b.b].id, Why: b.why})
	}
	out.Members = j.lineage(f)
	return out
}
