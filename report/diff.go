package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/wirediff/wirediff/similarity"
)

// Format is a form in which one difference is written.
type Format string

// The formats of WriteDiff.
const (
	Text     Format = "text"     // for a terminal, plain
	Terminal Format = "terminal" // for a terminal, with colour
	JSON     Format = "json"     // the Difference on one line, as `wirediff diff --format jsonl` prints it
	HTML     Format = "html"     // one page that stands alone
	Markdown Format = "markdown" // for a ticket or a chat
	TEI      Format = "tei"      // a critical apparatus in TEI XML
)

// WriteDiff writes one difference. Text formats have control and
// bidirectional characters written out; JSON has the text as it is, escaped.
// The cost is linear in the texts but for the sorting of the variants.
func WriteDiff(w io.Writer, d *similarity.Difference, format Format) error {
	switch format {
	case Text, Terminal:
		return writeText(w, d, format == Terminal)
	case JSON:
		line, err := jsonLine(normal(d))
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	case HTML:
		b := bufio.NewWriter(w)
		p := newPair(d)
		f := frame{Look: pairLook, Title: "From " + p.A.Name + " to " + p.B.Name}
		if err := writePair(b, f, p); err != nil {
			return err
		}
		return b.Flush()
	case Markdown:
		return writeMarkdown(w, d)
	case TEI:
		return writeTEI(w, d)
	}
	return fmt.Errorf("report: no format %q: text, json, html, markdown and tei are known", format)
}

// normal is d with empty lists where it has none, so that JSON holds [] and
// never null.
func normal(d *similarity.Difference) *similarity.Difference {
	c := *d
	if c.Segments == nil {
		c.Segments = []similarity.Segment{}
	}
	if c.Figures == nil {
		c.Figures = []similarity.FigureVariant{}
	}
	if c.Phrases == nil {
		c.Phrases = []similarity.PhraseVariant{}
	}
	return &c
}
