//go:build !amd64 || purego

package source

const hasCopy = false

// copyRows is not called: hasCopy is false.
func copyRows(dst, src *byte, n int) (copied int, outside uint64) { panic("source: no rows") }
