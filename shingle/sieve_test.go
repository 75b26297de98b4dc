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
			if !triggers.may(text, token.Tokenize(nil, text)[0]) {
				t.Errorf("%q does not pass", text)
			}
		}
	}
	const text = "The freighter ran aground off Karvane on Tuesday, the port authority said, and 1,400 tonnes of salt were lost; no photo-finish, he said."
	passed := 0
	for _, tok := range token.Tokenize(nil, text) {
		if tok.End+8 < int32(len(text)) && triggers.may(text, tok) {
			passed++
		}
	}
	if passed != 1 {
		t.Errorf("%d words of running text pass, want photo alone", passed)
	}
}
