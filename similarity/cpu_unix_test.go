//go:build unix

package similarity_test

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the process has used: what a benchmark
// counts on a machine that does other work too.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
