package similarity_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// made gives n made-up documents, their bytes of text, and their true clusters.
func made(n int) (docs []shingle.Document, bytes int, truth []string) {
	for d := range corpus.Generate(corpus.Config{Documents: n, Seed: 4}) {
		docs = append(docs, shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Outlet: d.Outlet, Published: d.Published})
		truth = append(truth, d.Cluster)
		bytes += len(d.Text)
	}
	return docs, bytes, truth
}

// BenchmarkFind is from documents to clusters. bytes/doc is what a finder and
// its result hold at the end, besides the documents.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		if testing.Short() && n > 1_000 {
			continue
		}
		docs, bytes, truth := made(n)
		for _, w := range []struct {
			name string
			ways similarity.Ways
		}{{"copies", similarity.Copies}, {"copies,cuts", similarity.Copies | similarity.Cuts}, {"all", similarity.AllWays}} {
			b.Run(fmt.Sprintf("docs=%d/ways=%s", n, w.name), func(b *testing.B) {
				assign := func() (*similarity.Finder, *similarity.Assignment) {
					f := filled(b, docs, similarity.Config{Ways: w.ways, Brief: true})
					found, err := f.Assign(context.Background())
					if err != nil {
						b.Fatal(err)
					}
					return f, found
				}
				b.SetBytes(int64(bytes))
				b.ReportAllocs()
				for b.Loop() {
					assign()
				}
				b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "docs/s")
				before := heap()
				f, found := assign()
				b.ReportMetric(float64(heap()-before)/float64(n), "bytes/doc")
				runtime.KeepAlive(f)
				recall, precision := shares(found, truth)
				b.ReportMetric(recall, "recall")
				b.ReportMetric(precision, "precision")
			})
		}
	}
}

// BenchmarkResult is BenchmarkFind with pairs, exact counts and lineage.
func BenchmarkResult(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		if testing.Short() && n > 1_000 {
			continue
		}
		docs, bytes, _ := made(n)
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			pairs := 0
			for b.Loop() {
				r, err := filled(b, docs, similarity.Config{}).Result(context.Background())
				if err != nil {
					b.Fatal(err)
				}
				pairs = len(r.Pairs)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "docs/s")
			b.ReportMetric(float64(pairs)/float64(n), "pairs/doc")
		})
	}
}

func filled(b *testing.B, docs []shingle.Document, cfg similarity.Config) *similarity.Finder {
	f := similarity.NewFinder(cfg)
	for _, d := range docs {
		if err := f.Add(d); err != nil {
			b.Fatal(err)
		}
	}
	return f
}

// heap is what is alive, in bytes.
func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// shares are the share of the pairs of one true cluster that are in one
// cluster found, and the share of those that is true.
func shares(found *similarity.Assignment, truth []string) (recall, precision float64) {
	all := map[string]int{}
	pairs := func(n int) int { return n * (n - 1) / 2 }
	var good, together, want int
	for _, members := range found.All() {
		together += pairs(len(members))
		own := map[string]int{}
		for _, m := range members {
			own[truth[m.Doc]]++
			all[truth[m.Doc]]++
		}
		for _, n := range own {
			good += pairs(n)
		}
	}
	for _, n := range all {
		want += pairs(n)
	}
	return float64(good) / float64(max(want, 1)), float64(good) / float64(max(together, 1))
}

// BenchmarkRelate is the verification of one pair: exact counts, names,
// figures and aligned sentences, by what the second was made from the first.
func BenchmarkRelate(b *testing.B) {
	docs := slices.Collect(corpus.Generate(corpus.Config{Documents: 2_000, Seed: 5}))
	byID := map[string]corpus.Doc{}
	for _, d := range docs {
		byID[d.ID] = d
	}
	article := func(d corpus.Doc) *shingle.Article {
		return shingle.Parse(shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Outlet: d.Outlet, Published: d.Published})
	}
	for _, kind := range []corpus.Kind{corpus.Copy, corpus.Light, corpus.Medium, corpus.Heavy, corpus.Cut, corpus.Embed} {
		var pairs [][2]*shingle.Article
		for _, d := range docs {
			if parent, ok := byID[d.Parent]; ok && d.Kind == kind && len(pairs) < 30 {
				pairs = append(pairs, [2]*shingle.Article{article(parent), article(d)})
			}
		}
		b.Run("kind="+string(kind), func(b *testing.B) {
			i, versions := 0, 0
			for b.Loop() {
				p := pairs[i%len(pairs)]
				if r, _ := similarity.Relate(p[0], p[1]); r != similarity.Related && r != similarity.Unrelated {
					versions++
				}
				i++
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
			b.ReportMetric(float64(versions)/float64(b.N), "recall")
		})
	}
}
