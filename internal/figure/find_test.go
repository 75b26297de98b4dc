package figure

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/internal/cost"
	"github.com/wirediff/wirediff/internal/token"
)

// read cuts the text into tokens and sentences and finds its figures.
func read(text string, ctx Context) []Figure {
	tokens := token.Tokenize(nil, text)
	sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
	return Find(nil, text, tokens, sentences, ctx)
}

// notation writes a figure as the sentences of testdata do: kind, value,
// modifier, unit, /rate, noun and !event.
func notation(f Figure) string {
	s := string(f.Kind) + " " + f.Lo
	if f.Hi != f.Lo {
		s += ".." + f.Hi
	}
	for _, x := range [...]struct{ mark, text string }{{"", string(f.Modifier)}, {"", strings.ReplaceAll(f.Unit, " ", "-")}, {"/", f.Per}, {"n:", f.Noun}, {"!", f.Event}} {
		if x.text != "" {
			s += " " + x.mark + x.text
		}
	}
	return s
}

// annotate puts the figures' notation into the text: [At least 12|count 12 >=].
func annotate(text string, figures []Figure) string {
	var b strings.Builder
	at := 0
	for _, f := range figures {
		fmt.Fprintf(&b, "%s[%s|%s]", text[at:f.Start], f.Text, notation(f))
		at = f.End
	}
	return b.String() + text[at:]
}

// bare takes the notation out again.
func bare(line string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(line, '[')
		if open < 0 {
			return b.String() + line
		}
		mid := strings.IndexByte(line[open:], '|') + open
		shut := strings.IndexByte(line[mid:], ']') + mid
		b.WriteString(line[:open])
		b.WriteString(line[open+1 : mid])
		line = line[shut+1:]
	}
}

// sentence is a line of testdata/sentences.txt.
type sentence struct {
	name, want string
	published  time.Time
}

func sentences(tb testing.TB) []sentence {
	tb.Helper()
	file, err := os.Open("testdata/sentences.txt")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var out []sentence
	beat := ""
	var day time.Time
	scan := bufio.NewScanner(file)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "# "):
			beat = line[2:]
		case strings.HasPrefix(line, "@"):
			if day, err = time.Parse("2006-01-02", line[1:]); err != nil && line != "@" {
				tb.Fatalf("line %d: %v", n, err)
			}
		default:
			words := strings.Fields(bare(line))
			name := strings.Join(words[:min(5, len(words))], " ")
			out = append(out, sentence{fmt.Sprintf("%s/%d %s", beat, n, name), strings.ReplaceAll(line, `\n`, "\n"), day})
		}
	}
	if len(out) < 300 {
		tb.Fatalf("only %d sentences", len(out))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, s := range sentences(t) {
		t.Run(s.name, func(t *testing.T) {
			text := bare(s.want)
			if got := annotate(text, read(text, Context{Published: s.published})); got != s.want {
				t.Errorf("\ngot  %s\nwant %s", got, s.want)
			}
		})
	}
}

// check holds what is true of the figures of any text.
func check(tb testing.TB, text string, figures []Figure) {
	tb.Helper()
	end := 0
	for i, f := range figures {
		if f.Start < end || f.End <= f.Start || f.End > len(text) {
			tb.Fatalf("figure %d [%d,%d) overlaps, is empty or leaves the text (last end %d, length %d)", i, f.Start, f.End, end, len(text))
		}
		end = f.End
		if text[f.Start:f.End] != f.Text {
			tb.Fatalf("text[%d:%d] = %q, figure says %q", f.Start, f.End, text[f.Start:f.End], f.Text)
		}
		if f.Kind == "" || f.Lo == "" || f.Hi == "" || f.Rule == "" {
			tb.Fatalf("figure %q lacks kind, value or rule: %+v", f.Text, f)
		}
		if f.PartOf < 0 || f.PartOf > len(figures) || f.PartOf == i+1 {
			tb.Fatalf("figure %d is part of %d of %d", i, f.PartOf, len(figures))
		}
		if c := f.Converted; c != nil && text[c.Start:c.End] != c.Text {
			tb.Fatalf("conversion %q is not at its offsets", c.Text)
		}
		switch f.Kind {
		case Date, Time, Score:
			continue
		}
		lo, style, ok := parseDigits(strings.TrimPrefix(f.Lo, "-"), false)
		if !ok && len(f.Lo) <= maxDigits {
			tb.Fatalf("figure %q has the value %q (style %d)", f.Text, f.Lo, style)
		}
		hi, _, ok2 := parseDigits(strings.TrimPrefix(f.Hi, "-"), false)
		lo.neg, hi.neg = f.Lo[0] == '-', f.Hi[0] == '-'
		if ok && ok2 && lo.cmp(hi) > 0 {
			tb.Fatalf("figure %q has lo %s above hi %s", f.Text, f.Lo, f.Hi)
		}
	}
}

func TestEveryFigureHoldsTogether(t *testing.T) {
	var all strings.Builder
	for _, s := range sentences(t) {
		text := bare(s.want)
		check(t, text, read(text, Context{Published: s.published}))
		all.WriteString(text + "\n\n")
	}
	check(t, all.String(), read(all.String(), Context{}))
}

func TestDetails(t *testing.T) {
	day := time.Date(2025, 3, 10, 0, 0, 0, 0, time.UTC)
	find := func(t *testing.T, text, word string) Figure {
		t.Helper()
		for _, f := range read(text, Context{Published: day}) {
			if strings.Contains(f.Text, word) {
				return f
			}
		}
		t.Fatalf("no figure %q in %q", word, text)
		return Figure{}
	}
	t.Run("speaker behind the clause", func(t *testing.T) {
		f := find(t, "At least 12 miners died, the union said.", "12")
		if f.Speaker != "the union" || f.Verb != "said" {
			t.Errorf("speaker %q, verb %q", f.Speaker, f.Verb)
		}
	})
	t.Run("each clause has its own speaker", func(t *testing.T) {
		const text = "Police said 12 people died, but hospital officials put the toll at 15."
		if a, b := find(t, text, "12"), find(t, text, "15"); a.Speaker != "Police" || b.Speaker != "hospital officials" {
			t.Errorf("speakers %q and %q", a.Speaker, b.Speaker)
		}
	})
	t.Run("according to", func(t *testing.T) {
		f := find(t, "Some 40 homes burned, according to the fire service.", "40")
		if f.Speaker != "the fire service" || f.Verb != "according to" {
			t.Errorf("speaker %q, verb %q", f.Speaker, f.Verb)
		}
	})
	t.Run("inside a quotation", func(t *testing.T) {
		const text = "“We counted 30 trucks,” he said, of the 45 that left."
		if !find(t, text, "30").Quoted || find(t, text, "45").Quoted {
			t.Error("quotation marks misread")
		}
	})
	t.Run("roles of a change", func(t *testing.T) {
		const text = "Turnover rose by 12% to $5.6 million from $5 million."
		for word, want := range map[string]string{"12%": "change", "5.6": "now", "5 million": "previous"} {
			if f := find(t, text, word); f.Role != want {
				t.Errorf("%s: role %q, want %q", word, f.Role, want)
			}
		}
	})
	t.Run("grain", func(t *testing.T) {
		for word, want := range map[string]string{"1.2 million": "100000", "3.0 billion": "100000000", "809": "1", "4.75%": "0.01", "12,400": "100"} {
			if f := find(t, "It had "+word+" of them.", word); f.Grain != want {
				t.Errorf("%s: grain %q, want %q", word, f.Grain, want)
			}
		}
	})
	t.Run("conversion in brackets is one fact", func(t *testing.T) {
		f := find(t, "The fire burned 2,000 acres (809 hectares).", "2,000")
		if f.Converted == nil || f.Converted.Unit != "ha" || f.Converted.Lo != "809" {
			t.Errorf("converted %+v", f.Converted)
		}
	})
	t.Run("part of a whole", func(t *testing.T) {
		figs := read("Gunmen freed 23 of the 61 hostages, including nine children.", Context{Published: day})
		if figs[0].PartOf != 2 || figs[2].PartOf == 0 {
			t.Errorf("parts of %d and %d", figs[0].PartOf, figs[2].PartOf)
		}
	})
	t.Run("places of an elliptic list", func(t *testing.T) {
		figs := read("The storm killed 12 in Lorne, seven in Tarn and three in Vale.", Context{Published: day})
		if figs[0].Place != "in Lorne" || figs[1].Place != "in Tarn" || figs[2].Place != "in Vale" {
			t.Errorf("places %q, %q, %q", figs[0].Place, figs[1].Place, figs[2].Place)
		}
	})
	t.Run("certainty", func(t *testing.T) {
		if f := find(t, "As many as 40 sailors were feared dead.", "40"); f.Certainty != "feared" {
			t.Errorf("certainty %q", f.Certainty)
		}
	})
}

func TestOtherLanguages(t *testing.T) {
	for _, c := range []struct{ name, lang, want string }{
		{"German groups by points", "de", "Rund [1.400|count 1400] Helfer, [2,5|count 2.5] Tage, [12 %|percent 12 percent] und [3,20 €|money 3.2 EUR] am [2025-03-07|date 2025-03-07]."},
		{"no English rules in German", "de", "Im März starben sechs Menschen bei der Route 66a."},
		{"French groups by thin spaces", "fr", "Près de [1 400|count 1400] habitants, soit [$5|money 5 USD]."},
		{"Spanish of Mexico groups by commas", "es-MX", "Unas [1,400.5|count 1400.5] hectáreas."},
		{"Swiss German writes points before decimals", "de-CH", "CHF [12'500.50|money 12500.5 CHF]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := bare(c.want)
			got := annotate(text, read(text, Context{Lang: c.lang}))
			if c.lang == "de-CH" {
				c.want = "[CHF 12'500.50|money 12500.5 CHF]"
			}
			if got != c.want {
				t.Errorf("\ngot  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestYearFromDateline(t *testing.T) {
	const text = "OSLO, Sept. 3, 2024 (Newsline) - The strike began on Monday and ends on Oct. 1."
	want := []string{"2024-09-03", "2024-09-02", "2024-10-01"}
	for i, f := range read(text, Context{}) {
		if f.Lo != want[i] {
			t.Errorf("%s is %s, want %s", f.Text, f.Lo, want[i])
		}
	}
}

// TestLinear counts the items that the grammar looks at: twice the text must
// not need more than about twice the work.
func TestLinear(t *testing.T) {
	for _, c := range []struct{ name, unit string }{
		{"digits", "1"},
		{"digits with points", "1.234."},
		{"digits with dashes", "12-"},
		{"digits with spaces", "123 "},
		{"number words", "twenty hundred thousand and "},
		{"brackets", "("},
		{"brackets with numbers", "(12 "},
		{"an endless list", "12 people, "},
		{"an endless list of killed", "killed 12 in Lorne and "},
		{"quotes", "\"12 "},
		{"pesos without a country", "5 pesos and "},
		{"ages", "Ann Roe, 31, and "},
		{"months", "March 3 to "},
		{"scores", "3-1, "},
		{"percent", "5 to 6 "},
		{"between", "between 5 and "},
		{"hedges", "at least about more than 5 "},
		{"held hostage", "held 5 people and "},
		{"letters", "a"},
		{"signs", "$"},
		{"hyphens", "five-"},
		{"said", "5 said he "},
		{"numbered lines", "1. a\n"},
		{"wrapped numbers", "a\n1. a "},
		{"nested brackets round numbers", "((5 km (3 miles) "},
		{"changes", "rose by 5 to 12 from "},
		{"unknown currencies", "5 vatari ($1), 5 rondos ($1) and "},
		{"the youngest", "the youngest of the 5 was 12 and the oldest 80 "},
		{"subsets", "two of the seven arrested who were held, four of whom were "},
		{"lives", "debut at 19, 20, she was 88 and left school at 14 "},
		{"a sentence without a stop", "the minister told the board that 12 of the 40 who had been held since March 3 were "},
		{"fractions", "between a quarter and a third and "},
		{"streets", "at 42 Some Other Street, dial 211, No. 10 "},
	} {
		t.Run(c.name, func(t *testing.T) {
			work := func(n int) int {
				text := strings.Repeat(c.unit, n)
				tokens := token.Tokenize(nil, text)
				spans := token.Sentences(nil, text, tokens, 0, len(tokens))
				p := new(parser)
				p.find(text, tokens, spans, Context{Published: time.Date(2025, 3, 10, 0, 0, 0, 0, time.UTC)})
				return p.work
			}
			a, b := work(2000), work(4000)
			if float64(b) > 2.3*float64(a)+1000 {
				t.Errorf("work grows from %d to %d when the text doubles", a, b)
			}
		})
	}
}

// TestMaxFigures: a text of nothing but numbers is read as far as the bound.
func TestMaxFigures(t *testing.T) {
	for _, lang := range []string{"", "de"} {
		if got := len(read(strings.Repeat("12 ", MaxFigures+1000), Context{Lang: lang})); got != MaxFigures {
			t.Errorf("%q: %d figures, want %d", lang, got, MaxFigures)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range sentences(f) {
		f.Add(bare(s.want), "")
	}
	for _, s := range []string{"", "1", "$", "-", "12-", "1.2.3.4", "999999999999999999999999", "½½", "5'8\"", "May", "Sept. 31", "at least", "between 5 and", "$-5", "one in", "0/0", "12:60", "1e9", "999999999999999999 or 1000000000000000000", "\xff12\xfe", "١٢٣"} {
		f.Add(s, "")
		f.Add(s, "de")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		if len(text) > 1<<16 {
			return
		}
		check(t, text, read(text, Context{Lang: lang}))
		check(t, text, read(text, Context{Lang: lang, Published: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)}))
	})
}

func BenchmarkFind(b *testing.B) {
	var all strings.Builder
	for i, s := range sentences(b) {
		all.WriteString(bare(s.want))
		all.WriteByte(' ')
		if i%4 == 3 {
			all.WriteString(filler)
		}
	}
	for _, doc := range []struct{ name, text string }{
		{"doc=stories", stories(b)},                         // ordinary copy: a figure every 70 bytes
		{"doc=news", all.String()},                          // sentences full of figures, with copy between
		{"doc=figures", strings.Repeat(denseCopy, 20)},      // a market report
		{"doc=words", strings.Repeat(filler, 200)},          // no figure at all
		{"doc=digits", strings.Repeat("1234567890 ", 2000)}, // hostile
	} {
		b.Run(doc.name, func(b *testing.B) {
			tokens := token.Tokenize(nil, doc.text)
			spans := token.Sentences(nil, doc.text, tokens, 0, len(tokens))
			ctx := Context{Published: time.Date(2025, 3, 10, 0, 0, 0, 0, time.UTC)}
			var dst []Figure
			b.SetBytes(int64(len(doc.text)))
			b.ReportAllocs()
			start, n := cost.Used(), 0
			for b.Loop() {
				dst = Find(dst[:0], doc.text, tokens, spans, ctx)
				n++
			}
			if used := cost.Used() - start; used > 0 { // MB/s is by the clock, and other work on the machine slows it
				b.ReportMetric(float64(n*len(doc.text))/used.Seconds()/1e6, "cpu-MB/s")
			}
			b.ReportMetric(float64(len(doc.text))/float64(max(1, len(dst))), "bytes/figure")
			b.ReportMetric(float64(len(dst)*b.N)/b.Elapsed().Seconds(), "figures/s")
		})
	}
}

// stories are the articles of the project's own stories, as they stand: what an
// ordinary day's copy holds.
func stories(tb testing.TB) string {
	tb.Helper()
	files, err := filepath.Glob("../../testdata/stories/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatal("no stories", err)
	}
	var all strings.Builder
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		article := false
		for line := range strings.Lines(string(data)) {
			if section, ok := strings.CutPrefix(line, "-- "); ok {
				article = !strings.HasPrefix(section, "want/") && !strings.HasPrefix(section, "known/")
			} else if article {
				all.WriteString(line)
			}
		}
	}
	return all.String()
}

// filler is copy as it stands between figures in a story.
const filler = `The minister told reporters that the government had not yet decided whether to
reopen the crossing, adding that talks with the neighbouring province would go on through the night.
Residents who had spent the evening in a school gymnasium described how the water had come up the
valley without warning and carried off fences, sheds and the wooden bridge below the mill.
Nobody in the village could remember anything like it, said the priest, whose church was spared.

`

const denseCopy = `Shares in the group fell 3.2 percent to $41.17 by 1430 GMT after it cut its 2025 profit
forecast to $1.1 billion from $1.3 billion. Sales rose 4% to 2.2 billion euros in the three months to June 30,
against analysts' forecasts of 2.3 billion. `
