package facts

import (
	"math/bits"

	"github.com/wirediff/wirediff/internal/token"
)

// reading is what a token comes to, wherever it stands.
type reading struct {
	term Term // with Common set; 0 for a function word or a mark; of a number by itself
	is   readingFlags
}

type readingFlags uint8

const (
	isMark      readingFlags = 1 << iota
	isNumber                 // in digits
	isWhole                  // a number that a magnitude word behind it may multiply
	isMagnitude              // a magnitude word
	mayBeNumber              // may begin a number in words
	isUpper                  // begins with a capital
)

// readings remembers the readings of short words by a hash of their bytes, in
// buckets of four, the words read often in front: a bucket is a line of the
// cache. What is pushed out is read anew when it comes again, so the room is
// bounded. Of 10⁶ words two share a hash with a probability below 10⁻⁷.
type readings struct{ buckets []bucket }

type bucket [4]cell

type cell struct {
	hash uint64
	reading
}

// readingBuckets holds the twenty thousand forms that are 97 in 100 words of
// news: half a megabyte, which stays in a core's own cache.
const (
	readingBits    = 13
	readingBuckets = 1 << readingBits
)

// hashOf is the hash of a token's bytes, another one than of any word in lower
// case; 0 for a token that is not remembered.
func hashOf(text string, t token.Token) uint64 {
	lo, hi, ok := token.Packed(text, t)
	if !ok {
		return 0
	}
	high, low := bits.Mul64(lo^0xa0761d6478bd642f, hi^0xe7037ed1a0b428db)
	return high ^ low | 1
}

// of gives the reading of the word with a hash, if it is remembered.
func (k *readings) of(hash uint64) (reading, bool) {
	if k.buckets == nil || hash == 0 {
		return reading{}, false
	}
	b := &k.buckets[hash>>(64-readingBits)]
	if b[0].hash == hash {
		return b[0].reading, true
	}
	for i := 1; i < len(b); i++ {
		if b[i].hash == hash {
			b[i], b[i-1] = b[i-1], b[i]
			return b[i-1].reading, true
		}
	}
	return reading{}, false
}

// put remembers a reading in the place of the one that was last in its bucket.
func (k *readings) put(hash uint64, r reading) {
	if hash == 0 {
		return
	}
	if k.buckets == nil {
		k.buckets = make([]bucket, readingBuckets)
	}
	b := &k.buckets[hash>>(64-readingBits)]
	b[3], b[2] = b[2], cell{hash, r}
}
