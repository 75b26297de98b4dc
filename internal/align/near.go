package align

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Near reports whether two words, in lower case, are near-words: the same
// stem, or a typo or spelling apart (one letter in words of four to six, two
// in longer ones). Numbers and words of over 40 bytes are never near.
func Near(a, b string) bool {
	short := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	if short < 3 || len(a) > 40 || len(b) > 40 || strings.ContainsAny(a+b, "0123456789") {
		return false
	}
	if a != b && strings.Contains(a, "illion") && strings.Contains(b, "illion") {
		return false // a million for a billion is no typo but another number
	}
	if a == b || Stem(a) == Stem(b) {
		return true
	}
	switch d := levenshtein.ComputeDistance(a, b); {
	case short < 4:
		return false
	case short < 7:
		return d <= 1
	default:
		return d <= 2
	}
}
