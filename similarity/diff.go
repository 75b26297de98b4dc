package similarity

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/wirediff/wirediff/shingle"
)

// Diff compares two versions of a story: a is the one that b was, or may have
// been, made from. See DiffArticles.
func Diff(a, b shingle.Document) *Difference { return DefaultRules().Diff(a, b) }

// Diff is like the function Diff, by these rules.
func (rules *PhraseRules) Diff(a, b shingle.Document) *Difference {
	return rules.DiffArticles(shingle.Parse(a), shingle.Parse(b))
}

// DiffArticles compares two articles: the collation, the exact counts of
// their shingle sets (runs of shingle.DefaultSize words), the relation, and
// every difference in figures and in phrases, gravest first. Two empty texts
// differ in nothing. The cost is that of the collation, plus the product of
// the numbers of figures, on two goroutines.
func DiffArticles(a, b *shingle.Article) *Difference { return DefaultRules().DiffArticles(a, b) }

// DiffArticles is like the function DiffArticles, by these rules.
func (rules *PhraseRules) DiffArticles(a, b *shingle.Article) *Difference {
	// The articles are read side by side: of all that is done for a pair, that
	// is the third that needs no more than one of them.
	var rb *figureText
	var beside sync.WaitGroup
	beside.Go(func() { rb = readFigures(b) })
	ra := readFigures(a)
	beside.Wait()
	relation, _ := relateRead(ra, rb)
	c := collateRead(&ra.vocabulary, &rb.vocabulary)
	var phrases []PhraseVariant
	beside.Go(func() { phrases = rules.Phrases(c) })
	figures := compareFigures(c, ra, rb, relation)
	beside.Wait()
	return rules.difference(c, ra, rb, relation, figures, phrases)
}

// diffRead compares two articles that are read for their figures, of a known
// relation, on one goroutine: whoever compares many pairs does so side by side.
// It hands back the comparison of figures too, for whoever needs to know what
// was paired.
func (rules *PhraseRules) diffRead(ra, rb *figureText, relation Relation) (*Difference, *figureDiff) {
	c := collateRead(&ra.vocabulary, &rb.vocabulary)
	figures := compareFigures(c, ra, rb, relation)
	return rules.difference(c, ra, rb, relation, figures, rules.Phrases(c)), figures
}

// difference puts together what was found to differ.
func (rules *PhraseRules) difference(c *Collation, ra, rb *figureText, relation Relation, figures *figureDiff, phrases []PhraseVariant) *Difference {
	a, b := ra.article, rb.article
	d := &Difference{
		A: refOf(a), B: refOf(b), Relation: relation, Terms: rules.Version,
		Counts:    shingle.Compare(ra.shingles(), rb.shingles()),
		Collation: c, Segments: c.Segments,
		Figures: figures.out, Phrases: untold(phrases, figures.out), Agreed: figures.inOrder(), Checks: rb.checks(),
	}
	d.Declared = declared(d, ra.figures, rb.figures)
	if c.Bounded {
		d.Warnings = append(d.Warnings, "a work bound was hit: parts of the two texts are aligned by position only")
	}
	if overlong(a) || overlong(b) {
		d.Warnings = append(d.Warnings, fmt.Sprintf("sentences of over %d words, as tables have, are not compared beyond their place, nor more than %d findings of a rule in one passage", longSentence, maxFindings))
	}
	for _, r := range []*figureText{ra, rb} {
		if len(r.figures) > maxMentions {
			d.Warnings = append(d.Warnings, "too many figures to compare in "+r.article.ID+": the rest are left out")
		}
	}
	return d
}

// overlong reports whether the story has a sentence of over longSentence
// tokens.
func overlong(a *shingle.Article) bool {
	for n, s := range a.Sentences {
		if s.Last-s.First > longSentence && !a.Roles[n].Furniture() {
			return true
		}
	}
	return false
}

func refOf(a *shingle.Article) Ref { return Ref{ID: a.ID, Title: a.Title, Outlet: a.Outlet} }

// untold drops the phrase variants of a figure's hedge where its figure
// variant says already what became of the figure: "at least 12" → "12", and
// "some 240" → "236", are told once. A restyled figure says nothing, nor does
// one with another value of a hedge that doubts (estimated at 71, 73); a hedge
// that is no part of the figure (could reach 240) is told apart.
func untold(phrases []PhraseVariant, figures []FigureVariant) []PhraseVariant {
	type figure struct {
		*FigureVariant
		value bool // another one
	}
	isHedge := func(p PhraseVariant) bool {
		return strings.HasPrefix(p.Rule, hedgeDropped) || strings.HasPrefix(p.Rule, hedgeAdded)
	}
	if len(phrases) > 0 && !slices.ContainsFunc(phrases, isHedge) {
		return phrases
	}
	var told []figure
	for i := range figures {
		f := &figures[i]
		if f.Class != SameRestyled && f.A != nil && f.B != nil && f.A.Field == "" && f.B.Field == "" {
			told = append(told, figure{f, f.Class == UpdatedFigure || f.Class == Contradictory})
		}
	}
	within := func(q *Quote, at int) bool { return q != nil && q.Field == "" && q.Start <= at && at < q.End }
	out := make([]PhraseVariant, 0, len(phrases))
	for _, p := range phrases {
		hedge, ok := strings.CutPrefix(p.Rule, hedgeDropped)
		if !ok {
			hedge, ok = strings.CutPrefix(p.Rule, hedgeAdded)
		}
		again := false
		for _, f := range told {
			again = again || ok && !(f.value && p.Severity > Low) && within(p.A, f.A.Start) && within(p.B, f.B.Start) &&
				strings.Contains(strings.ToLower(f.A.Text+" "+f.B.Text), strings.ToLower(hedge))
		}
		if !again {
			out = append(out, p)
		}
	}
	return out
}
