package hashsort

import (
	"math"
)

// Vector sorts hashes of 32 bits by sorting networks where the processor has
// AVX-512, and by Buckets elsewhere. Its zero value is ready; it is for one
// goroutine.
type Vector struct {
	plain Buckets[uint32]
	spare []uint32
}

// blockSize is how many hashes a network sorts. They are dealt, by their value,
// into blocks that are three quarters full in the mean: with hashes that are
// evenly spread one in 500,000 is too small for its share.
const (
	blockSize  = 256
	blockShare = 192
)

// leastForBlock is where Buckets takes as long as a block does.
const leastForBlock = 48

// Sort sorts hashes; repeats may be dropped. The result may be in the sorter's
// room, which takes a for it.
func (v *Vector) Sort(a []uint32) []uint32 {
	if !hasNetwork || len(a) < leastForBlock || len(a) > math.MaxUint16 {
		return v.plain.Sort(a)
	}
	if len(a) <= blockSize {
		return v.one(a)
	}
	if !v.deal(a) {
		return v.plain.Sort(a)
	}
	return a
}

// one sorts up to a block.
func (v *Vector) one(a []uint32) []uint32 {
	if cap(a) < blockSize {
		a = append(make([]uint32, 0, blockSize), a...)
	}
	block := (*[blockSize]uint32)(a[:blockSize])
	for i := len(a); i < blockSize; i++ {
		block[i] = math.MaxUint32
	}
	sortBlock(block)
	return a
}

// deal deals hashes into blocks, sorts these and puts them back. It reports
// false, with a as it was, if a block is too small.
func (v *Vector) deal(a []uint32) bool {
	blocks := (len(a) + blockShare - 1) / blockShare
	room := blocks * blockSize
	if cap(v.spare) < room {
		v.spare = make([]uint32, room+room/2)
	}
	spare := v.spare[:room]
	var fill [math.MaxUint16/blockShare + 1]int
	for _, h := range a {
		b := uint64(h) * uint64(blocks) >> 32
		n := fill[b]
		if n == blockSize {
			return false
		}
		spare[int(b)*blockSize+n] = h
		fill[b] = n + 1
	}
	n := 0
	for b, m := range fill[:blocks] {
		block := (*[blockSize]uint32)(spare[b*blockSize:])
		for i := m; i < blockSize; i++ {
			block[i] = math.MaxUint32
		}
		sortBlock(block)
		n += copy(a[n:], block[:m])
	}
	return true
}
