package similarity

import (
	"cmp"
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
func Compare(docs []shingle.Document, c Cluster) *Comparison { return DefaultRules().Compare(docs, c) }

// Compare is like the function Compare, by these rules.
func (rules *PhraseRules) Compare(docs []shingle.Document, c Cluster) *Comparison {
	n := len(c.Members)
	out := &Comparison{Cluster: c, Articles: make([]*shingle.Article, n), Edges: make([]*Difference, n), Checks: make([][]Check, n)}
	texts := make([]*figureText, n)
	out.texts, out.rules = texts, rules
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
			relation, _ = relateRead(texts[m.Parent], texts[i])
		}
		out.Edges[i], edges[i] = rules.diffRead(texts[m.Parent], texts[i], relation)
	}
	out.Declared = out.declared()
	out.Slots, out.readings = newSlotBuilder(texts, c, edges).slots()
	out.Ledgers = ledgersOf(out)
	out.Severity = out.gravest()
	return out
}

// declared holds what each member says of its changes against the version that
// it follows.
func (c *Comparison) declared() []*Declared {
	out := make([]*Declared, len(c.Articles))
	f := newFollowing(c)
	for i := range c.Articles {
		switch e := f.of(i); {
		case e < 0:
		case e == c.Cluster.Members[i].Parent && c.Edges[i] != nil:
			out[i] = c.Edges[i].Declared
		default:
			out[i] = c.Diff(e, i).Declared
		}
	}
	return out
}

// following tells which earlier version a member's changes are changes of.
type following struct {
	*Comparison
	byID     map[string]int
	byOutlet map[string][]int // dated members
}

func newFollowing(c *Comparison) *following {
	f := &following{c, map[string]int{}, map[string][]int{}}
	for i, a := range c.Articles {
		if a == nil {
			continue
		}
		f.byID[a.ID] = i
		if a.Outlet != "" && !a.Published.IsZero() {
			name := strings.ToLower(a.Outlet)
			f.byOutlet[name] = append(f.byOutlet[name], i)
		}
	}
	for _, members := range f.byOutlet {
		slices.SortFunc(members, func(i, j int) int {
			a, b := c.Articles[i], c.Articles[j]
			return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
		})
	}
	return f
}

// of is the version that member i says it replaces, or the last one of its own
// outlet before it, or the one that it was made from; -1 for none.
func (f *following) of(i int) int {
	own := f.Articles[i]
	if own == nil {
		return -1
	}
	for _, id := range own.Previous {
		if j, ok := f.byID[id]; ok && j != i {
			return j
		}
	}
	last := -1
	for _, j := range f.byOutlet[strings.ToLower(own.Outlet)] {
		if !f.Articles[j].Published.Before(own.Published) {
			break
		}
		last = j
	}
	if p := f.Cluster.Members[i].Parent; last < 0 && p >= 0 && p < len(f.Articles) && p != i && f.Articles[p] != nil {
		last = p
	}
	return last
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
