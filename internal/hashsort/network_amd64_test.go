//go:build !purego

package hashsort

import (
	"math/rand/v2"
	"testing"
)

// By the 0-1 principle (Knuth, The Art of Computer Programming 5.3.4, theorem Z) a
// network sorts everything if it sorts zeros and ones: here every number of ones,
// in places drawn anew, and in one run that begins anywhere.
func TestNetwork(t *testing.T) {
	if !hasNetwork {
		t.Skip("no AVX-512 here")
	}
	check := func(block [blockSize]uint32, ones int) {
		t.Helper()
		was := block
		sortBlock(&block)
		for i, got := range block {
			if want := i >= blockSize-ones; got == 1 != want || got > 1 {
				t.Fatalf("%v is not sorted: %v", was, block)
			}
		}
	}
	rng := rand.New(rand.NewPCG(7, 8))
	for ones := range blockSize + 1 {
		for range 200 {
			var block [blockSize]uint32
			for _, i := range rng.Perm(blockSize)[:ones] {
				block[i] = 1
			}
			check(block, ones)
		}
		for first := range blockSize {
			var block [blockSize]uint32
			for i := range ones {
				block[(first+i)%blockSize] = 1
			}
			check(block, ones)
		}
	}
}
