package minhash

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/lsh"
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

// The fast path's judge is the reference.
func TestFastEqualsReference(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	s, err := New(DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	want := make([]uint32, DefaultBins)
	for n := range 700 {
		set, _ := twoSets(rng, n, 0)
		if n%3 == 1 {
			for i := range set {
				set[i] = uint64(i) // no good hashes
			}
		}
		s.reference(want, set)
		if got := s.Sketch(nil, set); !slices.Equal(got, want) {
			t.Fatalf("%d elements: the fast path has another sketch", n)
		}
	}
}

func FuzzSketch(f *testing.F) {
	f.Add([]byte("a set of few elements, eight bytes each"))
	s, err := New(DefaultBins)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var set []uint64
		for i := 0; i+8 <= len(data); i += 8 {
			set = append(set, binary.LittleEndian.Uint64(data[i:]))
		}
		want := make([]uint32, DefaultBins)
		s.reference(want, set)
		if got := s.Sketch(nil, set); !slices.Equal(got, want) {
			t.Fatalf("%x: the fast path has another sketch", set)
		}
	})
}

// BenchmarkSketch is the cost of a sketch by method and length. bottom is the
// engine's own: the least hashes of a set that is sorted anyway, which is not
// in its time; it has sixteen, the others DefaultBins.
func BenchmarkSketch(b *testing.B) {
	for _, n := range []int{20, 60, 150, 400, 1500, 5000} {
		set, _ := twoSets(rand.New(rand.NewPCG(3, 4)), n, 0)
		s, err := New(DefaultBins)
		if err != nil {
			b.Fatal(err)
		}
		dst := make([]uint32, DefaultBins)
		var words, bottom []uint32
		for _, x := range set {
			words = append(words, uint32(x>>32))
		}
		slices.Sort(words)
		for _, m := range []struct {
			name   string
			sketch func()
		}{
			{"bottom", func() { bottom = lsh.AppendSketch(bottom[:0], words) }},
			{"fast-similarity", func() { s.Sketch(dst, set) }},
			{"fast-similarity-reference", func() { s.reference(dst, set) }},
			{"classic", func() { classic(dst, set) }},
			{"one-permutation", func() { onePermutation(dst, set) }},
		} {
			b.Run(fmt.Sprintf("method=%s/shingles=%d", m.name, n), func(b *testing.B) {
				for b.Loop() {
					m.sketch()
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			})
		}
	}
}

// classic is MinHash with one hash function a bin, for comparison.
func classic(dst []uint32, set []uint64) {
	for i := range dst {
		key, least := mix(uint64(i)), uint32(Empty)
		for _, x := range set {
			least = min(least, uint32(hash(x, key)>>32))
		}
		dst[i] = least
	}
}

// onePermutation is one-permutation hashing with optimal densification
// (Shrivastava 2017), for comparison.
func onePermutation(dst []uint32, set []uint64) {
	for i := range dst {
		dst[i] = Empty
	}
	for _, x := range set {
		h := hash(x, 0x9e3779b97f4a7c15)
		bin := (h >> 32) * uint64(len(dst)) >> 32
		dst[bin] = min(dst[bin], uint32(h)>>1)
	}
	filled := slices.Clone(dst)
	for i, v := range filled {
		for attempt := uint64(1); v == Empty && attempt < 1000; attempt++ {
			v = filled[mix(uint64(i)<<20|attempt)%uint64(len(dst))]
		}
		dst[i] = v
	}
}

// The reason for this sketch: on the sets of briefs its error is well below
// that of the other two.
func TestErrorAgainstOthers(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	s, err := New(DefaultBins)
	if err != nil {
		t.Fatal(err)
	}
	x, y := make([]uint32, DefaultBins), make([]uint32, DefaultBins)
	for _, n := range []int{20, 60, 150} {
		var square [3]float64
		const trials = 400
		for range trials {
			a, b := twoSets(rng, n, n*2/3)
			j := float64(n*2/3) / float64(2*n-n*2/3)
			for m, f := range []func([]uint32, []uint64){func(d []uint32, set []uint64) { s.Sketch(d, set) }, classic, onePermutation} {
				f(x, a)
				f(y, b)
				d := Estimate(x, y) - j
				square[m] += d * d / trials
			}
		}
		ours, minhash, oph := math.Sqrt(square[0]), math.Sqrt(square[1]), math.Sqrt(square[2])
		t.Logf("n=%d: error %.4f, classic %.4f, one-permutation %.4f", n, ours, minhash, oph)
		if ours > 0.85*minhash || ours > 0.85*oph {
			t.Errorf("n=%d: error %.4f, classic %.4f, one-permutation %.4f: want at most 0.85 of them", n, ours, minhash, oph)
		}
	}
}
