package rival

import (
	"encoding/binary"
	"iter"

	minwise "github.com/dgryski/go-minhash"

	"github.com/wirediff/wirediff/shingle"
)

// 42 bands of 3 find 0.996 of the pairs of resemblance 0.5 and 0.69 of those
// of 0.3; the check throws away what is less than wanted.
const (
	hashes = 128
	bands  = 42
	rows   = 3
)

func groupMinwise(sets iter.Seq[shingle.Set], threshold float64) []int32 {
	kept := store{threshold: threshold}
	var keys [bands][]uint64
	for set := range sets {
		kept.add(set)
		sketch := minwise.NewMinWise(first, second, hashes)
		var b [8]byte
		for _, h := range set {
			binary.LittleEndian.PutUint64(b[:], h)
			sketch.Push(b[:])
		}
		signature := sketch.Signature()
		for i := range keys {
			keys[i] = append(keys[i], bandKey(signature[i*rows:i*rows+rows]))
		}
	}
	g := newGroups(len(kept.sets))
	entries := make([]entry, len(kept.sets))
	for _, band := range keys {
		for doc, key := range band {
			entries[doc] = entry{key, int32(doc)}
		}
		g.link(entries, kept.alike)
	}
	return g.clusters()
}

// The two hash functions that the library takes. The shingles are good hashes
// already: the cheapest mixing is enough, and the second must be odd, so that
// its multiples do not repeat.
func first(b []byte) uint64 { return mix(binary.LittleEndian.Uint64(b)) }

func second(b []byte) uint64 { return mix(binary.LittleEndian.Uint64(b)^0x9e3779b97f4a7c15) | 1 }

// mix is the finaliser of SplitMix64.
func mix(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func bandKey(rows []uint64) uint64 {
	var h uint64
	for _, r := range rows {
		h = mix(h ^ r)
	}
	return h
}
