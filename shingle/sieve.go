package shingle

import "github.com/wirediff/wirediff/internal/token"

// sieve tells of the words of running text, each in a few steps without a
// branch, that they are not in a table of words in ASCII letters. It knows the
// words by their first eight bytes, without case, each in a slot of its own.
type sieve struct {
	factor uint64
	slots  [1 << sieveBits]uint64
}

// sieveBits makes four kilobytes, a twelfth of the fast cache: some forty words
// in as many slots are without two in one for an eighth of all factors.
const sieveBits = 9

func sieveOf[V any](table map[string]V) *sieve {
	s := &sieve{factor: shingleBase}
search:
	for ; ; s.factor += 2 {
		s.slots = [1 << sieveBits]uint64{}
		for w := range table {
			key := uint64(0)
			for i := range min(len(w), 8) {
				key |= uint64(w[i]) << (8 * i)
			}
			slot := &s.slots[key*s.factor>>(64-sieveBits)]
			if *slot != 0 && *slot != key {
				continue search
			}
			*slot = key
		}
		return s
	}
}

// may reports whether a token of text may be in the table, in whatever case.
func (s *sieve) may(text string, t token.Token) bool {
	start := int(t.Start)
	if start+8 > len(text) {
		return true
	}
	key := (load(text[start:start+8]) | 0x20*ones) & masks[min(t.End-t.Start, 8)][0]
	return s.slots[key*s.factor>>(64-sieveBits)] == key
}

var triggers = sieveOf(anywheres)
