package hashsort

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBuckets(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var wide Buckets[uint64]
	var narrow Buckets[uint32]
	for _, n := range []int{0, 1, 2, 3, 100, 300, 5000, math.MaxUint16, 200000} {
		for _, spread := range []uint64{^uint64(0), 0xff, 0xff << 56} { // hashes, and numbers made to fall together
			var a []uint64
			var b []uint32
			for range n {
				h := rng.Uint64() & spread
				a, b = append(a, h), append(b, uint32(h>>32))
			}
			if want := sorted(a); !slices.Equal(wide.Sort(a), want) {
				t.Fatalf("%d numbers of 64 bits, spread over %x, are not in order", n, spread)
			}
			if want := sorted(b); !slices.Equal(narrow.Sort(b), want) {
				t.Fatalf("%d numbers of 32 bits, spread over %x, are not in order", n, spread)
			}
		}
	}
}

// sorted is what is wanted: in order, without repeats.
func sorted[T uint32 | uint64](a []T) []T {
	a = slices.Clone(a)
	slices.Sort(a)
	return slices.Compact(a)
}

func TestVector(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var v Vector
	for _, n := range []int{0, 1, 31, 32, 33, 64, 200, 255, 256, 257, 300, 384, 1000, 20000, math.MaxUint16, 70000} {
		for name, next := range map[string]func(i int) uint32{
			"hashes":              func(int) uint32 { return rng.Uint32() },
			"the greatest often":  func(int) uint32 { return rng.Uint32() | -(rng.Uint32() & 1) },
			"few":                 func(int) uint32 { return rng.Uint32() & 0xf000000f },
			"zeros and ones":      func(int) uint32 { return rng.Uint32() & 1 },
			"all in one block":    func(int) uint32 { return rng.Uint32() >> 16 },
			"in order":            func(i int) uint32 { return uint32(i) * (math.MaxUint32 / 70000) },
			"in order, the wrong": func(i int) uint32 { return -uint32(i) * (math.MaxUint32 / 70000) },
			"one":                 func(int) uint32 { return 7 },
		} {
			a := make([]uint32, n)
			for i := range a {
				a[i] = next(i)
			}
			want := sorted(a)
			if got := slices.Compact(v.Sort(a)); !slices.Equal(got, want) {
				t.Fatalf("%d numbers, %s: %d in order, want %d", n, name, len(got), len(want))
			}
		}
	}
}

func FuzzVector(f *testing.F) {
	f.Add([]byte("one two three"), uint16(300))
	f.Fuzz(func(t *testing.T, data []byte, repeat uint16) {
		var a []uint32
		for i := range int(repeat) {
			if len(data) >= 4 {
				a = append(a, binary.LittleEndian.Uint32(data)+uint32(i))
				data = data[1:]
			} else {
				a = append(a, uint32(i)*0x9e3779b9)
			}
		}
		want := sorted(a)
		var v Vector
		if got := slices.Compact(v.Sort(a)); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func BenchmarkSort(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{50, 190, 400, 2000} {
		lists := make([][]uint32, 200) // so many that their order cannot be learned
		for i := range lists {
			for range n {
				lists[i] = append(lists[i], rng.Uint32())
			}
		}
		var plain Buckets[uint32]
		var vector Vector
		for _, by := range []struct {
			name string
			sort func([]uint32) []uint32
		}{{"buckets", plain.Sort}, {"vector", vector.Sort}} {
			b.Run(fmt.Sprintf("n=%d/by=%s", n, by.name), func(b *testing.B) {
				var room []uint32
				for i := 0; b.Loop(); i++ {
					room = by.sort(append(room[:0], lists[i%len(lists)]...))
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/hash")
			})
		}
	}
}
