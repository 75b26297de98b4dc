package lsh

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// clusters makes documents in clusters: sets of which each version keeps most
// elements of its base.
func clusters(rng *rand.Rand, clusters, versions, size int, keep float64) [][]uint32 {
	var sets [][]uint32
	for range clusters {
		base := make([]uint32, size)
		for i := range base {
			base[i] = rng.Uint32()
		}
		for range versions {
			set := slices.Clone(base)
			for i := range set {
				if rng.Float64() > keep {
					set[i] = rng.Uint32()
				}
			}
			sets = append(sets, ascending(set))
		}
	}
	return sets
}

func ascending(set []uint32) []uint32 {
	slices.Sort(set)
	return slices.Compact(set)
}

func resemblance(a, b []uint32) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := cmp.Compare(a[i], b[j]); {
		case c == 0:
			shared, i, j = shared+1, i+1, j+1
		case c < 0:
			i++
		default:
			j++
		}
	}
	return float64(shared) / float64(len(a)+len(b)-shared)
}

func sketches(sets [][]uint32) Sketches {
	var s Sketches
	for _, set := range sets {
		s = AppendSketch(s, set)
	}
	return s
}

// all numbers the documents.
func all(s Sketches) []int32 {
	docs := make([]int32, s.Len())
	for i := range docs {
		docs[i] = int32(i)
	}
	return docs
}

func candidates(s Sketches, parts int, limit Limits) []Pair {
	var pairs []Pair
	var work Work
	for part := range parts {
		Candidates(all(s), s, part, parts, limit, &work, func(a, b int32) { pairs = append(pairs, Pair{a, b}) })
	}
	return Compact(pairs)
}

// TestEstimate holds the estimate to theory, by length and resemblance: no
// bias, and the variance of SketchSize draws without replacement from the u
// elements of either set, J(1−J)/k · (u−k)/(u−1). The tolerances are four
// standard errors of what is measured, so that one cell in 16,000 fails by
// chance, and the seed is fixed.
func TestEstimate(t *testing.T) {
	const trials = 600
	rng := rand.New(rand.NewPCG(20, 2000))
	for _, n := range []int{5, 20, 50, 100, 400, 2000} {
		for tenths := range 11 {
			// Sets of n elements with shared in both have J = shared/(2n−shared).
			shared := int(math.Round(2 * float64(n) * float64(tenths) / float64(10+tenths)))
			u := 2*n - shared
			j := float64(shared) / float64(u)
			k := min(u, SketchSize)
			sum, squares := 0.0, 0.0
			for range trials {
				a, b := twoSets(rng, n, shared)
				d := Estimate(AppendSketch(nil, a), AppendSketch(nil, b)) - j
				sum, squares = sum+d, squares+d*d
			}
			cell := fmt.Sprintf("shingles=%d J=%.2f", n, j)
			variance := j * (1 - j) / float64(k) * float64(u-k) / float64(u-1)
			if variance == 0 {
				if squares > 1e-12 {
					t.Errorf("%s: the estimate is not exact", cell)
				}
				continue
			}
			if bias := sum / math.Sqrt(trials*variance); math.Abs(bias) > 4 {
				t.Errorf("%s: the mean is %.1f standard errors from the truth", cell, bias)
			}
			if spread := squares / trials / variance; math.Abs(spread-1) > 4*math.Sqrt(2.0/trials)+0.05 {
				t.Errorf("%s: the mean square error is %.2f of what theory has", cell, spread)
			}
		}
	}
}

// twoSets makes sets of n random elements, of which shared are in both.
func twoSets(rng *rand.Rand, n, shared int) (a, b []uint32) {
	for i := range n {
		x := rng.Uint32()
		a = append(a, x)
		if i >= shared {
			x = rng.Uint32()
		}
		b = append(b, x)
	}
	return ascending(a), ascending(b)
}

// TestRecall judges the share of pairs that become candidates against the
// curve, over all pairs.
func TestRecall(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, keep := range []float64{0.55, 0.65, 0.75, 0.85, 0.95} {
		sets := clusters(rng, 600, 2, 200, keep)
		found := candidates(sketches(sets), 3, Limits{})
		var hit, want, n, variance float64
		for i := 0; i < len(sets); i += 2 {
			p := Recall(resemblance(sets[i], sets[i+1]))
			n, want, variance = n+1, want+p, variance+p*(1-p)
			if _, ok := slices.BinarySearchFunc(found, Pair{int32(i), int32(i + 1)}, Pair.Compare); ok {
				hit++
			}
		}
		if tolerance := 4*math.Sqrt(variance) + 0.02*n; math.Abs(hit-want) > tolerance {
			t.Errorf("keep=%.2f: %v of %v pairs are candidates, the curve wants %.1f ± %.1f", keep, hit, n, want, tolerance)
		}
		t.Logf("keep=%.2f: recall %.4f, curve %.4f", keep, hit/n, want/n)
		for _, p := range found {
			if p.A >= p.B {
				t.Fatalf("candidate %v is not in order", p)
			}
		}
	}
	if Recall(1) != 1 || Recall(0) != 0 {
		t.Errorf("recall %g of equal sets, %g of sets that share nothing", Recall(1), Recall(0))
	}
}

// A run of thousands gives few candidates, and the near-identical documents in
// it still meet.
func TestOversizedRuns(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	boiler := make([]uint32, 150)
	for i := range boiler {
		boiler[i] = rng.Uint32()
	}
	sets := clusters(rng, 1000, 2, 50, 0.98) // each with three quarters of boilerplate: all resemble all
	for i := range sets {
		sets[i] = ascending(append(sets[i], boiler...))
	}
	limit := Limits{Run: 16, Next: 4}
	found := candidates(sketches(sets), 8, limit)
	if most := len(sets) * (SketchSize - Rows + 1) * 5; len(found) > most {
		t.Errorf("%d candidates of %d documents, want at most %d", len(found), len(sets), most)
	}
	met := 0
	for i := 0; i < len(sets); i += 2 {
		if _, ok := slices.BinarySearchFunc(found, Pair{int32(i), int32(i + 1)}, Pair.Compare); ok {
			met++
		}
	}
	if met < 980 {
		t.Errorf("%d of 1000 near-identical pairs met", met)
	}
}

func TestSparseRuns(t *testing.T) {
	var sets [][]uint32
	for i := range uint32(100) {
		sets = append(sets, []uint32{7, 8, 9, 100 + i/2}) // all share a key, and each two another
	}
	s := sketches(sets)
	for _, tt := range []struct {
		name  string
		limit Limits
		want  int
	}{
		{"all pairs", Limits{Run: 100}, 100 * 99 / 2},
		{"one successor and the first: 99 and 99, less the one that is both", Limits{Run: 16, Next: 1}, 99 + 98},
	} {
		got := candidates(s, 1, tt.limit)
		if len(got) != tt.want {
			t.Errorf("%s: %d pairs, want %d", tt.name, len(got), tt.want)
		}
		for i := int32(0); i < 100; i += 2 {
			if !slices.Contains(got, Pair{i, i + 1}) {
				t.Errorf("%s: %d and its like do not meet", tt.name, i)
			}
		}
	}
}

func TestSmallSets(t *testing.T) {
	for _, tt := range []struct {
		name string
		a, b []uint32
		want bool
	}{
		{"two empty sets share no key", nil, nil, false},
		{"two equal sets of one share one", []uint32{5}, []uint32{5}, true},
		{"two equal sets of two share one", []uint32{5, 9}, []uint32{5, 9}, true},
		{"a set of two and one of three that has it share none", []uint32{5, 9}, []uint32{5, 9, 11}, false},
		{"three in a row", []uint32{1, 5, 9, 11}, []uint32{5, 9, 11}, true},
		{"three, but another stands among them", []uint32{5, 9, 11}, []uint32{5, 6, 9, 11}, false},
	} {
		if got := len(candidates(sketches([][]uint32{tt.a, tt.b}), 2, Limits{})) == 1; got != tt.want {
			t.Errorf("%s: candidate is %v", tt.name, got)
		}
	}
}

// Parts may be done at the same time, and are together what one part is.
func TestParts(t *testing.T) {
	s := sketches(clusters(rand.New(rand.NewPCG(15, 16)), 300, 4, 100, 0.8))
	want := candidates(s, 1, Limits{Run: 2})
	var found [5][]Pair
	var done sync.WaitGroup
	for part := range found {
		done.Go(func() {
			Candidates(all(s), s, part, len(found), Limits{Run: 2}, &Work{}, func(a, b int32) { found[part] = append(found[part], Pair{a, b}) })
		})
	}
	done.Wait()
	if got := Compact(slices.Concat(found[:]...)); !slices.Equal(got, want) {
		t.Errorf("%d candidates, want %d", len(got), len(want))
	}
}

// BenchmarkCandidates gives the cost of keys, sorting and runs for a corpus in
// clusters of four.
func BenchmarkCandidates(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprintf("docs=%d", n), func(b *testing.B) {
			s := sketches(clusters(rand.New(rand.NewPCG(13, 14)), n/4, 4, 40, 0.8))
			docs := all(s)
			var work Work
			pairs := 0
			for b.Loop() {
				for part := range 8 {
					Candidates(docs, s, part, 8, Limits{}, &work, func(a, b int32) { pairs++ })
				}
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "docs/s")
			b.ReportMetric(float64(pairs)/float64(b.N)/float64(n), "candidates/doc")
		})
	}
}

// BenchmarkSketch gives the cost of a sketch of a sorted set by its size, and
// of an estimate from two.
func BenchmarkSketch(b *testing.B) {
	for _, n := range []int{20, 150, 1500} {
		x, y := twoSets(rand.New(rand.NewPCG(3, 4)), n, n/2)
		b.Run(fmt.Sprintf("step=sketch/shingles=%d", n), func(b *testing.B) {
			var dst []uint32
			for b.Loop() {
				dst = AppendSketch(dst[:0], x)
			}
		})
		s, t := AppendSketch(nil, x), AppendSketch(nil, y)
		b.Run(fmt.Sprintf("step=estimate/shingles=%d", n), func(b *testing.B) {
			for b.Loop() {
				Estimate(s, t)
			}
		})
	}
}
