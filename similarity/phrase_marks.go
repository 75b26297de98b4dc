package similarity

import "strings"

// wordMarks says which of the phrase rules have an interest in a word, so that
// the rest of a text costs them nothing.
type wordMarks struct {
	scales uint64 // bit n: it stands on action scale n
	flags  wordFlags
}

type wordFlags uint8

const (
	negating  wordFlags = 1 << iota // it may begin a negation
	denying                         // it denies, by itself or with others
	opposable                       // it has a contrary in a table
	prefixing                       // it begins with un- or non-
)

// markWords fills the marks of every word of the lexicon.
func (x *lexicon) markWords() {
	x.marks = make([]wordMarks, len(x.low))
	for id, low := range x.low {
		m := &x.marks[id]
		for _, s := range actionScales[low] {
			m.scales |= 1 << s.scale
		}
		if _, ok := denyingVerbs[low]; ok || isNegation(low) {
			m.flags |= negating
		}
		if denies(low) {
			m.flags |= denying
		}
		if contraries[low] != nil || antonyms[low] != nil {
			m.flags |= opposable
		}
		if strings.HasPrefix(low, "un") || strings.HasPrefix(low, "non") {
			m.flags |= prefixing
		}
	}
}

func (r *reading) marks(t int) wordMarks { return r.words.marks[r.ids[t]] }

// has reports whether the word at t has all of the flags.
func (r *reading) has(t int, f wordFlags) bool { return r.words.marks[r.ids[t]].flags&f == f }

// marked is the marks of the tokens [first, last) together.
func (r *reading) marked(first, last int) (m wordMarks) {
	for t := first; t < last; t++ {
		w := r.marks(t)
		m.scales |= w.scales
		m.flags |= w.flags
	}
	return m
}

// sentenceMarks is the marks of each sentence.
func (r *reading) sentenceMarks() []wordMarks {
	out := make([]wordMarks, len(r.sents))
	for n, s := range r.sents {
		out[n] = r.marked(s.First, s.Last)
	}
	return out
}

// worthComparing reports whether two sentences that are only akin may hold
// something for the rules that compare such.
func worthComparing(a, b wordMarks) bool {
	return a.scales&b.scales != 0 || a.flags&negating != 0 ||
		a.flags&b.flags&opposable != 0 || (a.flags|b.flags)&prefixing != 0
}
