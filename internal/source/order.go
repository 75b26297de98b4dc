package source

import (
	"context"
	"sync"
)

// item is a record or an error.
type item struct {
	rec Record
	err error
}

// batch collects items of one place in the order.
type batch struct {
	items []item
	done  chan struct{} // closed when items is complete
	work  func(*batch)  // makes the items; nil where they are there
}

func (b *batch) emit(r Record)   { b.items = append(b.items, item{rec: r}) }
func (b *batch) fail(err *Error) { b.items = append(b.items, item{err: err}) }

// sink is where a format's reader sends what it finds. Its methods are for
// one goroutine. What is sent is handed on in the same order, though spawned
// work runs at the same time as the reader and other work.
type sink struct {
	cur   *batch
	order chan<- *batch // batches in order, for the consumer
	jobs  chan<- *batch // batches with work, for the workers
	stop  <-chan struct{}
}

// batchSize is how many records go to the consumer at once: enough to make
// the channel's cost vanish, few enough that the first come at once.
const batchSize = 64

func (s *sink) emit(r Record) {
	s.cur.emit(r)
	s.flush(batchSize)
}

func (s *sink) fail(err *Error) {
	s.cur.fail(err)
	s.flush(batchSize)
}

// flush hands the current batch on if it has at least n items.
func (s *sink) flush(n int) {
	if len(s.cur.items) < n {
		return
	}
	b := s.cur
	s.cur = &batch{}
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

// run calls produce in a goroutine, and consume in its own for each item in
// order until that returns false or ctx ends. At most 2 × workers + 2 batches
// are under way. The goroutines end with run, or where it was left early as
// soon as the read of the input that they are in comes back.
func run(ctx context.Context, workers int, produce func(*sink), consume func(item) bool) {
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
		for i := range b.items {
			if ctx.Err() != nil || !consume(b.items[i]) {
				return
			}
		}
	}
}
