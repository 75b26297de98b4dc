package align

import "strings"

// stemLength is where a stem is cut. Six letters bring kidnap, kidnappers and
// kidnapping, evacuate and evacuation together, and still part most words
// that only begin alike.
const stemLength = 6

// suffixes are taken off one after another, longest first, where at least
// three letters stay.
var suffixes = []string{"'s", "’s", "ings", "ing", "edly", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y"}

// Stem cuts a word in lower case down to what its inflections share: one
// suffix off, a doubled last letter undone, and no more than six letters
// kept. It is coarser than a dictionary stemmer and wants no language: it is
// for finding partners, where a false match costs little.
func Stem(w string) string {
	if len(w) <= 3 || w[0] < 'a' {
		return w
	}
	for _, s := range suffixes {
		if s[len(s)-1] == w[len(w)-1] && len(w)-len(s) >= 3 && strings.HasSuffix(w, s) {
			w = w[:len(w)-len(s)]
			if len(s) <= 4 && s[0] == '\'' || strings.HasPrefix(s, "’") {
				return Stem(w)
			}
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	n := 0
	for at := range w {
		if n == stemLength {
			return w[:at]
		}
		n++
	}
	return w
}
