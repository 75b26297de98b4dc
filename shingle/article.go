package shingle

import (
	"math"
	"slices"
	"sync"

	"github.com/wirediff/wirediff/internal/token"
)

// Parse takes a document apart: tokens, blocks with their roles, sentences. An
// empty text gives an article of no tokens. The cost is linear in the text.
//
// A block is a paragraph (see token.Paragraphs), or a part of one: a dateline
// at its head and a sign-off in brackets at its end are blocks of their own.
// How roles are told is in furniture.go; where there is doubt a block is Body,
// because furniture taken for story costs a difference too many, and story
// taken for furniture hides one.
//
// Use a Shingler for many documents of which no article is kept.
func Parse(doc Document) *Article {
	p := parsers.Get().(*parser)
	p.parse(doc)
	a := &Article{
		Blocks:    make([]Block, 0, len(p.paras)),
		Sentences: make([]Sentence, 0, len(p.tokens)/16+len(p.paras)), // 25 tokens a sentence, and some
		Roles:     make([]Role, 0, len(p.tokens)/16+len(p.paras)),
	}
	p.article(a, doc)
	a.Tokens = slices.Clone(p.tokens)
	p.release()
	return a
}

// parsers are those that have given their articles.
var parsers = sync.Pool{New: func() any { return new(parser) }}

// keptTokens is how many tokens a parser may have room for to be kept: ten times
// those of a long article, under 1 MB.
const keptTokens = 1 << 16

// release leaves the parser to those that take documents apart later. It holds on
// to no text.
func (p *parser) release() {
	if cap(p.tokens) > keptTokens {
		return
	}
	p.tokenizer.Read("")
	p.text, p.outlet = "", ""
	parsers.Put(p)
}

// parser takes documents apart, one after another, and keeps its room.
type parser struct {
	tokenizer token.Tokenizer
	text      string
	english   bool
	posts     bool // something in the text may be of an embedded post
	outlet    string
	tokens    []token.Token // the tokenizer's
	marks     token.Marks   // of the text
	spans     []Span
	paras     []para
	parts     []para // room for split
	line      []byte // room for normal
	word      []byte // room for fold
}

// para is a paragraph or a part of one, with its tokens [first, last).
type para struct {
	Span
	first, last int
	words       int // tokens that are no punctuation
	role        Role
}

// parse fills tokens and paras. The parser's slices are used again by the
// next call.
func (p *parser) parse(doc Document) {
	p.text, p.outlet, p.english = doc.Text, doc.Outlet, isEnglish(doc.Lang)
	if cap(p.tokenizer.Tokens) == 0 {
		p.tokenizer.Tokens = make([]token.Token, 0, len(doc.Text)/5+24) // five bytes and a half a token in English, and room to write sixteen at once
	}
	p.tokenizer.Read(doc.Text)
	p.tokens, p.marks = p.tokenizer.Tokens, p.tokenizer.Marks
	p.posts = p.marks&(token.At|token.Slash) != 0 && mayHoldPosts(doc.Text)
	p.spans = p.tokenizer.Paragraphs(p.spans[:0])
	p.paras = slices.Grow(p.paras[:0], len(p.spans)+2) // room for a dateline and a sign-off
	next := 0
	for _, s := range p.spans {
		first, words, end := next, 0, int32(min(s.End, math.MaxInt32))
		for _, t := range p.tokens[first:] {
			if t.Start >= end {
				break
			}
			words += int(t.Kind+3) / 4 // 1 but for punctuation, without a branch
			next++
		}
		if next > first {
			p.paras = append(p.paras, para{Span: s, first: first, last: next, words: words})
		}
	}
	p.classify()
	p.split()
}

// article puts what parse found, and the sentences, into a, whose slices are
// used again. The tokens are the parser's own.
func (p *parser) article(a *Article, doc Document) {
	a.Document, a.Tokens = doc, p.tokens
	a.Blocks, a.Sentences, a.Roles = a.Blocks[:0], a.Sentences[:0], a.Roles[:0]
	for _, g := range p.paras {
		a.Blocks = append(a.Blocks, Block{Span: g.Span, Role: g.role})
		n := len(a.Sentences)
		a.Sentences = p.tokenizer.Sentences(a.Sentences, g.first, g.last)
		for range a.Sentences[n:] {
			a.Roles = append(a.Roles, g.role)
		}
	}
}

// isEnglish reports whether English rules are for a text of the language: also
// where it is not known, because each of them needs English words.
func isEnglish(lang string) bool {
	return lang == "" || len(lang) >= 2 && lang[0]|0x20 == 'e' && lang[1]|0x20 == 'n' && (len(lang) == 2 || lang[2] == '-' || lang[2] == '_')
}

// of is a token's text.
func (p *parser) of(i int) string { return p.tokens[i].Of(p.text) }

// mark reports whether token i is the punctuation s.
func (p *parser) mark(i int, s string) bool {
	return p.tokens[i].Kind == token.Punct && p.of(i) == s
}

// split parts a body paragraph from the dateline at its head and the sign-off
// at its end.
func (p *parser) split() {
	p.parts = slices.Grow(p.parts[:0], len(p.paras)+2)
	bodies := 0
	for _, g := range p.paras {
		if g.role != Body {
			p.parts = append(p.parts, g)
			continue
		}
		if n := p.dateline(g, bodies); n > g.first {
			head := g
			head.last, head.role = n, Dateline
			head.End = int(p.tokens[n-1].End)
			p.parts = append(p.parts, head)
			if n == g.last {
				continue
			}
			g.first, g.Start = n, int(p.tokens[n].Start)
		}
		bodies++
		if n := p.signoff(g); n > g.first {
			tail := g
			tail.first, tail.Start, tail.role = n, int(p.tokens[n].Start), Byline
			g.last, g.End = n, int(p.tokens[n-1].End)
			p.parts = append(p.parts, g, tail)
			continue
		}
		p.parts = append(p.parts, g)
	}
	p.paras, p.parts = p.parts, p.paras
}
