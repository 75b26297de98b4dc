// Package facts compares what survives rewriting: names, figures, quoted words
// and rare words, sentence by sentence.
//
// A rewriter changes nearly every run of words, so that shingles are lost. What
// stays is who, where, how many and what was said. A Profile keeps these as
// hashes, in the order of the text, without the text. Rarity tells how much a
// term is worth, from the corpus and from a prior, so that two texts alone are
// judged much as two among a million. Compare lays two profiles side by side
// and gives a few named features, and Model turns those into a probability.
//
// The package knows nothing of documents and clusters.
package facts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/token"
)

// Term is one word that carries meaning: a hash in the low 28 bits, and what
// kind of word it is above.
type Term uint32

// The flags of a term. A term may have several.
const (
	Name   Term = 1 << 31 // a capital where a sentence does not ask for one
	Figure Term = 1 << 30 // a number; its hash is of its value
	Quoted Term = 1 << 29 // stands in quotation marks
	Common Term = 1 << 28 // in the table of common words

	hashMask = 1<<28 - 1
)

// end ends a sentence in a profile. No term is 0.
const end Term = 0

// Hash is the term without its flags: equal words have equal hashes.
func (t Term) Hash() uint32 { return uint32(t & hashMask) }

// Has reports whether the term has the flag, or one of the flags.
func (t Term) Has(flag Term) bool { return t&flag != 0 }

// Profile is the terms of a text, sentence after sentence, each ended by a 0:
// 4 bytes a term, about 500 bytes for 200 words.
type Profile []Term

// mostTerms bounds a profile: of a longer text the first 6,000 terms, some
// 12,000 words, are kept.
const mostTerms = 6000

// Builder makes profiles; it is used again from text to text, by one goroutine
// at a time. It remembers what it made of the words that it saw, since most
// words of a corpus are the same few thousand.
type Builder struct {
	lower  []byte
	terms  Profile
	spans  []span    // of the terms
	firsts []int     // terms that open their sentence with a capital
	reads  []reading // of a sentence's tokens
	capped Distinct  // hashes seen capitalised inside a sentence
	known  readings
}

// span is where a term stands in the text.
type span struct{ start, end int32 }

// Hashes are hashes of the words of some sentences, the tokens that are no
// punctuation, in order, that the caller has at hand: of those that are plain,
// which begin with a byte of ASCII, one for each spelling in lower case. The
// zero value has none.
type Hashes struct {
	Of    []uint64
	Plain []bool
}

// Build makes the profile of the given sentences of a text. Function words are
// left out. The cost is linear in the text.
func (b *Builder) Build(text string, tokens []token.Token, sentences []token.Sentence) Profile {
	return b.Append(make(Profile, 0, len(tokens)/2), text, tokens, sentences, Hashes{})
}

// Append appends to dst what Build gives.
func (b *Builder) Append(dst Profile, text string, tokens []token.Token, sentences []token.Sentence, words Hashes) Profile {
	return append(dst, b.scan(text, tokens, sentences, words)...)
}

// Place is a term where it stands in its text.
type Place struct {
	Term Term
	token.Span
}

// Places gives what Build gives, without the ends of sentences and with the
// places of the terms.
func (b *Builder) Places(text string, tokens []token.Token, sentences []token.Sentence) []Place {
	var out []Place
	for i, t := range b.scan(text, tokens, sentences, Hashes{}) {
		if t != end {
			out = append(out, Place{t, token.Span{Start: int(b.spans[i].start), End: int(b.spans[i].end)}})
		}
	}
	return out
}

// scan gives the terms, in room of the builder's, and fills b.spans.
func (b *Builder) scan(text string, tokens []token.Token, sentences []token.Sentence, words Hashes) Profile {
	b.capped.next()
	b.firsts = b.firsts[:0]
	if room := len(tokens) + len(sentences); len(b.terms) < room {
		b.terms, b.spans = make(Profile, 2*room), make([]span, 2*room)
	}
	n := 0
	for _, s := range sentences {
		if n >= mostTerms {
			break
		}
		words = b.readAll(text, tokens[s.First:s.Last], words)
		n = b.sentence(n, text, tokens[s.First:s.Last])
	}
	for _, i := range b.firsts {
		if b.capped.has(b.terms[i].Hash()) {
			b.terms[i] |= Name
		}
	}
	return b.terms[:n]
}

// sentence puts the terms of one sentence into b.terms from n on, and gives
// where they end. What is a word and nothing more, or no word, goes one way
// without a branch: which comes next cannot be guessed.
func (b *Builder) sentence(n int, text string, tokens []token.Token) int {
	start, quoted, opened := n, Term(0), false
	for i := 0; i < len(tokens); i++ {
		t, r := tokens[i], b.reads[i]
		term := r.term
		b.spans[n] = span{t.Start, t.End}
		if r.is&(isMark|isNumber|mayBeNumber|isUpper) != 0 {
			switch {
			case r.is&isMark != 0:
				quoted = quotes(text[t.Start:t.End], quoted)
				continue
			case r.is&isNumber != 0:
				if r.is&isWhole != 0 && i+1 < len(tokens) && b.reads[i+1].is&isMagnitude != 0 {
					value, used := number(text, tokens[i:])
					i += used - 1
					term = figureTerm(value)
				}
			case r.is&mayBeNumber != 0:
				if value, used, ok := spelled(text, tokens[i:], &b.lower); ok {
					i += used - 1
					term = figureTerm(value)
				}
			}
			if r.is&isUpper != 0 && term != 0 && !term.Has(Figure) {
				if !opened {
					b.firsts = append(b.firsts, n) // a name, if one is met elsewhere
				} else if !term.Has(Common) {
					b.capped.add(term.Hash())
					term |= Name
				}
			}
			b.spans[n].end = tokens[i].End
		}
		opened = true
		b.terms[n] = term | quoted
		n += int((term | -term) >> 31) // 0 for no term
	}
	if n > start {
		b.terms[n] = end
		n++
	}
	return n
}

// quotes tells whether what stands behind a mark is quoted.
func quotes(mark string, quoted Term) Term {
	switch mark {
	case "“", "«", "„":
		return Quoted
	case "”", "»":
		return 0
	case "\"":
		return quoted ^ Quoted
	}
	return quoted
}

// readAll fills b.reads with the readings of tokens, of which the first words
// have the given hashes; it gives the others. That nothing is decided here lets
// the processor look up many words at once.
func (b *Builder) readAll(text string, tokens []token.Token, words Hashes) (rest Hashes) {
	b.reads = slices.Grow(b.reads[:0], len(tokens))[:len(tokens)]
	n := 0
	for i, t := range tokens {
		switch t.Kind {
		case token.Punct:
			b.reads[i] = reading{is: isMark}
			continue
		case token.Number:
			b.reads[i] = readNumber(t.Of(text))
			n++
			continue
		}
		hash, plain := uint64(0), n < len(words.Of) && words.Plain[n]
		if plain {
			hash = words.Of[n]
		} else {
			hash = hashOf(text, t)
		}
		n++
		r, ok := b.known.of(hash)
		if !ok {
			r = b.read(t.Of(text))
			b.known.put(hash, r)
		}
		if plain { // the hash is of all its spellings
			r.is &^= isUpper
			if text[t.Start]-'A' < 26 {
				r.is |= isUpper
			}
		}
		b.reads[i] = r
	}
	if len(words.Of) == 0 {
		return words
	}
	return Hashes{words.Of[n:], words.Plain[n:]}
}

// readNumber reads a number in digits by itself.
func readNumber(s string) reading {
	value, i := uint64(0), 0
	for ; i < len(s) && i < 15 && s[i]-'0' < 10; i++ {
		value = 10*value + uint64(s[i]-'0')
	}
	if i == len(s) {
		return reading{term: figureTerm(float64(value)), is: isNumber | isWhole}
	}
	v, rest := digits(s)
	if rest == "" {
		return reading{term: figureTerm(v), is: isNumber | isWhole}
	}
	m, _ := magnitude(strings.ToLower(rest))
	return reading{term: figureTerm(v * m), is: isNumber}
}

// read reads a word.
func (b *Builder) read(s string) (r reading) {
	b.lower = fold(b.lower[:0], s)
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(first) {
		r.is |= isUpper
	}
	if spells(b.lower) {
		r.is |= mayBeNumber
	}
	if _, ok := magnitude(string(b.lower)); ok {
		r.is |= isMagnitude
	}
	if stem := trimPossessive(b.lower); len(stem) > 0 && !function[string(stem)] {
		isCommon := common[string(stem)]
		r.term = hashTerm(stemOf(stem))
		if isCommon {
			r.term |= Common
		}
	}
	return r
}

// hashTerm is the hash of a stem, never 0.
func hashTerm(stem []byte) Term {
	return Term(max(murmur3.Sum32(stem)&hashMask, 1))
}

// fold appends s in lower case, with typographic apostrophes made plain.
func fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			low := strings.ToLower(s)
			return append(dst[:0], strings.ReplaceAll(low, "’", "'")...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

func trimPossessive(w []byte) []byte {
	if n := len(w); n > 2 && w[n-2] == '\'' && w[n-1] == 's' {
		return w[:n-2]
	} else if n > 1 && w[n-1] == '\'' {
		return w[:n-1]
	}
	return w
}
