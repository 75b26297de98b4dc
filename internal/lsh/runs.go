package lsh

import (
	"cmp"
	"iter"
	"slices"
)

// Pair is a candidate: two documents, A < B.
type Pair struct{ A, B int32 }

// Compare orders pairs by A, then B, for slices.SortFunc.
func (p Pair) Compare(q Pair) int {
	return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
}

// Limits cap what one key may propose.
type Limits struct {
	Run  int // the longest run of documents that is paired in full; 0 means 16, at most 120 pairs
	Next int // in a longer run: how many successors each document is linked with; 0 means 4
}

func (l Limits) withDefaults() Limits {
	return Limits{Run: cmp.Or(l.Run, 16), Next: cmp.Or(l.Next, 4)}
}

// Work is the room that making candidates needs: 16 bytes an entry that is
// sorted, and up to 4 a document. Its zero value is ready; it may be used
// again, by one goroutine at a time.
type Work struct {
	entries, spare []uint64
	once, twice    []uint64 // bit maps of keys
}

// pack puts a key and a document into one number, which sorts by key, then
// document.
func pack(key uint32, doc int32) uint64 { return uint64(key)<<32 | uint64(uint32(doc)) }

func docOf(entry uint64) int32 { return int32(uint32(entry)) }

// sort orders the entries by key, keeping the order that they have within a
// key: a radix sort on the key's 32 bits, three passes of 11, 11 and 10.
func (w *Work) sort() []uint64 {
	a := w.entries
	if len(a) < 512 { // fewer entries than a pass has counters to clear
		slices.SortStableFunc(a, func(x, y uint64) int { return cmp.Compare(x>>32, y>>32) })
		return a
	}
	if cap(w.spare) < len(a) {
		w.spare = make([]uint64, len(a), cap(a))
	}
	b := w.spare[:len(a)]
	var count [3][2048]int32
	for _, e := range a {
		count[0][e>>32&2047]++
		count[1][e>>43&2047]++
		count[2][e>>54]++
	}
	for pass, shift := range [3]uint{32, 43, 54} {
		c := &count[pass]
		sum := int32(0)
		for i, n := range c {
			c[i] = sum
			sum += n
		}
		for _, e := range a {
			d := e >> shift & 2047
			b[c[d]] = e
			c[d]++
		}
		a, b = b, a
	}
	w.entries, w.spare = a, b
	return a
}

// runs yields the stretches of two entries and more that share a key.
func runs(entries []uint64) iter.Seq[[]uint64] {
	return func(yield func([]uint64) bool) {
		for i := 0; i < len(entries); {
			j := i + 1
			for j < len(entries) && entries[j]>>32 == entries[i]>>32 {
				j++
			}
			if j-i > 1 && !yield(entries[i:j]) {
				return
			}
			i = j
		}
	}
}

// allPairs appends every pair of a run.
func allPairs(dst []Pair, run []uint64) []Pair {
	for i, e := range run {
		for _, f := range run[i+1:] {
			dst = link(dst, docOf(e), docOf(f))
		}
	}
	return dst
}

// sparse links each document of an ordered run with its next successors and
// with the run's first: at most (next+1)·n pairs.
func sparse(dst []Pair, run []uint64, first int32, next int) []Pair {
	for i, e := range run {
		for _, f := range run[i+1 : min(len(run), i+1+next)] {
			dst = link(dst, docOf(e), docOf(f))
		}
		dst = link(dst, first, docOf(e))
	}
	return dst
}

func link(dst []Pair, a, b int32) []Pair {
	switch {
	case a < b:
		return append(dst, Pair{a, b})
	case a > b:
		return append(dst, Pair{b, a})
	}
	return dst
}

// Compact sorts pairs and removes repeats, in place.
func Compact(pairs []Pair) []Pair {
	slices.SortFunc(pairs, Pair.Compare)
	return slices.Compact(pairs)
}
