//go:build !unix

package cost

import "time"

var start = time.Now()

// Used is the time since the start: the process's own is not known here.
func Used() time.Duration { return time.Since(start) }
