package source

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/arrow-go/v18/parquet/compress"

	"github.com/wirediff/wirediff/internal/cost"
)

// TestHostile holds that inputs that are made to hang a reader, to fill the
// memory or to write where they should not do neither, are named, and that the
// file after them is read.
func TestHostile(t *testing.T) {
	n := 1 << 20
	if testing.Short() {
		n = 1 << 16
	}
	laughs := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">` + func() string {
		var b strings.Builder
		for c := 'b'; c < 'z'; c++ {
			fmt.Fprintf(&b, `<!ENTITY %c "%s">`, c, strings.Repeat("&"+string(c-1)+";", 10))
		}
		return b.String()
	}() + `]>`
	item := func(body string) string {
		return `<newsItem guid="u"><itemMeta/><contentSet><inlineXML><body>` + body + `</body></inlineXML></contentSet></newsItem>`
	}
	cases := []struct {
		name, file, data string
		records          []string // ids beside that of the file after; FILE for the file's
		failed           bool     // an error is named
	}{
		{"arrays in one another, a million deep", "a.jsonl", `{"id":"x","text":"Words.","deep":` + strings.Repeat("[", n) + "\n" + goodLine, []string{"good"}, true},
		{"objects in one another, closed", "a.jsonl", `{"id":"x","text":"Words.","deep":` + strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) + "}\n" + goodLine, []string{"good"}, true},
		{"deep within the limit", "a.jsonl", `{"id":"x","text":"Words.","deep":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}\n", []string{"x"}, false},
		{"deep in a JSON array", "a.json", `[{"id":"x","text":"Words.","deep":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "},\n" + goodLine + "]", []string{"good"}, true},
		{"deep in a ninjs item", "a.json", `{"uri":"u","body_text":"Words.","deep":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}", []string{"u"}, false},
		{"a list of links, deep", "a.jsonl", `{"id":"x","text":"Words.","previous":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}\n", []string{"x"}, false},
		{"billion laughs in NewsML-G2", "a.xml", laughs + item("<p>Words. &y;</p>"), []string{"u"}, false},
		{"billion laughs in NITF", "a.xml", laughs + `<nitf><docdata><doc-id id-string="u"/></docdata><body><body.content><p>Words. &y;</p></body.content></body></nitf>`, []string{"u"}, false},
		{"billion laughs in RSS", "a.rss", laughs + `<rss version="2.0"><channel><title>T</title><item><guid>u</guid><description>Words. &y;</description></item></channel></rss>`, []string{"u"}, false},
		{"an entity of a file", "a.xml", `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>` + item("<p>Words. &f;</p>"), []string{"u"}, false},
		{"elements in one another", "a.xml", item("<p>Words.</p>" + strings.Repeat("<b>", n)), nil, true},
		{"elements of a page in one another", "a.html", "<!doctype html><p>Words enough for a page.</p>" + strings.Repeat("<div>", n), []string{"FILE"}, false},
		{"a million cells", "a.csv", "id,text\ngood,The bridge.\n" + strings.Repeat("x,", n) + "\n", []string{"good"}, true},
		{"quotes that never close", "a.csv", "id,text\ngood,The bridge.\n" + strings.Repeat("\"x\n", n/4), []string{"good"}, true},
		{"a tar of names that lead out", "a.tar", tarred(t, member{"/etc/x.txt", "One."}, member{"../../../tmp/y.txt", "Two."}, member{"a/../../z.txt", "Three."}),
			[]string{"FILE/etc/x.txt", "FILE/tmp/y.txt", "FILE/z.txt"}, false},
		{"a tar of links and devices", "a.tar", tarOf(t,
			tar.Header{Name: "link.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}, tar.Header{Name: "hard.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeLink},
			tar.Header{Name: "null.txt", Typeflag: tar.TypeChar}, tar.Header{Name: "pipe.txt", Typeflag: tar.TypeFifo}), nil, false},
		{"a WARC record as long as 2⁶³", "a.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx", nil, true},
		{"a story of a million sections", "a.txtar", "why\n" + strings.Repeat("-- x --\n", n/8), nil, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{c.file: c.data, "z.txt": "After."})
			want := slices.Clone(c.records)
			for i := range want {
				want[i] = strings.Replace(want[i], "FILE", c.file, 1)
			}
			var got []string
			var errs []error
			before := cost.Used()
			peak := cost.Live(func() {
				records, failed := readAll(t, Config{}, dir)
				got, errs = ids(records), failed
				for _, r := range records {
					if len(r.Text) > 1<<16 || strings.Contains(r.Text, "root:") {
						t.Errorf("%s has a text of %d bytes", r.ID, len(r.Text))
					}
				}
			})
			if len(got) == 0 || got[len(got)-1] != "z.txt" || !c.failed && !slices.Equal(got[:len(got)-1], want) {
				t.Errorf("ids %q, errors %.300v; want %q and z.txt", got, errs, want)
			}
			for _, id := range want {
				if !slices.Contains(got, id) {
					t.Errorf("ids %q lack %s", got, id)
				}
			}
			if (len(errs) > 0) != c.failed {
				t.Errorf("errors %.300v", errs)
			}
			if took := cost.Used() - before; took > time.Minute { // a second; a square would be a day
				t.Errorf("%v", took)
			}
			t.Logf("%d MB for %d MB", peak>>20, len(c.data)>>20)
			// A million elements or cells take some hundred bytes each.
			if most := int64(128<<20 + 150*len(c.data)); peak > most {
				t.Errorf("%d MB of memory for %d MB of input", peak>>20, len(c.data)>>20)
			}
		})
	}
}

// tarOf makes a tar archive of entries without data.
func tarOf(t testing.TB, headers ...tar.Header) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range headers {
		h.Mode = 0o644
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestMaxText holds that a text over the limit is refused in every format,
// with its place, and the records around it read.
func TestMaxText(t *testing.T) {
	long := strings.Repeat("Words. ", 300)
	rows := parquetRows(1, 3)
	rows[1][1] = long
	for _, c := range []struct {
		file, data string
		record     int
	}{
		{"a.jsonl", goodLine + `{"id":"long","text":"` + long + `"}` + "\n" + strings.Replace(goodLine, "good", "more", 1), 2},
		{"a.json", "[" + goodLine + `,{"id":"long","text":"` + long + `"},` + strings.Replace(goodLine, "good", "more", 1) + "]", 2},
		{"a.csv", "id,text\ngood,One.\nlong," + long + "\nmore,Two.\n", 2},
		{"a.parquet", parquetFileOf(t, compress.Codecs.Snappy, rows), 2},
		{"a.rss", "<rss><channel><item><guid>a</guid><description>One.</description></item><item><guid>long</guid><description>" + long + "</description></item><item><guid>b</guid><description>Two.</description></item></channel></rss>", 2},
		{"a.txtar", "why\n-- a --\nOutlet: X\n\nOne.\n-- long --\nOutlet: X\n\n" + long + "\n-- b --\nOutlet: X\n\nTwo.\n", 2},
	} {
		records, errs := readAll(t, Config{MaxText: 1000}, write(t, map[string]string{c.file: c.data}))
		var e *Error
		if len(records) != 2 || len(errs) != 1 || !errors.As(errs[0], &e) || !errors.Is(e, ErrTooLarge) || e.Record != c.record || e.Offset < 0 {
			t.Errorf("%s: ids %q, errors %v", c.file, ids(records), errs)
		}
	}
	text := write(t, map[string]string{"a.txt": long})
	if records, errs := readAll(t, Config{MaxText: 1000}, text); len(records) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
		t.Errorf("a text file: %q, %v", ids(records), errs)
	}
}

// TestParquetBomb holds that a column chunk that unpacks to far more than it is
// long is refused or bounded: a page has at most the limit of a record.
func TestParquetBomb(t *testing.T) {
	rows := parquetRows(1, 2)
	rows[0][1] = strings.Repeat("x", 80<<20)
	data := parquetFileOf(t, compress.Codecs.Zstd, rows)
	if len(data) > 1<<20 {
		t.Fatalf("the bomb has %d bytes", len(data))
	}
	var got []string
	var errs []error
	peak := cost.Live(func() {
		records, failed := readAll(t, Config{MaxRecord: 1 << 20}, write(t, map[string]string{"a.parquet": data, "z.txt": "After."}))
		got, errs = ids(records), failed
	})
	if len(errs) != 1 || len(got) == 0 || got[len(got)-1] != "z.txt" {
		t.Errorf("ids %q, errors %.300v", got, errs)
	}
	if peak > 300<<20 {
		t.Errorf("%d MB of memory", peak>>20)
	}
}
