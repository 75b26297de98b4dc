package facts

import (
	"encoding/binary"
	"slices"
)

// A packed term has three bytes: its flags, and the low packedBits of its hash.
// Two texts of 90 terms share one by chance with probability 0.8%, which no
// decision hangs on.
const (
	packedBits  = 20
	packedBytes = 3
)

// AppendPacked appends a profile, packed.
func AppendPacked(dst []byte, p Profile) []byte {
	at, n := len(dst), PackedLen(len(p))
	dst = slices.Grow(dst, n+1)[:at+n+1] // four bytes are written at once
	out := dst[at:]
	for _, t := range p {
		v := uint32(t)&(1<<packedBits-1) | uint32(t)>>hashBits<<packedBits
		if v == 0 && t != end {
			v = 1 // a term is not the end of a sentence
		}
		binary.LittleEndian.PutUint32(out, v)
		out = out[packedBytes:]
	}
	return dst[:at+n]
}

// PackedLen is the room that a packed profile of n terms takes.
func PackedLen(n int) int { return n * packedBytes }

// Unpack appends to dst the terms of a packed profile. Their hashes are spread
// over all bits again, as sorting by them asks; those of equal terms are equal.
func Unpack(dst Profile, packed []byte) Profile {
	for ; len(packed) >= packedBytes; packed = packed[packedBytes:] {
		v := uint32(packed[0]) | uint32(packed[1])<<8 | uint32(packed[2])<<16
		hash := v & (1<<packedBits - 1)
		hash |= hash << packedBits & hashMask
		dst = append(dst, Term(hash|v>>packedBits<<hashBits))
	}
	return dst
}
