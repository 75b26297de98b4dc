package source

import (
	"bytes"
	"encoding/base64"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/parquet/compress"
)

// badBzipped is a JSON Lines file by bzip2 1.0.8: goodLine, a line that ends in
// the middle, and goodLine with the id more.
const badBzipped = "QlpoOTFBWSZTWZwNRvcAAETbgAAQUAUAEAQANuPcSiAAdQlFNqeoPSD0mmgSRRoZMjQaepB5g7OEMYOTLNOqohNVWLKYwrDK7nRccZUn26Dl0tglNCTeEVHGIKWGIK1cxQ5VSZoMQqKihOfi7kinChITgaje4A=="

// TestBadRecord holds that in each format and each packing a bad record is one
// error that names the file, the record and the byte at which it begins, and
// that the rest of the file, and the file after it, are read.
func TestBadRecord(t *testing.T) {
	more := strings.Replace(goodLine, "good", "more", 1)
	lines := []string{goodLine, `{"id":"bad","text":"The br` + "\n", more}
	packed := strings.Join(lines, "")
	bz, err := base64.StdEncoding.DecodeString(badBzipped)
	if err != nil {
		t.Fatal(err)
	}
	rows := parquetRows(1, 3)
	rows[0][0], rows[1][0], rows[1][1], rows[2][0] = "good", "bad", "", "more"
	damaged := parquetFileOf(t, compress.Codecs.Uncompressed, [][4]string{{"bad", "A text that is damaged.", "2025-05-06", "X"}}, [][4]string{rows[0], rows[2]})
	damaged = strings.Replace(damaged, "\x03\x00\x00\x00bad", "\x03\x00\x00\x7fbad", 1)
	zip := []byte(zipped(t, member{"1.jsonl", goodLine}, member{"2.txt", "Words that are packed."}, member{"3.jsonl", more}))
	zip[bytes.Index(zip, []byte("2.txt"))+len("2.txt")] |= 6 // no kind of deflate block
	item := func(id, body string) string {
		return `<newsItem guid="` + id + `"><contentSet><inlineXML><p>` + body + `</p></inlineXML></contentSet></newsItem>` + "\n"
	}
	nitf := func(id, body string) string {
		return `<nitf><docdata><doc-id id-string="` + id + `"/></docdata><body><body.content>` + body + `</body.content></body></nitf>`
	}
	warc := func(id, length, body string) string {
		return "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <" + id + ">\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n\r\n" + body + "\r\n\r\n"
	}
	cases := []struct {
		name string
		file string
		data []string // joined; the bad record is the second part
		// Where the format has one document a file, or the packing one bad member:
		whole string // its name in the error; "" where the file's
		n     int    // the record in the error
		ids   string
	}{
		{"text: blank", "a.txt", []string{"", " \n\n"}, "", 1, ""},
		{"text: binary", "a.txt", []string{"", "\x7fELF\x02\x01\x01\x00\x00\x00"}, "", 0, ""},
		{"HTML: a page without text", "a.html", []string{"", "<!doctype html><title>T</title><body></body>"}, "", 1, ""},
		{"JSON Lines: a line that ends in the middle", "a.jsonl", lines, "", 2, "good more"},
		{"JSON Lines: no object", "a.jsonl", []string{goodLine, "17\n", more}, "", 2, "good more"},
		{"JSON Lines: no text", "a.jsonl", []string{goodLine, `{"id":"bad"}` + "\n", more}, "", 2, "good more"},
		{"JSON: no object", "a.json", []string{"[" + goodLine + ",", "17", "," + more + "]"}, "", 2, "good more"},
		{"JSON: malformed", "a.json", []string{"[" + goodLine + ",", `{"id" "bad"}`, "," + more + "]"}, "", 2, "good more"},
		{"CSV: a cell too many", "a.csv", []string{"id,text\ngood,One.\n", "bad,Two,2\n", "more,Three.\n"}, "", 2, "good more"},
		{"TSV: a cell too few", "a.tsv", []string{"id\ttext\ngood\tOne.\n", "bad\n", "more\tThree.\n"}, "", 2, "good more"},
		{"Parquet: a row without text", "a.parquet", []string{parquetFileOf(t, compress.Codecs.Snappy, rows)}, "", 2, "good more"},
		{"Parquet: a damaged row group", "a.parquet", []string{damaged}, "", 1, "good more"},
		{"txtar: a section without text", "a.txtar", []string{"why\n-- good --\nOutlet: X\n\nOne.\n", "-- bad --\nOutlet: X\n\n", "-- more --\nOutlet: X\n\nThree.\n"}, "", 2, "a/good a/more"},
		{"RSS: an item without text", "a.rss", []string{"<rss><channel><item><guid>good</guid><description>One.</description></item>", "<item><guid>bad</guid></item>", "<item><guid>more</guid><description>Three.</description></item></channel></rss>"}, "", 2, "good more"},
		{"Atom: an entry of malformed XML", "a.atom", []string{`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>good</id><summary>One.</summary></entry>`, `<entry><id>bad</id><summary "></entry>`, `<entry><id>more</id><summary>Three.</summary></entry></feed>`}, "", 2, "good more"},
		{"JSON Feed: no object", "a.json", []string{`{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"good","content_text":"One."},`, `17`, `,{"id":"more","content_text":"Three."}]}`}, "", 2, "good more"},
		{"WARC: a length that is none", "a.warc", []string{warc("good", "4", "One."), warc("bad", "many", "Two."), warc("more", "6", "Three.")}, "", 2, "good more"},
		{"WARC: a length that is not true", "a.warc", []string{warc("good", "4", "One.") + strings.TrimSuffix(warc("short", "2", "Two."), "o.\r\n\r\n"), "o.\r\n\r\n", warc("more", "6", "Three.")}, "", 3, "good short more"},
		{"NewsML-G2: an item of malformed XML", "a.xml", []string{"<newsMessage><itemSet>" + item("good", "One."), item("bad", "<b a=></q>"), item("more", "Three.") + "</itemSet></newsMessage>"}, "", 2, "good more"},
		{"NITF: no text", "a.xml", []string{"", nitf("bad", "")}, "", 1, ""},
		{"NITF: cut off", "a.xml", []string{"", nitf("bad", "<p>Two.</p>")[:85]}, "", 1, ""},
		{"ninjs 1: no text", "a.json", []string{`[{"uri":"good","body_text":"One."},`, `{"uri":"bad","type":"picture"}`, `,{"uri":"more","body_text":"Three."}]`}, "", 2, "good more"},
		{"ninjs 2: no text", "a.json", []string{`[{"uri":"good","bodies":[{"value":"One."}]},`, `{"uri":"bad","bodies":[]}`, `,{"uri":"more","bodies":[{"value":"Three."}]}]`}, "", 2, "good more"},
		{"ninjs 3: malformed", "a.jsonl", []string{`{"uri":"good","bodies":[{"value":"One."}]}` + "\n", `{"uri":"bad","bodies":[` + "\n", `{"uri":"more","bodies":[{"value":"Three."}]}` + "\n"}, "", 2, "good more"},
		{"gzip", "a.jsonl.gz", []string{gzipped(t, packed)}, "", 2, "good more"},
		{"zstd", "a.jsonl.zst", []string{zstded(t, packed)}, "", 2, "good more"},
		{"bzip2", "a.jsonl.bz2", []string{string(bz)}, "", 2, "good more"},
		{"xz", "a.jsonl.xz", []string{xzed(t, packed, 1<<16)}, "", 2, "good more"},
		{"WARC in gzip, a member each", "a.warc.gz", []string{gzipped(t, warc("good", "4", "One.")) + gzipped(t, warc("bad", "many", "Two.")) + gzipped(t, warc("more", "6", "Three."))}, "", 2, "good more"},
		{"zip", "a.zip", []string{zipped(t, member{"1.jsonl", goodLine}, member{"2.jsonl", packed[len(goodLine):]}, member{"3.jsonl", strings.Replace(goodLine, "good", "last", 1)})}, "a.zip/2.jsonl", 1, "good more last"},
		{"zip: a damaged member", "a.zip", []string{string(zip)}, "a.zip/2.txt", 0, "good more"},
		{"tar", "a.tar", []string{tarred(t, member{"1.jsonl", goodLine}, member{"2.txt", " "}, member{"3.jsonl", more})}, "a.tar/2.txt", 1, "good more"},
		{"tar in zstd", "a.tar.zst", []string{zstded(t, tarred(t, member{"1.jsonl", packed}))}, "a.tar.zst/1.jsonl", 2, "good more"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{c.file: strings.Join(c.data, ""), "z.txt": "After."})
			records, errs := readAll(t, Config{}, dir)
			if want := append(strings.Fields(c.ids), "z.txt"); !slices.Equal(ids(records), want) {
				t.Errorf("ids %q, want %q", ids(records), want)
			}
			if len(errs) != 1 {
				t.Fatalf("errors %v, want one", errs)
			}
			e, ok := errs[0].(*Error)
			name := c.file
			if c.whole != "" {
				name = c.whole
			}
			if !ok || e.File != filepath.ToSlash(filepath.Join(dir, name)) || e.Record != c.n {
				t.Fatalf("%#v (%v), want record %d of %s", errs[0], errs[0], c.n, name)
			}
			if len(c.data) > 1 && e.Offset != int64(len(c.data[0])) {
				t.Errorf("byte %d (%v), want %d", e.Offset, e, len(c.data[0]))
			}
			t.Log(e)
		})
	}
}
