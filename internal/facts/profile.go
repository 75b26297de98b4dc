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
	terms  []word
	reads  []reading // of a sentence's tokens; of punctuation, anything
	capped Distinct  // hashes seen capitalised inside a sentence
	known  readings
}

type word struct {
	term       Term
	first      bool  // opens its sentence, with a capital
	start, end int32 // bytes of the text
}

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
	b.scan(text, tokens, sentences, words)
	for i := range b.terms {
		dst = append(dst, b.terms[i].term)
	}
	return dst
}

// Place is a term where it stands in its text.
type Place struct {
	Term Term
	token.Span
}

// Places gives what Build gives, without the ends of sentences and with the
// places of the terms.
func (b *Builder) Places(text string, tokens []token.Token, sentences []token.Sentence) []Place {
	b.scan(text, tokens, sentences, Hashes{})
	var out []Place
	for _, w := range b.terms {
		if w.term != end {
			out = append(out, Place{w.term, token.Span{Start: int(w.start), End: int(w.end)}})
		}
	}
	return out
}

// scan fills b.terms.
func (b *Builder) scan(text string, tokens []token.Token, sentences []token.Sentence, words Hashes) {
	b.capped.next()
	b.terms = b.terms[:0]
	opening := false
	for _, s := range sentences {
		if len(b.terms) >= mostTerms {
			break
		}
		words = b.readAll(text, tokens[s.First:s.Last], words)
		opening = b.sentence(text, tokens[s.First:s.Last]) || opening
	}
	if !opening {
		return
	}
	for i := range b.terms {
		if w := &b.terms[i]; w.first && b.capped.has(w.term.Hash()) {
			w.term |= Name
		}
	}
}

// sentence appends the terms of one sentence, and reports whether its first
// word may be a name.
func (b *Builder) sentence(text string, tokens []token.Token) (opening bool) {
	start, quoted, opened := len(b.terms), Term(0), false
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t.Kind == token.Punct {
			switch text[t.Start:t.End] {
			case "“", "«", "„":
				quoted = Quoted
			case "”", "»":
				quoted = 0
			case "\"":
				quoted ^= Quoted
			}
			continue
		}
		r := b.reads[i]
		w := word{term: r.term | quoted, start: t.Start, end: t.End}
		switch {
		case t.Kind == token.Number:
			if r.unscaled && i+1 < len(tokens) && tokens[i+1].Kind == token.Word && b.reads[i+1].scales {
				value, used := number(text, tokens[i:])
				i += used - 1
				w.term, w.end = figureTerm(value)|quoted, tokens[i].End
			}
			opened = true
			b.terms = append(b.terms, w)
			continue
		case r.spells:
			if value, used, ok := spelled(text, tokens[i:], &b.lower); ok {
				i += used - 1
				w.term, w.end = figureTerm(value)|quoted, tokens[i].End
				opened = true
				b.terms = append(b.terms, w)
				continue
			}
		}
		if r.term != 0 {
			switch {
			case r.upper && !opened:
				w.first, opening = true, true
			case r.upper && !r.term.Has(Common):
				w.term |= Name
				b.capped.add(r.term.Hash())
			}
			b.terms = append(b.terms, w)
		}
		opened = true
	}
	if len(b.terms) > start {
		b.terms = append(b.terms, word{term: end})
	}
	return opening
}

// readAll fills b.reads with the readings of tokens, of which the first words
// have the given hashes; it gives the others. That nothing is decided here lets
// the processor look up many words at once.
func (b *Builder) readAll(text string, tokens []token.Token, words Hashes) (rest Hashes) {
	b.reads = slices.Grow(b.reads[:0], len(tokens))[:len(tokens)]
	n := 0
	for i, t := range tokens {
		if t.Kind == token.Punct {
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
			r = b.read(t.Of(text), t.Kind)
			b.known.put(hash, r)
		}
		if plain {
			r.upper = text[t.Start]-'A' < 26
		}
		b.reads[i] = r
	}
	if len(words.Of) == 0 {
		return words
	}
	return Hashes{words.Of[n:], words.Plain[n:]}
}

// read reads a word or number.
func (b *Builder) read(s string, kind token.Kind) (r reading) {
	if kind == token.Number {
		value, rest := digits(s)
		if rest != "" {
			m, _ := magnitude(strings.ToLower(rest))
			value *= m
		}
		r.term, r.unscaled = figureTerm(value), rest == ""
		return r
	}
	b.lower = fold(b.lower[:0], s)
	first, _ := utf8.DecodeRuneInString(s)
	r.upper, r.spells = unicode.IsUpper(first), spells(b.lower)
	_, r.scales = magnitude(string(b.lower))
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
