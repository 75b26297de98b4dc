package differ

import (
	"fmt"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
)

func TestDiffers(t *testing.T) {
	pairs := Pairs(60, 5)
	if len(pairs) != 60 {
		t.Fatalf("%d pairs, want 60", len(pairs))
	}
	for _, d := range All {
		t.Run(d.Name, func(t *testing.T) {
			var s Score
			for _, p := range pairs {
				a := d.Diff(p)
				if d.Name != "wirediff" { // whose edits leave out what has moved
					if err := p.check(a.Edits); err != nil {
						t.Fatal(err)
					}
				}
				s.Add(p, a)
			}
			t.Logf("precision %.3f, recall %.3f, %.3f of the tokens marked, %d edits", s.Precision(), s.Recall(), share(s.Marked, s.Tokens), s.Edits)
			if s.Right == 0 || s.Right > min(s.Said, s.Changed) || s.Marked == 0 || s.Marked >= s.Tokens {
				t.Errorf("%+v", s)
			}
		})
	}
}

// check reports an answer whose edits do not turn a into b: the tokens between
// two edits must be the same on both sides.
func (p *Pair) check(edits []Edit) error {
	a, b := 0, 0
	for i, e := range append(slices.Clone(edits), Edit{[2]int{len(p.WordsA), 0}, [2]int{len(p.WordsB), 0}}) {
		if e.A[0] < a || e.B[0] < b || !slices.Equal(p.WordsA[a:e.A[0]], p.WordsB[b:e.B[0]]) {
			return fmt.Errorf("%s → %s: the tokens before edit %d are not the same", p.A.ID, p.B.ID, i)
		}
		a, b = e.A[1], e.B[1]
	}
	return nil
}

// TestAnswer holds the rule by which figures are read off edits.
func TestAnswer(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       []Change
	}{
		{"one number for another", "it sank with 12 men", "it sank with 14 men", []Change{{"12", "14"}}},
		{"with its currency", "it cost $3.5 million then", "it cost $4.5 million then", []Change{{"3.5", "4.5"}}},
		{"words only", "it sank with 12 men", "it fell with 12 men", nil},
		{"a number cut", "it sank with 12 men aboard", "it sank with men aboard", nil},
		{"an end of sentence", "there were 1,400.", "there were 1,200.", []Change{{"1,400", "1,200"}}},
	} {
		p := newPair(corpus.Doc{ID: "a", Text: tt.a}, corpus.Doc{ID: "b", Text: tt.b})
		for _, d := range All[1:] {
			got := d.Diff(p).Changed
			if len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
				t.Errorf("%s: %s says %v, want %v", tt.name, d.Name, got, tt.want)
			}
		}
	}
}

func TestScore(t *testing.T) {
	p := newPair(corpus.Doc{Text: "a 1 2 3"}, corpus.Doc{Text: "a 4 5 6", Figures: []corpus.Change{{From: "1", To: "4"}, {From: "3", To: "6"}}})
	var s Score
	s.Add(p, Answer{Edits: []Edit{{[2]int{1, 4}, [2]int{1, 4}}}, Changed: []Change{{"9", "9"}, {"3", "6"}, {"2", "5"}}})
	if s != (Score{Pairs: 1, Changed: 2, Said: 3, Right: 1, Edits: 1, Marked: 6, Tokens: 8}) || s.Recall() != 0.5 || s.F1() != 0.4 {
		t.Errorf("%+v", s)
	}
	if empty := (Score{}); empty.Precision() != 1 || empty.F1() != 1 {
		t.Error("nothing asked and nothing said is not right")
	}
}
