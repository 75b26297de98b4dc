package similarity

// marks says which rules have an interest in a word.
func (r *reading) marks(t int) wordMarks { return r.words.of[r.ids[t]].wordMarks }

// has reports whether the word at t has any of the flags.
func (r *reading) has(t int, f wordFlags) bool { return r.words.of[r.ids[t]].flags&f != 0 }

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
