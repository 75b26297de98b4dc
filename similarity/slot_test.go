package similarity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wirediff/wirediff/shingle"
)

// siloCluster is the wire story with four versions: a copy that repeats it, a
// slip, the agency's update, and a late copy of the old state.
func siloCluster(t testing.TB) ([]shingle.Document, Cluster) {
	update := story("Norvane", edit(t, "At least 14 people were killed", "The toll rose to 19 people killed", "as many as 30 were", "as many as 21 were"), 9)
	update.ID, update.Title = "norvane-2", "UPDATE 2-Silo blast toll rises to 19"
	docs := []shingle.Document{
		story("Norvane", wire, 0),
		story("The Quay", edit(t, "nine workers", "9 workers"), 1),
		story("Morning Tide", edit(t, "1,260 tonnes", "1,620 tonnes", "At least 14 people", "Fourteen people"), 3),
		update,
		story("Late Post", edit(t, " with 26 vehicles", ""), 15),
	}
	return docs, Cluster{ID: "silo", Members: []Member{
		{ID: "Norvane", Doc: 0, Parent: -1},
		{ID: "The Quay", Doc: 1, Parent: 0, Relation: LightEdit},
		{ID: "Morning Tide", Doc: 2, Parent: 0, Relation: LightEdit},
		{ID: "norvane-2", Doc: 3, Parent: 0, Relation: Updated},
		{ID: "Late Post", Doc: 4, Parent: 1, Relation: LightEdit},
	}}
}

func slotNamed(t *testing.T, c *Comparison, name string) Slot {
	t.Helper()
	for _, s := range c.Slots {
		if strings.Contains(s.Name, name) {
			return s
		}
	}
	t.Fatalf("no slot %q", name)
	return Slot{}
}

func TestCompareSlots(t *testing.T) {
	docs, cluster := siloCluster(t)
	c := Compare(docs, cluster)
	if c.Severity != High {
		t.Errorf("the gravest difference is %v", c.Severity)
	}
	if c.Edges[0] != nil || c.Edges[3] == nil || c.Edges[3].Relation != Updated {
		t.Error("the edges do not follow the lineage")
	}

	killed := slotNamed(t, c, "people killed")
	want := []string{"At least 14", "At least 14", "Fourteen", "19", "At least 14"}
	classes := []FigureClass{"", "", HedgeChanged, UpdatedFigure, ""}
	for i, text := range want {
		r := killed.Readings[slices.IndexFunc(killed.Readings, func(r Reading) bool { return r.Version == i })]
		if r.Figure.Text != text || r.Class != classes[i] || r.Odd != (classes[i] != "") {
			t.Errorf("version %d: %q %q odd %v, want %q %q", i, r.Figure.Text, r.Class, r.Odd, text, classes[i])
		}
	}
	if killed.Agreed != "At least 14" || killed.Severity != High {
		t.Errorf("agreed %q, %v", killed.Agreed, killed.Severity)
	}
	notes := strings.Join(killed.Notes, "\n")
	for _, note := range []string{"19 first printed by Norvane", "Late Post still printed At least 14 6 h after Norvane had 19"} {
		if !strings.Contains(notes, note) {
			t.Errorf("the notes do not say %q: %s", note, notes)
		}
	}

	wheat := slotNamed(t, c, "wheat")
	if i := slices.IndexFunc(wheat.Readings, func(r Reading) bool { return r.Odd }); i < 0 ||
		wheat.Readings[i].Version != 2 || wheat.Readings[i].Class != Contradictory {
		t.Errorf("the slip is not the odd one out: %+v", wheat.Readings)
	}
}

func TestCompareLedgers(t *testing.T) {
	docs, cluster := siloCluster(t)
	c := Compare(docs, cluster)
	if !slices.IsSortedFunc(c.Ledgers, func(a, b Ledger) int { return strings.Compare(a.Outlet, b.Outlet) }) {
		t.Error("the ledgers are not by name")
	}
	for _, l := range c.Ledgers {
		switch l.Outlet {
		case "Morning Tide":
			if l.Figures[Contradictory] != 1 || l.Figures[HedgeChanged] != 1 {
				t.Errorf("%s: %v", l.Outlet, l.Figures)
			}
		case "Late Post":
			if l.Figures[Missing] != 1 || len(l.Misses) != 1 || !strings.Contains(l.Misses[0], "26") {
				t.Errorf("%s: %v, misses %q", l.Outlet, l.Figures, l.Misses)
			}
		case "Norvane":
			if !slices.Equal(l.Versions, []int{0, 3}) {
				t.Errorf("%s: versions %v", l.Outlet, l.Versions)
			}
		}
	}
}

// TestCompareOdd: clusters that no lineage should make do no harm.
func TestCompareOdd(t *testing.T) {
	docs, cluster := siloCluster(t)
	circle := cluster
	circle.Members = slices.Clone(cluster.Members)
	circle.Members[0].Parent = 4
	for name, c := range map[string]*Comparison{
		"nothing":   Compare(nil, Cluster{}),
		"one":       Compare(docs[:1], Cluster{Members: cluster.Members[:1]}),
		"short":     Compare(docs[:2], cluster),
		"a circle":  Compare(docs, circle),
		"no parent": Compare(docs, Cluster{Members: []Member{{Parent: 9}, {Parent: -1}, {Parent: 2}, {Parent: -7}, {Parent: 0}}}),
	} {
		if c == nil || len(c.Edges) != len(c.Cluster.Members) || len(c.Articles) != len(c.Cluster.Members) {
			t.Errorf("%s: the comparison is out of shape", name)
		}
	}
	one, two := Compare(docs, cluster), Compare(docs, cluster)
	if diff := cmp.Diff(one.Slots, two.Slots); diff != "" {
		t.Error("two comparisons of one cluster differ: " + diff)
	}
}

// BenchmarkCompare reports the cost of a version in large clusters: it must
// not grow with them.
func BenchmarkCompare(b *testing.B) {
	docs, cluster := siloCluster(b)
	for _, n := range []int{5, 50, 500} {
		var many []shingle.Document
		c := Cluster{ID: "many"}
		for i := range n {
			d := docs[i%len(docs)]
			d.ID = fmt.Sprint(d.ID, i)
			m := cluster.Members[i%len(docs)]
			m.ID = d.ID
			if i >= len(docs) {
				m.Parent = i % 3
			}
			many, c.Members = append(many, d), append(c.Members, m)
		}
		b.Run(fmt.Sprintf("versions=%d", n), func(b *testing.B) {
			for b.Loop() {
				Compare(many, c)
			}
			b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

func TestSlotNames(t *testing.T) {
	for _, tc := range []struct{ why, text, figure, want string }{
		{"a noun with an event", "Police said 14 people were killed.", "14", "people killed"},
		{"the words around a figure", "Shares rose 3 percent in Toronto.", "3 percent", "Shares rose … in Toronto"},
		{"up to a mark", "In May, shares rose 3 percent.", "3 percent", "shares rose …"},
		{"a figure before it is passed over with its unit", "Revenue increased 6 percent to 3.1 billion euros.", "3.1 billion euros", "Revenue increased to …"},
		{"and what led to it", "The bank raised its rate by 25 basis points to 4.75 percent.", "4.75 percent", "rate to …"},
		{"a number in words is a word", "She spoke to seven women and four men.", "four", "men (seven women and … men)"},
		{"a figure that is nothing but figures away", "It cost 3 euros 4 dollars 5 francs 6 pounds 7 yen.", "7 yen", "money"},
		{"no words at all", "5 percent.", "5 percent", "percent"},
	} {
		t.Run(tc.why, func(t *testing.T) {
			text := readFigures(shingle.Parse(shingle.Document{Text: tc.text}))
			for i := range text.mentions {
				if m := &text.mentions[i]; m.fig.Text == tc.figure {
					if got := slotName(text, m); got != tc.want {
						t.Errorf("%q in %q is %q, want %q", tc.figure, tc.text, got, tc.want)
					}
					return
				}
			}
			t.Fatalf("no figure %q in %q", tc.figure, tc.text)
		})
	}
}
