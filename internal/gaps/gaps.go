// Package gaps packs ascending 32-bit hashes by the gaps between them.
//
// Of each hash the high Bits bits are kept. A gap is a number of 16 bits; a
// longer one is told in steps of 65,535. Evenly spread hashes, 200 of them,
// take 2.1 bytes each, where the least possible is 2.0; 20 take 8. What the
// gaps leave out costs no time either: a hash is read with one addition.
package gaps

import "encoding/binary"

// Bits is how many bits of a hash are kept, and Mask has them.
const (
	Bits = 22
	low  = 32 - Bits
	Mask = 1<<32 - 1<<low
)

// step is the gap that says that the next one goes on from it.
const step = 1<<16 - 1

// Append appends the packed hashes, which must ascend. Of those that are equal
// by the bits that are kept, one is.
func Append(dst []byte, words []uint32) []byte {
	at := len(dst)
	dst = append(dst, 0, 0, 0, 0)
	n, last := 0, uint32(0)
	for i, w := range words {
		w >>= low
		gap := w - last
		if i > 0 && gap == 0 {
			continue
		}
		last = w
		for ; gap >= step; gap -= step {
			dst = append(dst, 0xff, 0xff)
			n++
		}
		dst = append(dst, byte(gap), byte(gap>>8))
		n++
	}
	binary.LittleEndian.PutUint32(dst[at:], uint32(n))
	return dst
}

// Decode appends to dst the hashes of a packed set, the bits that were not
// kept 0. It gives what stands behind the set.
func Decode(dst []uint32, packed []byte) (words []uint32, tail []byte) {
	n := int(binary.LittleEndian.Uint32(packed))
	packed = packed[4:]
	packed, tail = packed[:2*n], packed[2*n:]
	start := len(dst)
	if cap(dst)-start < n {
		dst = append(dst, make([]uint32, n)...)[:start]
	}
	out := dst[start : start+n]
	i, w := 0, uint32(0)
	for ; len(packed) >= 2; packed = packed[2:] {
		gap := uint32(packed[0]) | uint32(packed[1])<<8
		w += gap
		out[i] = w << low
		i += int((gap - step) >> 31) // 1 but for a step
	}
	return dst[:start+i], tail
}

// DecodeBelow appends to dst the hashes of a packed set that are less than
// bound, at the cost of those.
func DecodeBelow(dst []uint32, packed []byte, bound uint32) []uint32 {
	n := int(binary.LittleEndian.Uint32(packed))
	packed = packed[4 : 4+2*n]
	w := uint32(0)
	for ; len(packed) >= 2; packed = packed[2:] {
		gap := uint32(packed[0]) | uint32(packed[1])<<8
		if w += gap; w >= bound>>low {
			break
		}
		if gap != step {
			dst = append(dst, w<<low)
		}
	}
	return dst
}
