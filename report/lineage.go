package report

import (
	"cmp"
	"slices"
	"time"
)

// treeView is the lineage drawn: a row a version, time from left to right.
type treeView struct {
	Width, Height int
	Nodes         []treeNode
	Links         []treeLink
	Ticks         []tick
	Hidden        int // versions beyond maxTree, in the table only
	Caption       string
}

type treeNode struct {
	X, Y, TX, TY int // the mark, and where its label starts
	LX           int // where the leader to the label starts
	Label, Sub   string
	Root         bool
}

// treeLink is an elbow from a parent down to its child.
type treeLink struct {
	X1, Y1, X2, Y2 int
	Weak, Second   bool
}

type tick struct {
	X      int
	Label  string
	Anchor string // middle, or start where the label would leave the drawing
}

const (
	maxTree  = 60  // rows that a drawing can hold and still be read
	treeRow  = 44  // a label of two lines
	treeWide = 420 // the time axis
	treeLeft = 16
	treeTop  = 34
)

// tree lays the lineage out: versions in pre-order of the tree, so that no
// link crosses a node, children by time.
func (s *story) tree() *treeView {
	kids := make([][]int, len(s.order))
	var roots []int
	for _, i := range s.order {
		if p := s.Cluster.Members[i].Parent; p >= 0 && p < len(kids) && p != i {
			kids[p] = append(kids[p], i)
		} else {
			roots = append(roots, i)
		}
	}
	row := make(map[int]int, len(s.order))
	var walk []int
	stack := slices.Clone(roots)
	slices.Reverse(stack)
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		row[i] = len(walk)
		walk = append(walk, i)
		for _, k := range slices.Backward(kids[i]) {
			if _, again := row[k]; !again {
				stack = append(stack, k)
			}
		}
	}
	for _, i := range s.order { // a cycle in the lineage has no root: list it all the same
		if _, ok := row[i]; !ok {
			row[i] = len(walk)
			walk = append(walk, i)
		}
	}
	t := &treeView{Hidden: max(len(walk)-maxTree, 0)}
	walk = walk[:min(len(walk), maxTree)]
	x, ticks := s.axis(treeLeft, treeWide)
	t.Ticks = ticks
	label := treeLeft + treeWide + 24
	t.Width, t.Height = label+300, treeTop+treeRow*len(walk)+4
	for k, i := range walk {
		y := treeTop + treeRow*k + treeRow/2
		m := s.Cluster.Members[i]
		n := treeNode{X: x(i), Y: y, TX: label, TY: y, LX: min(x(i)+10, label-6), Root: m.Parent < 0}
		n.Label = numbered(s.number[i], clip(s.names[i], 34))
		n.Sub = timeOf(s.Articles[i].Published).Human
		if m.Parent >= 0 {
			n.Sub = join2(n.Sub, words(string(m.Relation)))
			if m.Weak {
				n.Sub += ", a guess"
			}
		}
		t.Nodes = append(t.Nodes, n)
		for _, p := range []int{m.Parent, m.Second - 1} {
			r, ok := row[p]
			if p < 0 || !ok || r >= len(walk) || p == i {
				continue
			}
			t.Links = append(t.Links, treeLink{x(p), treeTop + treeRow*r + treeRow/2, x(i), y, m.Weak, p != m.Parent})
		}
	}
	return t
}

func numbered(n int, name string) string { return itoa(n) + "  " + name }

func join2(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// axis places versions from left over width by their time of publication, or
// by their order where fewer than two have a time. Undated versions stand at
// the right end.
func (s *story) axis(left, width int) (func(i int) int, []tick) {
	var first, last time.Time
	for _, a := range s.Articles {
		if a.Published.IsZero() {
			continue
		}
		if first.IsZero() || a.Published.Before(first) {
			first = a.Published
		}
		if a.Published.After(last) {
			last = a.Published
		}
	}
	if total := last.Sub(first); total > 0 {
		at := func(t time.Time) int {
			if t.IsZero() {
				return left + width
			}
			return left + int(int64(width)*int64(t.Sub(first)/time.Second)/max(int64(total/time.Second), 1))
		}
		return func(i int) int { return at(s.Articles[i].Published) }, timeTicks(first, last, at)
	}
	n := max(len(s.order)-1, 1)
	return func(i int) int { return left + width*(s.number[i]-1)/n }, nil
}

// timeTicks puts at most six ticks at round times between first and last.
func timeTicks(first, last time.Time, at func(time.Time) int) []tick {
	first, last = first.UTC(), last.UTC()
	steps := []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour, 2 * time.Hour, 3 * time.Hour,
		6 * time.Hour, 12 * time.Hour, 24 * time.Hour, 48 * time.Hour, 7 * 24 * time.Hour, 14 * 24 * time.Hour, 28 * 24 * time.Hour, 91 * 24 * time.Hour, 365 * 24 * time.Hour}
	i, _ := slices.BinarySearchFunc(steps, last.Sub(first), func(s, total time.Duration) int { return cmp.Compare(s, total/6) })
	step := steps[min(i, len(steps)-1)]
	for step < last.Sub(first)/6 {
		step *= 2 // centuries apart: still six ticks
	}
	format := "15:04"
	if step >= 24*time.Hour {
		format = "2 Jan"
		if step >= 365*24*time.Hour {
			format = "2006"
		}
	}
	var out []tick
	day := ""
	for t := first.Truncate(step); !t.After(last); t = t.Add(step) {
		if t.Before(first) {
			continue
		}
		label := t.Format(format)
		if n := len(out); n > 0 && at(t)-out[n-1].X < 6*len(out[n-1].Label)+8 {
			continue // no room beside the last
		}
		if d := t.Format("2 Jan"); format == "15:04" && d != day {
			label, day = d+" "+label, d
		}
		anchor := "middle"
		if at(t) < 40 {
			anchor = "start"
		}
		out = append(out, tick{at(t), label, anchor})
	}
	return out
}
