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

// passed gives the index of the first token, from i on, that may be in the
// table, in whatever case; the number of tokens where none may be.
func (s *sieve) passed(text string, tokens []token.Token, i int) int {
	for ; i < len(tokens); i++ {
		t := tokens[i]
		start := int(t.Start)
		if start+8 > len(text) {
			break
		}
		key := (load(text[start:start+8]) | 0x20*ones) & firsts[min(t.End-t.Start, 8)]
		if s.slots[key*s.factor>>(64-sieveBits)] == key {
			break
		}
	}
	return i
}

// firsts have the bytes of words of up to eight bytes, little end first.
var firsts = func() (m [9]uint64) {
	for n := range m {
		m[n] = masks[n][0]
	}
	return m
}()

var triggers = sieveOf(anywheres)
