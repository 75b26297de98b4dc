package similarity

import (
	"cmp"
	"fmt"
	"math"
	"slices"
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

// form makes clusters of n documents, without chains. Every document starts as
// a cluster of its own. The pairs are taken from the likest down. A pair of
// versions joins the clusters of its two documents if enough of the pairs
// across are versions too: one false pair between two stories of ten versions
// each has ninety-nine pairs against it. Pairs inside a cluster, and between
// clusters that were found to be different, are not judged at all.
//
// judge is called at most once for each pair. edges must be ordered by a, then
// b.
func form(n int, edges []edge, judge func(*edge)) []formed {
	f := &forming{groups: newGroups(n), members: make([][]int32, n), edges: edges, judge: judge, refused: map[[2]int32]refusal{}}
	for i := range f.members {
		f.members[i] = []int32{int32(i)}
	}
	order := make([]int32, len(edges))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return cmp.Compare(likeness(&edges[y]), likeness(&edges[x])) })
	for _, i := range order {
		e := &edges[i]
		a, b := f.groups.root(e.a), f.groups.root(e.b)
		if a == b || f.hopeless(a, b) {
			continue
		}
		judge(e)
		if e.version() && f.enough(a, b, e) {
			f.join(a, b)
		} else {
			f.refuse(a, b)
		}
	}
	return f.clusters()
}

// likeness orders pairs before they are judged: resemblance, or a part of the
// containment, since what is held in another may be a sentence that many have.
func likeness(e *edge) float64 {
	return max(e.counts.Resemblance(), 0.7*held(e.counts))
}

type forming struct {
	groups  *groups
	members [][]int32 // by root
	edges   []edge
	judge   func(*edge)
	refused map[[2]int32]refusal
}

// refusal is how often two clusters of these sizes were found to be different.
type refusal struct{ size, times int }

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
	x, y := len(f.members[a]), len(f.members[b])
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
	across := f.across(a, b)
	slices.SortStableFunc(across, func(x, y *edge) int { return cmp.Compare(likeness(y), likeness(x)) })
	for i, other := range across {
		if i > 2*needMost || need == 0 {
			break
		}
		if other != e {
			f.judge(other)
			if other.version() {
				need--
			}
		}
	}
	return need == 0
}

// across gives the pairs between two clusters.
func (f *forming) across(a, b int32) []*edge {
	var out []*edge
	for _, x := range f.members[a] {
		for _, y := range f.members[b] {
			if e := f.find(min(x, y), max(x, y)); e != nil {
				out = append(out, e)
			}
		}
	}
	return out
}

// find gives the pair of two documents, a < b; nil where there is none.
func (f *forming) find(a, b int32) *edge {
	i, ok := slices.BinarySearchFunc(f.edges, [2]int32{a, b}, func(e edge, p [2]int32) int {
		return cmp.Or(cmp.Compare(e.a, p[0]), cmp.Compare(e.b, p[1]))
	})
	if !ok {
		return nil
	}
	return &f.edges[i]
}

func (f *forming) hopeless(a, b int32) bool {
	r := f.refused[[2]int32{min(a, b), max(a, b)}]
	return r.times >= refusedMost && r.size == len(f.members[a])+len(f.members[b])
}

func (f *forming) refuse(a, b int32) {
	key, size := [2]int32{min(a, b), max(a, b)}, len(f.members[a])+len(f.members[b])
	r := f.refused[key]
	if r.size != size {
		r = refusal{size: size}
	}
	r.times++
	f.refused[key] = r
}

func (f *forming) join(a, b int32) {
	all := append(f.members[a], f.members[b]...)
	f.members[a], f.members[b] = nil, nil
	f.groups.join(a, b)
	f.members[f.groups.root(a)] = all
}

// clusters reads off the clusters, their pairs, and the pairs of versions that
// were cut: of each two clusters the one with the best score.
func (f *forming) clusters() []formed {
	all := f.groups.all()
	of := make([]int32, len(f.members))
	out := make([]formed, len(all))
	for i, g := range all {
		out[i].members = g
		for _, d := range g {
			of[d] = int32(i)
		}
	}
	best := map[[2]int32]*edge{}
	for i := range f.edges {
		e := &f.edges[i]
		a, b := of[e.a], of[e.b]
		if a == b {
			out[a].edges = append(out[a].edges, e)
			continue
		}
		if e.version() {
			if c := best[[2]int32{min(a, b), max(a, b)}]; c == nil || e.score > c.score {
				best[[2]int32{min(a, b), max(a, b)}] = e
			}
		}
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
