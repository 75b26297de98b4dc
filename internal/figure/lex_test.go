package figure

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/token"
)

// TestFirstWords: the first word of every sentence is marked, however many
// paragraphs, with their ends, lie between it and the last.
func TestFirstWords(t *testing.T) {
	for n := 1; n < 40; n++ {
		text := strings.Repeat("Rain fell. Roads closed.\n\n", n)
		tokens := token.Tokenize(nil, text)
		var sentences []token.Sentence
		for first := range tokens {
			if w := tokens[first].Of(text); w == "Rain" || w == "Roads" {
				sentences = append(sentences, token.Sentence{
					Span:  token.Span{Start: int(tokens[first].Start), End: int(tokens[first+2].End)},
					First: first, Last: first + 3,
				})
			}
		}
		var l lexer
		l.run(text, tokens, sentences)
		for _, it := range l.items {
			w := text[it.start:it.end]
			if want := w == "Rain" || w == "Roads"; it.first != want {
				t.Fatalf("%d paragraphs: %q at %d is first: %v", n, w, it.start, it.first)
			}
		}
	}
}
