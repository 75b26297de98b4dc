package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/wirediff/wirediff/similarity"
)

// mdMarkup is what may be markup wherever it stands.
const mdMarkup = "\\`*_{}[]()<>#|!~&$^="

// md escapes text for Markdown: what CommonMark or GitHub would read as
// markup, HTML, an autolink or a mention is shown as it is, in one line.
func md(s string) string {
	s = visibleLine(s)
	if !strings.ContainsAny(s, mdMarkup+"@:.+-") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf && strings.IndexByte(mdMarkup, byte(r)) >= 0:
			b.WriteByte('\\')
		case (r == '+' || r == '-') && i == 0:
			b.WriteByte('\\')
		case r == '.' && i > 0 && strings.Trim(s[:i], "0123456789") == "":
			b.WriteByte('\\')
		case r == '@', r == ':' && strings.HasPrefix(s[i:], "://"), r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteRune(r)
			b.WriteString("\u2060") // word joiner: no mention, no autolink
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// writeMarkdown writes a difference for a ticket or a chat: a heading, a
// table of the variants, then the sentences that differ.
func writeMarkdown(out io.Writer, d *similarity.Difference) error {
	b := bufio.NewWriter(out)
	v := newPair(d)
	fmt.Fprintf(b, "## What changed from %s to %s\n\n", md(v.A.Name), md(v.B.Name))
	for _, s := range []sideView{v.A, v.B} {
		fmt.Fprintf(b, "- **%s**: %s (%s)", s.Letter, md(s.Title), md(s.ID))
		if s.When.Human != "" {
			fmt.Fprintf(b, ", %s", s.When.Human)
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintf(b, "- B is **%s**: %s alike, %s of A in B, %s of B in A\n\n", md(v.Relation), v.Resemblance, v.Containment[0], v.Containment[1])
	for _, x := range v.Declared {
		fmt.Fprintf(b, "- %s %s: %s\n", x.Symbol, md(x.Outcome), md(x.line()))
	}
	if len(v.Declared) > 0 {
		fmt.Fprintln(b)
	}
	writeFindings(b, v.Findings)
	c := d.Collation
	if c == nil || c.A == nil || c.B == nil {
		return b.Flush()
	}
	for _, s := range d.Segments {
		cut := func() string { return md(clip(headBytes(s.A.Of(c.A.Text), 8000), 2000)) }
		ins := func() string { return md(clip(headBytes(s.B.Of(c.B.Text), 8000), 2000)) }
		switch s.Kind {
		case similarity.Same:
		case similarity.Cut:
			fmt.Fprintf(b, "- removed: ~~%s~~\n", cut())
		case similarity.Insert:
			fmt.Fprintf(b, "- added: **%s**\n", ins())
		default:
			fmt.Fprintf(b, "- changed: %s\n", mdEdits(s, c))
		}
	}
	return b.Flush()
}

func writeFindings(b *bufio.Writer, fs []pairFinding) {
	style, any := 0, false
	for _, f := range fs {
		if f.Style {
			style++
			continue
		}
		if !any {
			fmt.Fprint(b, "| class | from | to | slot, and what more |\n| --- | --- | --- | --- |\n")
			any = true
		}
		fmt.Fprintf(b, "| %s %s | %s | %s | %s |\n", f.Symbol, md(f.Words), md(f.From), md(f.To), md(strings.TrimSpace(f.Slot+" "+f.More)))
	}
	if any {
		fmt.Fprintln(b)
	}
	if style > 0 {
		fmt.Fprintf(b, "%s of house style not listed.\n\n", plural(style, "difference"))
	}
}

// mdEdits is a changed segment in a line: ~~removed~~ and **added**.
func mdEdits(s similarity.Segment, c *similarity.Collation) string {
	edits := s.Edits
	if len(edits) == 0 {
		edits = []similarity.Edit{{A: s.A, B: s.B}}
	}
	var out []string
	add := func(open, text, end string) {
		if t := md(strings.TrimSpace(text)); t != "" {
			out = append(out, open+t+end)
		}
	}
	for _, e := range edits {
		if e.Same {
			add("", e.B.Of(c.B.Text), "")
			continue
		}
		add("~~", e.A.Of(c.A.Text), "~~")
		add("**", e.B.Of(c.B.Text), "**")
	}
	return strings.Join(out, " ")
}
