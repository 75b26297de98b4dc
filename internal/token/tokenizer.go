package token

import (
	"math"

	"github.com/wirediff/wirediff/internal/masks"
)

// Tokenizer takes many texts apart, one after another, in room that it uses
// again. Where masks are fast it goes from token to token, from line to line and
// from stop to stop in the masks of the text (package masks), else from byte to
// byte, as the functions do: what it gives is the same. Its zero value is ready;
// it is for one goroutine.
type Tokenizer struct {
	Tokens []Token // of the text read last
	Marks  Marks   // that stand in it

	text   string
	walked bool    // it was read by its masks; else there are no lines and stops
	lines  []int32 // where a \n stands, the first mostLines of them and some
	stops  []int32 // indexes of the tokens whose last byte may end a sentence
	stop   int     // the first of stops that is not behind the last sentence asked for
	blocks [window]masks.Block
	before before
}

// window is how many blocks are made at a time: 1.5 KB, little against the
// tokens of a text, and enough that the call costs nothing.
const window = 16

// mostLines is how many line ends are noted, 256 KB: more than articles have, and
// little to take for a text of nothing else. Those behind them are sought.
const mostLines = 1 << 16

// before says of the byte before a block what it is, as the lowest bit.
type before struct {
	letter, digit, stop uint64
	word                uint64 // in a token that may go on
	mark                uint64 // a token of its own, whose end is not noted
}

// Read makes the tokens of a text, as TokenizeMarks does.
func (t *Tokenizer) Read(text string) {
	t.text, t.walked = text, masks.Fast && len(text) <= math.MaxInt32
	if t.walked {
		t.walk()
	} else {
		t.Tokens, t.Marks = TokenizeMarks(t.Tokens[:0], text)
	}
}

// Paragraphs appends the paragraphs of the text, as the function does.
func (t *Tokenizer) Paragraphs(dst []Span) []Span {
	if len(t.lines) == 0 || !t.walked {
		return Paragraphs(dst, t.text)
	}
	return paragraphs(dst, reader{text: t.text, ending: '\n', breaks: t.lines})
}

// Sentences appends the sentences of a block whose tokens are Tokens[first:last],
// as the function does. Blocks are best asked for in order.
func (t *Tokenizer) Sentences(dst []Sentence, first, last int) []Sentence {
	if !t.walked {
		return Sentences(dst, t.text, t.Tokens, first, last)
	}
	c := cutter{text: t.text, tokens: t.Tokens[:last]}
	for t.stop > 0 && int(t.stops[t.stop-1]) >= first {
		t.stop--
	}
	for i, start := first, first; ; {
		for t.stop < len(t.stops) && int(t.stops[t.stop]) < i {
			t.stop++
		}
		i = start + MaxSentence - 1
		if t.stop < len(t.stops) {
			i = min(i, int(t.stops[t.stop]))
		}
		if i >= last {
			if start < last {
				dst = append(dst, c.sentence(start, last))
			}
			return dst
		}
		next, ends := c.ends(start, i)
		if ends || next-start >= MaxSentence {
			dst = append(dst, c.sentence(start, next))
			start = next
		}
		i = next
	}
}
