package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/internal/parquetfile"
)

// table writes rows of one of the tables as TSV (no header: what scripts read),
// CSV (with a header, cells guarded against spreadsheets), JSON Lines or
// Parquet.
type table struct {
	w       io.Writer
	format  string
	csv     *csv.Writer
	parquet *parquetfile.Writer
	cells   []string // of a row of CSV; used again
	line    []byte   // of TSV; used again
}

// tableFormats are the formats of every table.
var tableFormats = []string{"jsonl", "tsv", "csv", "parquet"}

// newTable starts a table on w.
func newTable(w io.Writer, format string, of tableSchema) (*table, error) {
	t := &table{w: w, format: format}
	var err error
	switch format {
	case "csv":
		t.csv = csv.NewWriter(w)
		err = t.csv.Write(of.names())
	case "parquet":
		columns := make([]parquetfile.Column, len(of.columns))
		for i, c := range of.columns {
			columns[i] = c.Column
		}
		t.parquet, err = parquetfile.NewWriter(w, columns, "wirediff.table", of.name)
	}
	return t, err
}

// row writes one row: value as JSON Lines has it, and the cells of its columns
// as all others do; nil is a cell that is not there.
func (t *table) row(value any, cells ...any) error {
	switch t.format {
	case "parquet":
		return t.parquet.Write(cells)
	case "jsonl":
		return writeJSON(t.w, value)
	}
	if t.format == "csv" {
		t.cells = t.cells[:0]
		for _, c := range cells {
			t.cells = append(t.cells, guardCell(cellText(c)))
		}
		return t.csv.Write(t.cells)
	}
	t.line = t.line[:0]
	for i, c := range cells {
		if i > 0 {
			t.line = append(t.line, '\t')
		}
		t.line = append(t.line, escapeTSV.Replace(cellText(c))...)
	}
	t.line = append(t.line, '\n')
	_, err := t.w.Write(t.line)
	return err
}

func cellText(cell any) string {
	switch c := cell.(type) {
	case string:
		return c
	case int:
		return strconv.Itoa(c)
	case float64:
		return strconv.FormatFloat(c, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(c)
	}
	return ""
}

// given is the cell of an optional text: none where it is empty.
func given(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// close ends the table.
func (t *table) close() error {
	switch {
	case t.csv != nil:
		t.csv.Flush()
		return t.csv.Error()
	case t.parquet != nil:
		return t.parquet.Close()
	}
	return nil
}

var errTerminal = errors.New("--format parquet is not for a terminal: name a file with --out")

// writeJSON writes value as one line of JSON Lines.
func writeJSON(w io.Writer, value any) error {
	b, err := json.MarshalWithOption(value, json.DisableHTMLEscape())
	if err == nil {
		_, err = w.Write(append(b, '\n'))
	}
	return err
}

// escapeTSV keeps a cell on one line and in one column.
var escapeTSV = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// guardCell keeps a spreadsheet from reading a cell of article text as a
// formula: one that starts with a character that begins formulas gets a quote.
func guardCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return "'" + s
	}
	return s
}

func oneOf(flag, value string, allowed []string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	return fmt.Errorf("%s %q: it takes one of %s", flag, value, strings.Join(allowed, ", "))
}
