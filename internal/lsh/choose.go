// Package lsh turns sketches into candidates: pairs of documents that share a
// key and are worth verifying.
//
// A band key is made of a few bins of a sketch: documents that resemble each
// other share one with a known probability, the S-curve of Bands. A Table holds
// the keys as 32-bit numbers; sorted, documents with one key are a run. A run
// longer than a cap is linked sparsely instead of pairwise, so that the number
// of candidates stays linear in the documents.
//
// The package knows nothing of documents and verifies nothing: documents are
// numbers from 0, and a candidate is a proposal.
package lsh

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/gonum/integrate/quad"
)

// Bands says how a sketch is cut into keys: Count bands of Rows bins each.
type Bands struct {
	Count int `json:"bands"`
	Rows  int `json:"rows"`
}

// Want is a wanted point of the S-curve: of the pairs with this resemblance,
// at least this share is to become candidates.
type Want struct {
	Resemblance float64 `json:"resemblance"`
	Recall      float64 `json:"recall"`
}

// Defaults are the wanted points for news. True versions have a mean
// resemblance of 0.30 (NEWS-COPY, Silcock and others 2022), hence 0.9 there;
// at 0.4 hardly any is to be lost. 85 bands of 3 rows give both.
var Defaults = []Want{{0.3, 0.9}, {0.4, 0.995}}

// Choose finds the bands that give the wanted recalls with a sketch of the
// given number of bins and let through the fewest pairs of little resemblance:
// of all choices of rows and the least number of bands that meets every want,
// the one with the smallest area under the S-curve below the lowest wanted
// resemblance. An error says that the sketch has too few bins.
func Choose(bins int, wants ...Want) (Bands, error) {
	if len(wants) == 0 {
		wants = Defaults
	}
	low := 1.0
	for _, w := range wants {
		if !(w.Resemblance > 0 && w.Resemblance <= 1 && w.Recall >= 0 && w.Recall < 1) {
			return Bands{}, fmt.Errorf("lsh: wanted recall %g at resemblance %g: want 0 ≤ recall < 1, 0 < resemblance ≤ 1", w.Recall, w.Resemblance)
		}
		low = min(low, w.Resemblance)
	}
	best, bestNoise := Bands{}, math.Inf(1)
	for rows := 1; rows <= bins; rows++ {
		b := Bands{Count: fewest(rows, bins/rows, wants), Rows: rows}
		if b.Count == 0 {
			continue
		}
		if noise := b.Area(0, low); noise < bestNoise {
			best, bestNoise = b, noise
		}
	}
	if best.Count == 0 {
		return Bands{}, fmt.Errorf("lsh: no bands of a sketch of %d bins give the wanted recall", bins)
	}
	return best, nil
}

// fewest is the least number of bands of the given rows, at most limit, that
// meets every want; 0 where none does.
func fewest(rows, limit int, wants []Want) int {
	need := 1.0
	for _, w := range wants {
		miss := math.Log1p(-math.Pow(w.Resemblance, float64(rows))) // −Inf at resemblance 1, where one band is enough
		need = max(need, math.Ceil(math.Log1p(-w.Recall)/miss))
	}
	if need > float64(limit) {
		return 0
	}
	return int(need)
}

// Recall is the share of the pairs of resemblance s that have a band in
// common: 1−(1−s^rows)^count, the S-curve.
func (b Bands) Recall(s float64) float64 {
	return -math.Expm1(float64(b.Count) * math.Log1p(-math.Pow(s, float64(b.Rows))))
}

// Area is the integral of the S-curve from lo to hi, by Gauss-Legendre
// quadrature: the share of pairs let through, were their resemblances spread
// evenly over [lo, hi], times hi−lo. 32 points are exact to far more digits
// than the choice needs.
func (b Bands) Area(lo, hi float64) float64 {
	return quad.Fixed(b.Recall, lo, hi, 32, nil, 1)
}

// Curve writes the S-curve in steps of 0.05, a line each: resemblance, recall,
// and a bar of up to 40 marks.
func (b Bands) Curve() string {
	var s strings.Builder
	for i := 1; i <= 20; i++ {
		x := float64(i) / 20
		p := b.Recall(x)
		fmt.Fprintf(&s, "%.2f  %.4f  %s\n", x, p, strings.Repeat("#", int(math.Round(40*p))))
	}
	return s.String()
}
