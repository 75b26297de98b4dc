package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/parquetfile"
)

var update = flag.Bool("update", false, "write schema/tables.json anew")

var tables = []tableSchema{clusterTable, pairTable, figureTable, variantTable}

// packageField and the others are the parts of a Frictionless Data Package
// (specs.frictionlessdata.io) that schema/tables.json has.
type packageField struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Description string          `json:"description"`
	Constraints map[string]bool `json:"constraints,omitempty"`
}

type packageSchema struct {
	Fields        []packageField `json:"fields"`
	MissingValues []string       `json:"missingValues"`
}

type packageResource struct {
	Name        string        `json:"name"`
	Description string        `json:"description"`
	Path        string        `json:"path"`
	Schema      packageSchema `json:"schema"`
}

type dataPackage struct {
	Name        string            `json:"name"`
	Description string            `json:"description"`
	Resources   []packageResource `json:"resources"`
}

var kindNames = map[parquetfile.Kind]string{parquetfile.Text: "string", parquetfile.Int: "integer", parquetfile.Number: "number", parquetfile.Bool: "boolean"}

// TestTableSchema holds that the schema that is published is the one that the
// tables are written by. go test ./cmd/wirediff -run TableSchema -update
func TestTableSchema(t *testing.T) {
	p := dataPackage{Name: "wirediff-tables", Description: "What wirediff clusters, pairs, figures and variants write: the same columns in JSON Lines, CSV, TSV (without a header) and Parquet. Columns without the constraint required may be missing: null in Parquet, an empty cell in CSV and TSV, no field in JSON Lines."}
	for _, table := range tables {
		r := packageResource{Name: table.name, Description: table.what, Path: table.name + ".csv", Schema: packageSchema{MissingValues: []string{""}}}
		for _, c := range table.columns {
			f := packageField{Name: c.Name, Type: kindNames[c.Kind], Description: c.what}
			if !c.Optional && c.Kind != parquetfile.Text { // an empty text and none are one cell
				f.Constraints = map[string]bool{"required": true}
			}
			r.Schema.Fields = append(r.Schema.Fields, f)
		}
		p.Resources = append(p.Resources, r)
	}
	var want bytes.Buffer
	e := json.NewEncoder(&want)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(p); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("schema", "tables.json")
	if *update {
		if err := os.WriteFile(name, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := readFile(t, name); !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is not what the tables say: run this test with -update", name)
	}
}

// tableInputs are stories with every kind of variant in them.
const tableInputs = "../../testdata/stories"

var tableCommands = map[string]string{"clusters": "cluster", "pairs": "pairs", "figures": "figures", "variants": "variants"}

// linesOf runs a table's command and gives its rows as JSON Lines have them,
// with the fields of objects under OBJECT_FIELD.
func linesOf(t *testing.T, table tableSchema) (rows []map[string]any) {
	t.Helper()
	code, stdout, stderr := runCLI(t, "", tableCommands[table.name], "--format", "jsonl", tableInputs)
	if code != exitDone {
		t.Fatal(stderr)
	}
	for line := range strings.Lines(stdout) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		for name, v := range row {
			if inner, ok := v.(map[string]any); ok {
				delete(row, name)
				for k, v := range inner {
					row[name+"_"+k] = v
				}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// TestTables holds that all formats of a table have the columns of its schema
// and the same cells.
func TestTables(t *testing.T) {
	for _, table := range tables {
		t.Run(table.name, func(t *testing.T) {
			rows := linesOf(t, table)
			seen := map[string]bool{}
			for _, row := range rows {
				checkRow(t, table, row)
				for name := range row {
					seen[name] = true
				}
			}
			for _, c := range table.columns {
				if !seen[c.Name] {
					t.Errorf("no row has %s", c.Name)
				}
			}
			_, stdout, _ := runCLI(t, "", tableCommands[table.name], "--format", "csv", tableInputs)
			lines, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
			if err != nil || len(lines) != len(rows)+1 || strings.Join(lines[0], " ") != strings.Join(table.names(), " ") {
				t.Fatalf("CSV has %d lines for %d rows (%v), the header %q", len(lines), len(rows), err, lines[0])
			}
			for i, row := range rows {
				for j, c := range table.columns {
					want := ""
					if v, ok := row[c.Name]; ok {
						want = cellText(v)
						if n, ok := v.(float64); ok && c.Kind == parquetfile.Int {
							want = cellText(int(n))
						}
						want = guardCell(want)
					}
					if got := lines[i+1][j]; got != want {
						t.Fatalf("row %d: %s is %q in CSV, %q in JSON Lines", i+1, c.Name, got, want)
					}
				}
			}
			_, stdout, _ = runCLI(t, "", tableCommands[table.name], "--format", "tsv", tableInputs)
			if n := strings.Count(stdout, "\n"); n != len(rows) || strings.Count(stdout, "\t") != len(rows)*(len(table.columns)-1) {
				t.Errorf("TSV has %d lines for %d rows", n, len(rows))
			}
		})
	}
}

// checkRow holds a row to the schema.
func checkRow(t *testing.T, table tableSchema, row map[string]any) {
	t.Helper()
	known := 0
	for _, c := range table.columns {
		v, ok := row[c.Name]
		if !ok {
			if !c.Optional {
				t.Fatalf("a row lacks %s: %v", c.Name, row)
			}
			continue
		}
		known++
		is := ""
		switch v.(type) {
		case string:
			is = "string"
		case float64:
			is = "number"
		case bool:
			is = "boolean"
		}
		if want := strings.Replace(kindNames[c.Kind], "integer", "number", 1); is != want {
			t.Fatalf("%s is %T, want %s", c.Name, v, want)
		}
	}
	if known != len(row) {
		t.Fatalf("a row has fields that the schema of %s does not name: %v", table.name, row)
	}
}

// TestDuckDB reads the Parquet files with DuckDB, and holds it to find the
// types of the schema and the rows of JSON Lines. DUCKDB_NODE_MODULES names
// the folder in which @duckdb/node-api is installed.
func TestDuckDB(t *testing.T) {
	modules := os.Getenv("DUCKDB_NODE_MODULES")
	if modules == "" {
		t.Skip("DUCKDB_NODE_MODULES names no folder with @duckdb/node-api: Parquet is not read back by DuckDB")
	}
	read := func(t *testing.T, name string) (types map[string]string, rows []map[string]any) {
		c := exec.Command("node", "testdata/duckdb/rows.mjs", modules, name)
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, errs.String())
		}
		head, body, _ := bytes.Cut(out, []byte("\n"))
		if err := json.Unmarshal(head, &types); err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(body) {
			var row map[string]any
			if err := json.Unmarshal(line, &row); err != nil {
				t.Fatal(err)
			}
			rows = append(rows, row)
		}
		return types, rows
	}
	duckTypes := map[parquetfile.Kind]string{parquetfile.Text: "VARCHAR", parquetfile.Int: "BIGINT", parquetfile.Number: "DOUBLE", parquetfile.Bool: "BOOLEAN"}
	for _, table := range tables {
		t.Run(table.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "t.parquet")
			if code, _, stderr := runCLI(t, "", tableCommands[table.name], "--out", name, tableInputs); code != exitDone {
				t.Fatal(stderr)
			}
			types, got := read(t, name)
			want := linesOf(t, table)
			if len(got) != len(want) || len(types) != len(table.columns) {
				t.Fatalf("%d rows of %d columns, want %d of %d", len(got), len(types), len(want), len(table.columns))
			}
			for _, c := range table.columns {
				if types[c.Name] != duckTypes[c.Kind] {
					t.Errorf("%s is %s, want %s", c.Name, types[c.Name], duckTypes[c.Kind])
				}
				for i := range want {
					g, w := got[i][c.Name], want[i][c.Name]
					if n, ok := w.(float64); ok && c.Kind == parquetfile.Int {
						w = cellText(int(n)) // BIGINT comes as text, which loses nothing
					}
					if g != w {
						t.Fatalf("row %d: %s is %v, want %v", i+1, c.Name, g, w)
					}
				}
			}
		})
	}
	t.Run("dedup", func(t *testing.T) {
		dir := t.TempDir()
		in, kept := "../../testdata/formats/articles.parquet", filepath.Join(dir, "kept.parquet")
		runCLI(t, "", "dedup", in, "--out", kept, "--removed", filepath.Join(dir, "removed.jsonl"))
		wantTypes, want := read(t, in)
		types, got := read(t, kept)
		if fmt.Sprint(types) != fmt.Sprint(wantTypes) {
			t.Errorf("columns %v, want %v", types, wantTypes)
		}
		for _, row := range got {
			found := false
			for _, w := range want {
				found = found || fmt.Sprint(row) == fmt.Sprint(w)
			}
			if !found {
				t.Errorf("no row of the input is %v", row)
			}
		}
		if len(got) == 0 {
			t.Error("no row is kept")
		}
	})
}
