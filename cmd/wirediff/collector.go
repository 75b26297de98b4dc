package main

import (
	"runtime"
	"runtime/debug"
)

// While stories are laid side by side little lives, and much is made and
// dropped: a collection at every doubling of a heap of 20 to 100 MB takes a
// seventh of the time. Garbage may gather up to garbage bytes, or garbageRatio
// percent of what lives, whichever is more: no more than the search for the
// clusters took before.
const (
	garbage      = 128 << 20
	garbageRatio = 250
)

// gather lets garbage gather, unless GOGC asks for more, and returns what
// undoes it.
func gather() (restore func()) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	old := debug.SetGCPercent(max(garbageRatio, 100*garbage/int(max(m.HeapAlloc, 1<<20))))
	if old < 0 || old > garbageRatio {
		debug.SetGCPercent(old)
	}
	return func() { debug.SetGCPercent(old) }
}
