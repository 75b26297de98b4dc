package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/similarity"
)

// census is what is known of the documents after the first reading: no text.
type census struct {
	keep       keepOrder
	candidates []candidate
	files      []fileRun
	formats    map[source.Format]bool
	headers    map[string]bool // distinct header rows of CSV and TSV, schemas of Parquet
}

// candidate is what decides whether a document is kept, and where it stands in
// its file, by which it is known again: 32 bytes.
type candidate struct {
	published int64 // Unix seconds; the largest where unknown
	offset    int64
	record    int32
	length    int32
	rank      int32 // of its outlet in --keep outlet:…
}

// besideMemory is what dedup has of each document besides what the engine
// keeps: a candidate, its place in the plan (9 bytes), and the id of its cluster
// (32, with the string's header).
const besideMemory = 80

// fileRun is a file and the number of its first candidate.
type fileRun struct {
	name  string
	first int
}

// take notes a record of the first reading, and the bytes of its text.
func (d *dedup) take(r source.Record, size int) error {
	if d.formats == nil {
		d.formats, d.headers = map[source.Format]bool{}, map[string]bool{}
	}
	// A zip may hold two files of one name.
	if n := len(d.files); n == 0 || d.files[n-1].name != r.File || r.Index <= int(d.candidates[len(d.candidates)-1].record) {
		d.files = append(d.files, fileRun{r.File, len(d.candidates)})
		if r.Header != nil {
			d.headers[string(r.Header)] = true
		}
	}
	c := candidate{
		published: math.MaxInt64, offset: r.Offset, record: int32(min(r.Index, math.MaxInt32)),
		length: int32(min(size, math.MaxInt32)), rank: d.keep.rank(r.Outlet),
	}
	if !r.Published.IsZero() {
		c.published = r.Published.Unix()
	}
	d.candidates = append(d.candidates, c)
	d.formats[r.Format] = true
	return nil
}

// keepOrder says which of two documents is rather kept.
type keepOrder struct {
	by      string   // first, longest, earliest or outlet
	outlets []string // the most wanted first
}

func parseKeep(keep string) (keepOrder, error) {
	names, isOutlet := strings.CutPrefix(keep, "outlet:")
	switch {
	case isOutlet && strings.Trim(names, ", ") == "":
		return keepOrder{}, fmt.Errorf("--keep %q names no outlet", keep)
	case isOutlet:
		k := keepOrder{by: "outlet"}
		for name := range strings.SplitSeq(names, ",") {
			k.outlets = append(k.outlets, strings.ToLower(strings.TrimSpace(name)))
		}
		return k, nil
	case keep == "first", keep == "longest", keep == "earliest":
		return keepOrder{by: keep}, nil
	}
	return keepOrder{}, fmt.Errorf("--keep %q: it takes first, longest, earliest or outlet:NAME,…", keep)
}

// rank is the place of an outlet in the list, its length where it is not there.
func (k keepOrder) rank(outlet string) int32 {
	if len(k.outlets) == 0 {
		return 0
	}
	if i := slices.Index(k.outlets, strings.ToLower(strings.TrimSpace(outlet))); i >= 0 {
		return int32(i)
	}
	return int32(len(k.outlets))
}

// compare is negative where candidate a of the numbers i and j is rather kept.
// Every order ends with the default one: the earliest known, then the longest,
// then the id, so that it is total.
func (d *dedup) compare(i, j int, idI, idJ string) int {
	a, b := &d.candidates[i], &d.candidates[j]
	by := 0
	switch d.keep.by {
	case "first":
		by = cmp.Compare(i, j)
	case "longest":
		by = cmp.Compare(b.length, a.length)
	case "outlet":
		by = cmp.Compare(a.rank, b.rank)
	}
	return cmp.Or(by, cmp.Compare(a.published, b.published), cmp.Compare(b.length, a.length), cmp.Compare(idI, idJ))
}

// plan says for every document, by number, which one is kept in its place: the
// document itself for one that is kept.
type plan struct {
	kept     []int32
	cluster  []int32  // index in clusters
	clusters []string // ids

	// The documents of every cluster of several, the most wanted first, one
	// cluster behind another: only where --relation asks for them.
	ordered []int32
	ends    []int32 // of each such cluster in ordered
}

// decide picks the kept document of every cluster. So no cluster loses all.
func (d *dedup) decide(found *similarity.Assignment) plan {
	n := len(d.candidates)
	p := plan{kept: make([]int32, n), cluster: make([]int32, n), clusters: make([]string, 0, found.Len())}
	for id, members := range found.All() {
		at := int32(len(p.clusters))
		p.clusters = append(p.clusters, id)
		best := members[0]
		for _, m := range members[1:] {
			if d.compare(m.Doc, best.Doc, m.ID, best.ID) < 0 {
				best = m
			}
		}
		for _, m := range members {
			p.kept[m.Doc], p.cluster[m.Doc] = int32(best.Doc), at
		}
		if len(d.relations) > 0 && len(members) > 1 {
			members = slices.Clone(members)
			slices.SortFunc(members, func(a, b similarity.Assigned) int { return d.compare(a.Doc, b.Doc, a.ID, b.ID) })
			for _, m := range members {
				p.ordered = append(p.ordered, int32(m.Doc))
			}
			p.ends = append(p.ends, int32(len(p.ordered)))
		}
	}
	return p
}

// keptTried is how many kept documents of its cluster, the most wanted first, a
// document is held against at most, so that the cost of a cluster of many
// thousands does not grow with its square.
const keptTried = 256

// relate keeps, of every cluster, as many documents as are in none of the
// relations that count to one another: the most wanted, and going on from it
// each that has no such relation to one that is kept already.
func (d *dedup) relate(ctx context.Context, s *session, finder *similarity.Finder, p plan) error {
	clusters := func(yield func(int) bool) {
		for i := 0; i < len(p.ends) && yield(i); i++ {
		}
	}
	work := func(i int) error {
		compare, err := finder.Comparer()
		if err != nil {
			return err
		}
		from := int32(0)
		if i > 0 {
			from = p.ends[i-1]
		}
		members := p.ordered[from:p.ends[i]]
		kept := []int32{members[0]}
		for _, m := range members[1:] {
			p.kept[m] = m
			for _, k := range kept[:min(len(kept), keptTried)] {
				v, err := compare.Versus(int(k), int(m))
				if err != nil {
					return err
				}
				if slices.Contains(d.relations, v.Relation) {
					p.kept[m] = k
					break
				}
			}
			if p.kept[m] == m {
				kept = append(kept, m)
			}
		}
		return nil
	}
	return ordered(ctx, s.workers, clusters, work, func(err error) error { return err })
}
