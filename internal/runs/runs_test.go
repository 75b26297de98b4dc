package runs

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSort holds that every run comes once, whole and in the order of its
// documents, in one order whatever the number of rounds and workers.
func TestSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 100, 5000, 80_000} {
		want := map[uint32][]int32{}
		var entries []uint64
		for d := range int32(n) {
			key := uint32(r.IntN(max(1, n/3)))*2654435761 ^ 5
			entries = append(entries, Entry(key, d))
			want[key] = append(want[key], d)
		}
		for key, docs := range want {
			if len(docs) < 2 {
				delete(want, key)
			}
		}
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		var order []uint64
		for _, way := range []struct{ rounds, workers, writers int }{{1, 1, 1}, {3, 2, 3}, {Parts, 4, 1}} {
			var parts [Parts][]uint64
			Sort(way.rounds, way.workers, func(round *Round) {
				for i := range way.writers {
					w := round.Writer()
					for k := i; k < len(entries); k += way.writers {
						w.Add(uint32(entries[k]>>32), Doc(entries[k]))
					}
				}
			}, func(part, _ int, sorted []uint64) {
				for run := range Of(sorted) {
					parts[part] = append(parts[part], run...)
				}
			})
			got := slices.Concat(parts[:]...)
			if order == nil {
				order = got
			}
			if !slices.Equal(got, order) {
				t.Fatalf("%d entries, %+v: another order of runs", n, way)
			}
			seen := 0
			for run := range Of(got) {
				docs := make([]int32, len(run))
				for i, e := range run {
					docs[i] = Doc(e)
				}
				if key := uint32(run[0] >> 32); !slices.Equal(docs, want[key]) {
					t.Fatalf("%d entries, %+v: key %x has %v, want %v", n, way, key, docs, want[key])
				}
				seen++
			}
			if seen != len(want) {
				t.Fatalf("%d entries, %+v: %d runs, want %d", n, way, seen, len(want))
			}
		}
	}
}

// TestSorted holds the radix sort to sorting by key and keeping the order
// within one, or sorting that too.
func TestSorted(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	var room Room
	for _, n := range []int{0, 1, 2, 100, 511, 512, 513, 5000, 70000} {
		room.Reset()
		for doc := range n {
			room.Add(r.Uint32()>>(r.UintN(3)*9), int32(doc))
		}
		want := slices.Clone(room.entries)
		slices.Sort(want)
		if got := room.Sorted(); !slices.Equal(got, want) {
			t.Errorf("%d entries are not in order", n)
		}
	}
}

func TestRounds(t *testing.T) {
	for _, c := range []struct {
		name                 string
		entries, bytes, want int
	}{
		{"nothing", 0, 100, 1},
		{"all fit", 100, 800, 1},
		{"one too many", 101, 800, 2},
		{"no room: a part at a time", 1000, 0, Parts},
	} {
		if got := Rounds(c.entries, c.bytes); got != c.want {
			t.Errorf("%s: %d rounds, want %d", c.name, got, c.want)
		}
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 4))
	keys := make([]uint32, 1_000_000)
	for i := range keys {
		keys[i] = r.Uint32()
	}
	for _, rounds := range []int{1, 8} {
		b.Run(fmt.Sprintf("entries=1000000/rounds=%d", rounds), func(b *testing.B) {
			for b.Loop() {
				Sort(rounds, 1, func(round *Round) {
					w := round.Writer()
					for d, k := range keys {
						w.Add(k, int32(d))
					}
				}, func(int, int, []uint64) {})
			}
			b.ReportMetric(float64(len(keys)*b.N)/b.Elapsed().Seconds(), "entries/s")
		})
	}
}
