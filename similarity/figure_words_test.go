package similarity

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

// TestFormsInOrder holds the sort of ids against a plain one: few, many, and ids
// that are no hashes.
func TestFormsInOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 2, 300, many, many + 1, 3 * many} {
		for _, mask := range []wordID{^wordID(0), 7, 7 << 56} {
			var r formRoom
			for i := range n {
				r.ids = append(r.ids, numberedID{wordID(rng.Uint64()) & mask, int32(i)})
			}
			want := slices.Clone(r.ids)
			slices.SortStableFunc(want, func(x, y numberedID) int { return cmp.Compare(x.id, y.id) })
			got := slices.Clone(r.sort())
			slices.SortStableFunc(got, func(x, y numberedID) int { // ids of one value in any order
				return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.word, y.word))
			})
			if !slices.Equal(got, want) || !slices.IsSortedFunc(r.sorted, func(x, y numberedID) int { return cmp.Compare(x.id, y.id) }) {
				t.Errorf("%d ids under %x are out of order", n, mask)
			}
		}
	}
}

// TestForms holds the forms that the tables give against those of each word
// alone.
func TestForms(t *testing.T) {
	a := shingle.Parse(shingle.Document{
		Title: "Blaze kills six", Text: "The fire killed SIX people, deaths that police say were a number of early hours away; Fires burned the homes’ roofs.",
	})
	v := newVocabulary(a)
	var f forms
	f.read(v)
	if !slices.IsSorted(f.ids) || len(slices.Compact(slices.Clone(f.ids))) != len(f.ids) {
		t.Errorf("the ids are not in order, each once: %x", f.ids)
	}
	for i, w := range v.words {
		if got, want := f.ids[f.of[i].n], idOf(w.text); got != want {
			t.Errorf("%q has id %x, alone %x", w.text, got, want)
		}
		_, vague := vaguePhrases[w.lower.text]
		if f.vague[i] != vague {
			t.Errorf("%q: vague words may begin with it: %v", w.text, f.vague[i])
		}
		if stop := f.of[i].weight == 0.08; stop != stopWords[w.lower.text] {
			t.Errorf("%q: a stop word: %v", w.text, stop)
		}
	}
}
