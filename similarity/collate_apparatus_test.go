package similarity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

func parseAll(texts ...string) []*shingle.Article {
	var out []*shingle.Article
	for n, text := range texts {
		out = append(out, shingle.Parse(shingle.Document{ID: fmt.Sprint(n), Text: text}))
	}
	return out
}

// TestApparatus: three versions on one base; the place stands once.
func TestApparatus(t *testing.T) {
	arts := parseAll(
		"The bridge at Holm may close on Monday, the council said. It carries 900 cars a day.",
		"The bridge at Holm will close on Monday, the council said. It carries 900 cars a day.",
		"The bridge at Holm will close on Monday. It carries 900 cars a day.",
		"The bridge at Holm may close on Monday, the council said. It carries 900 cars a day. A ferry is planned.",
	)
	app := NewApparatus(arts[0], arts[1:])
	var got []string
	for _, e := range app.Entries {
		for _, r := range e.Readings {
			got = append(got, fmt.Sprintf("%q → %q %v %v", strings.TrimSpace(e.Base.Of(arts[0].Text)), r.Text, r.Versions, r.Types))
		}
	}
	want := []string{
		`"may" → "will" [0 1] [verb-hardened]`,
		`", the council said" → "" [1] [attribution-dropped]`,
		`"" → "A ferry is planned." [2] []`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestApparatusReassembles: the base with a version's readings put in is that
// version, white space aside, where nothing moved.
func TestApparatusReassembles(t *testing.T) {
	base := invented(400, 5, 0)
	texts := []string{base}
	for _, share := range []int{1, 3, 9} {
		texts = append(texts, invented(400, 5, share))
	}
	arts := parseAll(texts...)
	app := NewApparatus(arts[0], arts[1:])
	for v, other := range texts[1:] {
		var out strings.Builder
		at := 0
		for _, e := range app.Entries {
			if e.Base.Start < at {
				t.Fatalf("entries overlap at %d", e.Base.Start)
			}
			out.WriteString(base[at:e.Base.Start])
			words := e.Base.Of(base)
			for _, r := range e.Readings {
				for _, n := range r.Versions {
					if n == v {
						words = " " + r.Text + " "
					}
				}
			}
			out.WriteString(words)
			at = e.Base.End
		}
		out.WriteString(base[at:])
		if got, want := squeeze(out.String()), squeeze(other); got != want {
			t.Errorf("version %d: got\n%s\nwant\n%s", v, got, want)
		}
	}
}

// squeeze leaves white space out.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
