package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Tokenize appends to dst the tokens of text. Bytes that are no UTF-8 belong
// to no token. The cost is linear in the text; a text may hold at most 2 GiB.
func Tokenize(dst []Token, text string) []Token {
	base := len(dst)
	it := words.FromString(text)
	for it.Next() {
		w := it.Value()
		kind, ok := kindOf(w)
		if !ok {
			continue
		}
		t := Token{Start: int32(it.Start()), End: int32(it.Start() + len(w)), Kind: kind}
		if n := len(dst); n > base && joins(text, dst[base:], t) {
			last := &dst[n-1]
			last.End = t.End
			if kind == Number {
				last.Kind = Number
			}
			continue
		}
		dst = append(dst, t)
	}
	return dst
}

// kindOf tells the kind of a UAX #29 word; ok is false for white space,
// control characters and bytes that are no UTF-8.
func kindOf(w string) (kind Kind, ok bool) {
	r, size := utf8.DecodeRuneInString(w)
	switch {
	case r == utf8.RuneError && size <= 1, unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		return Punct, false
	case unicode.IsDigit(r):
		return Number, true
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return Ideo, true
	case unicode.IsLetter(r):
		return Word, true
	}
	return Punct, true
}
