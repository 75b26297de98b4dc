package main

import (
	"context"
	"iter"
	"sync"
)

// ordered calls work on every value of seq, on up to workers goroutines, and
// hands the results to emit in the order of seq. It stops at the first error
// of emit or of ctx. At most 2×workers results wait at a time.
func ordered[T, R any](ctx context.Context, workers int, seq iter.Seq[T], work func(T) R, emit func(R) error) error {
	outer := ctx
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	type job struct {
		value T
		done  chan R
	}
	jobs := make(chan job)
	queue := make(chan job, 2*workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.done <- work(j.value)
			}
		})
	}
	wg.Go(func() {
		defer close(queue)
		defer close(jobs)
		for v := range seq {
			j := job{v, make(chan R, 1)}
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				j.done <- *new(R)
				return
			}
		}
	})
	var err error
	for j := range queue {
		r := <-j.done
		if err == nil {
			err = outer.Err()
		}
		if err == nil {
			err = emit(r)
		}
		if err != nil {
			cancel()
		}
	}
	wg.Wait()
	if err == nil {
		err = outer.Err()
	}
	return err
}

// inTurn calls work for 0 to n-1, on up to workers goroutines, and hands the
// results to emit one at a time, in order. What emit returns, where it is not
// nil, is called on one of the goroutines, mostly the one that made the result
// and at once, while that is still at hand. It stops at the first error of emit
// or of ctx. At most 2×workers results wait at a time for one before them.
func inTurn[R any](ctx context.Context, workers, n int, work func(int) R, emit func(R) (rest func(), err error)) error {
	q := turns[R]{n: n, ahead: 2 * workers, waiting: map[int]R{}}
	q.moved = sync.NewCond(&q.mu)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for job := q.next(ctx, work, emit); job != nil; job = q.next(ctx, work, emit) {
				job()
			}
		})
	}
	wg.Wait()
	return q.err
}

// turns is a run of inTurn.
type turns[R any] struct {
	n, ahead int

	mu      sync.Mutex
	moved   *sync.Cond // told when what follows changes
	begun   int        // how many were given to work
	due     int        // whose turn it is for emit
	waiting map[int]R  // results whose turn is to come
	rests   []func()   // still to be called
	err     error
}

// next is the next thing to do, nil where nothing is left.
func (q *turns[R]) next(ctx context.Context, work func(int) R, emit func(R) (func(), error)) func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for {
		if q.err == nil {
			q.err = ctx.Err()
		}
		switch last := len(q.rests) - 1; {
		case q.err != nil:
			return nil
		case last >= 0:
			rest := q.rests[last]
			q.rests = q.rests[:last]
			return rest
		case q.begun < q.n && q.begun-q.due < q.ahead:
			i := q.begun
			q.begun++
			return func() { q.done(i, work(i), emit) }
		case q.due == q.n:
			return nil
		}
		q.moved.Wait()
	}
}

// done takes a result, and emits those whose turn has come.
func (q *turns[R]) done(i int, r R, emit func(R) (func(), error)) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting[i] = r
	for r, ok := q.waiting[q.due]; ok && q.err == nil; r, ok = q.waiting[q.due] {
		delete(q.waiting, q.due)
		q.due++
		var rest func()
		if rest, q.err = emit(r); rest != nil {
			q.rests = append(q.rests, rest)
		}
	}
	q.moved.Broadcast()
}
