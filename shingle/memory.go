package shingle

import (
	"encoding/binary"
	"math/bits"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// memory remembers what tokens of up to 15 bytes come to, by their bytes, in
// buckets of two: a bucket is a line of the cache. A token that is pushed out is
// made out anew when it comes again, so the room is bounded. Its zero value
// remembers nothing and is ready.
type memory struct {
	lasting bool // it is for many documents, and worth its room
	note    func(word string, kind token.Kind) uint64
	buckets *[memoryBuckets]bucket
	turn    int // which of the two the next token takes
	buf     []byte
}

type bucket [2]remembered

// remembered is a token: its first eight bytes; the seven behind them, with its
// kind and length above; and what it comes to.
type remembered struct{ lo, hi, hash, note uint64 }

// memoryBuckets holds most of the twenty thousand forms that are 97 in 100
// words of news: half a megabyte, which stays in a core's own cache.
const (
	memoryBits    = 13
	memoryBuckets = 1 << memoryBits
)

// find gives the hash of a token of at most 15 bytes, and what is noted of it.
func (m *memory) find(text string, t token.Token) (hash, note uint64) {
	n := uint(t.End - t.Start)
	mask := &masks[n&15]
	var lo, hi uint64
	if start := int(t.Start); start+16 <= len(text) {
		word := text[start : start+16]
		lo, hi = load(word)&mask[0], load(word[8:])&mask[1]
	} else {
		var word [16]byte
		copy(word[:], t.Of(text))
		lo, hi = binary.LittleEndian.Uint64(word[:8]), binary.LittleEndian.Uint64(word[8:])
	}
	if m.buckets == nil {
		if !m.lasting {
			return m.read(lo, hi, t.Of(text), t.Kind)
		}
		m.buckets = new([memoryBuckets]bucket)
	}
	key := hi | uint64(t.Kind)<<60 | uint64(n)<<56
	high, low := bits.Mul64(lo^0xa0761d6478bd642f, key^0xe7037ed1a0b428db)
	b := &m.buckets[(high^low)>>(64-memoryBits)]
	second := 0
	if (b[1].lo^lo)|(b[1].hi^key) == 0 {
		second = 1
	}
	r := &b[second]
	if r.lo != lo || r.hi != key {
		r = &b[m.turn&1]
		m.turn++
		r.lo, r.hi = lo, key
		r.hash, r.note = m.read(lo, hi, t.Of(text), t.Kind)
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
