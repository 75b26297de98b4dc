// Package cost measures, for tests and benchmarks, what a function takes, by
// measures that neither the speed of the machine, nor other work on it, nor the
// moments of the garbage collector decide.
package cost

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// CPU is the processor time that the process uses while f runs.
func CPU(f func()) time.Duration {
	start := Used()
	f()
	return Used() - start
}

const (
	// larger is how much more work is given to see how the time grows.
	larger = 8
	// most is how much more time that may take: well over 8, since a larger heap
	// is slower, and well under the 64 of a square.
	most = 24
	// tick is the coarsest step of a processor's clock. What takes no longer is
	// taken to take that, so that nothing under most ticks is ever too long.
	tick = 10 * time.Millisecond
	// tries, since other work on the machine can slow one of them.
	tries = 5
)

// Linear fails a test where the processor time of f(n) is out of proportion to
// that of f(n/8) each time that the two are compared. The collector is off
// meanwhile, and f is run once before anything is compared.
func Linear(t testing.TB, name string, n int, f func(n int)) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	long := CPU(func() { f(n) })
	if long < most*tick {
		return
	}
	least := math.Inf(1)
	for range tries {
		runtime.GC()
		short := CPU(func() { f(n / larger) })
		long = CPU(func() { f(n) })
		if least = min(least, float64(long)/float64(max(short, tick))); least <= most {
			return
		}
	}
	t.Errorf("%s: %d times the work takes %.0f times as long: %v", name, larger, least, long)
}

// Live is the most bytes that were alive on the heap while f ran, beyond those
// before it, garbage left out: what the collector, made to run often, found in
// use. A peak between two of its runs is not seen; what is asked for while it
// runs counts as alive, so that limits should leave room for that.
func Live(f func()) int64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // others would go on asking while it runs
	defer debug.SetGCPercent(debug.SetGCPercent(10))
	runtime.GC()
	before, peak := live(), int64(0)
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(time.Millisecond)
		defer ticker.Stop()
		for {
			peak = max(peak, live()-before)
			select {
			case <-stop:
				return
			case <-ticker.C:
			}
		}
	}()
	f()
	close(stop)
	<-stopped
	return max(peak, live()-before)
}

// live is what the last run of the collector found in use.
func live() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}
