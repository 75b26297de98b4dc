package figure

// spelled is a word of at most maxSpelled letters A to Z in lower case, eight
// to a number, the first the lowest. Words are found by it without a look at one
// letter after another.
type spelled struct{ first, rest uint64 }

const maxSpelled = 16

// each times a byte is the byte in all eight places.
const each = 0x0101010101010101

// spell spells the word text[start:end], whatever its case; capital is that of
// its first letter. ok is false for a word that is empty, longer, or holds
// anything but letters, and for one so near the end of the text that eight
// bytes cannot be read at once.
func spell(text string, start, end int) (key spelled, capital, ok bool) {
	n := end - start
	if n < 1 || n > maxSpelled || start+8 > len(text) || n > 8 && start+maxSpelled > len(text) {
		return key, false, false
	}
	first := eight(text[start:])
	if key.first, ok = lowLetters(first, min(n, 8)); ok && n > 8 {
		key.rest, ok = lowLetters(eight(text[start+8:]), n-8)
	}
	if !ok {
		return spelled{}, false, false
	}
	return key, first&0x20 == 0, true
}

// eight reads the first eight bytes of s.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lowLetters is the first n of eight bytes in lower case, zeros behind them. ok
// is false where not all n are letters. No addition carries into the next
// byte, for none is over 0x7f.
func lowLetters(x uint64, n int) (low uint64, ok bool) {
	used := ^uint64(0) >> ((64 - 8*n) & 63)
	x &= used
	low = (x | 0x20*each) & used
	y := low | 'a'*each&^used
	atLeastA, overZ := y+(0x80-'a')*each, y+(0x7f-'z')*each
	return low, x&(0x80*each) == 0 && atLeastA&^overZ&(0x80*each) == 0x80*each
}

// hash is so many high bits of a product of the halves.
func (s spelled) hash(shift int) uint32 {
	const odd, other = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F // 2⁶⁴ by the golden ratio; a prime of xxHash
	return uint32((s.first*odd ^ s.rest*other) * odd >> (shift & 63))
}
