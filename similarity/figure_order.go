package similarity

import (
	"cmp"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// classRank orders the classes within a severity, gravest first.
var classRank = map[FigureClass]int{
	NounChanged: 0, Contradictory: 1, HedgeChanged: 2, AttributionChanged: 3, UpdatedFigure: 4, Loosened: 5,
	Rounded: 6, Refined: 7, UnitConverted: 8, Missing: 9, Added: 10, SameRestyled: 11,
}

// compareVariants is the order of figure variants: by severity, then by class
// (noun-changed, contradictory, hedge-changed, attribution-changed, updated,
// loosened, rounded, refined, unit-converted, missing, added, same-restyled),
// then by what is counted (the killed first, then the other events, then
// money, then the rest), then by place in the text.
func compareVariants(x, y FigureVariant) int {
	return cmp.Or(
		cmp.Compare(y.Severity, x.Severity),
		cmp.Compare(classRank[x.Class], classRank[y.Class]),
		cmp.Compare(newsRank(x), newsRank(y)),
		cmp.Compare(variantPlace(x), variantPlace(y)),
	)
}

func variantPlace(v FigureVariant) int {
	f := v.B
	if f == nil {
		f = v.A
	}
	if f.Field == "title" {
		return -1
	}
	return f.Start
}

func newsRank(v FigureVariant) int {
	f := v.A
	if f == nil || f.Event == "" && v.B != nil {
		f = v.B
	}
	switch {
	case f.Event == "killed":
		return 0
	case f.Event != "":
		return 1
	case f.Kind == figure.Money:
		return 2
	case f.Kind == figure.Date, f.Kind == figure.Time:
		return 4
	}
	return 3
}

// severityOf is how much an editor would want to know of a two-sided
// difference: contradictions and changed nouns want a correction; a hedge
// lost on the dead too; a hedge, a speaker or a new state wants reading.
func severityOf(class FigureClass, a, b *mention) Severity {
	switch class {
	case SameRestyled:
		return Style
	case NounChanged, Contradictory:
		return High
	case HedgeChanged:
		if a.fig.Event == "killed" && b.value.Hedge == quantity.Plain {
			return High
		}
		return Medium
	case AttributionChanged, UpdatedFigure:
		return Medium
	}
	return Low
}

// severityOfOne is the severity of a figure that only one version has: worth
// reading where it counts people or money and was not cut with the end.
func severityOfOne(class FigureClass, m *mention, tail bool) Severity {
	if class == Missing && !tail && (m.fig.Event != "" || m.fig.Kind == figure.Money) {
		return Medium
	}
	return Low
}
