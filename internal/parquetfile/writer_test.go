package parquetfile

import (
	"bytes"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/file"
)

var oneOfEach = []Column{{Name: "id", Kind: Text}, {Name: "note", Kind: Text, Optional: true}, {Name: "n", Kind: Int}, {Name: "x", Kind: Number, Optional: true}, {Name: "b", Kind: Bool}}

func TestWriter(t *testing.T) {
	var b bytes.Buffer
	w, err := NewWriter(&b, oneOfEach, "table", "test")
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"a", nil, 1, 0.5, true}, {"b\x00\n", "é", -2, nil, false}, {"", "", 3, 1.5, true}}
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := file.NewParquetReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	ids, _, _ := levelsOf[parquet.ByteArray](t, r, 0)
	equal(t, "ids", []string{string(ids[0]), string(ids[1]), string(ids[2])}, []string{"a", "b\x00\n", ""})
	notes, def, _ := levelsOf[parquet.ByteArray](t, r, 1)
	equal(t, "notes", []string{string(notes[0]), string(notes[1])}, []string{"é", ""})
	equal(t, "notes are there", def, []int16{0, 1, 1})
	n, _, _ := levelsOf[int64](t, r, 2)
	equal(t, "n", n, []int64{1, -2, 3})
	x, def, _ := levelsOf[float64](t, r, 3)
	equal(t, "x", x, []float64{0.5, 1.5})
	equal(t, "x is there", def, []int16{1, 0, 1})
	flags, _, _ := levelsOf[bool](t, r, 4)
	equal(t, "b", flags, []bool{true, false, true})
	if v := r.MetaData().KeyValueMetadata().FindValue("table"); v == nil || *v != "test" {
		t.Errorf("metadata %v", v)
	}
}

// TestWriterGroups holds that memory is bounded: rows and bytes end a group.
func TestWriterGroups(t *testing.T) {
	for name, c := range map[string]struct{ rows, bytes, groups int }{
		"no row": {0, 0, 0}, "one": {1, 10, 1}, "rows": {groupRows + 1, 1, 2}, "bytes": {3, groupBytes/2 + 1, 2},
	} {
		var b bytes.Buffer
		w, err := NewWriter(&b, []Column{{Name: "id"}})
		if err != nil {
			t.Fatal(err)
		}
		for range c.rows {
			if err := w.Write([]any{strings.Repeat("x", c.bytes)}); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := file.NewParquetReader(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if r.NumRowGroups() != c.groups || int(r.NumRows()) != c.rows {
			t.Errorf("%s: %d rows in %d groups, want %d in %d", name, r.NumRows(), r.NumRowGroups(), c.rows, c.groups)
		}
	}
}

func TestWriterRefuses(t *testing.T) {
	w, err := NewWriter(&bytes.Buffer{}, oneOfEach)
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string][]any{
		"too few": {"a"}, "null where none may be": {nil, nil, 1, nil, true}, "another kind": {"a", nil, "1", nil, true}, "no kind": {"a", nil, 1, nil, int8(1)},
	} {
		if w.Write(row) == nil {
			t.Errorf("a row with %s is taken", name)
		}
	}
}
