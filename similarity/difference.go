package similarity

import (
	"fmt"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/shingle"
)

// Difference is everything that differs between two versions: a is the
// version that b was (or may have been) made from. It is what
// `wirediff diff --format jsonl` prints, a line a pair.
type Difference struct {
	A         Ref             `json:"a"`
	B         Ref             `json:"b"`
	Relation  Relation        `json:"relation"`
	Counts    shingle.Counts  `json:"counts"`
	Collation *Collation      `json:"-"`
	Segments  []Segment       `json:"segments"`           // the collation's, in the order of b
	Figures   []FigureVariant `json:"figures"`            // gravest first
	Phrases   []PhraseVariant `json:"phrases"`            // gravest first
	Agreed    []FigureVariant `json:"agreed"`             // figures that are alike to the letter, in the order of b; class "same"
	Checks    []Check         `json:"checks,omitempty"`   // where b disagrees with itself
	Declared  *Declared       `json:"declared,omitempty"` // what b says that it changed, held against what it changed
	Terms     string          `json:"terms"`              // the version of the table of loaded terms that the phrases were read by
	Warnings  []string        `json:"warnings,omitempty"`
}

// Ref names a document in results.
type Ref struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Outlet string `json:"outlet,omitempty"`
}

// Relation is what one version is to another.
type Relation string

// The relations. The first six hold inside a cluster.
const (
	Identical Relation = "identical"
	LightEdit Relation = "light-edit"
	Excerpt   Relation = "excerpt"  // b is cut from a
	Expanded  Relation = "expanded" // b holds most of a and more
	Updated   Relation = "updated"  // b is a later state of a
	Rewritten Relation = "rewritten"
	Related   Relation = "related" // the same event, own reporting, or a follow-up
	Unrelated Relation = "unrelated"
)

// Severity orders differences by how much an editor would want to know.
type Severity uint8

// The severities.
const (
	Style  Severity = iota // house style: hidden by default
	Low                    // worth a line
	Medium                 // worth reading
	High                   // worth a correction
)

// String names the severity: "style", "low", "medium", "high".
func (s Severity) String() string { return [...]string{"style", "low", "medium", "high"}[s] }

// MarshalText writes the severity's name, so that JSON holds the word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (s *Severity) UnmarshalText(name []byte) error {
	for v := Style; v <= High; v++ {
		if string(name) == v.String() {
			*s = v
			return nil
		}
	}
	return fmt.Errorf("severity %q: it is one of style, low, medium, high", name)
}

// Quote is a place in one document, quoted: Text is the bytes [Start, End) of
// the document's text, or of its title where Field is "title".
type Quote struct {
	Field string `json:"field,omitempty"` // "" (the text) or "title"
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Figure is a number with all that makes it comparable (see internal/figure
// for the grammar). Offsets are into the document's text, or its title where
// Field is "title".
type Figure = figure.Figure

// FigureVariant is a place where two versions' figures differ, or are the
// same in another dress. A or B is nil where a version has no such figure.
type FigureVariant struct {
	Class    FigureClass `json:"class"`
	Slot     string      `json:"slot"` // what the figure counts or measures, in words
	A        *Figure     `json:"a"`
	B        *Figure     `json:"b"`
	Severity Severity    `json:"severity"`
	Rule     string      `json:"rule"`           // the rule that chose the class
	Slip     string      `json:"slip,omitempty"` // what a contradiction looks like: "swapped digits", "wrong scale", …
	Tail     bool        `json:"tail,omitempty"` // a missing figure that went with a cut tail
}

// FigureClass says how two readings of a slot differ, after
// the classes of a wire desk: see the constants.
type FigureClass string

// The classes of figure differences.
const (
	SameFigure         FigureClass = "same"          // alike to the letter; in Difference.Agreed only
	SameRestyled       FigureClass = "same-restyled" // another dress, the same value and modifier: no difference
	NounChanged        FigureClass = "noun-changed"
	UnitConverted      FigureClass = "unit-converted"
	AttributionChanged FigureClass = "attribution-changed"
	HedgeChanged       FigureClass = "hedge-changed"
	Rounded            FigureClass = "rounded"
	Refined            FigureClass = "refined"
	Loosened           FigureClass = "loosened"
	UpdatedFigure      FigureClass = "updated"
	Contradictory      FigureClass = "contradictory"
	Missing            FigureClass = "missing"
	Added              FigureClass = "added"
)

// PhraseVariant is a place where the wording differs in a way that changes
// what is claimed. A or B is nil where a version has nothing there.
type PhraseVariant struct {
	Type     PhraseType `json:"type"`
	A        *Quote     `json:"a"`
	B        *Quote     `json:"b"`
	Severity Severity   `json:"severity"`
	Rule     string     `json:"rule"`
	Note     string     `json:"note,omitempty"` // what more an editor should know: what went with a cut tail, what a headline claims alone
}

// PhraseType says what a change of words does.
type PhraseType string

// The types of phrase variants.
const (
	VerbHardened       PhraseType = "verb-hardened"       // said → admitted, may → will
	VerbSoftened       PhraseType = "verb-softened"       // confirmed → claimed
	AttributionDropped PhraseType = "attribution-dropped" // …, police said → …
	SourceBlurred      PhraseType = "source-blurred"      // a named official → officials
	HedgeDropped       PhraseType = "hedge-dropped"
	HedgeAdded         PhraseType = "hedge-added"
	NegationFlipped    PhraseType = "negation-flipped"
	QuoteAltered       PhraseType = "quote-altered" // words inside quotation marks changed
	QuoteToParaphrase  PhraseType = "quote-to-paraphrase"
	LoadedTerm         PhraseType = "loaded-term" // militants → terrorists
	AgentDeleted       PhraseType = "agent-deleted"
	HeadlineChanged    PhraseType = "headline-changed"
	Reordered          PhraseType = "reordered" // a paragraph moved
	TailCut            PhraseType = "tail-cut"
	PassageCut         PhraseType = "passage-cut"   // sentences left out before the tail
	PassageAdded       PhraseType = "passage-added" // sentences of b's own
	TimeShifted        PhraseType = "time-shifted"  // yesterday → on Monday, where the two are not one day
	HouseStyle         PhraseType = "house-style"   // spelling, titles, Mr, percent/%: counted, hidden by default
	Reworded           PhraseType = "reworded"      // other words, none of the effects above
)
