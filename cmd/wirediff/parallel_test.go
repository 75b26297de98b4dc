package main

import (
	"context"
	"errors"
	"slices"
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
