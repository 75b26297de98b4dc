//go:build !amd64 || purego

package hashsort

const hasNetwork = false

// sortBlock is not called: hasNetwork is false.
func sortBlock(*[blockSize]uint32) { panic("hashsort: no network") }
