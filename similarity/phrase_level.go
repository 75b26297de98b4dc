package similarity

import "strings"

// levelOf says how well the source in tokens [from, to) is known.
func (r *reading) levelOf(from, to int) sourceLevel {
	switch {
	case to == from, to-from == 1 && pronouns[r.low(from)]:
		return pronounSource
	case r.named(from, to):
		if head := headNoun(r, from, to); head >= 0 && head > from && nobody[r.low(head)] && !r.named(from, head+1) {
			return roleSource // a person close to Dahl
		}
		return namedSource
	}
	if to-from == 1 && strings.HasSuffix(r.low(from), "s") && r.low(from) != "police" {
		return vagueSource // doctors say
	}
	head := headNoun(r, from, to)
	if head >= 0 && head+1 == to && evidence[r.low(head)] && r.unowned(from, head) {
		return vagueSource // official figures, research
	}
	if head >= 0 && vagueSources[r.low(head)] && head+1 == to && head-from <= 1 {
		return vagueSource
	}
	return roleSource
}

// nobody are the words for a source that is told by whom it stands near.
var nobody = wordSet(`person people source sources official officials insider insiders someone individual individuals executive executives`)

// unowned reports whether the words before a piece of evidence do not say whose
// it is.
func (r *reading) unowned(first, last int) bool {
	for t := first; t < last; t++ {
		switch r.low(t) {
		case "official", "new", "latest", "recent", "internal", "a", "an", "the", "some", "early", "fresh", "government":
		default:
			return false
		}
	}
	return true
}

// named reports whether a name stands in the tokens.
func (r *reading) named(from, to int) bool {
	for t := from; t < to; t++ {
		if r.isName(t) {
			return true
		}
	}
	return false
}

// isName reports whether the token is a name: a capital inside a sentence, or
// at its start where the word is a name elsewhere. In titles any capital of
// a title-case headline would do, so none does.
func (r *reading) isName(t int) bool {
	if !r.capital(t) || r.has(t, stopWord) || vagueSources[r.low(t)] {
		return false
	}
	f := r.words.of[r.ids[t]].feature
	return f >= 0 && r.words.base[f] == nameWeight
}

// headNoun is the last word before a preposition or comma: of "a doctor at
// the terminal", doctor.
func headNoun(r *reading, from, to int) int {
	head := -1
	for t := from; t < to; t++ {
		switch r.low(t) {
		case "of", "at", "in", "for", "with", "from", "close", "on", "involved", "who", ",":
			if head >= 0 {
				return head
			}
		}
		if r.isWord(t) {
			head = t
		}
	}
	return head
}
