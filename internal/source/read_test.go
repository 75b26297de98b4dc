package source

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// write makes files below a new folder and gives its path.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readAll reads inputs to the end.
func readAll(t testing.TB, cfg Config, inputs ...string) (records []Record, errs []error) {
	t.Helper()
	return readFrom(t, cfg, "", inputs...)
}

func readFrom(t testing.TB, cfg Config, stdin string, inputs ...string) (records []Record, errs []error) {
	t.Helper()
	for r, err := range Read(context.Background(), inputs, strings.NewReader(stdin), cfg) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if strings.TrimSpace(r.Text) == "" || r.ID == "" || r.File == "" || r.Index < 1 {
			t.Errorf("record lacks what every record has: %+v", r)
		}
		records = append(records, r)
	}
	return records, errs
}

func ids(records []Record) []string {
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestFolderIDsAndOrder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt":           "The harbour closed at noon.",
		"a/z.txt":         "Two trams met on one track.",
		"a/y.html":        "<html><body><p>The mayor of Brell resigned.</p></body></html>",
		"c.jsonl":         `{"id":"c1","text":"One."}` + "\n\n" + `{"text":"Two."}` + "\n",
		".hidden/old.txt": "never read",
	})
	want := []string{"a/y.html", "a/z.txt", "b.txt", "c1", "c.jsonl#3"}
	for _, inputs := range [][]string{
		{dir},
		{dir + "/c.jsonl", dir, dir + "/a"},
		{dir + "/*"},
	} {
		records, errs := readAll(t, Config{}, inputs...)
		got := ids(records)
		if inputs[0] == dir+"/*" {
			for i := range 2 { // a was named itself
				got[i] = "a/" + got[i]
			}
		}
		if !slices.Equal(got, want) || len(errs) > 0 {
			t.Errorf("%v: ids %q, errors %v; want %q", inputs, got, errs, want)
		}
	}
}

// readBytes reads data as a file of that name that lies nowhere.
func readBytes(name string, data []byte, cfg Config) iter.Seq2[Record, error] {
	cfg = cfg.withDefaults()
	return func(yield func(Record, error) bool) {
		run(context.Background(), &cfg, func(s *sink) {
			f := &input{name: name, id: name, cfg: cfg, sink: s, size: int64(len(data))}
			f.open(bytes.NewReader(data))
			f.dispatch()
		}, func(r *Record, err *Error) bool {
			if err != nil {
				return yield(Record{}, err)
			}
			return yield(*r, nil)
		})
	}
}

// TestSniff holds that the content decides on the format, and the name where
// the content leaves it open.
func TestSniff(t *testing.T) {
	const page, csv = "<!DOCTYPE html><p>Page.", "id,title,text\n1,T,Words.\n"
	cases := []struct {
		name, data string
		want       Format
		err        error
	}{
		{"a.txt", "Words.", Text, nil},
		{"a", "Words.", Text, nil},
		{"a.md", "# Words", Text, nil},
		{"a.txt", page, HTML, nil},
		{"a.jsonl", page, HTML, nil},
		{"a", "<!-- saved --><HTML lang=en><body>Page.", HTML, nil},
		{"a.html", "Just words.", HTML, nil},
		{"a.xhtml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Page.</p></body></html>`, HTML, nil},
		{"a.json", goodLine + goodLine, JSONL, nil},
		{"a.txt", goodLine, JSONL, nil},
		{"a", "[1,2]\n" + goodLine + goodLine, JSONL, nil},
		{"a", "not an object\n" + goodLine + goodLine, JSONL, nil},
		{"a.jsonl", "not an object\n", JSONL, nil},
		{"a.json", "[" + goodLine + "]", JSON, nil},
		{"a", "{\n \"id\": 1,\n \"text\": \"x\"\n}", JSON, nil},
		{"a.txt", "{Eds: adds quote} The ferry sailed.", Text, nil},
		{"a.txt", "[UPDATE] The ferry sailed.", Text, nil},
		{"a", csv, CSV, nil},
		{"a.txt", csv, CSV, nil},
		{"a.csv", "x,y\n", CSV, nil},
		{"a.txt", "text, he said, is cheap\n", Text, nil},
		{"a", strings.ReplaceAll(csv, ",", "\t"), TSV, nil},
		{"a", "c\n-- a --\nTitle: T\n\nWords.\n", Txtar, nil},
		{"a.txt", "c\n-- a --\nNo header.\n", Text, nil},
		{"a.svg", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`, "", ErrFormat},
		{"a.css", "p { color: black }", "", ErrFormat},
		{"a.pdf", "%PDF-1.7\nwords", "", ErrFormat},
		{"a.rtf", `{\rtf1 words}`, "", ErrFormat},
		{"a.txt", "a\x00b", "", ErrBinary},
		{"a.txt", strings.Repeat("a\x01\x02", 10), "", ErrBinary},
	}
	for _, c := range cases {
		if got, _, err := sniff(c.name, []byte(c.data), true); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%s %q: %q %v, want %q %v", c.name, c.data, got, err, c.want, c.err)
		}
	}
}
