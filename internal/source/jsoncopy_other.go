//go:build !amd64 || purego

package source

const hasCopy = false

// copyRows copies no row: only wide registers are faster than eight bytes at a
// time.
func copyRows(dst, src *byte, n int) (copied int, outside uint64) { return 0, 0 }
