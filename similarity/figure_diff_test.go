package similarity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/wirediff/wirediff/shingle"
)

// wire is an invented agency story; the tests' versions are made from it.
const wire = `CALDER BAY, June 3 (Norvane) - At least 14 people were killed and 52 injured when a grain silo exploded in the port of Calder Bay on Tuesday, the regional governor said.

Rescuers pulled nine workers out alive, and as many as 30 were still missing at nightfall, Governor Ines Kolvar told reporters. The blast at 5:40 p.m. was heard 18 km (11 miles) away and damaged 212 homes.

About 340 firefighters fought the blaze with 26 vehicles. The silo belongs to Marrow Grain, which put the damage at $48 million and said 1,260 tonnes of wheat were lost.

Shares in the company fell 6.3 percent. "We had asked for an inspection in 2029," said union leader Tomas Brel, 57, who has worked there for more than 20 years.

Kolvar said the government would release 3.5 billion crowns for the families.`

func story(id, text string, hours int) shingle.Document {
	return shingle.Document{
		ID: id, Outlet: id, Text: text, Title: "Silo blast kills 14 in Calder Bay",
		Published: time.Date(2031, 6, 3, 20+hours, 0, 0, 0, time.UTC),
	}
}

// edit replaces words of the wire story, pairs of old and new; each old must
// be there.
func edit(t testing.TB, pairs ...string) string {
	t.Helper()
	text := wire
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the wire story has no %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// told lists the differences as "class: a → b", without restylings, sorted.
func told(vs []FigureVariant) []string {
	var out []string
	for _, v := range vs {
		if v.Class == SameRestyled {
			continue
		}
		side := func(f *Figure) string {
			if f == nil {
				return "-"
			}
			return f.Text
		}
		out = append(out, fmt.Sprintf("%s: %s → %s", v.Class, side(v.A), side(v.B)))
	}
	slices.Sort(out)
	return out
}

func TestDiffFigures(t *testing.T) {
	for _, c := range []struct {
		name, why string
		edits     []string
		want      []string
	}{
		{"nothing", "a text differs from itself in nothing", nil, nil},
		{"house style", "another dress is no difference",
			[]string{"nine workers", "9 workers", "6.3 percent", "6.3%", "$48 million", "$48m", "5:40 p.m.", "5.40pm", "18 km (11 miles)", "11 miles (18 km)", "About 340", "Some 340"},
			nil},
		{"hedge dropped", "fact-checkers want to know",
			[]string{"At least 14 people were", "Fourteen people were"}, []string{"hedge-changed: At least 14 → Fourteen"}},
		{"digits swapped", "the commonest slip",
			[]string{"1,260 tonnes", "1,620 tonnes"}, []string{"contradictory: 1,260 tonnes → 1,620 tonnes"}},
		{"scale lost", "the dearest slip",
			[]string{"3.5 billion crowns", "3.5 million crowns"}, []string{"contradictory: 3.5 billion crowns → 3.5 million crowns"}},
		{"rounded", "", []string{"damaged 212 homes", "damaged about 200 homes"}, []string{"rounded: 212 → about 200"}},
		{"loosened", "", []string{"52 injured", "more than 50 injured"}, []string{"loosened: 52 → more than 50"}},
		{"made vague", "dozens are a figure, by the table of vague quantities",
			[]string{"52 injured", "dozens injured"}, []string{"loosened: 52 → dozens"}},
		{"led by the conversion alone", "the old unit is gone, the value is not",
			[]string{"18 km (11 miles)", "11 miles"}, []string{"missing: 18 km → -"}},
		{"converted", "", []string{"18 km (11 miles)", "18 km", "1,260 tonnes", "1.26 million kg"}, []string{"missing: 11 miles → -"}},
		{"another currency", "the rate is one that was seen",
			[]string{"$48 million", "£38 million"}, []string{"unit-converted: $48 million → £38 million"}},
		{"conversion dropped", "", []string{"18 km (11 miles)", "18 km"}, []string{"missing: 11 miles → -"}},
		{"killed for injured", "the gravest: the number kept, the noun changed",
			[]string{"were killed and 52 injured when", "were injured when"},
			[]string{"missing: 52 → -", "noun-changed: At least 14 → At least 14"}},
		{"spread to a range", "", []string{"52 injured", "between 40 and 60 injured"}, []string{"loosened: 52 → between 40 and 60"}},
		{"figure dropped", "", []string{" with 26 vehicles", ""}, []string{"missing: 26 → -"}},
		{"figure added", "", []string{"on Tuesday,", "on Tuesday, the worst such accident since 1998,"}, []string{"added: - → 1998"}},
		{"two at once", "each is told",
			[]string{"26 vehicles", "62 vehicles", "About 340", "340"},
			[]string{"contradictory: 26 → 62", "hedge-changed: About 340 → 340"}},
	} {
		a, b := story("Norvane", wire, 0), story("The Quay", edit(t, c.edits...), 2)
		if got := told(Diff(a, b).Figures); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q (%s)", c.name, got, c.want, c.why)
		}
	}
}

// TestDiffHeadline: a headline that rounds or exaggerates is told, one that
// repeats the text is not.
func TestDiffHeadline(t *testing.T) {
	a := story("Norvane", wire, 0)
	for _, c := range []struct {
		name, title string
		want        []string
	}{
		{"as the text", "Port explosion kills at least 14", nil},
		{"another value", "40 killed in Calder Bay silo blast", []string{"contradictory: 14 → 40"}},
	} {
		b := story("The Quay", wire, 2)
		b.Title = c.title
		got := told(Diff(a, b).Figures)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestDiffUpdate: the agency's own later version updates, another outlet's
// contradicts.
func TestDiffUpdate(t *testing.T) {
	later := edit(t, "At least 14 people were killed and 52 injured", "The toll rose to 19 on Wednesday, with 61 people injured,",
		"when a grain silo exploded", "after a grain silo exploded", "as many as 30", "11")
	a, b := story("Norvane", wire, 0), story("Norvane", later, 14)
	b.Title = "UPDATE 2-Silo blast toll rises to 19"
	for _, v := range Diff(a, b).Figures {
		if v.Class == Contradictory {
			t.Errorf("in an update: %s → %s is %s", v.A.Text, v.B.Text, v.Class)
		}
	}
	typo := story("The Quay", edit(t, "52 injured", "25 injured"), 14)
	if got := told(Diff(a, typo).Figures); !slices.Equal(got, []string{"contradictory: 52 → 25"}) {
		t.Errorf("a slip of another outlet, hours later: %q", got)
	}
}

// TestDiffVague: a figure given up for vague words is loosened.
func TestDiffVague(t *testing.T) {
	a, b := story("Norvane", wire, 0), story("The Quay", edit(t, "at 5:40 p.m. was", "in the late afternoon was"), 2)
	if got := told(Diff(a, b).Figures); !slices.Equal(got, []string{"loosened: 5:40 p.m. → late afternoon"}) {
		t.Errorf("%q", got)
	}
}

// TestDiffSpeaker: the value kept in another mouth.
func TestDiffSpeaker(t *testing.T) {
	a := "The flood cut off 4,150 homes in the valley, the energy minister told reporters in the capital.\n\nSchools stay closed until Monday."
	b := "The flood cut off 4,150 homes in the valley, the rail workers' union told reporters in the capital.\n\nSchools stay closed until Monday."
	got := told(Diff(shingle.Document{ID: "a", Text: a}, shingle.Document{ID: "b", Text: b}).Figures)
	if !slices.Equal(got, []string{"attribution-changed: 4,150 → 4,150"}) {
		t.Errorf("%q", got)
	}
}

// TestDiffTail: what went with a cut tail is told from what was dropped alone.
func TestDiffTail(t *testing.T) {
	body, _, _ := strings.Cut(edit(t, " with 26 vehicles", ""), "\n\nShares in")
	d := Diff(story("Norvane", wire, 0), story("The Brief", body, 2))
	tails := map[string]bool{}
	for _, v := range d.Figures {
		if v.Class == Missing {
			tails[v.A.Text] = v.Tail
		}
	}
	for text, want := range map[string]bool{"26": false, "6.3 percent": true, "3.5 billion crowns": true} {
		if tail, ok := tails[text]; !ok || tail != want {
			t.Errorf("%q: missing %v, with the tail %v, want %v", text, ok, tail, want)
		}
	}
}

// TestDiffLaws holds every comparison of made-up edits to what must be so:
// each side's text is the document's at its offsets, a figure of a text pairs
// at most once with a figure of the other text, a text differs in nothing from
// itself, and a comparison says the same twice.
func TestDiffLaws(t *testing.T) {
	paragraphs := strings.Split(wire, "\n\n")
	numbers := []string{"14", "52", "nine", "30", "18 km", "212", "340", "26", "$48 million", "1,260", "6.3 percent", "20", "57", "2029"}
	rapid.Check(t, func(t *rapid.T) {
		var text string
		for _, p := range rapid.Permutation(paragraphs).Draw(t, "order")[:rapid.IntRange(1, len(paragraphs)).Draw(t, "paragraphs")] {
			text += p + "\n\n"
		}
		for range rapid.IntRange(0, 6).Draw(t, "edits") {
			text = strings.Replace(text, rapid.SampledFrom(numbers).Draw(t, "old"), rapid.SampledFrom(numbers).Draw(t, "new"), 1)
		}
		a, b := story("Norvane", wire, 0), story("The Quay", text, 3)
		d := Diff(a, b)
		used := map[string]bool{}
		for _, v := range d.Figures {
			for _, side := range []struct {
				f   *Figure
				doc shingle.Document
			}{{v.A, a}, {v.B, b}} {
				if side.f == nil {
					continue
				}
				whole := side.doc.Text
				if side.f.Field == "title" {
					whole = side.doc.Title
				}
				if side.f.Start < 0 || side.f.End > len(whole) || whole[side.f.Start:side.f.End] != side.f.Text {
					t.Fatalf("%q is not the text at %d:%d", side.f.Text, side.f.Start, side.f.End)
				}
				key := fmt.Sprint(side.doc.ID, side.f.Field, side.f.Start)
				if used[key] && v.A != nil && v.B != nil && v.A.Field == v.B.Field {
					t.Fatalf("%q is in two variants", side.f.Text)
				}
				used[key] = true
			}
			if v.Rule == "" || v.Slot == "" || v.A == nil && v.B == nil {
				t.Fatalf("an empty variant: %+v", v)
			}
		}
		if !slices.IsSortedFunc(d.Figures, compareVariants) {
			t.Fatal("the variants are out of order")
		}
		if got := told(Diff(b, b).Figures); len(got) > 0 {
			t.Fatalf("a text differs from itself: %q", got)
		}
		if one, two := told(d.Figures), told(Diff(a, b).Figures); !slices.Equal(one, two) {
			t.Fatalf("two comparisons differ: %q, %q", one, two)
		}
	})
}

// TestDiffTable: a text of thousands of figures is compared within bounds, and
// says that it was not compared whole.
func TestDiffTable(t *testing.T) {
	var a, b strings.Builder
	for i := range 1200 {
		fmt.Fprintf(&a, "%d homes were lost at mile %d, ", i%97, i)
		fmt.Fprintf(&b, "%d houses were lost at mile %d. ", i%89, i)
	}
	d := Diff(shingle.Document{ID: "a", Text: a.String()}, shingle.Document{ID: "b", Text: b.String()})
	if !slices.ContainsFunc(d.Warnings, func(w string) bool { return strings.Contains(w, "too many figures") }) {
		t.Errorf("no warning: %q", d.Warnings)
	}
}

func BenchmarkDiffFigures(b *testing.B) {
	docs := []shingle.Document{story("Norvane", wire, 0), story("The Quay", edit(b, "At least 14", "Fourteen", "1,260", "1,620", "$48 million", "£38 million"), 2)}
	x, y := shingle.Parse(docs[0]), shingle.Parse(docs[1])
	c := Collate(x, y)
	b.Run("step=read/doc=news", func(b *testing.B) {
		b.SetBytes(int64(len(x.Text)))
		for b.Loop() {
			readFigures(x)
		}
	})
	b.Run("step=compare/doc=news", func(b *testing.B) {
		p, q := readFigures(x), readFigures(y)
		b.SetBytes(int64(len(x.Text) + len(y.Text)))
		for b.Loop() {
			compareFigures(c, p, q, LightEdit)
		}
	})
	b.Run("step=diff/doc=news", func(b *testing.B) {
		b.SetBytes(int64(len(x.Text) + len(y.Text)))
		for b.Loop() {
			DiffArticles(x, y)
		}
	})
}
