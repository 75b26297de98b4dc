package token

import (
	"unicode"
	"unicode/utf8"
)

// push appends a word as a token, or makes it part of the tokens before it.
// Only tokens from dst[base] on, those of the same stretch, are looked at.
//
//   - a number joins the currency sign that it stands against, with the
//     capitals before the sign: $1.2bn, US$3m;
//   - minutes and seconds join hours over a colon: 18:00, 2:21:07;
//   - a group of three digits joins a number over a no-break or thin space;
//   - a fraction joins a number (2½), a raised digit the unit before it (km²);
//   - a period joins the abbreviation before it.
func push(dst []Token, base int, text string, next Token) []Token {
	n := len(dst)
	if n == base {
		return append(dst, next)
	}
	last := &dst[n-1]
	gap := text[last.End:next.Start]
	word, prev := next.Of(text), last.Of(text)
	switch {
	case gap != "":
		if next.Kind == Number && last.Kind == Number && isThinGap(gap) && isGroup(word) && endsInGroup(prev) {
			last.End = next.End
			return dst
		}
	case next.Kind == Punct:
		if word == "." && last.Kind == Word && abbreviationOf(prev) != notAbbreviated {
			last.End = next.End
			return dst
		}
	case next.Kind == Number:
		switch {
		case last.Kind == Punct && isCurrency(prev):
			if n-1 > base && dst[n-2].End == last.Start && dst[n-2].Kind == Word && isCountry(dst[n-2].Of(text)) {
				dst, n = dst[:n-1], n-1
			}
			dst[n-1].Kind, dst[n-1].End = Number, next.End
			return dst
		case prev == ":" && n-1 > base && dst[n-2].End == last.Start && dst[n-2].Kind == Number && isHours(dst[n-2].Of(text)) && isMinutes(word):
			dst[n-2].End = next.End
			return dst[:n-1]
		case last.Kind != Punct && isRaised(word):
			last.End = next.End
			return dst
		}
	}
	return append(dst, next)
}

// isCurrency reports whether s is one currency sign.
func isCurrency(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.Is(unicode.Sc, r)
}

// isCountry reports whether s, before a currency sign, says whose currency it
// is: one to three capitals, as in US$, A$, HK$, CAD$.
func isCountry(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) <= 3
}

// isHours reports whether minutes may follow s over a colon: 7, 18, 2:21.
func isHours(s string) bool {
	n := len(s)
	for i := range n {
		if s[i] == ':' {
			return i > 0 && i <= 2 && n == i+3 && isDigit(s[i+1]) && isDigit(s[i+2])
		}
		if !isDigit(s[i]) {
			return false
		}
	}
	return n <= 2
}

// isMinutes reports whether s begins with exactly two digits: 00, 38pm.
func isMinutes(s string) bool {
	return len(s) >= 2 && isDigit(s[0]) && isDigit(s[1]) && (len(s) == 2 || !isDigit(s[2]))
}

// isRaised reports whether s is a fraction or a raised digit.
func isRaised(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && unicode.Is(unicode.No, r) && (r < 0x100 || r >= 0x2070 && r < 0x2190)
}

// isThinGap reports whether gap is one of the spaces that part groups of
// digits: no-break, figure, thin and narrow no-break space.
func isThinGap(gap string) bool {
	return gap == "\u00a0" || gap == "\u2007" || gap == "\u2009" || gap == "\u202f"
}

// isGroup reports whether s is a group of three digits, or begins with one
// and goes on with a decimal part or letters.
func isGroup(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

// endsInGroup reports whether another group of digits may follow the number:
// it ends in one to three digits that stand behind no point, comma or colon.
func endsInGroup(s string) bool {
	n := 0
	for i := range len(s) {
		switch {
		case s[i] == '.' || s[i] == ',' || s[i] == ':':
			return false
		case isDigit(s[i]):
			n++
		default:
			n = 0
		}
	}
	return n >= 1 && n <= 3
}
