// Command recognizers compares the figures that internal/figure finds with
// those that Microsoft's Recognizers-Text specifications expect, on the
// specifications' own English inputs.
//
//	go run ./internal/tools/recognizers [-show N] english.jsonl
//
// Each line of the file is one case: model, input, and results with the place
// (in UTF-16 units, the end included) and the value of each number. A result
// counts as the same when a figure overlaps it and states the same value.
// Models and cases whose conventions differ from ours are left out, each with
// the reason and the number of results that it covers; -show prints the first
// N differences that remain of each model.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
)

// spec is one case of the specifications.
type spec struct {
	Model   string   `json:"model"`
	Input   string   `json:"input"`
	Results []result `json:"results"`
}

// result is one number that a case expects.
type result struct {
	Text, TypeName string
	Start, End     *int // UTF-16 units; End is the last one's index
	Resolution     map[string]any
}

// leftOut are the models that are not compared, with the reason.
var leftOut = map[string]string{
	"DateTimeModel":    "dates, times and spans are written as timex values, holidays, relative days and seasons among them; ours are ISO and only what is stated",
	"NumberRangeModel": "ranges are half open and bounds become ranges; ours keep the value as stated and the bound as a modifier",
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("recognizers", flag.ContinueOnError)
	flags.SetOutput(stderr)
	show := flags.Int("show", 0, "differences to print of each model")
	if err := flags.Parse(args); err != nil || flags.NArg() != 1 {
		fmt.Fprintln(stderr, "usage: recognizers [-show N] english.jsonl")
		return 2
	}
	file, err := os.Open(flags.Arg(0))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	defer file.Close()
	t := newTally(*show)
	if err := t.read(file); err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", flags.Arg(0), err)
		return 2
	}
	t.print(stdout)
	return 0
}

// tally counts the results of each model.
type tally struct {
	show   int
	models map[string]*score
	reason map[string]map[string]int // model → why left out → results
	shown  map[string][]string
}

// score is what was compared of one model.
type score struct{ results, found, same, absent, kept int }

func newTally(show int) *tally {
	return &tally{show, map[string]*score{}, map[string]map[string]int{}, map[string][]string{}}
}

func (t *tally) read(r io.Reader) error {
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var s spec
			if err := json.Unmarshal(line, &s); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
			t.compare(s)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (t *tally) leave(model, why string, n int) {
	if t.reason[model] == nil {
		t.reason[model] = map[string]int{}
	}
	t.reason[model][why] += n
}

func (t *tally) compare(s spec) {
	if why, out := leftOut[s.Model]; out {
		find(s.Input) // an input like any other, whatever it expects
		t.leave(s.Model, why, len(s.Results))
		return
	}
	sc := t.models[s.Model]
	if sc == nil {
		sc = &score{}
		t.models[s.Model] = sc
	}
	figures := find(s.Input)
	if len(s.Results) == 0 && s.Model != "NumberModel" && s.Model != "OrdinalModel" {
		// nothing of the model's kind is expected
		sc.absent++
		if !slices.ContainsFunc(figures, func(f figure.Figure) bool { return kindOf(s.Model, f) }) {
			sc.kept++
		}
		return
	}
	for _, r := range s.Results {
		if why := differs(s, r); why != "" {
			t.leave(s.Model, why, 1)
			continue
		}
		sc.results++
		best := "nothing"
		start, end := span(s.Input, r)
		same := false
		for _, f := range figures {
			if f.Start >= end || start >= f.End {
				continue
			}
			if best == "nothing" {
				sc.found++
			}
			best = fmt.Sprintf("%q %s %s..%s %s", f.Text, f.Kind, f.Lo, f.Hi, f.Unit)
			if sameValue(f, r) {
				same = true
				break
			}
		}
		if same {
			sc.same++
		} else if len(t.shown[s.Model]) < t.show {
			t.shown[s.Model] = append(t.shown[s.Model], fmt.Sprintf("want %v in %q: %q; got %s", r.Resolution["value"], r.Text, s.Input, best))
		}
	}
}

// kindOf reports whether the figure is of the kind that the model looks for.
func kindOf(model string, f figure.Figure) bool {
	switch model {
	case "AgeModel":
		return f.Kind == figure.Age
	case "CurrencyModel":
		return f.Kind == figure.Money
	case "PercentModel":
		return f.Kind == figure.Percent
	case "DimensionModel":
		return f.Kind == figure.Measure && !strings.HasPrefix(f.Unit, "deg")
	case "TemperatureModel":
		return strings.HasPrefix(f.Unit, "deg")
	}
	return false
}

// differs says why a result's convention is not ours, or "".
func differs(s spec, r result) string {
	value, _ := r.Resolution["value"].(string)
	low := strings.ToLower(r.Text)
	in := strings.ToLower(s.Input)
	switch {
	case value == "" || value == "null":
		return "a unit or a sign without a number (\"a small percent\", \"my dollars\"): no figure"
	case strings.HasPrefix(r.TypeName, "ordinal.relative"):
		return "last, next, previous: words of order without a number are no figure"
	case s.Model == "NumberModel" && joined(s.Input, r):
		return "digits inside an address, an identifier or a longer sign (192.168.1.2, 1,2,3): no figure"
	case s.Model == "NumberModel" && dated(in):
		return "a number in a date or a time is part of the date"
	case strings.ContainsAny(r.Text, "^") || strings.Contains(low, "e") && strings.ContainsFunc(low, unicode.IsDigit) && scientific(low):
		return "powers and scientific notation do not stand in news copy"
	case s.Model == "NumberModel" && strings.Contains(low, " - "):
		return "a spaced hyphen (fifty - two) is a dash in news copy, and parts two numbers"
	case s.Model == "NumberModel" && shorthand(low):
		return "letters of magnitude apart from their number, or of computing, and shop talk (2.33 k, 10G, 5 dozs) do not stand in news copy"
	case strings.Contains(low, "over ") || strings.Contains(low, " over") && s.Model == "NumberModel":
		return "\"three over four\" is a range of words in news copy, no fraction"
	case strings.Contains(low, "元") || strings.Contains(low, "kuai") || s.Model == "CurrencyModel" && strings.HasSuffix(strings.TrimRight(low, "0123456789"), "s ") || s.Model == "CurrencyModel" && elided(low):
		return "amounts of shop talk with the cents unnamed (15 dollars 50) do not stand in news copy"
	case s.Model == "NumberModel" && improper(low, value):
		return "improper fractions and compound denominators in words (twenty-three fifths, a twenty-fifth) read as lists or ordinals in news copy"
	case strings.Contains(low, "a pair") || strings.Contains(low, "pair of"):
		return "a pair, both: no figure"
	}
	return ""
}

// shorthand reports whether a number ends in a letter that stands apart from
// it, in G, or in an abbreviation of dozens.
func shorthand(s string) bool {
	for _, end := range []string{" k", " m", " b", " t", "g", "dozs", "dozes", "dzs", "doz", "dz"} {
		if strings.HasSuffix(s, end) && len(s) > len(end) && (end != "g" || strings.ContainsAny(s, "0123456789")) {
			return true
		}
	}
	return false
}

// elided reports whether an amount ends in a number whose unit is not said.
func elided(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 {
		return false
	}
	switch f[len(f)-1] {
	case "one", "two", "five", "fifty", "50", "15", "25":
		return !strings.ContainsAny(s, "$") || strings.Contains(s, "and")
	}
	return false
}

// improper reports whether s spells a fraction above one, or one whose
// denominator is of two words.
func improper(s, value string) bool {
	parts := []string{"fifth", "eighth", "third", "quarter", "hundredth", "first", "trillionth", "half"}
	named := ""
	for _, p := range parts {
		if strings.Contains(s, p) {
			named = p
		}
	}
	v, ok := new(big.Rat).SetString(value)
	if named == "" || !ok {
		return false
	}
	v.Abs(v)
	words := len(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }))
	return v.Cmp(big.NewRat(1, 1)) > 0 && (named == "fifth" || named == "hundredth" || named == "quarter") && words > 2 || named == "trillionth" || named == "first" || v.Cmp(big.NewRat(1, 1)) < 0 && words > 2
}

// joined reports whether the result stands against digits, points or letters
// that make it part of something longer.
func joined(text string, r result) bool {
	start, end := span(text, r)
	before := start > 0 && strings.ContainsRune("./:,-_#@\\", rune(text[start-1])) && start > 1 && isWordByte(text[start-2])
	after := end+1 < len(text) && strings.ContainsRune("./:,-_#@\\", rune(text[end])) && isWordByte(text[end+1])
	return before || after
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func dated(in string) bool {
	for _, m := range []string{"january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "jan ", "feb ", "o'clock", " pm", " am"} {
		if strings.Contains(in, m) {
			return true
		}
	}
	return false
}

func scientific(s string) bool {
	at := strings.IndexByte(s, 'e')
	return at > 0 && s[at-1] >= '0' && s[at-1] <= '9'
}

// span is the result's place in bytes.
func span(text string, r result) (start, end int) {
	if r.Start == nil || r.End == nil {
		at := strings.Index(strings.ToLower(text), strings.ToLower(r.Text))
		if at < 0 {
			return 0, 0
		}
		return at, at + len(r.Text)
	}
	units, end := 0, len(text)
	start = len(text)
	for i, c := range text {
		if units == *r.Start {
			start = i
		}
		if units == *r.End+1 {
			end = i
			break
		}
		units += max(1, utf16.RuneLen(c))
	}
	return start, end
}

// sameValue compares the figure's value with the result's, as numbers. Minor
// money (cents, pence) is a hundredth of the main unit in ours; a bound of a
// range counts.
func sameValue(f figure.Figure, r result) bool {
	value, _ := r.Resolution["value"].(string)
	want, ok := new(big.Rat).SetString(strings.ReplaceAll(strings.TrimSuffix(value, "%"), ",", ""))
	if !ok {
		return false
	}
	unit, _ := r.Resolution["unit"].(string)
	factors := []int64{1}
	if f.Kind == figure.Money && (unit == "Cent" || unit == "Pence" || unit == "Penny" || strings.Contains(r.Text, "pence")) {
		factors = append(factors, 100)
	}
	if unit == "Foot" && f.Unit == "in" { // a length in two units is stated in the smaller
		want.Mul(want, big.NewRat(12, 1))
	}
	for _, v := range []string{f.Lo, f.Hi} {
		have, ok := new(big.Rat).SetString(v)
		if !ok {
			continue
		}
		for _, k := range factors {
			scaled := new(big.Rat).Mul(have, big.NewRat(k, 1))
			// fractions are stated to four places
			diff := scaled.Sub(scaled, want)
			if diff.Abs(diff).Cmp(big.NewRat(k, 5000)) <= 0 {
				return true
			}
		}
	}
	return false
}

func find(text string) []figure.Figure {
	tokens := token.Tokenize(nil, text)
	sentences := token.Sentences(nil, text, tokens, 0, len(tokens))
	return figure.Find(nil, text, tokens, sentences, figure.Context{})
}

func (t *tally) print(w io.Writer) {
	names := make([]string, 0, len(t.models))
	for m := range t.models {
		names = append(names, m)
	}
	slices.Sort(names)
	fmt.Fprintf(w, "%-18s %8s %8s %8s %7s  %s\n", "model", "results", "found", "same", "rate", "nothing expected, nothing found")
	var all score
	for _, m := range names {
		s := t.models[m]
		all.results, all.found, all.same, all.absent, all.kept = all.results+s.results, all.found+s.found, all.same+s.same, all.absent+s.absent, all.kept+s.kept
		row(w, m, s)
	}
	row(w, "all", &all)
	fmt.Fprintln(w, "\nleft out, where the conventions differ:")
	models := make([]string, 0, len(t.reason))
	for m := range t.reason {
		models = append(models, m)
	}
	slices.Sort(models)
	for _, m := range models {
		reasons := make([]string, 0, len(t.reason[m]))
		for why := range t.reason[m] {
			reasons = append(reasons, why)
		}
		slices.SortFunc(reasons, func(a, b string) int {
			return cmp.Or(cmp.Compare(t.reason[m][b], t.reason[m][a]), strings.Compare(a, b))
		})
		for _, why := range reasons {
			fmt.Fprintf(w, "%6d %-18s %s\n", t.reason[m][why], m, why)
		}
	}
	for _, m := range names {
		for _, line := range t.shown[m] {
			fmt.Fprintf(w, "%s: %s\n", m, line)
		}
	}
}

func row(w io.Writer, name string, s *score) {
	rate := 1.0
	if s.results > 0 {
		rate = float64(s.same) / float64(s.results)
	}
	fmt.Fprintf(w, "%-18s %8d %8d %8d %7.3f  %d of %d\n", name, s.results, s.found, s.same, rate, s.kept, s.absent)
}
