package similarity

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/align"
)

// TestKnownWordsOfOnePlace asks for words that have one place among the known in
// turn: each is told as itself.
func TestKnownWordsOfOnePlace(t *testing.T) {
	hash := hashOf("any")
	words := []string{"Fires", "fires", "FIRES", "homes’", "“", "", strings.Repeat("long", longestKnown)}
	for range 3 {
		for _, w := range words {
			k := know(w, hash)
			if k.text != w || k.lower.text != strings.ToLower(w) || k.plain.text != straight(w) {
				t.Errorf("%q is known as %q, %q in lower case, %q plain", w, k.text, k.lower.text, k.plain.text)
			}
		}
	}
}

// TestFactsOfWords holds what is known of words against the tables.
func TestFactsOfWords(t *testing.T) {
	for _, tc := range []struct {
		why, word string
		stem      string // of the alignment
		feature   knownFeature
		weight    float32
		vague     bool
	}{
		{"a word of no table", "harbours", align.Stem("harbours"), knownFeature{}, 1, false},
		{"a capital may make a name of it", "Harbours", align.Stem("harbours"), knownFeature{}, nameWeighs, false},
		{"a stop word says little", "The", "the", knownFeature{in: aStopWord, text: "the"}, stopWeighs, false},
		{"a number written out", "Seven", align.Stem("seven"), knownFeature{in: aNumber, text: "7"}, nameWeighs, false},
		{"an irregular form has its word's stem", "fled", align.Stem(irregular["fled"]), knownFeature{}, 1, false},
		{"a phrase of vague words begins with it", "Several", align.Stem("several"), knownFeature{}, nameWeighs, true},
	} {
		k := know(tc.word, hashOf(tc.word))
		f := k.lower
		if s, ok := synonymOf[tc.stem]; ok && tc.feature.text == "" {
			tc.feature = knownFeature{in: aSynonym, text: s}
		}
		tc.feature.hash = hashOf(tc.feature.text)
		low := strings.ToLower(tc.word)
		if f.stem != tc.stem || f.feature != tc.feature || k.weight != tc.weight || f.vague != tc.vague || f.marks != marksOf(low) || f.form != idOf(tc.word) || k.form != f.form || k.vague != f.vague {
			t.Errorf("%s: %q is known as %+v, in lower case %+v", tc.why, tc.word, k, f)
		}
	}
}
