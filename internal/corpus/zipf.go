package corpus

import (
	"math/rand/v2"
	"sort"
)

// zipfShift flattens the head of the curve, as Mandelbrot's form of Zipf's law
// does for real text: the chance of rank r is as 1/(r+2.7).
const zipfShift = 2.7

// zipf draws ranks with chances as in Zipf's law.
type zipf struct{ cumulative []float64 }

func newZipf(n int) zipf {
	z := zipf{make([]float64, n)}
	sum := 0.0
	for r := range z.cumulative {
		sum += 1 / (float64(r) + 1 + zipfShift)
		z.cumulative[r] = sum
	}
	return z
}

func (z zipf) draw(r *rand.Rand) int {
	total := z.cumulative[len(z.cumulative)-1]
	return min(sort.SearchFloat64s(z.cumulative, r.Float64()*total), len(z.cumulative)-1)
}

var (
	nounRanks      = newZipf(len(nouns))
	verbRanks      = newZipf(len(verbs))
	adjectiveRanks = newZipf(len(adjectives))
)
