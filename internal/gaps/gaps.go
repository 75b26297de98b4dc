// Package gaps packs ascending 32-bit hashes by the gaps between them.
//
// Of each hash the high Bits bits are kept by the gap to the one before. A gap
// is a number of 16 bits; a longer one is told in steps of 65,535. Evenly
// spread hashes, 200 of them, take 2.1 bytes each, where the least possible is
// 2.0; 20 take 8. What the gaps leave out costs no time either: a hash is read
// with one addition. The bits below may be packed beside, for those hashes that
// are wanted whole.
package gaps

import (
	"encoding/binary"
	"slices"
)

// Bits is how many bits of a hash the gaps keep, and Mask has them.
const (
	Bits = 22
	low  = 32 - Bits
	Mask = 1<<32 - 1<<low
)

// step is the gap that says that the next one goes on from it.
const step = 1<<16 - 1

// Append appends the packed hashes, which must ascend and not be less than
// last: 0, or the hash before them that was packed elsewhere.
func Append(dst []byte, words []uint32, last uint32) []byte {
	const steps = (1<<Bits - 1) / step // no more than these are told in all
	at := len(dst)
	dst = slices.Grow(dst, 4+2*(len(words)+steps))
	out := dst[at+4 : cap(dst)]
	n := 0
	last >>= low
	for _, w := range words {
		w >>= low
		gap := w - last
		last = w
		for ; gap >= step; gap -= step {
			binary.LittleEndian.PutUint16(out[n:], step)
			n += 2
		}
		binary.LittleEndian.PutUint16(out[n:], uint16(gap))
		n += 2
	}
	dst = dst[:at+4+n]
	binary.LittleEndian.PutUint32(dst[at:], uint32(n/2))
	return dst
}

// Decode appends to dst the hashes of a packed set, the bits that were not
// kept 0; last is as Append had it. It gives what stands behind the set.
func Decode(dst []uint32, packed []byte, last uint32) (words []uint32, tail []byte) {
	n := int(binary.LittleEndian.Uint32(packed))
	packed = packed[4:]
	packed, tail = packed[:2*n], packed[2*n:]
	start := len(dst)
	if cap(dst)-start < n {
		dst = append(dst, make([]uint32, n)...)[:start]
	}
	out := dst[start : start+n]
	i, w := 0, last>>low
	for ; len(packed) >= 2; packed = packed[2:] {
		gap := uint32(packed[0]) | uint32(packed[1])<<8
		w += gap
		out[i] = w << low
		i += int((gap - step) >> 31) // 1 but for a step
	}
	return dst[:start+i], tail
}

// First appends to dst what stands first of a packed set, as Decode has it: n
// hashes, and those after them that are below a bound. It gives what stands behind
// the set.
func First(dst []uint32, packed []byte, n int, bound uint32) (words []uint32, tail []byte) {
	steps := int(binary.LittleEndian.Uint32(packed))
	packed = packed[4:]
	packed, tail = packed[:2*steps], packed[2*steps:]
	w := uint32(0)
	n += len(dst)
	for ; len(packed) >= 2; packed = packed[2:] {
		gap := uint32(packed[0]) | uint32(packed[1])<<8
		w += gap
		if gap == step {
			continue
		}
		if len(dst) >= n && w<<low >= bound {
			break
		}
		dst = append(dst, w<<low)
	}
	return dst, tail
}

// AppendLow appends the bits of the words that gaps do not keep: five bytes for
// four words.
func AppendLow(dst []byte, words []uint32) []byte {
	bits, n := uint64(0), 0
	for _, w := range words {
		bits |= uint64(w&^Mask) << n
		for n += low; n >= 8; n -= 8 {
			dst = append(dst, byte(bits))
			bits >>= 8
		}
	}
	if n > 0 {
		dst = append(dst, byte(bits))
	}
	return dst
}

// LowLen is how many bytes AppendLow appends for n words.
func LowLen(n int) int { return (n*low + 7) / 8 }

// AddLow puts into words the bits that AppendLow packed of them.
func AddLow(words []uint32, packed []byte) {
	bits, n := uint64(0), 0
	for i := range words {
		for ; n < low; n += 8 {
			bits |= uint64(packed[0]) << n
			packed = packed[1:]
		}
		words[i] |= uint32(bits) &^ Mask
		bits >>= low
		n -= low
	}
}
