package similarity

import (
	"sync"
	"sync/atomic"
)

// groups is a union-find forest over documents 0 to n−1: joined documents
// share a root, the lowest number of the group.
type groups struct{ parent []int32 }

func newGroups(n int) *groups {
	g := &groups{parent: make([]int32, n)}
	for i := range g.parent {
		g.parent[i] = int32(i)
	}
	return g
}

// root finds the group of a document, halving the path on its way.
func (g *groups) root(d int32) int32 {
	for g.parent[d] != d {
		g.parent[d] = g.parent[g.parent[d]]
		d = g.parent[d]
	}
	return d
}

func (g *groups) same(a, b int32) bool { return g.root(a) == g.root(b) }

func (g *groups) join(a, b int32) {
	a, b = g.root(a), g.root(b)
	if a < b {
		g.parent[b] = a
	} else {
		g.parent[a] = b
	}
}

// all gives the groups in the order of their lowest documents, each ascending.
func (g *groups) all() [][]int32 {
	at := make([]int32, len(g.parent)) // size, then the place of the next member
	for i := range g.parent {
		at[g.root(int32(i))]++
	}
	var out [][]int32
	flat := make([]int32, len(g.parent))
	sum := int32(0)
	for i, n := range at {
		if n > 0 {
			out = append(out, flat[sum:sum+n:sum+n])
			at[i] = sum
			sum += n
		}
	}
	for i := range g.parent {
		r := g.root(int32(i))
		flat[at[r]] = int32(i)
		at[r]++
	}
	return out
}

// each calls do for 0 to n−1, spread over at most workers goroutines; worker
// is the number of the calling goroutine, from 0.
func each(n, workers int, do func(i, worker int)) {
	workers = min(workers, n)
	if workers <= 1 {
		for i := range n {
			do(i, 0)
		}
		return
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i, w)
			}
		})
	}
	wg.Wait()
}
