package source

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// batch collects the records and errors of one place in the order.
type batch struct {
	records []Record
	errs    []placedError
	done    chan struct{} // closed when the batch is complete
	work    func(*batch)  // fills the batch; nil where it is filled
	buf     []byte        // what the records' bytes are in, where nobody may keep them
	parser  *jsonParser   // what their strings are in, where Work has them
}

// placedError is an error that comes after so many records of its batch.
type placedError struct {
	after int
	err   *Error
}

func (b *batch) emit(r Record)   { b.records = append(b.records, r) }
func (b *batch) fail(err *Error) { b.errs = append(b.errs, placedError{len(b.records), err}) }
func (b *batch) len() int        { return len(b.records) + len(b.errs) }

// all gives the records and errors in order. Of two one is nil.
func (b *batch) all() iter.Seq2[*Record, *Error] {
	return func(yield func(*Record, *Error) bool) {
		errs := b.errs
		for i := 0; i <= len(b.records); i++ {
			for len(errs) > 0 && errs[0].after == i {
				if !yield(nil, errs[0].err) {
					return
				}
				errs = errs[1:]
			}
			if i < len(b.records) && !yield(&b.records[i], nil) {
				return
			}
		}
	}
}

// sink is where a format's reader sends what it finds. Its methods are for
// one goroutine. What is sent is handed on in the same order, though spawned
// work runs at the same time as the reader and other work.
type sink struct {
	cur   *batch
	size  int           // bytes of text in cur
	order chan<- *batch // batches in order, for the consumer
	jobs  chan<- *batch // batches with work, for the workers
	stop  <-chan struct{}
	cfg   *Config
}

// recordRooms are records of batches that were read: some four hundred bytes each,
// a third of what a short article takes.
var recordRooms spare[[]Record]

// mostRoom is the most records whose room is used again.
const mostRoom = 4096

// makeRoom gives an empty batch room for n records.
func (b *batch) makeRoom(n int) {
	room, _ := recordRooms.get()
	b.records = slices.Grow(room, n)
}

// release gives back what is used again of a batch that was read to its end.
func (b *batch) release() {
	putChunk(b.buf)
	if n := cap(b.records); n > 0 && n <= mostRoom {
		clear(b.records)
		recordRooms.put(b.records[:0])
	}
	*b = batch{}
}

// batchSize is how many records go to the consumer at once: enough to make
// the channel's cost vanish, few enough that the first come at once.
const batchSize = 64

func (s *sink) emit(r Record) {
	s.cur.emit(r)
	if s.size += len(r.Text); s.size >= chunkSize {
		s.flush(1)
		return
	}
	s.flush(batchSize)
}

func (s *sink) fail(err *Error) {
	s.cur.fail(err)
	s.flush(batchSize)
}

// flush hands the current batch on if n records and errors are in it.
func (s *sink) flush(n int) {
	if s.cur.len() < n {
		return
	}
	b := s.cur
	s.cur, s.size = &batch{}, 0
	if s.cfg.Work != nil {
		s.give(b)
		return
	}
	select {
	case s.order <- b:
	case <-s.stop:
	}
}

// spawn has work run by a worker; what it sends to its batch takes this place
// in the order. It waits where too much is under way.
func (s *sink) spawn(work func(*batch)) {
	s.flush(1)
	s.give(&batch{work: work})
}

// give has a worker make b complete.
func (s *sink) give(b *batch) {
	b.done = make(chan struct{})
	select {
	case s.order <- b:
	case <-s.stop:
		return
	}
	select {
	case s.jobs <- b:
	case <-s.stop:
		close(b.done)
	}
}

// stopped reports that nobody wants more.
func (s *sink) stopped() bool {
	select {
	case <-s.stop:
		return true
	default:
		return false
	}
}

// hand has work take the records of the batch, those with a text over maxText
// left out, and lets go of all of them that Read does not give.
func (b *batch) hand(work func([]Record) any, maxText int64) {
	if slices.ContainsFunc(b.records, func(r Record) bool { return int64(len(r.Text)) > maxText }) {
		fit := batch{}
		for r, err := range b.all() {
			if err == nil {
				err = overText(r, maxText)
			}
			if err != nil {
				fit.fail(err)
			} else {
				fit.emit(*r)
			}
		}
		b.records, b.errs = fit.records, fit.errs
	}
	made := work(b.records)
	for i := range b.records {
		r := &b.records[i]
		*r = Record{
			ID: r.ID, Outlet: r.Outlet, Published: r.Published,
			File: r.File, Index: r.Index, Offset: r.Offset, Format: r.Format,
			Header: r.Header, Warnings: r.Warnings, Work: made, Nth: i,
		}
	}
	if b.parser != nil {
		b.parser.release()
		b.parser = nil
	}
}

// overText is the error of a record whose text is over the limit.
func overText(r *Record, maxText int64) *Error {
	if int64(len(r.Text)) <= maxText {
		return nil
	}
	why := fmt.Errorf("%w: its text has %d bytes, at most %d are read", ErrTooLarge, len(r.Text), maxText)
	return &Error{r.File, r.Index, r.Offset, why}
}

// run calls produce in a goroutine, and consume in its own for each record and
// error in order until that returns false or ctx ends. At most 2 × workers + 2 batches
// are under way. The goroutines end with run, or where it was left early as
// soon as the read of the input that they are in comes back.
func run(ctx context.Context, cfg *Config, produce func(*sink), consume func(*Record, *Error) bool) {
	ctx, cancel := context.WithCancel(ctx)
	order := make(chan *batch, cfg.Workers)
	jobs := make(chan *batch, cfg.Workers)
	var pool sync.WaitGroup
	for range cfg.Workers {
		pool.Go(func() {
			var work func([]Record) any
			if cfg.Work != nil {
				work = cfg.Work()
			}
			for b := range jobs {
				if b.work != nil {
					b.work(b)
				}
				if work != nil {
					b.hand(work, cfg.MaxText)
				}
				close(b.done)
			}
		})
	}
	go func() {
		s := &sink{cur: &batch{}, order: order, jobs: jobs, stop: ctx.Done(), cfg: cfg}
		produce(s)
		s.flush(1)
		close(jobs)
		pool.Wait()
		close(order)
	}()
	defer cancel()
	for {
		var b *batch
		select {
		case <-ctx.Done():
			return
		case b = <-order:
		}
		if b == nil {
			return
		}
		if b.done != nil {
			<-b.done
		}
		for r, err := range b.all() {
			if ctx.Err() != nil || !consume(r, err) {
				return
			}
		}
		b.release()
	}
}
