package postings

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/runs"
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
		x := Build(n, most, 1+r.IntN(5), 1+r.IntN(3), func(round *runs.Round) { lists.add(round.Writer(), 0) })
		all, from := x.View(0, n), r.IntN(n)
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
	x := BuildLists(nil, 10, 2)
	if x.Entries() != 0 {
		t.Errorf("%d entries of no documents", x.Entries())
	}
}

// TestViews holds that the views have every document once, in order, and that
// lists count on from one to the next.
func TestViews(t *testing.T) {
	lists := make([]Lists, 3)
	const each = 18_000
	for i := range lists {
		for d := range each {
			keys := make([]uint32, 40)
			for k := range keys {
				keys[k] = uint32(d*len(keys) + k)
			}
			lists[i].Add(keys)
		}
	}
	x := BuildLists(lists, 3, 2)
	next, views := 0, 0
	for v := range x.Views() {
		from, to := v.Range()
		if from != next {
			t.Fatalf("a view from %d, want %d", from, next)
		}
		c := NewCounter(3 * each)
		for d := from; d < to; d += 1000 {
			near := c.Shared(nil, v, d, 40)
			if want := 2 - d/each; len(near) != want {
				t.Errorf("document %d: %v, want %d neighbours", d, near, want)
			}
			for _, n := range near {
				if int(n.Doc)%each != d%each || n.Count != 40 {
					t.Errorf("document %d has neighbour %v", d, n)
				}
			}
		}
		next, views = to, views+1
	}
	if next != 3*each || views < 2 {
		t.Errorf("%d views have %d documents", views, next)
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
			BuildLists([]Lists{lists}, 64, 1)
		}
		b.ReportMetric(float64(docs*b.N)/b.Elapsed().Seconds(), "docs/s")
	})
	x := BuildLists([]Lists{lists}, 64, 1).View(0, docs)
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
