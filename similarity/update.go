package similarity

import "strings"

// What agencies write, in whatever case, before the headline of a later
// version: words with a number behind them, ordinals with a word behind them,
// and words that stand alone.
var (
	numberedCues = [...]string{"UPDATE", "WRAPUP", "RPT-UPDATE", "LEAD"}
	ordinals     = [...]string{"ST ", "ND ", "RD ", "TH "}
	leads        = [...]string{"LEAD", "LD"}
	bareCues     = [...]string{"CORRECTED", "CORRECTION", "REFILE", "UPDATE", "UPDATED", "RECAST"}
)

// updateNumber reads "UPDATE 2-…", "2nd lead: …", and for 1 "CORRECTED-…"; 0
// where the title says nothing of the kind.
func updateNumber(title string) uint8 {
	title = strings.TrimSpace(title)
	if title == "" || strings.IndexByte("UuWwRrLlCc0123456789", title[0]) < 0 {
		return 0
	}
	if n, rest, ok := leadingNumber(title); ok {
		if rest, ok = afterOneOf(rest, ordinals[:]); ok {
			if rest, ok = afterOneOf(rest, leads[:]); ok && !goesOn(rest) {
				return max(n, 1)
			}
		}
		return 0
	}
	if rest, ok := afterOneOf(title, numberedCues[:]); ok {
		if n, rest, ok := leadingNumber(strings.TrimPrefix(rest, " ")); ok && !goesOn(rest) {
			return max(n, 1)
		}
	}
	for i := range bareCues {
		if rest, ok := afterOneOf(title, bareCues[i:i+1]); ok && !goesOn(rest) {
			return 1
		}
	}
	return 0
}

// leadingNumber reads one digit or two at the head of s.
func leadingNumber(s string) (n uint8, rest string, ok bool) {
	i := 0
	for ; i < len(s) && i < 2 && s[i]-'0' < 10; i++ {
		n = 10*n + s[i] - '0'
	}
	return n, s[i:], i > 0
}

// afterOneOf gives what stands in s behind the first of the words that it
// begins with, in whatever case.
func afterOneOf(s string, words []string) (rest string, ok bool) {
	for _, w := range words {
		if len(s) >= len(w) && s[0]|0x20 == w[0]|0x20 && strings.EqualFold(s[:len(w)], w) {
			return s[len(w):], true
		}
	}
	return s, false
}

// goesOn reports whether s begins with a letter or digit of ASCII, so that what
// stands before it is no word of its own.
func goesOn(s string) bool {
	return s != "" && (s[0] == '_' || s[0]-'0' < 10 || (s[0]|0x20)-'a' < 26)
}
