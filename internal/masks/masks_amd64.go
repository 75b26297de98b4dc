//go:build !purego

package masks

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// How masks are made.
const (
	byBytes    = iota
	byCompares // AVX2
	byTables   // AVX-512 with VBMI
)

// path is the fastest that the processor has.
var path = func() int {
	switch x := &cpu.X86; {
	case x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VBMI:
		return byTables
	case x.HasAVX2:
		return byCompares
	}
	return byBytes
}()

// Fast reports whether masks are made by wide instructions.
var Fast = path != byBytes

// avx2 and avx512 make the masks of n > 0 blocks in a row, of Size bytes of text
// each.

//go:noescape
func avx2(blocks *uint64, text *byte, n int)

//go:noescape
func avx512(blocks *uint64, text *byte, n int)

// classify fills the blocks; the text has Size bytes for each.
func classify(blocks []Block, text string) {
	switch {
	case len(blocks) == 0:
	case path == byTables:
		avx512(&blocks[0].Letter, unsafe.StringData(text), len(blocks))
	case path == byCompares:
		avx2(&blocks[0].Letter, unsafe.StringData(text), len(blocks))
	default:
		for i := range blocks {
			blocks[i] = plain(text[i*Size : (i+1)*Size])
		}
	}
}

func classifyTail(b *Block, tail *[Size]byte) {
	switch path {
	case byTables:
		avx512(&b.Letter, &tail[0], 1)
	case byCompares:
		avx2(&b.Letter, &tail[0], 1)
	default:
		*b = plain(tail[:])
	}
}
