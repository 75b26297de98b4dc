package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-json"
)

// table writes rows of named cells as TSV (no header: what scripts read), CSV
// (with a header, cells guarded against spreadsheets) or JSON Lines.
type table struct {
	w       io.Writer
	format  string
	columns []string
	csv     *csv.Writer
}

// newTable starts a table; format is one of those allowed.
func newTable(w io.Writer, format string, allowed []string, columns ...string) (*table, error) {
	if err := oneOf("--format", format, allowed); err != nil {
		return nil, err
	}
	t := &table{w: w, format: format, columns: columns}
	if format == "csv" {
		t.csv = csv.NewWriter(w)
		return t, t.csv.Write(columns)
	}
	return t, nil
}

// row writes one row: cells as columns for TSV and CSV, value for JSON Lines.
func (t *table) row(value any, cells ...string) error {
	switch t.format {
	case "csv":
		for i, c := range cells {
			cells[i] = guardCell(c)
		}
		return t.csv.Write(cells)
	case "tsv":
		for i, c := range cells {
			cells[i] = escapeTSV.Replace(c)
		}
		_, err := fmt.Fprintln(t.w, strings.Join(cells, "\t"))
		return err
	}
	return writeJSON(t.w, value)
}

// close ends the table.
func (t *table) close() error {
	if t.csv == nil {
		return nil
	}
	t.csv.Flush()
	return t.csv.Error()
}

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
