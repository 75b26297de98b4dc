//go:build !purego

package masks

import (
	"testing"
)

// TestPaths holds the tests of Of against every way to make masks that the
// processor has.
func TestPaths(t *testing.T) {
	fastest := path
	defer func() { path = fastest }()
	for path = byBytes; path <= fastest; path++ {
		t.Run([]string{"bytes", "compares", "tables"}[path], func(t *testing.T) {
			TestBytes(t)
			TestLengths(t)
			TestFull(t)
		})
	}
}
