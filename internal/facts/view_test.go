package facts

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDealt holds the sort of a view's keys to slices.Sort, for few and many,
// spread evenly or not.
func TestDealt(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	var room []uint64
	for range 2000 {
		keys := make([]uint64, r.IntN(300))
		values := 1 + r.Uint64N(1<<(1+r.IntN(59)))
		for i := range keys {
			keys[i] = r.Uint64N(values)
		}
		want := slices.Sorted(slices.Values(keys))
		var got []uint64
		if got, room = dealt(keys, room, hashBits+sentenceBits); !slices.Equal(got, want) {
			t.Fatalf("%x, want %x", got, want)
		}
	}
}

// TestView holds the terms of a view and their sums to those that a map gives,
// term by term.
func TestView(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 1))
	for range 500 {
		rarity := NewRarity(2000)
		p := make(Profile, r.IntN(400))
		hashes := 1 + r.Uint32N(300)
		for i := range p {
			p[i] = Term(1+r.Uint32N(hashes)*0x9E3779&hashMask) | Term(r.Uint32())&^hashMask
			if r.IntN(15) == 0 {
				p[i] = end
			}
		}
		rarity.Count(p, new(Distinct))
		if r.IntN(2) == 0 {
			rarity.Ready()
		}
		flags := map[uint32]Term{}
		for _, term := range p {
			if term != end {
				flags[term.Hash()] |= term &^ hashMask
			}
		}
		v := NewView(p, rarity)
		if len(v.distinct) != len(flags) {
			t.Fatalf("%d terms, want %d", len(v.distinct), len(flags))
		}
		want, square := [kinds]float32{}, 0.0
		for i, hash := range slices.Sorted(maps.Keys(flags)) {
			x := weighed{hash, flags[hash], rarity.Weight(flags[hash] | Term(hash))}
			if v.distinct[i] != x {
				t.Fatalf("term %d is %x, want %x", i, v.distinct[i], x)
			}
			square += float64(x.weight) * float64(x.weight)
			for k := range kinds {
				if x.is(k) {
					want[k] += x.weight
				}
			}
		}
		if v.total != want || v.square != square {
			t.Fatalf("sums %v and %v, want %v and %v", v.total, v.square, want, square)
		}
	}
}

// TestViewRoom holds that views are the same whether their room is new or used.
func TestViewRoom(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 9))
	profiles := make([]Profile, 40)
	rarity := NewRarity(len(profiles))
	var distinct Distinct
	for i := range profiles {
		for range r.IntN(200) {
			term := Term(r.Uint32N(300) * 0x9E3779)
			if r.IntN(12) == 0 {
				term = end
			}
			profiles[i] = append(profiles[i], term)
		}
		profiles[i] = append(profiles[i], end)
		rarity.Count(profiles[i], &distinct)
	}
	rarity.Ready()
	var used Viewer
	for i := 1; i < len(profiles); i++ {
		used.Reset()
		got := All(used.View(profiles[i-1], rarity), used.View(profiles[i], rarity), Outside{})
		want := All(NewView(profiles[i-1], rarity), NewView(profiles[i], rarity), Outside{})
		if got != want {
			t.Fatalf("profiles %d and %d: %v, want %v", i-1, i, got, want)
		}
	}
}

// BenchmarkView gives the cost of a view by the terms of its profile.
func BenchmarkView(b *testing.B) {
	for _, n := range []int{60, 130, 500} {
		r := rand.New(rand.NewPCG(2, 9))
		rarity := NewRarity(2000)
		profiles := make([]Profile, 1000)
		for i := range profiles {
			for range n {
				hash := r.Uint32() & hashMask
				if r.IntN(3) == 0 {
					hash = r.Uint32N(60) * 0x9E3779 // a common one
				}
				profiles[i] = append(profiles[i], Term(hash))
			}
		}
		rarity.Ready()
		b.Run(fmt.Sprintf("terms=%d", n), func(b *testing.B) {
			var m Viewer
			for i := range b.N {
				m.Reset()
				m.View(profiles[i%len(profiles)], rarity)
			}
		})
	}
}
