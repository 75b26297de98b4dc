package main

import "testing"

func TestParseBytes(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int64 // -1 for an error
	}{
		{"", 0}, {"256MB", 256e6}, {"1.5GiB", 3 << 29}, {"64k", 64e3}, {"10 mib", 10 << 20}, {"4096", 4096}, {"7B", 7},
		{"MB", -1}, {"-1GB", -1}, {"0", -1}, {"many", -1}, {"1TB", -1}, {"NaN", -1}, {"1e30", -1}, {"9GBB", -1},
	} {
		got, err := parseBytes(c.in)
		if err != nil {
			got = -1
		}
		if got != c.want {
			t.Errorf("%q: %d (%v), want %d", c.in, got, err, c.want)
		}
	}
}
