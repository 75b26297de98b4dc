package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
)

// While stories are laid side by side little lives, and much is made and
// dropped: a collection at every doubling of what lives takes an eighth of the
// time. Ballast is memory that is never touched, so that it costs no memory,
// and that the collector counts as living: garbage may gather to twice as much.
const (
	leastBallast = 64 << 20
	mostBallast  = 512 << 20 // more saves next to nothing
	besidesHeap  = 96 << 20  // of the process: the program, stacks, the heap's own tables
)

// gather lets garbage gather until what it returns is called: to 64 MB, or as
// much as the process has had in use already, by the system's count.
func gather() (done func()) {
	debug.FreeOSMemory() // ballast shall not lie where memory was in use
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	_, peak := processUsage()
	var b strings.Builder // does not clear what it takes
	b.Grow(ballast(peak, int64(sample[0].Value.Uint64())))
	return func() { runtime.KeepAlive(b.String()) }
}

// ballast is how much makes the heap grow to the peak of the process, twice
// what lives included.
func ballast(peak, alive int64) int {
	return int(min(max(peak-besidesHeap-2*alive, leastBallast), mostBallast))
}
