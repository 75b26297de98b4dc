package token

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The scanner's judge is the reference: the same tokens for every string of
// up to three of these pieces, which stand for every class of character and
// for the words that the rules know.
func TestScanEqualsReference(t *testing.T) {
	pieces := []string{
		"a", "B", "é", "Д", "1", "22", "400", "$", "€", "US", ".", ",", ":", ";", "'", "’", "“", "-", "—", "/", "@", "#", "_",
		" ", "\n", "\u00a0", "\u202f", "\u0301", "\u200d", "\u00ad", "½", "²", "日", "カ", "ไ", "א", "😀", "·", "\x80", "\x00", "://", "www",
		"Inc", "said", "He",
	}
	const depth = 3 // 4 was run too, in 8 s
	var fast, slow []Token
	var try func(s string, left int)
	try = func(s string, left int) {
		fast, slow = Tokenize(fast[:0], s), reference(slow[:0], s)
		if !slices.Equal(fast, slow) {
			t.Errorf("%q: %v, the reference gives %v", s, quote(s, fast), quote(s, slow))
		}
		if left > 0 && !t.Failed() {
			for _, p := range pieces {
				try(s+p, left-1)
			}
		}
	}
	try("", depth)
}

// Every rune that the scanner knows by a table is compared between other
// characters.
func TestScanKnowsItsRunes(t *testing.T) {
	for r := rune(1); r < 0x3100; r++ {
		c := string(r)
		for _, s := range []string{c, "a" + c + "b", "1" + c + "2", c + c, "a'" + c, c + "'b", "a." + c, "$" + c, c + "5", "A" + c + "5", "a " + c + " b", c + ".b", c + "c.De", "ab." + c + "e"} {
			if fast, slow := Tokenize(nil, s), reference(nil, s); !slices.Equal(fast, slow) {
				t.Errorf("%U in %q: %v, the reference gives %v", r, s, quote(s, fast), quote(s, slow))
			}
		}
	}
}

func quote(text string, tokens []Token) string {
	var parts []string
	for _, t := range tokens {
		parts = append(parts, t.Of(text))
	}
	return "[" + strings.Join(parts, "|") + "]"
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{
		"At least 1,400 people (12 of them children) — $1.2bn, US$3m and €40 — by 18:00 GMT.",
		"“It’s 5 o’clock,” said J. R. Roe of Acme Inc. in the U.S. on Sept. 3.",
		"See https://example.com/a?b=c, www.example.com. @desk #news desk@example.com pic.example.com/x",
		"1 400 000 2½ km² 日本語のテスト ภาษาไทย \x80\xff said.He EU:n 7;8 12:30:55 A_b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fast, slow := Tokenize(nil, s), reference(nil, s)
		if !slices.Equal(fast, slow) {
			t.Fatalf("%q: %v, the reference gives %v", s, quote(s, fast), quote(s, slow))
		}
		at := 0
		for _, tok := range fast {
			if int(tok.Start) < at || tok.End <= tok.Start || int(tok.End) > len(s) {
				t.Fatalf("%q: token %v after %d", s, tok, at)
			}
			if utf8.ValidString(s) && !utf8.ValidString(tok.Of(s)) {
				t.Fatalf("%q: token %q cuts a character", s, tok.Of(s))
			}
			at = int(tok.End)
		}
	})
}
