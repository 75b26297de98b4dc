package similarity

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// TestMarksOf holds the marks of a word against the tables asked one by one, for
// every word of the tables, and for words that only their ends mark.
func TestMarksOf(t *testing.T) {
	in := func(set map[string]bool) func(string) bool { return func(w string) bool { return set[w] } }
	negates := func(w string) bool { return negations[w] || strings.HasSuffix(w, "n't") }
	plain := map[wordFlags]func(string) bool{
		stopWord: in(stopWords), dayName: in(days), commonest: in(commonEnglish), opensClause: in(clauseStarts), finiteVerb: in(finite),
		between: in(passedOver), acting: in(actors), droppable: in(dropsOut), being: in(formsOfBe), quoting: in(quotingMarks),
		numberWord:  func(w string) bool { return numberWords[w] != "" },
		bent:        func(w string) bool { return irregular[w] != "" },
		negation:    negates,
		negating:    func(w string) bool { _, ok := denyingVerbs[w]; return ok || negates(w) },
		opposable:   func(w string) bool { return contraries[w] != nil || antonyms[w] != nil },
		prefixing:   func(w string) bool { return strings.HasPrefix(w, "un") || strings.HasPrefix(w, "non") },
		hedging:     func(w string) bool { return hedgePhrases[w] != nil },
		cautioning:  func(w string) bool { return caveats[w] != nil },
		attributing: func(w string) bool { return attributionWords[w] || reporting(w) },
		adverb:      func(w string) bool { return strings.HasSuffix(w, "ly") },
		participial: func(w string) bool { return participles[w] || len(w) > 4 && strings.HasSuffix(w, "ed") },
		denying: func(w string) bool {
			return negates(w) || negativeWords[w] || strings.HasPrefix(w, "un") && len(w) > 6 && !notUn[w] || strings.HasPrefix(w, "non")
		},
	}
	words := []string{"", "a", "un", "non", "ly", "ed", "n't", "don't", "bed", "shed", "ended", "unless", "unsafe", "unlikely", "unsettled", "nonsense", "harbour", "12"}
	for w := range wordbook {
		words = append(words, w, "un"+w, w+"ly", w+"ed")
	}
	for w := range notUn {
		words = append(words, w)
	}
	for _, w := range words {
		m := marksOf(w)
		for f, want := range plain {
			if got := m.flags&f != 0; got != want(w) {
				t.Errorf("%q has mark %d: %v, the tables say %v", w, f, got, want(w))
			}
		}
		var scales uint64
		for _, s := range actionScales[w] {
			scales |= 1 << s.scale
		}
		for _, s := range scalePhrases[w] {
			scales |= 1 << s.at.scale
		}
		if m.scales != scales {
			t.Errorf("%q is on scales %b, the table says %b", w, m.scales, scales)
		}
	}
}

// TestInterner holds an interner that is used again against maps, over strings
// of several spaces that it has to grow for.
func TestInterner(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var x interner
	for range 20 {
		x.reset(rng.IntN(200))
		want := map[space]map[string]int32{}
		for n := range int32(rng.IntN(3000)) {
			in, text := space(rng.IntN(3)), strconv.Itoa(rng.IntN(900))
			if want[in] == nil {
				want[in] = map[string]int32{}
			}
			id, ok := want[in][text]
			hash := hashOf(text)
			if got := x.find(in, text, hash); ok && got != id || !ok && got >= 0 {
				t.Fatalf("%q in %d is %d, want %d (%v)", text, in, got, id, ok)
			}
			if !ok {
				want[in][text] = n
				x.add(in, text, hash, n)
			}
		}
		x.forget()
	}
}
