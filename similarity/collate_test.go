package similarity

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wirediff/wirediff/shingle"
)

func collate(a, b string) *Collation {
	return Collate(shingle.Parse(shingle.Document{ID: "a", Text: a}), shingle.Parse(shingle.Document{ID: "b", Text: b}))
}

// shape writes a collation as one mark a segment: = same, ~ changed, - cut,
// + insert; m behind it where moved.
func shape(c *Collation) string {
	marks := map[SegmentKind]string{Same: "=", Changed: "~", Cut: "-", Insert: "+"}
	var out []string
	for _, s := range c.Segments {
		m := marks[s.Kind]
		if s.Moved {
			m += "m"
		}
		out = append(out, m)
	}
	return strings.Join(out, " ")
}

func TestCollateShape(t *testing.T) {
	const (
		dam     = "Engineers opened the gates of the Velmar dam on Monday. "
		river   = "The river rose by two metres in an hour. "
		school  = "A school in Torbeck was used as a shelter for 140 people. "
		mayor   = `"We slept in our boots," said the mayor, Ilse Brandauer. `
		history = "The dam was built in 1961 and last overflowed in 2002. "
	)
	for _, tc := range []struct{ name, why, a, b, want string }{
		{"equal", "every sentence has itself", dam + river, dam + river, "= ="},
		{"empty", "nothing to collate", "", "", ""},
		{"from nothing", "all inserted", "", dam, "+"},
		{"to nothing", "all cut", dam, "", "-"},
		{"white space", "white space belongs to a segment even alone", " \n", "", "-"},
		{"one word", "one word changed", dam + river, strings.Replace(dam, "opened", "closed", 1) + river, "~ ="},
		{"tail", "what is cut at the end follows the last that stays", dam + river + history, dam, "= - -"},
		{"middle", "what is cut stands where it stood", dam + river + history, dam + history, "= - ="},
		{"inserted", "new sentence between", dam + history, dam + school + history, "= + ="},
		{"moved", "of two that crossed the shorter moved", dam + river + school + history, river + dam + school + history, "=m = = ="},
		{"split", "one sentence became two", "The school, which took in 140 people from Torbeck, ran out of blankets and called the army for help. " + dam,
			"The school took in 140 people from Torbeck. It ran out of blankets and called the army for help. " + dam, "~ ="},
		{"merged", "two became one", dam + "The school took in 140 people from Torbeck. It ran out of blankets and called the army. ",
			dam + "The school took in 140 people from Torbeck, ran out of blankets and called the army. ", "= ~"},
		{"reworded", "names and numbers alone hold the pair", dam + mayor + school, dam + mayor + "Some 140 residents of Torbeck spent the night in classrooms. ", "= = ~"},
		{"curly", "curly quotation marks are the same words", mayor, strings.NewReplacer(`"We`, "“We", `,"`, ",”").Replace(mayor), "="},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := collate(tc.a, tc.b)
			if got := shape(c); got != tc.want {
				t.Errorf("%s: got %q, want %q", tc.why, got, tc.want)
			}
			checkCollation(t, c)
		})
	}
}

func TestCollateEdits(t *testing.T) {
	for _, tc := range []struct{ name, why, a, b, want string }{
		{"number", "a number is replaced whole", "About 1,400 people fled.", "About 1,200 people fled.", "About [1,400|1,200] people fled."},
		{"near", "a spelling is a near-word", "The grey harbour shut.", "The gray harbor shut.", "The {grey harbour|gray harbor} shut."},
		{"joined", "a lone 'the' between two differences is no agreement", "Soldiers of the north ate.", "Men from the north ate.", "[Soldiers of|Men from] the north ate."},
		{"dropped", "a deletion has an empty b", "He allegedly stole it.", "He stole it.", "He [allegedly|] stole it."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := collate(tc.a, tc.b)
			var out []string
			for _, s := range c.Segments {
				for _, e := range s.Edits {
					x, y := strings.TrimSpace(e.A.Of(tc.a)), strings.TrimSpace(e.B.Of(tc.b))
					switch {
					case e.Same:
						out = append(out, x)
					case e.Near:
						out = append(out, "{"+x+"|"+y+"}")
					default:
						out = append(out, "["+x+"|"+y+"]")
					}
				}
			}
			if got := strings.Join(out, " "); got != tc.want {
				t.Errorf("%s: got %s, want %s", tc.why, got, tc.want)
			}
			checkCollation(t, c)
		})
	}
}

// TestCollateBounded: a stretch without a sentence end is not diffed word by
// word, and the collation says so; it reassembles all the same.
func TestCollateBounded(t *testing.T) {
	table := strings.Repeat("alpha beta gamma ", 300)
	other := strings.Repeat("gamma alpha delta ", 300)
	for _, tc := range []struct {
		name, a, b string
		want       bool
	}{
		{"a table", table, other, true},
		{"equal tables", table, table, false},
		{"news", "The dam held on Monday.", "The dam broke on Monday.", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := collate(tc.a, tc.b)
			if c.Bounded != tc.want {
				t.Errorf("Bounded is %v, want %v", c.Bounded, tc.want)
			}
			checkCollation(t, c)
		})
	}
}

// TestPhrasesShared: rules run on one collation at once, for the race
// detector, and find the same.
func TestPhrasesShared(t *testing.T) {
	a := shingle.Parse(shingle.Document{Title: "Mill burns in Sund", Text: "The mill may reopen, Ola Brandt said. \"We wait for rain,\" he said."})
	b := shingle.Parse(shingle.Document{Title: "Sund Mill in Flames", Text: "The mill will reopen. \"We wait for the rain,\" Ola Brandt admitted."})
	c := Collate(a, b)
	want := Phrases(c)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if diff := cmp.Diff(want, Phrases(c)); diff != "" {
				t.Errorf("another run found other variants:\n%s", diff)
			}
		})
	}
	wait.Wait()
}

// checkCollation is the independent judge: both texts come back to the byte,
// spans are valid and in b's order, and no edit cuts a number.
func checkCollation(t *testing.T, c *Collation) {
	t.Helper()
	if a, b := c.Reassemble(); a != c.A.Text || b != c.B.Text {
		t.Fatalf("reassembled\n%q\n%q\nfrom\n%q\n%q", a, b, c.A.Text, c.B.Text)
	}
	check := func(s shingle.Span, text string) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("span %v outside a text of %d bytes", s, len(text))
		}
		for _, at := range []int{s.Start, s.End} {
			if at > 0 && at < len(text) && isDigit(text[at-1]) && isDigit(text[at]) {
				t.Fatalf("span %v cuts a number: %q", s, text[max(0, at-5):min(len(text), at+5)])
			}
		}
	}
	at := 0
	for _, s := range c.Segments {
		check(s.A, c.A.Text)
		check(s.B, c.B.Text)
		if s.Kind != Cut {
			if s.B.Start != at {
				t.Fatalf("segment starts at %d of b, the one before ended at %d", s.B.Start, at)
			}
			at = s.B.End
		}
		for _, e := range s.Edits {
			check(e.A, c.A.Text)
			check(e.B, c.B.Text)
		}
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func FuzzCollate(f *testing.F) {
	f.Add("The dam held. It was 1,400 m long.", "It was 1,400 m long. The dam held on Monday.")
	f.Add("“A quote that never ends", "A quote 'that' ends.\n\n- Pool")
	f.Add("a\n\n\n b \xff\xfe 12.5%", "\u202e12,5 %\r\n")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<16 {
			return
		}
		c := collate(a, b)
		ra, rb := c.Reassemble()
		if ra != a || rb != b {
			t.Fatalf("reassembled\n%q\n%q\nfrom\n%q\n%q", ra, rb, a, b)
		}
		tokensWhole(t, c)
		for _, p := range Phrases(c) {
			checkQuote(t, p.A, c.A)
			checkQuote(t, p.B, c.B)
		}
	})
}

// tokensWhole checks that no edit starts or ends inside a token.
func tokensWhole(t *testing.T, c *Collation) {
	t.Helper()
	inside := func(art *shingle.Article) map[int]bool {
		in := map[int]bool{}
		for _, tok := range art.Tokens {
			for at := int(tok.Start) + 1; at < int(tok.End); at++ {
				in[at] = true
			}
		}
		return in
	}
	inA, inB := inside(c.A), inside(c.B)
	for _, s := range c.Segments {
		for _, e := range append(s.Edits, Edit{A: s.A, B: s.B}) {
			if inA[e.A.Start] || inA[e.A.End] || inB[e.B.Start] || inB[e.B.End] {
				t.Fatalf("an edit cuts a token: %q %q", e.A.Of(c.A.Text), e.B.Of(c.B.Text))
			}
		}
	}
}

// invented makes a text of n words in sentences of about 20, some of them
// shared between texts by the seed of the sentence.
func invented(words int, seed uint64, reworded int) string {
	var out strings.Builder
	rng := rand.New(rand.NewPCG(seed, 1))
	lex := make([]string, 900)
	for i := range lex {
		for range 2 + rng.IntN(3) {
			out.WriteByte("bcdfglmnprst"[rng.IntN(12)])
			out.WriteByte("aeiou"[rng.IntN(5)])
		}
		lex[i] = out.String()
		out.Reset()
	}
	change := rand.New(rand.NewPCG(7, uint64(reworded)))
	for n := range words {
		w := lex[rng.IntN(1+rng.IntN(len(lex)))]
		switch {
		case n%20 == 0:
			w = strings.ToUpper(w[:1]) + w[1:]
		case n%20 == 7:
			w = "said"
		case n%20 == 11:
			w = "1,4" + string(rune('0'+rng.IntN(10))) + string(rune('0'+n/20%10))
		}
		if reworded > 0 && change.IntN(100) < reworded {
			w = "other"
		}
		out.WriteString(w)
		switch {
		case n%100 == 99:
			out.WriteString(".\n\n")
		case n%20 == 19:
			out.WriteString(". ")
		default:
			out.WriteByte(' ')
		}
	}
	return out.String()
}

func BenchmarkCollate(b *testing.B) {
	repeated := shingle.Parse(shingle.Document{Text: strings.Repeat("Police said it may rain in Sund. ", 5000)})
	changed := shingle.Parse(shingle.Document{Text: strings.Repeat("The mayor admitted it will rain in Sund. ", 5000)})
	b.Run("case=repeated/sentences=5000", func(b *testing.B) {
		b.SetBytes(int64(len(repeated.Text) + len(changed.Text)))
		for b.Loop() {
			Phrases(Collate(repeated, changed))
		}
	})
	for _, bc := range []struct {
		name     string
		words    int
		reworded int
	}{
		{"words=500/reworded=5%", 500, 5},
		{"words=500/reworded=60%", 500, 60},
		{"words=5000/reworded=5%", 5000, 5},
		{"words=5000/reworded=60%", 5000, 60},
		{"words=50000/reworded=30%", 50000, 30},
	} {
		x := shingle.Parse(shingle.Document{Text: invented(bc.words, 3, 0)})
		y := shingle.Parse(shingle.Document{Text: invented(bc.words, 3, bc.reworded)})
		b.Run(bc.name, func(b *testing.B) {
			b.SetBytes(int64(len(x.Text) + len(y.Text)))
			for b.Loop() {
				Phrases(Collate(x, y))
			}
			b.ReportMetric(2*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
