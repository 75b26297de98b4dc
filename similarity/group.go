package similarity

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/wirediff/wirediff/internal/runs"
)

// groups is a union-find forest over documents 0 to n−1: joined documents
// share a root, the lowest number of the group. Several goroutines may find
// and join at the same time: a root is only ever put under a lower one, by
// compare and swap, so that the groups do not depend on who comes first.
type groups struct{ parent []int32 }

func newGroups(n int) *groups {
	g := &groups{}
	g.reset(n)
	return g
}

// reset makes each of n documents a group of its own.
func (g *groups) reset(n int) {
	g.parent = slices.Grow(g.parent[:0], n)[:n]
	for i := range g.parent {
		g.parent[i] = int32(i)
	}
}

// root finds the group of a document, halving the path on its way.
func (g *groups) root(d int32) int32 {
	for {
		p := atomic.LoadInt32(&g.parent[d])
		if p == d {
			return d
		}
		pp := atomic.LoadInt32(&g.parent[p])
		if pp != p {
			atomic.StoreInt32(&g.parent[d], pp) // an ancestor, if no more the nearest known one
		}
		d = pp
	}
}

func (g *groups) same(a, b int32) bool { return g.root(a) == g.root(b) }

// hold reports whether the documents of a run are of one group.
func (g *groups) hold(run []uint64) bool {
	root := g.root(runs.Doc(run[0]))
	for _, e := range run[1:] {
		if g.root(runs.Doc(e)) != root {
			return false
		}
	}
	return true
}

func (g *groups) join(a, b int32) {
	for {
		a, b = g.root(a), g.root(b)
		if a == b {
			return
		}
		low, high := min(a, b), max(a, b)
		if atomic.CompareAndSwapInt32(&g.parent[high], high, low) {
			return
		}
	}
}

// all gives the groups in the order of their lowest documents, each ascending.
func (g *groups) all() [][]int32 {
	at := make([]int32, len(g.parent)) // size, then the place of the next member
	n := 0
	for i := range g.parent {
		r := g.root(int32(i))
		if at[r] == 0 {
			n++
		}
		at[r]++
	}
	out := make([][]int32, 0, n)
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

// eachChunk calls do for chunks [from, to) of 0 to n−1.
func eachChunk(n, size, workers int, do func(from, to, worker int)) {
	each((n+size-1)/size, workers, func(i, w int) { do(i*size, min(n, (i+1)*size), w) })
}
