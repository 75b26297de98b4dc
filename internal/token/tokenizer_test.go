package token

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/masks"
)

// judge holds that a tokenizer gives what the functions give, the sentences also
// of the halves of the text.
func judge(t *testing.T, tok *Tokenizer, text string) {
	t.Helper()
	want, marks := TokenizeMarks(nil, text)
	tok.Read(text)
	if !slices.Equal(tok.Tokens, want) {
		t.Fatalf("%q: %v, byte by byte %v", text, quote(text, tok.Tokens), quote(text, want))
	}
	if tok.Marks != marks {
		t.Fatalf("%q: marks %b, byte by byte %b", text, tok.Marks, marks)
	}
	if got, want := tok.Paragraphs(nil), Paragraphs(nil, text); !slices.Equal(got, want) {
		t.Fatalf("%q: paragraphs %v, byte by byte %v", text, got, want)
	}
	n := len(want)
	for _, block := range [][2]int{{0, n}, {0, n / 2}, {n / 2, n}} {
		got, want := tok.Sentences(nil, block[0], block[1]), Sentences(nil, text, want, block[0], block[1])
		if !slices.Equal(got, want) {
			t.Fatalf("%q: sentences of tokens %v are %v, token by token %v", text, block, got, want)
		}
	}
}

// TestTokenizerEqualsFunctions tries all triples of pieces, at the seams of the
// blocks too.
func TestTokenizerEqualsFunctions(t *testing.T) {
	pieces := []string{
		"a", "B", "é", "1", "22", "$", ".", ",", ":", ";", "'", "’", "-", "/", "@", "(", "|", "_", " ", "\n", "\r", "?", "\u00a0", "\x80", "\x00", "www", "Inc", "said", "He",
		"”", "…", "–",
	}
	seams := []int{0, 60, 61, 62, 63, 64}
	if testing.Short() {
		seams = []int{62}
	}
	var tok Tokenizer
	for _, n := range seams {
		for _, lead := range []string{strings.Repeat("c", n), strings.Repeat("c", max(n, 1)-1) + " "} {
			for _, a := range pieces {
				for _, b := range pieces {
					for _, c := range pieces {
						judge(t, &tok, lead+a+b+c+" d")
						judge(t, &tok, lead+a+b+c)
					}
				}
			}
		}
	}
}

// TestTokenizerOnLongTexts tries texts of some windows, of few odd characters and
// of many, and of stretches longer than a window.
func TestTokenizerOnLongTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	plain := strings.Split("a b e n s t A B 1 2 Mr U.S. said Inc . . , ' - ! ?", " ")
	odd := strings.Split("$ @ # _ é — ’ ’ ’ “ ” … \u2024 \u2028 € / :// : ; ( | \x80 日 \u00a0 www. a.B", " ")
	var tok Tokenizer
	for range 400 {
		var text strings.Builder
		spaces, odds := random.IntN(30), random.IntN(20)
		for text.Len() < 3*window*masks.Size {
			switch n := random.IntN(100); {
			case n < spaces:
				text.WriteString([]string{" ", "\n", "\n    ", "\n\n"}[random.IntN(4)])
			case n < spaces+odds:
				text.WriteString(odd[random.IntN(len(odd))])
			default:
				text.WriteString(plain[random.IntN(len(plain))])
			}
		}
		judge(t, &tok, text.String()[:random.IntN(text.Len())])
	}
	judge(t, &tok, strings.Repeat("x\n\n", mostLines))
	if len(tok.lines) > mostLines+window*masks.Size {
		t.Errorf("%d line ends are noted", len(tok.lines))
	}
	judge(t, &tok, strings.Repeat("x ", MaxSentence*5/2))
	judge(t, &tok, strings.Repeat("said. ", MaxSentence*5/2))
}

func FuzzTokenizer(f *testing.F) {
	f.Add("At least 1,400 people (12 of them children) — $1.2bn, US$3m and €40 — by 18:00 GMT. said.He EU:n 7;8 A_b\n  “It’s 5 o’clock,” said J. R. Roe of Acme Inc.\nSee https://example.com/a?b=c, www.example.com.")
	var tok Tokenizer
	f.Fuzz(func(t *testing.T, text string) { judge(t, &tok, text) })
}

func BenchmarkTokenizer(b *testing.B) {
	for _, words := range []int{40, 400, 4000} {
		for _, style := range []string{"ascii", "curly", "mixed"} {
			text := copyOf(style, words)
			b.Run(fmt.Sprintf("doc=%s/words=%d/masks=%v", style, words, masks.Fast), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				var tok Tokenizer
				for b.Loop() {
					tok.Read(text)
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			})
		}
	}
}
