package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// writeTEI writes two versions as a TEI P5 text with a parallel-segmentation
// apparatus (Guidelines, ch. 12.2.3): what agrees stands once, what differs
// is an <app> with a <rdg> for each witness. A paragraph of the result is a
// segment. Reading the rdg of one witness alone gives that text's segments in
// the order of B. Characters that XML 1.0 cannot hold become U+FFFD.
func writeTEI(out io.Writer, d *similarity.Difference) error {
	b := bufio.NewWriter(out)
	v := newPair(d)
	teiHead(b, fmt.Sprintf("From %s to %s", v.A.Name, v.B.Name), []sideView{v.A, v.B}, []string{"A", "B"})
	if c := d.Collation; c != nil && c.A != nil && c.B != nil {
		for _, s := range d.Segments {
			teiSegment(b, s, c)
		}
	}
	teiFoot(b)
	return b.Flush()
}

// x escapes text for XML, as encoding/xml does.
func x(s string) string {
	escapes := 0
	for i := 0; i < len(s); i++ {
		switch e := xmlEscapes[s[i]]; {
		case e == "":
		case e == xmlOther:
			return xOther(s)
		default:
			escapes++
		}
	}
	if escapes == 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + escapes*len(xmlOther))
	from := 0
	for i := 0; i < len(s); i++ {
		if e := xmlEscapes[s[i]]; e != "" {
			b.WriteString(s[from:i])
			b.WriteString(e)
			from = i + 1
		}
	}
	b.WriteString(s[from:])
	return b.String()
}

// xmlEscapes are what stands for a byte, "" for the byte itself.
var xmlEscapes = func() (table [256]string) {
	for c := range table {
		if c < ' ' || c >= utf8.RuneSelf {
			table[c] = xmlOther
		}
	}
	table['"'], table['\''], table['&'], table['<'], table['>'] = "&#34;", "&#39;", "&amp;", "&lt;", "&gt;"
	table['\t'], table['\n'], table['\r'] = "&#x9;", "&#xA;", "&#xD;"
	return table
}()

// xmlOther marks the bytes that are left to encoding/xml. No escape is longer.
const xmlOther = "other"

// xOther is x of any text.
func xOther(s string) string {
	var b strings.Builder
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	return b.String()
}

func teiHead(b *bufio.Writer, title string, sides []sideView, sigla []string) {
	fmt.Fprintf(b, `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc>
<titleStmt><title>%s</title></titleStmt>
<publicationStmt><p>Made by wirediff.</p></publicationStmt>
<sourceDesc><listWit>
`, x(title))
	for i, s := range sides {
		fmt.Fprintf(b, `<witness xml:id="%s">%s. <title>%s</title> (%s)`, sigla[i], x(s.Name), x(s.Title), x(s.ID))
		if s.When.Machine != "" {
			fmt.Fprintf(b, ` <date when="%s">%s</date>`, s.When.Machine, s.When.Human)
		}
		fmt.Fprintln(b, `</witness>`)
	}
	fmt.Fprint(b, `</listWit></sourceDesc></fileDesc>
<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
</teiHeader>
<text><body>
`)
}

func teiFoot(b *bufio.Writer) { fmt.Fprint(b, "</body></text>\n</TEI>\n") }

func teiSegment(b *bufio.Writer, s similarity.Segment, c *similarity.Collation) {
	attr := ""
	if s.Furniture {
		attr = ` type="furniture"`
	}
	fmt.Fprintf(b, "<p%s>", attr)
	switch s.Kind {
	case similarity.Same:
		a, bt := s.A.Of(c.A.Text), s.B.Of(c.B.Text)
		if a == bt {
			b.WriteString(x(bt))
		} else { // the same words, other white space
			teiApp(b, "space", a, bt)
		}
	case similarity.Cut:
		teiApp(b, "omission", s.A.Of(c.A.Text), "")
	case similarity.Insert:
		teiApp(b, "addition", "", s.B.Of(c.B.Text))
	default:
		teiEdits(b, s, c)
	}
	fmt.Fprintln(b, "</p>")
}

func teiEdits(b *bufio.Writer, s similarity.Segment, c *similarity.Collation) {
	ea, eb := s.A.Start, s.B.Start
	gap := func(a, z shingle.Span) {
		if ta, tb := a.Of(c.A.Text), z.Of(c.B.Text); ta == tb {
			b.WriteString(x(tb))
		} else {
			teiApp(b, "space", ta, tb)
		}
	}
	for _, e := range s.Edits {
		if e.A.Start > ea || e.B.Start > eb {
			gap(shingle.Span{Start: ea, End: max(e.A.Start, ea)}, shingle.Span{Start: eb, End: max(e.B.Start, eb)})
		}
		ta, tb := e.A.Of(c.A.Text), e.B.Of(c.B.Text)
		switch {
		case e.Same && ta == tb:
			b.WriteString(x(tb))
		case e.Same:
			teiApp(b, "orthographic", ta, tb)
		default:
			teiApp(b, "substantive", ta, tb)
		}
		ea, eb = max(ea, e.A.End), max(eb, e.B.End)
	}
	if ea < s.A.End || eb < s.B.End {
		gap(shingle.Span{Start: ea, End: max(s.A.End, ea)}, shingle.Span{Start: eb, End: max(s.B.End, eb)})
	}
}

func teiApp(b *bufio.Writer, kind, a, z string) {
	fmt.Fprintf(b, `<app type="%s"><rdg wit="#A">%s</rdg><rdg wit="#B">%s</rdg></app>`, kind, x(a), x(z))
}
