package similarity

import (
	"slices"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
)

// quoteChangeKind says what happened to the words of a quotation.
type quoteChangeKind uint8

const (
	quoteAltered   quoteChangeKind = iota // other words inside
	quoteShortened                        // words at an end left out
	quoteTurned                           // what was left out begins with but, although, unless: the turn of the thought
	quoteStyled                           // spelling, or words taken over from the sentence beside it
)

// turns are the words that take back part of what was said before them.
var turns = wordSet(`but although though however yet except unless if only`)

// quotedWords is the words of a quotation, with what its printer owns up to:
// his own words in square brackets, an ellipsis where words are left out.
type quotedWords struct {
	ids     []int32
	own     []bool // by word: in brackets
	elision []bool // by word: an ellipsis stands before it; one more, for the end
}

func (q *quotedWords) add(r *reading, f fragment) {
	inside, left := false, false
	for t := f.first; t < f.last; t++ {
		switch low := r.low(t); {
		case low == "[":
			inside = true
		case low == "]":
			inside = false
		case r.ellipsis(t):
			left = true
		case r.toks[t].Kind != token.Punct:
			q.ids, q.own, q.elision = append(q.ids, r.words.of[r.ids[t]].fold), append(q.own, inside), append(q.elision, left)
			left = false
		}
	}
}

// ownedUp reports whether the difference at words [first, last) is marked as
// the printer's: all in brackets, or gone at an ellipsis.
func (q *quotedWords) ownedUp(first, last int) bool {
	if first == last {
		return first < len(q.ids) && q.elision[first]
	}
	return !slices.Contains(q.own[first:last], false)
}

// ellipsis reports whether token t is an ellipsis, or a period of one.
func (r *reading) ellipsis(t int) bool {
	switch r.low(t) {
	case "…", "...":
		return true
	case ".":
		return r.is(t+1, ".") && r.toks[t].End == r.toks[t+1].Start || r.is(t-1, ".") && r.toks[t-1].End == r.toks[t].Start
	}
	return false
}

// quoteChange compares the words of two quotations; ok is false where they
// are the same, or b's only has more at its ends (its neighbour's words). What
// b owns up to is style.
func (p *phrasing) quoteChange(a []int32, q quotedWords) (change quoteChangeKind, ok bool) {
	b := q.ids
	runs, _ := align.Words(nil, a, b)
	change = quoteStyled
	for n, r := range runs {
		if r.Same {
			continue
		}
		la, lb := r.A[1]-r.A[0], r.B[1]-r.B[0]
		end := n == 0 || n == len(runs)-1
		switch {
		case q.ownedUp(r.B[0], r.B[1]):
			ok = true
		case la == 0 && end:
		case lb == 0 && end:
			if change != quoteTurned {
				change = quoteShortened
			}
			if n > 0 && turns[p.words.of[a[r.A[0]]].low] {
				change = quoteTurned
			}
			ok = true
		case la > 0 && p.oneStyle(a[r.A[0]:r.A[1]], b[r.B[0]:r.B[1]]):
			ok = true
		default:
			return quoteAltered, true
		}
	}
	return change, ok
}
