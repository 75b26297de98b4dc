package hashsort

// Vector sorts hashes of 32 bits by sorting networks where the processor has
// AVX-512, and by Buckets elsewhere. Its zero value is ready; it is for one
// goroutine.
type Vector struct {
	plain   Buckets[uint32]
	network network
}

// leastForBlock is where Buckets takes as long as a block does.
const leastForBlock = 32

// Sort sorts hashes; repeats may be dropped. The result may be in the sorter's
// room, which takes a for it.
func (v *Vector) Sort(a []uint32) []uint32 {
	if len(a) < leastForBlock || !v.network.sort(a) {
		return v.plain.Sort(a)
	}
	return a
}
