// Package hashsort sorts hashes, whose bits are evenly spread.
package hashsort

import (
	"math"
	"math/bits"
	"slices"
	"unsafe"
)

// Buckets sorts hashes by dealing them into buckets, in room that it uses again.
// Its zero value is ready; it is for one goroutine.
type Buckets[T uint32 | uint64] struct {
	spare []T
	count [mostBuckets / laneCount]uint64 // four buckets in one number
}

// There are four to eight buckets for a hash, so that few share one: the branch
// where two do is not guessed right.
const (
	bucketsLog  = 2
	mostLog     = 12
	mostBuckets = 1 << mostLog // 8 KB of counters: they stay in the fast cache
	laneBits    = 16
	laneCount   = 64 / laneBits
	lanes       = 0x0001_0001_0001_0001 // one in each
)

// mostMoves is by how many places a hash is moved in the mean at most: more are
// of hashes made to fall together, or of very many.
const mostMoves = 32

// Sort sorts hashes and drops repeats: they are dealt into buckets by their high
// bits and put in order by insertion there and across, at a linear cost. Hashes
// that are not evenly spread are left to the library. The result may be in the
// sorter's room, which takes a for it.
func (s *Buckets[T]) Sort(a []T) []T {
	if len(a) < 2 {
		return a
	}
	if len(a) > math.MaxUint16 {
		slices.Sort(a)
		return slices.Compact(a)
	}
	if cap(s.spare) < len(a) {
		s.spare = make([]T, len(a), cap(a))
	}
	b := s.spare[:len(a)]
	width := min(mostLog, bits.Len(uint(len(a)))+bucketsLog)
	shift := int(unsafe.Sizeof(a[0]))*8 - width
	count := s.count[:1<<width/laneCount]
	clear(count)
	for _, h := range a {
		bucket := uint64(h >> shift)
		count[bucket/laneCount] += 1 << (bucket % laneCount * laneBits)
	}
	before := uint64(0) // hashes in the buckets before, in each lane
	for i, n := range count {
		through := n * lanes // in a lane the sum of the lanes up to it
		count[i] = through - n + before
		before += through >> (64 - laneBits) * lanes
	}
	for _, h := range a {
		bucket := uint64(h >> shift)
		lane := bucket % laneCount * laneBits
		c := &count[bucket/laneCount]
		b[uint16(*c>>lane)] = h
		*c += 1 << lane
	}
	s.spare = a
	moves := mostMoves * len(b)
	n, last := 1, b[0] // hashes in order and the last of them
	for i, h := range b[1:] {
		if h > last {
			b[n], last = h, h
			n++
			continue
		}
		j := n
		for ; j > 0 && b[j-1] > h; j-- {
			b[j] = b[j-1]
		}
		if j > 0 && b[j-1] == h {
			copy(b[j:n], b[j+1:n+1])
			continue
		}
		b[j] = h
		n++
		if moves -= n - j; moves < 0 {
			n += copy(b[n:], b[i+2:])
			slices.Sort(b[:n])
			return slices.Compact(b[:n])
		}
	}
	return b[:n]
}
