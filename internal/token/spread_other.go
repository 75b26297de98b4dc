//go:build !amd64 || purego

package token

import "github.com/wirediff/wirediff/internal/masks"

// spreadOver writes no tokens: that takes AVX-512.
func spreadOver(room []Token, begun, base int, starts, ends uint64, m *masks.Block) bool {
	return false
}
