package shingle

import (
	"encoding/binary"

	"github.com/spaolacci/murmur3"
)

// SharedHash is a hash of the shingles that two sets share: the fingerprint
// of the evidence that two documents hold the same text. It is 0 where they
// share none. O(|a|+|b|).
func SharedHash(a, b Set) uint64 {
	h := murmur3.New64()
	shared := false
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			var buf [8]byte
			binary.LittleEndian.PutUint64(buf[:], a[i])
			h.Write(buf[:])
			shared = true
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if !shared {
		return 0
	}
	return h.Sum64()
}
