package similarity

import (
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/minhash"
	"github.com/wirediff/wirediff/shingle"
)

// steps are the settings of the steps from document to keys. They hold no
// state and are shared between goroutines.
type steps struct {
	cfg      Config
	sketcher *minhash.Sketcher
	bands    lsh.Bands
}

func newSteps(cfg Config) (*steps, error) {
	s := &steps{cfg: cfg}
	var err error
	if s.sketcher, err = minhash.New(cfg.SketchSize); err != nil {
		return nil, err
	}
	s.bands, err = lsh.Choose(cfg.SketchSize)
	return s, err
}

// worker is what one goroutine uses again from document to document.
type worker struct {
	*steps
	sketch []uint32
}

func (s *steps) worker() *worker { return &worker{steps: s} }

// record is what is kept of a document: no text. With 200 words it is about
// 0.8 kB of shingles and 0.3 kB of band keys.
type record struct {
	id        string
	published int64  // seconds since 1970; noDate where unknown
	set       []word // shingles, ascending
	size      int32  // how many shingles, before they were shortened to words
	doc       int32  // number of the document in the input
}

// word is the high half of a shingle's hash. Two sets of 200 share one by
// chance with probability 200·200/2³² = 0.001%, so counts over words are exact
// for all that a count decides.
type word = uint32

const noDate = -1 << 62

// record takes a document apart: shingle set and metadata, and its sketch,
// which is valid until the next call.
func (w *worker) record(doc shingle.Document) (record, []uint32) {
	a := shingle.Parse(doc)
	set := shingle.NewSet(a, w.cfg.ShingleSize)
	r := record{id: doc.ID, published: unix(doc), set: shorten(set), size: int32(len(set))}
	if w.cfg.Ways.Has(Copies) {
		w.sketch = w.sketcher.Sketch(w.sketch, set)
	}
	return r, w.sketch
}

// unix is the time of publication in seconds. Year 1 is what a zero time and
// a date without a year look like: unknown.
func unix(doc shingle.Document) int64 {
	if doc.Published.IsZero() || doc.Published.Year() <= 1 {
		return noDate
	}
	return doc.Published.Unix()
}

// shorten keeps the high half of every hash; the order stays.
func shorten(set shingle.Set) []word {
	if len(set) == 0 {
		return nil
	}
	out := make([]word, len(set))
	n := 0
	for _, h := range set {
		if x := word(h >> 32); n == 0 || out[n-1] != x {
			out[n] = x
			n++
		}
	}
	return out[:n]
}

// compare counts what two records' sets share, by one merge.
func compare(a, b *record) shingle.Counts {
	return shingle.Counts{Shared: shared(a.set, b.set), SizeA: int(a.size), SizeB: int(b.size)}
}

// shared counts the words that two ascending sets have in common.
func shared(a, b []word) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}
