package rival

import (
	"iter"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/shingle"
)

// made gives the shingle sets of a made-up corpus.
func made(n int) []shingle.Set {
	s := shingle.NewShingler(shingle.DefaultSize)
	var sets []shingle.Set
	for d := range corpus.Generate(corpus.Config{Documents: n, Seed: 3, Words: 120}) {
		sets = append(sets, slices.Clone(s.Set(shingle.Document{ID: d.ID, Text: d.Text})))
	}
	return sets
}

// volatile yields sets as the harness does: each in the room of the last.
func volatile(sets []shingle.Set) iter.Seq[shingle.Set] {
	return func(yield func(shingle.Set) bool) {
		var room shingle.Set
		for _, s := range sets {
			room = append(room[:0], s...)
			if !yield(room) {
				return
			}
			for i := range room {
				room[i] = 0
			}
		}
	}
}

// byAllPairs is the judge: every two sets are compared.
func byAllPairs(sets []shingle.Set, threshold float64) []int32 {
	g := newGroups(len(sets))
	for i, a := range sets {
		for k, b := range sets[:i] {
			if len(a) > 0 && shingle.Compare(a, b).Resemblance() >= threshold {
				g.join(int32(k), int32(i))
			}
		}
	}
	return g.clusters()
}

// together counts the pairs of documents that share a cluster, in a, and in
// both a and b.
func together(a, b []int32) (inA, inBoth int) {
	for i := range a {
		for k := range i {
			if a[i] == a[k] {
				inA++
				if b[i] == b[k] {
					inBoth++
				}
			}
		}
	}
	return inA, inBoth
}

func TestRivals(t *testing.T) {
	sets := append(made(700), nil, shingle.Set{7}, shingle.Set{7}, nil)
	for _, tt := range []struct {
		name      string
		threshold float64
		recall    float64 // of the pairs that a comparison of all pairs puts together
		precision float64
		reason    string
	}{
		{"exact join, from 0.5", 0.5, 1, 1, "it is exact"},
		{"dgryski/go-minhash, from 0.5", 0.5, 0.98, 1, "the bands find 0.996 of the pairs at the threshold, more above, and all is checked"},
		{"dgryski/go-minhash, from 0.3", 0.3, 0.9, 1, "the bands find 0.69 of the pairs at the threshold, but a document has several"},
		{"ekzhu/minhash-lsh, from 0.5", 0.5, 0.98, 1, "37 bands of 3 find 0.993 of the pairs at the threshold"},
		{"fast similarity sketching, from 0.5", 0.5, 0.999, 1, "85 bands of 3 lose 1 in 85,000 of the pairs at the threshold"},
		{"mfonda/simhash", 0.5, 0.03, 0.9, "three bits of 64 are nearly nothing: it finds copies"},
		{"no clusters", 0.5, 0, 0, "it puts nothing together"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, ok := Named(tt.name)
			if !ok {
				t.Fatal("no rival of this name")
			}
			truth := byAllPairs(sets, tt.threshold)
			wanted, _ := together(truth, truth)
			got := r.Group(volatile(sets))
			if len(got) != len(sets) {
				t.Fatalf("%d clusters' numbers for %d documents", len(got), len(sets))
			}
			found, right := together(got, truth)
			if float64(right) < tt.recall*float64(wanted) || float64(right) < tt.precision*float64(found) || found == 0 && tt.recall > 0 {
				t.Errorf("%d pairs found, %d of them right, of %d; want recall %.2f, precision %.2f: %s", found, right, wanted, tt.recall, tt.precision, tt.reason)
			}
			t.Logf("%d pairs, %d right, of %d", found, right, wanted)
		})
	}
	if _, ok := Named("nobody"); ok {
		t.Error("a rival that is not there has a name")
	}
}

// TestLongRun holds that a run of copies comes together by its neighbours.
func TestLongRun(t *testing.T) {
	n := 2*longRun + 3
	entries := make([]entry, n)
	for i := range entries {
		entries[i] = entry{1, int32(n - 1 - i)}
	}
	g := newGroups(n)
	checks := 0
	g.link(entries, func(a, b int32) bool { checks++; return true })
	for d, c := range g.clusters() {
		if c != 0 {
			t.Fatalf("document %d is in cluster %d", d, c)
		}
	}
	if checks > n*neighbours {
		t.Errorf("%d checks for a run of %d", checks, n)
	}
}
