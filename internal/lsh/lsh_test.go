package lsh

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/wirediff/wirediff/internal/minhash"
)

func TestChoose(t *testing.T) {
	tests := []struct {
		name  string
		bins  int
		wants []Want
		want  Bands // count = ceil(ln(1-recall) / ln(1-s^rows))
	}{
		{"the default for news", 256, nil, Bands{85, 3}},
		{"a higher resemblance allows more rows", 256, []Want{{0.5, 0.8}}, Bands{51, 5}},
		{"near copies only: 10 rows do with 11 bands, 11 rows need 13", 128, []Want{{0.9, 0.99}}, Bands{11, 10}},
		{"one bin", 1, []Want{{0.5, 0.5}}, Bands{1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Choose(tt.bins, tt.wants...)
			if err != nil {
				t.Fatal(err)
			}
			wants := tt.wants
			if wants == nil {
				wants = Defaults
			}
			for _, w := range wants {
				if r := 1 - math.Pow(1-math.Pow(w.Resemblance, float64(got.Rows)), float64(got.Count)); r < w.Recall {
					t.Errorf("%v: recall %.4f at %.2f, want %.4f", got, r, w.Resemblance, w.Recall)
				}
			}
			if got.Count*got.Rows > tt.bins {
				t.Errorf("%v needs more than %d bins", got, tt.bins)
			}
			// The judge: every other choice lets through at least as much.
			for rows := 1; rows <= tt.bins; rows++ {
				for count := 1; count*rows <= tt.bins; count++ {
					b := Bands{count, rows}
					if meets(b, wants) && b.Area(0, wants[0].Resemblance) < got.Area(0, wants[0].Resemblance)-1e-12 {
						t.Fatalf("%v is chosen, %v lets through less", got, b)
					}
				}
			}
			if got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func meets(b Bands, wants []Want) bool {
	for _, w := range wants {
		if b.Recall(w.Resemblance) < w.Recall {
			return false
		}
	}
	return true
}

func TestChooseRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		bins int
		want Want
	}{
		{"too few bins", 16, Want{0.1, 0.999}},
		{"a recall of 1", 256, Want{0.5, 1}},
		{"a resemblance of 0", 256, Want{0, 0.5}},
		{"not a number", 256, Want{math.NaN(), 0.5}},
	} {
		if b, err := Choose(tt.bins, tt.want); err == nil {
			t.Errorf("%s: %v and no error", tt.name, b)
		}
	}
}

func TestCurve(t *testing.T) {
	b := Bands{85, 3}
	for s := 0.0; s <= 1; s += 0.01 {
		if got, want := b.Recall(s), 1-math.Pow(1-s*s*s, 85); math.Abs(got-want) > 1e-12 {
			t.Errorf("recall at %.2f is %.15f, want %.15f", s, got, want)
		}
	}
	lines := strings.Split(strings.TrimSpace(b.Curve()), "\n")
	if len(lines) != 20 || lines[5] != "0.30  0.9024  "+strings.Repeat("#", 36) {
		t.Errorf("the curve's line for 0.30 is %q", lines[5])
	}
}

// corpus makes documents in clusters: sets of which each version keeps most
// elements of its base.
func corpus(rng *rand.Rand, clusters, versions, size int, keep float64) [][]uint64 {
	var sets [][]uint64
	for range clusters {
		base := make([]uint64, size)
		for i := range base {
			base[i] = rng.Uint64()
		}
		for range versions {
			set := slices.Clone(base)
			for i := range set {
				if rng.Float64() > keep {
					set[i] = rng.Uint64()
				}
			}
			slices.Sort(set)
			sets = append(sets, set)
		}
	}
	return sets
}

func resemblance(a, b []uint64) float64 {
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

func fill(t testing.TB, bands Bands, sets [][]uint64) *Table {
	sk, err := minhash.New(minhash.DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	table := NewTable(bands)
	table.Grow(len(sets))
	for i, set := range sets {
		table.Set(i, sk.Sketch(nil, set))
	}
	return table
}

func candidates(table *Table, limit Limits) []Pair {
	var pairs []Pair
	var work Work
	for band := range table.Bands().Count {
		pairs = table.Candidates(pairs, band, limit, &work)
	}
	return Compact(pairs)
}

// The share of pairs that become candidates is judged, by resemblance, against
// the closed form over all pairs.
func TestRecallAgainstAllPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	bands, err := Choose(minhash.DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	for _, keep := range []float64{0.55, 0.65, 0.75, 0.9} {
		sets := corpus(rng, 400, 3, 200, keep)
		found := candidates(fill(t, bands, sets), Limits{})
		var hit, want, n, variance float64
		for i := range sets {
			for j := i + 1; j < i+3-i%3; j++ {
				p := bands.Recall(resemblance(sets[i], sets[j]))
				_, ok := slices.BinarySearchFunc(found, Pair{int32(i), int32(j)}, Pair.Compare)
				n, want, variance = n+1, want+p, variance+p*(1-p)
				if ok {
					hit++
				}
			}
		}
		// Pairs of one cluster are not independent; allow for half as many.
		if tolerance := 4*math.Sqrt(2*variance) + 0.005*n; math.Abs(hit-want) > tolerance {
			t.Errorf("keep=%.2f: %v of %v pairs are candidates, the curve wants %.1f ± %.1f", keep, hit, n, want, tolerance)
		}
		t.Logf("keep=%.2f: recall %.4f, curve %.4f", keep, hit/n, want/n)
		for _, p := range found {
			if p.A >= p.B {
				t.Fatalf("candidate %v is not in order", p)
			}
		}
	}
}

// A bucket of thousands gives few candidates, and the near-identical documents
// in it still meet.
func TestOversizedRuns(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	boiler := make([]uint64, 150)
	for i := range boiler {
		boiler[i] = rng.Uint64()
	}
	sets := corpus(rng, 1000, 2, 50, 0.98) // each with two thirds of boilerplate: all resemble all
	for i := range sets {
		sets[i] = append(sets[i], boiler...)
		slices.Sort(sets[i])
	}
	limit := Limits{Run: 16, Next: 4}
	found := candidates(fill(t, Bands{85, 3}, sets), limit)
	if most := len(sets) * 85 * 5; len(found) > most {
		t.Errorf("%d candidates of %d documents, want at most %d", len(found), len(sets), most)
	}
	met := 0
	for i := 0; i < len(sets); i += 2 {
		if _, ok := slices.BinarySearchFunc(found, Pair{int32(i), int32(i + 1)}, Pair.Compare); ok {
			met++
		}
	}
	if met < 990 {
		t.Errorf("%d of 1000 near-identical pairs met", met)
	}
}

func TestSparseRuns(t *testing.T) {
	table := NewTable(Bands{2, 1})
	table.Grow(100)
	for i := range 100 {
		table.Set(i, []uint32{7, uint32(i / 2)}) // all share a key, and each two another
	}
	var work Work
	for _, tt := range []struct {
		name  string
		limit Limits
		want  int
	}{
		{"all pairs", Limits{Run: 100}, 100 * 99 / 2},
		{"one successor and the first: 99 and 99, less the one or two that are both", Limits{Run: 16, Next: 1}, 99 + 98},
	} {
		got := Compact(table.Candidates(nil, 0, tt.limit, &work))
		if len(got) > tt.want || len(got) < tt.want-1 {
			t.Errorf("%s: %d pairs, want %d", tt.name, len(got), tt.want)
		}
		for i := int32(0); i < 100; i += 2 {
			if !slices.Contains(got, Pair{i, i + 1}) {
				t.Errorf("%s: %d and its like do not meet", tt.name, i)
			}
		}
	}
}

func TestSortIsStable(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for _, n := range []int{0, 1, 2, 100, 511, 512, 513, 5000, 70000} {
		var work Work
		for doc := range n {
			work.entries = append(work.entries, pack(rng.Uint32()>>(rng.UintN(3)*9), int32(doc)))
		}
		want := slices.Clone(work.entries)
		slices.Sort(want)
		if got := work.sort(); !slices.Equal(got, want) {
			t.Errorf("%d entries are not in order", n)
		}
	}
}

func TestUnsetDocuments(t *testing.T) {
	table := NewTable(Bands{85, 3})
	table.Grow(9000)
	sk, err := minhash.New(256)
	if err != nil {
		t.Fatal(err)
	}
	table.Set(3, sk.Sketch(nil, nil))
	table.Set(8999, sk.Sketch(nil, []uint64{1, 2, 3}))
	table.Set(17, sk.Sketch(nil, []uint64{1, 2, 3}))
	if got := candidates(table, Limits{}); !slices.Equal(got, []Pair{{17, 8999}}) {
		t.Errorf("candidates %v, want the one equal pair", got)
	}
}

// Documents may be set, and bands done, at the same time: the candidates are
// the same.
func TestAtTheSameTime(t *testing.T) {
	sets := corpus(rand.New(rand.NewPCG(15, 16)), 300, 4, 100, 0.8)
	want := candidates(fill(t, Bands{85, 3}, sets), Limits{Run: 2})
	sk, err := minhash.New(minhash.DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	table := NewTable(Bands{85, 3})
	table.Grow(len(sets))
	var done sync.WaitGroup
	for w := range 4 {
		done.Go(func() {
			for i := w; i < len(sets); i += 4 {
				table.Set(i, sk.Sketch(nil, sets[i]))
			}
		})
	}
	done.Wait()
	var found [4][]Pair
	for w := range found {
		done.Go(func() {
			var work Work
			for band := w; band < 85; band += 4 {
				found[w] = table.Candidates(found[w], band, Limits{Run: 2}, &work)
			}
		})
	}
	done.Wait()
	if got := Compact(slices.Concat(found[:]...)); !slices.Equal(got, want) {
		t.Errorf("%d candidates, want %d", len(got), len(want))
	}
}

func BenchmarkBands(b *testing.B) {
	for _, docs := range []int{1000, 10000, 100000} {
		b.Run(fmt.Sprintf("docs=%d/bands=85/rows=3", docs), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(13, 14))
			table := NewTable(Bands{85, 3})
			table.Grow(docs)
			sketch := make([]uint32, 256)
			for i := range docs {
				if i%2 == 0 {
					for j := range sketch {
						sketch[j] = rng.Uint32() - 1
					}
				} else {
					for j := range sketch {
						if rng.IntN(3) == 0 {
							sketch[j] = rng.Uint32() - 1
						}
					}
				}
				table.Set(i, sketch)
			}
			var work Work
			var pairs []Pair
			for b.Loop() {
				pairs = pairs[:0]
				for band := range 85 {
					pairs = table.Candidates(pairs, band, Limits{}, &work)
				}
			}
			b.ReportMetric(float64(docs)*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			b.ReportMetric(float64(len(pairs))/float64(docs), "candidates/doc")
			b.ReportMetric(float64(len(table.blocks)*blockDocs*85*4)/float64(docs), "bytes/doc")
		})
	}
}
