package token

import "unicode"

// The classes of characters that the scanner tells apart.
const (
	rare     uint8 = iota // left to the reference: @ # _, other scripts, marks that combine, no-break spaces
	space                 // ASCII white space: no token crosses it
	control               // belongs to no token
	mark                  // punctuation and symbols, a token each
	currency              // a mark that joins a number behind it
	letter
	digit
)

// class is the class of each byte; bytes outside ASCII are rare here and
// classed by their rune.
var class = func() (t [256]uint8) {
	for c := range 0x80 {
		switch r := rune(c); {
		case r == ' ' || r >= '\t' && r <= '\r':
			t[c] = space
		case unicode.IsControl(r):
			t[c] = control
		case isLetter(byte(c)):
			t[c] = letter
		case isDigit(byte(c)):
			t[c] = digit
		case r == '$':
			t[c] = currency
		case r != '@' && r != '#' && r != '_':
			t[c] = mark
		}
	}
	return t
}()

// joint marks the bytes behind a run of letters and digits that may go on
// with it, or be looked at before it ends.
var joint = func() (t [256]bool) {
	for _, c := range []byte(".,:;'_") {
		t[c] = true
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = true
	}
	return t
}()

// latest is the last rune of the Cyrillic letters that the scanner knows.
const latest = 0x52f

// low is the class of the runes up to latest: the letters of Latin, Greek and
// Cyrillic, whose word breaks are those of ASCII letters, and the marks of
// Latin-1 without the soft hyphen, the middle dot and the cedilla, which join
// letters.
var low = func() (t [latest + 1]uint8) {
	for r := rune(0x80); r <= latest; r++ {
		switch {
		case unicode.IsLetter(r) && (r < 0x250 || r >= 0x386):
			t[r] = letter
		case r >= 0x100 || unicode.IsControl(r) || unicode.IsSpace(r) || unicode.IsNumber(r) || r == 0xad || r == 0xb7 || r == 0xb8:
		case unicode.Is(unicode.Sc, r):
			t[r] = currency
		default:
			t[r] = mark
		}
	}
	return t
}()

// classOf is the class of a rune outside ASCII.
func classOf(r rune) uint8 {
	switch {
	case r <= latest:
		return low[r]
	case r >= 0x2010 && r <= 0x2026 && r != 0x2024, // dashes, quotes, daggers, bullet, ellipsis; not the dot leader, which joins
		r == 0x2030, r == 0x2032, r == 0x2033, r == 0x2039, r == 0x203a, // per mille, primes, angle quotes
		r == 0x2122, r == 0x2212: // trade mark, minus
		return mark
	case r >= 0x20a0 && r <= 0x20bf:
		return currency
	}
	return rare
}
