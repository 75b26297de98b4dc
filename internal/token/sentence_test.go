package token

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/cost"
)

// sentencesOf cuts a text of one block.
func sentencesOf(text string) (tokens []Token, sentences []Sentence) {
	tokens = Tokenize(nil, text)
	return tokens, Sentences(nil, text, tokens, 0, len(tokens))
}

func TestSentences(t *testing.T) {
	tests := []struct{ name, text string }{ // a bar stands where a sentence ends
		{"full stops", "The port is shut.| Nobody was hurt.| Work goes on."},
		{"a country", "The U.S. officials left.| U.S.-led forces stayed."},
		{"a country, then a starter", "He lives in the U.S.| The rest do not."},
		{"a country, then a title", "U.S. President Ann Roe met U.N. Secretary Bo Lind."},
		{"dates", "It began on Sept. 3 in Karvane.| It ended on Fri. Oct. 4, they said.| They left in Sept.| The port opened."},
		{"titles", "Mr. Roe met Gen. Lind and Dr. A. Moe.| They talked."},
		{"initials", "J. R. Roe and Ann B. Lind left.| Nobody else did."},
		{"companies", "Acme Inc. said it would sell.| Brandt & Co. Chief Executive Ann Roe left Brandt & Co.| The shares fell.| It was sold to Acme Inc.| Terms were not given."},
		{"an abbreviation alone is no sentence", "U.K. Authorities have lost patience.| J. The."},
		{"numbered things", "Warehouse No. 4 burned.| Nos. 5 and 6 did not."},
		{"German dates and short forms", "Am 3. Mai lief er auf Grund.| Es kostet, z. B. in Merrow, 4 Mio. Euro.| Nr. 5 blieb."},
		{"no as an answer", "The answer was no.| They left."},
		{"decimals", "It rose 1.5 percent to 3.25.| It fell to 3.| Then it rose."},
		{"a quote closes behind the stop", "\"The port is shut.\"| He left.| “The port is open.”| She stayed."},
		{"a quote of several sentences", "“I was there.| I saw it.| It was dark,” he said.| Then he left."},
		{"a question, and he asked", "“Why now?” he asked.| “Stop!” she cried."},
		{"a question, and a name said", "“Why now?” Ann Roe asked.| “Who?” Lind said.| “Why?”| The room was silent."},
		{"clock times", "It opens at 6 p.m. Tuesday.| It shut at 5 p.m. EST.| At 7 a.m. Roe left."},
		{"clock time at the end", "It shut at 5 p.m.| The rest waited."},
		{"ellipses", "He waited … and left.| He waited...| Nobody came.| “I … no.”"},
		{"brackets", "(Nobody was hurt.)| The port reopened [on Monday].| He left."},
		{"items", "1. How many left?| 2. Who stayed?"},
		{"states and streets", "She lives in Pine Harbor, Minn., and works on Elm Ave. Roe lives in Pa.| The rest left."},
		{"a full stop whose space was lost", "He said so.|Nobody heard.| \"No.\"|She left."},
		{"bindings", "It is large, e.g. Karvane vs. Merrow, or approx. 5 km, etc.| They left."},
		{"a name in small letters", "He said so.| iPhones sold out.| eBay fell."},
		{"no full stop", "Five things to know"},
		{"Chinese and Japanese", "港が閉鎖された。|負傷者はいない。|"},
		{"Arabic and Hindi", "هل غادر؟| نعم.| बंदरगाह बंद है।| काम जारी है।"},
		{"a dash or bullet before the next", "It is shut.| — Roe said so.| • Nobody was hurt."},
		{"spaced stops", "He said . . . nothing.| Then he left."},
		{"single quotes", "‘It is shut.’| He left.| 'It is open.'| She stayed."},
		{"a line break is soft", "The port\nis shut.|\nNobody was hurt."},
		{"only marks", "?!"},
		{"nothing", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.ReplaceAll(tt.text, "|", "")
			_, sentences := sentencesOf(text)
			var got strings.Builder
			at := 0
			for i, s := range sentences {
				got.WriteString(text[at:s.End])
				if i+1 < len(sentences) || strings.HasSuffix(tt.text, "|") {
					got.WriteByte('|')
				}
				at = s.End
			}
			if got.String() != tt.text {
				t.Errorf("\n got %s\nwant %s", got.String(), tt.text)
			}
		})
	}
}

func TestSentencesAreBounded(t *testing.T) {
	for _, unit := range []string{"a ", "U.S. ", "\"", "A. ", "1. ", ". ", "? ", "\" ", "(", "—", "日"} {
		var text string
		var tokens []Token
		var sentences []Sentence
		cost.Linear(t, fmt.Sprintf("1 MB of %q", unit), 1<<20, func(n int) {
			text = strings.Repeat(unit, n/len(unit)) + " end"
			tokens, sentences = sentencesOf(text)
		})
		checkSentences(t, text, tokens, sentences)
		for _, s := range sentences {
			// The marks behind a sentence's end come with it, however many.
			if s.Last-s.First > MaxSentence && tokens[s.First+MaxSentence].Kind != Punct {
				t.Fatalf("%q: a sentence of %d tokens", unit, s.Last-s.First)
			}
		}
	}
}

// checkSentences checks that the sentences hold every token, in order.
func checkSentences(t *testing.T, text string, tokens []Token, sentences []Sentence) {
	t.Helper()
	at := 0
	for _, s := range sentences {
		if s.First != at || s.Last <= s.First || s.Start != int(tokens[s.First].Start) || s.End != int(tokens[s.Last-1].End) {
			t.Fatalf("sentence %+v after token %d of %.80q", s, at, text)
		}
		at = s.Last
	}
	if at != len(tokens) {
		t.Fatalf("%d of %d tokens are in sentences of %.80q", at, len(tokens), text)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("“Why?” Roe said. The U.S. left at 5 p.m. Tuesday... No. 4 (etc.) stayed.")
	f.Add("港が閉鎖された。\"He left.\"'' 1. A")
	f.Fuzz(func(t *testing.T, text string) {
		tokens, sentences := sentencesOf(text)
		checkSentences(t, text, tokens, sentences)
	})
}

func TestParagraphs(t *testing.T) {
	wrapped := `A freighter carrying 1,400 tonnes of salt ran aground off Karvane
on Tuesday, the port authority said.
    Twelve of its crew were taken to hospital in the town of Merrow
on Cape Roe.
    The ship's owner, Brandt and Sons, said that it would pay.`
	tests := []struct {
		name, text string
		want       []string // the first and last words of each paragraph, or all of it
	}{
		{"blank lines", "One.\n\nTwo.\n \t\n\nThree.\n", []string{"One.", "Two.", "Three."}},
		{"carriage returns", "One.\r\n\r\nTwo\r\nlines.\r\n", []string{"One.", "Two", "lines."}},
		{"old line ends", "One.\rTwo.", []string{"One.", "Two."}},
		{"wrapped lines, indented paragraphs", wrapped, []string{"A freighter…said.", "Twelve…Roe.", "The…pay."}},
		{"wrapped lines, blank lines between", strings.ReplaceAll(wrapped, "\n    ", "\n\n"), []string{"A freighter…said.", "Twelve…Roe.", "The…pay."}},
		{"wrapped lines, told by short last lines", strings.ReplaceAll(wrapped, "\n    ", "\n"), []string{"A freighter…said.", "Twelve…Roe.", "The…pay."}},
		{"a paragraph a line", "The port is shut, the authority said on Tuesday after a freighter ran aground, and it will stay shut until the salt has been pumped out of it.\nNobody was hurt.\nwork goes on.",
			[]string{"The port…it.", "Nobody was hurt.", "work goes on."}},
		{"short lines are not wrapped", "By Ann Roe\nUPDATED MAY 14, 2025\n0 comments", []string{"By Ann Roe", "UPDATED MAY 14, 2025", "0 comments"}},
		{"a question and its answer", "Where did the freighter run aground?\nThe freighter ran aground off Karvane.", []string{"Where…?", "The…Karvane."}},
		{"a table, indented", "Shr 33 cts vs 28 cts\n    Net 3,722,000 vs 3,103,000\n    Sales 33.0 mln", []string{"Shr…28 cts", "Net…3,103,000", "Sales…mln"}},
		{"a list, whose first lines alone look wrapped", "What may be landed at the port of Karvane:\nsalt in bags\ntin ore\nCoal\nTar\nHemp\nRope\nOil\nWax",
			[]string{"What…Karvane:", "salt in bags", "tin ore", "Coal", "Tar", "Hemp", "Rope", "Oil", "Wax"}},
		{"ideographic indentation", "　港が閉鎖された。\n　負傷者はいない。", []string{"港が閉鎖された。", "負傷者はいない。"}},
		{"no-break spaces are blank", "One.\n\u00a0\nTwo.\u00a0", []string{"One.", "Two."}},
		{"nothing", "\n \n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			spans := Paragraphs(nil, tt.text)
			if len(spans) != len(tt.want) {
				t.Fatalf("%d paragraphs, want %d", len(spans), len(tt.want))
			}
			for i, s := range spans {
				from, to, _ := strings.Cut(tt.want[i], "…")
				if got := s.Of(tt.text); !strings.HasPrefix(got, from) || !strings.HasSuffix(got, to) || to == "" && got != from {
					t.Errorf("paragraph %d is %q, want %s", i, got, tt.want[i])
				}
			}
		})
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("One\ntwo three.\n    Four\r\n\r\nFive\r\u00a0\n\u3000Six")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Paragraphs(nil, text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: paragraph %v after %d", text, s, at)
			}
			if gap := strings.TrimFunc(text[at:s.Start], func(r rune) bool { return isBlank(r) }); gap != "" {
				t.Fatalf("%q: %q is in no paragraph", text, gap)
			}
			at = s.End
		}
		if gap := strings.TrimFunc(text[at:], func(r rune) bool { return isBlank(r) }); gap != "" {
			t.Fatalf("%q: %q is in no paragraph", text, gap)
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	for _, words := range []int{40, 400, 4000} {
		text := copyOf("curly", words)
		var tok Tokenizer
		tok.Read(text)
		n := len(tok.Tokens)
		var dst []Sentence
		for _, path := range []struct {
			name string
			cut  func()
		}{
			{"tokens", func() { dst = Sentences(dst[:0], text, tok.Tokens, 0, n) }},
			{"tokenizer", func() { dst = tok.Sentences(dst[:0], 0, n) }},
		} {
			b.Run(fmt.Sprintf("doc=curly/words=%d/path=%s", words, path.name), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					path.cut()
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			})
		}
	}
}

func BenchmarkParagraphs(b *testing.B) {
	for _, doc := range []struct{ lines, text string }{
		{"blank", copyOf("curly", 400)},
		{"wrapped", strings.ReplaceAll(copyOf("ascii", 400), ", ", ",\n")},
	} {
		var tok Tokenizer
		tok.Read(doc.text)
		var dst []Span
		for _, path := range []struct {
			name string
			cut  func()
		}{
			{"text", func() { dst = Paragraphs(dst[:0], doc.text) }},
			{"tokenizer", func() { dst = tok.Paragraphs(dst[:0]) }},
		} {
			b.Run("lines="+doc.lines+"/words=400/path="+path.name, func(b *testing.B) {
				b.SetBytes(int64(len(doc.text)))
				for b.Loop() {
					path.cut()
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
			})
		}
	}
}

// TestMayEnd holds that what the last byte of a token rules out is ruled out by
// all the rules.
func TestMayEnd(t *testing.T) {
	pieces := []string{"said", "U.S.", "Mr.", "4", "4.5", "Roe", ".", "?", "…", "”", "\"", ")", "。", "日", "é", "-"}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				text := a + " " + b + c + " Roe"
				tokens := Tokenize(nil, text)
				rules := cutter{text: text, tokens: tokens}
				for i, tok := range tokens {
					if next, ends := rules.ends(0, i); !mayEnd[text[tok.End-1]] && (ends || next != i+1) {
						t.Errorf("%q: token %q ends a sentence", text, tok.Of(text))
					}
				}
			}
		}
	}
}
