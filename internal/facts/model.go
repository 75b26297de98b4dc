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
