package source

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// readCSV reads rows under a header (RFC 4180, with any of , ; | and tab
// between the cells). A quote inside a cell need not be doubled.
func readCSV(f *input, g guess) { readTable(f, g, CSV) }

// readTSV reads rows of cells between tabs.
func readTSV(f *input, g guess) { readTable(f, g, TSV) }

func readTable(f *input, g guess, format Format) {
	r, skipped := f.decoded(g)
	s := rowSplitter{w: window{r: r, max: f.cfg.MaxRecord, offset: skipped}, comma: '\t'}
	if format == CSV {
		s.w.more()
		s.comma = guessComma(s.w.buf)
	}
	head, err := s.next()
	if err != nil {
		f.fail(err)
		return
	}
	t := table{f: f, format: format, charset: g, header: bytes.Clone(head.raw), crlf: head.crlf}
	if err := t.setColumns(head); err != nil {
		f.sink.fail(f.place(0, head.offset, err))
		return
	}
	s.cells = len(head.cells)
	var rows []row
	size := 0
	flush := func() {
		if todo := rows; len(todo) > 0 {
			f.sink.spawn(func(out *batch) { t.parse(out, todo) })
		}
		rows, size = nil, 0
	}
	for n := 1; !f.sink.stopped(); n++ {
		row, err := s.next()
		if err == io.EOF {
			break
		}
		row.index = n
		if err != nil {
			flush()
			f.sink.fail(f.place(n, row.offset, err))
			if s.ended {
				return
			}
			continue
		}
		rows = append(rows, row)
		if size += len(row.raw); size >= chunkSize {
			flush()
		}
	}
	flush()
}

// guessComma gives the mark that parts the header into most cells.
func guessComma(head []byte) byte {
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	best := byte(',')
	for _, c := range []byte(";\t|") {
		if bytes.Count(line, []byte{c}) > bytes.Count(line, []byte{best}) {
			best = c
		}
	}
	return best
}

// table makes records of rows.
type table struct {
	f       *input
	format  Format
	charset guess
	header  []byte
	crlf    bool            // of the header
	columns [fieldCount]int // -1 where the header lacks the field
}

func (t *table) setColumns(head row) error {
	names := make([]string, len(head.cells))
	for i := range head.cells {
		names[i] = strings.TrimSpace(t.cell(head, i, nil))
	}
	for f := range t.columns {
		t.columns[f] = -1
	}
	var rank [fieldCount]uint8
	for _, want := range t.f.cfg.fieldTable() {
		for i, name := range names {
			if strings.EqualFold(name, want.name) && (t.columns[want.field] < 0 || want.rank < rank[want.field]) {
				t.columns[want.field], rank[want.field] = i, want.rank
			}
		}
	}
	if t.columns[fieldText] < 0 {
		return fmt.Errorf("%w: no column for it; the header is %s", ErrNoText, clip(strings.Join(names, ", ")))
	}
	return nil
}

// cell gives a cell as text.
func (t *table) cell(r row, i int, warned *Record) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	b := r.cells[i]
	if n := len(b); n >= 2 && b[0] == '"' && !r.plain {
		b = bytes.ReplaceAll(b[1:n-1], []byte(`""`), []byte(`"`))
	}
	if isPlainNFC(b) {
		return string(b)
	}
	good, bad := utf8Runs(b)
	if bad == 0 {
		return toNFC(b)
	}
	g := t.charset
	if g.enc == nil && good < 2*bad {
		g = guessCharset(b, "")
	}
	if g.why == "" {
		g.why = "invalid UTF-8; the bad bytes were replaced by U+FFFD"
	}
	if warned != nil && len(warned.Warnings) == 0 {
		warned.warn("%s", g.why)
	}
	return g.decode(b)
}

func (t *table) parse(out *batch, rows []row) {
	for _, row := range rows {
		f := t.f
		r := Record{File: f.name, Index: row.index, Offset: row.offset, Format: t.format, Header: t.header, CRLF: t.crlf}
		if f.cfg.KeepRaw {
			r.Raw = row.raw
		}
		if f.cfg.RawOnly {
			out.emit(r)
			continue
		}
		get := func(want field) string { return t.cell(row, t.columns[want], &r) }
		if r.Text = get(fieldText); blank(r.Text) {
			out.fail(f.place(row.index, row.offset, ErrNoText))
			continue
		}
		if r.ID = get(fieldID); r.ID == "" {
			r.ID = f.id + "#" + strconv.Itoa(row.index)
		}
		r.Title, r.Outlet, r.URL = get(fieldTitle), get(fieldOutlet), get(fieldURL)
		r.Byline, r.Lang = get(fieldByline), get(fieldLang)
		r.EdNote, r.Signal, r.Previous = get(fieldNote), get(fieldSignal), compact(get(fieldPrevious))
		r.date(get(fieldPublished))
		if row.plain && t.format == CSV { // in TSV, quotes are mostly part of the cell
			r.warn("a quotation mark in the row is not closed")
		}
		out.emit(r)
	}
}

// Columns gives the cells of a row of CSV or TSV that was read with
// Config.KeepRaw, by the names of its header; a name that comes twice has its
// last cell.
func Columns(r Record) map[string]string {
	split := func(line []byte, n int) row {
		s := rowSplitter{w: window{r: bytes.NewReader(line), max: int64(len(line))}, comma: '\t', cells: n}
		if r.Format == CSV {
			s.comma = guessComma(r.Header)
		}
		cells, _ := s.next()
		return cells
	}
	t := table{format: r.Format}
	head := split(r.Header, 0)
	cells := split(r.Raw, len(head.cells))
	columns := make(map[string]string, len(head.cells))
	for i := range head.cells {
		columns[strings.TrimSpace(t.cell(head, i, nil))] = t.cell(cells, i, nil)
	}
	return columns
}
