//go:build !amd64 || purego

package masks

// Fast reports whether masks are made by wide instructions.
const Fast = false

// classify fills the blocks; the text has Size bytes for each.
func classify(blocks []Block, text string) {
	for i := range blocks {
		blocks[i] = plain(text[i*Size : (i+1)*Size])
	}
}

func classifyTail(b *Block, tail *[Size]byte) { *b = plain(tail[:]) }
