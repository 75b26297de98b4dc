package token

// PackedMost is the longest token that Packed takes, in bytes.
const PackedMost = 16

// Packed gives the bytes of a token as two numbers, little end first, with
// zeros behind the last: what a table of words can be keyed by without a
// string. ok is false for a token of more than PackedMost bytes, and for one
// so near the end of the text that 16 bytes cannot be read at once.
func Packed(text string, t Token) (lo, hi uint64, ok bool) {
	start, n := int(t.Start), uint(t.End-t.Start)
	if n > PackedMost || start+PackedMost > len(text) {
		return 0, 0, false
	}
	s, mask := text[start:start+PackedMost], &packedMasks[n]
	lo = uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	hi = uint64(s[8]) | uint64(s[9])<<8 | uint64(s[10])<<16 | uint64(s[11])<<24 |
		uint64(s[12])<<32 | uint64(s[13])<<40 | uint64(s[14])<<48 | uint64(s[15])<<56
	return lo & mask[0], hi & mask[1], true
}

// packedMasks have the bytes of tokens of n bytes.
var packedMasks = func() (m [PackedMost + 1][2]uint64) {
	for n := range m {
		for i := range n {
			m[n][i/8] |= 0xff << (8 * (i % 8))
		}
	}
	return m
}()
