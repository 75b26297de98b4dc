// Package minhash sketches sets of 64-bit hashes so that the share of equal
// bins of two sketches estimates the Jaccard resemblance of their sets.
//
// The method is Fast Similarity Sketching (Dahlgaard, Knudsen, Thorup, "Fast
// Similarity Sketching", FOCS 2017, algorithm 1). A sketch has k bins. Round i
// throws every element of the set into one bin, with a random value; a bin
// keeps the least value of the first round that reached it; the rounds go on
// until no bin is empty. For a set of n elements that takes about
// n + k ln k evaluations of a hash, against n·k for classic MinHash, and no
// bin is a copy of another, as in one-permutation hashing with densification.
// Rounds k+1 to 2k throw everything into bin i−k, so that the end is certain.
//
// The estimate has no bias, and its variance is at most J(1−J)/k, that of
// classic MinHash; for sets smaller than k it is less, because the bins are
// drawn without replacement.
//
// The package knows nothing of documents: it takes slices and gives slices.
package minhash

import (
	"fmt"
	"math"
	"math/bits"
)

// DefaultBins is the number of bins of a sketch: 256 bins give a standard
// error of at most 0.03 and room for 85 bands of 3 rows.
const DefaultBins = 256

// MaxBins is the largest number of bins. A bin holds the round in its high
// bits (at most 2·MaxBins of them, hence 13) and leaves 19 bits for the value.
const MaxBins = 4096

// Empty is the value of every bin of the empty set's sketch. No bin of
// another set's sketch has it.
const Empty = math.MaxUint32

// Sketcher makes sketches of one size. It holds nothing but constants and may
// be shared between goroutines. Two sketchers of one size make equal sketches.
type Sketcher struct {
	bins      int
	valueBits uint
	keys      []uint64 // a constant for each two rounds
}

// New gives a sketcher of the given number of bins, 1 to MaxBins.
func New(bins int) (*Sketcher, error) {
	if bins < 1 || bins > MaxBins {
		return nil, fmt.Errorf("minhash: %d bins, want 1 to %d", bins, MaxBins)
	}
	roundBits := uint(bits.Len(uint(2 * bins))) // rounds 0 to 2·bins−1, and one more so that no bin equals Empty
	s := &Sketcher{bins: bins, valueBits: 32 - roundBits}
	for pair := range bins {
		s.keys = append(s.keys, mix(uint64(pair)))
	}
	return s, nil
}

// Bins is the number of bins of a sketch.
func (s *Sketcher) Bins() int { return s.bins }

// Sketch writes the sketch of set to dst and returns it; dst is made longer
// where it has less room than Bins. The elements should be good hashes, each
// there once (a repeated one changes nothing but costs time). The order of
// the elements does not matter. It takes O(n + k log k) steps for n elements
// and k bins, and no memory besides dst.
func (s *Sketcher) Sketch(dst []uint32, set []uint64) []uint32 {
	if cap(dst) < s.bins {
		dst = make([]uint32, s.bins)
	}
	dst = dst[:s.bins]
	if s.bins == DefaultBins {
		s.fast((*[DefaultBins]uint32)(dst), set)
	} else {
		s.reference(dst, set)
	}
	return dst
}

// reference is the algorithm as the paper has it.
func (s *Sketcher) reference(dst []uint32, set []uint64) {
	for i := range dst {
		dst[i] = Empty
	}
	if len(set) == 0 {
		return
	}
	empty := len(dst)
	for round := 0; round < 2*s.bins && empty > 0; round++ {
		for _, x := range set {
			bin, v := s.throw(x, round)
			if dst[bin] == Empty {
				empty--
			}
			dst[bin] = min(dst[bin], v)
		}
	}
}

// throw gives the bin that x falls into in a round, and its value there: the
// round in the high bits, a random number in the low ones.
func (s *Sketcher) throw(x uint64, round int) (bin int, v uint32) {
	h := hash(x, s.keys[round/2])
	half := uint32(h >> 32)
	if round%2 == 1 {
		half = uint32(h)
	}
	v = uint32(round)<<s.valueBits | half&(1<<s.valueBits-1)
	if round >= s.bins {
		return round - s.bins, v
	}
	return int(uint64(half) * uint64(s.bins) >> 32), v
}

// hash is x hashed for two rounds, 32 bits each. The elements are good hashes
// already, so one folded 128-bit product is enough (as in wyhash); the
// estimate's test would show it if it were not.
func hash(x, key uint64) uint64 {
	hi, lo := bits.Mul64(x^key, 0xa0761d6478bd642f)
	return hi ^ lo
}

// mix is the finaliser of SplitMix64: the rounds' constants come from it.
func mix(z uint64) uint64 {
	z += 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Same counts the bins in which two sketches of one size agree. Where the
// sizes differ, or a set is empty, it is 0.
func Same(a, b []uint32) int {
	if len(a) != len(b) {
		return 0
	}
	n := 0
	for i, v := range a {
		if v == b[i] && v != Empty {
			n++
		}
	}
	return n
}

// Estimate is the share of equal bins: the estimate of |A∩B|/|A∪B|.
func Estimate(a, b []uint32) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(Same(a, b)) / float64(len(a))
}
