package figure

import (
	"slices"
	"strings"
	"sync"

	"github.com/wirediff/wirediff/internal/token"
)

var parsers = sync.Pool{New: func() any { return new(parser) }}

// MaxFigures bounds the figures that are read in one text, and with them its
// memory: a figure takes about a kilobyte while it is worked on. Copy reaches
// the bound at some three megabytes; what does so sooner is a table.
const MaxFigures = 50_000

// Find appends to dst the figures of text, in order and without overlap.
// tokens and sentences are those of the text. Where ctx.Lang is known and not
// English only what needs no words is read: digits in that language's number
// format, currency and percent signs, and ISO dates. The cost is linear in
// the text. Of a text with more than MaxFigures only the first are read.
func Find(dst []Figure, text string, tokens []token.Token, sentences []token.Sentence, ctx Context) []Figure {
	p := parsers.Get().(*parser)
	defer parsers.Put(p)
	p.find(text, tokens, sentences, ctx)
	dst = slices.Grow(dst, len(p.figs))
	for i := range p.figs {
		dst = append(dst, p.figs[i].Figure)
	}
	p.text, p.sentences = "", nil
	return dst
}

// find reads the text into p.figs.
func (p *parser) find(text string, tokens []token.Token, sentences []token.Sentence, ctx Context) {
	p.ctx, p.sentences = ctx, sentences
	p.figs, p.work, p.memoAt, p.saysEnd = p.figs[:0], 0, -1, 0
	p.floor, p.comma, p.shouting = 1, false, false
	p.run(text, tokens, sentences)
	if foreign, comma := numberFormat(ctx.Lang); foreign {
		p.comma = comma
		p.scanForeign()
	} else {
		p.shouting = p.allCapitals()
		p.comma = p.decimalComma()
		p.scan()
		p.refine()
	}
}

// decimalComma reports whether the text writes its numbers as 1.234.567,89: one
// number can be read in no other way, and none is grouped by commas.
func (p *parser) decimalComma() bool {
	found := false
	for k := range p.items {
		if p.items[k].kind != iNum {
			continue
		}
		s := p.str(k)
		if len(s) < 5 || len(s) > 2*maxDigits {
			continue
		}
		comma := strings.IndexByte(s, ',')
		point := strings.IndexByte(s, '.')
		switch {
		case comma < 0 && strings.Count(s, ".") > 1, point >= 0 && comma > point && strings.Count(s, ",") == 1:
			_, _, ok := parseDigits(s, true)
			found = found || ok
		case comma >= 0 && (point < 0 && len(s)-comma == 4 || point > comma || strings.Count(s, ",") > 1):
			return false
		}
	}
	return found
}

// allCapitals reports whether the text is written in capitals throughout, so
// that a capital marks no name.
func (p *parser) allCapitals() bool {
	capitals, lower := 0, 0
	for i := 0; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c >= 'A' && c <= 'Z':
			capitals++
		case c >= 'a' && c <= 'z':
			lower++
		}
		if lower > 40 {
			return false
		}
	}
	return capitals > 20 && lower*10 < capitals
}
