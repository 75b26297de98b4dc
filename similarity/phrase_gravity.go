package similarity

import (
	"cmp"
	"slices"
)

// sorted puts the variants in their order: gravest first, then as they stand
// in the text.
func (p *phrasing) sorted() []PhraseVariant {
	slices.SortStableFunc(p.found, ComparePhrases)
	return slices.CompactFunc(p.found, func(v, w PhraseVariant) bool {
		return v.Type == w.Type && sameQuote(v.A, w.A) && sameQuote(v.B, w.B)
	})
}

func sameQuote(q, r *Quote) bool {
	if q == nil || r == nil {
		return q == r
	}
	return *q == *r
}

// ComparePhrases orders phrase variants: the graver first, then by type's
// gravity, then by place.
func ComparePhrases(v, w PhraseVariant) int { return comparePhrases(&v, &w) }

func comparePhrases(v, w *PhraseVariant) int {
	switch {
	case v.Severity != w.Severity:
		return cmp.Compare(w.Severity, v.Severity)
	case v.Type != w.Type:
		return cmp.Or(cmp.Compare(gravity(v.Type), gravity(w.Type)), cmp.Compare(placeOf(*v), placeOf(*w)))
	}
	return cmp.Compare(placeOf(*v), placeOf(*w))
}

func placeOf(v PhraseVariant) int {
	switch {
	case v.A != nil && v.A.Field == "":
		return v.A.Start
	case v.B != nil && v.B.Field == "":
		return v.B.Start
	}
	return -1
}

// gravity ranks the types inside a severity: what puts words in a mouth or
// turns a fact round before what colours it.
func gravity(t PhraseType) int { return slices.Index(byGravity, t) }

var byGravity = []PhraseType{
	NegationFlipped, QuoteAltered, HeadlineChanged, VerbHardened, AttributionDropped, HedgeDropped,
	LoadedTerm, QuoteToParaphrase, SourceBlurred, VerbSoftened, AgentDeleted, HedgeAdded, TimeShifted,
	TailCut, PassageCut, PassageAdded, Reordered, Reworded, HouseStyle,
}
