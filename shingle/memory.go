package shingle

import (
	"encoding/binary"
	"math/bits"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// memory remembers what tokens of up to 15 bytes come to, by their bytes, in
// buckets of two: a bucket is a line of the cache. A token that is pushed out is
// made out anew when it comes again, so the room is bounded; of the two it is the
// one that was not met last. Its zero value remembers nothing and is ready.
type memory struct {
	note    func(word string, kind token.Kind) uint64
	buckets *[memoryBuckets]bucket
	latest  *[memoryBuckets]uint8 // which of a bucket's two was met last: the other makes room
	buf     []byte
}

type bucket [2]remembered

// remembered is a token: its first eight bytes; the seven behind them, with its
// kind and length above; and what it comes to.
type remembered struct{ lo, hi, hash, note uint64 }

// memoryBuckets is two megabytes of tokens: of 100 tokens of news three are made
// out anew, in some 100 ns each, where a fourth of that room would have seven.
const (
	memoryBits    = 15
	memoryBuckets = 1 << memoryBits
)

// hash gives the hashes of the words among tokens, and how many they are;
// nothing is remembered.
func (m *memory) hash(text string, tokens []token.Token, hashes []uint64) (n int, wide bool) {
	for _, t := range tokens {
		if t.Kind == token.Punct {
			continue
		}
		wide = wide || t.Kind == token.Ideo
		if t.End-t.Start > 15 {
			hashes[n], _ = m.readLong(t.Of(text), t.Kind)
		} else {
			lo, hi := packed(text, t)
			hashes[n], _ = m.read(lo, hi, t.Of(text), t.Kind)
		}
		n++
	}
	return n, wide
}

// packed gives the bytes of a token of at most 15 as two numbers, little end
// first.
func packed(text string, t token.Token) (lo, hi uint64) {
	start, mask := int(t.Start), &masks[(t.End-t.Start)&15]
	if start+16 <= len(text) {
		word := text[start : start+16]
		return load(word) & mask[0], load(word[8:]) & mask[1]
	}
	var word [16]byte
	copy(word[:], t.Of(text))
	return binary.LittleEndian.Uint64(word[:8]), binary.LittleEndian.Uint64(word[8:])
}

// look is hash, from what is remembered, and gives what is noted of each token.
// Punctuation is looked up as words are, and its hash written over: what comes
// next cannot be guessed.
func (m *memory) look(text string, tokens []token.Token, hashes, notes []uint64) (n int, wide bool) {
	if m.buckets == nil && len(tokens) > 0 {
		m.buckets, m.latest = new([memoryBuckets]bucket), new([memoryBuckets]uint8)
	}
	last := len(text) - 16
	most := token.Punct
	for i, t := range tokens {
		start, size := int(t.Start), uint(t.End-t.Start)
		most = max(most, t.Kind)
		if size > 15 || start > last {
			hashes[n], notes[i] = m.find(text, t)
			n += int(t.Kind+3) / 4 // 1 but for punctuation
			continue
		}
		word, mask := text[start:start+16], &masks[size&15]
		lo, key := load(word)&mask[0], load(word[8:])&mask[1]|uint64(t.Kind)<<60|uint64(size)<<56
		b := bucketOf(lo, key)
		which := m.buckets[b].of(lo, key)
		r := &m.buckets[b][which&1]
		if r.lo != lo || r.hi != key {
			r = m.learn(lo, key, text, t)
		} else {
			m.latest[b] = which
		}
		hashes[n], notes[i] = r.hash, r.note
		n += int(t.Kind+3) / 4
	}
	return n, most == token.Ideo
}

func bucketOf(lo, hi uint64) uint64 {
	high, low := bits.Mul64(lo^0xa0761d6478bd642f, hi^0xe7037ed1a0b428db)
	return (high ^ low) >> (64 - memoryBits)
}

// of gives the place of a token, or of another where it is not remembered.
func (b *bucket) of(lo, hi uint64) (which uint8) {
	if (b[1].lo^lo)|(b[1].hi^hi) == 0 {
		which = 1
	}
	return which
}

// learn makes out what a token comes to and remembers it.
func (m *memory) learn(lo, hi uint64, text string, t token.Token) *remembered {
	b := bucketOf(lo, hi)
	m.latest[b] ^= 1
	r := &m.buckets[b][m.latest[b]&1]
	r.lo, r.hi = lo, hi
	r.hash, r.note = m.read(lo, hi&masks[15][1], t.Of(text), t.Kind)
	return r
}

// find gives the hash of a token that is long, or at the text's end, and what
// is noted of it.
func (m *memory) find(text string, t token.Token) (hash, note uint64) {
	if t.End-t.Start > 15 {
		return m.readLong(t.Of(text), t.Kind)
	}
	lo, hi := packed(text, t)
	key := hi | uint64(t.Kind)<<60 | uint64(t.End-t.Start)<<56
	b := bucketOf(lo, key)
	r := &m.buckets[b][m.buckets[b].of(lo, key)&1]
	if r.lo != lo || r.hi != key {
		r = m.learn(lo, key, text, t)
	}
	return r.hash, r.note
}

// read makes out what a token of at most 15 bytes comes to.
func (m *memory) read(lo, hi uint64, word string, kind token.Kind) (hash, note uint64) {
	lo, hi = lower(lo), lower(hi)
	mask := &masks[len(word)&15]
	if (^(lo+(0x80-'0')*ones)&mask[0]|^(hi+(0x80-'0')*ones)&mask[1]|lo|hi)&highs != 0 {
		return m.readLong(word, kind)
	}
	if m.note != nil {
		note = m.note(word, kind)
	}
	return sum(lo, hi, uint(len(word))), note
}

// readLong makes out what any token comes to.
func (m *memory) readLong(word string, kind token.Kind) (hash, note uint64) {
	m.buf = appendNormal(m.buf[:0], word, kind)
	if m.note != nil {
		note = m.note(word, kind)
	}
	return murmur3.Sum64(m.buf), note
}
