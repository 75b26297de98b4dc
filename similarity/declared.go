package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
)

// Declared is what a version says that it changed, held against what it did
// change from the earlier version.
type Declared struct {
	Against string   `json:"against"` // id of the earlier version
	Claims  []Claim  `json:"claims"`
	Silent  []Change `json:"silent"` // what changed though nothing says so
}

// Claim is one thing that a version says of its changes: "Corrects death toll
// in paragraph 4 to 12, not 21".
type Claim struct {
	Quote      Quote     `json:"quote"` // where it says so; Field is "note" for a note to editors, "signal" for a signal of the sender, which have no offsets
	Kind       ClaimKind `json:"kind"`
	Object     string    `json:"object,omitempty"`     // what, in its words; "" for a story as a whole
	Paragraphs []int     `json:"paragraphs,omitempty"` // where, from 1
	From       string    `json:"from,omitempty"`       // what stood there, where it says that
	To         string    `json:"to,omitempty"`         // what it was changed to
	Outcome    Outcome   `json:"outcome"`
	Why        string    `json:"why"`               // what was looked for, and what was found
	Changes    []Change  `json:"changes,omitempty"` // what fulfils it, at most maxShownChanges
}

// ClaimKind says what a version says that it did.
type ClaimKind string

// The kinds of claim.
const (
	ClaimCorrection    ClaimKind = "correction"
	ClaimClarification ClaimKind = "clarification"
	ClaimUpdate        ClaimKind = "update"
	ClaimAddition      ClaimKind = "addition"
	ClaimRemoval       ClaimKind = "removal"
	ClaimRecast        ClaimKind = "recast"
)

// Outcome says what became of a claim.
type Outcome string

// The outcomes.
const (
	Done    Outcome = "done"
	Partly  Outcome = "partly" // what was to go still stands somewhere
	NotDone Outcome = "not-done"
	Unclear Outcome = "unclear" // something changed, but nothing that the claim's words name
)

// Severity is how much an editor would want to know of it.
func (c Claim) Severity() Severity {
	switch c.Outcome {
	case Done:
		return Low
	case Partly, Unclear:
		return Medium
	}
	return High
}

// Change is a difference, quoted.
type Change struct {
	Kind  string `json:"kind"`  // figure, phrase, words or headline
	Class string `json:"class"` // of a figure or a phrase; of words: changed, insert, cut
	Slot  string `json:"slot,omitempty"`
	A     *Quote `json:"a"`
	B     *Quote `json:"b"`
}

// maxShownChanges is how many changes a claim is shown with: a recast story
// changed everywhere.
const maxShownChanges = 5

// declared holds what b says of its changes against what differs. It is nil
// where b says nothing and nothing would have to be said: b is another
// outlet's.
//
// What a has word for word is not said of the step from a to b. A change is
// silent where the two are of one outlet, or b says anything at all, and
//
//   - a figure contradicts the earlier one, or a quotation or a negation
//     changed, and no claim names it, nor a correction of the story as a whole;
//   - a figure was updated, and b calls itself neither an update nor anything
//     that names it.
func declared(d *Difference, ofA, ofB []Figure) *Declared {
	a, b := d.Collation.A, d.Collation.B
	c := claims{Difference: d, a: a, b: b, ofA: ofA, ofB: ofB}
	c.read()
	own := a.Outlet != "" && strings.EqualFold(a.Outlet, b.Outlet) || slices.Contains(b.Previous, a.ID)
	if len(c.found) == 0 && !own {
		return nil
	}
	c.look()
	out := &Declared{Against: a.ID, Claims: []Claim{}, Silent: []Change{}}
	covered := map[int]bool{} // by index in c.changes
	for _, s := range c.found {
		claim, by := c.hold(s)
		out.Claims = append(out.Claims, claim)
		for _, i := range by {
			covered[i] = true
		}
	}
	for i, change := range c.changes {
		if !covered[i] && c.telling(change) {
			out.Silent = append(out.Silent, change.Change)
		}
	}
	if len(out.Claims) == 0 && len(out.Silent) == 0 {
		return nil
	}
	return out
}

// claims is one run of declared.
type claims struct {
	*Difference
	a, b       *shingle.Article
	ofA, ofB   []Figure // as Figures gives them
	found      []said
	changes    []change
	paragraphs []shingle.Span // of b's body
	statements []shingle.Span // of b, in which it says what it changed
	general    map[ClaimKind]bool
}

// change is a Change with what it is looked for by.
type change struct {
	Change
	figure *FigureVariant  // nil for what is no figure
	words  map[string]bool // see wordsOf; nil until asked
	value  bool            // a figure on both sides, or a quotation: silent where nobody says so

	figureA, figureB *Figure // see figures; where read
	read             bool
}

// look collects the changes of the pair that are no house style. Where nothing is
// claimed, those that would have to be are enough.
func (c *claims) look() {
	c.lookFigures()
	c.lookPhrases()
	if len(c.found) == 0 {
		return
	}
	c.lookSegments()
	c.changes = slices.DeleteFunc(c.changes, func(x change) bool {
		return x.B != nil && x.B.Field == "" && c.inStatement(x.B.Start, x.B.End)
	})
	for i, b := range c.b.Blocks {
		if b.Role == shingle.Body && strings.TrimSpace(b.Of(c.b.Text)) != "" && (i == 0 || !sameParagraph(c.b, i)) {
			c.paragraphs = append(c.paragraphs, b.Span)
		}
	}
}

// note keeps a change that a claim may be held against, or that is silent where
// none is.
func (c *claims) note(x change) {
	if len(c.found) > 0 || c.telling(x) {
		c.changes = append(c.changes, x)
	}
}

// wordsOf are the words that a change is looked for by: few claims ask for them.
func (c *claims) wordsOf(x *change) map[string]bool {
	if x.words != nil {
		return x.words
	}
	x.words = map[string]bool{}
	if f := x.figure; f != nil {
		add(x.words, f.Slot)
		for _, side := range []*Figure{f.A, f.B} {
			if side != nil {
				add(x.words, side.Noun, side.Event, side.Unit, string(side.Kind))
			}
		}
	}
	if x.Class == string(QuoteAltered) || x.Class == string(QuoteToParaphrase) {
		add(x.words, "quote comment")
	}
	for _, q := range []*Quote{x.A, x.B} {
		if q != nil {
			add(x.words, q.Text)
		}
	}
	if x.figure != nil && x.B != nil && x.B.Field == "" {
		add(x.words, sentenceAt(c.b, x.B.Start))
	}
	return x.words
}

// lookFigures collects the figures that differ.
func (c *claims) lookFigures() {
	missing, added := map[string]bool{}, map[string]bool{}
	for _, f := range c.Figures {
		switch {
		case f.B == nil:
			missing[f.A.Text] = true
		case f.A == nil:
			added[f.B.Text] = true
		}
	}
	for i := range c.Figures {
		f := &c.Figures[i]
		if f.Class == SameRestyled || f.Tail {
			continue
		}
		if f.B == nil && added[f.A.Text] || f.A == nil && missing[f.B.Text] {
			continue // the same words, if not the same fact
		}
		c.note(change{Change: Change{Kind: "figure", Class: string(f.Class), Slot: f.Slot, A: quoteOf(f.A), B: quoteOf(f.B)}, figure: f, value: f.A != nil && f.B != nil})
	}
}

// lookPhrases collects the phrases that differ.
func (c *claims) lookPhrases() {
	for _, p := range c.Phrases {
		if p.Severity == Style || p.Type == Reworded {
			continue
		}
		kind := "phrase"
		if p.Type == HeadlineChanged {
			if titleSignal().ReplaceAllString(c.a.Title, "") == titleSignal().ReplaceAllString(c.b.Title, "") {
				continue // only what it declares is new
			}
			kind = "headline"
		}
		c.note(change{Change: Change{Kind: kind, Class: string(p.Type), A: p.A, B: p.B}, value: p.Type == QuoteAltered || p.Type == NegationFlipped})
	}
}

// lookSegments collects the passages that differ.
func (c *claims) lookSegments() {
	for _, s := range c.Segments {
		if s.Furniture || s.Kind == Same || s.Kind == Changed && !differs(s) {
			continue
		}
		x := change{Change: Change{Kind: "words", Class: string(s.Kind)}}
		if s.A.End > s.A.Start {
			x.A = quoteSpan(c.a.Text, s.A)
		}
		if s.B.End > s.B.Start {
			x.B = quoteSpan(c.b.Text, s.B)
		}
		c.note(x)
	}
}

// sameParagraph reports whether block i goes on the line of the block before
// it, as the text behind a dateline does.
func sameParagraph(a *shingle.Article, i int) bool {
	before := a.Blocks[i-1]
	return before.Role == shingle.Body && !strings.Contains(a.Text[before.End:a.Blocks[i].Start], "\n")
}

// differs reports whether a changed segment has an edit that is no near-word.
func differs(s Segment) bool {
	return len(s.Edits) == 0 || slices.ContainsFunc(s.Edits, func(e Edit) bool { return !e.Same })
}

// telling reports whether a change would have to be declared.
func (c *claims) telling(x change) bool {
	switch {
	case !x.value:
		return false
	case x.Class == string(UpdatedFigure):
		return !c.general[ClaimUpdate] && !c.general[ClaimRecast]
	case x.Class == string(Contradictory), x.Class == string(QuoteAltered), x.Class == string(NegationFlipped):
		return !c.general[ClaimCorrection]
	}
	return false
}

func sentenceAt(a *shingle.Article, at int) string {
	for _, s := range a.Sentences {
		if s.Start <= at && at < s.End {
			return s.Of(a.Text)
		}
	}
	return ""
}

func quoteOf(f *Figure) *Quote {
	if f == nil {
		return nil
	}
	return &Quote{Field: f.Field, Start: f.Start, End: f.End, Text: f.Text}
}

// quoteSpan quotes a span without the white space around it.
func quoteSpan(text string, s shingle.Span) *Quote {
	raw := s.Of(text)
	start := s.Start + len(raw) - len(strings.TrimLeft(raw, " \t\r\n"))
	raw = strings.TrimSpace(raw)
	return &Quote{Start: start, End: start + len(raw), Text: raw}
}
