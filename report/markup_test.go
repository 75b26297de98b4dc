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

// markupTemplate is the reference for markup: the same rows, by html/template.
var markupTemplate = template.Must(template.ParseFiles("testdata/markup.html"))

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

// samePair holds the rows and the list of a pair's page to the template.
func samePair(t *testing.T, name string, p *pairView, langs [2]string) {
	t.Helper()
	rows := p.Rows
	if p.Headline != nil {
		rows = append([]rowView{*p.Headline}, rows...)
	}
	for i := range rows {
		sameMarkup(t, name, "row", struct {
			Row   *rowView
			Langs [2]string
		}{&rows[i], langs}, func(m markup) { m.row(&rows[i], langs) })
	}
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
	for _, m := range s.matrices() {
		for _, r := range m.Rows {
			sameMarkup(t, name, "matrix-row", r, func(m markup) { m.matrixRow(&r) })
		}
	}
	for _, f := range s.findings {
		v := s.view(f)
		says := spell(s.Comparison, f, s.names)
		sameMarkup(t, name, "says", says, func(m markup) { m.says(&says) })
		for _, c := range []*contextView{v.A, v.B} {
			if c != nil {
				sameMarkup(t, name, "context", c, func(m markup) { m.context(c) })
			}
		}
	}
	sameMarkup(t, name, "chips", count(s.findings), func(m markup) { m.chips(count(s.findings)) })
	for _, v := range s.versions() {
		sameMarkup(t, name, "version-row", v, func(m markup) { m.version(&v) })
	}
	for _, list := range []phraseList{gravePhrases, rewordedPhrases, stylePhrases} {
		for _, p := range s.phrases(list) {
			sameMarkup(t, name, "phrase", p, func(m markup) { m.phrase(&p) })
		}
	}
}

func TestMarkupByTemplate(t *testing.T) {
	for _, c := range []struct {
		name string
		*similarity.Comparison
	}{{"dam", damStory(t)}, {"harbour", harborStory(t)}, {"moved", movedStory(t)}, {"real", realStory(t)}, {"hostile", hostileStory(t)}} {
		for _, d := range c.Edges {
			if d != nil {
				samePair(t, c.name, newPair(d), [2]string{"de", ""})
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
		samePair(t, "fuzz", newPair(c.Edges[1]), [2]string{langTag(lang), ""})
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
