package shingle

import (
	"math/bits"
	"unicode"

	"github.com/wirediff/wirediff/internal/token"
)

// A word's hash is murmur3 (x64, 128 bits, the first 64 of them, seed 0) of its
// normal form. Words of up to 15 plain bytes, of ASCII and none below '0', take a
// short way to the same hash; the others are made normal and hashed by the
// library: among those are what has a period, a comma or an apostrophe.

// appendNormal appends the normal form of a token, by which two spellings of
// one word are one: in lower case, with a straight apostrophe, without the
// periods of abbreviations (U.S. is US), the marks between groups of digits
// (1,400 is 1400), soft hyphens and other format characters.
func appendNormal(dst []byte, s string, kind token.Kind) []byte {
	for _, r := range s {
		switch {
		case r < 0x80 && r >= 'a':
			dst = append(dst, byte(r))
		case r >= 'A' && r <= 'Z':
			dst = append(dst, byte(r|0x20))
		case r == '’' || r == '‘' || r == '\'':
			if kind != token.Number {
				dst = append(dst, '\'')
			}
		case r == '.':
			if kind != token.Word {
				dst = append(dst, '.')
			}
		case r == ',':
		case r >= 0x80 && (unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)):
		case r >= 0x80:
			dst = append(dst, string(unicode.ToLower(r))...)
		default:
			dst = append(dst, byte(r))
		}
	}
	return dst
}

// masks have the bytes of words of n bytes, as two numbers, little end first.
var masks = func() (m [16][2]uint64) {
	for n := range 16 {
		for i := range n {
			m[n][i/8] |= 0xff << (8 * (i % 8))
		}
	}
	return m
}()

const (
	ones  = 0x0101010101010101
	highs = 0x80 * ones
)

func load(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lower puts the ASCII capitals among eight bytes in lower case.
func lower(x uint64) uint64 {
	y := x &^ highs // so that no sum below carries
	atLeastA, aboveZ := y+(0x80-'A')*ones, y+(0x7f-'Z')*ones
	return x | (atLeastA^aboveZ)&^x&highs>>2
}

// sum is murmur3's Sum64 of the n < 16 bytes in lo and hi, little end first.
func sum(lo, hi uint64, n uint) uint64 {
	const c1, c2 = 0x87c37b91114253d5, 0x4cf5ad432745937f
	h2 := bits.RotateLeft64(hi*c2, 33) * c1
	h1 := bits.RotateLeft64(lo*c1, 31) * c2
	h1 ^= uint64(n)
	h2 ^= uint64(n)
	h1 += h2
	h2 += h1
	return finish(h1) + finish(h2)
}

// finish is murmur3's finaliser.
func finish(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
