package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joins reports whether the UAX #29 word next belongs to the token before it:
// a number to its currency sign, a group of three digits to a number over a
// no-break or thin space, minutes to hours over a colon, a final period to an
// abbreviation.
func joins(text string, before []Token, next Token) bool {
	last := before[len(before)-1]
	gap := text[last.End:next.Start]
	word, prev := next.Of(text), last.Of(text)
	switch {
	case gap == "" && next.Kind == Number && last.Kind == Punct && isCurrency(prev):
		return true
	case gap == "" && word == "." && last.Kind == Word && isAbbreviation(prev):
		return true
	case next.Kind == Number && last.Kind == Number && isThinGap(gap):
		return len(word) >= 3 && allDigits(word[:3]) && (len(word) == 3 || word[3] == '.' || word[3] == ',') && endsInGroup(prev)
	}
	return false
}

func isCurrency(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.Is(unicode.Sc, r)
}

func isThinGap(gap string) bool {
	return gap == "\u00a0" || gap == "\u2009" || gap == "\u202f"
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// endsInGroup reports whether another group of digits may follow the number:
// it ends in one to three digits that stand behind no decimal point.
func endsInGroup(s string) bool {
	n := 0
	for n < len(s) && s[len(s)-1-n] >= '0' && s[len(s)-1-n] <= '9' {
		n++
	}
	return n >= 1 && n <= 3 && !strings.ContainsAny(s, ".,")
}

// abbreviations are the words whose final period belongs to them. Longer
// lists cut fewer sentences wrongly; a word that also ends sentences often
// ("no.") is left to the sentence rules.
var abbreviations = wordSet(`mr mrs ms dr st gen lt col capt sgt maj gov sen rep rev hon prof jr sr
	jan feb mar apr jun jul aug sept sep oct nov dec
	co corp inc ltd bros dept vs etc approx est ft`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// isAbbreviation reports whether a period after s belongs to s: a listed
// abbreviation, a single capital, or letters with periods between (U.S).
func isAbbreviation(s string) bool {
	if len(s) == 1 {
		return s[0] >= 'A' && s[0] <= 'Z'
	}
	if strings.Contains(s, ".") {
		for part := range strings.SplitSeq(s, ".") {
			if utf8.RuneCountInString(part) != 1 {
				return false
			}
		}
		return true
	}
	return len(s) <= 6 && abbreviations[strings.ToLower(s)]
}
