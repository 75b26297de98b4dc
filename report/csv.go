package report

import (
	"bufio"
	"encoding/json"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/similarity"
)

// The columns of the CSV files. Rows stand by the rank of their cluster.
var (
	memberColumns = []string{"cluster", "document", "number", "outlet", "published", "title", "url", "words", "parent", "relation",
		"score", "resemblance", "containment_parent", "containment_document", "weak"}
	figureColumns = []string{"cluster", "slot", "kind", "unit", "noun", "event", "agreed", "document", "outlet", "published", "text", "lo", "hi",
		"modifier", "differs", "class", "severity", "field", "start", "end"}
	variantColumns = []string{"cluster", "from_document", "to_document", "from_outlet", "to_outlet", "type", "class", "severity", "slot", "from", "to",
		"rule", "looks_like", "with_tail", "from_start", "from_end", "to_start", "to_end"}
)

// guard makes a cell safe for a spreadsheet: one that would be read as a
// formula gets an apostrophe before it, and what does not show is written
// out. Line breaks and tabs become spaces, so that a row is a line.
func guard(cell string) string {
	if cell == "" || cell[0] > ' ' && cell[0] < utf8.RuneSelf && !strings.ContainsRune("=+-@", rune(cell[0])) {
		return visibleLine(cell)
	}
	for _, r := range cell {
		if strings.ContainsRune("=+-@\t\r\n＝＋－＠", r) {
			return "'" + visibleLine(cell)
		}
		if r != ' ' {
			break
		}
	}
	return visibleLine(cell)
}

// csvLines writes the rows that each yields as guarded CSV, quoted as
// encoding/csv does. A row may be used again for the next.
func csvLines(w *bufio.Writer, each iter.Seq[[]string]) error {
	for r := range each {
		for i, cell := range r {
			if i > 0 {
				w.WriteByte(',')
			}
			if !plainCell(cell) {
				cell = quoteCell(guard(cell))
			}
			w.WriteString(cell)
		}
		if err := w.WriteByte('\n'); err != nil { // the first error stays
			return err
		}
	}
	return nil
}

// plainCell reports whether a cell needs neither guard nor quotes, as nearly
// all do; it may say no where neither is needed.
func plainCell(s string) bool {
	if s == "" {
		return true
	}
	space := true // as at the start of a line
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ' || c >= 0x7F || c == '"' || c == ',' || c == '\\':
			return false
		default:
			space = false
		}
	}
	return !space && strings.IndexByte("=+-@", s[0]) < 0
}

// quoteCell quotes a cell that could not be read back otherwise; it has no
// line breaks.
func quoteCell(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if s != `\.` && !strings.ContainsAny(s, `",`) && !unicode.IsSpace(first) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// memberRow is a document's line in clusters.csv, in the place of r.
func memberRow(r []string, cluster string, v *VersionRecord) []string {
	r = append(r[:0], cluster, v.ID, strconv.Itoa(v.Number), v.Outlet, v.Published, v.Title, v.URL, strconv.Itoa(v.Words), v.Parent, string(v.Relation))
	if v.Counts == nil {
		return append(r, "", "", "", "", "")
	}
	return append(r, ratio(v.Score), decimal(v.Counts.Resemblance(), 4), decimal(v.Counts.ContainmentA(), 4), decimal(v.Counts.ContainmentB(), 4),
		strconv.FormatBool(v.Weak))
}

func (s *story) memberRows(yield func([]string) bool) {
	var row []string
	for _, i := range s.order {
		v := s.versionRecord(i)
		if row = memberRow(row, s.Cluster.ID, &v); !yield(row) {
			return
		}
	}
}

func (s *story) figureRows(yield func([]string) bool) {
	var row []string
	for n := range s.Slots {
		slot := &s.Slots[n]
		for k := range slot.Readings {
			r := &slot.Readings[k]
			if r.Version < 0 || r.Version >= len(s.Articles) {
				continue
			}
			a, f := s.Articles[r.Version], &r.Figure
			published := ""
			if !a.Published.IsZero() {
				published = a.Published.UTC().Format(time.RFC3339)
			}
			row = append(row[:0], s.Cluster.ID, slot.Name, slot.Kind, slot.Unit, slot.Noun, slot.Event, slot.Agreed, a.ID, a.Outlet, published,
				f.Text, f.Lo, f.Hi, string(f.Modifier), strconv.FormatBool(r.Odd), string(r.Class), slot.Severity.String(),
				f.Field, strconv.Itoa(f.Start), strconv.Itoa(f.End))
			if !yield(row) {
				return
			}
		}
	}
}

func (s *story) variantRows(yield func([]string) bool) {
	r := make([]string, len(variantColumns))
	for _, f := range s.findings {
		p := s.Cluster.Members[f.Version].Parent
		if p < 0 || p >= len(s.Articles) {
			continue
		}
		a, b := s.Articles[p], s.Articles[f.Version]
		from, to := f.texts()
		clear(r[copy(r, []string{s.Cluster.ID, a.ID, b.ID, a.Outlet, b.Outlet, "phrase", f.Name, f.Severity.String(), "", from, to}):])
		if v := f.Figure; v != nil {
			r[5], r[8], r[11], r[12], r[13] = "figure", v.Slot, v.Rule, v.Slip, strconv.FormatBool(v.Tail)
			if v.A != nil {
				r[14], r[15] = strconv.Itoa(v.A.Start), strconv.Itoa(v.A.End)
			}
			if v.B != nil {
				r[16], r[17] = strconv.Itoa(v.B.Start), strconv.Itoa(v.B.End)
			}
		} else {
			r[11] = f.Phrase.Rule
			for k, q := range []*similarity.Quote{f.Phrase.A, f.Phrase.B} {
				if q != nil {
					r[14+2*k], r[15+2*k] = strconv.Itoa(q.Start), strconv.Itoa(q.End)
				}
			}
		}
		if !yield(r) {
			return
		}
	}
}

// writeCSV writes the three files from what was spooled.
func (w *Writer) writeCSV() error {
	files := []struct {
		name    string
		columns []string
		from    *spool
		at      func(r *row) chunk
	}{
		{"clusters.csv", memberColumns, w.spools.members, func(r *row) chunk { return r.members }},
		{"figures.csv", figureColumns, w.spools.figures, func(r *row) chunk { return r.figures }},
		{"variants.csv", variantColumns, w.spools.variants, func(r *row) chunk { return r.variants }},
	}
	for _, f := range files {
		err := writeFile(filepath.Join(w.work, f.name), func(b *bufio.Writer) error {
			b.WriteString(strings.Join(f.columns, ",") + "\n")
			for _, r := range w.rows {
				if err := f.from.copyTo(b, f.at(r)); err != nil {
					return err
				}
			}
			if f.name != "clusters.csv" {
				return nil
			}
			var row []string
			return w.eachAlone(func(v VersionRecord) error {
				row = memberRow(row, "", &v)
				return csvLines(b, slices.Values([][]string{row}))
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachAlone calls f with every document that stands alone, in order.
func (w *Writer) eachAlone(f func(VersionRecord) error) error {
	var b []byte
	for _, c := range w.alone {
		var err error
		if b, err = w.spools.alone.read(b, c); err != nil {
			return err
		}
		var v VersionRecord
		if err := json.Unmarshal(b, &v); err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
	}
	return nil
}
