package parquetfile

import (
	"fmt"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
)

// counted counts the bytes that are written to it.
type counted int64

func (c *counted) Write(p []byte) (int, error) {
	*c += counted(len(p))
	return len(p), nil
}

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 5000} {
		var rows [][]any
		size := 0
		for d := range corpus.Generate(corpus.Config{Documents: n, Seed: 1}) {
			rows = append(rows, []any{d.ID, d.Text, len(d.Text), 0.5, d.Parent == ""})
			size += len(d.ID) + len(d.Text) + 8 + 8 + 1
		}
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			b.SetBytes(int64(size))
			var out counted
			for b.Loop() {
				out = 0
				w, err := NewWriter(&out, oneOfEach)
				if err != nil {
					b.Fatal(err)
				}
				for _, r := range rows {
					if err := w.Write(r); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
			b.ReportMetric(float64(out)/float64(n), "bytes/row")
		})
	}
}
