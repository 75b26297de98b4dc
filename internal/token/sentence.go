package token

import (
	"strings"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences appends to dst the sentences of the block [span.Start, span.End)
// of text, whose tokens are tokens[first:last]. Line breaks inside a block
// are soft. Boundaries start from UAX #29; one that falls behind an
// abbreviation or before a lower-case word is no end of a sentence.
func Sentences(dst []Sentence, text string, span Span, tokens []Token, first, last int) []Sentence {
	flat := strings.NewReplacer("\r", " ", "\n", " ").Replace(span.Of(text))
	at := span.Start
	it := sentences.FromString(flat)
	cur := first
	for i := first; it.Next(); {
		at += len(it.Value())
		for i < last && int(tokens[i].Start) < at {
			i++
		}
		if i == cur || i < last && tokens[i-1].Kind == Word && strings.HasSuffix(tokens[i-1].Of(text), ".") {
			continue
		}
		dst = append(dst, Sentence{Span{int(tokens[cur].Start), int(tokens[i-1].End)}, cur, i})
		cur = i
	}
	if cur < last {
		dst = append(dst, Sentence{Span{int(tokens[cur].Start), int(tokens[last-1].End)}, cur, last})
	}
	return dst
}
