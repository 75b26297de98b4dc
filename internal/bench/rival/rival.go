// Package rival finds near-duplicates with other libraries, and with the
// method that all of them approximate, so that wirediff can be measured beside
// them. All get the same shingle sets, in the same order, and give the number
// of a cluster for each: what differs is the work between.
//
// A library that proposes candidates gets what its users have to write around
// it, and the same for each: bands sorted into runs, an exact check on the
// shingles, union-find. So a rival is measured at its best, not as a first try.
package rival

import (
	"iter"

	"github.com/wirediff/wirediff/shingle"
)

// Rival is one way of grouping documents.
type Rival struct {
	Name   string // in tables and on the command line
	Method string // a line for readers
	// Group reads the shingle sets of documents 0, 1, 2, … and gives the
	// cluster of each: the lowest number of its members. A set is valid until
	// the next is asked for.
	Group func(sets iter.Seq[shingle.Set]) []int32
}

// All are the rivals, in the order of the tables. Two documents are put
// together from a resemblance of 0.5, the usual choice. One row is from 0.3: it
// finds the rewrites too, and puts notices of one template together, the more
// the larger the corpus. The exact join is not run from 0.3, where it takes
// minutes for 100,000 documents: prefixes are longer, and what they share is
// commoner.
var All = []Rival{
	{"dgryski/go-minhash, from 0.5", minwiseMethod, at(0.5, groupMinwise)},
	{"dgryski/go-minhash, from 0.3", minwiseMethod, at(0.3, groupMinwise)},
	{"ekzhu/minhash-lsh, from 0.5", "128 hash functions, the library's index, exact check, union-find", at(0.5, groupForest)},
	{"fast similarity sketching, from 0.5", "256 bins, 85 bands of 3, exact check, union-find", at(0.5, groupFast)},
	{"mfonda/simhash", "64 bits, at most 3 of them different, union-find", groupSimhash},
	{"exact join, from 0.5", "prefix filter: every pair of that resemblance or more", at(0.5, groupExact)},
	{"no clusters", "reading, tokens and shingles alone: a part of every row above", groupNone},
}

const minwiseMethod = "128 hash functions, 42 bands of 3, exact check, union-find"

// at fixes the resemblance from which two documents are put together.
func at(threshold float64, group func(iter.Seq[shingle.Set], float64) []int32) func(iter.Seq[shingle.Set]) []int32 {
	return func(sets iter.Seq[shingle.Set]) []int32 { return group(sets, threshold) }
}

// Named gives the rival of a name.
func Named(name string) (Rival, bool) {
	for _, r := range All {
		if r.Name == name {
			return r, true
		}
	}
	return Rival{}, false
}

func groupNone(sets iter.Seq[shingle.Set]) []int32 {
	n := 0
	for range sets {
		n++
	}
	return newGroups(n).clusters()
}
