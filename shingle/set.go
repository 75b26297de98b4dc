package shingle

import (
	"slices"

	"github.com/wirediff/wirediff/internal/hashsort"
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
	s := Shingler{k: k, once: true, words: make([]uint64, 0, len(a.Tokens))}
	return slices.Clone(s.Of(a))
}

// Shingler makes the shingle sets of many documents, one after another, and
// uses its room again: after some documents it allocates nothing. It is for
// one goroutine.
type Shingler struct {
	k       int
	once    bool // for one article: nothing is remembered or noted
	parser  parser
	article Article
	memory  memory
	words   []uint64 // the hashes of the body's words
	notes   []uint64 // what is noted of the body's tokens
	wide    bool     // some are characters of scripts without spaces
	units   []uint8  // then: how much of a word each is
	set     Set
	halves  []uint32
	sets    hashsort.Buckets[uint64]
	vector  hashsort.Vector
}

// NewShingler makes a Shingler for shingles of k words; less than 1 means
// DefaultSize.
func NewShingler(k int) *Shingler {
	if k < 1 {
		k = DefaultSize
	}
	return &Shingler{k: k}
}

// Note has what note gives for each token noted beside its hash, for Notes and
// NotesOf. It is called once for as long as the token is remembered.
func (s *Shingler) Note(note func(word string, kind token.Kind) uint64) { s.memory.note = note }

// Set is the shingle set of a document, the same as NewSet(Parse(doc), k), at
// less cost: no sentences are made. It is valid until the next call.
func (s *Shingler) Set(doc Document) Set {
	s.read(doc)
	return s.combine()
}

// read hashes the words of a document's body.
func (s *Shingler) read(doc Document) {
	s.parser.parse(doc)
	s.clear()
	for _, g := range s.parser.paras {
		if !g.role.Furniture() {
			s.hash(doc.Text, s.parser.tokens[g.first:g.last])
		}
	}
}

// Of is the shingle set of an article, the same as NewSet(a, k). It is valid until
// the next call.
func (s *Shingler) Of(a *Article) Set {
	s.clear()
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

// ArticleHalves is the article of a document, and of its shingle set the high
// halves of the hashes, ascending: of those that are equal under the mask, the
// least. It is Article where 32 bits are enough, at less cost.
func (s *Shingler) ArticleHalves(doc Document, mask uint32) (*Article, []uint32) {
	s.read(doc)
	halves := distinct(s.combineHalves(), mask)
	s.parser.article(&s.article, doc)
	return &s.article, halves
}

// Notes gives what is noted of the tokens of the last document's body, which
// are those of its sentences that are no furniture, in order. It is valid until
// the next call.
func (s *Shingler) Notes() []uint64 { return s.notes }

// NotesOf gives what is noted of the tokens of some sentences of a text, likewise.
// Notes is lost, the set is not.
func (s *Shingler) NotesOf(text string, tokens []Token, sentences ...Sentence) []uint64 {
	s.clear()
	for _, sen := range sentences {
		s.hash(text, tokens[sen.First:sen.Last])
	}
	return s.notes
}

func (s *Shingler) clear() {
	s.words, s.notes, s.units, s.wide = s.words[:0], s.notes[:0], s.units[:0], false
}

// A word has wordUnits; a character of a script without spaces has a part of
// them, so that words have 5/3 characters in Chinese and Japanese, and 15/4 in
// the scripts of South East Asia, whose letters are bytes 0xE0 to 0xE2.
const (
	wordUnits = 15
	hanUnits  = 9
	thaiUnits = 4
)

// hash appends the hashes of the words among tokens, and the notes of all.
func (s *Shingler) hash(text string, tokens []token.Token) {
	n, m := len(s.words), len(s.notes)
	s.words = slices.Grow(s.words, len(tokens))
	words, more, wide := s.words[n:n+len(tokens)], 0, false
	if s.once {
		more, wide = s.memory.hash(text, tokens, words)
	} else {
		s.notes = slices.Grow(s.notes, len(tokens))[:m+len(tokens)]
		more, wide = s.memory.look(text, tokens, words, s.notes[m:])
	}
	s.words = s.words[:n+more]
	if wide || s.wide {
		s.measure(text, tokens, n)
	}
}

// measure appends how much of a word each word among tokens is. The n before
// the first characters of a script without spaces are whole words.
func (s *Shingler) measure(text string, tokens []token.Token, n int) {
	for s.wide = true; len(s.units) < n; {
		s.units = append(s.units, wordUnits)
	}
	for _, t := range tokens {
		switch {
		case t.Kind == token.Punct:
		case t.Kind != token.Ideo:
			s.units = append(s.units, wordUnits)
		case text[t.Start] < 0xe3:
			s.units = append(s.units, thaiUnits)
		default:
			s.units = append(s.units, hanUnits)
		}
	}
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
	s.set = s.sets.Sort(s.set)
	return s.set
}

// combineHalves makes the high halves of the hashes of the set, ascending. Some
// may stand there more than once.
func (s *Shingler) combineHalves() []uint32 {
	if s.wide || s.k != DefaultSize || len(s.words) < DefaultSize {
		s.halves = s.halves[:0]
		for _, h := range s.combine() {
			s.halves = append(s.halves, uint32(h>>32))
		}
		return s.halves
	}
	s.halves = slices.Grow(s.halves[:0], len(s.words))[:len(s.words)-2]
	a, b := s.words[0], s.words[1]
	for i, c := range s.words[2:] {
		s.halves[i] = uint32(finishShingle((a*shingleBase+b)*shingleBase+c) >> 32)
		a, b = b, c
	}
	s.halves = s.vector.Sort(s.halves)
	return s.halves
}

// distinct drops from an ascending list all but the first of those that are
// equal under a mask of high bits, in place. Which those are cannot be guessed:
// there is no branch on it.
func distinct(a []uint32, mask uint32) []uint32 {
	if len(a) == 0 {
		return a
	}
	n, before := 1, a[0]
	for _, h := range a[1:] {
		a[n] = h
		differs := (h ^ before) & mask
		n += int((differs | -differs) >> 31)
		before = h
	}
	return a[:n]
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
