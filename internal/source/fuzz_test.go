package source

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/parquet/compress"
)

// One fuzz target a format and one a packing: any bytes under a name that asks
// for it, from its sample on.

func FuzzText(f *testing.F)     { fuzzFormat(f, "brief.txt") }
func FuzzPage(f *testing.F)     { fuzzFormat(f, "page.html") }
func FuzzJSONL(f *testing.F)    { fuzzFormat(f, "articles.jsonl") }
func FuzzJSON(f *testing.F)     { fuzzFormat(f, "articles.json") }
func FuzzCSV(f *testing.F)      { fuzzFormat(f, "articles.csv") }
func FuzzTSV(f *testing.F)      { fuzzFormat(f, "articles.tsv") }
func FuzzTxtar(f *testing.F)    { fuzzFormat(f, "story.txtar") }
func FuzzRSS(f *testing.F)      { fuzzFormat(f, "feed.rss") }
func FuzzAtom(f *testing.F)     { fuzzFormat(f, "feed.atom") }
func FuzzJSONFeed(f *testing.F) { fuzzFormat(f, "feed.json") }
func FuzzWARC(f *testing.F)     { fuzzFormat(f, "crawl.warc") }
func FuzzNewsML(f *testing.F)   { fuzzFormat(f, "message.newsml.xml") }
func FuzzNITF(f *testing.F)     { fuzzFormat(f, "story.nitf.xml") }
func FuzzNinjs(f *testing.F)    { fuzzFormat(f, "ninjs-1.json", "ninjs-2.json", "ninjs-3.json") }

func FuzzParquet(f *testing.F) {
	fuzzBytes(f, "a.parquet", sample(f, "articles.parquet"),
		parquetFileOf(f, compress.Codecs.Snappy, parquetRows(1, 3), parquetRows(4, 2)),
		parquetFileOf(f, compress.Codecs.Uncompressed, parquetRows(1, 3)))
}

func FuzzGzip(f *testing.F) {
	fuzzBytes(f, "a.gz", sample(f, "cut.jsonl.gz"), gzipped(f, goodLine), gzipped(f, goodLine)+gzipped(f, goodLine))
}

func FuzzZstd(f *testing.F) {
	fuzzBytes(f, "a.zst", sample(f, "articles.jsonl.zst"), zstded(f, goodLine))
}

func FuzzBzip2(f *testing.F) {
	data, err := base64.StdEncoding.DecodeString(bzipped)
	if err != nil {
		f.Fatal(err)
	}
	fuzzBytes(f, "a.bz2", sample(f, "articles.tar.bz2"), string(data))
}

func FuzzXZ(f *testing.F) { fuzzBytes(f, "a.xz", xzed(f, goodLine, 1<<16)) }

func FuzzTar(f *testing.F) {
	fuzzBytes(f, "a.tar", tarred(f, member{"a.txt", "Words."}, member{"b.jsonl", goodLine}))
}

func FuzzZip(f *testing.F) {
	fuzzBytes(f, "a.zip", sample(f, "articles.zip"), zipped(f, member{"a.txt", "Words."}, member{"b.jsonl", goodLine}))
}

// FuzzFiles reads any bytes under a name of any format.
func FuzzFiles(f *testing.F) {
	names := []string{"a", "a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.txtar", "a.gz"}
	for i, s := range []string{"Words.", "text\nx", "<p>x</p>", goodLine, "[" + goodLine + "]", "id,text\na,b\n", "id\ttext\na\tb\n", "-- a --\nOutlet: X\n\nT\n", "\x1f\x8b"} {
		f.Add(i, []byte(s))
	}
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		readFuzzed(t, names[max(which%len(names), 0)], data)
	})
}

func fuzzFormat(f *testing.F, samples ...string) {
	var seeds []string
	for _, name := range samples {
		seeds = append(seeds, sample(f, name))
	}
	fuzzBytes(f, samples[0], seeds...)
}

func fuzzBytes(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { readFuzzed(t, name, data) })
}

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(formats, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// readFuzzed reads data as one file, and checks what holds for all input: no
// panic, no hang, each error placed, each record whole, and a second reading
// that meets each record of the first in its place.
func readFuzzed(t *testing.T, name string, data []byte) {
	t.Helper()
	cfg := Config{MaxRecord: 1 << 16, MaxUnpacked: 1 << 22, Workers: 1, KeepRaw: true}
	place := func(r Record) string { return fmt.Sprintf("%s %d @%d %q", r.File, r.Index, r.Offset, r.Raw) }
	var first []string
	again := cfg
	again.RawOnly = true // as dedup reads
	for r, err := range readBytes(name, data, cfg) {
		if err != nil {
			e, ok := err.(*Error)
			if !ok || e.File != name && !strings.HasPrefix(e.File, name+"/") || e.Err == nil || e.Record < 0 || e.Offset < 0 || strings.ContainsAny(e.Error(), "\n\x1b") {
				t.Fatalf("error %q of %T", err, err)
			}
			continue
		}
		if blank(r.Text) || r.ID == "" || r.Index < 1 || r.Format == "" {
			t.Fatalf("record %+v", r)
		}
		for _, s := range []string{r.ID, r.Title, r.Text, r.Outlet, r.URL, r.Byline, r.Lang} {
			if s != toNFC([]byte(s)) {
				t.Fatalf("%q is not UTF-8 in NFC", s)
			}
		}
		first = append(first, place(r))
		switch r.Format {
		case JSONL, JSON, NINJS, CSV, TSV:
		default:
			again.RawOnly = false // its file has to be taken apart again
		}
	}
	for r, err := range readBytes(name, data, again) {
		if err == nil && len(first) > 0 && place(r) == first[0] {
			first = first[1:]
		}
	}
	if len(first) > 0 {
		t.Fatalf("the second reading lacks, or has elsewhere, %s", first[0])
	}
}
