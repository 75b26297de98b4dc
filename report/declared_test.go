package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// declaredStory is two versions of one outlet: the second says of two changes
// that it made them, made one, and made another without a word.
func declaredStory(t testing.TB) *similarity.Comparison {
	t.Helper()
	const first = "At least 12 people were killed when the ferry Ida Brand sank off Brell on Monday, the coastguard said.\n\nThe boat carried 40 people, 21 of them schoolchildren, harbour master Jon Aldaine said.\n\nDivers searched the hull until nightfall, and the search resumes on Tuesday."
	docs := []shingle.Document{
		{ID: "one", Outlet: "Tarn", Published: time.Date(2025, 5, 6, 8, 0, 0, 0, time.UTC), Text: first},
		{ID: "two", Outlet: "Tarn", Published: time.Date(2025, 5, 6, 9, 0, 0, 0, time.UTC), Note: "Updates death toll in paragraph 1, corrects spelling of name to <b>Aldane\u202e</b>, not Aldaine",
			Text: strings.NewReplacer("At least 12", "At least 14", "21 of them", "12 of them").Replace(first)},
	}
	r, err := similarity.Find(docs, similarity.Config{})
	if err != nil || len(r.Clusters) != 1 {
		t.Fatal(err, r.Clusters)
	}
	members := make([]shingle.Document, len(docs))
	for i, m := range r.Clusters[0].Members {
		members[i] = docs[m.Doc]
	}
	return similarity.Compare(members, r.Clusters[0])
}

// TestDeclared holds that a cluster's page, its JSON and the forms of a pair
// tell what a version says that it changed, and what became of it.
func TestDeclared(t *testing.T) {
	story := declaredStory(t)
	dir, _ := write(t, Settings{}, story)
	pages, err := filepath.Glob(filepath.Join(dir, "c", "*", "index.html"))
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	page, err := os.ReadFile(pages[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"What versions say that they changed", "declared and done", "declared and not done", "done and not declared", "note to editors", "&lt;b&gt;Aldane"} {
		if !bytes.Contains(page, []byte(part)) {
			t.Errorf("the page lacks %q", part)
		}
	}
	if bytes.Contains(page, []byte("<b>Aldane")) || bytes.ContainsRune(page, '\u202e') {
		t.Error("a note to editors is markup in the page")
	}
	schema := readJSON(t, filepath.Join("schema", "report.schema.json"))
	report := readJSON(t, filepath.Join(dir, "report.json"))
	if err := valid(schema, schema, report, "report"); err != nil {
		t.Error(err)
	}
	line, err := json.Marshal(report)
	if err != nil || !bytes.Contains(line, []byte(`"outcome":"not-done"`)) || !bytes.Contains(line, []byte(`"silent":[{`)) {
		t.Errorf("report.json does not tell: %v", err)
	}
	var d *similarity.Difference
	for _, e := range story.Edges {
		if e != nil {
			d = e
		}
	}
	for _, format := range []Format{Text, Terminal, Markdown, HTML} {
		var b bytes.Buffer
		if err := WriteDiff(&b, d, format); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "declared and not done") || strings.ContainsRune(b.String(), '\u202e') {
			t.Errorf("%s:\n%s", format, b.String())
		}
	}
}
