package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// xmlNode is an element, or text where name is "". Names are without their
// prefixes: the newswire formats have no two elements that differ by it.
type xmlNode struct {
	name     string
	attrs    []xml.Attr
	text     string
	children []*xmlNode
}

var errXMLEmpty = errors.New("malformed XML: no element")

// parseXML reads one element with all that is in it, of at most maxElements.
// Tags that do not match are put up with, as browsers do. No entity of the
// document's own is resolved, and nothing outside it is looked at.
func parseXML(text string) (*xmlNode, error) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // decoded before
	root := &xmlNode{}
	open := []*xmlNode{root}
	for elements := 0; ; {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("malformed XML: %w", err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			if elements++; elements > maxElements {
				return nil, fmt.Errorf("more than %d elements", maxElements)
			}
			n := &xmlNode{name: token.Name.Local, attrs: token.Attr}
			top.children = append(top.children, n)
			if len(open) < maxTree {
				open = append(open, n)
			}
		case xml.EndElement:
			for i := len(open) - 1; i > 0; i-- {
				if open[i].name == token.Name.Local {
					open = open[:i]
					break
				}
			}
		case xml.CharData:
			top.children = append(top.children, &xmlNode{text: string(token)})
		}
	}
	for _, n := range root.children {
		if n.name != "" {
			return n, nil
		}
	}
	return nil, errXMLEmpty
}

// attr gives an attribute without regard to its prefix, or "".
func (n *xmlNode) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return oneLine(a.Value)
		}
	}
	return ""
}

// find gives the first element below n that path names; its parts need not be
// children of one another. Nil is found nowhere.
func (n *xmlNode) find(path ...string) *xmlNode {
	for _, name := range path {
		if n = n.first(name); n == nil {
			return nil
		}
	}
	return n
}

func (n *xmlNode) first(name string) *xmlNode {
	if n == nil {
		return nil
	}
	for _, c := range n.children {
		if c.name == name {
			return c
		}
		if found := c.first(name); found != nil {
			return found
		}
	}
	return nil
}

// all calls f for each element of that name below n, in order.
func (n *xmlNode) all(name string, f func(*xmlNode)) {
	if n == nil {
		return
	}
	for _, c := range n.children {
		if c.name == name {
			f(c)
		}
		c.all(name, f)
	}
}

// line gives the text of n on one line.
func (n *xmlNode) line() string {
	if n == nil {
		return ""
	}
	return oneLine(n.blocks())
}

// xmlBlocks are the elements of NITF, XHTML and Atom that stand on lines of
// their own.
var xmlBlocks = map[string]bool{
	"p": true, "hl1": true, "hl2": true, "block": true, "media": true, "media-caption": true, "media-producer": true,
	"bq": true, "blockquote": true, "li": true, "ul": true, "ol": true, "dl": true, "dt": true, "dd": true,
	"div": true, "section": true, "article": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"table": true, "nitf-table": true, "tr": true, "caption": true, "pre": true, "fn": true, "note": true, "hr": true,
	"figure": true, "figcaption": true, "body": true, "body.content": true, "abstract": true, "byttl": true, "tagline": true, "datasource": true,
}

// xmlSkipped are elements whose text is not the article's.
var xmlSkipped = map[string]bool{
	"head": true, "script": true, "style": true, "media-metadata": true, "media-reference": true, "media-object": true,
	"nitf-table-metadata": true, "classifier": true, "alt-code": true,
}

// blocks gives the text below n, a blank line between blocks.
func (n *xmlNode) blocks() string {
	var w blockWriter
	w.xml(n)
	return w.String()
}

func (w *blockWriter) xml(n *xmlNode) {
	switch {
	case n == nil || xmlSkipped[n.name]:
		return
	case n.name == "":
		w.text(n.text)
		return
	case n.name == "br":
		w.br()
		return
	}
	if xmlBlocks[n.name] {
		w.end()
		defer w.end()
	}
	for _, c := range n.children {
		w.xml(c)
	}
	if n.name == "td" || n.name == "th" {
		w.text(" ")
	}
}

// part is an element of a larger text, found by its tags alone.
type part struct{ start, end int }

// splitElements finds the elements of a name that are not in one another; all
// have the prefix that the first one has. One that is not closed ends where
// the next begins. Only the tags are looked at, so that damage in one element
// leaves the others whole.
//
// Cost: linear in the text.
func splitElements(text, name string) []part {
	start, tag := firstTag(text, name)
	if start < 0 {
		return nil
	}
	var parts []part
	closing := 0 // of the next end tag, len(text) where there is none
	endTag := "</" + tag + ">"
	for start >= 0 {
		next := nextTag(text, start+1, tag)
		if closing <= start {
			if i := strings.Index(text[start:], endTag); i >= 0 {
				closing = start + i
			} else {
				closing = len(text)
			}
		}
		end := min(closing+len(endTag), len(text))
		if next >= 0 && next < end {
			end = next
		}
		parts = append(parts, part{start, end})
		start = next
	}
	return parts
}

// firstTag finds the first start tag of a name, with any prefix, outside of
// comments.
func firstTag(text, name string) (at int, tag string) {
	for {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return -1, ""
		}
		at += i
		if strings.HasPrefix(text[at:], "<!--") {
			end := strings.Index(text[at:], "-->")
			if end < 0 {
				return -1, ""
			}
			at += end
			continue
		}
		tag := tagName(text[at+1:])
		if tag == name || strings.HasSuffix(tag, ":"+name) {
			return at, tag
		}
		at++
	}
}

// nextTag finds the next start tag with exactly that name, or -1.
func nextTag(text string, at int, tag string) int {
	for {
		i := strings.Index(text[at:], "<"+tag)
		if i < 0 {
			return -1
		}
		at += i
		if tagName(text[at+1:]) == tag {
			return at
		}
		at++
	}
}

// tagName gives the name that text begins with.
func tagName(text string) string {
	const longest = 64 // prefix and name; a longer one is no namespace's
	end := strings.IndexAny(text[:min(len(text), longest)], " \t\r\n/>")
	if end < 0 {
		return ""
	}
	return text[:end]
}
