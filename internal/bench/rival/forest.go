package rival

import (
	"encoding/binary"
	"iter"

	minhashlsh "github.com/ekzhu/minhash-lsh"

	"github.com/wirediff/wirediff/shingle"
)

// indexed is the threshold that the library chooses its bands by. It weighs
// pairs lost above it as much as pairs let through below: at 0.3 it takes 37
// bands of 3 rows; at 0.5 25 of 5, which would lose half of what is just 0.5
// alike.
const indexed = 0.3

func groupForest(sets iter.Seq[shingle.Set], threshold float64) []int32 {
	kept := store{threshold: threshold}
	var signatures [][]uint64
	index := minhashlsh.NewMinhashLSH32(hashes, indexed)
	for set := range sets {
		sketch := minhashlsh.NewMinhash(1, hashes)
		var b [8]byte
		for _, h := range set {
			binary.LittleEndian.PutUint64(b[:], h)
			sketch.Push(b[:])
		}
		signature := sketch.Signature()
		index.Add(int32(len(kept.sets)), signature)
		signatures = append(signatures, signature)
		kept.add(set)
	}
	index.Index()
	g := newGroups(len(kept.sets))
	for doc, signature := range signatures {
		a := int32(doc)
		for _, key := range index.Query(signature) {
			if b := key.(int32); a < b && g.root(a) != g.root(b) && kept.alike(a, b) {
				g.join(a, b)
			}
		}
	}
	return g.clusters()
}
