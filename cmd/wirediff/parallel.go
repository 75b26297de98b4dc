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
