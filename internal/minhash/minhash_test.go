package minhash

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// twoSets makes two sets of n elements of which shared are in both.
func twoSets(rng *rand.Rand, n, shared int) (a, b []uint64) {
	for i := range n {
		x := rng.Uint64()
		a = append(a, x)
		if i >= shared {
			x = rng.Uint64()
		}
		b = append(b, x)
	}
	return a, b
}

// The estimate is judged by exact resemblance over many pairs of each length:
// its mean must lie within four standard errors of the truth, its mean square
// error must not exceed classic MinHash's J(1−J)/k by more than chance allows.
func TestEstimateAgainstExact(t *testing.T) {
	const trials = 600
	rng := rand.New(rand.NewPCG(21578, 1987))
	s, err := New(DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	var x, y []uint32
	for _, n := range []int{5, 20, 60, 150, 400, 1500, 5000} {
		for _, share := range []float64{0, 0.2, 0.5, 0.8, 0.95, 1} {
			shared := int(share * float64(n))
			j := float64(shared) / float64(2*n-shared)
			var bias, square float64
			for range trials {
				a, b := twoSets(rng, n, shared)
				x, y = s.Sketch(x, a), s.Sketch(y, b)
				d := Estimate(x, y) - j
				bias += d / trials
				square += d * d / trials
			}
			classic := j * (1 - j) / DefaultBins
			if tolerance := 4 * math.Sqrt(classic/trials); math.Abs(bias) > tolerance+1e-12 {
				t.Errorf("n=%d J=%.3f: bias %.5f, want at most %.5f", n, j, bias, tolerance)
			}
			// The mean of trials squares varies by about sqrt(2/trials) of itself.
			if limit := classic * (1 + 4*math.Sqrt(2.0/trials)); square > limit+1e-12 {
				t.Errorf("n=%d J=%.3f: mean square error %.3g, classic MinHash has %.3g", n, j, square, classic)
			}
			t.Logf("n=%d J=%.3f: bias %+.5f, error %.4f, classic %.4f", n, j, bias, math.Sqrt(square), math.Sqrt(classic))
		}
	}
}

func TestSketchIsOfTheSet(t *testing.T) {
	s, err := New(DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := twoSets(rand.New(rand.NewPCG(1, 2)), 300, 0)
	want := s.Sketch(nil, a)
	reversed := slices.Clone(a)
	slices.Reverse(reversed)
	if got := s.Sketch(nil, reversed); !slices.Equal(got, want) {
		t.Error("the order of the elements changes the sketch")
	}
	if got := s.Sketch(nil, append(reversed, a[:50]...)); !slices.Equal(got, want) {
		t.Error("repeated elements change the sketch")
	}
	if slices.Contains(want, Empty) {
		t.Error("a set's sketch has an empty bin")
	}
	dirty := make([]uint32, 1000)
	if got := s.Sketch(dirty, a); !slices.Equal(got, want) || &got[0] != &dirty[0] {
		t.Error("a longer dst is not reused, or shows through")
	}
}

func TestEmptySet(t *testing.T) {
	s, err := New(64)
	if err != nil {
		t.Fatal(err)
	}
	e := s.Sketch(nil, nil)
	if Same(e, e) != 0 || Estimate(e, e) != 0 || Estimate(nil, nil) != 0 || Estimate(e, e[:3]) != 0 {
		t.Error("empty sets, or sketches of two sizes, resemble each other")
	}
}

func TestNewRefuses(t *testing.T) {
	for _, bins := range []int{-1, 0, MaxBins + 1} {
		if _, err := New(bins); err == nil {
			t.Errorf("New(%d) gives no error", bins)
		}
	}
	for _, bins := range []int{1, 2, 3, 100, 256, MaxBins} {
		s, err := New(bins)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Sketch(nil, []uint64{7, 8, 9}); len(got) != bins || slices.Contains(got, Empty) {
			t.Errorf("%d bins: a sketch of %d bins, or with empty ones", bins, len(got))
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	for _, n := range []int{20, 60, 150, 400, 1500, 5000} {
		set, _ := twoSets(rand.New(rand.NewPCG(3, 4)), n, 0)
		b.Run(fmt.Sprintf("method=fast/shingles=%d", n), func(b *testing.B) {
			s, err := New(DefaultBins)
			if err != nil {
				b.Fatal(err)
			}
			dst := make([]uint32, DefaultBins)
			for b.Loop() {
				s.Sketch(dst, set)
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
