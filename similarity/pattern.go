package similarity

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked for:
// a third of the time in which a command starts went into those that most
// commands never use.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
