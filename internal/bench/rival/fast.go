package rival

import (
	"iter"

	"github.com/wirediff/wirediff/internal/bench/minhash"
	"github.com/wirediff/wirediff/shingle"
)

// fastBands bands of rows find 0.9 of the pairs of resemblance 0.3, and 1 in
// 85,000 of those of 0.5 is lost.
const fastBands = 85

// groupFast is Fast Similarity Sketching with as many bins as make fastBands
// bands, the engine's own sketch of earlier days.
func groupFast(sets iter.Seq[shingle.Set], threshold float64) []int32 {
	sketcher, err := minhash.New(minhash.DefaultBins)
	if err != nil {
		panic(err) // the size is a constant of the package itself
	}
	kept := store{threshold: threshold}
	var keys [fastBands][]uint32
	var sketch []uint32
	for set := range sets {
		kept.add(set)
		sketch = sketcher.Sketch(sketch, set)
		for i := range keys {
			var h uint64
			for _, bin := range sketch[i*rows : i*rows+rows] {
				h = mix(h ^ uint64(bin))
			}
			keys[i] = append(keys[i], uint32(h))
		}
	}
	g := newGroups(len(kept.sets))
	entries := make([]entry, len(kept.sets))
	for _, band := range keys {
		for doc, key := range band {
			entries[doc] = entry{uint64(key), int32(doc)}
		}
		g.link(entries, kept.alike)
	}
	return g.clusters()
}
