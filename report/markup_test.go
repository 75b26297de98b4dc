package report

import (
	"bufio"
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"html/template"
	"os"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// markupTemplate is the reference for markup: the same parts, by html/template.
var markupTemplate = template.Must(template.New("").Funcs(template.FuncMap{
	"inc": func(i int) int { return i + 1 },
	"row": func(r any, langs [2]string) rowAndLangs { return rowAndLangs{r, langs} },
}).ParseFiles("testdata/markup.html", "testdata/pair.html", "testdata/cluster.html"))

type rowAndLangs struct {
	Row   any
	Langs [2]string
}

// sameMarkup holds that write writes what the template does, but for white
// space at the end, and the plus sign, which only the template escapes.
func sameMarkup(t *testing.T, name, define string, data any, write func(markup)) {
	t.Helper()
	var want, got bytes.Buffer
	if err := markupTemplate.ExecuteTemplate(&want, define, data); err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(&got)
	write(markup{w})
	w.Flush()
	if want, got := strings.TrimSpace(strings.ReplaceAll(want.String(), "&#43;", "+")), strings.TrimSpace(got.String()); got != want {
		t.Fatalf("%s: markup wrote\n%s\nthe template %s\n%s", name, got, define, want)
	}
}

// samePair holds the parts of a pair's page to the templates.
func samePair(t *testing.T, name string, p *pairView, lang string) {
	t.Helper()
	p.A.Lang = lang
	sameMarkup(t, name, "pair-head", p, func(m markup) { m.pairHead(p) })
	sameMarkup(t, name, "pair-texts", struct {
		*pairView
		Langs [2]string
	}{p, [2]string{foreign(lang), foreign(p.B.Lang)}}, func(m markup) { m.pairTexts(p) })
	sameMarkup(t, name, "declared", map[string]any{"List": p.Declared, "Cluster": false}, func(m markup) { m.declared(p.Declared, false) })
	for _, f := range append(p.Findings, p.Reworded...) {
		sameMarkup(t, name, "entry", f, func(m markup) { m.entry(&f) })
	}
}

// sameCluster holds the tables and lists of a cluster's page to the template.
func sameCluster(t *testing.T, name string, c *similarity.Comparison) {
	t.Helper()
	s, err := newStory(c)
	if err != nil {
		t.Fatal(err)
	}
	head := s.clusterHead(name, true)
	sameMarkup(t, name, "cluster-head", head, func(m markup) { m.clusterHead(head) })
	sameMarkup(t, name, "cluster-part", map[string]any{"Title": head.Title, "Part": 2, "Parts": 3}, func(m markup) { m.clusterPart(head.Title, 2, 3) })
	links := []link{{Href: "index.html", Text: head.Title}, {Text: "Page 2", Here: true}}
	sameMarkup(t, name, "pages", links, func(m markup) { m.pager(links) })
	sameMarkup(t, name, "same-event", links, func(m markup) { m.sameEvent(links) })
	for _, f := range s.findings {
		says := spell(s.Comparison, f, s.names)
		sameMarkup(t, name, "says", says, func(m markup) { m.says(&says) })
		list := findingList{List: []findingView{s.view(f)}, More: says.What}
		list.List[0].also(says.Who, s.place(f))
		sameMarkup(t, name, "findings", list, func(m markup) { m.findingList(&list) })
	}
	for _, n := range []int{0, 2} {
		for _, v := range s.matrices() {
			p := matrixPart{matrixView: v, N: n, Cut: head.Count}
			p.Part, p.Parts = n, n
			sameMarkup(t, name, "matrix", p, func(m markup) { m.matrix(&p) })
		}
		p := versionPart{List: s.versions(), Tree: s.tree(), N: n, Part: n, Parts: n}
		p.Tree.Hidden = n
		sameMarkup(t, name, "versions", p, func(m markup) { m.versions(&p) })
	}
	sameMarkup(t, name, "tolls", s.tolls(), func(m markup) { m.tolls(s.tolls()) })
	sameMarkup(t, name, "checks", s.checks(), func(m markup) { m.checks(s.checks()) })
	sameMarkup(t, name, "declared", map[string]any{"List": s.declared(), "Cluster": true}, func(m markup) { m.declared(s.declared(), true) })
	if g := s.pairGrid(); g != nil {
		sameMarkup(t, name, "grid", g, func(m markup) { m.grid(g) })
	}
	ph := phrasePart{List: s.phrases(gravePhrases), Reworded: s.phrases(rewordedPhrases), Style: s.phrases(stylePhrases), RewordedCount: 3, More: head.Title}
	sameMarkup(t, name, "phrases", ph, func(m markup) { m.phrases(&ph) })
	sameMarkup(t, name, "phrases", phrasePart{}, func(m markup) { m.phrases(&phrasePart{}) })
	sameMarkup(t, name, "ledgers", s.ledgers(), func(m markup) { m.ledgers(s.ledgers()) })
	about := aboutPart{ID: s.Cluster.ID, Least: head.Least, Mean: head.Mean, Cut: []string{head.Title}, Files: links}
	sameMarkup(t, name, "about", about, func(m markup) { m.about(&about) })
}

// TestMarkupOfViews holds parts to the templates that the stories of the other
// tests do not have.
func TestMarkupOfViews(t *testing.T) {
	column := matrixColumn{2, "Post & <Courier>"}
	tolls := []tollView{{Name: "people <killed>", Label: `"killed" over time`, Width: 560, Height: 210, Line: "M1 2H3V4", Base: 176, Left: 64, Right: 536, Log: true,
		Values: []valueTick{{10, "1,000"}}, Ticks: []tick{{5, "3 Apr", "start"}}, Marks: []tollMark{
			{X: 1, Y: 2, Title: "a < b", Text: "12", ShowsLabel: true, TextY: 9, Anchor: "middle"},
			{X: 3, Y: 4, Lo: 5, Hi: 6, X1: 7, X2: 8, Bar: true, Title: "range"},
			{X: 3, Y: 4, Odd: true, DiagA: "M1 2l10 10", Title: "odd", Text: "1<2", ShowsLabel: true, Anchor: "end"},
			{X: 3, Y: 4, Up: true, ArrowY: 2, Title: "more"}}}}
	checks := []checkView{{column, "high", "parts do not add up", "people <b>", `"why"`, []string{"12", "<13>"}}}
	declared := []declaredView{{column, matrixColumn{1, "A"}, "corrects 12 to <14>", "note to editors", "declared and done", "low", "✓", "because"},
		{matrixColumn: column, Says: "", Outcome: "done and not declared", Severity: "high", Symbol: "!", Why: "a & b"}}
	ledgers := []ledgerView{{Outlet: "<Post>", Versions: []int{1, 2}, Counts: []classCount{newCount(&classes[0], 2, "")}, More: "3 more",
		Did:  []changeLine{{"≠", "contradictory", "high", sentence{From: "1", To: "<2>", What: "killed"}, "v1-v2.html#f1"}},
		Cuts: []cutView{{"2 of 3 sentences left out", []string{"One <b>.", "Two."}, "1 more", "v1-v2.html"}}, Misses: []string{"a & b"}, Quiet: "Nothing."}, {Outlet: "x", Versions: []int{3}}}
	grid := &gridView{Columns: []matrixColumn{column}, Rows: []gridRow{{column, []link{{Href: "v1-v2.html", Text: "1 and 2"}, {}}}}, More: "not all"}
	pair := &pairView{Relation: "an <update>", Warnings: []string{"w < 1", "w2"}, Terms: "2031-<1>", Bounded: true, Part: 2, Parts: 3, Pages: []string{"a.html", "b.html", "c.html"}, Bundle: "index.html",
		Counts: []classCount{newCount(&classes[1], 0, "low")}, B: sideView{N: 3, Name: "<B>", ID: "b&1", Lang: "de", Byline: "By <C>", Words: 12, Letter: "B", Link: "https://x.example/?a=1&b=2"}}
	for define, c := range map[string]struct {
		data  any
		write func(markup)
	}{
		"tolls":        {tolls, func(m markup) { m.tolls(tolls) }},
		"checks":       {checks, func(m markup) { m.checks(checks) }},
		"declared":     {map[string]any{"List": declared, "Cluster": true}, func(m markup) { m.declared(declared, true) }},
		"ledgers":      {ledgers, func(m markup) { m.ledgers(ledgers) }},
		"grid":         {grid, func(m markup) { m.grid(grid) }},
		"pair-head":    {pair, func(m markup) { m.pairHead(pair) }},
		"findings":     {findingList{}, func(m markup) { m.findingList(&findingList{}) }},
		"cluster-head": {clusterHead{}, func(m markup) { m.clusterHead(&clusterHead{}) }},
	} {
		sameMarkup(t, "views", define, c.data, c.write)
	}
}

// TestHeadByTemplate holds that a page's head, of which only the title is
// written anew, is what the template makes of it.
func TestHeadByTemplate(t *testing.T) {
	for _, l := range []look{indexLook(), listLook(), clusterLook(), pairLook()} {
		f := frame{Look: l, Title: `</title><script> & "quotes"` + "\x00"}
		var want bytes.Buffer
		if err := templates().ExecuteTemplate(&want, "head", f); err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		if err := buffered(&got, f.head); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Fatalf("the head is\n%s\nthe template's is\n%s", &got, &want)
		}
	}
}

// FuzzText holds that text is escaped as html/template does, but for the plus
// sign.
func FuzzText(f *testing.F) {
	f.Add("a < b & c > d, \"e\" 'f' + g\x00")
	f.Add("\xff\u2028é")
	f.Fuzz(func(t *testing.T, s string) {
		var got strings.Builder
		_ = buffered(&got, func(w *bufio.Writer) error {
			markup{w}.text(s)
			return nil
		})
		if want := template.HTMLEscapeString(s); got.String() != want {
			t.Fatalf("%q is escaped as %q, html/template has %q", s, got.String(), want)
		}
	})
}

func TestMarkupByTemplate(t *testing.T) {
	for _, c := range []struct {
		name string
		*similarity.Comparison
	}{{"dam", damStory(t)}, {"harbour", harborStory(t)}, {"moved", movedStory(t)}, {"real", realStory(t)}, {"hostile", hostileStory(t)}} {
		for _, d := range c.Edges {
			if d != nil {
				samePair(t, c.name, newPair(d), "de")
			}
		}
		sameCluster(t, c.name, c.Comparison)
	}
}

func FuzzMarkupByTemplate(f *testing.F) {
	f.Add("At least 12 died, he said.", `12 <b>died</b> & "he" 'said'`+"\x00.", "de")
	f.Add("<script>", "</td>+\u202e", `x" onclick="`)
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		docs := []shingle.Document{{ID: "a", Title: b, Text: a, Outlet: lang, Lang: lang, URL: a}, {ID: b, Title: a, Text: b, Byline: lang, URL: "https://x.example/" + lang}}
		c := similarity.Compare(docs, similarity.Cluster{ID: "x", Members: []similarity.Member{{ID: "a", Parent: -1}, {ID: b, Parent: 0, Evidence: []string{a}}}})
		samePair(t, "fuzz", newPair(c.Edges[1]), langTag(lang))
		sameCluster(t, "fuzz", c)
	})
}

// TestOnlyConstantsAreMarkup holds that nothing in this package makes markup,
// or a trusted type of html/template, of a variable.
func TestOnlyConstantsAreMarkup(t *testing.T) {
	trusted := map[string]bool{"lit": true, "HTML": true, "HTMLAttr": true, "JS": true, "JSStr": true, "CSS": true, "URL": true, "Srcset": true}
	own := map[string]int{"html.go": 2, "markup_cluster.go": 1} // the embedded style and script; what markup wrote
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		conversions := 0
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.Ident:
				name = f.Name
			case *ast.SelectorExpr:
				if x, ok := f.X.(*ast.Ident); ok && x.Name == "template" {
					name = f.Sel.Name
				}
			}
			if trusted[name] {
				conversions++
			}
			return true
		})
		if conversions != own[e.Name()] {
			t.Errorf("%s makes a trusted type of a value %d times, want %d", e.Name(), conversions, own[e.Name()])
		}
	}
}
