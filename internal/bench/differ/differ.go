// Package differ lays two versions of an article side by side with other
// libraries, so that wirediff can be measured beside them. All get the same
// tokens. What is asked of them is what an editor asks: which figures were
// changed, and how much of the text is shown as different.
//
// A rival answers with edits. Where an edit replaces a text that holds numbers
// by one that holds as many, it says that the first became the first, the
// second the second; where the numbers on the two sides are not as many, it
// says nothing of them. wirediff answers with its figure variants.
package differ

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// Differ is one way of laying two versions side by side.
type Differ struct {
	Name   string
	Method string // a line for readers
	Diff   func(p *Pair) Answer
}

// All are the rivals, in the order of the tables, after wirediff itself.
var All = []Differ{
	{"wirediff", "sentences, moves, word diff, figures by slot, phrasings by rule", diffWirediff},
	{"sergi/go-diff", "Myers, tokens as runes, semantic cleanup", diffGoDiff},
	{"hexops/gotextdiff", "Myers, a token a line", diffGotextdiff},
	{"aymanbagabas/go-udiff", "the diff of gopls, a token a line", diffUdiff},
	{"pmezard/go-difflib", "Ratcliff and Obershelp, without junk", diffDifflib},
	{"kylelemons/godebug", "shortest edit script, a token a line", diffGodebug},
}

// Named gives the differ of a name.
func Named(name string) (Differ, bool) {
	for _, d := range All {
		if d.Name == name {
			return d, true
		}
	}
	return Differ{}, false
}

// Pair is two versions, b made from a, with the truth.
type Pair struct {
	A, B           shingle.Document
	WordsA, WordsB []string // the tokens
	LinesA, LinesB string   // the tokens, each on a line of its own
	Changed        []Change // sorted
	numbersA       []bool   // which tokens are numbers
	numbersB       []bool
}

// Change is a figure that became another: the numbers without sign of
// currency, unit or magnitude.
type Change struct{ From, To string }

func compareChanges(a, b Change) int {
	if c := strings.Compare(a.From, b.From); c != 0 {
		return c
	}
	return strings.Compare(a.To, b.To)
}

// Edit is a run of tokens of a that the run of tokens of b replaced: half-open
// ranges of WordsA and WordsB, either of which may be empty.
type Edit struct{ A, B [2]int }

// Answer is what a differ says of a pair.
type Answer struct {
	Edits   []Edit   // in order; what lies between is alike. Of wirediff, what has moved is alike too
	Changed []Change // figures that became others, in any order
}

// Pairs makes up to n pairs of versions and the versions that they were made
// from, of a made-up corpus of a seed.
func Pairs(n int, seed uint64) []*Pair {
	// In the corpus 0.4 of the documents are made from another, and stand near
	// it: all that a pair needs is in the first 5·n documents.
	docs := map[string]corpus.Doc{}
	var made []corpus.Doc
	for d := range corpus.Generate(corpus.Config{Documents: 5*n + 100, Seed: seed}) {
		docs[d.ID] = d
		if d.Parent != "" && d.Kind != corpus.Copy {
			made = append(made, d)
		}
	}
	var pairs []*Pair
	for _, d := range made {
		parent, ok := docs[d.Parent]
		if ok && len(pairs) < n {
			pairs = append(pairs, newPair(parent, d))
		}
	}
	return pairs
}

func newPair(a, b corpus.Doc) *Pair {
	p := &Pair{A: document(a), B: document(b)}
	p.WordsA, p.LinesA, p.numbersA = words(a.Text)
	p.WordsB, p.LinesB, p.numbersB = words(b.Text)
	for _, c := range b.Figures {
		p.Changed = append(p.Changed, Change{number(c.From), number(c.To)})
	}
	slices.SortFunc(p.Changed, compareChanges)
	return p
}

func document(d corpus.Doc) shingle.Document {
	return shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Outlet: d.Outlet, Published: d.Published}
}

func words(text string) (words []string, lines string, numbers []bool) {
	for _, t := range token.Tokenize(nil, text) {
		words = append(words, t.Of(text))
		numbers = append(numbers, t.Kind == token.Number)
	}
	return words, strings.Join(words, "\n") + "\n", numbers
}

// number is the digits of a figure with their points and commas.
func number(figure string) string {
	const digits = "0123456789"
	start := strings.IndexAny(figure, digits)
	if start < 0 {
		return ""
	}
	figure = figure[start:]
	end := strings.IndexFunc(figure, func(r rune) bool { return !strings.ContainsRune(digits+".,", r) })
	if end >= 0 {
		figure = figure[:end]
	}
	return strings.TrimRight(figure, ".,")
}

// answer reads figure changes off edits, as the package says.
func (p *Pair) answer(edits []Edit) Answer {
	out := Answer{Edits: merge(edits)}
	for _, e := range out.Edits {
		a, b := numbersOf(p.WordsA, p.numbersA, e.A), numbersOf(p.WordsB, p.numbersB, e.B)
		if len(a) != len(b) {
			continue
		}
		for i := range a {
			if a[i] != b[i] {
				out.Changed = append(out.Changed, Change{a[i], b[i]})
			}
		}
	}
	return out
}

func numbersOf(words []string, isNumber []bool, within [2]int) []string {
	var found []string
	for i := within[0]; i < within[1]; i++ {
		if isNumber[i] {
			found = append(found, number(words[i]))
		}
	}
	return found
}

// merge joins edits that touch: a deletion and the insertion behind it.
func merge(edits []Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		if n := len(out); n > 0 && out[n-1].A[1] == e.A[0] && out[n-1].B[1] == e.B[0] {
			out[n-1].A[1], out[n-1].B[1] = e.A[1], e.B[1]
			continue
		}
		out = append(out, e)
	}
	return out
}
