package cost

import (
	"runtime"
	"testing"
	"time"
)

var sink []byte

// judged is a test that only notes whether it failed.
type judged struct {
	testing.TB
	failed bool
}

func (*judged) Helper()                 {}
func (j *judged) Errorf(string, ...any) { j.failed = true }

// spend uses so much processor time, whatever the clock says.
func spend(d time.Duration) {
	for end := Used() + d; Used() < end; {
	}
}

// TestLinear: what grows with the work passes, what grows with its square does
// not, and what is quick passes at any growth.
func TestLinear(t *testing.T) {
	for _, tc := range []struct {
		name   string
		cost   func(n int) time.Duration
		failed bool
	}{
		{"in proportion", func(n int) time.Duration { return time.Duration(n) * 40 * time.Millisecond }, false},
		{"a square", func(n int) time.Duration { return time.Duration(n*n) * 5 * time.Millisecond }, true},
		{"a quick square", func(n int) time.Duration { return time.Duration(n*n) * time.Microsecond }, false},
	} {
		j := &judged{TB: t}
		Linear(j, tc.name, larger, func(n int) { spend(tc.cost(n)) })
		if j.failed != tc.failed {
			t.Errorf("%s: failed %v, want %v", tc.name, j.failed, tc.failed)
		}
	}
}

// TestLive: what is kept counts, what is let go before the collector runs does
// not.
func TestLive(t *testing.T) {
	const size = 64 << 20
	letGo := func() {
		for range 16 {
			sink = make([]byte, size/8)
			sink = nil
			runtime.GC()
		}
	}
	if got := Live(func() {
		kept := make([]byte, size)
		letGo()
		runtime.KeepAlive(kept)
	}); got < size-size/8 || got > 2*size {
		t.Errorf("%d MB for 64 MB that are kept", got>>20)
	}
	if got := Live(letGo); got > size {
		t.Errorf("%d MB for 128 MB that are let go, 8 at a time", got>>20)
	}
}
