package similarity

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/wirediff/wirediff/shingle"
)

func checkQuote(t *testing.T, q *Quote, a *shingle.Article) {
	t.Helper()
	if q == nil {
		return
	}
	text := a.Text
	if q.Field == "title" {
		text = a.Title
	}
	if q.Start < 0 || q.End > len(text) || q.Start >= q.End || text[q.Start:q.End] != q.Text {
		t.Fatalf("quote %+v is not in the text", *q)
	}
	if r := []rune(q.Text); unicode.IsSpace(r[0]) || unicode.IsSpace(r[len(r)-1]) {
		t.Fatalf("quote %q has loose white space", q.Text)
	}
}

func TestPhrases(t *testing.T) {
	for _, tc := range phraseCases {
		t.Run(tc.name, func(t *testing.T) {
			found := Phrases(collate(tc.a, tc.b))
			for want := range strings.SplitSeq(tc.want, ";") {
				checkWanted(t, found, strings.TrimSpace(want), tc.why)
			}
		})
	}
}

// TestPhrasesTime: both texts name a day from where they stand.
func TestPhrasesTime(t *testing.T) {
	tuesday := time.Date(2024, 4, 9, 8, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		name, why, a, b string
		published       time.Time
		want            string
	}{
		{"one day", "yesterday, printed on Wednesday, is Tuesday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday.AddDate(0, 0, 1), "house-style: on Tuesday => yesterday; !time-shifted !reworded"},
		{"for the morning", "yesterday, on the site at night, is for tomorrow's paper: Tuesday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday.Add(14 * time.Hour), "house-style: on Tuesday => yesterday; !time-shifted"},
		{"another day", "yesterday, printed on Tuesday, is Monday", "The Orrin dam burst on Tuesday.", "The Orrin dam burst yesterday.", tuesday, "time-shifted: on Tuesday => yesterday"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := shingle.Parse(shingle.Document{Text: tc.a, Published: tuesday})
			b := shingle.Parse(shingle.Document{Text: tc.b, Published: tc.published})
			found := Phrases(Collate(a, b))
			for want := range strings.SplitSeq(tc.want, ";") {
				checkWanted(t, found, strings.TrimSpace(want), tc.why)
			}
		})
	}
}

// TestPhrasesTitleClaims: a headline's own number or loaded word is grave; other
// words, and the number of the take, are not.
func TestPhrasesTitleClaims(t *testing.T) {
	body := "Nine sailors were freed in Karvane on Monday after 47 days, mediators said."
	for _, tc := range []struct {
		name, from, to string
		severity       Severity
		claims         string
	}{
		{"plain", "Nine sailors freed in Karvane", "Nine sailors free in Karvane after 47 days", Low, ""},
		{"a word of its own", "Nine sailors freed in Karvane", "At last: nine sailors freed in Karvane harbour", Low, "harbour"},
		{"a number of its own", "Nine sailors freed in Karvane", "Nine sailors freed in Karvane, 12 dead", Medium, "12"},
		{"a loaded word", "Nine sailors freed in Karvane", "Nine sailors freed in horrific Karvane", Medium, "horrific"},
		{"which take it is", "Nine sailors freed in Karvane", "UPDATE 2-Nine sailors freed in Karvane - mediators", Low, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, b := shingle.Document{Title: tc.from, Text: body}, shingle.Document{Title: tc.to, Text: body}
			for _, v := range Phrases(Collate(shingle.Parse(a), shingle.Parse(b))) {
				if v.Type != HeadlineChanged {
					continue
				}
				if v.Severity != tc.severity || !strings.Contains(v.Note, tc.claims) || tc.claims == "" && v.Note != "" {
					t.Errorf("%s, note %q; want %s and %q", v.Severity, v.Note, tc.severity, tc.claims)
				}
				return
			}
			t.Error("no other headline told")
		})
	}
}

// TestPhrasesTitle: headlines are read by the same rules.
func TestPhrasesTitle(t *testing.T) {
	body := "Nine sailors were freed in Karvane on Monday, mediators said."
	a := shingle.Parse(shingle.Document{Title: "Gunmen free nine sailors in Karvane - mediators", Text: body})
	b := shingle.Parse(shingle.Document{Title: "Terrorists free nine sailors and 40 hostages in Karvane", Text: body})
	found := Phrases(Collate(a, b))
	for _, want := range []string{
		"headline-changed: Gunmen free nine => Terrorists free nine",
		"attribution-dropped: mediators =>",
		"loaded-term: Gunmen => Terrorists",
	} {
		checkWanted(t, found, want, "a headline")
	}
	for _, v := range found {
		checkQuote(t, v.A, a)
		checkQuote(t, v.B, b)
		if v.Type == HeadlineChanged && !strings.Contains(v.Note, "40") {
			t.Errorf("the headline's own claim is not told: %q", v.Note)
		}
	}
}

func TestRulesWithTerms(t *testing.T) {
	if strings.Contains(DefaultRules().Version, "(") {
		t.Fatalf("the built-in table is broken: %s", DefaultRules().Version)
	}
	rules, err := DefaultRules().WithTerms(strings.NewReader("# own\nchairs seats > thrones # mocks\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := collate("The hall has 40 chairs of oak.", "The hall has 40 thrones of oak.")
	checkWanted(t, rules.Phrases(c), "loaded-term: chairs => thrones", "a user's own term")
	checkWanted(t, Phrases(c), "!loaded-term", "the defaults are untouched")
	if _, err := rules.WithTerms(strings.NewReader("no arrow")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("want an error with its line, have %v", err)
	}
}

func checkWanted(t *testing.T, found []PhraseVariant, want, why string) {
	t.Helper()
	if strings.HasPrefix(want, "!") {
		for _, v := range found {
			for not := range strings.FieldsSeq(want) {
				if "!"+string(v.Type) == not {
					t.Errorf("%s: found %s", why, write(v))
				}
			}
		}
		return
	}
	kind, sides, _ := strings.Cut(want, ": ")
	a, b, _ := strings.Cut(sides, "=>")
	for _, v := range found {
		if string(v.Type) == kind && quoteHolds(v.A, strings.TrimSpace(a)) && quoteHolds(v.B, strings.TrimSpace(b)) {
			return
		}
	}
	var all []string
	for _, v := range found {
		all = append(all, write(v))
	}
	t.Errorf("%s: want %s, found\n%s", why, want, strings.Join(all, "\n"))
}

func quoteHolds(q *Quote, words string) bool {
	return words == "" || q != nil && strings.Contains(q.Text, words)
}

func write(v PhraseVariant) string {
	text := func(q *Quote) string {
		if q == nil {
			return "-"
		}
		return fmt.Sprintf("%q", q.Text)
	}
	return fmt.Sprintf("%s %s: %s => %s (%s)", v.Severity, v.Type, text(v.A), text(v.B), v.Rule)
}

// TestActionScales: the rules keep a set of scales in a word of 64 bits.
func TestActionScales(t *testing.T) {
	for verb, steps := range actionScales {
		for _, s := range steps {
			if s.scale < 0 || s.scale >= 64 {
				t.Fatalf("%q is on scale %d, want 0 to 63", verb, s.scale)
			}
		}
	}
}
