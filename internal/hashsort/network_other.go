//go:build !amd64 || purego

package hashsort

const hasNetwork = false

// Neither is called: hasNetwork is false.

func sortBlock(*[blockSize]uint32) { panic("hashsort: no network") }

func splitList(*uint32, int, uint32, *uint32) int { panic("hashsort: no network") }
