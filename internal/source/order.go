package source

import (
	"context"
	"sync"
)

// batch collects the records and errors of one place in the order.
type batch struct {
	records []Record
	errs    []placedError
	done    chan struct{} // closed when the batch is complete
	work    func(*batch)  // fills the batch; nil where it is filled
	buf     []byte        // what the records' bytes are in, where nobody may keep them
}

// placedError is an error that comes after so many records of its batch.
type placedError struct {
	after int
	err   *Error
}

func (b *batch) emit(r Record)   { b.records = append(b.records, r) }
func (b *batch) fail(err *Error) { b.errs = append(b.errs, placedError{len(b.records), err}) }
func (b *batch) len() int        { return len(b.records) + len(b.errs) }

// each calls f with the records and errors in order until it returns false.
// Of r and err one is nil.
func (b *batch) each(f func(r *Record, err *Error) bool) bool {
	errs := b.errs
	for i := 0; i <= len(b.records); i++ {
		for len(errs) > 0 && errs[0].after == i {
			if !f(nil, errs[0].err) {
				return false
			}
			errs = errs[1:]
		}
		if i < len(b.records) && !f(&b.records[i], nil) {
			return false
		}
	}
	return true
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
	select {
	case s.order <- b:
	case <-s.stop:
	}
}

// spawn has work run by a worker; what it sends to its batch takes this place
// in the order. It waits where too much is under way.
func (s *sink) spawn(work func(*batch)) {
	s.flush(1)
	b := &batch{work: work, done: make(chan struct{})}
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

// run calls produce in a goroutine, and consume in its own for each record and
// error in order until that returns false or ctx ends. At most 2 × workers + 2 batches
// are under way. The goroutines end with run, or where it was left early as
// soon as the read of the input that they are in comes back.
func run(ctx context.Context, workers int, produce func(*sink), consume func(*Record, *Error) bool) {
	ctx, cancel := context.WithCancel(ctx)
	order := make(chan *batch, workers)
	jobs := make(chan *batch, workers)
	var pool sync.WaitGroup
	for range workers {
		pool.Go(func() {
			for b := range jobs {
				b.work(b)
				close(b.done)
			}
		})
	}
	go func() {
		s := &sink{cur: &batch{}, order: order, jobs: jobs, stop: ctx.Done()}
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
		if !b.each(func(r *Record, err *Error) bool { return ctx.Err() == nil && consume(r, err) }) {
			return
		}
		putChunk(b.buf)
	}
}
