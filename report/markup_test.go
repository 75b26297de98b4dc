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

// pairTemplate is the reference for markup: the same rows, by html/template.
var pairTemplate = template.Must(template.ParseFiles("testdata/pair.html"))

// samePair holds that markup writes what the template does, but for the plus
// sign, which only the template escapes.
func samePair(t *testing.T, name string, p *pairView, langs [2]string) {
	t.Helper()
	rows := p.Rows
	if p.Headline != nil {
		rows = append([]rowView{*p.Headline}, rows...)
	}
	for i := range rows {
		var want, got bytes.Buffer
		if err := pairTemplate.ExecuteTemplate(&want, "row", struct {
			Row   *rowView
			Langs [2]string
		}{&rows[i], langs}); err != nil {
			t.Fatal(err)
		}
		w := bufio.NewWriter(&got)
		markup{w}.row(&rows[i], langs)
		w.Flush()
		if w := strings.ReplaceAll(want.String(), "&#43;", "+"); got.String() != w {
			t.Fatalf("%s, row %d: markup wrote\n%s\nthe template\n%s", name, rows[i].N, got.String(), w)
		}
	}
	for _, f := range append(p.Findings, p.Reworded...) {
		var want, got bytes.Buffer
		if err := pairTemplate.ExecuteTemplate(&want, "entry", f); err != nil {
			t.Fatal(err)
		}
		w := bufio.NewWriter(&got)
		markup{w}.entry(&f)
		w.Flush()
		if w := strings.ReplaceAll(want.String(), "&#43;", "+") + "\n"; got.String() != w {
			t.Fatalf("%s, %s: markup wrote\n%s\nthe template\n%s", name, f.ID, got.String(), w)
		}
	}
}

func TestPairByTemplate(t *testing.T) {
	for _, c := range []struct {
		name string
		*similarity.Comparison
	}{{"dam", damStory(t)}, {"harbour", harborStory(t)}, {"moved", movedStory(t)}, {"real", realStory(t)}, {"hostile", hostileStory(t)}} {
		for _, d := range c.Edges {
			if d != nil {
				samePair(t, c.name, newPair(d), [2]string{"de", ""})
			}
		}
	}
}

func FuzzPairByTemplate(f *testing.F) {
	f.Add("At least 12 died, he said.", `12 <b>died</b> & "he" 'said'`+"\x00.", "de")
	f.Add("<script>", "</td>+\u202e", `x" onclick="`)
	f.Fuzz(func(t *testing.T, a, b, lang string) {
		d := similarity.Diff(shingle.Document{ID: "a", Title: b, Text: a}, shingle.Document{ID: "b", Title: a, Text: b})
		samePair(t, "fuzz", newPair(d), [2]string{langTag(lang), ""})
	})
}

// TestOnlyConstantsAreMarkup holds that nothing in this package makes markup,
// or a trusted type of html/template, of a variable.
func TestOnlyConstantsAreMarkup(t *testing.T) {
	trusted := map[string]bool{"lit": true, "HTML": true, "HTMLAttr": true, "JS": true, "JSStr": true, "CSS": true, "URL": true, "Srcset": true}
	own := map[string]int{"html.go": 2} // the embedded style and script, in newLook
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
