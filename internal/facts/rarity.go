package facts

import (
	"math"
	"slices"
)

// Rarity tells how much a term is worth: the logarithm of one over the share
// of documents that have it. The share is estimated from the corpus and from
// prior documents, PriorDocs in number, in which a term of its kind is as
// frequent as in news at large; so two documents alone are weighed by the
// prior, and a large corpus by itself.
//
// Counts are kept in cells that terms share by hash: a rare term may be taken
// for less rare than it is, never for rarer. Count for all documents first, then
// call Ready; after that a Rarity is not changed and may be shared between goroutines.
type Rarity struct {
	cells   []uint32                 // nil where there are ranks
	ranks   *[1 << packedBits]uint16 // of the cells: see rank
	counts  []uint32                 // by rank
	docs    int
	ready   bool
	readied int                    // how many documents known is for
	known   [len(priors)][]float32 // weight by kind and rank, or count, for the counts that most terms have
}

// priorDocs is how many documents the prior stands for.
const priorDocs = 10_000

// maxWeight caps a term's worth: beyond a thousandth of the corpus, rarer is
// not more of a proof, since a misprint is rarest of all.
const maxWeight = 7

// The prior shares of documents that have a term: of a common word, of another
// word, of a name, of a common figure (5, 100) and of another.
const (
	priorCommon       = 0.08
	priorWord         = 0.004
	priorName         = 0.001
	priorCommonFigure = 0.12
	priorFigure       = 0.002
)

// NewRarity makes an empty count for a corpus of about n documents: 4 MB beyond
// a thousand. A cell is known by the bits of a hash that a packed term keeps.
func NewRarity(n int) *Rarity { return &Rarity{cells: make([]uint32, cellsFor(n))} }

// cellsFor is how many cells n documents have.
func cellsFor(n int) int {
	if n > 1000 {
		return 1 << packedBits
	}
	return 1 << 16
}

// Count counts the terms of one document; each counts once. distinct is used
// to find repeats and is given back for the next call.
func (r *Rarity) Count(p Profile, distinct *Distinct) {
	r.docs++
	distinct.next(len(p))
	for _, t := range p {
		if t != end && distinct.add(t.Hash()) {
			r.cells[r.cell(t)]++
		}
	}
}

// cell is the cell of a term: the low bits of its hash, which are as many as
// the cells, a power of two, ask for.
func (r *Rarity) cell(t Term) uint32 { return t.Hash() & uint32(len(r.cells)-1) }

// Add adds the counts of a tally for as large a corpus.
func (r *Rarity) Add(c *Tally) {
	r.docs += c.docs
	for i, n := range c.low {
		r.cells[i] += uint32(n)
	}
	for i, n := range c.high {
		r.cells[i] += n << 8
	}
}

// Forget takes the terms of all documents that were counted back, to be used
// again.
func (r *Rarity) Forget(all ...Profile) {
	if r.ranks != nil {
		*r = Rarity{cells: make([]uint32, len(r.ranks))}
	}
	for _, p := range all {
		for _, t := range p {
			r.cells[r.cell(t)] = 0
		}
	}
	r.docs, r.ready = 0, false
}

// Docs is the number of documents counted.
func (r *Rarity) Docs() int { return r.docs }

// DocsWith is in how many documents the term is; never too low.
func (r *Rarity) DocsWith(t Term) int {
	if r.ranks != nil {
		return int(r.counts[r.ranks[t&(1<<packedBits-1)]])
	}
	return int(r.cells[r.cell(t)])
}

// Weight is what a shared occurrence of the term is worth, 0 to maxWeight.
func (r *Rarity) Weight(t Term) float32 {
	kind := kinded[t>>hashBits]
	if r.ranks != nil {
		return r.known[kind][r.ranks[t&(1<<packedBits-1)]]
	}
	return r.weight(int(kind), r.DocsWith(t))
}

// WeightOf is what a name is worth that n documents have.
func (r *Rarity) WeightOf(n int) float32 { return r.weight(someName, n) }

// The kinds of term that have a prior of their own.
const (
	someWord = iota
	commonWord
	someName
	someFigure
	commonFigure
)

var priors = [...]float64{priorWord, priorCommon, priorName, priorFigure, priorCommonFigure}

func kindOf(t Term) int {
	switch {
	case t.Has(Figure) && t.Has(Common):
		return commonFigure
	case t.Has(Figure):
		return someFigure
	case t.Has(Common):
		return commonWord
	case t.Has(Name):
		return someName
	}
	return someWord
}

// kinded is kindOf by the flags of a term.
var kinded = func() (kinds [1 << flagBits]uint8) {
	for flags := range kinds {
		kinds[flags] = uint8(kindOf(Term(flags) << hashBits))
	}
	return kinds
}()

// weight looks up or works out the weight of a term of a kind in n documents.
func (r *Rarity) weight(kind, n int) float32 {
	if r.ready && r.ranks == nil && n < len(r.known[kind]) {
		return r.known[kind][n]
	}
	w := math.Log((float64(r.docs) + priorDocs) / (float64(n) + priorDocs*priors[kind]))
	return float32(min(max(w, 0), maxWeight))
}

// Ready ends the counting and tabulates the weights: of a large corpus those of
// all counts that there are, of another those of the smaller counts.
func (r *Rarity) Ready() {
	r.ready = false
	if len(r.cells) == 1<<packedBits {
		r.rank()
	}
	if r.ranks == nil && r.docs == r.readied && r.known[0] != nil { // the weights of as many documents are the same
		r.ready = true
		return
	}
	r.readied = r.docs
	counts := r.counts
	if r.ranks == nil {
		counts = make([]uint32, min(r.docs+1, knownCounts)) // a cell of many documents may hold more than it
		for n := range counts {
			counts[n] = uint32(n)
		}
	}
	for kind := range r.known {
		weights := make([]float32, len(counts))
		for i, n := range counts {
			weights[i] = r.weight(kind, int(n))
		}
		r.known[kind] = weights
	}
	r.ready = true
}

// knownCounts is how many weights of a kind are tabulated: those of all terms
// but the few that are in each text.
const knownCounts = 4096

// rank puts in the place of each cell's count its place among the counts that
// there are: half the memory, which is read at random, and a weight is looked
// up whatever the count. Of so many counts that no rank can tell them, which
// takes 2³¹ terms, the cells stay as they are.
func (r *Rarity) rank() {
	var small [knownCounts]bool
	var large []uint32
	for _, n := range r.cells {
		if n < knownCounts {
			small[n] = true
		} else {
			large = append(large, n)
		}
	}
	slices.Sort(large)
	large = slices.Compact(large)
	var counts []uint32
	var rankOf [knownCounts]uint16
	for n, is := range small {
		if is {
			rankOf[n] = uint16(len(counts))
			counts = append(counts, uint32(n))
		}
	}
	first := len(counts)
	counts = append(counts, large...)
	if len(counts) > math.MaxUint16+1 {
		return
	}
	r.counts, r.ranks = counts, new([1 << packedBits]uint16)
	for i, n := range r.cells {
		if n < knownCounts {
			r.ranks[i] = rankOf[n]
		} else {
			at, _ := slices.BinarySearch(large, n)
			r.ranks[i] = uint16(first + at)
		}
	}
	r.cells = nil
}

// Distinct tells first from repeated hashes of one document: a table of marks
// that is never cleared, only counted on. Its zero value is ready.
type Distinct struct {
	cells []mark
	used  uint32 // how many cells this round uses, a power of two
	round uint32
}

type mark struct{ hash, round uint32 }

// distinctCells is more than twice the terms of a profile, so that the table
// never fills.
const distinctCells = 1 << 14

// leastCells are enough for most documents, and stay in the fast cache.
const leastCells = 1 << 10

// next begins a document of no more than n terms.
func (d *Distinct) next(n int) {
	if d.cells == nil || d.round == math.MaxUint32 {
		d.cells, d.round = make([]mark, distinctCells), 0
	}
	d.round++
	for d.used = leastCells; d.used < distinctCells && int(d.used) < 2*n; {
		d.used *= 2
	}
}

// find is the cell of a hash: its own, or the empty one where it belongs.
func (d *Distinct) find(h uint32) *mark {
	for i := h; ; i++ {
		c := &d.cells[i&(d.used-1)]
		if c.round != d.round || c.hash == h {
			return c
		}
	}
}

// add reports whether the hash is new in this round.
func (d *Distinct) add(h uint32) bool {
	c := d.find(h)
	if c.round == d.round {
		return false
	}
	*c = mark{h, d.round}
	return true
}

// has reports whether the hash was added in this round.
func (d *Distinct) has(h uint32) bool { return d.find(h).round == d.round }
