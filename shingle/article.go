package shingle

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// Parse takes a document apart. An empty text gives an article of no tokens.
// The cost is linear in the text.
func Parse(doc Document) *Article {
	a := &Article{Document: doc}
	a.Tokens = token.Tokenize(nil, doc.Text)
	at, first := 0, 0
	for part := range strings.SplitSeq(doc.Text, "\n\n") {
		span := Span{Start: at, End: at + len(part)}
		at = span.End + 2
		last := first
		for last < len(a.Tokens) && int(a.Tokens[last].Start) < span.End {
			last++
		}
		if last == first {
			continue
		}
		a.Blocks = append(a.Blocks, Block{Span: span})
		a.Sentences = token.Sentences(a.Sentences, doc.Text, span, a.Tokens, first, last)
		first = last
	}
	a.Roles = make([]Role, len(a.Sentences))
	return a
}
