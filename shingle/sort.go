package shingle

import (
	"math"
	"math/bits"
	"slices"
)

// sorter sorts hashes, whose bits are evenly spread, in room that it uses
// again.
type sorter struct {
	spare Set
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

// sort sorts hashes: they are dealt into buckets by their high bits and put in
// order by insertion there and across. The result may be in the sorter's room,
// which takes a for it.
func (s *sorter) sort(a Set) Set {
	if len(a) < 2 {
		return a
	}
	if len(a) > math.MaxUint16 {
		slices.Sort(a)
		return a
	}
	if cap(s.spare) < len(a) {
		s.spare = make(Set, len(a), cap(a))
	}
	b := s.spare[:len(a)]
	width := min(mostLog, bits.Len(uint(len(a)))+bucketsLog)
	shift := 64 - width
	count := s.count[:1<<width/laneCount]
	clear(count)
	for _, h := range a {
		bucket := h >> shift
		count[bucket/laneCount] += 1 << (bucket % laneCount * laneBits)
	}
	before := uint64(0) // hashes in the buckets before, in each lane
	for i, n := range count {
		through := n * lanes // in a lane the sum of the lanes up to it
		count[i] = through - n + before
		before += through >> (64 - laneBits) * lanes
	}
	for _, h := range a {
		bucket := h >> shift
		lane := bucket % laneCount * laneBits
		c := &count[bucket/laneCount]
		b[uint16(*c>>lane)] = h
		*c += 1 << lane
	}
	moves := mostMoves * len(b)
	last := b[0]
	for i := 1; i < len(b); i++ {
		h := b[i]
		if h >= last {
			last = h
			continue
		}
		j := i
		for ; j > 0 && b[j-1] > h; j-- {
			b[j] = b[j-1]
		}
		b[j] = h
		if moves -= i - j; moves < 0 {
			slices.Sort(b)
			break
		}
	}
	s.spare = a
	return b
}
