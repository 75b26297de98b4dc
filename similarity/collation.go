package similarity

import "github.com/wirediff/wirediff/shingle"

// Collation is two versions laid side by side. Its segments stand in the
// order of b; each byte of either text belongs to exactly one segment, so
// that the segments' spans, sorted, reassemble both texts.
type Collation struct {
	A, B     *shingle.Article
	Segments []Segment
	Bounded  bool // a work bound was hit: parts are aligned by position only
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
// white space after it.
type Segment struct {
	Kind      SegmentKind  `json:"kind"`
	Moved     bool         `json:"moved,omitempty"`     // stands elsewhere in b than its neighbours in a
	Furniture bool         `json:"furniture,omitempty"` // page furniture on either side
	A         shingle.Span `json:"a"`                   // bytes of a's text; empty for an insert
	B         shingle.Span `json:"b"`                   // bytes of b's text; empty for a cut
	ASents    [2]int       `json:"a_sentences"`         // half-open range of a.Sentences
	BSents    [2]int       `json:"b_sentences"`
	Edits     []Edit       `json:"edits,omitempty"` // of a changed segment: word edits that cover both sides
}

// Edit is a run of tokens inside a changed segment: equal where Same, else
// deleted (B empty), inserted (A empty) or replaced. A number is never cut.
type Edit struct {
	Same bool         `json:"same"`
	Near bool         `json:"near,omitempty"` // a near-word: typo, inflection, spelling
	A    shingle.Span `json:"a"`
	B    shingle.Span `json:"b"`
}
