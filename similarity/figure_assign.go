package similarity

import (
	"cmp"
	"math"
	"slices"

	"github.com/wirediff/wirediff/internal/reuse"
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

// assigner chooses among links, in room that it uses again. Its zero value is
// ready.
type assigner struct {
	root, group, ends []int
	links, out        []figureLink
	as, bs            []int
	gain              [][]float64
	cells             []float64
	augment           augmenter
}

// assign chooses links so that no fact is in two and the sum of points is
// greatest. Facts that no link connects are solved apart. The result is in
// the order of a, and does not depend on the order of the links. It is valid
// until the next call.
func (s *assigner) assign(links []figureLink, na, nb int) []figureLink {
	slices.SortFunc(links, func(x, y figureLink) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	root := reuse.Zeros(&s.root, na+nb)
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
	// A counting sort by component, these in the order in which they first stand.
	group, ends := reuse.Zeros(&s.group, na+nb), s.ends[:0] // group: 1 + the number of a root's component
	for _, l := range links {
		g := &group[find(l.a)]
		if *g == 0 {
			ends = append(ends, 0)
			*g = len(ends)
		}
		ends[*g-1]++
	}
	from := 0
	for n, size := range ends {
		ends[n] = from
		from += size
	}
	s.links = slices.Grow(s.links[:0], len(links))[:len(links)]
	for _, l := range links {
		at := &ends[group[find(l.a)]-1]
		s.links[*at] = l
		*at++
	}
	s.ends, s.out = ends, s.out[:0]
	from = 0
	for _, end := range ends {
		s.assignGroup(s.links[from:end])
		from = end
	}
	slices.SortFunc(s.out, func(x, y figureLink) int { return cmp.Compare(x.a, y.a) })
	return s.out
}

// assignGroup appends the best of one component's links to s.out.
func (s *assigner) assignGroup(links []figureLink) {
	if len(links) == 1 {
		s.out = append(s.out, links[0])
		return
	}
	as, bs := s.as[:0], s.bs[:0]
	for _, l := range links {
		as, bs = append(as, l.a), append(bs, l.b)
	}
	slices.Sort(as)
	slices.Sort(bs)
	as, bs = slices.Compact(as), slices.Compact(bs)
	s.as, s.bs = as, bs
	if len(as) > maxAssign || len(bs) > maxAssign {
		s.out = append(s.out, assignGreedily(links)...)
		return
	}
	columns := len(as) + len(bs) // the last len(as) of them: left alone
	cells := reuse.Zeros(&s.cells, len(as)*columns)
	gain := s.gain[:0]
	for i := range as {
		gain = append(gain, cells[i*columns:(i+1)*columns])
	}
	s.gain = gain
	for _, l := range links {
		i, _ := slices.BinarySearch(as, l.a)
		j, _ := slices.BinarySearch(bs, l.b)
		gain[i][j] = l.points
	}
	for i, j := range s.augment.best(gain) {
		if j < len(bs) && gain[i][j] > 0 {
			s.out = append(s.out, figureLink{as[i], bs[j], gain[i][j]})
		}
	}
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

// augmenter finds best assignments, in room that it uses again.
type augmenter struct {
	u, v, least []float64
	rowOf, way  []int
	used        []bool
	columns     []int
}

// best gives each row a column of its own so that the sum of gains
// is greatest, by shortest augmenting paths (Jonker and Volgenant 1987; the
// form of the Hungarian method with potentials). There are at least as many
// columns as rows. O(rows² · columns). The answer is valid until the next call.
func (r *augmenter) best(gain [][]float64) []int {
	n := len(gain)
	if n == 0 {
		return nil
	}
	m := len(gain[0])
	u, v := reuse.Zeros(&r.u, n+1), reuse.Zeros(&r.v, m+1)
	rowOf, way := reuse.Zeros(&r.rowOf, m+1), reuse.Zeros(&r.way, m+1) // 1-based; column 0 is the row being placed
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		j0 := 0
		least, used := reuse.Zeros(&r.least, m+1), reuse.Zeros(&r.used, m+1)
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
	out := reuse.Zeros(&r.columns, n)
	for j := 1; j <= m; j++ {
		if rowOf[j] > 0 {
			out[rowOf[j]-1] = j - 1
		}
	}
	return out
}
