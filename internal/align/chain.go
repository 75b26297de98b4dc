package align

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/reuse"
)

// Link pairs runs of units, the half-open ranges A of the one sequence and B
// of the other, with a weight.
type Link struct {
	A, B   [2]int
	Weight float64
}

// Chain returns the indexes of the heaviest set of links that rise in both
// sequences without overlap, in order. Links of no weight are never taken.
// The cost is O(n log n) for n links (a Fenwick tree of prefix maxima; the
// weighted form of Hunt and Szymanski 1977). Among chains of one weight, the
// one whose last link comes first is taken, so the answer is a function of
// the links alone.
func Chain(links []Link) []int { return new(chainer).of(links) }

// chainer finds chains, in room that it uses again.
type chainer struct {
	byStart, byEnd, before, tree, chain []int
	total                               []float64
}

// of is Chain, valid until the next call.
func (c *chainer) of(links []Link) []int {
	if len(links) == 0 {
		return nil
	}
	endB := 0
	byStart := c.byStart[:0]
	for i, l := range links {
		endB = max(endB, l.B[1])
		if l.Weight > 0 {
			byStart = append(byStart, i)
		}
	}
	byEnd := append(c.byEnd[:0], byStart...)
	c.byStart, c.byEnd = byStart, byEnd
	order := func(key func(Link) (int, int)) func(i, j int) int {
		return func(i, j int) int {
			a1, b1 := key(links[i])
			a2, b2 := key(links[j])
			return cmp.Or(cmp.Compare(a1, a2), cmp.Compare(b1, b2), cmp.Compare(i, j))
		}
	}
	slices.SortFunc(byStart, order(func(l Link) (int, int) { return l.A[0], l.B[0] }))
	slices.SortFunc(byEnd, order(func(l Link) (int, int) { return l.A[1], l.B[1] }))

	total := reuse.Sized(&c.total, len(links))   // weight of the best chain that ends with the link
	before := reuse.Sized(&c.before, len(links)) // the link before it on that chain, or -1
	tree := reuse.Zeros(&c.tree, endB+1)         // best link whose B ends within the node's range, plus one
	best, done := -1, 0
	for _, i := range byStart {
		for done < len(byEnd) && links[byEnd[done]].A[1] <= links[i].A[0] {
			j := byEnd[done]
			for at := links[j].B[1]; at <= endB; at += max(1, at&-at) {
				if tree[at] == 0 || total[tree[at]-1] < total[j] {
					tree[at] = j + 1
				}
			}
			done++
		}
		total[i], before[i] = links[i].Weight, -1
		for at := links[i].B[0]; at > 0; at -= at & -at {
			if j := tree[at] - 1; j >= 0 && total[j]+links[i].Weight > total[i] {
				total[i], before[i] = total[j]+links[i].Weight, j
			}
		}
		if best < 0 || total[i] > total[best] {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	chain := c.chain[:0]
	for i := best; i >= 0; i = before[i] {
		chain = append(chain, i)
	}
	c.chain = chain
	slices.Reverse(chain)
	return chain
}
