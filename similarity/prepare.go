package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
)

// Preparer takes documents apart for a finder on a goroutine of the caller's,
// so that a text need not wait in memory for one of the finder's own, and be
// fetched from there again. It is for one goroutine; a finder has any number.
type Preparer struct{ worker *worker }

// Preparer gives a new preparer for the finder.
func (f *Finder) Preparer() *Preparer { return &Preparer{f.steps.worker()} }

// Prepared is documents taken apart, to be added by AddPrepared.
type Prepared struct {
	blocks   []block
	previous map[int][]string
	added    []bool // of its documents
	next     int    // the first that may still be added
}

// Prepare takes the documents apart. It keeps none of their strings.
func (p *Preparer) Prepare(docs []shingle.Document) *Prepared {
	made := &Prepared{added: make([]bool, len(docs))}
	for i, d := range docs {
		if len(d.Previous) == 0 {
			continue
		}
		if made.previous == nil {
			made.previous = map[int][]string{}
		}
		previous := make([]string, len(d.Previous))
		for k, id := range d.Previous {
			previous[k] = strings.Clone(id)
		}
		made.previous[i] = previous
	}
	for some := range slices.Chunk(docs, batchDocs) {
		made.blocks = append(made.blocks, p.worker.take(some))
	}
	return made
}

// AddPrepared adds document i of those that were prepared, as Add does. It
// takes them in their order, those that are left out left out for good, and one
// Prepared after the other. What Add tells of an id that another document has is
// told by Result.
func (f *Finder) AddPrepared(p *Prepared, i int) error {
	if f.err != nil {
		return f.err
	}
	if p != f.begun {
		f.settle()
		f.flush()
		f.begun = p
	}
	if i < p.next {
		return ErrOrder
	}
	p.next = i + 1
	if len(p.blocks[i/batchDocs].id(i%batchDocs)) == 0 {
		return ErrNoID
	}
	if previous := p.previous[i]; previous != nil {
		f.follows(previous)
	}
	p.added[i] = true
	f.docs++
	return nil
}

// settle keeps the documents that were added of the Prepared that is begun.
func (f *Finder) settle() {
	p := f.begun
	if p == nil {
		return
	}
	f.begun = nil
	for i, b := range p.blocks {
		added := p.added[i*batchDocs:]
		added = added[:len(b.docs)]
		switch {
		case !slices.Contains(added, true):
			continue
		case slices.Contains(added, false):
			b = b.only(added)
		}
		kept := &batch{block: b}
		f.batches = append(f.batches, kept)
		f.spill.put(&kept.block)
	}
	p.blocks = nil
	if err := f.spill.failed(); err != nil {
		f.err = err // what is read from here on would have no room
	}
}
