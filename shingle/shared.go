package shingle

import (
	"encoding/binary"

	"github.com/spaolacci/murmur3"
)

// SharedHash is a hash of the shingles that two sets share: the fingerprint
// of the evidence that two documents hold the same text. It is murmur3 (x64,
// the first 64 bits, seed 0) of the high halves of their hashes, ascending,
// each once, little end first: of what the engine keeps of a shingle. It is 0
// where the sets share none. O(|a|+|b|).
func SharedHash(a, b Set) uint64 {
	var buf []byte
	var last uint32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := uint32(a[i]>>32), uint32(b[j]>>32)
		if x == y && (len(buf) == 0 || x != last) {
			buf = binary.LittleEndian.AppendUint32(buf, x)
			last = x
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	if len(buf) == 0 {
		return 0
	}
	return murmur3.Sum64(buf)
}
