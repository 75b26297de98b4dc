package shingle

import "testing"

func TestSharedHash(t *testing.T) {
	a, b := Set{1, 2, 3, 9}, Set{2, 3, 4}
	if SharedHash(a, b) != SharedHash(b, a) || SharedHash(a, b) != SharedHash(Set{2, 3}, Set{2, 3, 7}) {
		t.Error("the same shared shingles have two hashes")
	}
	if SharedHash(a, b) == SharedHash(a, Set{2, 4}) {
		t.Error("other shared shingles have the same hash")
	}
	if SharedHash(a, Set{5}) != 0 || SharedHash(nil, b) != 0 {
		t.Error("nothing shared is not 0")
	}
}
