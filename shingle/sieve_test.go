package shingle

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/token"
)

// TestSieve holds that a sieve lets every word of its table pass, however it
// is written and wherever it stands, and words that are none through seldom.
func TestSieve(t *testing.T) {
	for w := range anywheres {
		for _, text := range []string{w, strings.ToUpper(w), strings.ToUpper(w[:1]) + w[1:] + ", and more behind it"} {
			if triggers.passed(text, token.Tokenize(nil, text), 0) != 0 {
				t.Errorf("%q does not pass", text)
			}
		}
	}
	const text = "The freighter ran aground off Karvane on Tuesday, the port authority said, and 1,400 tonnes of salt were lost; no photo-finish, he said."
	tokens := token.Tokenize(nil, text)
	first := triggers.passed(text, tokens, 0)
	if first == len(tokens) || tokens[first].Of(text) != "photo" || triggers.passed(text, tokens, first+1) < len(tokens)-3 {
		t.Error("of the words of running text, photo is to pass, and others only at the end")
	}
}
