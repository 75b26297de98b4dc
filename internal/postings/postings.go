// Package postings is an inverted index over 32-bit keys: which documents
// share rare keys, how many, and of what weight together.
//
// Keys that only one document has say nothing, and keys of more documents than
// a cap are no evidence and would cost the square of their number: both are
// left out when the index is built. What is left are runs, the documents of a
// key, of 4 bytes an entry. The other way, document to runs, is 8 bytes an
// entry, and made for a range of documents at a time: a View. So the neighbours
// of one document are counted without a candidate list for the whole corpus.
package postings

import (
	"iter"
	"slices"

	"github.com/wirediff/wirediff/internal/runs"
)

// Index is an inverted index. It is not changed after Build and may be shared
// between goroutines.
type Index struct {
	n     int // documents
	parts [runs.Parts]part
}

// part is the runs of the keys of one part.
type part struct {
	docs    []int32  // run after run, ascending within one
	runEnds []uint32 // runEnds[r] is where run r ends in docs
}

// place is a run, or where a document stands in one: a part, and a place in
// its slices. A part has room for 67 million entries; of more, which are those
// of 10⁸ documents and up, the runs of the highest keys are left out.
type place uint32

const placeBits = 26

func placeOf(part, at int) place { return place(part<<placeBits | at) }

func (p place) part() uint32 { return uint32(p) >> placeBits }
func (p place) at() uint32   { return uint32(p) & (1<<placeBits - 1) }

// Lists are the distinct keys of documents 0 to n−1, one list after another.
type Lists struct {
	Keys []uint32
	Ends []uint32 // Ends[d] is where document d's keys end in Keys
}

// Grow makes room for so many documents with so many keys in all.
func (l *Lists) Grow(docs, keys int) {
	l.Keys, l.Ends = slices.Grow(l.Keys, keys), slices.Grow(l.Ends, docs)
}

// Add appends the keys of the next document.
func (l *Lists) Add(keys []uint32) {
	l.Keys = append(l.Keys, keys...)
	l.Ends = append(l.Ends, uint32(len(l.Keys)))
}

// add adds the keys of the documents to a round, the first as number base.
func (l *Lists) add(w *runs.Writer, base int) {
	at := uint32(0)
	for doc, end := range l.Ends {
		for _, k := range l.Keys[at:end] {
			w.Add(k, int32(base+doc))
		}
		at = end
	}
}

// BuildLists indexes the documents of lists that follow one another: see Build.
func BuildLists(lists []Lists, most, workers int) *Index {
	docs, keys := 0, 0
	for _, l := range lists {
		docs, keys = docs+len(l.Ends), keys+len(l.Keys)
	}
	return Build(docs, most, runs.Rounds(keys, Room(docs)), workers, func(round *runs.Round) {
		w, base := round.Writer(), 0
		for i := range lists {
			lists[i].add(w, base)
			base += len(lists[i].Ends)
		}
	})
}

// Room is the room for the keys that are sorted at a time, and for a view:
// 16 MB, or 24 bytes a document.
func Room(docs int) int { return max(16<<20, 24*docs) }

// Build indexes documents 0 to n−1, whose distinct keys fill adds in each of
// so many rounds, on up to workers goroutines. A key is kept where 2 to most
// documents have it. The index is the same whatever the number of rounds.
func Build(n, most, rounds, workers int, fill func(*runs.Round)) *Index {
	x := &Index{n: n}
	runs.Sort(rounds, workers, fill, func(i, _ int, sorted []uint64) {
		x.parts[i].build(sorted, most)
	})
	return x
}

func (p *part) build(sorted []uint64, most int) {
	docs, ends := 0, 0
	for run := range runs.Of(sorted) {
		if len(run) <= most && docs+len(run) <= 1<<placeBits {
			docs, ends = docs+len(run), ends+1
		}
	}
	p.docs, p.runEnds = make([]int32, 0, docs), make([]uint32, 0, ends)
	for run := range runs.Of(sorted) {
		if len(run) > most || len(p.docs)+len(run) > 1<<placeBits {
			continue
		}
		for _, e := range run {
			p.docs = append(p.docs, runs.Doc(e))
		}
		p.runEnds = append(p.runEnds, uint32(len(p.docs)))
	}
}

// Entries is the number of kept (key, document) entries.
func (x *Index) Entries() int {
	n := 0
	for i := range x.parts {
		n += len(x.parts[i].docs)
	}
	return n
}

// View is an index seen from some of its documents. It is not changed after it
// is made and may be shared between goroutines.
type View struct {
	*Index
	from   int
	ends   []uint32 // of the documents from from
	runs   []place  // document after document: the runs that it is in
	places []place  // parallel to runs: where the document stands in docs
}

// Views yields views that have all documents in turn, each within Room.
func (x *Index) Views() iter.Seq[*View] {
	return func(yield func(*View) bool) {
		room := Room(x.n)
		views := max(1, (8*x.Entries()+room-1)/room)
		for i := range views {
			if !yield(x.View(x.n*i/views, x.n*(i+1)/views)) {
				return
			}
		}
	}
}

// Range is the documents that are seen from: from to to−1.
func (v *View) Range() (from, to int) { return v.from, v.from + len(v.ends) }

// View makes the view from documents from to to−1: one pass over the index.
func (x *Index) View(from, to int) *View {
	v := &View{Index: x, from: from, ends: make([]uint32, to-from)}
	n := uint32(to - from)
	for i := range x.parts {
		for _, d := range x.parts[i].docs {
			if at := uint32(int(d) - from); at < n {
				v.ends[at]++
			}
		}
	}
	sum := uint32(0)
	for d, c := range v.ends {
		v.ends[d] = sum
		sum += c
	}
	v.runs, v.places = make([]place, sum), make([]place, sum)
	for i := range x.parts {
		p := &x.parts[i]
		start := uint32(0)
		for r, end := range p.runEnds {
			for k, d := range p.docs[start:end] {
				if at := uint32(int(d) - from); at < n {
					e := v.ends[at]
					v.runs[e], v.places[e] = placeOf(i, r), placeOf(i, int(start)+k)
					v.ends[at]++
				}
			}
			start = end
		}
	}
	return v
}

// of gives the runs that a document is in, and where it stands in them.
func (v *View) of(doc int) (runs, places []place) {
	doc -= v.from
	at := uint32(0)
	if doc > 0 {
		at = v.ends[doc-1]
	}
	return v.runs[at:v.ends[doc]], v.places[at:v.ends[doc]]
}

// behind gives the documents of a run that stand behind a place in it.
func (x *Index) behind(run, at place) []int32 {
	p := &x.parts[run.part()]
	return p.docs[at.at()+1 : p.runEnds[run.at()]]
}

// size is the number of documents of a run.
func (x *Index) size(run place) uint32 {
	ends, r := x.parts[run.part()].runEnds, run.at()
	if r > 0 {
		return ends[r] - ends[r-1]
	}
	return ends[0]
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

// NewCounter gives a counter for an index of n documents: 4 bytes a document,
// and 4 more when weights are asked for.
func NewCounter(n int) *Counter { return &Counter{count: make([]int32, n)} }

// After appends to dst the neighbours of doc with higher numbers, up to last,
// in no particular order. weigh is a run's weight by its number of documents:
// one more than the most that a key may have.
func (c *Counter) After(dst []Neighbour, v *View, doc int, last int32, weigh []float32) []Neighbour {
	if c.weight == nil {
		c.weight = make([]float32, len(c.count))
	}
	c.seen = c.seen[:0]
	runs, places := v.of(doc)
	for i, r := range runs {
		w := weigh[v.size(r)]
		for _, d := range v.behind(r, places[i]) {
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
func (c *Counter) Shared(dst []Neighbour, v *View, doc int, least int32) []Neighbour {
	c.seen = c.seen[:0]
	runs, places := v.of(doc)
	for i, r := range runs {
		for _, d := range v.behind(r, places[i]) {
			if c.count[d]++; c.count[d] == least {
				c.seen = append(c.seen, d)
			}
		}
	}
	for _, d := range c.seen {
		dst = append(dst, Neighbour{Doc: d, Count: c.count[d]})
	}
	for i, r := range runs {
		for _, d := range v.behind(r, places[i]) {
			c.count[d] = 0
		}
	}
	return dst
}
