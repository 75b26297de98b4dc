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

// Has reports whether the term has the flag.
func (t Term) Has(flag Term) bool { return t&flag != 0 }

// Profile is the terms of a text, sentence after sentence, each ended by a 0:
// 4 bytes a term, about 500 bytes for 200 words.
type Profile []Term

// mostTerms bounds a profile: of a longer text the first 6,000 terms, some
// 12,000 words, are kept.
const mostTerms = 6000

// Builder makes profiles; it is used again from text to text, by one goroutine
// at a time.
type Builder struct {
	lower  []byte
	terms  []word
	capped map[uint32]bool // hashes seen capitalised inside a sentence
}

type word struct {
	term  Term
	first bool // opens its sentence, with a capital
}

// Build makes the profile of the given sentences of a text. Function words are
// left out. The cost is linear in the text.
func (b *Builder) Build(text string, tokens []token.Token, sentences []token.Sentence) Profile {
	if b.capped == nil {
		b.capped = map[uint32]bool{}
	}
	clear(b.capped)
	b.terms = b.terms[:0]
	for _, s := range sentences {
		if len(b.terms) >= mostTerms {
			break
		}
		b.sentence(text, tokens[s.First:s.Last])
	}
	out := make(Profile, len(b.terms))
	for i, w := range b.terms {
		if w.first && b.capped[w.term.Hash()] {
			w.term |= Name
		}
		out[i] = w.term
	}
	return out
}

// sentence appends the terms of one sentence.
func (b *Builder) sentence(text string, tokens []token.Token) {
	start, quoted, opened := len(b.terms), Term(0), false
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		s := text[t.Start:t.End]
		switch t.Kind {
		case token.Punct:
			switch s {
			case "“", "«", "„":
				quoted = Quoted
			case "”", "»":
				quoted = 0
			case "\"":
				quoted ^= Quoted
			}
		case token.Number:
			value, used := number(text, tokens[i:])
			i += used - 1
			b.terms = append(b.terms, word{term: figureTerm(value) | quoted})
			opened = true
		default:
			if value, used, ok := spelled(text, tokens[i:], &b.lower); ok {
				i += used - 1
				b.terms = append(b.terms, word{term: figureTerm(value) | quoted})
				opened = true
				continue
			}
			w, keep := b.word(s, opened)
			opened = true
			if keep {
				w.term |= quoted
				b.terms = append(b.terms, w)
			}
		}
	}
	if len(b.terms) > start {
		b.terms = append(b.terms, word{term: end})
	}
}

// word makes the term of a word; keep is false for a function word.
func (b *Builder) word(s string, opened bool) (w word, keep bool) {
	b.lower = fold(b.lower[:0], s)
	stem := trimPossessive(b.lower)
	if len(stem) == 0 || function[string(stem)] {
		return word{}, false
	}
	r, _ := utf8.DecodeRuneInString(s)
	upper := unicode.IsUpper(r)
	isCommon := common[string(stem)]
	stem = stemOf(stem)
	w.term = hashTerm(stem)
	if isCommon {
		w.term |= Common
	}
	switch {
	case upper && opened && !isCommon:
		w.term |= Name
		b.capped[w.term.Hash()] = true
	case upper:
		w.first = true
	}
	return w, true
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
