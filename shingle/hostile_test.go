package shingle

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/cost"
)

// A quarter of a megabyte of anything is taken apart in a time that grows no
// faster than the text.
func TestParseIsLinear(t *testing.T) {
	for _, unit := range []string{
		"FAQ\n\n", "Key takeaways\n\n- a\n\n", "Who?\n\n", "Most read\n\n1. a\n\n", "a | b\n\n", "(", "((a)\n\n", "KARVANE, ", "KARVANE/", "/", "@", "a@", "a.b/", "#a", "www.",
		"— A (@b) May 3, 2024\n\n", "a\n", " a\n\n", "By A\n\n", "cookies ", "cookies\n\n", "EPA/A ", "EPA/A\n\n", "Ann Roe and ", "ks/", "May ", "May 3\n\n", ":", "12:30:", "1,", "$", "...", "\"", "\r", "\t", "\u00a0", "\u3000\n", "日", "カ", "e\u0301", "\u0301", "😀", "\xff",
	} {
		var a *Article
		cost.Linear(t, fmt.Sprintf("256 KB of %q", unit), 1<<18, func(n int) {
			a = Parse(Document{Text: strings.Repeat(unit, n/len(unit))})
			NewSet(a, DefaultSize)
		})
		checkArticle(t, a)
	}
}
