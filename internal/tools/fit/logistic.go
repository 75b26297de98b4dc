package main

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/wirediff/wirediff/internal/facts"
)

// logistic fits a model by Newton's method (iteratively reweighted least
// squares). ridge is the penalty on squared weights of the standardised
// features: a hundred pairs cannot tell fifteen weights apart without it.
func logistic(pairs []*pair, yes func(*pair) bool, use []facts.Feature, ridge float64) facts.Model {
	n := len(use)
	mean, dev := make([]float64, n), make([]float64, n)
	var total float64
	for _, p := range pairs {
		total += p.weight
		for i, f := range use {
			mean[i] += p.weight * p.features[f]
		}
	}
	for i := range mean {
		mean[i] /= total
	}
	for _, p := range pairs {
		for i, f := range use {
			dev[i] += p.weight * math.Pow(p.features[f]-mean[i], 2)
		}
	}
	for i := range dev {
		dev[i] = math.Sqrt(dev[i]/total) + 1e-9
	}
	w := mat.NewVecDense(n+1, nil)
	x := make([]float64, n+1)
	for range 30 {
		h := mat.NewSymDense(n+1, nil)
		g := mat.NewVecDense(n+1, nil)
		for i := range n {
			h.SetSym(i, i, ridge)
			g.SetVec(i, -ridge*w.AtVec(i))
		}
		h.SetSym(n, n, 1e-6)
		for _, p := range pairs {
			z := w.AtVec(n)
			for i, f := range use {
				x[i] = (p.features[f] - mean[i]) / dev[i]
				z += w.AtVec(i) * x[i]
			}
			x[n] = 1
			s := 1 / (1 + math.Exp(-z))
			y := 0.0
			if yes(p) {
				y = 1
			}
			for i := range x {
				g.SetVec(i, g.AtVec(i)+p.weight*(y-s)*x[i])
				for j := range x[:i+1] {
					h.SetSym(i, j, h.At(i, j)+p.weight*s*(1-s)*x[i]*x[j])
				}
			}
		}
		var chol mat.Cholesky
		if !chol.Factorize(h) {
			break
		}
		var step mat.VecDense
		if err := chol.SolveVecTo(&step, g); err != nil {
			break
		}
		w.AddVec(w, &step)
		if mat.Norm(&step, 2) < 1e-8 {
			break
		}
	}
	m := facts.Model{Bias: w.AtVec(n)}
	for i, f := range use {
		m.Weight[f] = w.AtVec(i) / dev[i]
		m.Bias -= m.Weight[f] * mean[i]
	}
	return m
}
