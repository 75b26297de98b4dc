package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/wirediff/wirediff/similarity"
)

// mdMarkup is what may be markup wherever it stands.
const mdMarkup = "\\`*_{}[]()<>#|!~&$^="

// md escapes text for Markdown: what CommonMark or GitHub would read as
// markup, HTML, an autolink or a mention is shown as it is, in one line.
func md(s string) string {
	s = visibleLine(s)
	var b strings.Builder
	from := 0 // what is before it is written
	for i := 0; i < len(s); i++ {
		before, behind := "", ""
		switch c := s[i]; mdBytes[c] {
		case mdPlain:
			continue
		case mdAlways:
			before = `\`
		case mdList:
			if i == 0 {
				before = `\`
			}
		case mdPeriod:
			switch {
			case i > 0 && strings.Trim(s[:i], "0123456789") == "":
				before = `\`
			case i >= 3 && strings.EqualFold(s[i-3:i], "www"):
				behind = wordJoiner
			}
		case mdMention:
			if c == '@' || strings.HasPrefix(s[i:], "://") {
				behind = wordJoiner
			}
		}
		if before != "" || behind != "" {
			if b.Len() == 0 {
				b.Grow(len(s) + 16)
			}
			b.WriteString(s[from:i])
			b.WriteString(before)
			b.WriteByte(s[i])
			b.WriteString(behind)
			from = i + 1
		}
	}
	if b.Len() == 0 {
		return s // most
	}
	b.WriteString(s[from:])
	return b.String()
}

// wordJoiner behind a byte makes no mention and no autolink of it.
const wordJoiner = "\u2060"

// What a byte may be to Markdown.
const (
	mdPlain   = iota
	mdAlways  // markup wherever it stands
	mdList    // at the start
	mdPeriod  // behind a number at the start, or behind www
	mdMention // of somebody, or of a place with ://
)

var mdBytes = func() (table [256]uint8) {
	for _, c := range []byte(mdMarkup) {
		table[c] = mdAlways
	}
	table['+'], table['-'], table['.'], table['@'], table[':'] = mdList, mdList, mdPeriod, mdMention, mdMention
	return table
}()

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
