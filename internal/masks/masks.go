// Package masks tells what the bytes of a text are, 64 at a time: a Block has a
// bit for each of them in the masks of the classes that it belongs to. What
// looks for words, ends of lines or punctuation goes from bit to bit, and not
// from byte to byte.
//
// On amd64 a block is made without a branch, by looking all of it up in a table
// where there is AVX-512 with VBMI, by compares where there is AVX2
// (masks_amd64.s, which gen writes): 4 ns and 12 ns. Elsewhere, and with the
// build tag purego, in plain Go, which is the reference, byte by byte: slower
// than to look at each byte once for what it is, so that callers ask Fast which
// way to go.
package masks

import "strings"

//go:generate go -C gen run . -out ../masks_amd64.s

// Size is the number of bytes in a block.
const Size = 64

// Block has a bit for each of 64 bytes, the lowest for the first. A byte is in
// one of Letter, Digit, Space and Rest, or is a mark of ASCII and in none of them.
type Block struct {
	Letter     uint64 // A to Z, a to z
	Digit      uint64 // 0 to 9
	Space      uint64 // white space of ASCII
	Rest       uint64 // # $ @ _, control characters that are no space, and all outside ASCII
	Newline    uint64 // \n, a Space too
	Period     uint64 // .
	Comma      uint64 // ,
	Apostrophe uint64 // '
	Colon      uint64 // : ;
	Slash      uint64 // /
	Stop       uint64 // . ! ?
	Bracket    uint64 // ( |
}

// Of puts the masks of text into blocks, from the first on, and gives how many
// were filled. The last is as if spaces stood behind the text; of a text that is
// longer than the blocks no more is looked at than they hold. Nothing outside
// the text is read.
func Of(blocks []Block, text string) int {
	whole := min(len(text)/Size, len(blocks))
	classify(blocks[:whole], text)
	if rest := text[whole*Size:]; whole < len(blocks) && rest != "" {
		tail := spaces
		copy(tail[:], rest)
		classifyTail(&blocks[whole], &tail)
		whole++
	}
	return whole
}

var spaces = [Size]byte([]byte(strings.Repeat(" ", Size)))
