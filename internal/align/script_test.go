package align

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// agree fails where Words and go-diff do not have the same runs.
func agree(t *testing.T, a, b []int32) {
	t.Helper()
	got, _ := Words(nil, a, b)
	if want := diff(a, b); !slices.Equal(got, want) {
		t.Fatalf("%v → %v: %v, go-diff says %v", a, b, got, want)
	}
}

// TestScriptExhaustive holds the scripts of all pairs of runs of up to six
// tokens of two words, and of up to four of three, against go-diff's.
func TestScriptExhaustive(t *testing.T) {
	for _, of := range []struct{ words, longest int }{{2, 6}, {3, 4}} {
		all := [][]int32{nil}
		for from := 0; len(all[len(all)-1]) < of.longest; from++ {
			for w := range of.words {
				all = append(all, append(slices.Clone(all[from]), int32(w)))
			}
		}
		for _, a := range all {
			for _, b := range all {
				agree(t, a, b)
			}
		}
	}
}

// TestScriptEdited holds the scripts of longer runs, of which one is the other
// edited, against go-diff's; the longest are go-diff's own.
func TestScriptEdited(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 20000 {
		words := int32(2 + rng.IntN(60))
		a := make([]int32, rng.IntN(40))
		if n%100 == 0 {
			a = make([]int32, rng.IntN(shortRuns))
		}
		for k := range a {
			a[k] = rng.Int32N(words)
		}
		b := slices.Clone(a)
		for range rng.IntN(12) {
			i := rng.IntN(len(b) + 1)
			j := min(len(b), i+rng.IntN(4))
			put := make([]int32, rng.IntN(4))
			for k := range put {
				put[k] = rng.Int32N(words)
			}
			b = slices.Concat(b[:i], put, b[j:])
		}
		agree(t, a, b)
	}
}

// FuzzScript holds the scripts of any runs against go-diff's.
func FuzzScript(f *testing.F) {
	f.Add([]byte("abcabba"), []byte("cbabac"))
	f.Add([]byte("to be or not to be"), []byte("or not or to be"))
	f.Fuzz(func(t *testing.T, x, y []byte) {
		agree(t, ids(x[:min(len(x), MaxWords/2)]), ids(y[:min(len(y), MaxWords/2)]))
	})
}
