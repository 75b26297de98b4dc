package shingle

import (
	"strings"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// headings finds headings inside the body: a short line between paragraphs,
// without a full stop, in title case or capitals or a question.
func (p *parser) headings() {
	for i := range p.paras {
		g := &p.paras[i]
		if g.role != Body || g.words == 0 || g.words > 14 || i+1 >= len(p.paras) || i == 0 {
			continue
		}
		if next := p.paras[i+1]; next.words <= g.words || !p.stops(next) {
			continue
		}
		if p.mark(g.last-1, "?") && p.capital(g.first) && !p.quotes(*g) || p.titleCase(*g) {
			g.role = Heading
		}
	}
}

// stops reports whether a paragraph ends a sentence.
func (p *parser) stops(g para) bool {
	for i := g.last - 1; i >= g.first; i-- {
		switch p.of(i) {
		case ".", "!", "?", "…", "。":
			return true
		case `"`, "”", "'", "’", ")", "]", "»":
			continue
		}
		s := p.of(i)
		return p.tokens[i].Kind == token.Word && s[len(s)-1] == '.'
	}
	return false
}

// quotes reports whether a quotation mark stands in the paragraph.
func (p *parser) quotes(g para) bool {
	return strings.ContainsAny(g.Of(p.text), `"“”«»`)
}

// titleCase reports a line in capitals or with a capital in all its longer
// words, without a number but at its head and without a full stop or comma at
// its end.
func (p *parser) titleCase(g para) bool {
	long := 0
	for i := g.first; i < g.last; i++ {
		switch p.tokens[i].Kind {
		case token.Punct:
			if i == g.last-1 && !p.mark(i, ":") && !p.mark(i, "?") && !p.mark(i, "!") {
				return false
			}
		case token.Number:
			if i > g.first {
				return false
			}
		case token.Word:
			if s := p.of(i); utf8.RuneCountInString(s) > 3 {
				if !p.capital(i) {
					return false
				}
				long++
			}
		}
	}
	return long > 0
}
