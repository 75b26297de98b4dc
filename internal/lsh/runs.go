package lsh

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/runs"
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

// Source has the sketches of documents from 0.
type Source interface {
	// AppendOf appends the sketch of a document.
	AppendOf(dst []uint32, doc int32) []uint32
}

// Work is the room that making candidates needs. Its zero value is ready; it
// may be used again, by one goroutine at a time.
type Work struct {
	runs     runs.Room
	sketch   []uint32
	keys     []uint32
	sketches []uint32 // of the documents of a long run
	order    []int32  // their places in it
}

// Candidates calls propose for the candidates among docs: each two documents
// a < b that share a key of the given part of so many parts. Pairs come in no
// order, and again for each key that they share: see Work.Propose.
func Candidates(docs []int32, of Source, part, parts int, limit Limits, work *Work, propose func(a, b int32)) {
	work.runs.Reset()
	for _, d := range docs {
		work.sketch = of.AppendOf(work.sketch[:0], d)
		work.keys = Keys(work.keys[:0], work.sketch)
		for _, k := range work.keys {
			if int(k>>16)%parts == part {
				work.runs.Add(k, d)
			}
		}
	}
	for run := range runs.Of(work.runs.Sorted()) {
		work.Propose(run, of, limit, propose)
	}
}

// Propose calls propose for the candidates of one key, each two documents
// a < b of its run, which runs.Of gave.
//
// A run of at most limit.Run documents gives all its pairs. In a longer run
// the documents are ordered by their sketches, and each is linked with its
// limit.Next successors and with the run's first: documents that are nearly
// the same stand side by side, and the others meet in a run of another key.
func (w *Work) Propose(run []uint64, of Source, limit Limits, propose func(a, b int32)) {
	limit = limit.withDefaults()
	if len(run) > limit.Run {
		w.long(run, of, limit, propose)
		return
	}
	for i, e := range run {
		for _, f := range run[i+1:] {
			link(runs.Doc(e), runs.Doc(f), propose)
		}
	}
}

// long links the documents of a long run.
func (w *Work) long(run []uint64, of Source, limit Limits, propose func(a, b int32)) {
	w.sketches, w.order = w.sketches[:0], w.order[:0]
	for i, e := range run {
		w.sketches = of.AppendOf(w.sketches, runs.Doc(e))
		w.order = append(w.order, int32(i))
	}
	held := Sketches(w.sketches)
	slices.SortFunc(w.order, func(i, j int32) int {
		return cmp.Or(slices.Compare(held.Of(i), held.Of(j)), cmp.Compare(i, j))
	})
	first := runs.Doc(run[0])
	for i, at := range w.order {
		d := runs.Doc(run[at])
		for _, next := range w.order[i+1 : min(len(run), i+1+limit.Next)] {
			link(d, runs.Doc(run[next]), propose)
		}
		link(first, d, propose)
	}
}

func link(a, b int32, propose func(a, b int32)) {
	if a != b {
		propose(min(a, b), max(a, b))
	}
}

// Compact sorts pairs and removes repeats, in place.
func Compact(pairs []Pair) []Pair {
	slices.SortFunc(pairs, Pair.Compare)
	return slices.Compact(pairs)
}
