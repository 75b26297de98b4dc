package main

import "testing"

// TestBallast holds that garbage gathers to what the process has had already,
// and within bounds.
func TestBallast(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		name               string
		peak, alive, wants int64
	}{
		{"a small run: the least", 100 * mb, 10 * mb, leastBallast},
		{"the peak is not known", 0, 10 * mb, leastBallast},
		{"a large run: what is left of the peak when the heap has grown to twice what lives", 556 * mb, 90 * mb, 280 * mb},
		{"much lives: the least", 556 * mb, 400 * mb, leastBallast},
		{"a huge run: the most", 4096 * mb, 100 * mb, mostBallast},
	} {
		if got := ballast(c.peak, c.alive); int64(got) != c.wants {
			t.Errorf("%s: %d MB, want %d", c.name, got/mb, c.wants/mb)
		}
	}
}
