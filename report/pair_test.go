package report

import (
	"bytes"
	"encoding/xml"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// squash drops white space: cells leave out what ends a segment.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func runText(rs []run) string {
	var b strings.Builder
	for _, r := range rs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// TestRowsReassemble holds that a pair's rows hold every word of both texts,
// each once: the B cells in order, the A cells as a set of the rows' texts.
func TestRowsReassemble(t *testing.T) {
	for _, c := range []*similarity.Comparison{damStory(t), harborStory(t), movedStory(t), realStory(t)} {
		for _, d := range c.Edges[1:] {
			p := newPair(d)
			var a, b, inline strings.Builder
			for _, r := range p.Rows {
				b.WriteString(runText(r.B))
				if r.Kind != "moved-away" {
					a.WriteString(runText(r.A))
				}
				for _, x := range r.Inline {
					if x.From != "a" {
						inline.WriteString(x.Text)
					}
				}
				if r.Kind == "changed" && squash(inline.String()) != squash(runText(r.B)) {
					t.Errorf("row %d, inline without the removed is %q, want %q", r.N, inline.String(), runText(r.B))
				}
				inline.Reset()
			}
			if got, want := squash(b.String()), squash(d.Collation.B.Text); got != want {
				t.Errorf("%s: B's cells hold %q, want %q", d.B.ID, got, want)
			}
			got, want := []byte(squash(a.String())), []byte(squash(d.Collation.A.Text))
			slices.Sort(got) // A's sentences stand where B has them
			slices.Sort(want)
			if !bytes.Equal(got, want) {
				t.Errorf("%s: A's cells hold other letters than A", d.B.ID)
			}
		}
	}
}

// TestInlineSpaces holds that no word of one side runs into the next.
func TestInlineSpaces(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"removed before a comma", "It rose to 4.75 percent on Thursday, its highest level since 2008.", "It rose to 4.75 percent, its highest level since 2008.",
			"It rose to 4.75 percent on Thursday, its highest level since 2008."},
		{"replaced", "It rose to 4.75 percent on Thursday.", "It rose to 4.85 percent on Thursday.", "It rose to 4.75 4.85 percent on Thursday."},
		{"removed at the end", "It rose to 4.75 percent, the bank said.", "It rose to 4.75 percent.", "It rose to 4.75 percent, the bank said."},
	} {
		d := similarity.Diff(shingle.Document{ID: "a", Text: c.a}, shingle.Document{ID: "b", Text: c.b + "\n\n"})
		var got strings.Builder
		for _, r := range newPair(d).Rows {
			for _, x := range r.Inline {
				got.WriteString(x.Text)
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: inline is %q, want %q", c.name, got.String(), c.want)
		}
	}
}

// movedStory has a paragraph that moved to the top.
func movedStory(t testing.TB) *similarity.Comparison {
	ps := strings.Split(dam, "\n\n")
	moved := strings.Join([]string{ps[4], ps[0], ps[1], ps[2], ps[3]}, "\n\n")
	return compare(t, "0a0b", []version{
		{id: "a", outlet: "Northwire", text: dam, parent: -1},
		{id: "b", outlet: "Courier", text: moved, parent: 0, relation: similarity.LightEdit},
	})
}

func TestMovedRowsAreLinked(t *testing.T) {
	p := newPair(movedStory(t).Edges[1])
	there, back := 0, 0
	for _, r := range p.Rows {
		if r.MovedTo > 0 {
			there++
			if p.Rows[r.MovedTo-1].MovedFrom != r.N {
				t.Errorf("row %d says moved to %d, which says from %d", r.N, r.MovedTo, p.Rows[r.MovedTo-1].MovedFrom)
			}
		}
		if r.MovedFrom > 0 {
			back++
		}
	}
	if there == 0 || there != back {
		t.Errorf("%d places left, %d moved rows", there, back)
	}
}

// TestRuns holds that runs cut a text without loss, whatever the marks, and
// that each run's marks are those that cover it.
func TestRuns(t *testing.T) {
	text := "The mayor said 1,400 people fled before dawn on Monday."
	rng := rand.New(rand.NewPCG(1, 2))
	var cut cutter
	for range 2000 {
		within := span2(rng, len(text))
		var marks []mark
		for i := range rng.IntN(6) {
			m := mark{Span: span2(rng, len(text)), edit: rng.IntN(2) == 0, quote: rng.IntN(3) == 0}
			if rng.IntN(2) == 0 {
				m.note = &note{ID: string(rune('a' + i)), Rank: i}
			}
			marks = append(marks, m)
		}
		at := within.Start
		for _, r := range cut.cut(text, within, marks) {
			end := at + len(r.Text)
			if text[at:end] != r.Text {
				t.Fatalf("run %q is not the text at %d", r.Text, at)
			}
			for k := at; k < end; k++ {
				edit := slices.ContainsFunc(marks, func(m mark) bool { return m.edit && m.Start <= k && k < m.End })
				if edit != r.Edit {
					t.Fatalf("byte %d: edit is %v, want %v", k, r.Edit, edit)
				}
				var best *note
				for _, m := range marks {
					if m.note != nil && m.Start <= k && k < m.End && (best == nil || m.note.Rank < best.Rank) {
						best = m.note
					}
				}
				if best != r.Note {
					t.Fatalf("byte %d: another note", k)
				}
			}
			at = end
		}
		if within.Len() > 0 && at != within.End {
			t.Fatalf("runs end at %d, want %d", at, within.End)
		}
	}
}

func span2(rng *rand.Rand, n int) shingle.Span {
	a, b := rng.IntN(n+1), rng.IntN(n+1)
	return shingle.Span{Start: min(a, b), End: max(a, b)}
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"straight", `He said "no" twice.`, `"no"`},
		{"curly", "“No,” he said. “Never.”", "“No,”|“Never.”"},
		{"German", "„Nein“, sagte er.", "„Nein“"},
		{"French", "Il a dit « non ».", "« non »"},
		{"runs on into the next paragraph, as newspapers set it", "“One.\n\n“Two.”", "“One.|“Two.”"},
		{"an inch mark that is never closed", `a 6" nail` + "\n\nnext", ""},
		{"none", "It's o'clock.", ""},
	} {
		var got []string
		for _, s := range quotes(c.text) {
			got = append(got, s.Of(c.text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestTEI holds that a TEI text is well-formed, and that taking one witness's
// readings gives that witness: word for word where it keeps the base's order.
func TestTEI(t *testing.T) {
	c := damStory(t)
	s, err := newStory(c)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := buffered(&b, s.writeApparatus); err != nil {
		t.Fatal(err)
	}
	for k, i := range s.order {
		if got, want := witness(t, b.Bytes(), k+1), c.Articles[i].Text; squash(got) != squash(want) {
			t.Errorf("witness v%d reads %q, want %q", k+1, got, want)
		}
	}
	for _, c := range []*similarity.Comparison{damStory(t), hostileStory(t), movedStory(t)} {
		for _, d := range c.Edges[1:] {
			b.Reset()
			if err := WriteDiff(&b, d, TEI); err != nil {
				t.Fatal(err)
			}
			for dec := xml.NewDecoder(&b); ; {
				if _, err := dec.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", d.B.ID, err)
				}
			}
		}
	}
}

// witness reads the text of witness n from a TEI document.
func witness(t *testing.T, doc []byte, n int) string {
	t.Helper()
	var out strings.Builder
	body, mute := false, 0
	sigil := regexp.MustCompile(`#v` + itoa(n) + `( |$)`)
	for dec := xml.NewDecoder(bytes.NewReader(doc)); ; {
		tok, err := dec.Token()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			body = body || x.Name.Local == "body"
			if x.Name.Local == "rdg" && !sigil.MatchString(x.Attr[0].Value) {
				mute++
			} else if mute > 0 {
				mute++
			}
		case xml.EndElement:
			if mute > 0 {
				mute--
			}
		case xml.CharData:
			if body && mute == 0 {
				out.Write(x)
			}
		}
	}
}

// TestPairHTML holds the semantics of a pair page: words removed and added
// are del and ins with hidden words, headers have scopes, rows have links.
func TestPairHTML(t *testing.T) {
	var b bytes.Buffer
	if err := WriteDiff(&b, damStory(t).Edges[1], HTML); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var dels, inss []string
	landmarks := map[string]int{}
	for n := range root.Descendants() {
		switch n.Data {
		case "del":
			dels = append(dels, words2(n))
		case "ins":
			inss = append(inss, words2(n))
		case "main", "header", "footer", "h1":
			landmarks[n.Data]++
		case "th":
			if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "scope" }) {
				t.Error("a header without a scope")
			}
		case "tr":
			if id := attr(n, "id"); id != "" && n.FirstChild.FirstChild.Data == "a" && attr(n.FirstChild.FirstChild, "href") != "#"+id {
				t.Errorf("row %s has no link of its own", id)
			}
		}
	}
	for _, tag := range []string{"main", "header", "footer", "h1"} {
		if landmarks[tag] != 1 {
			t.Errorf("%d <%s>", landmarks[tag], tag)
		}
	}
	for _, want := range []string{"[removed: 1,400]", "[removed: At least]"} {
		if !slices.Contains(dels, want) {
			t.Errorf("no <del> %q in %q", want, dels)
		}
	}
	if !slices.Contains(inss, "[added: 14,000]") {
		t.Errorf("no <ins> 14,000 in %q", inss)
	}
}

func words2(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func TestTextDiff(t *testing.T) {
	var b bytes.Buffer
	if err := WriteDiff(&b, damStory(t).Edges[1], Text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"≠ contradictory        1,400 → 14,000  people moved", "[-1,400-] {+14,000+} people", "… 2 sentences the same"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "\x1b") {
		t.Error("colour where none was asked for")
	}
	b.Reset()
	if err := WriteDiff(&b, damStory(t).Edges[1], Terminal); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), red) || strings.Count(b.String(), "\x1b[") != 2*strings.Count(b.String(), reset) && !strings.Contains(b.String(), bold+red) {
		t.Error("colour is not set and reset")
	}
	if err := WriteDiff(&b, damStory(t).Edges[1], "docx"); err == nil {
		t.Error("an unknown format passes")
	}
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"emphasis", "*a* _b_", `\*a\* \_b\_`},
		{"html", "<b>", `\<b\>`},
		{"table cell", "a|b", `a\|b`},
		{"link", "[x](y)", `\[x\]\(y\)`},
		{"list", "1. one", `1\. one`},
		{"mention", "@all", "@\u2060all"},
		{"a place by its www", "see WWW.x.org, wwx.y", "see WWW.\u2060x.org, wwx.y"},
		{"a list by its mark", "- one + two", `\- one + two`},
		{"a colon alone is none", "at 9:30, “é” & more", `at 9:30, “é” \& more`},
		{"autolink", "http://x", "http:\u2060//x"},
		{"a figure stays as it is", "1,400.5", "1,400.5"},
	} {
		if got := md(c.in); got != c.want {
			t.Errorf("%s: md(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}
