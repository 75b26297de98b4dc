package story

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const small = `Why: the smallest story that has everything.
-- wire --
Outlet: Waypoint News
Published: 2026-02-09T07:05:00Z
Title: Three cows in a tree
URL: https://waypoint.example/cows
Byline: A. Roe
Lang: en

Three cows: "Moo", they said.

They were seven.
-- copy --
Title: Cows

Three cows were found.
-- other --
Title: Goats

No cows.
-- want/clusters --
wire copy

other
-- want/parents --
copy <- wire light-edit
-- want/related --
wire ~ other
-- want/figures --
# the second paragraph was cut
wire -> copy: "seven" -> null missing
-- want/phrases --
wire -> copy: ` + "`\"Moo\", they said`" + ` -> "were found" quote-to-paraphrase
-- known/phrases --
wire -> copy: "Three cows in a tree" -> "Cows" headline-changed
`

func TestParse(t *testing.T) {
	got, err := Parse("cows.txtar", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	want := &Story{
		Name: "cows",
		Why:  "Why: the smallest story that has everything.",
		Versions: []Version{
			{
				Name: "wire", Outlet: "Waypoint News", Published: time.Date(2026, 2, 9, 7, 5, 0, 0, time.UTC),
				Title: "Three cows in a tree", URL: "https://waypoint.example/cows", Byline: "A. Roe", Lang: "en",
				Text: "Three cows: \"Moo\", they said.\n\nThey were seven.", Line: 2,
			},
			{Name: "copy", Title: "Cows", Text: "Three cows were found.", Line: 13},
			{Name: "other", Title: "Goats", Text: "No cows.", Line: 17},
		},
		Clusters: []Cluster{{Versions: []string{"wire", "copy"}, Line: 22}, {Versions: []string{"other"}, Line: 24}},
		Parents:  []Parent{{Version: "copy", Parent: "wire", Relation: "light-edit", Line: 26}},
		Related:  []Related{{A: "wire", B: "other", Line: 28}},
		Figures:  []Variant{{Parent: "wire", Version: "copy", From: "seven", Class: "missing", Line: 31}},
		Phrases: []Variant{
			{Parent: "wire", Version: "copy", From: `"Moo", they said`, To: "were found", Class: "quote-to-paraphrase", Line: 33},
			{Parent: "wire", Version: "copy", From: "Three cows in a tree", To: "Cows", Class: "headline-changed", Known: true, Line: 35},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Parse (-want +got):\n%s", d)
	}
}

func TestVariantString(t *testing.T) {
	s, err := Parse("cows.txtar", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := s.Figures[0].String(), `wire -> copy: "seven" -> null missing`; got != want {
		t.Errorf("String() = %s, want %s", got, want)
	}
}

func TestParseErrors(t *testing.T) {
	// Each case makes one change to the small story.
	for _, test := range []struct{ name, old, new, want string }{
		{"no reason", "Why: the smallest story that has everything.", "", "cows.txtar:1: the comment at the top does not say why the story exists"},
		{"bad name", "-- other --", "-- Other --", `cows.txtar:17: version "Other": a name is lower-case letters and digits`},
		{"name twice", "-- other --", "-- copy --", `cows.txtar:17: version "copy" is there twice`},
		{"no blank line", "Title: Goats\n\n", "Title: Goats\n", `cows.txtar:17: version "other": no blank line after the header`},
		{"no title", "Title: Goats", "Outlet: Goats", `cows.txtar:17: version "other" has no Title`},
		{"no header line", "Title: Goats", "Goats", `cows.txtar:18: "Goats" is no header line (Key: value)`},
		{"header twice", "Title: Goats", "Title: Goats\nTitle: Goats", "cows.txtar:19: Title is there twice"},
		{"unknown key", "Title: Goats", "Head: Goats", `cows.txtar:18: unknown header key "Head"`},
		{"bad time", "2026-02-09T07:05:00Z", "Feb. 9", `cows.txtar:4: Published is no RFC 3339 time: "Feb. 9"`},
		{"unknown section", "-- want/parents --", "-- want/parent --", `cows.txtar:25: unknown section "want/parent"`},
		{"unknown version", "wire copy\n", "wire copy third\n", `cows.txtar:22: no version "third"`},
		{"version in no cluster", "\nother\n", "\n", `cows.txtar:17: version "other" is in 0 clusters, want 1`},
		{"version in two", "\nother\n", "\nother copy\n", `cows.txtar:13: version "copy" is in 2 clusters, want 1`},
		{"parent's form", "copy <- wire light-edit", "copy <- wire", `cows.txtar:26: "copy <- wire": want VERSION <- PARENT RELATION`},
		{"parent of another cluster", "copy <- wire light-edit", "copy <- other light-edit", `cows.txtar:26: "copy" and its parent "other" are not two versions of one cluster`},
		{"related's form", "wire ~ other", "wire - other", `cows.txtar:28: "wire - other": want VERSION ~ VERSION`},
		{"related in one cluster", "wire ~ other", "wire ~ copy", `cows.txtar:28: "wire" and "copy" are versions of one cluster`},
		{"variant of another cluster", `wire -> copy: "seven"`, `other -> copy: "No cows"`, `cows.txtar:31: "other" and "copy" are not two versions of one cluster`},
		{"words not there", `"seven" -> null`, `"eight" -> null`, `cows.txtar:31: version "wire" has no "eight"`},
		{"words not quoted", `"seven" -> null`, `seven -> null`, `cows.txtar:31: "seven -> null missing" starts with no quoted words`},
		{"no words", `"seven" -> null`, `"" -> null`, `cows.txtar:31: "" are no words`},
		{"two nulls", `"seven" -> null`, `null -> null`, `cows.txtar:31: both sides are null`},
		{"one side", `"seven" -> null missing`, `"seven" missing`, `cows.txtar:31: "wire -> copy: \"seven\" missing": want PARENT -> VERSION: "words" -> "words" CLASS`},
		{"no class", `null missing`, `null`, `cows.txtar:31: "wire -> copy: \"seven\" -> null": want one class at the end`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if strings.Count(small, test.old) != 1 && test.name != "version in no cluster" && test.name != "version in two" {
				t.Fatalf("%q is not once in the story", test.old)
			}
			_, err := Parse("cows.txtar", []byte(strings.Replace(small, test.old, test.new, 1)))
			var fault *Error
			if !errors.As(err, &fault) {
				t.Fatalf("Parse = %v, want an *Error", err)
			}
			if got := fault.Error(); got != test.want {
				t.Errorf("Parse:\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestLoad(t *testing.T) {
	if _, err := Load(t.TempDir()); err == nil {
		t.Error("Load of an empty folder gave no error")
	}
	stories, err := Load("../../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stories {
		if n := len(s.Versions); n < 3 || n > 8 {
			t.Errorf("%s has %d versions, want 3 to 8", s.Name, n)
		}
	}
}

// FuzzParse holds that no file makes the parser panic, and that every error
// names a line of the file.
func FuzzParse(f *testing.F) {
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := Parse("fuzz.txtar", data)
		var fault *Error
		if err == nil || !errors.As(err, &fault) {
			return
		}
		if lines := strings.Count(string(data), "\n") + 1; fault.Line < 1 || fault.Line > lines {
			t.Errorf("error at line %d of %d: %v", fault.Line, lines, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.Run("versions=3", func(b *testing.B) {
		b.SetBytes(int64(len(small)))
		for b.Loop() {
			if _, err := Parse("cows.txtar", []byte(small)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
