package report

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/similarity"
)

// TestLedgers holds what an outlet's ledger says: what it changed, gravest
// first and with its place; what it left out, sentence by sentence; and that
// the maker of the first version changed nothing.
func TestLedgers(t *testing.T) {
	s, err := newStory(damStory(t))
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]ledgerView{}
	for _, l := range s.ledgers() {
		by[l.Outlet] = l
	}

	courier := by["Courier"]
	if len(courier.Did) != 4 || courier.Did[0].Words != "contradictory" || courier.Did[0].Pair != "v1-v2.html#f1" {
		t.Errorf("the Courier did %+v", courier.Did)
	}
	if says := courier.Did[0].Sentence.String(); says != "1,400 → 14,000 people moved" {
		t.Errorf("the Courier's gravest is %q: its class and its name stand beside it", says)
	}
	if len(courier.Cuts) != 0 || courier.Quiet != "" {
		t.Errorf("the Courier left out %+v, quiet %q", courier.Cuts, courier.Quiet)
	}

	post := by["Evening Post"]
	if len(post.Cuts) != 1 || post.Cuts[0].Pair != "v1-v4.html" || post.Cuts[0].Summary != "3 of 6 sentences of 1 Northwire left out" {
		t.Fatalf("the Evening Post left out %+v", post.Cuts)
	}
	if first := post.Cuts[0].Sentences[0]; !strings.HasPrefix(first, "Engineers had measured") {
		t.Errorf("the first sentence left out is %q", first)
	}
	if len(post.Did) != 0 {
		t.Errorf("a cut tail is told twice: %+v", post.Did)
	}

	c := harborStory(t)
	c.Edges[1].Figures = nil
	c.Ledgers = []similarity.Ledger{{Outlet: "Northwire", Versions: []int{0}}, {Outlet: "Harbour Mail", Versions: []int{1}}}
	if s, err = newStory(c); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Made from no version here.", "Nothing of weight differs from what it was made from."} {
		if got := s.ledgers()[i].Quiet; got != want {
			t.Errorf("%s: %q, want %q", c.Ledgers[i].Outlet, got, want)
		}
	}
}

// TestAlike holds that what several versions did to the same words of one
// parent is told once, with the names of all; what they added is each one's
// own.
func TestAlike(t *testing.T) {
	dropped := strings.Replace(dam, ", according to a report seen by Northwire", "", 1)
	attribution := []change{{"attribution-dropped", "", "according to a report seen by Northwire", "", similarity.High}}
	c := compare(t, "ab12", []version{
		{id: "a", outlet: "Northwire", at: "2031-04-03T08:00:00Z", text: dam, parent: -1},
		{id: "b", outlet: "Courier", at: "2031-04-03T09:00:00Z", text: dropped, parent: 0, relation: similarity.LightEdit, phrases: attribution},
		{id: "c", outlet: "Mail", at: "2031-04-03T10:00:00Z", text: dropped + " It has 40 schools.", parent: 0, relation: similarity.LightEdit, phrases: attribution,
			figures: []change{{"added", "schools", "", "40", similarity.High}}},
		{id: "d", outlet: "Post", at: "2031-04-03T11:00:00Z", text: dropped + " It has 40 schools.", parent: 0, relation: similarity.LightEdit,
			figures: []change{{"added", "schools", "", "40", similarity.High}}},
	})
	s, err := newStory(c)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[alike][]string{}
	for _, f := range s.findings {
		k := s.likeness(f)
		seen[k] = append(seen[k], s.names[f.Version]+" "+f.Name)
	}
	got := map[string]bool{}
	for _, names := range seen {
		got[strings.Join(names, ", ")] = true
	}
	for _, want := range []string{"Courier attribution-dropped, Mail attribution-dropped", "Mail added", "Post added"} {
		if !got[want] {
			t.Errorf("%q is not one group of %v", want, got)
		}
	}
}

// TestOddFiguresLeadToTheirPlace holds that an odd figure of the matrix links
// the row of the pair in which it was made.
func TestOddFiguresLeadToTheirPlace(t *testing.T) {
	s, err := newStory(damStory(t))
	if err != nil {
		t.Fatal(err)
	}
	rows := s.matrices()[0].Rows
	for _, c := range []struct {
		row, column int
		want        string
	}{{0, 1, "v1-v2.html#f1"}, {0, 0, ""}, {1, 1, "v1-v2.html#f2"}, {1, 2, "v1-v3.html#f1"}} {
		if got := rows[c.row].Cells[c.column].Readings[0].Pair; got != c.want {
			t.Errorf("row %d, column %d leads to %q, want %q", c.row, c.column, got, c.want)
		}
	}
}
