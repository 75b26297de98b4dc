package similarity

import (
	"cmp"
	"fmt"
	"slices"
)

// formed is one cluster of a group: its members and links by index in the
// group, and the links to other clusters that were cut.
type formed struct {
	members []int32
	links   []edge
	cut     []cutLink
}

type cutLink struct {
	a, b int32
	why  string
}

// form makes clusters of the links among n documents, without chains. Every
// document starts as a cluster of its own. The links between versions are
// taken from the strongest down, and each joins the clusters of its two
// documents if enough of the pairs across are versions too: one false link
// between two stories of ten versions each has ninety-nine pairs against it. A
// link that joins nothing in the end is a bridge that was cut.
//
// It takes O(l log l + l log n) steps for l links: the counts across are kept
// by cluster, and the smaller cluster's are moved to the larger's.
func form(n int, links []edge) []formed {
	strong := make([]*edge, 0, len(links))
	for i := range links {
		if links[i].version() {
			strong = append(strong, &links[i])
		}
	}
	slices.SortStableFunc(strong, func(x, y *edge) int { return cmp.Compare(y.score, x.score) })
	f := newForming(n, strong)
	for _, l := range strong {
		if a, b := f.groups.root(l.a), f.groups.root(l.b); a != b && f.enough(a, b, l) {
			f.join(a, b)
		}
	}
	return f.clusters(n, links, strong)
}

// forming is the clusters so far: how big each is, and how many links between
// versions it has to each other.
type forming struct {
	groups *groups
	size   []int
	across []map[int32]int // by root; nil where there are none
}

func newForming(n int, strong []*edge) *forming {
	f := &forming{groups: newGroups(n), size: make([]int, n), across: make([]map[int32]int, n)}
	for i := range f.size {
		f.size[i] = 1
	}
	count := func(a, b int32) {
		if f.across[a] == nil {
			f.across[a] = map[int32]int{}
		}
		f.across[a][b]++
	}
	for _, l := range strong {
		count(l.a, l.b)
		count(l.b, l.a)
	}
	return f
}

// A link surer than sureScore needs no other. Below it one pair in ten across
// must hold; a single document needs no more than singleNeeds, because a brief
// or a rewrite of one version may resemble that one and few others.
const (
	sureScore   = 0.95
	needShare   = 0.1
	singleNeeds = 3
)

// need is how many links between versions two clusters must have.
func (f *forming) need(a, b int32) int {
	need := int(needShare * float64(f.size[a]*f.size[b]))
	if min(f.size[a], f.size[b]) == 1 {
		need = min(need, singleNeeds)
	}
	return max(need, 1)
}

func (f *forming) enough(a, b int32, l *edge) bool {
	return l.score >= sureScore || f.across[a][b] >= f.need(a, b)
}

func (f *forming) join(a, b int32) {
	if len(f.across[a]) < len(f.across[b]) {
		a, b = b, a
	}
	into, from := f.across[a], f.across[b]
	size := f.size[a] + f.size[b]
	f.groups.join(a, b)
	root := f.groups.root(a)
	delete(into, b)
	for c, n := range from {
		if c == a {
			continue
		}
		into[c] += n
	}
	f.across[a], f.across[b] = nil, nil
	f.across[root], f.size[root] = into, size
	for c := range into { // tell the neighbours the new name
		other := f.across[c]
		n := other[a] + other[b]
		delete(other, a)
		delete(other, b)
		other[root] = n
	}
}

// clusters reads off the clusters, and the links that were cut: of each two
// clusters the strongest one.
func (f *forming) clusters(n int, links []edge, strong []*edge) []formed {
	all := f.groups.all()
	of := make([]int32, n)
	out := make([]formed, len(all))
	for i, g := range all {
		out[i].members = g
		for _, d := range g {
			of[d] = int32(i)
		}
	}
	for _, l := range links {
		if of[l.a] == of[l.b] {
			out[of[l.a]].links = append(out[of[l.a]].links, l)
		}
	}
	told := map[[2]int32]bool{}
	for _, l := range strong {
		a, b := of[l.a], of[l.b]
		if a == b || told[[2]int32{min(a, b), max(a, b)}] {
			continue
		}
		told[[2]int32{min(a, b), max(a, b)}] = true
		ra, rb := f.groups.root(l.a), f.groups.root(l.b)
		c := cutLink{l.a, l.b, fmt.Sprintf("%d of %d pairs across are versions of each other, %d wanted; the best has score %.2f",
			f.across[ra][rb], f.size[ra]*f.size[rb], f.need(ra, rb), l.score)}
		out[a].cut = append(out[a].cut, c)
		out[b].cut = append(out[b].cut, c)
	}
	return out
}
