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

// Work is the room that making candidates needs: 16 bytes a key. Its zero
// value is ready; it may be used again, by one goroutine at a time.
type Work struct {
	entries, spare []uint64
	keys           []uint32
}

// Candidates calls propose for the candidates among docs (nil means all): each
// two documents a < b that share a key of the given part of the parts that the
// keys are sorted in. Pairs come in no order, and again for each key that they
// share. Different parts may be done at the same time, each with a Work of its
// own.
//
// A run of at most limit.Run documents gives all its pairs. In a longer run
// the documents are ordered by their sketches, and each is linked with its
// limit.Next successors and with the run's first: documents that are nearly
// the same stand side by side, and the others meet in a run of another key.
func (s Sketches) Candidates(docs []int32, part, parts int, limit Limits, work *Work, propose func(a, b int32)) {
	limit = limit.withDefaults()
	work.entries = work.entries[:0]
	n := len(docs)
	if docs == nil {
		n = s.Len()
	}
	for i := range n {
		d := int32(i)
		if docs != nil {
			d = docs[i]
		}
		work.keys = Keys(work.keys[:0], s.Of(d))
		for _, k := range work.keys {
			if int(k>>16)%parts == part {
				work.entries = append(work.entries, pack(k, d))
			}
		}
	}
	for run := range runs(work.sort()) {
		if len(run) <= limit.Run {
			for i, e := range run {
				for _, f := range run[i+1:] {
					link(docOf(e), docOf(f), propose)
				}
			}
			continue
		}
		first := docOf(run[0])
		slices.SortFunc(run, func(e, f uint64) int {
			return cmp.Or(slices.Compare(s.Of(docOf(e)), s.Of(docOf(f))), cmp.Compare(e, f))
		})
		for i, e := range run {
			for _, f := range run[i+1 : min(len(run), i+1+limit.Next)] {
				link(docOf(e), docOf(f), propose)
			}
			link(first, docOf(e), propose)
		}
	}
}

func link(a, b int32, propose func(a, b int32)) {
	if a != b {
		propose(min(a, b), max(a, b))
	}
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

// Compact sorts pairs and removes repeats, in place.
func Compact(pairs []Pair) []Pair {
	slices.SortFunc(pairs, Pair.Compare)
	return slices.Compact(pairs)
}
