package minhash_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/wirediff/wirediff/internal/bench/minhash"
	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/shingle"
)

const k = minhash.DefaultBins

// variance is what theory has for the estimate of J from k bins: classic
// MinHash's J(1−J)/k.
func variance(j float64) float64 { return j * (1 - j) / k }

// onePermutation is the share of that variance which is left where one round
// fills every bin: bins are drawn without replacement from the u elements of
// both sets, as in one-permutation hashing without empty bins (Li, Owen,
// Zhang, "One permutation hashing", NIPS 2012, theorem 4). It holds from
// u = 10·k on, where a bin stays empty with a chance of e⁻¹⁰.
func onePermutation(u int) float64 { return 1 - float64(k-1)/float64(u-1) }

// deviations sums how far estimates are from exact resemblance, in the unit
// that theory gives.
type deviations struct {
	n, sum, squares, expected float64
}

func (d *deviations) add(estimate, j float64) {
	d.n++
	d.sum += estimate - j
	d.squares += (estimate - j) * (estimate - j)
	d.expected += variance(j)
}

// bias is the mean deviation in standard errors: of an estimator without bias
// it is within ±4 but once in 16,000 seeds.
func (d *deviations) bias() float64 { return d.sum / math.Sqrt(d.expected) }

// spread is the mean square deviation by that of classic MinHash. The mean of
// n squares varies by about √(2/n) of itself.
func (d *deviations) spread() float64    { return d.squares / d.expected }
func (d *deviations) tolerance() float64 { return 4 * math.Sqrt(2/d.n) }

// TestErrorByLength holds the estimate to theory over the lengths of briefs to
// features and all resemblances: no bias, a variance of at most classic
// MinHash's, and of just what theory says where that is known.
func TestErrorByLength(t *testing.T) {
	trials := 500
	if testing.Short() {
		trials = 100 // the tolerances widen with it
	}
	s, err := minhash.New(k)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(20, 2000))
	var x, y []uint32
	for _, n := range []int{5, 20, 50, 100, 400, 2000, 5000} {
		for tenths := range 11 {
			// Sets of n elements with shared in both have J = shared/(2n−shared).
			shared := int(math.Round(2 * float64(n) * float64(tenths) / float64(10+tenths)))
			union := 2*n - shared
			j := float64(shared) / float64(union)
			var d deviations
			for range trials {
				a, b := twoSets(rng, n, n, shared)
				x, y = s.Sketch(x, a), s.Sketch(y, b)
				d.add(minhash.Estimate(x, y), j)
			}
			cell := fmt.Sprintf("shingles=%d J=%.2f", n, j)
			if j == 0 || j == 1 {
				if d.squares != 0 {
					t.Errorf("%s: the estimate is not exact", cell)
				}
				continue
			}
			if math.Abs(d.bias()) > 4 {
				t.Errorf("%s: the mean is %.1f standard errors from the truth", cell, d.bias())
			}
			if d.spread() > 1+d.tolerance() {
				t.Errorf("%s: the mean square error is %.2f of classic MinHash's", cell, d.spread())
			}
			if want := onePermutation(union); union >= 10*k && math.Abs(d.spread()-want) > want*d.tolerance() {
				t.Errorf("%s: the mean square error is %.2f of classic MinHash's, theory has %.2f", cell, d.spread(), want)
			}
			t.Logf("%s: bias %+.2f standard errors, error %.4f, %.2f of classic MinHash's", cell, d.bias(), math.Sqrt(d.squares/d.n), d.spread())
		}
	}
}

// TestErrorOfCuts does the same for a brief cut from a long text, whose sets
// are of two lengths: the resemblance is at most the ratio of the lengths.
func TestErrorOfCuts(t *testing.T) {
	const trials = 500
	s, err := minhash.New(k)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(3, 30))
	var x, y []uint32
	for _, c := range []struct{ a, b, shared int }{{400, 100, 100}, {400, 20, 20}, {2000, 100, 90}, {50, 10, 5}, {1, 1, 1}, {300, 1, 1}} {
		j := float64(c.shared) / float64(c.a+c.b-c.shared)
		var d deviations
		for range trials {
			a, b := twoSets(rng, c.a, c.b, c.shared)
			x, y = s.Sketch(x, a), s.Sketch(y, b)
			d.add(minhash.Estimate(x, y), j)
		}
		if j == 1 {
			if d.squares != 0 {
				t.Errorf("%+v: equal sets do not have equal sketches", c)
			}
			continue
		}
		if math.Abs(d.bias()) > 4 || d.spread() > 1+d.tolerance() {
			t.Errorf("%+v: bias %.1f standard errors, mean square error %.2f of classic MinHash's", c, d.bias(), d.spread())
		}
	}
}

// twoSets makes sets of na and nb random elements, of which shared are in both.
func twoSets(rng *rand.Rand, na, nb, shared int) (a, b []uint64) {
	for range shared {
		x := rng.Uint64()
		a, b = append(a, x), append(b, x)
	}
	for range na - shared {
		a = append(a, rng.Uint64())
	}
	for range nb - shared {
		b = append(b, rng.Uint64())
	}
	return a, b
}

// TestErrorOnText holds the same of the shingles of articles, whose hashes are
// not random but made from words: each version beside the one that it was made
// from, and beside a text that it has nothing to do with. No document is in
// two pairs of one kind, so that the pairs are independent.
func TestErrorOnText(t *testing.T) {
	s, err := minhash.New(k)
	if err != nil {
		t.Fatal(err)
	}
	shingler := shingle.NewShingler(shingle.DefaultSize)
	type taken struct {
		set    shingle.Set
		sketch []uint32
		used   bool
	}
	docs := map[string]*taken{}
	var related, unrelated deviations // unrelated, but of one template
	var last *taken
	estimate := func(d *deviations, a, b *taken) {
		if n := shingle.Compare(a.set, b.set); n.SizeA > 0 && n.SizeB > 0 {
			d.add(minhash.Estimate(a.sketch, b.sketch), n.Resemblance())
		}
	}
	for doc := range corpus.Generate(corpus.Config{Documents: 4000, Seed: 11}) {
		set := append(shingle.Set(nil), shingler.Set(shingle.Document{ID: doc.ID, Text: doc.Text})...)
		d := &taken{set: set, sketch: s.Sketch(nil, set)}
		docs[doc.ID] = d
		if p := docs[doc.Parent]; p != nil && !p.used {
			p.used, d.used = true, true
			estimate(&related, p, d)
		}
		if doc.Kind == corpus.Notice {
			if last != nil {
				estimate(&unrelated, last, d)
				d = nil
			}
			last = d
		}
	}
	for _, c := range []struct {
		name string
		*deviations
		least float64
	}{{"versions", &related, 300}, {"notices", &unrelated, 30}} {
		if c.n < c.least {
			t.Fatalf("%s: only %g pairs", c.name, c.n)
		}
		if math.Abs(c.bias()) > 4 || c.spread() > 1+c.tolerance() {
			t.Errorf("%s: bias %.1f standard errors, mean square error %.2f of classic MinHash's", c.name, c.bias(), c.spread())
		}
		t.Logf("%s: %g pairs, bias %+.2f standard errors, mean square error %.2f of classic MinHash's", c.name, c.n, c.bias(), c.spread())
	}
}
