package similarity

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLeast holds the selection to a sort, over numbers of few and of many
// values.
func TestLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 3000 {
		a := make([]uint64, r.IntN(150))
		values := 1 + r.Uint64N(1<<r.IntN(40))
		for i := range a {
			a[i] = r.Uint64N(values)
		}
		want := slices.Sorted(slices.Values(a))
		n := r.IntN(len(a) + 3)
		got := least(a, n)
		if !slices.Equal(got, want[:min(n, len(a))]) {
			t.Fatalf("the least %d of %v: %v", n, want, got)
		}
		if slices.Sort(a); !slices.Equal(a, want) {
			t.Fatalf("%v has become %v", want, a)
		}
	}
}

func BenchmarkLeast(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 1))
	all := make([][]uint64, 512)
	for i := range all {
		all[i] = make([]uint64, 130)
		for k := range all[i] {
			all[i][k] = r.Uint64()
		}
	}
	room := make([]uint64, 130)
	b.Run("select", func(b *testing.B) {
		for i := range b.N {
			copy(room, all[i%len(all)])
			least(room, termKeys)
		}
	})
	b.Run("sort", func(b *testing.B) {
		for i := range b.N {
			copy(room, all[i%len(all)])
			slices.Sort(room)
		}
	})
}
