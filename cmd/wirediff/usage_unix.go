//go:build unix

package main

import (
	"runtime"
	"syscall"
	"time"
)

// processUsage is the CPU time of this process, on all cores, and the most
// memory that it has had at one time, in bytes.
func processUsage() (cpu time.Duration, peak int64) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, 0
	}
	peak = int64(u.Maxrss) // in kilobytes, but on macOS
	if runtime.GOOS != "darwin" {
		peak <<= 10
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), peak
}
