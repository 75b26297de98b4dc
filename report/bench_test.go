package report

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"
	"time"

	"github.com/wirediff/wirediff/similarity"
)

// many makes n clusters from the invented stories, each under its own id, day
// and headline.
func many(t testing.TB, n int) []*similarity.Comparison {
	kinds := []*similarity.Comparison{damStory(t), harborStory(t)}
	out := make([]*similarity.Comparison, n)
	for i := range out {
		c := *kinds[i%len(kinds)]
		c.Cluster.ID = fmt.Sprintf("%06x", i)
		c.Articles = append(c.Articles[:0:0], c.Articles...)
		for k, a := range c.Articles {
			b := *a
			b.Title = fmt.Sprintf("%s, case %d", a.Title, i)
			b.Published = a.Published.Add(time.Duration(i%40) * 24 * time.Hour)
			b.ID = fmt.Sprintf("%s-%d", a.ID, i)
			c.Articles[k] = &b
		}
		out[i] = &c
	}
	return out
}

// folderSize is the bytes and files below a folder.
func folderSize(t testing.TB, dir string) (bytes int64, files int) {
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, e := d.Info()
			if e != nil {
				return e
			}
			bytes, files = bytes+info.Size(), files+1
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bytes, files
}

func BenchmarkReport(b *testing.B) {
	for _, n := range []int{100, 5000} {
		if n > 100 && testing.Short() {
			continue
		}
		cs := many(b, n)
		b.Run(fmt.Sprintf("clusters=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			var bytes int64
			for b.Loop() {
				w, err := Create(filepath.Join(dir, "out"), Settings{})
				if err != nil {
					b.Fatal(err)
				}
				for _, c := range cs {
					if err := w.Add(c); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
				bytes, _ = folderSize(b, dir)
			}
			b.SetBytes(bytes)
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "clusters/s")
		})
	}
}

func BenchmarkPair(b *testing.B) {
	d := damStory(b).Edges[1]
	for _, f := range []Format{Text, JSON, HTML, Markdown, TEI} {
		b.Run("format="+string(f), func(b *testing.B) {
			b.SetBytes(int64(len(d.Collation.A.Text) + len(d.Collation.B.Text)))
			for b.Loop() {
				if err := WriteDiff(discard{}, d, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
