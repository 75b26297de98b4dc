//go:build !unix

package figure

import "time"

// cpuTime is not known here.
func cpuTime() time.Duration { return 0 }
