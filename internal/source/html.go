package source

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements bounds the tree that a page is parsed into, at some 200 bytes a
// node. The largest news pages have under ten thousand elements. What has more
// is read as plain blocks, without a tree.
const maxElements = 50_000

// readHTML reads a page as one document, off the reading goroutine: a page
// takes a millisecond or more.
func readHTML(f *input, _ guess) {
	b, err := f.all()
	if err != nil {
		f.sink.fail(f.place(1, int64(len(b)), err))
		return
	}
	r := Record{ID: f.id, File: f.name, Index: 1, Format: HTML}
	f.sink.spawn(func(out *batch) {
		g := declaredCharset(b, guessCharset(b, ""))
		if g.why != "" {
			r.warn("%s", g.why)
		}
		if err := fillFromPage(&r, g.decode(b)); err != nil {
			out.fail(f.place(1, 0, err))
			return
		}
		out.emit(r)
	})
}

// fillFromPage sets what a page says of itself, and its body.
func fillFromPage(r *Record, page string) error {
	if strings.Count(page, "<") > maxElements {
		r.warn("the page has more than %d elements; menus and the like were kept as text", maxElements)
		r.Text = plainBlocks(page)
	} else if doc, err := html.Parse(strings.NewReader(page)); err != nil {
		r.warn("%v; menus and the like were kept as text", err)
		r.Text = plainBlocks(page)
	} else {
		m := pageMeta(doc)
		m.fill(r)
		r.Text = pageBody(r, doc, m)
		// The headline is a field of its own, not the first paragraph.
		if first, rest, ok := strings.Cut(r.Text, "\n\n"); ok && first == r.Title {
			r.Text = rest
		}
	}
	if blank(r.Text) {
		return ErrNoText
	}
	return nil
}

// pageBody chooses between the body that the readability library finds and
// the articleBody of the page's JSON-LD. The publisher's own text is taken
// where it is as long: it has no captions, menus and plugs. It is not where it
// has lost its paragraphs, or is only the teaser of a longer page.
func pageBody(r *Record, doc *html.Node, m *meta) string {
	article, err := readable(doc, r.URL)
	if err != nil {
		r.warn("%v", err)
	}
	found := ""
	if article.Node != nil {
		found = blockText(article.Node)
	}
	// What the library saw in the page's text counts least.
	r.Byline = cmp.Or(r.Byline, oneLine(article.Byline))
	r.Title = cmp.Or(r.Title, oneLine(article.Title))
	own := tidy(m.body)
	nFound, nOwn := len(strings.Fields(found)), len(strings.Fields(own))
	const short = 120 // words: a brief may well be one paragraph
	switch {
	case nOwn == 0 && nFound == 0:
		return blockText(doc)
	case nOwn*2 > nFound*3:
		return own
	case nOwn*5 >= nFound*4 && (strings.Contains(own, "\n\n") || nOwn < short):
		return own
	}
	if nFound == 0 {
		return own
	}
	return found
}

// readable gives the article that the readability library sees; its Node is
// nil where it sees none. The library is guarded: it was made for pages, not
// for attacks.
func readable(doc *html.Node, pageURL string) (article readability.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			article, err = readability.Article{}, fmt.Errorf("the page broke the readability library: %v", p)
		}
	}()
	u, err := url.Parse(pageURL)
	if err != nil || u.Host == "" {
		u = &url.URL{Scheme: "https", Host: "page.invalid", Path: "/"}
	}
	p := readability.NewParser()
	p.CharThresholds = 200 // characters; briefs are shorter than the default of 500
	article, err = p.ParseDocument(doc, u)
	if err != nil {
		return readability.Article{}, nil // it found no article: no error of the page
	}
	return article, nil
}

// blockText gives the text below n, a blank line between blocks. White space
// is as a browser shows it.
func blockText(n *html.Node) string {
	var b blockWriter
	b.node(n, 0)
	return b.String()
}

// blockWriter builds text of blocks.
type blockWriter struct {
	out   strings.Builder
	block []byte // the block that is being written
}

// maxTree is deeper than the parser builds (512), so that nothing is lost.
const maxTree = 2048

func (w *blockWriter) node(n *html.Node, depth int) {
	if depth > maxTree {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if skipped(n.DataAtom) {
			return
		}
		if n.DataAtom == atom.Br {
			w.br()
			return
		}
	}
	breaks := n.Type == html.ElementNode && isBlock(n.DataAtom)
	if breaks {
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, depth+1)
	}
	if breaks {
		w.end()
	} else if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		w.text(" ")
	}
}

// text adds running text, runs of white space as one space.
func (w *blockWriter) text(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' {
			if n := len(w.block); n > 0 && w.block[n-1] != ' ' && w.block[n-1] != '\n' {
				w.block = append(w.block, ' ')
			}
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		w.block = append(w.block, s[i:i+size]...)
		i += size
	}
}

// br ends a line; a second one the block.
func (w *blockWriter) br() {
	w.block = bytes.TrimRight(w.block, " ")
	if n := len(w.block); n > 0 && w.block[n-1] == '\n' {
		w.end()
		return
	}
	if len(w.block) > 0 {
		w.block = append(w.block, '\n')
	}
}

// end closes the block.
func (w *blockWriter) end() {
	b := bytes.TrimSpace(w.block)
	if len(b) > 0 {
		if w.out.Len() > 0 {
			w.out.WriteString("\n\n")
		}
		w.out.Write(b)
	}
	w.block = w.block[:0]
}

func (w *blockWriter) String() string {
	w.end()
	return toNFC([]byte(w.out.String()))
}

// skipped are elements that hold no text of the page.
func skipped(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Svg, atom.Iframe,
		atom.Object, atom.Select, atom.Textarea, atom.Button, atom.Math, atom.Canvas:
		return true
	}
	return false
}

// isBlock are elements that stand on lines of their own.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Aside, atom.Header, atom.Footer,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt,
		atom.Dd, atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Table, atom.Tr, atom.Caption,
		atom.Form, atom.Fieldset, atom.Hr, atom.Nav, atom.Address, atom.Details, atom.Summary, atom.Body:
		return true
	}
	return false
}

// plainBlocks reads a page without a tree, in linear time.
func plainBlocks(page string) string {
	var w blockWriter
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(1 << 20) // one token; a longer one ends the page
	var skip atom.Atom
	for {
		switch z.Next() {
		case html.ErrorToken:
			return w.String()
		case html.TextToken:
			if skip == 0 {
				w.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if skip == 0 && a != atom.Head && skipped(a) {
				skip = a
			}
			if a == atom.Br {
				w.br()
			} else if isBlock(a) {
				w.end()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if a == skip {
				skip = 0
			}
			if isBlock(a) {
				w.end()
			}
		}
	}
}
