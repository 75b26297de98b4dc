package facts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// Reading is what a token comes to wherever it stands, as Builder.Read gives it:
// its term in the low half, with Common set, 0 for a function word or a mark, and
// of a number by itself; what it is in the high half.
type Reading = uint64

const termBits = 32

const (
	isNumber    Reading = 1 << (termBits + iota) // in digits
	isWhole                                      // a number that a magnitude word behind it may multiply
	isMagnitude                                  // a magnitude word
	mayBeNumber                                  // may begin a number in words
	isUpper                                      // begins with a capital
	isQuote                                      // a quotation mark
)

// Read reads a token.
func (b *Builder) Read(word string, kind token.Kind) (r Reading) {
	switch kind {
	case token.Punct:
		if quotes(word, 0) != 0 || quotes(word, Quoted) != Quoted {
			r = isQuote
		}
		return r
	case token.Number:
		return readNumber(word)
	}
	b.lower = fold(b.lower[:0], word)
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		r |= isUpper
	}
	known := lookUp(b.lower)
	r |= known & (mayBeNumber | isMagnitude)
	stem := trimPossessive(b.lower)
	if len(stem) < len(b.lower) {
		known = lookUp(stem)
	}
	if len(stem) > 0 && known&isFunction == 0 {
		r |= Reading(hashTerm(stemOf(stem))) | known&Reading(Common)
	}
	return r
}

// isFunction is of a function word, in knownWords alone.
const isFunction Reading = 1 << 63

// lookUp gives what is known of a word in lower case.
func lookUp(word []byte) Reading {
	if len(word) == 0 || knownShapes[word[0]&31][word[len(word)-1]&31]>>min(len(word), 31)&1 == 0 {
		return 0
	}
	return knownWords[string(word)]
}

// knownShapes has, by the low bits of the first letter and of the last, a bit
// for each length of a word that is known: few others have those of one.
var knownShapes = func() (shapes [32][32]uint32) {
	for w := range knownWords {
		shapes[w[0]&31][w[len(w)-1]&31] |= 1 << min(len(w), 31)
	}
	return shapes
}()

// knownWords are the words, in lower case, of which something is known.
var knownWords = func() map[string]Reading {
	known := map[string]Reading{"half": mayBeNumber, "dozen": mayBeNumber, "dozens": mayBeNumber}
	for w := range small {
		known[w] |= mayBeNumber
	}
	for w := range magnitudes {
		known[w] |= isMagnitude
	}
	for w := range function {
		known[w] |= isFunction
	}
	for w := range common {
		known[w] |= Reading(Common)
	}
	return known
}()

// readNumber reads a number in digits by itself.
func readNumber(s string) Reading {
	value, i := uint64(0), 0
	for ; i < len(s) && i < 15 && s[i]-'0' < 10; i++ {
		value = 10*value + uint64(s[i]-'0')
	}
	if i == len(s) {
		return Reading(figureTerm(float64(value))) | isNumber | isWhole
	}
	v, rest := digits(s)
	if rest == "" {
		return Reading(figureTerm(v)) | isNumber | isWhole
	}
	m, _ := magnitude(strings.ToLower(rest))
	return Reading(figureTerm(v*m)) | isNumber
}
