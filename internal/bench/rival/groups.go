package rival

import (
	"slices"

	"github.com/wirediff/wirediff/shingle"
)

// groups is a union-find forest; a root is its group's lowest number.
type groups []int32

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = int32(i)
	}
	return g
}

func (g groups) root(d int32) int32 {
	for g[d] != d {
		g[d] = g[g[d]]
		d = g[d]
	}
	return d
}

func (g groups) join(a, b int32) {
	a, b = g.root(a), g.root(b)
	g[max(a, b)] = min(a, b)
}

// clusters makes every document point at its root.
func (g groups) clusters() []int32 {
	for i := range g {
		g[i] = g.root(int32(i))
	}
	return g
}

// store keeps the sets for the exact check.
type store struct {
	threshold float64
	sets      []shingle.Set
}

func (s *store) add(set shingle.Set) { s.sets = append(s.sets, slices.Clone(set)) }

// alike is the exact check: the resemblance is the threshold or more.
func (s *store) alike(a, b int32) bool {
	x, y := s.sets[a], s.sets[b]
	if float64(min(len(x), len(y))) < s.threshold*float64(max(len(x), len(y))) {
		return false // the shorter would have to be wholly in the longer, and is not enough
	}
	return len(x) > 0 && shingle.Compare(x, y).Resemblance() >= s.threshold
}

// entry is a document under a key. Entries with one key are a run.
type entry struct {
	key uint64
	doc int32
}

// longRun is the length from which a run is not checked pair by pair: each
// document is then checked against the next few, as in a sorted neighbourhood
// (Hernández and Stolfo 1995). Runs so long are templates and boilerplate.
const (
	longRun    = 200
	neighbours = 8
)

// link sorts the entries and joins the pairs of each run that are not
// together yet and pass the check.
func (g groups) link(entries []entry, alike func(a, b int32) bool) {
	slices.SortFunc(entries, func(x, y entry) int {
		switch {
		case x.key < y.key:
			return -1
		case x.key > y.key:
			return 1
		}
		return int(x.doc - y.doc)
	})
	for i := 0; i < len(entries); {
		j := i + 1
		for j < len(entries) && entries[j].key == entries[i].key {
			j++
		}
		run := entries[i:j]
		for k, a := range run {
			rest := run[k+1:]
			if len(run) > longRun {
				rest = rest[:min(len(rest), neighbours)]
			}
			for _, b := range rest {
				if g.root(a.doc) != g.root(b.doc) && alike(a.doc, b.doc) {
					g.join(a.doc, b.doc)
				}
			}
		}
		i = j
	}
}
