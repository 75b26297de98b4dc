package report

import (
	"slices"

	"github.com/wirediff/wirediff/similarity"
)

// matrixView is the slot × version table. A wide cluster has several, each
// of at most maxColumns versions.
type matrixView struct {
	Columns []matrixColumn
	Rows    []matrixRow
	Changed int // rows with an odd reading
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
	Changed      bool
	Severity     string
	Notes        []string
	Cells        []matrixCell
}

// matrixCell holds the readings of a version in a slot; none is an empty cell.
type matrixCell struct{ Readings []readingView }

type readingView struct {
	Text     string
	Odd      bool
	Class    classInfo
	Severity string
	Quoted   bool
	First    bool // no earlier version has this reading
}

// Bounds of one table: a page of it must stay readable, and in reach of the
// keyboard.
const (
	maxColumns = 40
	maxRows    = 400
)

// matrices lays out the slots, gravest first.
func (s *story) matrices() []matrixView {
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
		for _, n := range slot.Notes {
			row.Notes = append(row.Notes, show(n, 240))
		}
		first := s.firstReadings(slot)
		for k, r := range slot.Readings {
			row.Changed = row.Changed || r.Odd
			isFirst := first[k]
			c, here := column[r.Version]
			if !here {
				continue
			}
			v := readingView{Text: show(r.Figure.Text, 60), Odd: r.Odd, Quoted: r.Figure.Quoted, First: isFirst}
			if r.Odd {
				v.Class = classOf(string(r.Class))
				if r.Class == "" {
					v.Class = classInfo{Words: "differs", Symbol: "≠"}
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

// readingSeverity is how strongly a reading is marked: as gravely as the slot
// where its class is of the grave ones, at most medium or low where it is not.
func readingSeverity(c classInfo, slot similarity.Severity) similarity.Severity {
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

// ledgerView is what one outlet did to the story.
type ledgerView struct {
	Outlet   string
	Versions []int
	Counts   []classCount
	Misses   []string
}

func (s *story) ledgers() []ledgerView {
	out := make([]ledgerView, 0, len(s.Ledgers))
	for _, l := range s.Ledgers {
		v := ledgerView{Outlet: show(l.Outlet, 60)}
		for _, i := range l.Versions {
			if i >= 0 && i < len(s.number) {
				v.Versions = append(v.Versions, s.number[i])
			}
		}
		slices.Sort(v.Versions)
		for _, c := range classes {
			n := l.Figures[similarity.FigureClass(c.Name)] + l.Phrases[similarity.PhraseType(c.Name)]
			if n > 0 && c.Weight > 0 {
				v.Counts = append(v.Counts, newCount(c, n, ""))
			}
		}
		for _, m := range l.Misses {
			v.Misses = append(v.Misses, show(m, 300))
		}
		out = append(out, v)
	}
	return out
}

// phraseView is a phrase variant with all its readings across the cluster.
type phraseView struct {
	Words, Symbol, Severity string

	Readings []phraseReading
	Pair     string
}

// phraseList is one of the lists of phrases on a page.
type phraseList uint8

const (
	gravePhrases phraseList = iota
	rewordedPhrases
	stylePhrases
)

func listOf(f finding) phraseList {
	switch {
	case f.Severity == similarity.Style:
		return stylePhrases
	case f.Name == string(similarity.Reworded):
		return rewordedPhrases
	}
	return gravePhrases
}

// phraseReading is one wording and who has it.
type phraseReading struct {
	Text     string // "" where the words are not there
	Versions []string
	Base     bool // the wording that the others were made from
}

// phrases groups the phrase variants of all edges: those of one type that
// start from the same words are one, with a reading for each wording.
// List is one of three: the grave ones, those reworded alone, house style.
func (s *story) phrases(list phraseList) []phraseView {
	type key struct{ class, from string }
	at := map[key]int{}
	var out []phraseView
	for _, f := range s.findings {
		if f.Phrase == nil || listOf(f) != list {
			continue
		}
		a, b := f.texts()
		if f.Name == string(similarity.AttributionDropped) && a != "" {
			b = "" // what stands in its place is no counterpart
		}
		k := key{f.Name, a}
		if a == "" {
			k.from = "\x00" + b
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			parent := s.Cluster.Members[f.Version].Parent
			base := phraseReading{Text: Visible(clip(headBytes(a, 2400), 600)), Base: true}
			if parent >= 0 {
				base.Versions = []string{s.names[parent]}
			}
			out = append(out, phraseView{f.Words, f.Symbol, f.Severity.String(), []phraseReading{base}, s.view(f).Pair})
		}
		text := Visible(clip(headBytes(b, 2400), 600))
		j := slices.IndexFunc(out[i].Readings, func(r phraseReading) bool { return r.Text == text && !r.Base })
		if j < 0 {
			j = len(out[i].Readings)
			out[i].Readings = append(out[i].Readings, phraseReading{Text: text})
		}
		if r := &out[i].Readings[j]; !slices.Contains(r.Versions, s.names[f.Version]) {
			r.Versions = append(r.Versions, s.names[f.Version])
		}
	}
	return out
}
