// Package token cuts text into number-aware tokens, paragraphs and sentences.
//
// A token is a word, a number or a mark of punctuation, as a span of bytes of
// the text that it came from. Numbers are kept whole with what is written
// against them: 1,400 and 18:00 are one token, and so are $1.2bn, US$3m, U.S.
// and o'clock. White space is no token: it is what lies between two.
//
// Word boundaries start from Unicode Text Segmentation (UAX #29), taken apart
// by the rules in cut.go and joined by those in join.go. That is the
// reference (unicode.go). Ordinary copy goes another way to the same tokens
// (scan.go): a scanner over the Latin, Greek and Cyrillic letters and the marks
// of western typesetting, which hands every stretch that holds anything else
// to the reference. A Tokenizer goes over many texts: where the processor has
// wide instructions it reads runs of letters and digits of ASCII off bit masks, 64
// bytes at a time, with the marks between them, and hands stretches with anything
// else to the scanner (walk.go).
//
// The package knows nothing of documents, figures or shingles.
package token

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Punct  Kind = iota // punctuation and symbols, one mark each; a currency sign that stands alone; an emoji
	Word               // letters, with inner apostrophes and periods: U.S., o'clock, Hamas; a URL, @handle, #hashtag or e-mail address
	Number             // starts with a digit, or with a currency sign before one: 1,400 $1.2bn US$3m 18:00 7th
	Ideo               // one character of a script that is written without spaces
)

// Token is one token: a half-open range of bytes of the text, and what it is.
type Token struct {
	Start, End int32
	Kind       Kind
}

// Of returns the token's bytes in text.
func (t Token) Of(text string) string { return text[t.Start:t.End] }

// Span is a half-open range [Start, End) of bytes of a text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the span's bytes in text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Sentence is one sentence: its bytes, from its first token's start to its
// last token's end, and its tokens as the half-open index range [First, Last).
type Sentence struct {
	Span
	First, Last int
}
