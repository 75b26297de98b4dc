package shingle

import (
	"math/bits"
	"slices"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// Set is a document's shingle set: the distinct 64-bit hashes of its shingles,
// ascending.
type Set []uint64

// DefaultSize is the number of words in a shingle. Three is where edited wire
// copy still shares shingles (NEWS-COPY's true pairs: mean resemblance 0.30).
const DefaultSize = 3

// NewSet makes the shingle set of the article's body: furniture and
// punctuation left out, words in their normal form (see appendNormal). A body of
// fewer than k words has one shingle, of all its words; one of none has none.
// Shingles cross sentences and paragraphs, and furniture as if it were not
// there: a caption between two paragraphs changes nothing.
//
// In scripts that are written without spaces characters stand for words. A
// Chinese or Japanese word has some 1.7 of them, a Thai one four letters with
// their marks, so that where k is 3 a shingle has 5 characters or 12; where
// scripts are mixed, as many tokens as make up k words.
//
// The cost is linear in the article, besides the sorting of the set, which is
// linear too on hashes. Use a Shingler for many documents.
func NewSet(a *Article, k int) Set {
	s := Shingler{k: k, words: make([]uint64, 0, len(a.Tokens)), plain: make([]bool, 0, len(a.Tokens))}
	return slices.Clone(s.Of(a))
}

// Shingler makes the shingle sets of many documents, one after another, and
// uses its room again: after some documents it allocates nothing. It is for
// one goroutine.
type Shingler struct {
	k       int
	parser  parser
	article Article
	words   []uint64 // the hashes of the body's words
	plain   []bool   // which of them are plain: see Words
	wide    bool     // some are characters of scripts without spaces
	units   []uint8  // then: how much of a word each is
	set     Set
	spare   Set
	buf     []byte
}

// NewShingler makes a Shingler for shingles of k words; less than 1 means
// DefaultSize.
func NewShingler(k int) *Shingler {
	if k < 1 {
		k = DefaultSize
	}
	return &Shingler{k: k}
}

// Set is the shingle set of a document, the same as NewSet(Parse(doc), k), at
// less cost: no sentences are made. It is valid until the next call.
func (s *Shingler) Set(doc Document) Set {
	s.parser.parse(doc)
	s.words, s.plain, s.units, s.wide = s.words[:0], s.plain[:0], s.units[:0], false
	for _, g := range s.parser.paras {
		if !g.role.Furniture() {
			s.hash(doc.Text, s.parser.tokens[g.first:g.last])
		}
	}
	return s.combine()
}

// Of is the shingle set of an article, the same as NewSet(a, k). It is valid until
// the next call.
func (s *Shingler) Of(a *Article) Set {
	s.words, s.plain, s.units, s.wide = s.words[:0], s.plain[:0], s.units[:0], false
	for i, sen := range a.Sentences {
		if !a.Roles[i].Furniture() {
			s.hash(a.Text, a.Tokens[sen.First:sen.Last])
		}
	}
	return s.combine()
}

// Article is the article of a document, the same as Parse(doc), and its
// shingle set. Both are valid until the next call, which uses their room.
func (s *Shingler) Article(doc Document) (*Article, Set) {
	set := s.Set(doc)
	s.parser.article(&s.article, doc)
	return &s.article, set
}

// Words gives the hashes of the words of the last document's body: of the
// tokens of its sentences that are neither furniture nor punctuation, in order.
// A plain word, of up to 15 bytes of ASCII and none below '0', has a hash of its
// own, whatever its case; the others share one with each spelling of their
// normal form (US and U.S.). Both slices are valid until the next call.
func (s *Shingler) Words() (hashes []uint64, plain []bool) { return s.words, s.plain }

// A word has wordUnits; a character of a script without spaces has a part of
// them, so that words have 5/3 characters in Chinese and Japanese, and 15/4 in
// the scripts of South East Asia, whose letters are bytes 0xE0 to 0xE2.
const (
	wordUnits = 15
	hanUnits  = 9
	thaiUnits = 4
)

// hash appends the hashes of the words among tokens.
func (s *Shingler) hash(text string, tokens []token.Token) {
	for _, t := range tokens {
		if t.Kind == token.Punct {
			continue
		}
		// The short way: no branch on the word's length, which could not be
		// guessed. A byte outside ASCII, or below '0' and no padding, needs the
		// long way: among those are the period, the comma and the apostrophe.
		start, n := int(t.Start), uint(t.End-t.Start)
		if n <= 15 && start+16 <= len(text) && t.Kind != token.Ideo {
			word, mask := text[start:start+16], &masks[n&15]
			lo, hi := load(word)&mask[0], load(word[8:])&mask[1]
			if (^(lo+(0x80-'0')*ones)&mask[0]|^(hi+(0x80-'0')*ones)&mask[1]|lo|hi)&highs == 0 {
				s.words = append(s.words, sum(lower(lo), lower(hi), n))
				s.plain = append(s.plain, true)
				if s.wide {
					s.units = append(s.units, wordUnits)
				}
				continue
			}
		}
		s.hashLong(text, t)
	}
}

// hashLong appends the hash of a word that has no short way, or is a
// character of a script without spaces.
func (s *Shingler) hashLong(text string, t token.Token) {
	s.buf = appendNormal(s.buf[:0], t.Of(text), t.Kind)
	s.words = append(s.words, murmur3.Sum64(s.buf))
	s.plain = append(s.plain, false)
	if t.Kind == token.Ideo && !s.wide {
		s.wide = true
		s.units = s.units[:0]
		for range len(s.words) - 1 {
			s.units = append(s.units, wordUnits)
		}
	}
	if !s.wide {
		return
	}
	unit := uint8(wordUnits)
	if t.Kind == token.Ideo {
		unit = hanUnits
		if text[t.Start] < 0xe3 {
			unit = thaiUnits
		}
	}
	s.units = append(s.units, unit)
}

// combine makes the set of the words' hashes: each shingle is a polynomial of
// them in order, finished so that every bit of the hash depends on all.
func (s *Shingler) combine() Set {
	s.set = s.set[:0]
	switch {
	case len(s.words) == 0:
		return s.set
	case s.wide:
		s.combineWide()
	case len(s.words) < s.k:
		s.set = append(s.set, join(s.words))
	case s.k == DefaultSize:
		s.set = slices.Grow(s.set, len(s.words))[:len(s.words)-2]
		a, b := s.words[0], s.words[1]
		for i, c := range s.words[2:] {
			s.set[i] = finishShingle((a*shingleBase+b)*shingleBase + c)
			a, b = b, c
		}
	default:
		for i := range len(s.words) - s.k + 1 {
			s.set = append(s.set, join(s.words[i:i+s.k]))
		}
	}
	s.set, s.spare = sortHashes(s.set, s.spare)
	s.set = slices.Compact(s.set)
	return s.set
}

// combineWide makes shingles of as many tokens as have the units of k words.
func (s *Shingler) combineWide() {
	need := s.k * wordUnits
	for i, end, have := 0, 0, 0; i < len(s.words); i++ {
		for end < len(s.words) && have < need {
			have += int(s.units[end])
			end++
		}
		if have < need && i > 0 {
			return
		}
		s.set = append(s.set, join(s.words[i:end]))
		have -= int(s.units[i])
	}
}

// shingleBase is the base of the polynomial: odd, so that no bit is lost; the
// golden ratio's 64 bits, as in Fibonacci hashing.
const shingleBase = 0x9e3779b97f4a7c15

// join is the hash of a shingle of these words.
func join(words []uint64) uint64 {
	var h uint64
	for _, w := range words {
		h = h*shingleBase + w
	}
	return finishShingle(h)
}

// finishShingle spreads the high bits, which the polynomial mixes best, over
// the low ones.
func finishShingle(h uint64) uint64 {
	h = (h ^ h>>32) * 0xd6e8feb86659fd93
	return h ^ h>>32
}

// sortHashes sorts hashes, whose bits are evenly spread: they are dealt into
// as many buckets as there are hashes, by their high bits, and put in order by
// insertion there and across. The result may be in the room of spare; both
// are handed back.
func sortHashes(a, spare Set) (sorted, room Set) {
	if len(a) < 2 {
		return a, spare
	}
	if cap(spare) < len(a) {
		spare = make(Set, len(a), cap(a))
	}
	spare = spare[:len(a)]
	const most = 11 // buckets' counters stay in the fast cache
	width := min(most, bits.Len(uint(len(a))))
	var count [1 << most]uint32
	shift := 64 - width
	for _, h := range a {
		count[h>>shift]++
	}
	sum, fullest := uint32(0), uint32(0)
	for i, n := range count[:1<<width] {
		count[i] = sum
		sum, fullest = sum+n, max(fullest, n)
	}
	if fullest > 64 { // insertion would be slow: a very long text, or hashes made to collide
		slices.Sort(a)
		return a, spare
	}
	for _, h := range a {
		b := &count[h>>shift]
		spare[*b] = h
		*b++
	}
	for i := 1; i < len(spare); i++ {
		h, j := spare[i], i
		for j > 0 && spare[j-1] > h {
			spare[j] = spare[j-1]
			j--
		}
		spare[j] = h
	}
	return spare, a
}
