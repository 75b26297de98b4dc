package report

import (
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// version is a version of an invented story, and what was changed in it.
type version struct {
	id, outlet, at, title, text string
	parent                      int // -1 for a root
	relation                    similarity.Relation
	figures                     []change
	phrases                     []change
}

// change is a difference by its words: the first occurrence in either text.
type change struct {
	class, slot, from, to string
	severity              similarity.Severity
}

func spanOf(t testing.TB, text, words string) (int, int) {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return i, i + len(words)
}

func figureIn(t testing.TB, text, words string) *similarity.Figure {
	if words == "" {
		return nil
	}
	i, j := spanOf(t, text, words)
	return &similarity.Figure{Start: i, End: j, Text: words, Kind: "count", Lo: strings.ReplaceAll(words, ",", ""), Hi: strings.ReplaceAll(words, ",", ""), Rule: "test"}
}

func quoteIn(t testing.TB, text, words string) *similarity.Quote {
	if words == "" {
		return nil
	}
	i, j := spanOf(t, text, words)
	return &similarity.Quote{Start: i, End: j, Text: words}
}

// compare builds a comparison by hand: the collations are the engine's, the
// variants and slots are those of the table.
func compare(t testing.TB, id string, versions []version, slots ...similarity.Slot) *similarity.Comparison {
	t.Helper()
	c := &similarity.Comparison{Cluster: similarity.Cluster{ID: id, Least: 0.41, Mean: 0.7}, Slots: slots}
	for i, v := range versions {
		at, err := time.Parse(time.RFC3339, v.at)
		if v.at != "" && err != nil {
			t.Fatal(err)
		}
		a := shingle.Parse(shingle.Document{ID: v.id, Outlet: v.outlet, Title: v.title, Text: v.text, Published: at})
		c.Articles = append(c.Articles, a)
		m := similarity.Member{Doc: i, ID: v.id, Parent: v.parent, Relation: v.relation, Score: 0.9}
		if v.parent < 0 {
			c.Edges = append(c.Edges, nil)
			c.Cluster.Members = append(c.Cluster.Members, m)
			continue
		}
		p := c.Articles[v.parent]
		m.Counts = shingle.Compare(shingle.NewSet(p, 3), shingle.NewSet(a, 3))
		c.Cluster.Members = append(c.Cluster.Members, m)
		d := &similarity.Difference{A: similarity.Ref{ID: p.ID, Title: p.Title, Outlet: p.Outlet}, B: similarity.Ref{ID: a.ID, Title: a.Title, Outlet: a.Outlet},
			Relation: v.relation, Counts: m.Counts, Collation: similarity.Collate(p, a)}
		d.Segments = d.Collation.Segments
		for _, x := range v.figures {
			d.Figures = append(d.Figures, similarity.FigureVariant{Class: similarity.FigureClass(x.class), Slot: x.slot, Severity: x.severity,
				A: figureIn(t, p.Text, x.from), B: figureIn(t, a.Text, x.to), Rule: "test"})
			c.Severity = max(c.Severity, x.severity)
		}
		for _, x := range v.phrases {
			d.Phrases = append(d.Phrases, similarity.PhraseVariant{Type: similarity.PhraseType(x.class), Severity: x.severity,
				A: quoteIn(t, p.Text, x.from), B: quoteIn(t, a.Text, x.to), Rule: "test"})
			c.Severity = max(c.Severity, x.severity)
		}
		c.Edges = append(c.Edges, d)
	}
	return c
}

// The invented story of most tests: a dam at Varn, in four versions.
const dam = `KELDRAN, April 3 (Northwire) - A dam above the town of Varn gave way on Thursday, and 1,400 people were moved to schools on higher ground, the regional governor said.

At least 12 people were killed, Governor Ilse Marrow told reporters. "We did not ignore the warnings," she said.

Engineers had measured a crack of 3 metres in February, according to a report seen by Northwire.

The lake behind the dam held 2.3 million cubic metres of water, and the repair was to cost $40 million.

Varn, a town of 9,000, was last flooded in 1968.`

func damStory(t testing.TB) *similarity.Comparison {
	courier := strings.NewReplacer("1,400 people", "14,000 people", "At least 12", "12", ", according to a report seen by Northwire", "", "\"We did not ignore the warnings,\"", "\"We ignored the warnings,\"").Replace(dam)
	update := strings.NewReplacer("At least 12", "At least 19", "3 metres", "three metres").Replace(dam)
	brief := dam[:strings.Index(dam, "Engineers")]
	vs := []version{
		{id: "nw-1", outlet: "Northwire", at: "2031-04-03T08:10:00Z", title: "Dam above Varn gives way", text: dam, parent: -1},
		{id: "courier-1", outlet: "Courier", at: "2031-04-03T09:00:00Z", title: "Thousands flee as dam bursts", text: courier, parent: 0, relation: similarity.LightEdit,
			figures: []change{{"contradictory", "people moved", "1,400", "14,000", similarity.High}, {"hedge-changed", "people killed", "At least 12", "12", similarity.Medium}},
			phrases: []change{{"quote-altered", "", "We did not ignore", "We ignored", similarity.High}, {"attribution-dropped", "", "according to a report seen by Northwire", "", similarity.Medium}}},
		{id: "nw-2", outlet: "Northwire", at: "2031-04-03T13:30:00Z", title: "UPDATE 1-Dam above Varn gives way", text: update, parent: 0, relation: similarity.Updated,
			figures: []change{{"updated", "people killed", "At least 12", "At least 19", similarity.Low}, {"same-restyled", "crack", "3 metres", "three metres", similarity.Style}}},
		{id: "post-1", outlet: "Evening Post", at: "2031-04-03T15:00:00Z", title: "Dam bursts at Varn", text: brief, parent: 0, relation: similarity.Excerpt,
			phrases: []change{{"tail-cut", "", "Engineers had measured", "", similarity.Low}}},
	}
	c := compare(t, "3fa9c2d100aa", vs)
	reading := func(version int, words string, odd bool, class similarity.FigureClass) similarity.Reading {
		return similarity.Reading{Version: version, Figure: *figureIn(t, c.Articles[version].Text, words), Odd: odd, Class: class}
	}
	c.Slots = []similarity.Slot{
		{Name: "people moved", Kind: "count", Noun: "people", Event: "displaced", Agreed: "1,400", Severity: similarity.High, Notes: []string{"first printed by Northwire"},
			Readings: []similarity.Reading{reading(0, "1,400", false, ""), reading(1, "14,000", true, similarity.Contradictory), reading(2, "1,400", false, ""), reading(3, "1,400", false, "")}},
		{Name: "people killed", Kind: "count", Noun: "people", Event: "killed", Agreed: "At least 12", Severity: similarity.Medium,
			Readings: []similarity.Reading{reading(0, "At least 12", false, ""), reading(1, "12", true, similarity.HedgeChanged), reading(2, "At least 19", true, similarity.UpdatedFigure), reading(3, "At least 12", false, "")}},
		{Name: "people in the town", Kind: "count", Agreed: "9,000", Readings: []similarity.Reading{reading(0, "9,000", false, ""), reading(1, "9,000", false, ""), reading(2, "9,000", false, "")}},
	}
	c.Ledgers = []similarity.Ledger{
		{Outlet: "Courier", Versions: []int{1}, Figures: map[similarity.FigureClass]int{similarity.Contradictory: 1, similarity.HedgeChanged: 1}, Phrases: map[similarity.PhraseType]int{similarity.QuoteAltered: 1}},
		{Outlet: "Evening Post", Versions: []int{3}, Misses: []string{"the crack of 3 metres, known in February"}},
		{Outlet: "Northwire", Versions: []int{0, 2}, Figures: map[similarity.FigureClass]int{similarity.UpdatedFigure: 1}},
	}
	return c
}

// harborStory is a second, quieter story of two versions.
func harborStory(t testing.TB) *similarity.Comparison {
	wire := "The harbour of Ostmark opened a quay of 600 metres on Monday. The port authority said it would take 40 ships a week.\n\nIt cost 120 million crowns."
	return compare(t, "77be01", []version{
		{id: "nw-9", outlet: "Northwire", at: "2031-04-07T08:10:00Z", title: "Ostmark opens a quay", text: wire, parent: -1},
		{id: "mail-9", outlet: "Harbour Mail", at: "2031-04-07T10:10:00Z", title: "New quay for Ostmark", text: strings.Replace(wire, "40 ships", "about 40 ships", 1), parent: 0, relation: similarity.LightEdit,
			figures: []change{{"hedge-changed", "ships a week", "40", "about 40", similarity.Low}}},
	})
}

func aloneStory(t testing.TB, id string) *similarity.Comparison {
	return compare(t, "alone-"+id, []version{{id: id, outlet: "Harbour Mail", at: "2031-04-08T10:10:00Z", title: "Notes from " + id, text: "A quiet day.", parent: -1}})
}

// write makes a report of the comparisons and returns its folder.
func write(t testing.TB, settings Settings, cs ...*similarity.Comparison) (string, *Writer) {
	t.Helper()
	dir := t.TempDir() + "/out"
	w, err := Create(dir, settings)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cs {
		if err := w.Add(c); err != nil {
			t.Fatal(err)
		}
	}
	w.Skip("bad.jsonl:7", "no text")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, w
}
