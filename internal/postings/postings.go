// Package postings is an inverted index over 32-bit keys: which documents
// share rare keys, how many, and of what weight together.
//
// Keys that only one document has say nothing, and keys of more documents than
// a cap are no evidence and would cost the square of their number: both are
// left out when the index is built. What is left is held both ways, key to
// documents and document to keys, 12 bytes an entry in all, so that the
// neighbours of one document are counted without a candidate list for the
// whole corpus.
package postings

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
)

// Index is an inverted index. It is not changed after Build and may be shared
// between goroutines.
type Index struct {
	docs    []int32  // run after run, ascending within one
	runEnds []uint32 // runEnds[r] is where run r ends in docs
	runs    []uint32 // document after document: the runs that it is in
	places  []uint32 // parallel to runs: where the document stands in docs
	docEnds []uint32
}

// Lists are the distinct keys of documents 0 to n−1, one list after another.
type Lists struct {
	Keys []uint32
	Ends []uint32 // Ends[d] is where document d's keys end in Keys
}

// Add appends the keys of the next document.
func (l *Lists) Add(keys []uint32) {
	l.Keys = append(l.Keys, keys...)
	l.Ends = append(l.Ends, uint32(len(l.Keys)))
}

// Join puts the documents of several lists one behind the other.
func Join(lists []Lists) Lists {
	keys, docs := 0, 0
	for _, l := range lists {
		keys, docs = keys+len(l.Keys), docs+len(l.Ends)
	}
	all := Lists{make([]uint32, 0, keys), make([]uint32, 0, docs)}
	for _, l := range lists {
		base := uint32(len(all.Keys))
		all.Keys = append(all.Keys, l.Keys...)
		for _, end := range l.Ends {
			all.Ends = append(all.Ends, base+end)
		}
	}
	return all
}

// Of gives a document's keys.
func (l *Lists) Of(doc int) []uint32 {
	if doc == 0 {
		return l.Keys[:l.Ends[0]]
	}
	return l.Keys[l.Ends[doc-1]:l.Ends[doc]]
}

// parts is the number of parts that the keys are sorted in: the room for
// sorting is this part of the whole for each goroutine.
const parts = 8

// Build indexes the documents of the lists, on up to workers goroutines. A key
// is kept where 2 to most documents have it.
func Build(lists Lists, most, workers int) *Index {
	n := len(lists.Ends)
	x := &Index{docEnds: make([]uint32, n)}
	var found [parts]part
	var wg sync.WaitGroup
	var next atomic.Int32
	for range min(workers, parts) {
		wg.Go(func() {
			var entries, spare []uint64
			for i := int(next.Add(1)) - 1; i < parts; i = int(next.Add(1)) - 1 {
				entries, spare = found[i].build(lists, uint32(i), most, entries, spare)
			}
		})
	}
	wg.Wait()
	total, runs := 0, 0
	for i := range found {
		total += len(found[i].docs)
		runs += len(found[i].runEnds)
	}
	x.docs, x.runEnds = make([]int32, 0, total), make([]uint32, 0, runs)
	for i := range found {
		base := uint32(len(x.docs))
		x.docs = append(x.docs, found[i].docs...)
		for _, end := range found[i].runEnds {
			x.runEnds = append(x.runEnds, base+end)
		}
		found[i] = part{}
	}
	for _, d := range x.docs {
		x.docEnds[d]++
	}
	sum := uint32(0)
	for d, c := range x.docEnds {
		x.docEnds[d] = sum
		sum += c
	}
	x.runs, x.places = make([]uint32, len(x.docs)), make([]uint32, len(x.docs))
	at := uint32(0)
	for r, end := range x.runEnds {
		for i, d := range x.docs[at:end] {
			x.runs[x.docEnds[d]], x.places[x.docEnds[d]] = uint32(r), at+uint32(i)
			x.docEnds[d]++
		}
		at = end
	}
	return x
}

// part is the runs of the keys of one part.
type part struct {
	docs    []int32
	runEnds []uint32
}

func (p *part) build(lists Lists, number uint32, most int, entries, spare []uint64) (room, more []uint64) {
	entries = entries[:0]
	at := uint32(0)
	for doc, end := range lists.Ends {
		for _, k := range lists.Keys[at:end] {
			if k%parts == number {
				entries = append(entries, uint64(k)<<32|uint64(doc))
			}
		}
		at = end
	}
	entries, spare = sortByKey(entries, spare)
	for i := 0; i < len(entries); {
		j := i + 1
		for j < len(entries) && entries[j]>>32 == entries[i]>>32 {
			j++
		}
		if j-i >= 2 && j-i <= most {
			for _, e := range entries[i:j] {
				p.docs = append(p.docs, int32(uint32(e)))
			}
			p.runEnds = append(p.runEnds, uint32(len(p.docs)))
		}
		i = j
	}
	return entries, spare
}

// Entries is the number of kept (key, document) entries.
func (x *Index) Entries() int { return len(x.docs) }

// of gives the runs that a document is in, and where it stands in them.
func (x *Index) of(doc int) (runs, places []uint32) {
	at := uint32(0)
	if doc > 0 {
		at = x.docEnds[doc-1]
	}
	return x.runs[at:x.docEnds[doc]], x.places[at:x.docEnds[doc]]
}

// size is the number of documents of a run.
func (x *Index) size(run uint32) uint32 {
	if run > 0 {
		return x.runEnds[run] - x.runEnds[run-1]
	}
	return x.runEnds[0]
}

// Neighbour is a document that shares keys with another.
type Neighbour struct {
	Doc    int32
	Count  int32   // how many keys they share
	Weight float32 // what those weigh together
}

// Counter counts neighbours; it is used again from document to document, by
// one goroutine at a time.
type Counter struct {
	count  []int32
	weight []float32
	seen   []int32
}

// NewCounter gives a counter for an index of n documents: 8 bytes a document.
func NewCounter(n int) *Counter {
	return &Counter{count: make([]int32, n), weight: make([]float32, n)}
}

// After appends to dst the neighbours of doc with higher numbers, up to last,
// in no particular order. weigh is a run's weight by its number of documents:
// one more than the most that a key may have.
func (c *Counter) After(dst []Neighbour, x *Index, doc int, last int32, weigh []float32) []Neighbour {
	c.seen = c.seen[:0]
	runs, places := x.of(doc)
	for i, r := range runs {
		w := weigh[x.size(r)]
		for _, d := range x.docs[places[i]+1 : x.runEnds[r]] {
			if d > last {
				break
			}
			if c.count[d] == 0 {
				c.seen = append(c.seen, d)
			}
			c.count[d]++
			c.weight[d] += w
		}
	}
	for _, d := range c.seen {
		dst = append(dst, Neighbour{d, c.count[d], c.weight[d]})
		c.count[d], c.weight[d] = 0, 0
	}
	return dst
}

// Shared appends to dst the neighbours of doc with higher numbers that share at
// least so many keys with it, without weights and in no particular order.
func (c *Counter) Shared(dst []Neighbour, x *Index, doc int, least int32) []Neighbour {
	c.seen = c.seen[:0]
	runs, places := x.of(doc)
	for i, r := range runs {
		for _, d := range x.docs[places[i]+1 : x.runEnds[r]] {
			if c.count[d]++; c.count[d] == least {
				c.seen = append(c.seen, d)
			}
		}
	}
	for _, d := range c.seen {
		dst = append(dst, Neighbour{Doc: d, Count: c.count[d]})
	}
	for i, r := range runs {
		for _, d := range x.docs[places[i]+1 : x.runEnds[r]] {
			c.count[d] = 0
		}
	}
	return dst
}

// sortByKey sorts entries by their upper 32 bits, keeping the order within
// one key: a radix sort of three passes. It gives back the sorted slice and
// the spare one.
func sortByKey(a, b []uint64) (sorted, spare []uint64) {
	if len(a) < 512 { // fewer than a pass has counters to clear
		slices.SortStableFunc(a, func(x, y uint64) int { return cmp.Compare(x>>32, y>>32) })
		return a, b
	}
	if cap(b) < len(a) {
		b = make([]uint64, len(a), cap(a))
	}
	b = b[:len(a)]
	for _, shift := range [3]uint{32, 43, 54} {
		var at [2048]int
		for _, e := range a {
			at[e>>shift&2047]++
		}
		sum := 0
		for i, c := range at {
			at[i] = sum
			sum += c
		}
		for _, e := range a {
			d := e >> shift & 2047
			b[at[d]] = e
			at[d]++
		}
		a, b = b, a
	}
	return a, b
}
