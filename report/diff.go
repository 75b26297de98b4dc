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
	JSON     Format = "json"     // the Difference and the order of its variants on one line, as `wirediff diff --format jsonl` prints it
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
		line, err := jsonLine(diffRecord{normal(d), order(d)})
		if err != nil {
			return err
		}
		_, err = w.Write(line)
		return err
	case HTML:
		b := bufio.NewWriter(w)
		p := newPair(d)
		f := frame{Look: pairLook(), Title: "From " + p.A.Name + " to " + p.B.Name}
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

// diffRecord is a difference as JSON has it.
type diffRecord struct {
	*similarity.Difference
	Order []string `json:"order"` // of figures and phrases together, gravest first: "f1" is the first of figures, "p2" the second of phrases; house style last
}

// order names the variants of a difference in the order of every report.
func order(d *similarity.Difference) []string {
	out := []string{}
	for _, f := range findings(0, d) {
		kind := "p"
		if f.Figure != nil {
			kind = "f"
		}
		out = append(out, fmt.Sprintf("%s%d", kind, f.At+1))
	}
	return out
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
