package similarity

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/wirediff/wirediff/internal/reuse"
)

// formed is one cluster of a group: its members and pairs by index in the
// group, and the pairs that were cut.
type formed struct {
	members []int32
	edges   []*edge
	cut     []cutEdge
}

type cutEdge struct {
	a, b int32
	why  string
}

// form makes clusters of n documents, without chains: see clusters. Every
// document starts as a cluster of its own. The pairs are taken from the likest
// down. A pair of versions joins the clusters of its two documents if enough of
// the pairs across are versions too: one false pair between two stories of ten
// versions each has ninety-nine pairs against it. Pairs inside a cluster, and
// between clusters that were found to be different, are not judged at all.
//
// judge is called at most once for each pair. edges must be ordered by a, then
// b. The room of the last group is used again.
func (f *forming) form(n int, edges []edge, judge func(*edge)) {
	f.edges, f.judge = edges, judge
	f.dense = len(edges) == n*(n-1)/2
	f.groups.reset(n)
	reuse.Zeros(&f.size, n)
	reuse.Zeros(&f.next, n)
	for i := range int32(n) {
		f.size[i], f.next[i] = 1, i
	}
	clear(f.refused)
	f.order = slices.Grow(f.order[:0], len(edges))
	for i := range edges {
		f.order = append(f.order, rank(&edges[i], i))
	}
	slices.Sort(f.order)
	f.left = n - 1
	for _, r := range f.order {
		if f.left <= 0 {
			return
		}
		e := &f.edges[r.edge()]
		a, b := f.groups.root(e.a), f.groups.root(e.b)
		if a == b || f.hopeless(a, b) {
			continue
		}
		f.judge(e)
		if e.version() && f.enough(a, b, e) {
			f.join(a, b)
			f.left--
		} else {
			f.refuse(a, b)
		}
	}
}

// whole reports whether all documents are one cluster.
func (f *forming) whole() bool { return f.left <= 0 }

// ranked is an edge's place among others: the likest first, of equals the one
// that stands first.
type ranked uint64

// rankSteps is how finely likeness is told: two pairs that differ by less are
// equals.
const rankSteps = 1 << 31

func rank(e *edge, i int) ranked {
	return ranked((rankSteps-uint64(likeness(e)*rankSteps))<<32 | uint64(i))
}

func (r ranked) edge() int { return int(uint32(r)) }

// likeness orders pairs before they are judged: resemblance, or a part of the
// containment, since what is held in another may be a sentence that many have.
func likeness(e *edge) float64 {
	return max(e.counts().Resemblance(), 0.7*held(e.counts()))
}

// forming makes clusters of the documents of groups, one group after another.
type forming struct {
	groups  groups
	left    int     // joins until all are one
	size    []int32 // of a cluster, by root
	next    []int32 // of a cluster's documents: each leads to the next, the last to the first
	edges   []edge
	judge   func(*edge)
	dense   bool     // edges has every pair
	order   []ranked // of edges
	likest  []ranked // room for enough
	refused map[[2]int32]refusal
}

// refusal is how often two clusters of these sizes were found to be different.
type refusal struct{ size, times int32 }

// Of the pairs across two clusters a quarter must be versions. A single
// document needs no more than three, because a brief or a rewrite of one
// version may resemble that one and few others; and two clusters no more than
// eight, of the likest pairs, which bounds the work. Between clusters that
// were refused twelve times no more pairs are looked at.
const (
	needShare    = 0.25
	needOfSingle = 3
	needMost     = 8
	refusedMost  = 12
)

// need is how many pairs of versions two clusters must have across.
func (f *forming) need(a, b int32) int {
	x, y := f.size[a], f.size[b]
	need := min(int(math.Ceil(needShare*float64(x*y))), needMost)
	if min(x, y) == 1 {
		need = min(need, needOfSingle)
	}
	return need
}

// enough reports whether the pair e, which is one of versions, has enough
// others beside it: it judges the likest pairs across, twice as many as are
// needed.
func (f *forming) enough(a, b int32, e *edge) bool {
	need := f.need(a, b) - 1
	if need <= 0 {
		return true
	}
	f.across(a, b)
	for i, r := range f.likest {
		if i > 2*needMost || need == 0 {
			break
		}
		if other := &f.edges[r.edge()]; other != e {
			f.judge(other)
			if other.version() {
				need--
			}
		}
	}
	return need == 0
}

// across fills f.likest with the pairs between two clusters, the likest first.
func (f *forming) across(a, b int32) {
	f.likest = f.likest[:0]
	for x := f.next[a]; ; x = f.next[x] {
		for y := f.next[b]; ; y = f.next[y] {
			if i, ok := f.find(min(x, y), max(x, y)); ok {
				f.likest = append(f.likest, rank(&f.edges[i], i))
			}
			if y == b {
				break
			}
		}
		if x == a {
			break
		}
	}
	slices.Sort(f.likest)
}

// find gives the index of the pair of two documents, a < b.
func (f *forming) find(a, b int32) (int, bool) {
	if f.dense {
		return pairIndex(int(a), int(b), len(f.size)), true
	}
	return slices.BinarySearchFunc(f.edges, [2]int32{a, b}, func(e edge, p [2]int32) int {
		return cmp.Or(cmp.Compare(e.a, p[0]), cmp.Compare(e.b, p[1]))
	})
}

// pairIndex is the place of a and b, a < b, among the pairs of n documents in
// order.
func pairIndex(a, b, n int) int { return a*(2*n-a-1)/2 + b - a - 1 }

func (f *forming) hopeless(a, b int32) bool {
	r := f.refused[[2]int32{min(a, b), max(a, b)}]
	return r.times >= refusedMost && r.size == f.size[a]+f.size[b]
}

func (f *forming) refuse(a, b int32) {
	key, size := [2]int32{min(a, b), max(a, b)}, f.size[a]+f.size[b]
	r := f.refused[key]
	if r.size != size {
		r = refusal{size: size}
	}
	r.times++
	if f.refused == nil {
		f.refused = map[[2]int32]refusal{}
	}
	f.refused[key] = r
}

func (f *forming) join(a, b int32) {
	size := f.size[a] + f.size[b]
	f.next[a], f.next[b] = f.next[b], f.next[a]
	f.groups.join(a, b)
	f.size[f.groups.root(a)] = size
}

// clusters reads off the clusters, their pairs, and the pairs of versions that
// were cut: of each two clusters the one with the best score.
func (f *forming) clusters() []formed {
	all := f.groups.all()
	of := make([]int32, len(f.size))
	out := make([]formed, len(all))
	for i, g := range all {
		out[i].members = g
		for _, d := range g {
			of[d] = int32(i)
		}
	}
	var best map[[2]int32]*edge // made where there is one to keep
	for i := range f.edges {
		e := &f.edges[i]
		a, b := of[e.a], of[e.b]
		if a == b {
			out[a].edges = append(out[a].edges, e)
			continue
		}
		if e.version() {
			key := [2]int32{min(a, b), max(a, b)}
			if c := best[key]; c == nil || e.score > c.score {
				if best == nil {
					best = map[[2]int32]*edge{}
				}
				best[key] = e
			}
		}
	}
	if best == nil {
		return out
	}
	for i := range f.edges {
		e := &f.edges[i]
		a, b := of[e.a], of[e.b]
		if a == b || best[[2]int32{min(a, b), max(a, b)}] != e {
			continue
		}
		c := cutEdge{e.a, e.b, fmt.Sprintf("the best pair across has score %.2f, but of the %d pairs across too few are versions of each other",
			e.score, len(all[a])*len(all[b]))}
		out[a].cut = append(out[a].cut, c)
		out[b].cut = append(out[b].cut, c)
	}
	return out
}
