package shingle

import "testing"

func TestSharedHash(t *testing.T) {
	set := func(high ...uint64) (s Set) {
		for _, h := range high {
			s = append(s, h<<32|h) // what stands below the high half does not count
		}
		return s
	}
	a, b := set(1, 2, 3, 9), set(2, 3, 4)
	if SharedHash(a, b) != SharedHash(b, a) || SharedHash(a, b) != SharedHash(set(2, 3), set(2, 3, 7)) {
		t.Error("the same shared shingles have two hashes")
	}
	if SharedHash(a, b) == SharedHash(a, set(2, 4)) {
		t.Error("other shared shingles have the same hash")
	}
	if SharedHash(a, set(5)) != 0 || SharedHash(nil, b) != 0 {
		t.Error("nothing shared is not 0")
	}
	twice := Set{2 << 32, 2<<32 | 1, 3 << 32}
	if SharedHash(twice, twice) != SharedHash(set(2, 3), set(2, 3)) {
		t.Error("two shingles with one high half are hashed twice")
	}
}
