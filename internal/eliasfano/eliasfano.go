// Package eliasfano packs ascending 32-bit hashes: Elias 1974, Fano 1971, with
// the split fixed at the high byte, which suits sets of some hundred evenly
// spread hashes.
//
// The high byte of each hash is told in unary: one bit for each hash and one
// for each of the 256 high bytes, in order. What is kept of the rest, one to
// three bytes a hash, stands beside it as it is. A set of 200 hashes takes 2.3
// bytes a hash with two bytes of rest and 3.3 with three, near the least there
// can be; it is read at about a nanosecond a hash.
package eliasfano

import (
	"encoding/binary"
	"math/bits"
)

// Exact is the number of bytes of rest with which nothing is lost.
const Exact = 3

// highs is how many high bytes there are.
const highs = 256

// Append appends the packed set, of which rest bytes below the high one are
// kept. The words must ascend; equal ones are kept as they are.
func Append(dst []byte, words []uint32, rest int) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(words)))
	if len(words) == 0 {
		return dst
	}
	at := len(dst)
	dst = append(dst, make([]byte, unaryBytes(len(words)))...)
	unary := dst[at:]
	for i, w := range words {
		p := i + int(w>>24)
		unary[p/8] |= 1 << (p % 8)
	}
	switch rest {
	case 3:
		for _, w := range words {
			dst = append(dst, byte(w), byte(w>>8), byte(w>>16))
		}
	case 2:
		for _, w := range words {
			dst = append(dst, byte(w>>8), byte(w>>16))
		}
	default:
		for _, w := range words {
			dst = append(dst, byte(w>>16))
		}
	}
	return dst
}

// unaryBytes is the room for n ones and the zeros between high bytes, in whole
// numbers of 64 bits.
func unaryBytes(n int) int { return (n + highs + 63) / 64 * 8 }

// Len is the number of hashes in a packed set.
func Len(packed []byte) int {
	n, _ := binary.Uvarint(packed)
	return int(n)
}

// Decode appends to dst the first most hashes of a packed set; the bytes that
// were not kept are 0. It gives what stands behind the set.
func Decode(dst []uint32, packed []byte, rest, most int) (words []uint32, tail []byte) {
	n64, head := binary.Uvarint(packed)
	n := int(n64)
	packed = packed[head:]
	if n == 0 {
		return dst, packed
	}
	unary, low := packed[:unaryBytes(n)], packed[unaryBytes(n):]
	tail = low[n*rest:]
	low = low[:n*rest]
	n = min(n, most)
	start := len(dst)
	if cap(dst)-start < n {
		dst = append(dst, make([]uint32, n)...)[:start]
	}
	out := dst[start : start+n]
	set, base := binary.LittleEndian.Uint64(unary), 0
	for i := range out {
		for set == 0 {
			base += 64
			set = binary.LittleEndian.Uint64(unary[base/8:])
		}
		out[i] = uint32(base+bits.TrailingZeros64(set)-i) << 24
		set &= set - 1
	}
	switch rest {
	case 3:
		for i := range out {
			out[i] |= uint32(low[3*i]) | uint32(low[3*i+1])<<8 | uint32(low[3*i+2])<<16
		}
	case 2:
		for i := range out {
			out[i] |= uint32(low[2*i])<<8 | uint32(low[2*i+1])<<16
		}
	default:
		for i := range out {
			out[i] |= uint32(low[i]) << 16
		}
	}
	return dst[:start+n], tail
}
