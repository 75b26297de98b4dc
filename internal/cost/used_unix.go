//go:build unix

package cost

import (
	"syscall"
	"time"
)

// Used is the processor time that the process has used so far, that of
// collecting the garbage with it.
func Used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
