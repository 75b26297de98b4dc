package similarity_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// ferry is the earlier version of an invented story; the cases change it.
const ferry = `BRELL, May 6 (Tarn) - At least 12 people were killed when the ferry Ida Brand sank off Brell on Monday, the coastguard said.

The boat carried 40 people, 21 of them schoolchildren, harbour master Jon Aldaine said.

"We heard one bang and then nothing," said Mira Kost, who swam ashore.

Divers searched the hull until nightfall. The search resumes on Tuesday.`

// TestDeclared holds what versions say of their changes against what changed.
func TestDeclared(t *testing.T) {
	replace := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(ferry) }
	for _, c := range []struct {
		name, why string
		b         shingle.Document
		want      string // a line a claim: kind, object, paragraphs, from → to: outcome; then silent changes
	}{
		{"done, in its paragraph", "the toll was said to change in paragraph 1, and did",
			shingle.Document{Text: "(Updates death toll in paragraph 1)\n\n" + replace("At least 12", "At least 14")},
			"update death toll [1]: done"},
		{"not done", "the toll was said to change, and nothing did",
			shingle.Document{Text: "(Updates death toll in paragraph 1)\n\n" + replace("one bang", "a bang")},
			"update death toll [1]: not-done | silent quote-altered"},
		{"done elsewhere", "the paragraph was counted wrongly, the figure is there",
			shingle.Document{Text: "(Updates death toll in paragraph 4)\n\n" + replace("At least 12", "At least 14")},
			"update death toll [4]: done"},
		{"in a note to editors", "newswire formats have a field for it",
			shingle.Document{Note: "Corrects number of schoolchildren in paragraph 2 to 12, not 21", Text: replace("21 of them", "12 of them")},
			"correction number of schoolchildren [2] 21 → 12: done"},
		{"value never put in", "12 is the toll of paragraph 1 and was there before",
			shingle.Document{Note: "Corrects number of schoolchildren in paragraph 2 to 19, not 21", Text: ferry},
			"correction number of schoolchildren [2] 21 → 19: not-done"},
		{"the old value still stands in the headline", "a desk corrects the text and forgets the headline",
			shingle.Document{Title: "21 schoolchildren on sunken ferry", Text: "(Corrects number of schoolchildren to 19, not 21)\n\n" + replace("21 of them", "19 of them")},
			"correction number of schoolchildren 21 → 19: partly"},
		{"a name", "names are held word for word",
			shingle.Document{Text: "(Corrects spelling of harbour master's name to Aldane, not Aldaine, in paragraph 2)\n\n" + replace("Aldaine", "Aldane")},
			"correction spelling of harbour master's name [2] Aldaine → Aldane: done"},
		{"a name that stands", "",
			shingle.Document{Text: "(Corrects spelling of harbour master's name to Aldane, not Aldaine, in paragraph 2)\n\n" + ferry},
			"correction spelling of harbour master's name [2] Aldaine → Aldane: not-done"},
		{"two clauses", "each is held by itself",
			shingle.Document{Text: "(Updates death toll, adds quote from minister)\n\n" + replace("At least 12", "At least 14")},
			"update death toll: done | addition quote from minister: not-done"},
		{"a quotation added", "",
			shingle.Document{Text: "(Adds quote from minister)\n\n" + ferry + "\n\n\"Every family will have an answer,\" transport minister Ann Roe said."},
			"addition quote from minister: done"},
		{"a newspaper's words", "the object of misstated is what was wrong",
			shingle.Document{Text: replace("21 of them", "19 of them") + "\n\nAn earlier version of this article misstated the number of schoolchildren as 21. It was 19."},
			"correction number of schoolchildren 21 → 19: done"},
		{"unclear", "a sentence changed, but not one that says fog",
			shingle.Document{Text: "(Corrects reference to fog)\n\n" + replace("Divers searched the hull until nightfall.", "Divers searched the wreck until dark.")},
			"correction reference to fog: unclear"},
		{"passive", "",
			shingle.Document{Text: replace("21 of them", "19 of them") + "\n\nThis story has been corrected to say that 19 schoolchildren were aboard, not 21."},
			"correction 21 → 19 schoolchildren were aboard: done"},
		{"a headline's signal", "UPDATE 1- declares an update as a whole",
			shingle.Document{Title: "UPDATE 1-Ferry sinks off Brell", Text: replace("At least 12", "At least 14")},
			"update: done"},
		{"a headline's signal, and nothing new", "",
			shingle.Document{Title: "UPDATE 1-Ferry sinks off Brell", Text: ferry},
			"update: not-done"},
		{"a sender's signal", "sig:correction of NewsML-G2",
			shingle.Document{Signal: "correction", Text: replace("21 of them", "19 of them")},
			"correction: done"},
		{"silent", "the same outlet changed a past figure and a quotation and says nothing",
			shingle.Document{Outlet: "Tarn", Text: replace("21 of them", "12 of them", "one bang", "one shot")},
			"silent contradictory, silent quote-altered"},
		{"another outlet's", "it owes its readers no word on the agency's text",
			shingle.Document{Outlet: "Brell Post", Text: replace("21 of them", "12 of them")},
			""},
		{"declared, and more done", "the correction names one figure; another changed too",
			shingle.Document{Text: "(Corrects number of schoolchildren in paragraph 2 to 19, not 21)\n\n" + replace("21 of them", "19 of them", "40 people", "14 people")},
			"correction number of schoolchildren [2] 21 → 19: done"},
		{"declared in one place, done in another", "",
			shingle.Document{Text: "(Corrects spelling of ferry's name in paragraph 1 to Ida Brandt, not Ida Brand)\n\n" + replace("Ida Brand", "Ida Brandt", "one bang", "one shot")},
			"correction spelling of ferry's name [1] Ida Brand → Ida Brandt: done | silent quote-altered"},
		{"recast", "the opening is another one",
			shingle.Document{Text: "(Recasts)\n\n" + replace("At least 12 people were killed when the ferry Ida Brand sank off Brell on Monday, the coastguard said.", "Divers were to search on Tuesday for those lost with the ferry Ida Brand.")},
			"recast: done"},
		{"not a declaration", "a sentence of the story that begins with such a word",
			shingle.Document{Text: ferry + "\n\nUpdates to the timetable will follow, and the report was updated in March."},
			""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := shingle.Document{ID: "a", Outlet: "Tarn", Text: ferry}
			if c.b.Title != "" {
				a.Title = "Ferry sinks off Brell"
			}
			c.b.ID = "b"
			d := similarity.Diff(a, c.b)
			if got := declaredLine(d.Declared); got != c.want {
				t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
			}
			checkDeclaredQuotes(t, d)
		})
	}
}

// TestClaimsRead holds what is read of the forms in which desks and papers
// declare a change; that nothing of it was done is all the same here.
func TestClaimsRead(t *testing.T) {
	for _, c := range [][2]string{
		{"(Corrects paragraph 3 to show deal was signed in May, not April)", "correction [3] April → deal was signed in May"},
		{"(Corrects to million from billion in paragraph 5)", "correction [5] billion → million"},
		{"(Corrects spelling in headline)", "correction spelling"},
		{"(Refiles to fix typo in headline)", "correction typo"},
		{"(Updates throughout)", "update throughout"},
		{"(Recasts, adds comment from Kost in paragraph 3)", "recast | addition comment from Kost [3]"},
		{"(Corrects day of week in first paragraph to Tuesday)", "correction day of week [1] → Tuesday"},
		{"(In May 6 story, corrects age to 43 from 34 in paragraph 2)", "correction age [2] 34 → 43"},
		{"(This May 6 story corrects number of children in paragraphs 2-4 and 6 to 19)", "correction number of children [2 3 4 6] → 19"},
		{"Eds: UPDATES: With death toll; ADDS byline.", "update death toll | addition byline"},
		{"This version CORRECTS the number of children to 19 instead of 21.", "correction number of children 21 → 19"},
		{"ATTENTION - UPDATES toll, ADDS quotes ///", "update toll | addition quotes"},
		{"Correction 6 May: This article has been amended to say that 19 of the passengers were schoolchildren, not 21.", "correction 21 → 19 of the passengers were schoolchildren"},
		{"Correction: The number of schoolchildren is 19, not 21.", "correction number of schoolchildren 21 → 19"},
		{"Update, 6 May: The death toll was changed from 12 to 14.", "update death toll 12 → 14"},
		{"• This article was amended on 6 May 2025 to correct the name of the harbour master.", "correction name of the harbour master"},
		{"This article was amended on 6 May 2025. An earlier version said 21 schoolchildren were aboard; the correct number is 19.", "correction 21 schoolchildren were aboard → 19"},
		{"A correction was made on May 6, 2025: An earlier version of this article misstated the number of schoolchildren. It was 19, not 21.", "correction number of schoolchildren 21 → 19"},
		{"Because of an editing error, an earlier version of this article misidentified the harbour master. He is Jon Aldane, not Jon Aldaine.", "correction harbour master Jon Aldaine → Jon Aldane"},
		{"-- corrects year of loss in third paragraph in item which originally ran February 27.", "correction year of loss in item which originally ran February 27 [3]"},
		{"NOTE: Corrects reversed figures in March 11 item", "correction reversed figures in March 11 item"},
		{"CORRECTION - FERRY SINKS\n\nIn Brell item, please read in second paragraph 19 of them, not 21.", "correction [2] 21 → 19 of them"},
		{"(Removes reference to fire in 4th paragraph)", "removal reference to fire [4]"},
		{"(Repeats to additional subscribers with no changes to text)", ""},
		{"(The ferry, which was updated in 2019, carried 40 people.)", ""},
		{"The report was corrected by the ministry on Tuesday.", ""},
	} {
		d := similarity.Diff(shingle.Document{ID: "a", Text: ferry}, shingle.Document{ID: "b", Text: c[0] + "\n\n" + ferry})
		got := strings.ReplaceAll(declaredLine(d.Declared), ": not-done", "")
		if got != c[1] {
			t.Errorf("%s\n got %s\nwant %s", c[0], got, c[1])
		}
		checkDeclaredQuotes(t, d)
	}
}

// TestDeclaredLines holds that bylines and datelines, which are page furniture,
// are compared where a claim names them.
func TestDeclaredLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"(Corrects dateline)\n\n" + strings.Replace(ferry, "BRELL, May 6", "TESSING, May 6", 1), "correction dateline: done"},
		{"(Corrects dateline)\n\n" + ferry, "correction dateline: not-done"},
		{"(Adds byline)\n\nBy Ann Roe\n\n" + ferry, "addition byline: done"},
	} {
		d := similarity.Diff(shingle.Document{ID: "a", Text: ferry}, shingle.Document{ID: "b", Text: c.text})
		if got := declaredLine(d.Declared); got != c.want {
			t.Errorf("%q: %s, want %s", c.text[:20], got, c.want)
		}
	}
}

// FuzzDeclared holds that no statement makes the reading of it fail, and that
// what is quoted is there.
func FuzzDeclared(f *testing.F) {
	f.Add("(Corrects death toll in paragraphs 3-5 to 12, not 21, adds quote)", "CORRECTED-UPDATE 2-Ferry", "Updates toll")
	f.Add("An earlier version of this article misstated the toll as 21. It was 12.", "", "")
	f.Add("Eds: UPDATES: With toll; ADDS byline", "2ND LEAD: x", "fixes from a to b")
	f.Fuzz(func(t *testing.T, statement, title, note string) {
		a := shingle.Document{ID: "a", Text: ferry, Outlet: "Tarn"}
		b := shingle.Document{ID: "b", Title: title, Note: note, Outlet: "Tarn", Text: strings.ToValidUTF8(statement, "?") + "\n\n" + strings.Replace(ferry, "12", "14", 1)}
		b.Title, b.Note = strings.ToValidUTF8(title, "?"), strings.ToValidUTF8(note, "?")
		checkDeclaredQuotes(t, similarity.Diff(a, b))
	})
}

func declaredLine(d *similarity.Declared) string {
	if d == nil {
		return ""
	}
	var parts, silent []string
	for _, c := range d.Claims {
		s := string(c.Kind)
		if c.Object != "" {
			s += " " + c.Object
		}
		if len(c.Paragraphs) > 0 {
			s += " " + fmt.Sprint(c.Paragraphs)
		}
		if c.From+c.To != "" {
			s += " " + strings.TrimSpace(c.From+" → "+c.To)
		}
		parts = append(parts, s+": "+string(c.Outcome))
	}
	for _, x := range d.Silent {
		silent = append(silent, "silent "+x.Class)
	}
	if len(silent) > 0 {
		parts = append(parts, strings.Join(silent, ", "))
	}
	return strings.Join(parts, " | ")
}

// checkDeclaredQuotes holds that everything is quoted from where it says.
func checkDeclaredQuotes(t *testing.T, d *similarity.Difference) {
	t.Helper()
	if d.Declared == nil {
		return
	}
	check := func(q *similarity.Quote, a *shingle.Article) {
		if q == nil || q.Field == "note" || q.Field == "signal" {
			return
		}
		text := a.Text
		if q.Field == "title" {
			text = a.Title
		}
		if text[q.Start:q.End] != q.Text {
			t.Errorf("%q is not at [%d, %d) of %s", q.Text, q.Start, q.End, a.ID)
		}
	}
	changes := d.Declared.Silent
	for _, c := range d.Declared.Claims {
		check(&c.Quote, d.Collation.B)
		changes = append(changes, c.Changes...)
		if c.Why == "" {
			t.Errorf("%q has no reason", c.Quote.Text)
		}
	}
	for _, x := range changes {
		check(x.A, d.Collation.A)
		check(x.B, d.Collation.B)
	}
}

func at(hour int) time.Time { return time.Date(2025, 5, 6, hour, 0, 0, 0, time.UTC) }

// TestDeclaredInCluster holds a version against the one that it follows: of its
// own outlet, or the one that it names, though it may be made from another.
func TestDeclaredInCluster(t *testing.T) {
	second := strings.Replace(ferry, "At least 12", "At least 14", 1)
	docs := []shingle.Document{
		{ID: "w1", Outlet: "Tarn", Published: at(8), Text: ferry},
		{ID: "w2", Outlet: "Tarn", Published: at(10), Previous: []string{"w1"}, Signal: "update", Text: "(Updates death toll in paragraph 1)\n\n" + second},
		{ID: "p1", Outlet: "Brell Post", Published: at(9), Text: ferry},
		{ID: "p2", Outlet: "Brell Post", Published: at(11), Text: "(Corrects death toll to 14, not 12)\n\n" + second},
	}
	r, err := similarity.Find(docs, similarity.Config{})
	if err != nil || len(r.Clusters) != 1 {
		t.Fatal(err, r.Clusters)
	}
	var members []shingle.Document
	for _, m := range r.Clusters[0].Members {
		members = append(members, docs[m.Doc])
	}
	c := similarity.Compare(members, r.Clusters[0])
	want := map[string]string{"w1": "", "p1": "", "w2": "against w1: update death toll [1]: done", "p2": "against p1: correction death toll 12 → 14: done"}
	for i, d := range c.Declared {
		got := declaredLine(d)
		if d != nil {
			got = "against " + d.Against + ": " + got
		}
		if id := c.Articles[i].ID; got != want[id] {
			t.Errorf("%s: %s, want %s", id, got, want[id])
		}
	}
}

// TestDeclaredLink holds that a version is made from the one that it says it
// replaces, though another holds more of it.
func TestDeclaredLink(t *testing.T) {
	more := ferry + "\n\nThe ferry line said that it would pay for all burials and for the care of all who were hurt."
	docs := []shingle.Document{
		{ID: "a", Text: ferry, Published: at(8)}, {ID: "b", Text: more, Published: at(9)},
		{ID: "c", Text: more + " It gave no sum.", Published: at(10), Previous: []string{"a"}},
	}
	for _, linked := range []bool{true, false} {
		if !linked {
			docs[2].Previous = nil
		}
		r, err := similarity.Find(docs, similarity.Config{})
		if err != nil || len(r.Clusters) != 1 {
			t.Fatal(err, r.Clusters)
		}
		of := map[string]similarity.Member{}
		for _, m := range r.Clusters[0].Members {
			of[m.ID] = m
		}
		parent := ""
		if p := of["c"].Parent; p >= 0 {
			parent = r.Clusters[0].Members[p].ID
		}
		if (parent == "a") != linked {
			t.Errorf("link %v: c is made from %q", linked, parent)
		}
	}
}
