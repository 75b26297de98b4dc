package similarity

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestTally holds that counting all pairs at once gives what merging each two
// gives, also where words crowd into few cells of the table.
func TestTally(t *testing.T) {
	var tally tally
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{40, 200, 4000, 1 << 31}).Draw(t, "most")
		sets := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []word {
			s := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 60).Draw(t, "words")
			slices.Sort(s)
			return slices.Compact(s)
		}), 0, 9).Draw(t, "sets")
		tally.of(sets)
		for a := range sets {
			for b := a + 1; b < len(sets); b++ {
				if got, want := tally.shared(a, b), shared(sets[a], sets[b]); got != want {
					t.Fatalf("sets %d and %d share %d words, want %d", a, b, got, want)
				}
			}
		}
	})
}
