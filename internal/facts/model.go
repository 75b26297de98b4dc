package facts

import "math"

// Model is a logistic decision: the probability that two texts are versions of
// one story is 1/(1+e^−z), z = Bias + Σ Weight·feature.
type Model struct {
	Bias   float64
	Weight Features
}

// Score is the probability.
func (m *Model) Score(f *Features) float64 {
	z := m.Bias
	for i, w := range m.Weight {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// Bound is the most that Score can come to when the features of the sentences,
// which are 0 to 1, are not known yet.
func (m *Model) Bound(f *Features) float64 {
	most := *f
	for _, i := range [...]Feature{Covered, CoveredLess, Aligned, Order, Lead} {
		most[i] = 0
		if m.Weight[i] > 0 {
			most[i] = 1
		}
	}
	return m.Score(&most)
}

// Choose gives the model that answers for a pair. Whether two texts that share
// much wording tell of one event or fill one template is another question than
// whether two of other wording are one story; and where texts have hardly a
// name or a figure, nothing but their wording can tell.
func Choose(f *Features) *Model {
	switch {
	case f[Factual] < plainShare && f[Apart] < 0:
		return &Plain
	case f.rich():
		return &SameWording
	}
	return &OtherWording
}

// A rewriter leaves 0.1 of the shingles, names and quotes for the most part;
// an independent report has 0.05 in common with the wire.
const (
	richAlike = 0.2
	richHeld  = 0.45
)

func (f *Features) rich() bool { return f[Alike] >= richAlike || f[Held] >= richHeld }

// plainShare is the share of names and figures below which a text is no news
// copy: explanations have 0.0 to 0.2, two stories 0.22 to 0.5.
const plainShare = 0.22
