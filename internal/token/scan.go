package token

import (
	"math/bits"
	"strings"
	"unicode/utf8"
)

// scan appends the tokens of text from i on until a stretch holds something
// that is left to the reference. It gives where that stretch begins, or the
// text's length, the tokens before it, and the marks that were met.
func scan(dst []Token, text string, i int) ([]Token, int, Marks) {
	marks := Marks(0)
	base, stretch := len(dst), i
	for i < len(text) {
		c := text[i]
		switch class[c] {
		case letter, digit:
			kind := Word + Kind(class[c]-letter)
			end, at := i+1, uint64(0)
			if i+9 <= len(text) {
				at = ends(load(text[i+1 : i+9]))
			}
			if at != 0 {
				end += bits.TrailingZeros64(at) / 8
			} else {
				end = runEnd(text, end)
			}
			if end < len(text) && class[text[end]] == space { // most words: the next stretch begins behind the space
				dst = append(dst, Token{int32(i), int32(end), kind})
				i = end + 1
				base, stretch = len(dst), i
				continue
			}
			if end+1 < len(text) && text[end] == ',' && class[text[end+1]] == space { // likewise
				dst = append(dst, Token{int32(i), int32(end), kind}, Token{int32(end), int32(end + 1), Punct})
				i = end + 2
				base, stretch = len(dst), i
				continue
			}
			if end < len(text) && joint[text[end]] {
				if end = wordEnd(text, i, end); end < 0 {
					return dst[:base], stretch, marks
				}
			}
			dst = append(dst, Token{int32(i), int32(end), kind})
			i = end
		case space:
			i++
			base, stretch = len(dst), i
		case mark:
			if c == '/' && i > stretch && i+1 < len(text) && isLetter(text[i-1]) && isAlnum(text[i+1]) {
				return dst[:base], stretch, marks // it may be a URL's
			}
			marks |= marksOf[c]
			dst = append(dst, Token{int32(i), int32(i + 1), Punct})
			i++
		case currency:
			if dst, i = amount(dst, base, text, i, i+1); i < 0 {
				return dst[:base], stretch, marks
			}
		case control:
			i++
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case c < utf8.RuneSelf || r == utf8.RuneError:
				return dst[:base], stretch, marks
			case classOf(r) == letter:
				end := wordEnd(text, i, i)
				if end < 0 {
					return dst[:base], stretch, marks
				}
				dst = append(dst, Token{int32(i), int32(end), Word})
				i = end
			case classOf(r) == mark:
				dst = append(dst, Token{int32(i), int32(i + size), Punct})
				i += size
			case classOf(r) == currency:
				if dst, i = amount(dst, base, text, i, i+size); i < 0 {
					return dst[:base], stretch, marks
				}
			default:
				return dst[:base], stretch, marks
			}
		}
	}
	return dst, i, marks
}

// runEnd is where the run of ASCII letters and digits at i ends. It takes
// eight bytes at a time, because the branch at the end of a word is never
// guessed right.
func runEnd(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if at := ends(load(text[i : i+8])); at != 0 {
			return i + bits.TrailingZeros64(at)/8
		}
	}
	for i < len(text) && class[text[i]] >= letter {
		i++
	}
	return i
}

// load is eight bytes as a number, little end first.
func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// ends has the high bits of those of eight bytes that are no letters and
// digits of ASCII.
func ends(x uint64) uint64 {
	y := x &^ highs // so that no sum below carries
	small := y | 0x20*ones
	letters := (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
	digits := (y + (0x80-'0')*ones) &^ (y + (0x7f-'9')*ones)
	return ^((letters | digits) &^ x) & highs
}

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

// amount appends the token of a currency sign, from start to sign, with the
// number behind it and the country before it; it gives the token's end, or
// −1 where the reference is to decide.
func amount(dst []Token, base int, text string, start, sign int) ([]Token, int) {
	if sign == len(text) || !isDigit(text[sign]) {
		return append(dst, Token{int32(start), int32(sign), Punct}), sign
	}
	end := runEnd(text, sign+1)
	if end < len(text) && joint[text[end]] {
		if end = wordEnd(text, start, end); end < 0 {
			return dst, -1
		}
	}
	if n := len(dst); n > base && int(dst[n-1].End) == start && dst[n-1].Kind == Word && isCountry(dst[n-1].Of(text)) {
		dst[n-1].End, dst[n-1].Kind = int32(end), Number
		return dst, end
	}
	return append(dst, Token{int32(start), int32(end), Number}), end
}

// wordEnd is where the token ends that starts at start and goes on at least to
// at, where a joint stands (or, at start itself, a letter outside ASCII). It
// is −1 where the reference is to decide.
func wordEnd(text string, start, at int) int {
	for at < len(text) {
		c := text[at]
		switch {
		case class[c] >= letter:
			at++
		case c == '\'':
			size := glue(text, at, 1)
			switch {
			case size < 0:
				return -1
			case size == 0:
				return at
			}
			at += size
		case c == '.':
			if at > start+1 && lostSpace(text, at) || at >= start+3 && strings.EqualFold(text[at-3:at], "www") {
				return -1
			}
			size := glue(text, at, 1)
			switch {
			case size < 0:
				return -1
			case size > 0:
				at += size
			case class[text[start]] != digit && class[text[start]] != currency && abbreviationOf(text[start:at]) != notAbbreviated:
				return at + 1
			default:
				return at
			}
		case c == ',' || c == ';':
			if !isDigit(text[at-1]) || at+1 >= len(text) || !isDigit(text[at+1]) {
				return at
			}
			if c == ';' {
				return -1
			}
			at += 2
		case c == ':':
			if strings.HasPrefix(text[at:], "://") {
				return -1
			}
			switch size := glue(text, at, 1); {
			case size != 0 && !isDigit(text[at-1]):
				return -1
			case isHours(text[start:at]) && isMinutes(text[at+1:]):
				at += 3
			default:
				return at
			}
		case c < utf8.RuneSelf:
			if c == '_' {
				return -1
			}
			return at
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			switch {
			case r == '’' || r == '‘':
				n := glue(text, at, size)
				switch {
				case n < 0:
					return -1
				case n == 0:
					return at
				}
				at += n
			case r == utf8.RuneError || classOf(r) == rare:
				return -1
			case classOf(r) == letter:
				at += size
			default:
				return at
			}
		}
	}
	return at
}

// glue is how far a mark of the given size at i, an apostrophe or a period,
// carries a word on: the mark and the first byte or rune behind it, where
// letters or digits stand on both sides; else 0, or −1 where the reference is
// to decide. What stands before it is a letter or a digit.
func glue(text string, i, size int) int {
	if i+size >= len(text) {
		return 0
	}
	before, next := class[text[i-1]], class[text[i+size]]
	if text[i-1] >= utf8.RuneSelf {
		before = letter // no other rune outside ASCII is inside a word here
	}
	if text[i+size] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case r == utf8.RuneError || classOf(r) == rare:
			return -1
		case classOf(r) == letter && before == letter:
			return size + n
		}
		return 0
	}
	if text[i+size] == '_' {
		return -1
	}
	if before == next && next >= letter {
		return size + 1
	}
	return 0
}

// lostSpace reports whether the period at i may be a full stop whose space was
// lost: a letter before it and a capital or another rune behind it.
func lostSpace(text string, i int) bool {
	return i+1 < len(text) && (text[i-1] >= 'a' || text[i-1] >= utf8.RuneSelf) &&
		(text[i+1] >= 'A' && text[i+1] <= 'Z' || text[i+1] >= utf8.RuneSelf)
}
