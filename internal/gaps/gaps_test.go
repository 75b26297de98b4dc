package gaps

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestRoundTrip holds that what is packed comes back, but for the low bits,
// and that what stands behind it is found.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 1 << 20, 1 << 26, 1 << 28, math.MaxUint32}).Draw(t, "most")
		words := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 600).Draw(t, "words")
		slices.Sort(words)
		packed := append(Append([]byte("before"), words), "behind"...)[len("before"):]
		got, tail := Decode([]uint32{7}, packed)
		if string(tail) != "behind" {
			t.Fatalf("behind the set stands %q", tail)
		}
		want := []uint32{7}
		for _, w := range words {
			want = append(want, w&Mask)
		}
		if want = append(want[:1], slices.Compact(want[1:])...); !slices.Equal(got, want) {
			t.Fatalf("got %x, want %x", got, want)
		}
		bound := rapid.Uint32().Draw(t, "bound") & Mask
		n, _ := slices.BinarySearch(want[1:], bound)
		if got := DecodeBelow(nil, packed, bound); !slices.Equal(got, want[1:n+1]) {
			t.Fatalf("below %x: got %x, want %x", bound, got, want[1:n+1])
		}
	})
}

// TestEdges holds the gaps around a step, at the first hash and at the last.
func TestEdges(t *testing.T) {
	for _, gap := range []uint32{0, 1, step - 1, step, step + 1, 2*step - 1, 2 * step, 2*step + 1} {
		words := []uint32{gap << low, 2 * gap << low, Mask}
		want := slices.Compact(slices.Clone(words))
		if got, _ := Decode(nil, Append(nil, words)); !slices.Equal(got, want) {
			t.Errorf("gap of %d: %x, want %x", gap, got, want)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		r := rand.New(rand.NewPCG(1, 2))
		words := make([]uint32, n)
		for i := range words {
			words[i] = r.Uint32()
		}
		slices.Sort(words)
		packed := Append(nil, words)
		b.Run(fmt.Sprintf("hashes=%d", n), func(b *testing.B) {
			var out []uint32
			for b.Loop() {
				out, _ = Decode(out[:0], packed)
			}
			b.ReportMetric(float64(len(packed))/float64(n), "bytes/hash")
		})
	}
}
