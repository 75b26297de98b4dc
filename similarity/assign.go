package similarity

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
)

// Assignment says which cluster each document is in, and no more, at some ten
// bytes a document.
type Assignment struct {
	corpus   *corpus
	clusters []brief // by size, then by id
	members  []int32
}

// brief is a cluster: its id and its range of members.
type brief struct {
	id          uint64
	first, last uint32
}

// Len is the number of clusters.
func (a *Assignment) Len() int { return len(a.clusters) }

// Assigned is a document as member of a cluster.
type Assigned struct {
	Doc int // its number in the input
	ID  string
}

// All yields the clusters' ids, in the order of Result.Clusters, with their
// members, in the order of ids. The members are valid until the next step.
func (a *Assignment) All() iter.Seq2[string, []Assigned] {
	return func(yield func(string, []Assigned) bool) {
		var members []Assigned
		for _, c := range a.clusters {
			members = members[:0]
			for _, d := range a.members[c.first:c.last] {
				members = append(members, Assigned{int(a.corpus.input(d)), string(a.corpus.id(d))})
			}
			if !yield(fmt.Sprintf("%016x", c.id), members) {
				return
			}
		}
	}
}

// Assign finds the clusters of all documents added, without pairs, lineage and
// scores. They are the clusters that Result finds. It stops early, with the
// context's error, when ctx is done. No document may be added afterwards.
func (f *Finder) Assign(ctx context.Context) (*Assignment, error) {
	c, err := f.linked(ctx)
	if err != nil {
		return nil, err
	}
	a, err := c.assign(ctx)
	if err == nil {
		err = f.spill.failed()
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

func (c *corpus) assign(ctx context.Context) (*Assignment, error) {
	all := c.groups.all()
	parts := make([]Assignment, (len(all)+groupChunk-1)/groupChunk)
	formers := c.formers()
	eachChunk(len(all), groupChunk, c.cfg.Workers, func(from, to, w int) {
		p, f := &parts[from/groupChunk], formers[w]
		add := func(members []int32) {
			first := uint32(len(p.members))
			p.members = append(p.members, members...)
			p.clusters = append(p.clusters, brief{f.clusterID(members), first, uint32(len(p.members))})
		}
		for _, g := range all[from:to] {
			if len(g) == 1 {
				add(g)
				continue
			}
			if ctx.Err() != nil {
				return
			}
			if len(g) > groupMost {
				f.formOversized(g)
			} else {
				f.form(g)
			}
			if f.forming.whole() {
				add(g)
			} else {
				for _, members := range f.forming.groups.all() {
					for i, m := range members {
						members[i] = g[m]
					}
					add(members)
				}
			}
			if len(g) > groupMost {
				f.letGo()
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Assignment{corpus: c, members: make([]int32, 0, len(c.seats)), clusters: make([]brief, 0, len(all))}
	for i, p := range parts {
		parts[i] = Assignment{} // so that no more than a few are held twice
		base := uint32(len(out.members))
		out.members = append(out.members, p.members...)
		for _, b := range p.clusters {
			out.clusters = append(out.clusters, brief{b.id, base + b.first, base + b.last})
		}
	}
	slices.SortFunc(out.clusters, func(a, b brief) int {
		return cmp.Or(cmp.Compare(b.last-b.first, a.last-a.first), cmp.Compare(a.id, b.id))
	})
	c.cfg.done("clusters")
	return out, nil
}
