package eliasfano

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestRoundTrip holds that what is packed comes back, but for the bytes that
// were not to be kept, and that what stands behind it is found.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 1 << 20, 1 << 26, math.MaxUint32}).Draw(t, "most")
		words := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 600).Draw(t, "words")
		slices.Sort(words)
		rest := rapid.IntRange(1, 3).Draw(t, "rest")
		first := rapid.IntRange(0, 700).Draw(t, "first")
		packed := append(Append([]byte("before"), words, rest), "behind"...)[len("before"):]
		if got := Len(packed); got != len(words) {
			t.Fatalf("%d hashes, want %d", got, len(words))
		}
		got, tail := Decode([]uint32{7}, packed, rest, first)
		if string(tail) != "behind" {
			t.Fatalf("behind the set stands %q", tail)
		}
		want := []uint32{7}
		for _, w := range words[:min(first, len(words))] {
			want = append(want, w&^(1<<(8*(3-rest))-1))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %x, want %x", got, want)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for _, n := range []int{20, 200, 2000} {
		r := rand.New(rand.NewPCG(1, 2))
		words := make([]uint32, n)
		for i := range words {
			words[i] = r.Uint32()
		}
		slices.Sort(words)
		for rest := 2; rest <= Exact; rest++ {
			packed := Append(nil, words, rest)
			b.Run(fmt.Sprintf("hashes=%d/rest=%d", n, rest), func(b *testing.B) {
				var out []uint32
				for b.Loop() {
					out, _ = Decode(out[:0], packed, rest, n)
				}
				b.ReportMetric(float64(len(packed))/float64(n), "bytes/hash")
			})
		}
	}
}
