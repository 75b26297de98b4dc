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
// at a time.
type Builder struct {
	lower  []byte
	terms  Profile
	spans  []span    // of the terms, while they are wanted
	firsts []int     // terms that open their sentence with a capital
	reads  []Reading // where the caller has none
	capped Distinct  // hashes seen capitalised inside a sentence
}

// span is where a term stands in the text.
type span struct{ start, end int32 }

// Build makes the profile of the given sentences of a text. Function words are
// left out. The cost is linear in the text.
func (b *Builder) Build(text string, tokens []token.Token, sentences []token.Sentence) Profile {
	b.readAll(text, tokens, sentences)
	return b.Append(make(Profile, 0, len(tokens)/2), text, tokens, sentences, b.reads)
}

// Append appends to dst what Build gives, from the readings of the sentences'
// tokens, in order.
func (b *Builder) Append(dst Profile, text string, tokens []token.Token, sentences []token.Sentence, readings []Reading) Profile {
	return append(dst, b.scan(text, tokens, sentences, readings)...)
}

// readAll fills b.reads with the readings of the sentences' tokens.
func (b *Builder) readAll(text string, tokens []token.Token, sentences []token.Sentence) {
	b.reads = b.reads[:0]
	for _, s := range sentences {
		for _, t := range tokens[s.First:s.Last] {
			b.reads = append(b.reads, b.Read(t.Of(text), t.Kind))
		}
	}
}

// Place is a term where it stands in its text.
type Place struct {
	Term Term
	token.Span
}

// Places gives what Build gives, without the ends of sentences and with the
// places of the terms.
func (b *Builder) Places(text string, tokens []token.Token, sentences []token.Sentence) []Place {
	b.readAll(text, tokens, sentences)
	b.spans = make([]span, len(tokens)+len(sentences)+1)
	terms := b.scan(text, tokens, sentences, b.reads)
	var out []Place
	for i, t := range terms {
		if t != end {
			out = append(out, Place{t, token.Span{Start: int(b.spans[i].start), End: int(b.spans[i].end)}})
		}
	}
	b.spans = nil
	return out
}

// scan gives the terms, in room of the builder's, and fills b.spans if it has
// room.
func (b *Builder) scan(text string, tokens []token.Token, sentences []token.Sentence, readings []Reading) Profile {
	b.capped.next(len(readings))
	b.firsts = b.firsts[:0]
	if room := len(tokens) + len(sentences) + 1; len(b.terms) < room {
		b.terms = make(Profile, 2*room)
	}
	n := 0
	for _, s := range sentences {
		if n >= mostTerms {
			break
		}
		tokens := tokens[s.First:s.Last]
		n = b.sentence(n, text, tokens, readings[:len(tokens)])
		readings = readings[len(tokens):]
	}
	for _, i := range b.firsts {
		if b.capped.has(b.terms[i].Hash()) {
			b.terms[i] |= Name
		}
	}
	return b.terms[:n]
}

// sentence puts the terms of one sentence into b.terms from n on, and gives
// where they end. What is a word and nothing more, or a plain mark, goes one way
// without a branch: which comes next cannot be guessed.
func (b *Builder) sentence(n int, text string, tokens []token.Token, readings []Reading) int {
	start, quoted := n, Term(0)
	first := 0 // word
	for first < len(tokens) && tokens[first].Kind == token.Punct {
		first++
	}
	for i := 0; i < len(readings); i++ {
		r, at := readings[i], i
		term := Term(r)
		if r>>termBits&^(isMagnitude>>termBits) != 0 {
			switch {
			case r&isQuote != 0:
				quoted = quotes(tokens[i].Of(text), quoted)
				continue
			case r&isNumber != 0:
				if r&isWhole != 0 && i+1 < len(readings) && readings[i+1]&isMagnitude != 0 {
					value, used := number(text, tokens[i:])
					i += used - 1
					term = figureTerm(value)
				}
			case r&mayBeNumber != 0:
				if value, used, ok := spelled(text, tokens[i:], &b.lower); ok {
					i += used - 1
					term = figureTerm(value)
				}
			}
			if r&isUpper != 0 && term != 0 && !term.Has(Figure) {
				if at == first {
					b.firsts = append(b.firsts, n) // a name, if one is met elsewhere
				} else if !term.Has(Common) {
					b.capped.add(term.Hash())
					term |= Name
				}
			}
		}
		if b.spans != nil {
			b.spans[n] = span{tokens[at].Start, tokens[i].End}
		}
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

// hashTerm is the hash of a stem, never 0.
func hashTerm(stem []byte) Term {
	return Term(max(murmur3.Sum32(stem)&hashMask, 1))
}

// fold appends s in lower case, with typographic apostrophes made plain.
func fold(dst []byte, s string) []byte {
	start, all := len(dst), byte(0)
	dst = append(dst, s...)
	for i, c := range dst[start:] {
		all |= c
		if c-'A' < 26 {
			dst[start+i] = c | 0x20
		}
	}
	if all >= utf8.RuneSelf {
		return append(dst[:0], strings.ReplaceAll(strings.ToLower(s), "’", "'")...)
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
