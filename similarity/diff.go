package similarity

import "github.com/wirediff/wirediff/shingle"

// Diff compares two versions of a story: a is the one that b was, or may have
// been, made from. See DiffArticles.
func Diff(a, b shingle.Document) *Difference {
	return DiffArticles(shingle.Parse(a), shingle.Parse(b))
}

// DiffArticles compares two articles: the collation, the exact counts of
// their shingle sets (runs of shingle.DefaultSize words), the relation, and
// every difference in figures and in phrases, gravest first. Two empty texts
// differ in nothing. The cost is that of the collation, plus the product of
// the numbers of figures.
func DiffArticles(a, b *shingle.Article) *Difference {
	relation, _ := Relate(a, b)
	d, _ := diffRead(readFigures(a), readFigures(b), relation)
	return d
}

// diffRead compares two articles that are read for their figures, of a known
// relation. It hands back the comparison of figures too, for whoever needs to
// know what was paired.
func diffRead(ra, rb *figureText, relation Relation) (*Difference, *figureDiff) {
	a, b := ra.article, rb.article
	c := Collate(a, b)
	figures := compareFigures(c, ra, rb, relation)
	d := &Difference{
		A: refOf(a), B: refOf(b), Relation: relation,
		Counts:    shingle.Compare(shingle.NewSet(a, shingle.DefaultSize), shingle.NewSet(b, shingle.DefaultSize)),
		Collation: c, Segments: c.Segments,
		Figures: figures.out, Phrases: Phrases(c), Checks: rb.checks(),
	}
	if d.Phrases == nil {
		d.Phrases = []PhraseVariant{} // an empty list in JSON, not null
	}
	if c.Bounded {
		d.Warnings = append(d.Warnings, "a work bound was hit: parts of the two texts are aligned by position only")
	}
	for _, r := range []*figureText{ra, rb} {
		if len(r.figures) > maxMentions {
			d.Warnings = append(d.Warnings, "too many figures to compare in "+r.article.ID+": the rest are left out")
		}
	}
	return d, figures
}

func refOf(a *shingle.Article) Ref { return Ref{ID: a.ID, Title: a.Title, Outlet: a.Outlet} }
