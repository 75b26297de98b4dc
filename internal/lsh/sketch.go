// Package lsh turns sets of hashes into candidates: pairs of documents that
// share a key and are worth verifying.
//
// The sketch of a set is its SketchSize least hashes: Broder's bottom sketch
// ("On the resemblance and containment of documents", 1997), one permutation
// for all. Since a set is sorted anyway, it costs nothing to make. A key is made of Rows hashes that
// follow one another in a sketch. Two documents share one where the shingles
// with Rows hashes in a row, in the order of all hashes of either, are in both:
// the S-curve of Recall.
//
// The documents of one key are a run. A run longer than a cap is linked
// sparsely instead of pairwise, so that the number of candidates stays linear
// in the documents.
//
// The package knows nothing of documents and verifies nothing: documents are
// numbers from 0, and a candidate is a proposal.
package lsh

import (
	"math"
	"math/bits"
)

// SketchSize is how many hashes a sketch has, and Rows how many make a key. A
// sketch of sixteen has fourteen keys of three: nine in ten pairs of
// resemblance 0.6 share one, and one in two hundred of those that share a
// sentence in nine.
const (
	SketchSize = 16
	Rows       = 3
)

// none fills the sketch of a set with fewer hashes.
const none = math.MaxUint32

// AppendSketch appends the sketch of an ascending set: always SketchSize
// numbers.
func AppendSketch(dst, set []uint32) []uint32 {
	n := min(len(set), SketchSize)
	dst = append(dst, set[:n]...)
	for ; n < SketchSize; n++ {
		dst = append(dst, none)
	}
	return dst
}

// Sketches are the sketches of documents from 0, one after another.
type Sketches []uint32

// Len is the number of documents.
func (s Sketches) Len() int { return len(s) / SketchSize }

// Of is the sketch of a document.
func (s Sketches) Of(doc int32) []uint32 {
	return s[int(doc)*SketchSize : (int(doc)+1)*SketchSize]
}

// AppendOf appends the sketch of a document.
func (s Sketches) AppendOf(dst []uint32, doc int32) []uint32 { return append(dst, s.Of(doc)...) }

// Estimate estimates the resemblance of two sets from their sketches: of the
// SketchSize least hashes of either, the share that both have. It has no bias,
// and the variance of as many draws without replacement from the hashes of
// either (Broder 1997). Of two empty sets it is 0.
func Estimate(a, b []uint32) float64 {
	a, b = a[:SketchSize], b[:SketchSize]
	both, either := 0, 0
	for i, j := 0, 0; either < SketchSize; either++ {
		x, y := a[i], b[j]
		if x == none && y == none {
			break
		}
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
	return float64(both) / float64(max(either, 1))
}

// Keys appends the keys of a sketch: one of each Rows hashes in a row. A set of
// fewer hashes has one key, of all; the empty set has none.
func Keys(dst, sketch []uint32) []uint32 {
	n := SketchSize
	for n > 0 && sketch[n-1] == none {
		n--
	}
	if n == 0 {
		return dst
	}
	if n < Rows {
		return append(dst, key(sketch[:n]))
	}
	for i := range n - Rows + 1 {
		dst = append(dst, key(sketch[i:i+Rows]))
	}
	return dst
}

func key(hashes []uint32) uint32 {
	var h uint64
	for _, x := range hashes {
		hi, lo := bits.Mul64(h^uint64(x)^0x2d358dccaa6c78a5, 0x8bb84b93962eacc9)
		h = hi ^ lo
	}
	return uint32(h)
}

// Recall is the share of the pairs of resemblance s, of documents of one
// length, that have a key in common: the S-curve. A pair's keys are runs of
// Rows hashes that both have among the hashes of either, in order; the
// sketches reach 2·SketchSize/(1+s) of those, since each document has
// (1+s)/2 of them.
func Recall(s float64) float64 {
	reach := int(math.Round(2 * SketchSize / (1 + s)))
	var run [Rows]float64 // the probability that the last i hashes were in both, and no Rows in a row so far
	run[0] = 1
	missed := 1.0
	for range reach {
		var next [Rows]float64
		next[0] = missed * (1 - s)
		for i := 1; i < Rows; i++ {
			next[i] = run[i-1] * s
		}
		run = next
		missed = 0
		for _, p := range run {
			missed += p
		}
	}
	return 1 - missed
}
