package hashsort

import (
	"math"
	"slices"
)

// Vector sorts hashes of 32 bits by sorting networks where the processor has
// AVX-512, and by Buckets elsewhere. Its zero value is ready; it is for one
// goroutine.
type Vector struct {
	plain  Buckets[uint32]
	behind []uint32
	block  [blockSize]uint32
}

// blockSize is how many hashes a network sorts.
const blockSize = 256

// leastForBlock is where Buckets takes as long as a block does.
const leastForBlock = 32

// mostSplits bounds how often a list is split: of hashes that are evenly spread
// 16 times are enough for ten million.
const mostSplits = 16

// Sort sorts hashes; repeats may be dropped. The result may be in the sorter's
// room, which takes a for it.
func (v *Vector) Sort(a []uint32) []uint32 {
	if !hasNetwork || len(a) < leastForBlock {
		return v.plain.Sort(a)
	}
	if len(a) > blockSize && cap(v.behind) < len(a)+behindMore {
		v.behind = make([]uint32, len(a)+behindMore, cap(a)+behindMore)
	}
	v.split(a, 1<<31, mostSplits)
	return a
}

// behindMore is the room that splitList needs besides that of its list.
const behindMore = 16

// split sorts hashes of which the middle one is about the pivot: those below it
// apart from the others, until they fit a block.
func (v *Vector) split(a []uint32, pivot uint32, splits int) {
	switch {
	case len(a) <= blockSize:
		v.one(a)
	case splits == 0:
		slices.Sort(a)
	default:
		less := splitList(&a[0], len(a), pivot, &v.behind[0])
		copy(a[less:], v.behind)
		quarter := uint32(1) << (31 - 1 - (mostSplits - splits))
		v.split(a[:less], pivot-quarter, splits-1)
		v.split(a[less:], pivot+quarter, splits-1)
	}
}

// one sorts up to a block.
func (v *Vector) one(a []uint32) {
	n := copy(v.block[:], a)
	for i := n; i < blockSize; i++ {
		v.block[i] = math.MaxUint32
	}
	sortBlock(&v.block)
	copy(a, v.block[:])
}
