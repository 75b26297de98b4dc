package main

import (
	"runtime"
	"runtime/debug"
)

// maxGarbage is what the collector lets gather where little is live: a
// collection of a heap of 20 MB at every 20 MB takes a tenth of the time of a
// comparison.
const maxGarbage = 128 << 20

// gather lets up to maxGarbage gather between collections where the live heap
// is smaller, and returns what undoes it.
func gather() (restore func()) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	percent := max(100, 100*maxGarbage/int(max(m.HeapAlloc, 1<<20)))
	old := debug.SetGCPercent(percent)
	if old < 0 || old > percent {
		debug.SetGCPercent(old) // GOGC asked for more
	}
	return func() { debug.SetGCPercent(old) }
}
