package main

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func TestOrderedKeepsOrder(t *testing.T) {
	var got []int
	seq := slices.Values([]int{5, 1, 4, 0, 3, 2, 6, 9, 8, 7})
	err := ordered(t.Context(), 4, seq, func(n int) int {
		time.Sleep(time.Duration(n) * time.Millisecond) // later values finish first
		return n
	}, func(n int) error {
		got = append(got, n)
		return nil
	})
	if err != nil || !slices.Equal(got, []int{5, 1, 4, 0, 3, 2, 6, 9, 8, 7}) {
		t.Fatalf("ordered gave %v, %v", got, err)
	}
}

func TestOrderedStopsAtError(t *testing.T) {
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	full := errors.New("disk full")
	n := 0
	err := ordered(t.Context(), 2, endless, func(n int) int { return n }, func(int) error {
		if n++; n == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 10 {
		t.Fatalf("after %d results: %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := ordered(ctx, 2, endless, func(n int) int { return n }, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
}

func TestInTurnKeepsOrderAndCallsTheRest(t *testing.T) {
	for _, workers := range []int{1, 4} {
		var emitted []int
		rest := make([]atomic.Int32, 50)
		err := inTurn(t.Context(), workers, 50, func(n int) int {
			time.Sleep(time.Duration(n*7%5) * time.Millisecond) // later ones finish first
			return n * n
		}, func(square int) (func(), error) {
			n := len(emitted)
			emitted = append(emitted, square)
			if n%3 == 0 {
				return nil, nil
			}
			return func() { rest[n].Add(1) }, nil
		})
		if err != nil || len(emitted) != 50 {
			t.Fatalf("%d workers: %d results, %v", workers, len(emitted), err)
		}
		for n := range emitted {
			want := int32(1)
			if n%3 == 0 {
				want = 0
			}
			if emitted[n] != n*n || rest[n].Load() != want {
				t.Errorf("%d workers: result %d is %d, and the rest was called %d times", workers, n, emitted[n], rest[n].Load())
			}
		}
	}
	if err := inTurn(t.Context(), 2, 0, func(n int) int { return n }, func(int) (func(), error) { return nil, errors.New("of nothing") }); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}

func TestInTurnStopsAtError(t *testing.T) {
	full := errors.New("disk full")
	n := 0
	err := inTurn(t.Context(), 2, 1<<40, func(n int) int { return n }, func(int) (func(), error) {
		if n++; n == 10 {
			return nil, full
		}
		return func() {}, nil
	})
	if !errors.Is(err, full) || n != 10 {
		t.Fatalf("after %d results: %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = inTurn(ctx, 2, 1<<40, func(n int) int { return n }, func(int) (func(), error) {
		cancel()
		return nil, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled: %v", err)
	}
}
