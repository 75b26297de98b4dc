// Package runs sorts keys of documents, so that the documents of one key stand
// side by side: a run.
//
// An entry is a key and a document in one number. Entries are dealt by their
// keys into Parts parts, which are sorted one by one, so that the room for
// sorting is a part's. Where even all entries are too many for memory they are
// made in rounds, each for some of the parts. The parts, and with them the
// order of the runs, are the same whatever the number of rounds.
package runs

import (
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// Parts is the number of parts that the keys are dealt into: by their lowest
// bits, so those must be spread evenly.
const Parts = 64

// Entry puts a key and a document into one number, which sorts by key, then
// document.
func Entry(key uint32, doc int32) uint64 { return uint64(key)<<32 | uint64(uint32(doc)) }

// Doc is the document of an entry.
func Doc(entry uint64) int32 { return int32(uint32(entry)) }

// Sort calls fill in each of so many rounds (1 to Parts), to add the entries
// of all documents, in any order, through the round's writers. The round takes
// those of its parts and hands each part, sorted by key, to take, on up to
// workers goroutines. The entries are take's until it returns.
func Sort(rounds, workers int, fill func(*Round), take func(part, worker int, sorted []uint64)) {
	r := &Round{}
	work := make([]Room, workers)
	for i := range rounds {
		r.from, r.to = uint32(Parts*i/rounds), uint32(Parts*(i+1)/rounds)
		fill(r)
		for _, w := range r.writers {
			w.close()
		}
		r.writers = nil
		next := int32(r.from)
		var wg sync.WaitGroup
		for w := range min(workers, int(r.to-r.from)) {
			wg.Go(func() {
				for p := atomic.AddInt32(&next, 1) - 1; p < int32(r.to); p = atomic.AddInt32(&next, 1) - 1 {
					r.collect(int(p), &work[w])
					take(int(p), w, work[w].Sorted())
				}
			})
		}
		wg.Wait()
	}
}

// Rounds is how many rounds it takes to keep so many entries within so many
// bytes.
func Rounds(entries, bytes int) int {
	return min(Parts, max(1, (8*entries+bytes-1)/max(1, bytes)))
}

// Round is where the entries of some parts are gathered.
type Round struct {
	from, to uint32 // parts

	mu      sync.Mutex
	chunks  [Parts][][]uint64
	free    [][]uint64 // of the round before
	writers []*Writer
}

// chunk is how many entries are handed over at a time: 4 KB.
const chunk = 512

// Writer adds entries to a round; it is for one goroutine.
type Writer struct {
	round *Round
	open  [Parts][]uint64
}

// Writer makes one of the round's writers.
func (r *Round) Writer() *Writer {
	w := &Writer{round: r}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.writers = append(r.writers, w)
	return w
}

// Add adds an entry, if it is of a part of this round.
func (w *Writer) Add(key uint32, doc int32) {
	p := key % Parts
	if p-w.round.from >= w.round.to-w.round.from {
		return
	}
	open := w.open[p]
	if len(open) == cap(open) {
		open = w.round.exchange(p, open)
	}
	w.open[p] = append(open, Entry(key, doc))
}

// exchange takes a full chunk, or none, and gives an empty one.
func (r *Round) exchange(part uint32, full []uint64) []uint64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	if full != nil {
		r.chunks[part] = append(r.chunks[part], full)
	}
	if n := len(r.free); n > 0 {
		c := r.free[n-1]
		r.free = r.free[:n-1]
		return c
	}
	return make([]uint64, 0, chunk)
}

func (w *Writer) close() {
	for p, c := range w.open {
		if c != nil {
			w.round.chunks[p] = append(w.round.chunks[p], c)
		}
	}
}

// collect puts the entries of a part into room.
func (r *Round) collect(part int, room *Room) {
	chunks := r.chunks[part]
	r.chunks[part] = nil
	room.Reset()
	if n := chunk * len(chunks); cap(room.entries) < n {
		room.entries = make([]uint64, 0, n+n/8) // the next part may be somewhat larger
	}
	for i, c := range chunks {
		room.entries = append(room.entries, c...)
		chunks[i] = c[:0]
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.free = append(r.free, chunks...)
}

// Room is entries, and the room that sorting them needs. Its zero value is
// ready; it may be used again, by one goroutine at a time.
type Room struct{ entries, spare []uint64 }

// Reset takes all entries out.
func (r *Room) Reset() { r.entries = r.entries[:0] }

// Add puts an entry in.
func (r *Room) Add(key uint32, doc int32) { r.entries = append(r.entries, Entry(key, doc)) }

// Sorted sorts the entries by key, keeping the order that they have within a
// key: a radix sort on the key's 32 bits, three passes of 11, 11 and 10.
func (r *Room) Sorted() []uint64 {
	a := r.entries
	if len(a) < 512 { // fewer entries than a pass has counters to clear
		slices.Sort(a)
		return a
	}
	if cap(r.spare) < len(a) {
		r.spare = make([]uint64, len(a), cap(a))
	}
	b := r.spare[:len(a)]
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
	r.entries, r.spare = a, b
	return a
}

// Of yields the stretches of two entries and more that share a key, each in
// the order of its documents.
func Of(sorted []uint64) iter.Seq[[]uint64] {
	return func(yield func([]uint64) bool) {
		for i := 0; i < len(sorted); {
			j := i + 1
			for j < len(sorted) && sorted[j]>>32 == sorted[i]>>32 {
				j++
			}
			if j-i > 1 {
				run := sorted[i:j]
				if !slices.IsSorted(run) {
					slices.Sort(run)
				}
				if !yield(run) {
					return
				}
			}
			i = j
		}
	}
}
