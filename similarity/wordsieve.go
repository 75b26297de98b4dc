package similarity

// wordSieve counts what sets of words share with one set. Merging two sets goes
// over both, and what comes next cannot be guessed; so what may be in the set is
// sifted first, with nothing to guess, and only that is merged. Of two texts that
// share little hardly anything is.
type wordSieve struct {
	words  []word
	bits   [1 << siftBits / 64]uint64 // has the high bits of each word
	sifted []word
}

// siftBits are the high bits of a word, which are spread evenly, that a word is
// known by: of those that are not in a set of 200, one in 80 passes. It takes
// 2 KB.
const siftBits = 14

// fill puts a set in the place of the last one; it is kept.
func (s *wordSieve) fill(words []word) {
	s.words = words
	clear(s.bits[:])
	for _, w := range words {
		s.bits[w>>(32-siftBits+6)] |= 1 << (w >> (32 - siftBits) % 64)
	}
}

// sift gives, in their order, those of some words that are in the set, and a few
// that are not. They are valid until the next call.
func (s *wordSieve) sift(words []word) []word {
	if cap(s.sifted) < len(words) {
		s.sifted = make([]word, 2*len(words))
	}
	out, n := s.sifted[:len(words)], 0
	for _, w := range words {
		out[n] = w
		n += int(s.bits[w>>(32-siftBits+6)] >> (w >> (32 - siftBits) % 64) & 1)
	}
	return out[:n]
}

// has is how many of the words, which ascend, are in the set.
func (s *wordSieve) has(words []word) int {
	n, i := 0, 0
	for _, w := range words {
		for i < len(s.words) && s.words[i] < w {
			i++
		}
		if i < len(s.words) && s.words[i] == w {
			n++
		}
	}
	return n
}

// shared is how many of the words, which ascend, are in the set.
func (s *wordSieve) shared(words []word) int { return s.has(s.sift(words)) }
