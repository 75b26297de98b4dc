package report

import "fmt"

// Bounds of the pages beyond parent and child: what a cluster may add, and
// how many versions a grid of links holds.
const (
	maxFurther = 28 // all pairs of eight versions
	maxGrid    = 24
	maxPaired  = 200_000 // bytes of both texts: longer pairs get no further page
)

// furtherPairs chooses the pairs, beyond parent and child, that get a page:
// every version against the earliest, then neighbours in time, then the
// rest, until the bound.
func (s *story) furtherPairs(budget int) [][2]int {
	budget = min(budget, maxFurther)
	var out [][2]int
	n := min(len(s.order), maxGrid)
	take := func(a, b int) {
		i, j := s.order[a], s.order[b]
		long := len(s.Articles[i].Text)+len(s.Articles[j].Text) > maxPaired
		if !long && len(out) < budget && s.Cluster.Members[j].Parent != i && s.Cluster.Members[i].Parent != j {
			out = append(out, [2]int{i, j})
		}
	}
	for b := 1; b < n; b++ {
		take(0, b)
	}
	for gap := 1; gap < n; gap++ {
		for a := 1; a+gap < n; a++ {
			take(a, a+gap)
		}
	}
	return out
}

// gridView links any two versions to their page.
type gridView struct {
	Columns []matrixColumn
	Rows    []gridRow
	More    string
}

type gridRow struct {
	matrixColumn
	Cells []link
}

// pairGrid is the grid of links; nil for a cluster of two, whose one pair is
// linked from its table.
func (s *story) pairGrid() *gridView {
	n := min(len(s.order), maxGrid)
	if n < 3 {
		return nil
	}
	page := map[[2]int]string{}
	for i, m := range s.Cluster.Members {
		if m.Parent >= 0 && m.Parent < len(s.order) && s.Edges[i] != nil {
			page[[2]int{m.Parent, i}] = s.pairFile(m.Parent, i)
			page[[2]int{i, m.Parent}] = s.pairFile(m.Parent, i)
		}
	}
	for _, p := range s.further {
		page[p] = s.pairFile(p[0], p[1])
	}
	g := &gridView{}
	for _, j := range s.order[1:n] {
		g.Columns = append(g.Columns, matrixColumn{s.number[j], s.names[j]})
	}
	missing := len(s.order) > n
	for a, i := range s.order[:n-1] {
		row := gridRow{matrixColumn: matrixColumn{s.number[i], s.names[i]}}
		for b, j := range s.order[1:n] {
			c := link{}
			if b >= a {
				c = link{Href: page[[2]int{i, j}], Text: fmt.Sprintf("%d and %d", s.number[i], s.number[j])}
				missing = missing || c.Href == ""
			}
			row.Cells = append(row.Cells, c)
		}
		g.Rows = append(g.Rows, row)
	}
	if missing {
		g.More = "Pairs without a page: wirediff diff A B lays any two texts side by side."
	}
	return g
}

// checkView is a place where a version disagrees with itself.
type checkView struct {
	matrixColumn
	Severity, Rule, Slot, Why string
	Figures                   []string
}

// maxChecks is how many checks a page lists; cluster.json has all.
const maxChecks = 100

func (s *story) checks() []checkView {
	var out []checkView
	for _, i := range s.order {
		if i >= len(s.Checks) {
			continue
		}
		for _, c := range s.Checks[i] {
			v := checkView{matrixColumn{s.number[i], s.names[i]}, c.Severity.String(), show(string(c.Rule), 60), show(c.Slot, 80), show(c.Why, 300), nil}
			for _, f := range c.Figures {
				v.Figures = append(v.Figures, show(f.Text, 40))
			}
			if len(out) < maxChecks {
				out = append(out, v)
			}
		}
	}
	return out
}
