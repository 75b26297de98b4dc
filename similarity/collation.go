package similarity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/shingle"
)

// Collation is two versions laid side by side. Its segments stand in the
// order of b; each byte of either text belongs to exactly one segment, so
// that the segments' spans, sorted, reassemble both texts. It is not changed
// once made, and may be shared between goroutines.
type Collation struct {
	A, B     *shingle.Article
	Segments []Segment
	Bounded  bool // a work bound was hit: parts are aligned by position only

	words *lexicon     // the words of both texts
	kin   []align.Link // sentences that may go together, beyond the segments
}

// SegmentKind says how a segment's two sides relate.
type SegmentKind string

// The kinds of segment.
const (
	Same    SegmentKind = "same"    // the same words on both sides
	Changed SegmentKind = "changed" // aligned, with word edits
	Cut     SegmentKind = "cut"     // only in a
	Insert  SegmentKind = "insert"  // only in b
)

// Segment is a run of one or more sentences that agrees or differs, with the
// white space after it (and, of a text's first, before it).
type Segment struct {
	Kind      SegmentKind  `json:"kind"`
	Moved     bool         `json:"moved,omitempty"`     // stands elsewhere in b than its neighbours in a
	Furniture bool         `json:"furniture,omitempty"` // page furniture on either side
	A         shingle.Span `json:"a"`                   // bytes of a's text; empty for an insert
	B         shingle.Span `json:"b"`                   // bytes of b's text; empty for a cut
	ASents    [2]int       `json:"a_sentences"`         // half-open range of a.Sentences
	BSents    [2]int       `json:"b_sentences"`
	Edits     []Edit       `json:"edits,omitempty"` // of a changed segment: word edits that cover both sides

	runs []wordRun // the edits as token ranges
}

// Edit is a run of tokens inside a changed segment: equal where Same, else
// deleted (B empty), inserted (A empty) or replaced. A number is never cut.
// Like a segment, an edit holds the white space after it.
type Edit struct {
	Same bool         `json:"same"`
	Near bool         `json:"near,omitempty"` // a near-word: typo, inflection, spelling
	A    shingle.Span `json:"a"`
	B    shingle.Span `json:"b"`
}

// Reassemble puts both texts together again from the segments and their
// edits alone, as a check on them.
func (c *Collation) Reassemble() (a, b string) {
	var inA, inB []shingle.Span
	for _, s := range c.Segments {
		if len(s.Edits) == 0 {
			inA, inB = append(inA, s.A), append(inB, s.B)
		}
		for _, e := range s.Edits {
			inA, inB = append(inA, e.A), append(inB, e.B)
		}
	}
	return reassemble(c.A.Text, inA), reassemble(c.B.Text, inB)
}

func reassemble(text string, spans []shingle.Span) string {
	slices.SortStableFunc(spans, func(s, t shingle.Span) int {
		return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(s.End, t.End))
	})
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(s.Of(text))
	}
	return out.String()
}
