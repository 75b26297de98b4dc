package postings

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// plain counts shared keys pair by pair.
func plain(keys [][]uint32, most, doc, last int) map[int32]int32 {
	in := map[uint32]int{}
	for _, list := range keys {
		for _, k := range list {
			in[k]++
		}
	}
	out := map[int32]int32{}
	for d := doc + 1; d < len(keys) && d <= last; d++ {
		n := int32(0)
		for _, k := range keys[doc] {
			if in[k] <= most && slices.Contains(keys[d], k) {
				n++
			}
		}
		if n > 0 {
			out[int32(d)] = n
		}
	}
	return out
}

func TestAfterCountsAsAPlainScanDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		n, most := 1+r.IntN(60), 2+r.IntN(10)
		keys := make([][]uint32, n)
		for d := range keys {
			set := map[uint32]bool{}
			for range r.IntN(20) {
				set[uint32(r.IntN(80))<<uint(r.IntN(2)*20)] = true
			}
			keys[d] = slices.Sorted(maps.Keys(set))
		}
		var lists Lists
		for _, k := range keys {
			lists.Add(k)
		}
		x := Build(n, most, 1+r.IntN(5), 1+r.IntN(3), lists.fill)
		all, from := x.All(), r.IntN(n)
		later := x.View(from, n)
		c := NewCounter(n)
		weigh := make([]float32, most+1)
		for i := range weigh {
			weigh[i] = 1
		}
		for d := range keys {
			last := r.IntN(n + 1)
			x := all
			if d >= from {
				x = later
			}
			got := map[int32]int32{}
			for _, near := range c.After(nil, x, d, int32(last), weigh) {
				got[near.Doc] = near.Count
				if near.Weight != float32(near.Count) {
					t.Fatalf("weight %g of %d keys that weigh 1", near.Weight, near.Count)
				}
			}
			if want := plain(keys, most, d, last); !maps.Equal(got, want) {
				t.Fatalf("document %d up to %d: %v, want %v", d, last, got, want)
			}
			least := int32(1 + r.IntN(3))
			clear(got)
			for _, near := range c.Shared(nil, x, d, least) {
				got[near.Doc] = near.Count
			}
			want := plain(keys, most, d, n)
			maps.DeleteFunc(want, func(_, count int32) bool { return count < least })
			if !maps.Equal(got, want) {
				t.Fatalf("document %d, at least %d keys: %v, want %v", d, least, got, want)
			}
		}
	}
}

func TestEmpty(t *testing.T) {
	x := BuildLists(Lists{}, 10, 2)
	if x.Entries() != 0 {
		t.Errorf("%d entries of no documents", x.Entries())
	}
}

func BenchmarkAfter(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	const docs = 10_000
	keys := make([][]uint32, docs)
	for d := range keys {
		for range 32 {
			keys[d] = append(keys[d], uint32(r.IntN(40_000)))
		}
		slices.Sort(keys[d])
		keys[d] = slices.Compact(keys[d])
	}
	var lists Lists
	for _, k := range keys {
		lists.Add(k)
	}
	b.Run("docs=10000/step=build", func(b *testing.B) {
		for b.Loop() {
			BuildLists(lists, 64, 1)
		}
		b.ReportMetric(float64(docs*b.N)/b.Elapsed().Seconds(), "docs/s")
	})
	x := BuildLists(lists, 64, 1).All()
	b.Run("docs=10000/step=count", func(b *testing.B) {
		c, weigh := NewCounter(docs), make([]float32, 65)
		var near []Neighbour
		for b.Loop() {
			for d := range docs {
				near = c.After(near[:0], x, d, docs, weigh)
			}
		}
		b.ReportMetric(float64(docs*b.N)/b.Elapsed().Seconds(), "docs/s")
	})
}
