//go:build !purego

package token

import (
	"golang.org/x/sys/cpu"

	"github.com/wirediff/wirediff/internal/masks"
)

//go:generate go -C gen run . -out ../spread_amd64.s

// hasSpread reports whether the processor has what spread needs.
var hasSpread = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VBMI2

// spread is begin for the tokens from begun on and end for those from ended on, by
// AVX-512 with VBMI2, without a branch: it writes sixteen of each, what is too
// much to be written over.
//
//go:noescape
func spread(begun, ended *Token, base int, starts, ends, letters, digits uint64)

// spreadOver writes tokens over room by spread, those that begin from begun on,
// where the processor can.
func spreadOver(room []Token, begun, base int, starts, ends uint64, m *masks.Block) bool {
	if hasSpread {
		spread(&room[begun], &room[0], base, starts, ends, m.Letter, m.Digit)
	}
	return hasSpread
}
