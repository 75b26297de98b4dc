package main

import (
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/shingle"
)

// TestJoinIsExact holds the prefix filter to a plain loop over all pairs.
func TestJoinIsExact(t *testing.T) {
	var sets []shingle.Set
	for d := range corpus.Generate(corpus.Config{Documents: 300, Seed: 3}) {
		sets = append(sets, shingle.NewSet(shingle.Parse(shingle.Document{Text: d.Text}), shingle.DefaultSize))
	}
	for _, at := range []float64{0.3, 0.5, 0.9, 1} {
		var want, got [][2]int
		for j := range sets {
			for i := range j {
				if shingle.Compare(sets[i], sets[j]).Resemblance() >= at {
					want = append(want, [2]int{i, j})
				}
			}
		}
		join(sets, at, func(i, j int) { got = append(got, [2]int{i, j}) })
		order := func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }
		slices.SortFunc(want, order)
		slices.SortFunc(got, order)
		if !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("at %.1f: %d pairs, want %d", at, len(got), len(want))
		}
	}
}
