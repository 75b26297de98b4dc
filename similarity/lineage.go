package similarity

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/wirediff/wirediff/internal/facts"
)

// lineage gives the members of a cluster in the order of publication, each
// with the version that it was most likely made from: a maximum arborescence
// over how much of each version is found in each other one.
//
// What is made from a version holds its wording, with its slips: the share of
// a version's shingles and of its terms (names, figures, rare words, weighed)
// that another has is what speaks for that one as its parent. Of two that hold
// the same, what only one of them has decides. Time forbids: what was published
// later is a parent only if nothing else can be. What a version itself says that
// it replaces is its parent.
func (j *judge) lineage(f formed) []Member {
	order := slices.Clone(f.members)
	slices.SortFunc(order, func(a, b int32) int {
		if before(j.docs[a], j.docs[b]) {
			return -1
		}
		return 1
	})
	members := make([]Member, len(order))
	for i, m := range order {
		members[i] = Member{Doc: int(j.docs[m].doc), ID: j.docs[m].id, Parent: -1}
	}
	if len(order) == 1 {
		return members
	}
	l := &descent{judge: j, order: order, edges: make(map[[2]int32]*edge, len(f.edges))}
	for _, e := range f.edges {
		l.edges[[2]int32{e.a, e.b}] = e
	}
	for i, p := range l.parents() {
		if p.of >= 0 {
			l.fill(&members[i], i, p)
		}
	}
	return members
}

// descent finds who was made from whom among members in the order of
// publication.
type descent struct {
	*judge
	order []int32
	edges map[[2]int32]*edge
}

// parent is a choice: the place of the parent, how much speaks for it, and for
// the next best.
type parent struct {
	of         int
	weight     float64
	next       int
	nextWeight float64
}

// The weight of an edge against time is lowered by more than any share can
// lift it. Two parents are hard to tell where their weights differ by less
// than weakMargin: some five words in two hundred.
const (
	againstTime = 2.5
	weakMargin  = 0.02
	rootBonus   = 0.02
	linkBonus   = 2 + againstTime // a declared link outweighs all else
)

// weight is what speaks for member u as the parent of member v; ok is false
// where the pair was not compared.
func (l *descent) weight(u, v int) (w float64, ok bool) {
	e, turned := l.edge(u, v)
	if e == nil {
		return 0, false
	}
	n := e.counts()
	inU := n.ContainmentB()
	if turned {
		inU = n.ContainmentA()
	}
	w = inU + facts.ShareOf(l.view(l.order[v]), l.view(l.order[u]))
	if u == 0 {
		w += rootBonus // the first is what most versions are made from
	}
	a, b := l.docs[l.order[u]], l.docs[l.order[v]]
	switch {
	case a.published != noDate && b.published != noDate && a.published > b.published:
		w -= againstTime
	case u > v:
		w -= weakMargin // where time says nothing, the order of members does
	}
	if l.replaces(v, u) {
		w += linkBonus
	}
	return w, true
}

// replaces reports whether member v says that it replaces member u.
func (l *descent) replaces(v, u int) bool {
	return slices.Contains(l.previous[l.docs[l.order[v]].doc], l.docs[l.order[u]].id)
}

// edge is the pair of members u and v; turned says that v is its a.
func (l *descent) edge(u, v int) (e *edge, turned bool) {
	a, b := l.order[u], l.order[v]
	if a > b {
		return l.edges[[2]int32{b, a}], true
	}
	return l.edges[[2]int32{a, b}], false
}

// parents chooses a parent for every member but the first.
func (l *descent) parents() []parent {
	out := make([]parent, len(l.order))
	weights := make([][]float64, len(l.order)) // weights[v][u]
	for v := range out {
		out[v] = parent{of: -1, next: -1}
		weights[v] = make([]float64, len(l.order))
		for u := range weights[v] {
			weights[v][u] = noEdge
			if w, ok := l.weight(u, v); u != v && ok {
				weights[v][u] = w
			}
		}
	}
	for v, u := range arborescence(weights) {
		p := &out[v]
		if u < 0 {
			continue
		}
		p.of, p.weight = u, weights[v][u]
		for o, w := range weights[v] {
			if o != u && w > noEdge && (p.next < 0 || w > p.nextWeight) {
				p.next, p.nextWeight = o, w
			}
		}
	}
	return out
}

// fill writes a member's parent and the evidence for it.
func (l *descent) fill(m *Member, v int, p parent) {
	e, turned := l.edge(p.of, v)
	m.Parent, m.Score, m.Counts = p.of, e.score, exactCounts(l.docs[e.a], l.docs[e.b])
	m.Relation = l.relation(e, turned)
	if turned {
		m.Counts.SizeA, m.Counts.SizeB = m.Counts.SizeB, m.Counts.SizeA
	}
	if !e.version() { // a member is a version, if not by this pair then by others
		m.Relation = relationOf(l.docs[l.order[p.of]], l.docs[l.order[v]], m.Counts)
	}
	if l.replaces(v, p.of) {
		m.Evidence = append(m.Evidence, "it says that it replaces the parent")
	}
	a, b := l.docs[l.order[p.of]], l.docs[l.order[v]]
	m.Evidence = append(m.Evidence, fmt.Sprintf("%.0f%% of its wording is in the parent, %.0f%% of the parent's in it",
		100*m.Counts.ContainmentB(), 100*m.Counts.ContainmentA()))
	if a.published != noDate && b.published != noDate {
		gap := time.Duration(b.published-a.published) * time.Second
		if gap >= 0 {
			m.Evidence = append(m.Evidence, fmt.Sprintf("published %s after the parent", gap))
		} else {
			m.Evidence = append(m.Evidence, fmt.Sprintf("published %s before the parent: its time or the parent's is wrong", -gap))
		}
	}
	if p.next < 0 {
		return
	}
	only := l.onlyIn(v, p.of, p.next)
	other := l.onlyIn(v, p.next, p.of)
	rival := l.docs[l.order[p.next]]
	if only > 0 {
		m.Evidence = append(m.Evidence, fmt.Sprintf("%d shingles that it shares with the parent are not in %s", only, rival.id))
	}
	switch {
	case other >= secondLeast && float64(other) >= secondShare*float64(max(b.size, 1)):
		m.Second = p.next + 1
		m.Evidence = append(m.Evidence, fmt.Sprintf("%d shingles are in %s and not in the parent: a second parent", other, rival.id))
	case p.weight-p.nextWeight < weakMargin:
		m.Weak = true
		m.Evidence = append(m.Evidence, fmt.Sprintf("%s is as likely a parent", rival.id))
	}
}

// A second parent gives a version a tenth of its wording, and at least a
// sentence.
const (
	secondShare = 0.1
	secondLeast = 15
)

// onlyIn counts the shingles of member v that member a has and member b has
// not.
func (l *descent) onlyIn(v, a, b int) int {
	x, y, z := l.docs[l.order[v]].set, l.docs[l.order[a]].set, l.docs[l.order[b]].set
	n, i, k := 0, 0, 0
	for _, w := range x {
		for i < len(y) && y[i] < w {
			i++
		}
		if i == len(y) || y[i] != w {
			continue
		}
		for k < len(z) && z[k] < w {
			k++
		}
		if k == len(z) || z[k] != w {
			n++
		}
	}
	return n
}

// before reports whether x was published before y; where that is not known,
// the longer is the elder.
func before(x, y *record) bool {
	if x.published != noDate && y.published != noDate && x.published != y.published {
		return x.published < y.published
	}
	if (x.published == noDate) != (y.published == noDate) {
		return y.published == noDate
	}
	return cmp.Or(cmp.Compare(y.size, x.size), cmp.Compare(x.id, y.id)) < 0
}
