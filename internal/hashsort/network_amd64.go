//go:build !purego

package hashsort

import (
	"math"
	"slices"

	"golang.org/x/sys/cpu"
)

//go:generate go -C gen run . -out ../block_amd64.s -stubs ../block_amd64.go -pkg hashsort

var hasNetwork = cpu.X86.HasAVX512F && cpu.X86.HasBMI2 && cpu.X86.HasPOPCNT

// network is the room for sorting by networks.
type network struct {
	behind []uint32
	block  [blockSize]uint32
}

// blockSize is how many hashes a network sorts.
const blockSize = 256

// mostSplits bounds how often a list is split: of hashes that are evenly spread
// 16 times are enough for ten million.
const mostSplits = 16

// sort sorts hashes in place, where the processor can.
func (n *network) sort(a []uint32) bool {
	if !hasNetwork {
		return false
	}
	if len(a) > blockSize && cap(n.behind) < len(a)+behindMore {
		n.behind = make([]uint32, len(a)+behindMore, cap(a)+behindMore)
	}
	n.split(a, 1<<31, mostSplits)
	return true
}

// behindMore is the room that splitList needs besides that of its list.
const behindMore = 16

// split sorts hashes of which the middle one is about the pivot: those below it
// apart from the others, until they fit a block.
func (n *network) split(a []uint32, pivot uint32, splits int) {
	switch {
	case len(a) <= blockSize:
		n.one(a)
	case splits == 0:
		slices.Sort(a)
	default:
		less := splitList(&a[0], len(a), pivot, &n.behind[0])
		copy(a[less:], n.behind)
		quarter := uint32(1) << (31 - 1 - (mostSplits - splits))
		n.split(a[:less], pivot-quarter, splits-1)
		n.split(a[less:], pivot+quarter, splits-1)
	}
}

// one sorts up to a block.
func (n *network) one(a []uint32) {
	for i := copy(n.block[:], a); i < blockSize; i++ {
		n.block[i] = math.MaxUint32
	}
	sortBlock(&n.block)
	copy(a, n.block[:])
}
