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

// Rich reports whether two texts share so many shingles that wording is no
// question. What is asked then is whether they tell of one event, or fill one
// template; it is another question than whether two texts of other wording are
// one story, and another model answers it.
func Rich(held, alike float64) bool { return alike >= RichAlike || held >= RichHeld }

// A rewriter leaves 0.1 of the shingles, names and quotes for the most part;
// an independent report has 0.05 in common with the wire.
const (
	RichAlike = 0.2
	RichHeld  = 0.45
)
