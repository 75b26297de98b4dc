package rival

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/wirediff/wirediff/shingle"
)

// groupExact joins every two sets of resemblance threshold or more, by prefix
// filter (Chaudhuri, Ganti and Kaushik, "A primitive operator for similarity
// joins in data cleaning", ICDE 2006): with the shingles of all sets in one
// order, two sets A and B of resemblance t have one in common among the first
// |A| − ⌈t|A|⌉ + 1 of A and as many of B. The order is from rare to common, so
// that few documents share a prefix's shingle.
func groupExact(sets iter.Seq[shingle.Set], threshold float64) []int32 {
	kept := store{threshold: threshold}
	documents := newCounter()
	for set := range sets {
		kept.add(set)
		for _, h := range set {
			documents.add(h)
		}
	}
	index := indexPrefixes(&kept, documents)
	g := newGroups(len(kept.sets))
	seen := make([]int32, len(kept.sets)) // the last document that a document was held against, plus one
	for doc := range kept.sets {
		a := int32(doc)
		for _, run := range index.of(a) {
			for _, b := range index.run(run) {
				if b <= a || seen[b] == a+1 {
					continue
				}
				seen[b] = a + 1
				if g.root(a) != g.root(b) && kept.alike(a, b) {
					g.join(a, b)
				}
			}
		}
	}
	return g.clusters()
}

// counter counts shingles by their low bits. Two shingles that fall together
// are counted as one, too often: that makes the order of the shingles another
// one, and any order is right, or keeps a shingle that nobody shares, which
// costs time.
type counter []uint32

func newCounter() counter            { return make(counter, 1<<24) }
func (c counter) add(h uint64)       { c[h&(1<<24-1)]++ }
func (c counter) of(h uint64) uint32 { return c[h&(1<<24-1)] }

// prefixes is an inverted index of the sets' prefixes: runs of documents with
// one shingle, and for each document its runs.
type prefixes struct {
	docs, starts   []int32 // run r is docs[starts[r]:starts[r+1]], ascending
	runs, ofStarts []int32 // the runs of document d are runs[ofStarts[d]:ofStarts[d+1]]
}

func (x *prefixes) run(r int32) []int32 { return x.docs[x.starts[r]:x.starts[r+1]] }
func (x *prefixes) of(d int32) []int32  { return x.runs[x.ofStarts[d]:x.ofStarts[d+1]] }

func indexPrefixes(kept *store, documents counter) *prefixes {
	prefix := func(set shingle.Set, sorted shingle.Set) shingle.Set {
		sorted = append(sorted[:0], set...)
		slices.SortFunc(sorted, func(a, b uint64) int {
			return cmp.Or(cmp.Compare(documents.of(a), documents.of(b)), cmp.Compare(a, b))
		})
		return sorted[:min(len(sorted), len(sorted)-int(math.Ceil(kept.threshold*float64(len(sorted))))+1)]
	}
	var room shingle.Set
	var entries []entry
	for doc, set := range kept.sets {
		room = prefix(set, room)
		for _, h := range room {
			if documents.of(h) > 1 {
				entries = append(entries, entry{h, int32(doc)})
			}
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.doc, b.doc)) })
	x := &prefixes{starts: []int32{0}, ofStarts: make([]int32, len(kept.sets)+1)}
	for i := 0; i < len(entries); {
		j := i + 1
		for j < len(entries) && entries[j].key == entries[i].key {
			j++
		}
		if j-i > 1 {
			for _, e := range entries[i:j] {
				x.docs = append(x.docs, e.doc)
				x.ofStarts[e.doc+1]++
			}
			x.starts = append(x.starts, int32(len(x.docs)))
		}
		i = j
	}
	for d := range kept.sets {
		x.ofStarts[d+1] += x.ofStarts[d]
	}
	x.runs = make([]int32, len(x.docs))
	next := slices.Clone(x.ofStarts)
	for r := range len(x.starts) - 1 {
		for _, d := range x.run(int32(r)) {
			x.runs[next[d]] = int32(r)
			next[d]++
		}
	}
	return x
}
