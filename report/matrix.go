package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/similarity"
)

// matrixView is the slot × version table. A wide cluster has several, each
// of at most maxColumns versions.
type matrixView struct {
	Columns []matrixColumn
	Rows    []matrixRow
	Changed int // rows whose versions differ
	Total   int // rows in the cluster
	Part    int // from 1; 0 where there is one table
	Parts   int
}

type matrixColumn struct {
	N    int
	Name string
}

type matrixRow struct {
	Name, Detail string
	Agreed       string
	Changed      bool // its versions differ
	Severity     string
	Notes        []string // who stayed behind, who has two values
	First        []string // who first printed what: the cells say it too
	Cells        []matrixCell
}

// matrixCell holds the readings of a version in a slot; none is an empty cell.
type matrixCell struct{ Readings []readingView }

type readingView struct {
	Text     string
	Odd      bool
	Class    *classInfo // of an odd one
	Severity string
	Quoted   bool
	First    bool   // no earlier version has this reading
	Pair     string // where its sentence stands beside the one it was made from; "" where the reading is no variant there
}

// Bounds of one table: a page of it must stay readable, and in reach of the
// keyboard.
const (
	maxColumns = 40
	maxRows    = 400
	maxNotes   = 2 // in the open; the rest is folded
)

// matrices lays out the slots, gravest first.
func (s *story) matrices() []matrixView {
	if s.tables == nil {
		s.tables = s.layMatrices()
	}
	return s.tables
}

func (s *story) layMatrices() []matrixView {
	if len(s.Slots) == 0 {
		return nil
	}
	slots := s.Slots[:min(len(s.Slots), maxRows)]
	var out []matrixView
	for at := 0; at < len(s.order); at += maxColumns {
		out = append(out, s.matrix(slots, s.order[at:min(at+maxColumns, len(s.order))]))
	}
	if len(out) > 1 {
		for i := range out {
			out[i].Part, out[i].Parts = i+1, len(out)
		}
	}
	return out
}

func (s *story) matrix(slots []similarity.Slot, versions []int) matrixView {
	m := matrixView{Total: len(s.Slots)}
	places := s.figurePlaces()
	column := make(map[int]int, len(versions))
	for k, i := range versions {
		m.Columns = append(m.Columns, matrixColumn{s.number[i], s.names[i]})
		column[i] = k
	}
	for _, slot := range slots {
		row := matrixRow{
			Name: show(slot.Name, 80), Detail: slotDetail(slot), Agreed: show(slot.Agreed, 60),
			Severity: slot.Severity.String(), Cells: make([]matrixCell, len(versions)),
		}
		row.note(slot.Notes)
		first := s.firstReadings(slot)
		for k, r := range slot.Readings {
			isFirst := first[k]
			row.Changed = row.Changed || r.Odd || isFirst // also where no value leads, and none is odd
			c, here := column[r.Version]
			if !here {
				continue
			}
			v := readingView{Text: show(r.Figure.Text, 60), Odd: r.Odd, Quoted: r.Figure.Quoted, First: isFirst}
			if r.Odd {
				v.Pair = places[figureAt{r.Version, r.Figure.Field, r.Figure.Start}]
				v.Class = classOf(string(r.Class))
				if r.Class == "" {
					v.Class = &classInfo{Words: "differs", Symbol: "≠"}
				}
				v.Severity = readingSeverity(v.Class, slot.Severity).String()
			}
			row.Cells[c].add(v)
		}
		if row.Changed {
			m.Changed++
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// note parts the notes of a slot: who stayed behind stands in the open first.
func (r *matrixRow) note(notes []string) {
	notes = slices.Clone(notes)
	slices.SortStableFunc(notes, func(a, b string) int {
		return cmp.Compare(strings.Count(b, " still printed "), strings.Count(a, " still printed "))
	})
	for _, n := range notes {
		if strings.Contains(n, " first printed by ") || len(r.Notes) == maxNotes {
			r.First = append(r.First, show(n, 240))
		} else {
			r.Notes = append(r.Notes, show(n, 240))
		}
	}
}

// figureAt is a figure by the place where it stands.
type figureAt struct {
	version int
	field   string
	start   int
}

// figurePlaces are the places, on the pages of the pairs, of the figures that
// their version made another of.
func (s *story) figurePlaces() map[figureAt]string {
	out := map[figureAt]string{}
	for _, f := range s.findings {
		if f.Figure != nil && f.Figure.B != nil {
			out[figureAt{f.Version, f.Figure.B.Field, f.Figure.B.Start}] = s.place(f)
		}
	}
	return out
}

// readingSeverity is how strongly a reading is marked: as gravely as the slot
// where its class is of the grave ones, at most medium or low where it is not.
func readingSeverity(c *classInfo, slot similarity.Severity) similarity.Severity {
	switch {
	case c.Weight >= 1400 || c.Weight == 0:
		return slot
	case c.Weight > 500:
		return min(slot, similarity.Medium)
	}
	return min(slot, similarity.Low)
}

// firstReadings reports which readings of a slot no earlier version has. Where
// all readings are one, none is marked.
func (s *story) firstReadings(slot similarity.Slot) []bool {
	earliest := map[string]int{}
	for k, r := range slot.Readings {
		if r.Version < 0 || r.Version >= len(s.number) {
			continue
		}
		value := r.Figure.Lo + "|" + r.Figure.Hi + "|" + string(r.Figure.Modifier) // another dress is no other reading
		if e, ok := earliest[value]; !ok || s.number[r.Version] < s.number[slot.Readings[e].Version] {
			earliest[value] = k
		}
	}
	out := make([]bool, len(slot.Readings))
	if len(earliest) > 1 {
		for _, k := range earliest {
			out[k] = true
		}
	}
	return out
}

// add keeps a version's readings of one slot apart where their words differ.
func (c *matrixCell) add(v readingView) {
	if !slices.ContainsFunc(c.Readings, func(o readingView) bool { return o.Text == v.Text }) {
		c.Readings = append(c.Readings, v)
	}
}

func slotDetail(s similarity.Slot) string {
	d := s.Kind
	if s.Unit != "" && s.Unit != s.Kind {
		d += ", " + s.Unit
	}
	return show(d, 60)
}
