package similarity

import (
	"testing"

	testdata "github.com/wirediff/wirediff/internal/story"
	"github.com/wirediff/wirediff/shingle"
)

// TestAgreementByIndex holds what is worked out for all pairs at once against
// each pair alone, to the bit: on it depends which figures are paired.
func TestAgreementByIndex(t *testing.T) {
	stories, err := testdata.Load("../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, s := range stories[:min(4, len(stories))] {
		for i := 1; i < len(s.Versions); i++ {
			a := readFigures(shingle.Parse(shingle.Document{Text: s.Versions[i-1].Text, Title: s.Versions[i-1].Title}))
			b := readFigures(shingle.Parse(shingle.Document{Text: s.Versions[i].Text, Title: s.Versions[i].Title}))
			indexed, alone := newPairing(a, b, nil), newPairing(a, b, nil)
			alone.sparse = true
			for x := range a.mentions {
				for y := range b.mentions {
					m, n := &a.mentions[x], &b.mentions[y]
					if got, want := indexed.overlap(m, n), alone.overlap(m, n); got != want {
						t.Fatalf("%s: the words around %q and %q agree by %v, by themselves %v", s.Name, m.fig.Text, n.fig.Text, got, want)
					}
					pairs++
				}
			}
			for x := range a.sents {
				for y := range b.sents {
					if got, want := indexed.likeness(x, y), alone.likeness(x, y); got != want {
						t.Fatalf("%s: sentences %d and %d are alike by %v, by themselves %v", s.Name, x, y, got, want)
					}
				}
			}
		}
	}
	if pairs == 0 {
		t.Fatal("no figures were compared")
	}
}
