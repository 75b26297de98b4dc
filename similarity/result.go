package similarity

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/reuse"
	"github.com/wirediff/wirediff/shingle"
)

// groupMost is the size up to which all pairs of a group are counted: 32,640
// merges of half a microsecond.
const groupMost = 256

// result makes the pairs of every group exact, and clusters of the pairs.
func (c *corpus) result(ctx context.Context) (*Result, error) {
	all := c.groups.all()
	parts := make([]part, (len(all)+groupChunk-1)/groupChunk)
	formers := c.formers()
	eachChunk(len(all), groupChunk, c.cfg.Workers, func(from, to, w int) {
		for _, g := range all[from:to] {
			if ctx.Err() != nil {
				return
			}
			parts[from/groupChunk].add(formers[w], g)
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r := &Result{}
	for _, p := range parts {
		r.Clusters = append(r.Clusters, p.clusters...)
		r.Pairs = append(r.Pairs, p.pairs...)
		r.Warnings = append(r.Warnings, p.warnings...)
	}
	slices.Sort(r.Warnings)
	c.linkEvents(r.Clusters)
	slices.SortFunc(r.Clusters, func(a, b Cluster) int {
		return cmp.Or(cmp.Compare(len(b.Members), len(a.Members)), strings.Compare(a.ID, b.ID))
	})
	slices.SortFunc(r.Pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	c.cfg.done("clusters")
	return r, nil
}

// linkEvents writes into each cluster the ids of those of the same event.
func (c *corpus) linkEvents(clusters []Cluster) {
	if len(c.related) == 0 {
		return
	}
	of := make([]int32, len(c.seats)) // by number in the input
	for i := range clusters {
		for _, m := range clusters[i].Members {
			of[m.Doc] = int32(i)
		}
	}
	for _, p := range c.related {
		a, b := of[c.input(p.A)], of[c.input(p.B)]
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

// part is the clusters and pairs of some groups.
type part struct {
	clusters []Cluster
	pairs    []Pair
	warnings []string
}

func (p *part) add(f *former, g []int32) {
	f.form(g)
	for _, one := range f.forming.clusters() {
		p.clusters = append(p.clusters, f.cluster(one))
	}
	for i := range f.edges {
		e := &f.edges[i]
		if e.version() || near(e.counts()) {
			f.judge.judge(e)
			p.pairs = append(p.pairs, f.judge.pair(e))
		}
	}
	if len(g) > groupMost {
		p.warnings = append(p.warnings, fmt.Sprintf("%d documents resemble each other: %d proposed pairs were verified, not all (from document %q)",
			len(g), len(f.edges), f.id(g[0])))
	}
}

// former makes clusters of groups, one after another, and uses its room again.
type former struct {
	*corpus
	unpacker *unpacker
	viewer   facts.Viewer
	records  []record
	sets     [][]word // of the records
	tally    tally
	forming  forming
	judge    judge // of the last group
	judging  func(*edge)
	group    []int32 // the last one
	edges    []edge  // of the last group
	oversize oversize
	ids      []byte
}

func (c *corpus) formers() []*former {
	out := make([]*former, c.cfg.Workers)
	for i, u := range c.unpackers() {
		out[i] = &former{corpus: c, unpacker: u}
		out[i].judging = out[i].judge.judge
	}
	return out
}

// form makes the clusters of a group, which are read off f.forming; with the
// records and the edges they are valid until the next call.
func (f *former) form(g []int32) {
	if len(g) > groupMost {
		f.countProposed(g)
	}
	f.begin(g)
	f.unpacker.touchAll(g)
	f.records = slices.Grow(f.records[:0], len(g))[:len(g)]
	docs := f.judge.docs
	for i, d := range g {
		docs[i] = &f.records[i]
		f.unpacker.fill(docs[i], d)
	}
	if len(g) <= groupMost {
		f.allPairs(docs)
	}
	f.forming.form(len(g), f.edges, f.judging)
}

// begin makes a judge of a group, of which nothing is unpacked yet.
func (f *former) begin(g []int32) {
	f.unpacker.reset()
	f.viewer.Reset()
	f.group = g
	f.judge = judge{
		rarity: f.rarity, docs: reuse.Zeros(&f.judge.docs, len(g)), views: reuse.Zeros(&f.judge.views, len(g)),
		viewer: &f.viewer, previous: f.previous,
	}
}

// allPairs counts every pair of a group.
func (f *former) allPairs(docs []*record) {
	f.edges = f.edges[:0]
	if len(docs) == 2 {
		f.edges = append(f.edges, newEdge(0, 1, counts(docs[0], docs[1])))
		return
	}
	f.sets = f.sets[:0]
	for _, r := range docs {
		f.sets = append(f.sets, r.set)
	}
	sets := f.sets
	f.tally.of(sets)
	for a := range sets {
		for b := a + 1; b < len(sets); b++ {
			n := shingle.Counts{Shared: f.tally.shared(a, b), SizeA: len(sets[a]), SizeB: len(sets[b])}
			f.edges = append(f.edges, newEdge(int32(a), int32(b), n))
		}
	}
}

// pair turns a pair of a group into a pair of the result, which is numbered as
// the input is.
func (j *judge) pair(e *edge) Pair {
	a, b := j.docs[e.a], j.docs[e.b]
	n := exactCounts(a, b)
	turned := a.doc > b.doc
	if turned {
		a, b = b, a
		n.SizeA, n.SizeB = n.SizeB, n.SizeA
	}
	return Pair{A: int(a.doc), B: int(b.doc), Counts: n, Relation: j.relation(e, turned), Score: e.score}
}

// clusterID names a cluster by its members: the first 64 bits of the
// 128-bit murmur3 of their ids in ascending order, each with a line end. The
// same members give the same name in any corpus and any order.
func (f *former) clusterID(members []int32) uint64 {
	f.ids = f.ids[:0]
	for _, d := range members {
		f.ids = append(append(f.ids, f.id(d)...), '\n')
	}
	hi, _ := murmur3.Sum128(f.ids)
	return hi
}

// cluster makes the cluster of some documents of a group.
func (f *former) cluster(one formed) Cluster {
	out := Cluster{Least: 1, Mean: 1}
	j := &f.judge
	members := make([]int32, len(one.members))
	for i, m := range one.members {
		members[i] = f.group[m]
	}
	out.ID = fmt.Sprintf("%016x", f.clusterID(members))
	sum := 0.0
	for _, e := range one.edges {
		j.judge(e)
		out.Least = math.Min(out.Least, e.score)
		sum += e.score
	}
	if len(one.edges) > 0 {
		out.Mean = sum / float64(len(one.edges))
	}
	for _, b := range one.cut {
		out.Cut = append(out.Cut, Bridge{A: j.docs[b.a].id, B: j.docs[b.b].id, Why: b.why})
	}
	out.Members = j.lineage(one)
	return out
}
