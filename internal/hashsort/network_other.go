//go:build !amd64 || purego

package hashsort

// network sorts nothing: there are no networks but for AVX-512.
type network struct{}

func (*network) sort([]uint32) bool { return false }
