package token

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTokenize(t *testing.T) {
	tests := []struct {
		name, text, want string // want: the tokens, parted by spaces; a space inside one is written as ~
	}{
		{"grouped digits", "1,400 12,437,000 1.400,50 1'400 1’400", "1,400 12,437,000 1.400,50 1'400 1’400"},
		{"groups over no-break and thin spaces", "1\u00a0400 2\u202f300\u202f000 3\u2009500.75", "1~400 2~300~000 3~500.75"},
		{"a no-break space that groups nothing", "in 2023\u00a0400 men, 5\u00a0km, 12\u00a04000", "in 2023 400 men , 5 km , 12 4000"},
		{"money", "$1.2bn US$3m €40 £1.7million A$5 C$2,500 HK$9 $5", "$1.2bn US$3m €40 £1.7million A$5 C$2,500 HK$9 $5"},
		{"a sign behind, or alone, is a mark", "40€ $ USA$ abc$5", "40 € $ USA $ abc $5"},
		{"times of day", "18:00 7:38PM 2:21:07 6 p.m. A.M.", "18:00 7:38PM 2:21:07 6 p.m. A.M."},
		{"colons that part", "3:1 1:234 Police:The note: 5 EU:n", "3 : 1 1 : 234 Police : The note : 5 EU:n"},
		{"abbreviations keep their period", "U.S. U.N. D.C. Sept. 3 Oct. Mr. Roe Inc. Ph.D. Calif. J. R. Roe e.g. this", "U.S. U.N. D.C. Sept. 3 Oct. Mr. Roe Inc. Ph.D. Calif. J. R. Roe e.g. this"},
		{"words that only look like them", "It sat. The mass. I said no. End.", "It sat . The mass . I said no . End ."},
		{"apostrophes", "o'clock Hamas' Hamas’s can't d’état ‘quoted’ '90s", "o'clock Hamas ' Hamas’s can't d’état ‘ quoted ’ ' 90s"},
		{"dashes are marks", "four-day a — b 2023–24 U.S.-led", "four - day a — b 2023 – 24 U.S. - led"},
		{"numbers with letters", "7th 1990s 12-year-old 5cm 43.8C 2x", "7th 1990s 12 - year - old 5cm 43.8C 2x"},
		{"fractions and raised digits", "2½ ½ km² 10m³", "2½ ½ km² 10m³"},
		{"percent", "4% 6.2 per cent", "4 % 6.2 per cent"},
		{"addresses are one token", "https://example.com/a?b=1, www.ex-ample.com/x) pic.example.com/Ab1 a.roe@example.com", "https://example.com/a?b=1 , www.ex-ample.com/x ) pic.example.com/Ab1 a.roe@example.com"},
		{"handles and hashtags", "(@desk) #news #1 a@b", "( @desk ) #news # 1 a @ b"},
		{"a slash between words", "and/or U.S./U.K. 1/2 km/h", "and / or U.S. / U.K. 1 / 2 km / h"},
		{"a full stop whose space was lost", "he said.He left. node.js U.S.A", "he said . He left . node.js U.S.A"},
		{"brackets and quotes", "“It’s (so)…” \"a\" [b] <BP>", "“ It’s ( so ) … ” \" a \" [ b ] < BP >"},
		{"scripts without spaces", "日本語のテスト カタカナ ไทย 20万人", "日 本 語 の テ ス ト カ タ カ ナ ไ ท ย 20 万 人"},
		{"scripts with spaces", "Привет, мир! Γειά σου 한국어 문장 שלום עולם ١٢٣", "Привет , мир ! Γειά σου 한국어 문장 שלום עולם ١٢٣"},
		{"combining marks stay", "cafe\u0301 n\u0303o", "cafe\u0301 n\u0303o"},
		{"soft hyphens and zero-width spaces", "inter\u00adnational zero\u200bwidth", "inter\u00adnational zero width"},
		{"emoji", "ok 😀👍🏽 👩‍👩‍👧 🇸🇪!", "ok 😀 👍🏽 👩‍👩‍👧 🇸🇪 !"},
		{"no text", "", ""},
		{"white space and control characters", " \t\r\n\x00\x1b ", ""},
		{"bytes that are no UTF-8", "a\xff\xfe b\x80", "a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokenize(nil, tt.text) {
				got = append(got, strings.Map(tilde, tok.Of(tt.text)))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, s, tt.want)
			}
		})
	}
}

func tilde(r rune) rune {
	if unicode.IsSpace(r) {
		return '~'
	}
	return r
}

// TestMarks holds that a mark is told of wherever it stands: alone, in what
// goes to the reference, behind it.
func TestMarks(t *testing.T) {
	for text, want := range map[string]Marks{
		"":                              0,
		"A plain line, of “copy”.":      0,
		"(so) said":                     Paren,
		"Home | News":                   Bar,
		"and/or":                        Slash,
		"@desk":                         At,
		"日本 see https://example.com.":   Slash,
		"a_b(c, 1 / 2, x|y@example.com": Paren | Slash | Bar | At,
	} {
		if _, got := TokenizeMarks(nil, text); got != want {
			t.Errorf("%q: marks %b, want %b", text, got, want)
		}
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"Hamas": Word, "U.S.": Word, "o'clock": Word, "https://example.com": Word, "#news": Word, "@desk": Word, "é": Word, "한국어": Word, "km²": Word, "_a": Word,
		"1,400": Number, "$1.2bn": Number, "US$3m": Number, "7th": Number, "½": Number, "١٢": Number,
		"日": Ideo, "ก": Ideo, "$": Punct, "—": Punct, "😀": Punct, "___": Punct,
	} {
		got := Tokenize(nil, text)
		if len(got) != 1 || got[0].Kind != want || got[0].Of(text) != text {
			t.Errorf("%q: %v, want one token of kind %d", text, got, want)
		}
	}
}

// copyOf is invented wire copy of about n words, in the style that the
// benchmarks name.
func copyOf(style string, n int) string {
	const ascii = `A freighter carrying 1,400 tonnes of salt ran aground off Karvane on Tuesday, the port authority said, and 12 of its crew were taken to hospital. "We heard a noise like a door," said Ann Roe, 43, who keeps the light at Cape Merrow. The owner, Brandt & Sons Inc., put the damage at $1.2 million. By 6 p.m. the U.S. tug Harrow had made fast a line.
`
	const curly = `A freighter carrying 1,400 tonnes of salt ran aground off Karvâne on Tuesday – the third this year – the port authority said, and 12 of its crew were taken to hospital. “We heard a noise like a door,” said Ann Roe, 43, who keeps the light at Cape Merröw. The owner’s insurer, Brandt & Sons Inc., put the damage at €1.2 million. By 6 p.m. the U.S. tug Harrow had made fast a line…
`
	const other = `貨物船がカルバネ沖で座礁し、乗組員12人が病院に運ばれた。港湾当局が火曜日に発表した。 Судно с грузом соли село на мель у Карване во вторник, сообщили власти порта. שלום עולם, אמר הקברניט. `
	base := map[string]string{"ascii": ascii, "curly": curly, "mixed": other}[style]
	words := len(Tokenize(nil, base))
	return strings.Repeat(base+"\n", n/words+1)
}

func BenchmarkTokenize(b *testing.B) {
	for _, words := range []int{40, 400, 4000} {
		for _, style := range []string{"ascii", "curly", "mixed"} {
			text := copyOf(style, words)
			for _, path := range []struct {
				name     string
				tokenize func([]Token, string) []Token
			}{{"fast", Tokenize}, {"reference", reference}} {
				b.Run(fmt.Sprintf("doc=%s/words=%d/path=%s", style, words, path.name), func(b *testing.B) {
					b.SetBytes(int64(len(text)))
					b.ReportAllocs()
					var tokens []Token
					for b.Loop() {
						tokens = path.tokenize(tokens[:0], text)
					}
					b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
				})
			}
		}
	}
}

func TestCopyIsText(t *testing.T) {
	for _, style := range []string{"ascii", "curly", "mixed"} {
		if s := copyOf(style, 400); !utf8.ValidString(s) || len(Tokenize(nil, s)) < 400 {
			t.Errorf("%s: no text to measure on", style)
		}
	}
}
