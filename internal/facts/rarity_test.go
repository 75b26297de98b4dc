package facts

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestTally holds that packed profiles are counted as profiles are, also where a
// term's hash is that of the end of a sentence, and where hundreds of documents
// have a term.
func TestTally(t *testing.T) {
	for _, n := range []int{10, 2000} {
		plain, tally := NewRarity(n), NewTally(n)
		var distinct Distinct
		count := func(p Profile, times int) (same bool) {
			b := AppendPacked(nil, p)
			for range times {
				tally.Count(b)
				plain.Count(Unpack(nil, b), &distinct)
			}
			packed := NewRarity(n)
			packed.Add(tally)
			return packed.Docs() == plain.Docs() && slices.Equal(packed.cells, plain.cells)
		}
		if !count(Profile{1, 2 | Name, end, 2, hashMask | Figure, 1 << packedBits}, 1500) {
			t.Error("what 1,500 documents have is counted otherwise packed")
		}
		rapid.Check(t, func(t *rapid.T) {
			hashes := rapid.SampledFrom([]uint32{3, 40, hashMask}).Draw(t, "hashes")
			times := rapid.SampledFrom([]int{1, 3, 255, 256, 700}).Draw(t, "times")
			p := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Term {
				return Term(rapid.Uint32Range(0, hashes).Draw(t, "hash") | rapid.Uint32Range(0, 15).Draw(t, "flags")<<hashBits)
			}), 0, 80).Draw(t, "terms")
			if !count(p, times) {
				t.Fatalf("profile %x is counted otherwise packed", p)
			}
		})
		if tally.seen != NewTally(n).seen {
			t.Error("what was seen is not forgotten")
		}
	}
}

// TestRanks holds the weights and counts of a large corpus, which are looked up
// by rank, to those that are worked out from each cell's count.
func TestRanks(t *testing.T) {
	for _, test := range []struct {
		name   string
		counts int // how many cells have another count each; the others have few
		ranked bool
	}{
		{"few terms", 3, true},
		{"counts beyond those tabulated", knownCounts + 900, true},
		{"as many counts as there are ranks", 1<<16 - 4, true}, // with 0 to 3
		{"more counts than ranks", 1 << 16, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(3, uint64(test.counts)))
			r := NewRarity(2000)
			r.docs = 90_000
			for i := range r.cells {
				r.cells[i] = rng.Uint32N(4)
			}
			for i := range test.counts {
				r.cells[i] = 4 + 3*uint32(i)
			}
			plain := &Rarity{cells: append([]uint32(nil), r.cells...), docs: r.docs}
			r.Ready()
			if ranked := r.ranks != nil; ranked != test.ranked {
				t.Errorf("ranked: %v, want %v", ranked, test.ranked)
			}
			for i := range 1 << packedBits {
				term := Term(i) | Term(rng.Uint32())&^hashMask
				if got, want := r.Weight(term), plain.weight(kindOf(term), plain.DocsWith(term)); got != want {
					t.Fatalf("term %x weighs %v, want %v", term, got, want)
				}
				if got, want := r.DocsWith(term), plain.DocsWith(term); got != want {
					t.Fatalf("term %x is in %d documents, want %d", term, got, want)
				}
			}
			for n := range 5000 {
				if got, want := r.WeightOf(n), plain.weight(someName, n); got != want {
					t.Fatalf("a name in %d documents weighs %v, want %v", n, got, want)
				}
			}
		})
	}
}

// TestRanksForget holds that a large corpus is forgotten as a small one is.
func TestRanksForget(t *testing.T) {
	var d Distinct
	p := profile("The mayor of Torbeck, Ann Roe, said 240 people died.")
	r := NewRarity(2000)
	r.Count(p, &d)
	r.Ready()
	r.Forget(p)
	if r.Docs() != 0 || r.DocsWith(p[0]) != 0 {
		t.Errorf("%d documents, and %d with the first term, are not forgotten", r.Docs(), r.DocsWith(p[0]))
	}
	r.Count(p, &d)
	r.Count(p, &d)
	r.Ready()
	if r.DocsWith(p[0]) != 2 || r.Weight(p[0]) != r.weight(kindOf(p[0]), 2) {
		t.Errorf("counted again the first term is in %d documents and weighs %v", r.DocsWith(p[0]), r.Weight(p[0]))
	}
}
