package report

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	labelled "github.com/wirediff/wirediff/internal/story"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// maxClicks is how far an answer may be from the first page.
const maxClicks = 2

// question is what a newsroom asks of a report, and how it is answered.
type question struct {
	asked  string
	typed  string   // into the search, if anything
	clicks []string // selectors of links, one after another
	answer string   // a script that finds the answer among what shows
	want   string
}

// Scripts of answers. A cell of the matrix is named by its column.
const (
	whoFirst = `[...document.querySelectorAll('#figures tbody td')].filter(c => c.checkVisibility() && c.innerText.includes('VALUE') && c.innerText.includes('first here')).map(column).join()`
	whoClass = `[...document.querySelectorAll('#figures tbody td')].filter(c => c.checkVisibility() && c.innerText.includes('CLASS') && c.parentElement.cells[1].innerText.includes('VALUE')).map(column).join()`
	column   = `const column = c => c.closest('table').tHead.rows[0].cells[c.cellIndex].innerText;`
	shows    = `[...document.querySelectorAll('SELECTOR')].filter(e => e.checkVisibility()).map(e => e.innerText.replace(/\s+/g, ' ')).join(' | ')`
	story1   = "#stories h3 a"
	worst1   = "#stories .says a"
)

var questions = []question{
	{"Which outlet first printed 9.7 percent?", "9.7 percent", []string{story1}, column + strings.ReplaceAll(whoFirst, "VALUE", "9.7 percent"), "3 Daily Quill"},
	{"Who dropped the 'at least' of the ferry's dead?", `ferry "at least"`, []string{story1}, column + strings.NewReplacer("CLASS", "hedge changed", "VALUE", "At least 23").Replace(whoClass), "3 Brightwater Courier"},
	{"What did The Coffee Brief cut from the story of the rates?", `norlund outlet:"coffee brief"`, []string{story1}, strings.ReplaceAll(shows, "SELECTOR", "#outlets details[open]"), "12 of 18 sentences of 1 Sable Press left out"},
	{"Who still had the old toll of the quake?", "quake killed", []string{story1}, strings.ReplaceAll(shows, "SELECTOR", "#figures .note"), "Kestle Evening Gazette still printed at least 40 6 h 40 min after"},
	{"Who made 400 million of the fire's damage 400 billion?", "400 billion", nil, strings.ReplaceAll(shows, "SELECTOR", "#stories .says"), "$400 billion"},
	{"The two sentences about the fire's damage, side by side?", "400 billion", []string{worst1}, strings.ReplaceAll(shows, "SELECTOR", ".rows tr:has(:target) td"), "$400 [added: billion"},
	{"In which stories was a quotation altered?", "", []string{`.facet a[data-term="class:quote-altered"]`}, strings.ReplaceAll(shows, "SELECTOR", "#shown"), "stories match"},
	{"Who took the story of the strike from whom?", "dockers", []string{story1}, strings.ReplaceAll(shows, "SELECTOR", "#lineage tbody tr"), "1 Waypoint News light edit"},
	{"Which articles have no other version?", "", []string{`a[href="alone.html"]`}, strings.ReplaceAll(shows, "SELECTOR", "h1"), "stand alone"},
	{"What was left out of this report, and why?", "", nil, strings.ReplaceAll(shows, "SELECTOR", "#skipped"), "bad.jsonl:7 no text"},
}

// storiesReport is the report of testdata/stories, made as the command makes
// it.
func storiesReport(t *testing.T) string {
	t.Helper()
	stories, err := labelled.Load("../testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	var docs []shingle.Document
	for _, s := range stories {
		for _, v := range s.Versions {
			docs = append(docs, shingle.Document{ID: s.Name + "/" + v.Name, Title: v.Title, Text: v.Text, Outlet: v.Outlet,
				Published: v.Published, URL: v.URL, Byline: v.Byline, Lang: v.Lang})
		}
	}
	found, err := similarity.Find(docs, similarity.Config{})
	if err != nil {
		t.Fatal(err)
	}
	var all []*similarity.Comparison
	for _, c := range found.Clusters {
		var members []shingle.Document
		for _, m := range c.Members {
			members = append(members, docs[m.Doc])
		}
		all = append(all, similarity.Compare(members, c))
	}
	dir, _ := write(t, Settings{Inputs: []string{"testdata/stories"}}, all...)
	return dir
}

// TestBrowserQuestions answers the questions from the report alone, each in
// two clicks at most.
func TestBrowserQuestions(t *testing.T) {
	browser := chromium(t)
	dir := storiesReport(t)
	ctx, c := tab(t, browser)
	for _, q := range questions {
		if len(q.clicks) > maxClicks {
			t.Errorf("%s: %d clicks", q.asked, len(q.clicks))
		}
		do(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(address(filepath.Join(dir, "index.html"))))
		if q.typed != "" {
			eval[bool](t, ctx, `(() => { const q = document.getElementById('q'); q.value = `+"`"+q.typed+"`"+`; q.dispatchEvent(new Event('input')); return true; })()`)
		}
		for _, selector := range q.clicks {
			follow(t, ctx, q.asked, selector)
		}
		got := eval[string](t, ctx, `(() => { `+inReturn(q.answer)+` })()`)
		if !strings.Contains(got, q.want) {
			t.Errorf("%s\nthe report says %q, want %q", q.asked, got, q.want)
		}
		c.check(t, q.asked)
	}
}

// inReturn makes the last expression of a script its value.
func inReturn(script string) string {
	at := strings.LastIndex(script, ";") + 1
	return script[:at] + " return " + script[at:]
}

// follow goes where the first visible element of a selector leads.
func follow(t *testing.T, ctx context.Context, asked, selector string) {
	t.Helper()
	to := eval[string](t, ctx, `(() => { const a = [...document.querySelectorAll('`+selector+`')].find(e => e.checkVisibility()); if (!a) return ''; if (a.dataset.term) { a.click(); return '#'; } return a.href; })()`)
	switch to {
	case "":
		t.Fatalf("%s: nothing to click at %s", asked, selector)
	case "#":
	default:
		do(t, ctx, chromedp.Navigate(to))
	}
}

// TestBrowserHostileStory holds that every page of the hostile story of
// testdata is inert.
func TestBrowserHostileStory(t *testing.T) {
	browser := chromium(t)
	dir := storiesReport(t)
	pages, err := filepath.Glob(filepath.Join(dir, "c", "*", "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, c := tab(t, browser)
	opened := 0
	for _, path := range pages {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), "Quarryton") {
			continue
		}
		opened++
		name, _ := filepath.Rel(dir, path)
		do(t, ctx, chromedp.Navigate(address(path)))
		inert(t, ctx, name)
		c.check(t, name)
	}
	if opened < 4 {
		t.Errorf("%d pages of the hostile story", opened)
	}
}
