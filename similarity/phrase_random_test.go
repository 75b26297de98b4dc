package similarity

import (
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// TestPhrasesRandom: words of the rules' own tables, names, numbers and marks
// in any order, and the same with some changed, make no rule panic or quote
// what is not there, and the collation reassembles both.
func TestPhrasesRandom(t *testing.T) {
	vocabulary := strings.Fields(`who that to of and but it he , . " “ ” ' [ ] … ... - Mira Valk Sund 12 may could will would according
		to out been was were not by the a according words in said`)
	for _, table := range [][]string{
		slices.Sorted(maps.Keys(reportingVerbs)), slices.Sorted(maps.Keys(actionScales)), slices.Sorted(maps.Keys(negations)),
		slices.Sorted(maps.Keys(denyingVerbs)), slices.Sorted(maps.Keys(antonyms)), slices.Sorted(maps.Keys(actors)),
		slices.Sorted(maps.Keys(vagueSources)), slices.Sorted(maps.Keys(hedgePhrases)), slices.Sorted(maps.Keys(defaultRules.phrases)),
	} {
		vocabulary = append(vocabulary, table...)
	}
	vocabulary = append(vocabulary, "\n\n", "\n\n", "\n\n")
	for seed := range int64(1000) {
		rng := rand.New(rand.NewSource(seed))
		word := func() string { return vocabulary[rng.Intn(len(vocabulary))] }
		var x, y []string
		for range rng.Intn(60) {
			x = append(x, word())
		}
		for _, w := range x {
			switch rng.Intn(6) {
			case 0:
			case 1:
				y = append(y, word())
			default:
				y = append(y, w)
			}
		}
		a, b := strings.Join(x, " "), strings.Join(y, " ")
		c := collate(a, b)
		for _, v := range Phrases(c) {
			checkQuote(t, v.A, c.A)
			checkQuote(t, v.B, c.B)
		}
		if ra, rb := c.Reassemble(); ra != a || rb != b {
			t.Fatalf("seed %d: reassembled %q and %q from %q and %q", seed, ra, rb, a, b)
		}
	}
}
