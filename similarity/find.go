package similarity

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// The errors of Finder.Add that concern one document: the finder goes on.
var (
	ErrDuplicateID = errors.New("another document has this id")
	ErrNoID        = errors.New("document without an id")
)

// ErrFinished is the error of a document added after Result.
var ErrFinished = errors.New("similarity: the finder has given its result")

// Find finds the versions of each story among docs: it adds every document to
// a Finder and returns its Result. Document i of the result is docs[i]. An
// empty or repeated id is an error.
func Find(docs []shingle.Document, cfg Config) (*Result, error) {
	f := NewFinder(cfg)
	for _, d := range docs {
		if err := f.Add(d); err != nil {
			return nil, err
		}
	}
	return f.Result(context.Background())
}

// Finder finds versions in a stream of documents. It keeps no text: see
// record for what it keeps of each. Its methods are for one goroutine; the
// work is spread over Config.Workers.
type Finder struct {
	steps   *steps
	err     error // of the configuration, or ErrFinished
	ids     map[string]bool
	batches []*batch
	pending *batch
	docs    int
	slots   chan *worker // idle workers; nil stands for one not made yet
	busy    sync.WaitGroup

	corpus *corpus // after Result, for Explain

	mu    sync.RWMutex // guards the table's growth, not its cells
	table *lsh.Table   // band keys; documents in the order of Add until Result
}

// batch is some documents that one goroutine takes apart.
type batch struct {
	docs    []shingle.Document // dropped when done
	bytes   int
	first   int // number of the first document
	records []record
}

// A batch is big enough that handing it over costs nothing, and small enough
// that the texts that wait are a few megabytes.
const (
	batchDocs  = 256
	batchBytes = 1 << 20
)

// NewFinder gives an empty finder. A configuration that cannot be met (a
// sketch too small for its bands) is told by Add and by Result.
func NewFinder(cfg Config) *Finder {
	cfg = cfg.withDefaults()
	f := &Finder{ids: map[string]bool{}, slots: make(chan *worker, cfg.Workers)}
	for range cfg.Workers {
		f.slots <- nil
	}
	f.steps, f.err = newSteps(cfg)
	f.table = lsh.NewTable(f.steps.bands)
	return f
}

// Len is the number of documents added.
func (f *Finder) Len() int { return f.docs }

// Add adds a document. Its number in the results is the count of documents
// added before it. An empty id (ErrNoID), or one that an earlier document has
// (ErrDuplicateID), is an error; that document is left out, and the finder
// goes on.
func (f *Finder) Add(doc shingle.Document) error {
	switch {
	case f.err != nil:
		return f.err
	case doc.ID == "":
		return ErrNoID
	case f.ids[doc.ID]:
		return fmt.Errorf("document %q: %w", doc.ID, ErrDuplicateID)
	}
	f.ids[doc.ID] = true
	if f.pending == nil {
		f.pending = &batch{first: f.docs}
	}
	f.docs++
	b := f.pending
	b.docs = append(b.docs, doc)
	b.bytes += len(doc.Text)
	if len(b.docs) >= batchDocs || b.bytes >= batchBytes {
		f.flush()
	}
	return nil
}

// flush hands the pending batch to a goroutine; it waits while
// Config.Workers of them are busy.
func (f *Finder) flush() {
	b := f.pending
	if b == nil {
		return
	}
	f.pending = nil
	f.batches = append(f.batches, b)
	f.mu.Lock()
	f.table.Grow(f.docs)
	f.mu.Unlock()
	w := <-f.slots
	if w == nil {
		w = f.steps.worker()
	}
	f.busy.Go(func() {
		f.take(w, b)
		f.slots <- w
	})
}

// take makes the records of a batch and lets go of its documents.
func (f *Finder) take(w *worker, b *batch) {
	b.records = make([]record, len(b.docs))
	for i, d := range b.docs {
		r, sketch := w.record(d)
		r.doc = int32(b.first + i)
		b.records[i] = r
		f.mu.RLock()
		f.table.Set(b.first+i, sketch)
		f.mu.RUnlock()
	}
	b.docs = nil
}

// Result finds the clusters and the pairs of all documents added. It stops
// early, with the context's error, when ctx is done. No document may be added
// afterwards.
func (f *Finder) Result(ctx context.Context) (*Result, error) {
	if f.err != nil {
		return nil, f.err
	}
	f.flush()
	f.busy.Wait()
	f.err = ErrFinished
	c := newCorpus(f)
	f.corpus = c
	if err := c.link(ctx); err != nil {
		return nil, err
	}
	return c.result(ctx)
}
