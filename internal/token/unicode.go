package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// appendUnicode appends the tokens of a stretch of text that holds no ASCII
// white space, by the reference path.
func appendUnicode(dst []Token, text string, stretch Span) []Token {
	base, at := len(dst), stretch.Start
	for _, s := range specials(text, stretch) {
		dst = appendWords(dst, base, text, Span{at, s.Start})
		dst = append(dst, Token{int32(s.Start), int32(s.End), Word})
		at = s.End
	}
	return appendWords(dst, base, text, Span{at, stretch.End})
}

// appendWords appends the UAX #29 words of a stretch, cut and joined.
func appendWords(dst []Token, base int, text string, stretch Span) []Token {
	at := stretch.Start
	for at < stretch.End {
		end := stretch.End
		if n := strings.IndexFunc(text[at:stretch.End], parting); n >= 0 {
			end = at + n
		}
		for it := words.FromString(text[at:end]); it.Next(); {
			start := at + it.Start()
			for w := it.Value(); w != ""; {
				n := cut(w)
				if kind, ok := kindOf(w[:n]); ok {
					dst = push(dst, base, text, Token{int32(start), int32(start + n), kind})
				}
				start, w = start+n, w[n:]
			}
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		at = end + size
	}
	return dst
}

// parting reports what no word holds: white space (UAX #29 would glue a narrow
// no-break space to what stands beside it) and bytes that are no UTF-8, with
// the replacement character that stands for them.
func parting(r rune) bool { return r == utf8.RuneError || unicode.IsSpace(r) }

// kindOf tells the kind of a word; ok is false for control and format
// characters.
func kindOf(w string) (kind Kind, ok bool) {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		if len(w) > size { // a format character before a digit is of the number
			return kindOf(w[size:])
		}
		return Punct, false
	case unicode.Is(unicode.M, r) && len(w) > size:
		return kindOf(w[size:])
	case unicode.IsNumber(r):
		return Number, true
	case isIdeo(r):
		return Ideo, true
	case unicode.IsLetter(r):
		return Word, true
	case r == '_':
		if rest := strings.TrimLeft(w, "_"); rest != "" {
			return kindOf(rest)
		}
	}
	return Punct, true
}

// isIdeo reports whether r is a letter of a script without spaces between
// words. Hangul has spaces.
func isIdeo(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r == 'ー' // the long-vowel mark belongs to both kana
}
