package quantity

import (
	"math"
	"math/big"
	"testing"
)

// TestCompare holds compare against Cmp, over every pair of numbers that its
// ways part at.
func TestCompare(t *testing.T) {
	var all []*big.Rat
	for _, n := range []int64{0, 1, -1, 2, -7, 10, 33, 1234567, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1} {
		for _, d := range []int64{1, 2, 3, 10, 100000, math.MaxInt64, math.MaxInt64 - 1} {
			all = append(all, big.NewRat(n, d))
		}
	}
	for _, s := range []string{"123456789012345678901234567890", "-123456789012345678901234567890", "1/123456789012345678901234567890", "123456789012345678901234567891/2"} {
		r, _ := new(big.Rat).SetString(s)
		all = append(all, r)
	}
	for _, x := range all {
		for _, y := range all {
			if got, want := compare(x, y), x.Cmp(y); got != want {
				t.Errorf("%v to %v: %d, want %d", x, y, got, want)
			}
		}
	}
}
