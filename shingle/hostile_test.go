package shingle

import (
	"strings"
	"testing"
	"time"
)

// A quarter of a megabyte of anything is taken apart in a time that only a cost
// beyond linear would take: the slowest of these needs a tenth of a second.
func TestParseIsLinear(t *testing.T) {
	for _, unit := range []string{
		"FAQ\n\n", "Key takeaways\n\n- a\n\n", "Who?\n\n", "Most read\n\n1. a\n\n", "a | b\n\n", "(", "((a)\n\n", "KARVANE, ", "KARVANE/", "/", "@", "a@", "a.b/", "#a", "www.",
		"— A (@b) May 3, 2024\n\n", "a\n", " a\n\n", "By A\n\n", "cookies ", "cookies\n\n", "EPA/A ", "EPA/A\n\n", "Ann Roe and ", "ks/", "May ", "May 3\n\n", ":", "12:30:", "1,", "$", "...", "\"", "\r", "\t", "\u00a0", "\u3000\n", "日", "カ", "e\u0301", "\u0301", "😀", "\xff",
	} {
		text := strings.Repeat(unit, 1<<18/len(unit))
		start := time.Now()
		a := Parse(Document{Text: text})
		NewSet(a, DefaultSize)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("256 KB of %q takes %v", unit, d)
		} else if testing.Verbose() {
			t.Logf("%-28q %v", unit, d.Round(time.Millisecond))
		}
		checkArticle(t, a)
	}
}
