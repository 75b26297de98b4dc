package source

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"github.com/wirediff/wirediff/internal/cost"
)

// newsWords are enough for text with the look of news: what counts here are
// the bytes.
var newsWords = strings.Fields(`the of to a in and said on for that police minister council harbour
river company shares percent million government workers strike on Tuesday according officials
storm school hospital court judge bridge railway airport fire crews town city “we will not wait”
Brellmouth Tarn Castrel Ondo 14 1,200 2.3 October café`)

func newsText(r *rand.Rand, words int) string {
	var b strings.Builder
	for i := range words {
		b.WriteString(newsWords[r.IntN(len(newsWords))])
		switch {
		case i%90 == 89:
			b.WriteString(".\n\n")
		case i%17 == 16:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// benchFile makes n documents of the length of wire stories in a format.
func benchFile(tb testing.TB, format string, n int) (path string, size int64) {
	tb.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if format == "csv" {
		w.Write([]string{"id", "title", "date", "text"})
	}
	for i := range n {
		id, title, text := fmt.Sprintf("doc-%06d", i), newsText(r, 8), newsText(r, 220)
		switch format {
		case "csv":
			w.Write([]string{id, title, "2025-01-02", text})
		case "html":
			text = "<p>" + strings.ReplaceAll(text, "\n\n", "</p>\n<p>") + "</p>"
			fmt.Fprintf(&b, "<!DOCTYPE html><html lang=en><head><title>%s</title></head><body><article>%s</article></body></html>", title, text)
		default:
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			enc.Encode(map[string]string{"id": id, "title": title, "date": "2025-01-02T03:04:05Z", "outlet": "The Tarn Courier", "text": text})
		}
	}
	w.Flush()
	size = int64(b.Len())
	data := b.Bytes()
	if strings.HasSuffix(format, ".zst") {
		z, err := zstd.NewWriter(nil)
		if err != nil {
			tb.Fatal(err)
		}
		data = z.EncodeAll(data, nil)
	}
	path = filepath.Join(tb.TempDir(), "docs."+format)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		tb.Fatal(err)
	}
	return path, size
}

// BenchmarkRead reads files of wire stories; MB/s are unpacked bytes. Run with
// -cpu 1 for the speed of a core.
func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		format string
		docs   int
	}{{"jsonl", 20000}, {"jsonl.zst", 20000}, {"csv", 20000}, {"html", 1}} {
		b.Run("format="+c.format, func(b *testing.B) {
			path, size := benchFile(b, c.format, c.docs)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				for _, err := range Read(context.Background(), []string{path}, nil, Config{}) {
					if err != nil {
						b.Fatal(err)
					}
					n++
				}
				if n != c.docs {
					b.Fatalf("%d records, want %d", n, c.docs)
				}
			}
			b.ReportMetric(float64(c.docs)*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}

// BenchmarkReadFile reads the file that SOURCE_FILE names: the speed on a
// corpus of one's own. cpu-s/100MB is what the whole process took.
func BenchmarkReadFile(b *testing.B) {
	path := os.Getenv("SOURCE_FILE")
	info, err := os.Stat(path)
	if err != nil {
		b.Skip("SOURCE_FILE names no file")
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	cpu := cost.Used()
	for b.Loop() {
		for _, err := range Read(context.Background(), []string{path}, nil, Config{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric((cost.Used()-cpu).Seconds()/float64(b.N)/float64(info.Size())*100e6, "cpu-s/100MB")
}
