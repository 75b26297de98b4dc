package lsh_test

import (
	"math"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// TestEstimateOnText holds the estimate to theory on the shingles of articles,
// whose hashes are not random but made from words: each version beside the one
// that it was made from, and beside a notice of the same few templates. No
// document is in two pairs of one kind, so that the pairs are independent.
func TestEstimateOnText(t *testing.T) {
	shingler := shingle.NewShingler(shingle.DefaultSize)
	type taken struct {
		words, sketch []uint32
		used          bool
	}
	var versions, notices deviations
	docs := map[string]*taken{}
	var last *taken
	for doc := range corpus.Generate(corpus.Config{Documents: 6000, Seed: 11}) {
		d := &taken{}
		for _, h := range shingler.Set(shingle.Document{ID: doc.ID, Text: doc.Text}) {
			d.words = append(d.words, uint32(h>>32))
		}
		d.sketch = lsh.AppendSketch(nil, d.words)
		docs[doc.ID] = d
		if p := docs[doc.Parent]; p != nil && !p.used {
			p.used, d.used = true, true
			versions.add(p.words, d.words, lsh.Estimate(p.sketch, d.sketch))
		}
		if doc.Kind == corpus.Notice {
			if last != nil {
				notices.add(last.words, d.words, lsh.Estimate(last.sketch, d.sketch))
				d = nil
			}
			last = d
		}
	}
	for _, c := range []struct {
		name string
		*deviations
		least float64
	}{{"versions", &versions, 300}, {"notices", &notices, 40}} {
		if c.n < c.least {
			t.Fatalf("%s: only %g pairs", c.name, c.n)
		}
		bias, spread := c.sum/math.Sqrt(c.expected), c.squares/c.expected
		t.Logf("%s: %g pairs, bias %+.2f standard errors, mean square error %.2f of what theory has", c.name, c.n, bias, spread)
		// Four standard errors; the squares vary more than those of a normal
		// distribution, since sixteenths are coarse near 0 and 1.
		if math.Abs(bias) > 4 || math.Abs(spread-1) > 6*math.Sqrt(2/c.n) {
			t.Errorf("%s: bias %.1f standard errors, mean square error %.2f of what theory has", c.name, bias, spread)
		}
	}
}

// deviations sums how far estimates are from exact resemblance, and the
// variance that theory gives: of k draws without replacement from the u words
// of either text.
type deviations struct{ n, sum, squares, expected float64 }

func (d *deviations) add(a, b []uint32, estimate float64) {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x == y {
			both++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	u := float64(len(a) + len(b) - both)
	if u < 2 {
		return
	}
	k, j := min(u, lsh.SketchSize), float64(both)/u
	d.n++
	d.sum += estimate - j
	d.squares += (estimate - j) * (estimate - j)
	d.expected += j * (1 - j) / k * (u - k) / (u - 1)
}
