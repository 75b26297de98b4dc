//go:build !amd64 || purego

package token

const hasSpread = false

// spread is not called: hasSpread is false.
func spread(begun, ended *Token, base int, starts, ends, letters, digits uint64) {
	panic("token: no spread")
}
