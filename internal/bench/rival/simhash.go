package rival

import (
	"iter"

	"github.com/mfonda/simhash"

	"github.com/wirediff/wirediff/shingle"
)

// distance is how many of the 64 bits may differ, the choice of Manku, Jain
// and Sarma, "Detecting near-duplicates for web crawling" (WWW 2007). Two
// fingerprints that near agree in one of four blocks of 16 bits.
const distance = 3

func groupSimhash(sets iter.Seq[shingle.Set]) []int32 {
	var prints []uint64
	var features []simhash.Feature
	for set := range sets {
		features = features[:0]
		for _, h := range set {
			features = append(features, feature(h))
		}
		prints = append(prints, simhash.Fingerprint(simhash.Vectorize(features)))
	}
	g := newGroups(len(prints))
	near := func(a, b int32) bool { return simhash.Compare(prints[a], prints[b]) <= distance }
	entries := make([]entry, len(prints))
	for block := range distance + 1 {
		for doc, p := range prints {
			entries[doc] = entry{p >> (16 * block) & 0xffff, int32(doc)}
		}
		g.link(entries, near)
	}
	return g.clusters()
}

// feature is a shingle with the weight 1.
type feature uint64

func (f feature) Sum() uint64 { return uint64(f) }
func (f feature) Weight() int { return 1 }
