package similarity

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/shingle"
)

// hold holds one claim against the changes, and tells which it covers.
func (c *claims) hold(s said) (Claim, []int) {
	var by []int
	switch {
	case s.from != nil || s.to != nil:
		by = c.holdFigures(&s)
	case s.To != "" || s.From != "":
		by = c.holdWords(&s)
	case s.words[bylineStem], s.words[datelineStem]:
		c.holdLine(&s)
	case s.headline:
		by = c.where(func(x *change) bool { return x.Kind == "headline" || x.B != nil && x.B.Field == "title" })
		s.outcome(len(by) > 0, "the headline is another one", "the headline is the same")
	case s.Kind == ClaimRecast:
		by = c.where(func(x *change) bool { return c.paragraph(x) == 1 || x.Class == string(Reordered) })
		s.outcome(len(by) > 0, "the opening or the order is another one", "the opening and the order are the same")
	case s.general:
		by = c.where(c.fits(s.Kind))
		s.outcome(len(by) > 0, "something changed", "nothing changed but style")
	default:
		by = c.holdObject(&s)
	}
	for _, i := range by[:min(len(by), maxShownChanges)] {
		s.Changes = append(s.Changes, c.changes[i].Change)
	}
	if len(s.Paragraphs) > 0 {
		// What else changed in a paragraph that is named is declared with it.
		by = append(by, c.where(func(x *change) bool { return slices.Contains(s.Paragraphs, c.paragraph(x)) })...)
	}
	return s.Claim, by
}

func (s *said) outcome(done bool, found, missed string) {
	s.Outcome, s.Why = NotDone, missed
	if done {
		s.Outcome, s.Why = Done, found
	}
}

func (c *claims) where(f func(*change) bool) (by []int) {
	for i := range c.changes {
		if f(&c.changes[i]) {
			by = append(by, i)
		}
	}
	return by
}

// fits is what kind of change a claim of a kind is fulfilled by.
func (c *claims) fits(kind ClaimKind) func(*change) bool {
	switch kind {
	case ClaimAddition:
		return func(x *change) bool { return x.B != nil && (x.A == nil || x.Class == string(Changed)) }
	case ClaimRemoval:
		return func(x *change) bool { return x.A != nil && (x.B == nil || x.Class == string(Changed)) }
	}
	return func(*change) bool { return true }
}

// holdFigures looks for the value that was put in, and for the one that was to
// go, where it still counts the same thing.
func (c *claims) holdFigures(s *said) []int {
	is := func(f, want *Figure) bool { return f != nil && want != nil && f.Lo == want.Lo && f.Hi == want.Hi }
	before := func(want *Figure) int {
		n := 0
		for f := range c.figures(c.ofA, false) {
			if is(f, want) {
				n++
			}
		}
		return n
	}
	after := func(want *Figure) (found []*Figure) {
		for f := range c.figures(c.ofB, true) {
			if is(f, want) {
				found = append(found, f)
			}
		}
		return found
	}
	by := []int{}
	for i := range c.changes {
		x := &c.changes[i]
		if x.Kind != "figure" {
			continue
		}
		a, b := x.figures()
		if s.to != nil && is(b, s.to) && (s.from == nil || a == nil || is(a, s.from)) || s.to == nil && is(a, s.from) && !is(b, s.from) {
			by = append(by, i)
		}
	}
	put, left := after(s.to), after(s.from)
	switch {
	case s.to != nil && len(put) == 0:
		s.outcome(false, "", s.To+" is not in the text")
	case s.to == nil:
		s.outcome(len(left) < before(s.from) || len(left) == 0, s.From+" is gone", s.From+" still stands")
	case len(by) == 0 && len(put) <= before(s.to):
		s.outcome(false, "", s.To+" stood there before")
	default:
		s.outcome(true, s.To+" is in the text", "")
	}
	if s.Outcome != Done || s.from == nil || s.to == nil {
		return by
	}
	for _, f := range left {
		if slices.ContainsFunc(put, func(p *Figure) bool { return p.Noun == f.Noun && p.Event == f.Event || f.Field == "title" }) {
			s.Outcome, s.Why = Partly, fmt.Sprintf("%s is in the text, and %s still stands", s.To, s.From)
			if f.Field == "title" {
				s.Why += " in the headline"
			}
			break
		}
	}
	return by
}

// figures are those of the two sides, read again from their quotes.
func (x *change) figures() (a, b *Figure) {
	if !x.read {
		x.read, x.figureA, x.figureB = true, figureOf(x.A), figureOf(x.B)
	}
	return x.figureA, x.figureB
}

// figureOf reads a quoted figure again.
func figureOf(q *Quote) *Figure {
	if q == nil {
		return nil
	}
	return figureIn(q.Text)
}

// figures are an article's figures, but for those of its furniture and of what
// it says of its own changes.
func (c *claims) figures(all []Figure, ofB bool) iter.Seq[*Figure] {
	return func(yield func(*Figure) bool) {
		for i := range all {
			f := &all[i]
			if f.Where == "" && !(ofB && f.Field == "" && c.inStatement(f.Start, f.End)) && !yield(f) {
				return
			}
		}
	}
}

func (c *claims) inStatement(start, end int) bool {
	return slices.ContainsFunc(c.statements, func(s shingle.Span) bool { return s.Start < end && start < s.End })
}

// holdWords looks for words that were put in for others.
func (c *claims) holdWords(s *said) []int {
	put, left := s.To != "" && c.has(c.b, s.To), s.From != "" && c.has(c.b, s.From)
	swapped := c.where(func(x *change) bool {
		return s.To != "" && s.From != "" && x.A != nil && x.B != nil && hasWords(x.A.Text, s.From) && hasWords(x.B.Text, s.To)
	})
	switch {
	case len(swapped) > 0 && !hasName(s.From): // a common word may stand elsewhere
		s.outcome(true, quoted(s.To)+" stands for "+quoted(s.From), "")
		return swapped
	case s.To == "":
		s.outcome(!left, quoted(s.From)+" is gone", quoted(s.From)+" still stands")
	case !put && (!hasName(s.To) || strings.Count(s.To, " ") >= 3): // not word for word
		add(s.words, s.To)
		return c.holdObject(s)
	case !put:
		s.outcome(false, "", quoted(s.To)+" is not in the text")
	case left && !strings.Contains(s.To, s.From):
		s.Outcome, s.Why = Partly, fmt.Sprintf("%s is in the text, and %s still stands", quoted(s.To), quoted(s.From))
	case s.From == "" && c.has(c.a, s.To):
		s.outcome(false, "", quoted(s.To)+" stood there before")
	default:
		s.outcome(true, quoted(s.To)+" is in the text", "")
	}
	return c.where(func(x *change) bool {
		return s.To != "" && x.B != nil && hasWords(x.B.Text, s.To) || s.From != "" && x.A != nil && hasWords(x.A.Text, s.From)
	})
}

// has reports whether an article says words outside of what it says of its own
// changes.
func (c *claims) has(a *shingle.Article, words string) bool {
	if hasWords(a.Title, words) {
		return true
	}
	for i, s := range a.Sentences {
		if !a.Roles[i].Furniture() && (a != c.b || !c.inStatement(s.Start, s.End)) && hasWords(s.Of(a.Text), words) {
			return true
		}
	}
	return false
}

// hasWords reports whether words stand in text, not inside other words.
func hasWords(text, words string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || words == "" {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) && !unicode.IsDigit(before) && !unicode.IsDigit(after) {
			return true
		}
		at += len(words)
	}
}

// holdObject looks for changes of what the claim names, first where it says.
func (c *claims) holdObject(s *said) []int {
	wanted, figures := widen(s.words)
	fits := c.fits(s.Kind)
	of := func(x *change) bool {
		if !fits(x) || figures && x.Kind != "figure" {
			return false
		}
		words := c.wordsOf(x)
		for w := range wanted {
			if words[w] {
				return true
			}
		}
		return wanted[quoteStem] && x.B != nil && strings.ContainsAny(x.B.Text, `"“«`)
	}
	here := func(x *change) bool { return slices.Contains(s.Paragraphs, c.paragraph(x)) }
	var by []int
	if len(wanted) > 0 {
		by = c.where(of)
	}
	in := slices.DeleteFunc(slices.Clone(by), func(i int) bool { return !here(&c.changes[i]) })
	switch {
	case len(in) > 0:
		s.outcome(true, "changed in "+paragraphNames(s.Paragraphs), "")
		return in
	case len(by) > 0 && len(s.Paragraphs) > 0:
		s.outcome(true, fmt.Sprintf("changed, though not in %s", paragraphNames(s.Paragraphs)), "")
		return by
	case len(by) > 0:
		s.outcome(true, "changed", "")
		return by
	}
	if !figures {
		by = c.where(func(x *change) bool { return here(x) && fits(x) })
	}
	missed := "no change of it was found"
	if len(s.Paragraphs) > 0 {
		missed += ", in " + paragraphNames(s.Paragraphs) + " or elsewhere"
	}
	rest := c.where(fits)
	switch {
	case len(by) > 0:
		s.outcome(true, "something changed there", "")
	case figures || wanted[quoteStem] || len(rest) == 0:
		s.outcome(false, "", missed)
	case s.Kind == ClaimAddition && len(s.Paragraphs) == 0:
		by = rest // what was added is seldom called by its own words
		s.outcome(true, "something was added", "")
	default:
		s.Outcome, s.Why = Unclear, "something changed, but nothing that goes by these words"
	}
	return by
}

var quoteStem, bylineStem, datelineStem = align.Stem("quote"), align.Stem("byline"), align.Stem("dateline")

// holdLine compares the bylines, or the datelines: page furniture, of which no
// difference is reported.
func (c *claims) holdLine(s *said) {
	role, name := shingle.Byline, "byline"
	line := func(a *shingle.Article) string { return a.Byline }
	if s.words[datelineStem] {
		role, name = shingle.Dateline, "dateline"
		line = func(*shingle.Article) string { return "" }
	}
	all := func(a *shingle.Article) string {
		out := line(a)
		for _, b := range a.Blocks {
			if b.Role == role {
				out += "\n" + b.Of(a.Text)
			}
		}
		return out
	}
	s.outcome(all(c.a) != all(c.b), "the "+name+" is another one", "the "+name+" is the same")
}

// widen adds to the words that a claim names those that stand for the same. It
// tells whether they are words for figures.
func widen(words map[string]bool) (wide map[string]bool, figures bool) {
	wide = map[string]bool{}
	for w := range words {
		wide[w] = true
	}
	for i, group := range declaredWords {
		group := stems(strings.Join(group, " "))
		for w := range group {
			if !words[w] {
				continue
			}
			for w := range group {
				wide[w] = true
			}
			figures = figures || i < len(declaredWords)-1 // the last are of quotations
			break
		}
	}
	return wide, figures
}

// paragraph is the number of the paragraph of b's body that a change is in,
// from 1; 0 for none.
func (c *claims) paragraph(x *change) int {
	if x.B == nil || x.B.Field != "" {
		return 0
	}
	for i, p := range c.paragraphs {
		if p.Start <= x.B.Start && x.B.Start < p.End {
			return i + 1
		}
	}
	return 0
}

func paragraphNames(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf("paragraph %d", numbers[0])
	}
	var out []string
	for _, n := range numbers {
		out = append(out, fmt.Sprint(n))
	}
	return "paragraphs " + strings.Join(out, ", ")
}

func quoted(s string) string { return "“" + s + "”" }
