package token

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/masks"
)

// walk reads a text by its masks. Tokens are the runs of letters and digits,
// joined over the marks that scan joins them over, and every other mark. Where
// this does not hold, stretches are left to scan: from the first such in a block
// to the last, at once.
func (t *Tokenizer) walk() {
	text := t.text
	t.Tokens, t.Marks, t.lines, t.stops, t.stop, t.before = t.Tokens[:0], 0, t.lines[:0], t.stops[:0], 0, before{}
	stretch := 0 // the start of the one that the text before base ends in
	done := 0    // what is before it needs no look
	for base := 0; base < len(text); base += masks.Size {
		i := base / masks.Size % window
		if i == 0 {
			t.look(base)
		}
		m := &t.blocks[i]
		for done < base+masks.Size {
			live := ^uint64(0) << max(0, done-base)
			words, marks, wide, odd := t.tell(m, base, live)
			spaces := m.Space
			if odd != 0 {
				spaces &= odd&-odd - 1
			}
			if spaces != 0 {
				stretch = base + bits.Len64(spaces)
			}
			if odd == 0 {
				t.put(m, base, words, marks, wide)
				done = base + masks.Size
				break
			}
			if stretch > base {
				behind := uint64(1)<<(stretch-base) - 1
				t.put(m, base, words&behind, marks&behind, wide&behind)
			}
			t.before = before{}
			done = stretchEnd(text, base+bits.Len64(odd))
			t.byBytes(stretch, done)
		}
	}
	if t.before.word|t.before.mark != 0 {
		last := len(t.Tokens) - 1
		t.Tokens[last].End = int32(len(text))
		t.noteStops(last)
	}
}

// look fills the blocks from base on, and notes their lines and marks.
func (t *Tokenizer) look(base int) {
	n := masks.Of(t.blocks[:], t.text[base:])
	few := len(t.lines) < mostLines
	for i := range t.blocks[:n] {
		b := &t.blocks[i]
		for line := b.Newline; line != 0 && few; line &= line - 1 {
			t.lines = append(t.lines, int32(base+i*masks.Size+bits.TrailingZeros64(line)))
		}
		for rare := b.Slash | b.Bracket; rare != 0; rare &= rare - 1 {
			t.Marks |= marksOf[t.text[base+i*masks.Size+bits.TrailingZeros64(rare)]]
		}
	}
}

// tell gives the bytes of a block that are in words and numbers, those that a
// mark begins at, of which the wide have three bytes, and those whose stretches
// are to be left to scan, all among the live. What stands in the stretch of the
// first odd one, and behind it, counts for nothing.
func (t *Tokenizer) tell(m *masks.Block, base int, live uint64) (words, marks, wide, odd uint64) {
	next := space
	if end := base + masks.Size; end < len(t.text) {
		next = class[t.text[end]]
	}
	letters, digits := m.Letter&live, m.Digit&live
	afterLetter, afterDigit := letters<<1|t.before.letter, digits<<1|t.before.digit
	beforeLetter, beforeDigit, beforeSpace := letters>>1, digits>>1, m.Space>>1
	const top = 1 << 63
	switch next {
	case letter:
		beforeLetter |= top
	case digit:
		beforeDigit |= top
	case space:
		beforeSpace |= top
	}
	after, beforeWord, inNumber := afterLetter|afterDigit, beforeLetter|beforeDigit, afterDigit&beforeDigit
	periods := m.Period & after
	words = letters | digits | (periods|m.Apostrophe)&(afterLetter&beforeLetter|inNumber) | m.Comma&inNumber
	odd = m.Colon&after&^beforeSpace | m.Slash&afterLetter&beforeWord
	inside := uint64(0) // wide marks, behind their first byte
	rest := m.Rest & live
	for rest != 0 {
		i := bits.TrailingZeros64(rest)
		three := uint64(7) << i
		switch mark := t.typographic(base + i); {
		case mark == 0 || i+3 > masks.Size:
			odd |= rest & -rest
			rest &= rest - 1
			continue
		case isQuote(mark) && (afterLetter>>i&(beforeLetter>>i>>2)|afterDigit>>i&(beforeDigit>>i>>2))&1 != 0:
			words |= three
		default:
			wide |= 1 << i
			inside |= three & (three - 1)
		}
		rest &^= three
	}
	for p := periods &^ inNumber; p != 0; p &= p - 1 {
		bit := p & -p
		joins, ok := t.period(m, words, base, bits.TrailingZeros64(p), beforeWord&bit != 0)
		if joins {
			words |= bit
		}
		if !ok {
			odd |= bit
		}
	}
	return words, live &^ (words | inside | m.Space), wide, odd
}

// typographic gives the last byte of the mark at i if it is one of western
// typesetting that has three bytes, the first two of them E2 80: U+2010 to
// U+2026 without the dot leader, marks by classOf too.
func (t *Tokenizer) typographic(i int) byte {
	if i+3 > len(t.text) || t.text[i] != 0xe2 || t.text[i+1] != 0x80 {
		return 0
	}
	if c := t.text[i+2]; c >= 0x90 && c <= 0xa6 && c != 0xa4 {
		return c
	}
	return 0
}

// isQuote reports whether the mark with that last byte is ‘ or ’, which join
// letters as an apostrophe does.
func isQuote(last byte) bool { return last == 0x98 || last == 0x99 }

// isEllipsis reports whether it is …, the one that ends sentences.
func isEllipsis(last byte) bool { return last == 0xa6 }

// period reports whether the period at bit i, behind a letter or digit, belongs
// to the word before it; ok is false where scan is to decide. more says that a
// letter or digit follows.
func (t *Tokenizer) period(m *masks.Block, words uint64, base, i int, more bool) (joins, ok bool) {
	at := base + i
	start := 0
	if starts := words &^ (words<<1 | t.before.word) & (1<<i - 1); starts != 0 {
		first := bits.Len64(starts) - 1
		start = base + first
		if !more && m.Period>>first<<first&(1<<i-1) == 0 && i-first > 1 && t.text[at-1]|0x20 != 'w' &&
			(i-first > longestAbbreviation || abbreviationLengths[t.text[start]&0x1f]>>(i-first)&1 == 0) {
			return false, true // most words
		}
	} else {
		start = int(t.Tokens[len(t.Tokens)-1].Start)
	}
	word := t.text[start:at]
	switch {
	case len(word) >= 3 && strings.EqualFold(word[len(word)-3:], "www"):
		return false, false
	case words>>i&1 != 0:
		return true, !lostSpace(t.text, at)
	case isDigit(word[0]) || abbreviationOf(word) == notAbbreviated:
		return false, true
	}
	return true, !more
}

// put appends the tokens of a block. One that goes on behind it gets its end
// with the next.
func (t *Tokenizer) put(m *masks.Block, base int, words, marks, wide uint64) {
	running := words<<1 | t.before.word
	starts, ends := words&^running|marks, running&^words|(marks&^wide)<<1|wide<<3|t.before.mark
	n := len(t.Tokens)
	open := n - int(t.before.word|t.before.mark)
	count := bits.OnesCount64(starts)
	most := max(count, spreadTokens)
	if cap(t.Tokens)-n < most {
		t.Tokens = slices.Grow(t.Tokens, most)
	}
	room := t.Tokens[open : n+most]
	t.Tokens = t.Tokens[:n+count]
	if max(count, bits.OnesCount64(ends)) > spreadTokens || !spreadOver(room, n-open, base, starts, ends, m) {
		begin(t.Tokens[n:], starts, t.text, base)
		end(t.Tokens[open:], ends, base)
	}
	stops := m.Stop<<1 | t.before.stop
	for some := wide; some != 0; some &= some - 1 {
		if isEllipsis(t.typographic(base + bits.TrailingZeros64(some))) {
			stops |= some & -some << 3
		}
	}
	for stops &= ends; stops != 0; stops &= stops - 1 {
		t.stops = append(t.stops, int32(open+bits.OnesCount64(ends&(stops&-stops-1))))
	}
	const top = masks.Size - 1
	t.before.letter, t.before.digit, t.before.stop = m.Letter>>top, m.Digit>>top, m.Stop>>top|wide>>(top-2)
	t.before.word, t.before.mark = words>>top, (marks&^wide)>>top|wide>>(top-2)
}

// spreadTokens is how many tokens spread writes. Few blocks have more: a word and
// its space are six bytes.
const spreadTokens = 16

// noteStops notes the stops among the tokens from the n-th on.
func (t *Tokenizer) noteStops(n int) {
	for i, tok := range t.Tokens[n:] {
		if mayEnd[t.text[tok.End-1]] {
			t.stops = append(t.stops, int32(n+i))
		}
	}
}

// begin notes where tokens start, and their kinds, end where they end: each a
// loop of its own, whose few numbers stay in registers.
func begin(tokens []Token, starts uint64, text string, base int) {
	for i := range tokens {
		at := base + bits.TrailingZeros64(starts)
		starts &= starts - 1
		tokens[i].Start, tokens[i].Kind = int32(at), kinds[text[at]]
	}
}

func end(tokens []Token, ends uint64, base int) {
	for i := range tokens {
		tokens[i].End = int32(base + bits.TrailingZeros64(ends))
		ends &= ends - 1
	}
}

// kinds are the kinds of the tokens that begin with a byte of ASCII.
var kinds = func() (k [256]Kind) {
	for c := range k {
		switch class[c] {
		case letter:
			k[c] = Word
		case digit:
			k[c] = Number
		}
	}
	return k
}()

// byBytes makes the tokens of some stretches anew, as TokenizeMarks does.
func (t *Tokenizer) byBytes(start, end int) {
	n := len(t.Tokens)
	for n > 0 && int(t.Tokens[n-1].Start) >= start {
		n--
	}
	for len(t.stops) > 0 && int(t.stops[len(t.stops)-1]) >= n {
		t.stops = t.stops[:len(t.stops)-1]
	}
	tokens, marks := tokenize(t.Tokens[:n], t.text[:end], start)
	t.Tokens, t.Marks = tokens, t.Marks|marks
	t.noteStops(n)
}
