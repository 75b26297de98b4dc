package align

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/reuse"
)

// The scores at which two units are taken for versions of one another.
const (
	// sure pairs are anchors wherever they stand: half of the weight shared.
	sure = 0.5
	// likely pairs need their place as well: between the same two anchors.
	// A reworded sentence keeps its names and numbers, about a fifth of it.
	likely = 0.18
	// faint pairs are taken between anchors where both texts are reworked
	// throughout: there a neighbour is rather reworded than new.
	faint = 0.07
	// Groups of a mean score below this are of a rewriting: copies and edited
	// versions keep over four fifths of each sentence's weight.
	rewriting = 0.62
	// Where fewer of the shorter text's sentences are likely pairs, the two are
	// taken for reports by two hands, and no faint pair is sought. A rewrite
	// keeps the names and numbers of far more of its sentences.
	versionsShare = 0.3
	// Of so few sentences no share tells anything.
	fewUnits = 4
	// A neighbour joins a group where this share of its own weight is in the
	// group's other side and the group gains by it, or, in a rewriting,
	// loses little.
	joins = 0.34
	slack = 0.93
)

// A run longer than this is no sentence split in parts.
const maxRun = 3

// Group is a run of units of a and the run of b that it became. Either range
// is never empty: units without a partner are in no group. Moved says that
// the group is off the heaviest chain that keeps both orders.
type Group struct {
	A, B  [2]int
	Score float64
	Moved bool
}

// matching is the state of Groups: groups so far, and which units are taken.
type matching struct {
	*Index
	groups []Group
	inA    []int // 1 + index of the group that holds the unit; 0 none
	inB    []int
}

// Groups pairs the units of the two sequences. The groups stand in the order
// of a; each unit is in one group at most. length gives each unit of a a size
// (its tokens): of two that crossed, the smaller is the one that moved. The
// cost is O(n log n) in the number of candidates.
func (x *Index) Groups(length func(i int) int) []Group {
	if len(x.a) == 0 || len(x.b) == 0 {
		return nil
	}
	m := &matching{Index: x, groups: x.groups[:0], inA: reuse.Zeros(&x.inA, len(x.a)), inB: reuse.Zeros(&x.inB, len(x.b))}
	m.ends()
	m.greedy()
	m.extend(1)
	m.between(likely)
	m.extend(1)
	if m.meanScore() < rewriting && m.kindred() {
		m.between(faint)
		m.extend(slack)
	}
	slices.SortFunc(m.groups, func(g, h Group) int { return cmp.Compare(g.A[0], h.A[0]) })
	x.groups = m.groups
	links := reuse.Sized(&x.links, len(m.groups))
	for n, g := range m.groups {
		links[n] = Link{A: g.A, B: g.B, Weight: 1}
		for i := g.A[0]; i < g.A[1]; i++ {
			links[n].Weight += float64(length(i))
		}
		m.groups[n].Moved = true
	}
	for _, n := range x.chain.of(links) {
		m.groups[n].Moved = false
	}
	return m.groups
}

// ends pairs the units that both sequences start and end with: equal texts
// are paired throughout, however often they repeat themselves.
func (m *matching) ends() {
	same := func(i, j int) bool {
		return m.a[i].Class == m.b[j].Class && len(m.a[i].Features) > 0 && slices.Equal(m.a[i].Features, m.b[j].Features)
	}
	n := min(len(m.a), len(m.b))
	head := 0
	for head < n && same(head, head) {
		m.add(pair{head, head, 1})
		head++
	}
	for k := 1; head+k <= n && same(len(m.a)-k, len(m.b)-k); k++ {
		m.add(pair{len(m.a) - k, len(m.b) - k, 1})
	}
}

// greedy takes the sure candidates, the best first, wherever they stand.
func (m *matching) greedy() {
	order := m.order[:0]
	for _, p := range m.cands {
		if p.score >= sure && m.inA[p.i] == 0 && m.inB[p.j] == 0 {
			order = append(order, p)
		}
	}
	m.order = order
	slices.SortFunc(order, func(p, q pair) int { return m.better(p, q) })
	for _, p := range order {
		if m.inA[p.i] == 0 && m.inB[p.j] == 0 {
			m.add(p)
		}
	}
}

func (m *matching) add(p pair) {
	m.groups = append(m.groups, Group{A: [2]int{p.i, p.i + 1}, B: [2]int{p.j, p.j + 1}, Score: p.score})
	m.inA[p.i], m.inB[p.j] = len(m.groups), len(m.groups)
}

func (m *matching) meanScore() float64 {
	sum := 0.0
	for _, g := range m.groups {
		sum += g.Score
	}
	return sum / float64(max(1, len(m.groups)))
}

// kindred reports whether enough of the shorter sequence is paired for what
// is left to be versions too: two texts of the same matter by two hands share
// a name here and there, and nothing faint between these is a version.
func (m *matching) kindred() bool {
	if min(len(m.a), len(m.b)) < fewUnits {
		return true
	}
	paired := 0
	for _, g := range m.groups {
		paired += min(g.A[1]-g.A[0], g.B[1]-g.B[0])
	}
	return float64(paired) >= versionsShare*float64(min(len(m.a), len(m.b)))
}

// between takes the heaviest chain of candidates of the least score or more
// that stand between the same anchors: the anchors are the chain of the
// groups so far.
func (m *matching) between(least float64) {
	if !slices.ContainsFunc(m.cands, func(p pair) bool { return p.score >= least && m.inA[p.i] == 0 && m.inB[p.j] == 0 }) {
		return // most: all are paired
	}
	links := reuse.Sized(&m.links, len(m.groups))
	for n, g := range m.groups {
		links[n] = Link{A: g.A, B: g.B, Weight: g.Score}
	}
	gapA, gapB := reuse.Zeros(&m.gapA, len(m.a)+1), reuse.Zeros(&m.gapB, len(m.b)+1)
	for _, n := range m.chain.of(links) {
		gapA[links[n].A[0]]++
		gapB[links[n].B[0]]++
	}
	for i := range m.a {
		gapA[i+1] += gapA[i]
	}
	for j := range m.b {
		gapB[j+1] += gapB[j]
	}
	free, pairs := m.links[:0], m.order[:0]
	for _, p := range m.cands {
		if p.score >= least && m.inA[p.i] == 0 && m.inB[p.j] == 0 && gapA[p.i] == gapB[p.j] {
			free = append(free, Link{A: [2]int{p.i, p.i + 1}, B: [2]int{p.j, p.j + 1}, Weight: p.score})
			pairs = append(pairs, p)
		}
	}
	m.links, m.order = free, pairs
	for _, n := range m.chain.of(free) {
		m.add(pairs[n])
	}
}

// extend lets units without a partner join the group beside them: a sentence
// that was split in two, or two that were made one. A group may keep as little
// of its score as the share keep.
func (m *matching) extend(keep float64) {
	for n := range m.groups {
		for m.grow(n, keep) {
		}
	}
}

// grow adds the best neighbour to group n, if one may join.
func (m *matching) grow(n int, keep float64) bool {
	g := m.groups[n]
	best, least := g, g.Score*keep
	try := func(a, b [2]int, unitA, unitB [2]int) {
		shared, wa, wb := m.overlap(unitA, unitB)
		own := wa.weight
		if unitA == g.A {
			own = wb.weight
		}
		if own == 0 || shared/own < joins || m.a[a[0]].Class != m.a[a[1]-1].Class || m.b[b[0]].Class != m.b[b[1]-1].Class {
			return
		}
		if s := m.Score(a, b); s > least {
			best, least = Group{A: a, B: b, Score: s}, s
		}
	}
	if g.A[1]-g.A[0] < maxRun && g.B[1]-g.B[0] == 1 {
		if i := g.A[0] - 1; i >= 0 && m.inA[i] == 0 {
			try([2]int{i, g.A[1]}, g.B, [2]int{i, i + 1}, g.B)
		}
		if i := g.A[1]; i < len(m.a) && m.inA[i] == 0 {
			try([2]int{g.A[0], i + 1}, g.B, [2]int{i, i + 1}, g.B)
		}
	}
	if g.B[1]-g.B[0] < maxRun && g.A[1]-g.A[0] == 1 {
		if j := g.B[0] - 1; j >= 0 && m.inB[j] == 0 {
			try(g.A, [2]int{j, g.B[1]}, g.A, [2]int{j, j + 1})
		}
		if j := g.B[1]; j < len(m.b) && m.inB[j] == 0 {
			try(g.A, [2]int{g.B[0], j + 1}, g.A, [2]int{j, j + 1})
		}
	}
	if best == g {
		return false
	}
	m.groups[n] = best
	for i := best.A[0]; i < best.A[1]; i++ {
		m.inA[i] = n + 1
	}
	for j := best.B[0]; j < best.B[1]; j++ {
		m.inB[j] = n + 1
	}
	return true
}

// Kin returns the candidates of score at least least as links of one unit
// each, best first for each unit of a: what a sentence may have become in a
// text so reworked that no one-to-one pairing holds.
func (x *Index) Kin(least float64) []Link {
	n := 0
	for _, p := range x.cands {
		if p.score >= least {
			n++
		}
	}
	kin := make([]Link, 0, n)
	for _, p := range x.cands {
		if p.score >= least {
			kin = append(kin, Link{A: [2]int{p.i, p.i + 1}, B: [2]int{p.j, p.j + 1}, Weight: p.score})
		}
	}
	return kin
}
