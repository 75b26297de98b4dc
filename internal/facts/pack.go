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

// Tally counts terms of packed profiles, for a Rarity. Counts have eight bits,
// which are kept in the near caches, and the few that outgrow those are counted
// on by 256. It is for one goroutine.
type Tally struct {
	docs int
	low  []uint8           // by cell, as in a Rarity for as many documents
	high map[uint32]uint32 // by cell: how often low has overflowed
	seen [1 << packedBits / 64]uint64
}

// NewTally makes an empty count for a corpus of about n documents: 1 MB beyond a
// thousand, and 128 KB for what was seen of a document.
func NewTally(n int) *Tally {
	return &Tally{low: make([]uint8, cellsFor(n)), high: map[uint32]uint32{}}
}

// Count counts the terms of one document from its packed profile, as Rarity.Count
// does those of the profile unpacked. Which terms come again cannot be guessed,
// and here nothing is.
func (c *Tally) Count(packed []byte) {
	c.docs++
	mask := uint32(len(c.low) - 1)
	for p := packed; len(p) >= packedBytes; p = p[packedBytes:] {
		v := uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16
		isTerm := (v | -v) >> 31 // 0 for the end of a sentence
		hash := v & (1<<packedBits - 1)
		word, bit := &c.seen[hash/64], hash%64
		isNew := isTerm &^ uint32(*word>>bit)
		*word |= uint64(isTerm) << bit
		n := c.low[hash&mask] + uint8(isNew)
		c.low[hash&mask] = n
		if overflown := (uint32(n) - 1) >> 31 & isNew; overflown != 0 {
			c.high[hash&mask]++
		}
	}
	for p := packed; len(p) >= packedBytes; p = p[packedBytes:] {
		v := uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16
		c.seen[v&(1<<packedBits-1)/64] = 0
	}
}
