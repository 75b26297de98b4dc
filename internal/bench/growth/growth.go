// Package growth holds what a program costs by the size of its input: the
// measured points, the constants that follow from them, and a plot.
package growth

import (
	"math"

	"gonum.org/v1/gonum/stat"
)

// Point is one measurement.
type Point struct {
	Docs int
	CPU  float64 // seconds, on all cores
	Wall float64 // seconds
	Peak float64 // bytes
}

// Series is the measurements of one program, ascending by Docs.
type Series struct {
	Name   string
	Points []Point
}

// Law says how a series goes on.
type Law struct {
	CPU      float64 // seconds a document, at the largest size measured
	Exponent float64 // CPU grows as documents to this power
	Memory   float64 // bytes a document, the slope of a straight line
	Base     float64 // bytes that are needed for no document
	at       float64 // the largest size measured
}

// LawOf fits a series. CPU time is a power of the documents: the exponent is
// the slope of the logarithms. Peak memory is a line. Least squares weigh by
// 1/documents² there, so that all sizes count by their relative error. Of
// fewer than two points the exponent is 1, and all memory is the documents'.
func LawOf(s Series) Law {
	var l Law
	var logDocs, logCPU, docs, peak, weights []float64
	for _, p := range s.Points {
		n := float64(p.Docs)
		logDocs, logCPU = append(logDocs, math.Log(n)), append(logCPU, math.Log(p.CPU))
		docs, peak, weights = append(docs, n), append(peak, p.Peak), append(weights, 1/(n*n))
		l.CPU, l.at = p.CPU/n, n
		l.Memory = p.Peak / n
	}
	l.Exponent = 1
	if len(s.Points) > 1 {
		_, l.Exponent = stat.LinearRegression(logDocs, logCPU, nil, false)
		l.Base, l.Memory = stat.LinearRegression(docs, peak, weights, false)
	}
	return l
}

// CPUOf is the seconds that n documents would take. An exponent below 1 is a
// start-up cost that wears off, or noise: it is not gone on with.
func (l Law) CPUOf(n float64) float64 { return l.CPU * n * math.Pow(n/l.at, max(l.Exponent, 1)-1) }

// PeakOf is the bytes that n documents would need.
func (l Law) PeakOf(n float64) float64 { return l.Base + l.Memory*n }
