package similarity

import (
	"cmp"
	"math"
	"slices"
)

// figureLink is two facts that may be paired, by index, with their points.
type figureLink struct {
	a, b   int
	points float64
}

// maxAssign is the most facts on a side of one component that are assigned
// optimally: the assignment costs O(n³), two million steps at the bound. A
// larger component, which only a table makes, is assigned greedily.
const maxAssign = 128

// assign chooses links so that no fact is in two and the sum of points is
// greatest. Facts that no link connects are solved apart. The result is in
// the order of a, and does not depend on the order of the links.
func assign(links []figureLink, na, nb int) []figureLink {
	slices.SortFunc(links, func(x, y figureLink) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	root := make([]int, na+nb)
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range links {
		x, y := find(l.a), find(na+l.b)
		root[max(x, y)] = min(x, y)
	}
	groups := map[int][]figureLink{}
	var roots []int
	for _, l := range links {
		r := find(l.a)
		if groups[r] == nil {
			roots = append(roots, r)
		}
		groups[r] = append(groups[r], l)
	}
	var out []figureLink
	for _, r := range roots {
		out = append(out, assignGroup(groups[r])...)
	}
	slices.SortFunc(out, func(x, y figureLink) int { return cmp.Compare(x.a, y.a) })
	return out
}

func assignGroup(links []figureLink) []figureLink {
	if len(links) == 1 {
		return links
	}
	var as, bs []int
	for _, l := range links {
		as, bs = append(as, l.a), append(bs, l.b)
	}
	slices.Sort(as)
	slices.Sort(bs)
	as, bs = slices.Compact(as), slices.Compact(bs)
	if len(as) > maxAssign || len(bs) > maxAssign {
		return assignGreedily(links)
	}
	gain := make([][]float64, len(as))
	for i := range gain {
		gain[i] = make([]float64, len(as)+len(bs)) // the last len(as) columns: left alone
	}
	for _, l := range links {
		i, _ := slices.BinarySearch(as, l.a)
		j, _ := slices.BinarySearch(bs, l.b)
		gain[i][j] = l.points
	}
	var out []figureLink
	for i, j := range bestAssignment(gain) {
		if j < len(bs) && gain[i][j] > 0 {
			out = append(out, figureLink{as[i], bs[j], gain[i][j]})
		}
	}
	return out
}

func assignGreedily(links []figureLink) []figureLink {
	slices.SortStableFunc(links, func(x, y figureLink) int { return cmp.Compare(y.points, x.points) })
	usedA, usedB := map[int]bool{}, map[int]bool{}
	var out []figureLink
	for _, l := range links {
		if !usedA[l.a] && !usedB[l.b] {
			usedA[l.a], usedB[l.b] = true, true
			out = append(out, l)
		}
	}
	return out
}

// bestAssignment gives each row a column of its own so that the sum of gains
// is greatest, by shortest augmenting paths (Jonker and Volgenant 1987; the
// form of the Hungarian method with potentials). There are at least as many
// columns as rows. O(rows² · columns).
func bestAssignment(gain [][]float64) []int {
	n := len(gain)
	if n == 0 {
		return nil
	}
	m := len(gain[0])
	u, v := make([]float64, n+1), make([]float64, m+1)
	rowOf, way := make([]int, m+1), make([]int, m+1) // 1-based; column 0 is the row being placed
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		j0 := 0
		least := make([]float64, m+1)
		used := make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		for rowOf[j0] != 0 {
			used[j0] = true
			i0, delta, j1 := rowOf[j0], math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := -gain[i0-1][j-1] - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[rowOf[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			rowOf[j0] = rowOf[way[j0]]
			j0 = way[j0]
		}
	}
	out := make([]int, n)
	for j := 1; j <= m; j++ {
		if rowOf[j] > 0 {
			out[rowOf[j]-1] = j - 1
		}
	}
	return out
}
