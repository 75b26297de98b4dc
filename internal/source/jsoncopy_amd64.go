//go:build !purego

package source

import "golang.org/x/sys/cpu"

//go:generate go -C gen run . -out ../jsoncopy_amd64.s

// hasCopy reports whether the processor has what copyRows needs.
var hasCopy = cpu.X86.HasAVX2

// copyRows copies bytes up to the first quote or backslash, or as many rows of 64
// as n has whole, by AVX2. It gives how many, and bits if some of them are outside
// ASCII. Of dst up to 64 bytes more are written to; nothing behind n is read.
//
//go:noescape
func copyRows(dst, src *byte, n int) (copied int, outside uint64)
