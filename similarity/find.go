package similarity

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/wirediff/wirediff/shingle"
)

// The errors of Finder.Add that concern one document: the finder goes on.
var (
	ErrDuplicateID = errors.New("another document has this id")
	ErrNoID        = errors.New("document without an id")
)

// ErrOrder is the error of a prepared document that is added after a later one.
var ErrOrder = errors.New("similarity: prepared documents are added in their order")

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

// Finder finds versions in a stream of documents. It keeps no text: see keep
// for what it keeps of each. Its methods are for one goroutine; the work is
// spread over Config.Workers.
type Finder struct {
	steps   *steps
	err     error // of the configuration, or ErrFinished
	ids     idSet
	batches []*batch
	pending *batch
	docs    int
	slots   chan *worker // idle workers; nil stands for one not made yet
	busy    sync.WaitGroup
	begun   *Prepared // the one that documents were added of last

	spill  *spill
	corpus *corpus // after Result, for Explain and Comparer

	previous map[int32][]string // by number: the versions that a document says it replaces
}

// batch is some documents that one goroutine takes apart, and then what is
// kept of them.
type batch struct {
	docs  []shingle.Document // dropped when done
	bytes int
	block block
}

// A batch is big enough that handing it over costs nothing, and small enough
// that the texts that wait are a few megabytes.
const (
	batchDocs  = 1 << seatBits
	batchBytes = 1 << 20
)

// NewFinder gives an empty finder. A configuration that cannot be met is told
// by Add and by Result.
func NewFinder(cfg Config) *Finder {
	f := &Finder{err: cfg.check()}
	cfg = cfg.withDefaults()
	f.steps = &steps{cfg: cfg}
	f.spill = &spill{limit: cfg.Memory, base: cfg.base(), each: cfg.each()}
	f.slots = make(chan *worker, cfg.Workers)
	for range cfg.Workers {
		f.slots <- nil
	}
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
	case !f.ids.add(doc.ID):
		return fmt.Errorf("document %q: %w", doc.ID, ErrDuplicateID)
	}
	if len(doc.Previous) > 0 {
		f.follows(doc.Previous)
	}
	f.settle()
	if f.pending == nil {
		f.pending = &batch{docs: make([]shingle.Document, 0, batchDocs)}
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

// follows notes the versions that the next document says it replaces.
func (f *Finder) follows(previous []string) {
	if f.previous == nil {
		f.previous = map[int32][]string{}
	}
	f.previous[int32(f.docs)] = previous
}

// flush hands the pending batch to a goroutine; it waits while
// Config.Workers of them are busy.
func (f *Finder) flush() {
	b := f.pending
	if b == nil {
		return
	}
	f.pending = nil
	if err := f.spill.failed(); err != nil {
		f.err = err // what is read from here on would have no room
		return
	}
	f.batches = append(f.batches, b)
	w := <-f.slots
	if w == nil {
		w = f.steps.worker()
	}
	f.busy.Go(func() {
		f.take(w, b)
		f.slots <- w
	})
}

// take packs the documents of a batch and lets go of them.
func (f *Finder) take(w *worker, b *batch) {
	b.block = w.take(b.docs)
	b.docs = nil
	f.spill.put(&b.block)
}

// take packs at most batchDocs documents.
func (w *worker) take(docs []shingle.Document) block {
	p := &w.packer
	p.reset()
	for _, d := range docs {
		w.pack(d)
	}
	return p.block.clone()
}

// Close removes the temporary file of a finder with a limit of memory, and lets
// go of what is kept of the documents. After it neither Explain nor a Comparer
// nor an Assignment may be used. A finder without a limit need not be closed.
func (f *Finder) Close() error {
	f.corpus = nil
	return f.spill.close()
}

// Result finds the clusters and the pairs of all documents added. It stops
// early, with the context's error, when ctx is done. No document may be added
// afterwards.
func (f *Finder) Result(ctx context.Context) (*Result, error) {
	c, err := f.linked(ctx)
	if err != nil {
		return nil, err
	}
	r, err := c.result(ctx)
	if err == nil {
		err = f.spill.failed()
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

// linked ends the adding and links the documents.
func (f *Finder) linked(ctx context.Context) (*corpus, error) {
	if f.err != nil {
		return nil, f.err
	}
	f.settle()
	f.flush()
	f.busy.Wait()
	if f.err != nil {
		return nil, f.err
	}
	f.err, f.ids = ErrFinished, idSet{}
	if err := f.spill.failed(); err != nil {
		return nil, err
	}
	f.steps.cfg.done("documents")
	if f.corpus = newCorpus(f); f.corpus.twice != "" {
		return nil, fmt.Errorf("document %q: %w", f.corpus.twice, ErrDuplicateID)
	}
	f.steps.cfg.done("index")
	if err := f.corpus.link(ctx); err != nil {
		return nil, err
	}
	return f.corpus, f.spill.failed()
}
