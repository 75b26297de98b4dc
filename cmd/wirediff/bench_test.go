package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
)

// benchCorpus writes n made-up articles as JSON Lines and gives the file, its
// size, and the true cluster of each id.
func benchCorpus(b *testing.B, n int) (file string, size int64, truth map[string]string) {
	b.Helper()
	file = filepath.Join(b.TempDir(), "corpus.jsonl")
	var out bytes.Buffer
	truth = map[string]string{}
	for d := range corpus.Generate(corpus.Config{Documents: n, Seed: 1}) {
		err := writeJSON(&out, map[string]any{"id": d.ID, "outlet": d.Outlet, "published": d.Published, "title": d.Title, "text": d.Text})
		if err != nil {
			b.Fatal(err)
		}
		truth[d.ID] = d.Cluster
	}
	if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	return file, int64(out.Len()), truth
}

// sizes are the corpora of the whole runs; the large ones only without -short.
func sizes(sizes ...int) []int {
	if testing.Short() {
		return sizes[:1]
	}
	return sizes
}

// pairShares scores lines of id and cluster: the shares of the true pairs that
// are found, and of the found ones that are true.
func pairShares(lines string, truth map[string]string) (recall, precision float64) {
	both, found, all := map[[2]string]int{}, map[string]int{}, map[string]int{}
	var nBoth, nFound, nAll int
	for line := range strings.Lines(lines) {
		id, cluster, _ := strings.Cut(strings.TrimSpace(line), "\t")
		t := truth[id]
		nBoth, nFound, nAll = nBoth+both[[2]string{t, cluster}], nFound+found[cluster], nAll+all[t]
		both[[2]string{t, cluster}]++
		found[cluster]++
		all[t]++
	}
	return float64(nBoth) / float64(max(nAll, 1)), float64(nBoth) / float64(max(nFound, 1))
}

// whole measures one command over a corpus, from the file to what it prints.
func whole(b *testing.B, docs int, size int64, args ...string) string {
	b.SetBytes(size)
	b.ReportAllocs()
	var out, errs bytes.Buffer
	cpu, _ := processUsage()
	for b.Loop() {
		out.Reset()
		if code := run(b.Context(), args, strings.NewReader(""), &out, &errs); code != exitDone {
			b.Fatalf("exit code %d: %s", code, errs.String())
		}
	}
	used, _ := processUsage()
	b.ReportMetric((used-cpu).Seconds()/float64(b.N)/float64(size)*100e6, "cpu-s/100MB")
	b.ReportMetric(float64(docs*b.N)/b.Elapsed().Seconds(), "docs/s")
	return out.String()
}

func BenchmarkCluster(b *testing.B) {
	for _, n := range sizes(1_000, 10_000, 100_000) {
		file, size, truth := benchCorpus(b, n)
		for _, ways := range []string{"copies,cuts", "copies,cuts,rewrites"} {
			b.Run(fmt.Sprintf("docs=%d/ways=%s", n, ways), func(b *testing.B) {
				recall, precision := pairShares(whole(b, n, size, "cluster", "--ways", ways, file), truth)
				b.ReportMetric(recall, "recall")
				b.ReportMetric(precision, "precision")
			})
		}
	}
}

// BenchmarkClusterThreads is the same by the number of goroutines: how much of
// a second core is used.
func BenchmarkClusterThreads(b *testing.B) {
	n := sizes(1_000, 10_000)
	docs := n[len(n)-1]
	file, size, _ := benchCorpus(b, docs)
	for workers := 1; workers <= runtime.GOMAXPROCS(0); workers *= 2 {
		b.Run(fmt.Sprintf("docs=%d/workers=%d", docs, workers), func(b *testing.B) {
			whole(b, docs, size, "cluster", "--workers", fmt.Sprint(workers), file)
		})
	}
}

func BenchmarkPairs(b *testing.B) {
	for _, n := range sizes(1_000, 10_000) {
		file, size, _ := benchCorpus(b, n)
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			lines := strings.Count(whole(b, n, size, "pairs", file), "\n")
			b.ReportMetric(float64(lines)/float64(n), "pairs/doc")
		})
	}
}

func BenchmarkDedup(b *testing.B) {
	for _, n := range sizes(1_000, 10_000) {
		file, size, _ := benchCorpus(b, n)
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			whole(b, n, size, "dedup", file, "--out", filepath.Join(dir, "kept.jsonl"), "--removed", filepath.Join(dir, "removed.jsonl"))
		})
	}
}

// BenchmarkCompareCommand is the whole job: clusters, collations, differences
// and the report's pages.
func BenchmarkCompareCommand(b *testing.B) {
	for _, n := range sizes(1_000, 10_000) {
		file, size, _ := benchCorpus(b, n)
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			whole(b, n, size, "compare", file, "--out", filepath.Join(b.TempDir(), "report"))
		})
	}
}
