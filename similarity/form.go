package similarity

import (
	"cmp"
	"fmt"
	"slices"
)

// formed is one cluster of a group: its members and links by index in the
// group, and the links to others that were cut.
type formed struct {
	members []int32
	links   []link
	cut     []cutLink
}

type cutLink struct {
	a, b int32
	why  string
}

// form makes clusters of the links among n documents. Two documents that are
// versions of each other come into one cluster, unless the link is a bridge:
// see loose.
func form(n int, links []link) []formed {
	strong := make([]link, 0, len(links))
	for _, l := range links {
		if l.version() {
			strong = append(strong, l)
		}
	}
	slices.SortStableFunc(strong, func(x, y link) int { return cmp.Compare(y.score, x.score) })
	tree, groups := spanning(n, strong)
	cuts := loose(n, tree, strong)
	if len(cuts) > 0 {
		kept := tree[:0]
		for _, l := range tree {
			if !slices.ContainsFunc(cuts, func(c cutLink) bool { return c.a == l.a && c.b == l.b }) {
				kept = append(kept, l)
			}
		}
		_, groups = spanning(n, kept)
	}
	all := groups.all()
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
	for _, c := range cuts {
		out[of[c.a]].cut = append(out[of[c.a]].cut, c)
		out[of[c.b]].cut = append(out[of[c.b]].cut, c)
	}
	return out
}

// spanning takes links in order and keeps those that join two groups: given
// the strongest first, a maximum spanning forest (Kruskal).
func spanning(n int, links []link) ([]link, *groups) {
	g := newGroups(n)
	var tree []link
	for _, l := range links {
		if !g.same(l.a, l.b) {
			g.join(l.a, l.b)
			tree = append(tree, l)
		}
	}
	return tree, g
}

// looseMost bounds the search for bridges, whose cost is the links times the
// tree's edges; a cluster beyond it was split by communities before.
const (
	looseMost    = 256
	looseSupport = 0.1
	looseScore   = 0.8
)

// loose finds the bridges of the forest: weak tree edges between two sides of
// two documents or more, where hardly a tenth of the pairs across are versions
// of each other. A chain of look-alikes hangs on such edges; the versions of
// one story do not.
func loose(n int, tree, strong []link) []cutLink {
	var cuts []cutLink
	cut := make([]bool, len(tree))
	for i := len(tree) - 1; i >= 0; i-- { // weakest first
		if len(tree) > looseMost || tree[i].score >= looseScore {
			break
		}
		cut[i] = true
		g := newGroups(n)
		for j, l := range tree {
			if !cut[j] {
				g.join(l.a, l.b)
			}
		}
		a, b := g.root(tree[i].a), g.root(tree[i].b)
		var left, right, across int
		for d := range int32(n) {
			switch g.root(d) {
			case a:
				left++
			case b:
				right++
			}
		}
		for _, l := range strong {
			if x, y := g.root(l.a), g.root(l.b); x == a && y == b || x == b && y == a {
				across++
			}
		}
		if min(left, right) < 2 || float64(across) >= looseSupport*float64(left*right) {
			cut[i] = false
			continue
		}
		cuts = append(cuts, cutLink{tree[i].a, tree[i].b,
			fmt.Sprintf("%d of %d pairs across are versions of each other; the best has score %.2f", across, left*right, tree[i].score)})
	}
	return cuts
}
