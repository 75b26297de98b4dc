package report

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func TestSummary(t *testing.T) {
	_, w := write(t, Settings{}, harborStory(t), damStory(t), aloneStory(t, "a"))
	var b bytes.Buffer
	if err := w.Summary(&b, 1, false); err != nil {
		t.Fatal(err)
	}
	want := `7 articles from 4 outlets: 2 stories in two versions or more, 1 article alone, 1 input skipped.

The differences that matter most:

  1  1,400 → 14,000 people moved — Courier, against 3 others
     Dam above Varn gives way
     4 versions · 1 contradictory, 1 quote altered, 1 attribution dropped, 1 hedge changed and 2 more · c/c3fa9c2d100aa/v1-v2.html#f1

     … and 1 story more in the report.
`
	if b.String() != want {
		t.Errorf("summary is\n%s\nwant\n%s", b.String(), want)
	}
}

// TestIndexPages holds the static index: stories by rank over all pages, 200
// a page, each once, each with its sentence.
func TestIndexPages(t *testing.T) {
	dir, w := writeIndexOnly(t, many(t, 450))
	rank := 0
	for k := range 3 {
		b, err := os.ReadFile(filepath.Join(dir, indexFile(k)))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Data != "li" || !strings.HasPrefix(attr(n, "id"), "c-") {
				continue
			}
			r := w.rows[rank]
			rank++
			text := strings.Join(strings.Fields(words2(n)), " ")
			if attr(n, "id") != "c-"+r.file || !strings.HasPrefix(text, itoa(rank)+r.title) || !strings.Contains(text, r.says.Who) {
				t.Errorf("row %d is %q, want %s", rank, text, r.title)
			}
		}
		if want := fmt.Sprintf("%d to %d of 450 stories shown", k*200+1, min(k*200+200, 450)); !bytes.Contains(b, []byte(want)) {
			t.Errorf("page %d does not say %q", k+1, want)
		}
	}
	if rank != 450 {
		t.Errorf("%d rows on all pages", rank)
	}
}

// TestRank holds the order of stories: the graver class before the more
// numerous one, severity over class, size last.
func TestRank(t *testing.T) {
	base := "The clinic treated 40 people on Monday. Its head, Ada Lind, said it would close."
	other := strings.NewReplacer("40", "41", "would", "might").Replace(base)
	story := func(id string, figures ...change) *similarity.Comparison {
		return compare(t, id, []version{{id: id + "a", outlet: "A", text: base, parent: -1},
			{id: id + "b", outlet: "B", text: other, parent: 0, relation: similarity.LightEdit, figures: figures}})
	}
	c := func(class string, s similarity.Severity) change { return change{class, "people", "40", "41", s} }
	_, w := write(t, Settings{},
		story("quiet"),
		story("updates", c("updated", similarity.High), c("updated", similarity.High), c("updated", similarity.High), c("updated", similarity.High)),
		story("low", c("contradictory", similarity.Low)),
		story("two", c("contradictory", similarity.High), c("contradictory", similarity.High)),
		story("one", c("contradictory", similarity.High)),
		story("style", c("same-restyled", similarity.Style)),
		story("noun", c("noun-changed", similarity.High)),
	)
	var got []string
	for _, r := range w.rows {
		got = append(got, r.id)
	}
	if s := strings.Join(got, " "); s != "two one noun low updates quiet style" {
		t.Errorf("order is %s", s)
	}
	if says := w.rows[6].says; says != nil {
		t.Errorf("house style is told as %q", says)
	}
}

// TestMatrix holds that odd readings are marked by sign, word and class, and
// that the version which first had a reading is named.
func TestMatrix(t *testing.T) {
	s, err := newStory(damStory(t))
	if err != nil {
		t.Fatal(err)
	}
	m := s.matrices()[0]
	if len(m.Columns) != 4 || len(m.Rows) != 3 || m.Changed != 2 {
		t.Fatalf("%d columns, %d rows, %d changed", len(m.Columns), len(m.Rows), m.Changed)
	}
	odd := m.Rows[0].Cells[1].Readings[0]
	if odd.Text != "14,000" || !odd.Odd || odd.Class.Symbol != "≠" || odd.Class.Words != "contradictory" || odd.Severity != "high" || !odd.First {
		t.Errorf("the odd reading is %+v", odd)
	}
	if r := m.Rows[0].Cells[0].Readings[0]; r.Odd || !r.First {
		t.Errorf("the first reading is %+v", r)
	}
	if r := m.Rows[0].Cells[2].Readings[0]; r.Odd || r.First {
		t.Errorf("a repeated reading is %+v", r)
	}
	if len(m.Rows[2].Cells[3].Readings) != 0 {
		t.Error("a version without the figure has a reading")
	}

	// No value leads: none is odd, and the row is changed all the same. What
	// tells more than who was first stands in the open.
	c := damStory(t)
	reading := func(v int, words string) similarity.Reading {
		return similarity.Reading{Version: v, Figure: *figureIn(t, c.Articles[v].Text, words)}
	}
	c.Slots = []similarity.Slot{{Name: "people moved", Readings: []similarity.Reading{reading(0, "1,400"), reading(1, "14,000")},
		Notes: []string{"1,400 first printed by Northwire", "Evening Post still printed 1,400 2 h after Courier had 14,000"}}}
	if s, err = newStory(c); err != nil {
		t.Fatal(err)
	}
	m = s.matrices()[0]
	if row := m.Rows[0]; m.Changed != 1 || !row.Changed || len(row.Notes) != 1 || len(row.First) != 1 {
		t.Errorf("a row of two values, none agreed, is %+v", row)
	}
}

// TestToll holds the step chart: one value is no chart, a range is a bar, a
// contradiction stands off the line, a wide spread takes a logarithmic scale.
func TestToll(t *testing.T) {
	c := damStory(t)
	reading := func(v int, lo, hi string, class similarity.FigureClass) similarity.Reading {
		return similarity.Reading{Version: v, Figure: similarity.Figure{Text: lo, Lo: lo, Hi: hi, Kind: "count"}, Odd: class != "", Class: class}
	}
	slot := func(rs ...similarity.Reading) similarity.Slot {
		return similarity.Slot{Name: "people killed", Kind: "count", Event: "killed", Readings: rs}
	}
	c.Slots = []similarity.Slot{
		slot(reading(0, "12", "12", ""), reading(1, "12", "12", "")),
		slot(reading(0, "12", "12", ""), reading(1, "120", "120", similarity.Contradictory), reading(2, "14", "20", similarity.UpdatedFigure)),
		slot(reading(0, "2", "2", ""), reading(2, "2000", "2000", similarity.UpdatedFigure)),
		slot(reading(0, "x", "y", ""), reading(1, "1e400", "1e400", ""), reading(2, "-5", "-5", "")),
	}
	s, err := newStory(c)
	if err != nil {
		t.Fatal(err)
	}
	charts := s.tolls()
	if len(charts) != 2 {
		t.Fatalf("%d charts, want 2", len(charts))
	}
	v := charts[0]
	if v.Log || len(v.Marks) != 3 || !v.Marks[1].Odd || v.Marks[0].Odd || !v.Marks[2].Bar || v.Marks[2].Lo <= v.Marks[2].Hi {
		t.Errorf("marks are %+v", v.Marks)
	}
	if strings.Count(v.Line, "V") != 1 {
		t.Errorf("the line %q steps not once", v.Line)
	}
	c.Slots = []similarity.Slot{slot(reading(0, "16", "16", ""), reading(1, "16", "16", ""), reading(2, "13", "13", similarity.UpdatedFigure), reading(3, "19", "19", ""))}
	if s, err = newStory(c); err != nil {
		t.Fatal(err)
	}
	steps := s.tolls()[0].Marks
	if steps[0].TextY >= steps[0].Y || steps[2].TextY <= steps[2].Y || steps[3].TextY >= steps[3].Y {
		t.Errorf("labels stand on the line: %+v", steps)
	}
	if !steps[0].ShowsLabel || steps[1].ShowsLabel || !steps[2].ShowsLabel {
		t.Errorf("a label is not on each new value alone: %+v", steps)
	}
	if !charts[1].Log || len(charts[1].Values) < 3 {
		t.Errorf("the second chart has log %v and %d ticks", charts[1].Log, len(charts[1].Values))
	}
	for _, v := range charts {
		for _, m := range v.Marks {
			if m.X < 0 || m.X > v.Width || m.Y < 0 || m.Y > v.Height {
				t.Errorf("a mark stands outside: %+v", m)
			}
		}
	}
}

// TestAxis holds that no spread of times hangs, leaves the drawing, or makes
// more ticks than fit.
func TestAxis(t *testing.T) {
	day := time.Date(2031, 4, 3, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name  string
		times []time.Time
	}{
		{"none", []time.Time{{}, {}}},
		{"one moment", []time.Time{day, day}},
		{"a second", []time.Time{day, day.Add(time.Second)}},
		{"a day", []time.Time{day, day.Add(24 * time.Hour)}},
		{"a year", []time.Time{day, day.AddDate(1, 0, 0)}},
		{"all of history, past what a Duration holds", []time.Time{time.Date(1, 1, 2, 0, 0, 0, 0, time.UTC), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)}},
		{"some undated", []time.Time{day, {}, day.Add(time.Hour)}},
	} {
		cmp := &similarity.Comparison{}
		for i, at := range c.times {
			cmp.Articles = append(cmp.Articles, &shingle.Article{Document: shingle.Document{ID: itoa(i), Published: at}})
			cmp.Edges = append(cmp.Edges, nil)
			cmp.Cluster.Members = append(cmp.Cluster.Members, similarity.Member{Parent: -1})
		}
		s, err := newStory(cmp)
		if err != nil {
			t.Fatal(err)
		}
		x, ticks := s.axis(10, 100)
		for i := range c.times {
			if got := x(i); got < 10 || got > 110 {
				t.Errorf("%s: version %d stands at %d", c.name, i, got)
			}
		}
		if len(ticks) > 8 {
			t.Errorf("%s: %d ticks", c.name, len(ticks))
		}
	}
}

// TestTree holds that every version is drawn once and a cycle in the lineage
// does no harm.
func TestTree(t *testing.T) {
	c := damStory(t)
	c.Cluster.Members[0].Parent, c.Cluster.Members[1].Parent, c.Cluster.Members[2].Parent, c.Cluster.Members[3].Parent = 1, 0, 2, 77
	s, err := newStory(c)
	if err != nil {
		t.Fatal(err)
	}
	tree := s.tree()
	seen := map[string]bool{}
	for _, n := range tree.Nodes {
		if seen[n.Label] {
			t.Errorf("%s twice", n.Label)
		}
		seen[n.Label] = true
	}
	if len(seen) != 4 {
		t.Errorf("%d versions drawn", len(seen))
	}
}
