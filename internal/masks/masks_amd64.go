//go:build !purego

package masks

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// Fast reports whether masks are made by wide instructions.
var Fast = cpu.X86.HasAVX2

// avx2 makes the masks of n > 0 blocks in a row, of Size bytes of text each.
//
//go:noescape
func avx2(blocks *uint64, text *byte, n int)

// classify fills the blocks; the text has Size bytes for each.
func classify(blocks []Block, text string) {
	if Fast && len(blocks) > 0 {
		avx2(&blocks[0].Letter, unsafe.StringData(text), len(blocks))
		return
	}
	for i := range blocks {
		blocks[i] = plain(text[i*Size : (i+1)*Size])
	}
}

func classifyTail(b *Block, tail *[Size]byte) {
	if Fast {
		avx2(&b.Letter, &tail[0], 1)
		return
	}
	*b = plain(tail[:])
}
