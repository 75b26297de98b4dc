package gaps

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestRoundTrip holds that what is packed comes back, whole where the low bits
// are packed too, in one piece or in two, and that what stands behind it is
// found.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 1 << 20, 1 << 26, 1 << 28, math.MaxUint32}).Draw(t, "most")
		words := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 600).Draw(t, "words")
		slices.Sort(words)
		cut := rapid.IntRange(0, len(words)).Draw(t, "cut")
		last := uint32(0)
		if cut > 0 {
			last = words[cut-1]
		}
		packed := Append([]byte("before"), words[:cut], 0)[len("before"):]
		packed = Append(packed, words[cut:], last)
		packed = AppendLow(packed, words)
		got, tail := Decode([]uint32{7}, append(packed, "behind"...), 0)
		if cut > 0 {
			last = got[len(got)-1]
		}
		got, tail = Decode(got, tail, last)
		got = got[1:]
		for i, w := range words {
			if i >= len(got) || got[i] != w&Mask {
				t.Fatalf("got %x, want %x less the low bits", got, words)
			}
		}
		AddLow(got, tail)
		if tail = tail[LowLen(len(words)):]; string(tail) != "behind" {
			t.Fatalf("behind the set stands %q", tail)
		}
		if !slices.Equal(got, words) {
			t.Fatalf("got %x, want %x", got, words)
		}
	})
}

// TestFirst holds what stands first to the whole set.
func TestFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{3, 1 << 28, math.MaxUint32}).Draw(t, "most")
		words := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 90).Draw(t, "words")
		slices.Sort(words)
		n, bound := rapid.IntRange(0, 100).Draw(t, "n"), rapid.Uint32Range(0, most).Draw(t, "bound")&Mask
		packed := append(Append(nil, words, 0), "behind"...)
		got, tail := First([]uint32{7}, packed, n, bound)
		if string(tail) != "behind" {
			t.Fatalf("behind the set stands %q", tail)
		}
		want, _ := Decode([]uint32{7}, packed, 0)
		for len(want) > n+1 && want[len(want)-1] >= bound {
			want = want[:len(want)-1]
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %x, want %x", got, want)
		}
	})
}

// TestEdges holds the gaps around a step, at the first hash and at the last.
func TestEdges(t *testing.T) {
	for _, gap := range []uint32{0, 1, step - 1, step, step + 1, 2*step - 1, 2 * step, 2*step + 1} {
		words := []uint32{gap << low, 2 * gap << low, Mask}
		if got, _ := Decode(nil, Append(nil, words, 0), 0); !slices.Equal(got, words) {
			t.Errorf("gap of %d: %x, want %x", gap, got, words)
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
		packed := Append(nil, words, 0)
		b.Run(fmt.Sprintf("hashes=%d", n), func(b *testing.B) {
			var out []uint32
			for b.Loop() {
				out, _ = Decode(out[:0], packed, 0)
			}
			b.ReportMetric(float64(len(packed))/float64(n), "bytes/hash")
		})
	}
}
