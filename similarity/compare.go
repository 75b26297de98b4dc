package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
)

// Compare takes a cluster apart: every version against its parent, the slot ×
// version matrix of figures, and a ledger an outlet. docs is parallel to
// c.Members; where it is shorter, the members without a document have no
// article and no difference. The order of docs and members is kept.
//
// The cost is that of one Diff a version, and of another one for a version that
// was made from one and follows another of its outlet, plus one comparison of
// figures with at most maxPools other versions each: linear in the cluster.
func Compare(docs []shingle.Document, c Cluster) *Comparison {
	n := len(c.Members)
	out := &Comparison{Cluster: c, Articles: make([]*shingle.Article, n), Edges: make([]*Difference, n), Checks: make([][]Check, n)}
	texts := make([]*figureText, n)
	out.texts = texts
	for i := range min(n, len(docs)) {
		out.Articles[i] = shingle.Parse(docs[i])
		texts[i] = readFigures(out.Articles[i])
		out.Checks[i] = texts[i].checks()
	}
	edges := make([]*figureDiff, n)
	for i, m := range c.Members {
		if m.Parent < 0 || m.Parent >= n || m.Parent == i || texts[i] == nil || texts[m.Parent] == nil {
			continue
		}
		relation := m.Relation
		if relation == "" {
			relation, _ = Relate(out.Articles[m.Parent], out.Articles[i])
		}
		out.Edges[i], edges[i] = diffRead(texts[m.Parent], texts[i], relation)
	}
	out.Declared = out.declared(texts)
	out.Slots = newSlotBuilder(texts, c, edges).slots()
	out.Ledgers = ledgersOf(out)
	out.Severity = out.gravest()
	return out
}

// declared holds what each member says of its changes against the version that
// it follows.
func (c *Comparison) declared(texts []*figureText) []*Declared {
	out := make([]*Declared, len(texts))
	for i := range texts {
		switch e := c.follows(i); {
		case e < 0 || texts[i] == nil || texts[e] == nil:
		case e == c.Cluster.Members[i].Parent && c.Edges[i] != nil:
			out[i] = c.Edges[i].Declared
		default:
			relation, _ := Relate(c.Articles[e], c.Articles[i])
			d, _ := diffRead(texts[e], texts[i], relation)
			out[i] = d.Declared
		}
	}
	return out
}

// follows is the earlier version that member i's changes are changes of: the
// one that it says it replaces, or the last one of its own outlet before it, or
// the one that it was made from; -1 for none.
func (c *Comparison) follows(i int) int {
	own := c.Articles[i]
	if own == nil {
		return -1
	}
	best := c.Cluster.Members[i].Parent
	var last *shingle.Article
	for j, a := range c.Articles {
		switch {
		case a == nil || j == i:
		case slices.Contains(own.Previous, a.ID):
			return j
		case own.Outlet == "" || !strings.EqualFold(a.Outlet, own.Outlet) || a.Published.IsZero() || !a.Published.Before(own.Published):
		case last == nil || a.Published.After(last.Published):
			best, last = j, a
		}
	}
	return best
}

// gravest is the severity of the gravest difference of the cluster.
func (c *Comparison) gravest() Severity {
	var s Severity
	for _, d := range c.Edges {
		if d == nil {
			continue
		}
		for _, f := range d.Figures {
			s = max(s, f.Severity)
		}
		for _, p := range d.Phrases {
			s = max(s, p.Severity)
		}
	}
	for _, slot := range c.Slots {
		s = max(s, slot.Severity)
	}
	return s
}

// lineageOrder is the members' indexes with every parent before its children;
// within that the order of the members is kept. Members in a circle, which no
// sound lineage has, come last.
func lineageOrder(members []Member) []int {
	children := make([][]int, len(members))
	var order []int
	for i, m := range members {
		if m.Parent >= 0 && m.Parent < len(members) && m.Parent != i {
			children[m.Parent] = append(children[m.Parent], i)
		} else {
			order = append(order, i)
		}
	}
	for at := 0; at < len(order); at++ {
		order = append(order, children[order[at]]...)
	}
	for i := range members {
		if len(order) < len(members) && !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	return order
}
