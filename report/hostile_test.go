package report

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/wirediff/wirediff/similarity"
)

const hostileID = `../../etc/"><script>pwned=1</script>`

// hostileStory is a cluster whose every field is an attack.
func hostileStory(t testing.TB) *similarity.Comparison {
	text := "=HYPERLINK(\"http://evil.example\") <script>window.pwned = 1</script> <img src=x onerror=\"pwned=1\"> said 14 people died.\n\n" +
		"A line with \u202eevil\u202c and zero\u200bwidth and \x1b[31mcolour\x07 and \x00 NUL. \"He said </td></table><style>*{display:none}</style>\" [x](javascript:pwned=1)\n\n" +
		"{{.Title}} ${alert(1)} <!-- --!> <![CDATA[ ]]> </script><svg/onload=pwned=1> &lt;b&gt; www.evil.example @everyone\n\n" +
		"שלום עולם, 12 killed. العربية ١٤٠٠."
	big := strings.Repeat("A very long headline <b>with markup</b> ", 1<<20/40)
	vs := []version{
		{id: "<i>1</i>", outlet: "<script>pwned=1</script>", at: "2031-01-01T00:00:00Z", title: big, text: text, parent: -1},
		{id: "=1+1", outlet: "=cmd|' /C calc'!A0", at: "2031-01-01T01:00:00Z", title: "</title><script>pwned=1</script>\u202e", text: strings.Replace(text, "14 people", "41 people", 1), parent: 0, relation: "<b>edit</b>",
			figures: []change{{"contradictory", "<img src=x onerror=pwned=1>", "14", "41", similarity.High}}},
		{id: "@SUM(A1)", outlet: "\" onmouseover=\"pwned=1", at: "", title: "+1", text: strings.Replace(text, "He said", "She said", 1), parent: 0, relation: similarity.LightEdit,
			phrases: []change{{"<b>new-type</b>", "", "He said </td>", "She said </td>", similarity.High}}},
	}
	c := compare(t, hostileID, vs)
	for i, link := range []string{"javascript:pwned=1", "http://evil.example/\"onclick=\"pwned=1", "data:text/html,<script>pwned=1</script>"} {
		c.Articles[i].URL, c.Articles[i].Lang, c.Articles[i].Byline = link, `en" onclick="pwned=1`, "<b>By</b>\u2066"
	}
	c.Cluster.Cut = []similarity.Bridge{{A: "<b>a</b>", B: "b", Why: "<script>pwned=1</script>"}}
	c.Cluster.Same = []string{"<script>x</script>"}
	c.Cluster.Members[1].Evidence = []string{"<img src=x onerror=pwned=1>"}
	c.Slots = []similarity.Slot{{Name: "<script>pwned=1</script>", Agreed: "=1", Severity: similarity.High, Notes: []string{"<b>note</b>"},
		Readings: []similarity.Reading{{Version: 1, Figure: *figureIn(t, c.Articles[1].Text, "41"), Odd: true, Class: "contradictory"}, {Version: 99}, {Version: -1}}}}
	c.Ledgers = []similarity.Ledger{{Outlet: "<b>x</b>", Versions: []int{0, 7, -1}, Misses: []string{"<script>pwned=1</script>"}}}
	return c
}

// TestHostilePages holds that no page of a hostile story has an element or an
// attribute that the templates did not put there, whatever the text.
func TestHostilePages(t *testing.T) {
	dir, _ := write(t, Settings{Title: "<b>x</b>", Inputs: []string{"<script>"}}, hostileStory(t))
	allowed := map[string]bool{}
	for _, tag := range strings.Fields("html head meta title link style body a div header p bdi h1 h2 h3 h4 dl dt dd nav main section article span ul ol li b table caption thead tbody tr th td small label input svg line text path circle rect g details summary q ins del mark i footer time script figure figcaption blockquote button fieldset legend br form code aside") {
		allowed[tag] = true
	}
	pages := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		pages++
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		root, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			return err
		}
		for n := range root.Descendants() {
			if n.Type == html.CommentNode {
				t.Errorf("%s: a comment: %q", path, n.Data)
			}
			if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" {
				for _, r := range n.Data {
					if r == '\u202e' || r == '\u200b' || r == '\u2066' || r == 0x1b || r == 7 || unicode.Is(unicode.Cf, r) {
						t.Errorf("%s: %U is not shown as what it is", path, r)
					}
				}
			}
			if n.Type != html.ElementNode {
				continue
			}
			for _, a := range n.Attr {
				if strings.Contains(a.Val, "ZgotmplZ") {
					t.Errorf("%s: a value that html/template refused: <%s %s>", path, n.Data, a.Key)
				}
			}
			if !allowed[n.Data] {
				t.Errorf("%s: <%s>", path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcdoc" || strings.Contains(strings.ToLower(a.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", path, n.Data, a.Key, a.Val)
				}
			}
		}
		return nil
	})
	if err != nil || pages < 5 {
		t.Fatalf("%d pages, %v", pages, err)
	}
}

// TestHostileNames holds that file names come from ids by hash, never from
// text, and stay inside the report.
func TestHostileNames(t *testing.T) {
	for _, id := range []string{hostileID, "", "CON", "con", "nul", strings.Repeat("a", 300), "a/b", `a\b`, "..", "A", "a b", "é", "x.html"} {
		name := fileName(id)
		if len(name) < 2 || len(name) > 40 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || name == "con" || name == "nul" {
			t.Errorf("fileName(%q) = %q", id, name)
		}
	}
	if fileName("A") == fileName("a") {
		t.Error("ids that differ in case share a name")
	}
}

func TestHostileCSV(t *testing.T) {
	dir, _ := write(t, Settings{}, hostileStory(t), aloneStory(t, "=1+2"))
	for _, name := range []string{"clusters.csv", "figures.csv", "variants.csv"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(rows) < 2 {
			t.Errorf("%s has no rows", name)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%s: cell %q would be a formula", name, cell)
				}
				if strings.ContainsAny(cell, "\u202e\x1b\n") {
					t.Errorf("%s: cell %q hides a character", name, cell)
				}
			}
		}
	}
}

func TestGuard(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a formula", "=1+1", "'=1+1"},
		{"after spaces, which some spreadsheets drop", "  =1", "'=1"},
		{"a minus", "-2", "'-2"},
		{"a command", "@SUM(1)", "'@SUM(1)"},
		{"a tab first", "\t=1", "'=1"},
		{"full-width equals, which some spreadsheets read as one", "＝1", "'＝1"},
		{"plain", "1,400", "1,400"},
		{"a line break", "a\nb", "a b"},
		{"empty", "", ""},
	} {
		if got := guard(c.in); got != c.want {
			t.Errorf("%s: guard(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// TestHostileTerminal holds that text output sends a terminal no control
// character of an article, whatever the format.
func TestHostileTerminal(t *testing.T) {
	c := hostileStory(t)
	for _, f := range []Format{Text, Markdown} {
		for _, d := range c.Edges[1:] {
			var b bytes.Buffer
			if err := WriteDiff(&b, d, f); err != nil {
				t.Fatal(err)
			}
			for _, r := range b.String() {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u2060') {
					t.Errorf("%s writes %U", f, r)
				}
			}
		}
	}
	var b bytes.Buffer
	_, w := write(t, Settings{}, c)
	if err := w.Summary(&b, 5, false); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(b.String(), func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) }) {
		t.Errorf("the summary holds a control character: %q", b.String())
	}
}

func TestVisible(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "a b\n\tc", "a b\n\tc"},
		{"override", "a\u202eb", "a⟦U+202E⟧b"},
		{"zero-width space", "a\u200bb", "a⟦U+200B⟧b"},
		{"byte order mark inside", "a\ufeffb", "a⟦U+FEFF⟧b"},
		{"escape", "\x1b[31m", "⟦U+001B⟧[31m"},
		{"C1 control", "\u009b31m", "⟦U+009B⟧31m"},
		{"carriage return", "a\rb", "a⟦U+000D⟧b"},
		{"broken UTF-8", "a\xffb", "a⟦0xFF⟧b"},
		{"tag character", "a\U000E0041", "a⟦U+E0041⟧"},
		{"soft hyphen", "co\u00adop", "co⟦U+00AD⟧op"},
		{"Persian non-joiner is spelling", "می\u200cخواهم", "می\u200cخواهم"},
		{"joiner between Latin letters is not", "a\u200db", "a⟦U+200D⟧b"},
		{"emoji family", "👩\u200d👩", "👩\u200d👩"},
		{"the replacement character itself", "a\ufffdb", "a\ufffdb"},
	} {
		if got := Visible(c.in); got != c.want {
			t.Errorf("%s: Visible(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}
