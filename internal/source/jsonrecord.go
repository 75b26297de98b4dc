package source

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"unicode/utf8"
)

// jsonParser makes records of JSON objects. It is for one goroutine; its
// memory is used again.
type jsonParser struct {
	scan    objectScanner
	known   map[string]string // outlets and languages, which repeat
	charset guess             // of the file, for records that are no UTF-8
}

var parserPool = sync.Pool{New: func() any { return &jsonParser{known: map[string]string{}} }}

// newJSONParser takes a parser from the pool; put it back with release.
func newJSONParser(names []fieldName, charset guess) *jsonParser {
	p := parserPool.Get().(*jsonParser)
	p.scan.names, p.charset = names, charset
	return p
}

func (p *jsonParser) release() {
	if cap(p.scan.text) > 4*chunkSize { // one huge record must not stay for good
		p.scan.text = nil
	}
	parserPool.Put(p)
}

// record makes r of the object that raw holds, and nothing but it. The place
// of r is set before. The error does not repeat it.
func (p *jsonParser) record(r *Record, raw []byte) error {
	i := skipSpace(raw, 0)
	if i == len(raw) || raw[i] != '{' {
		return notObject(raw[i:])
	}
	b := raw[i:]
	end, err := p.scan.scan(b)
	if err == nil {
		if end = skipSpace(b, end); end < len(b) {
			err = &syntaxError{end, "more text after the object"}
		}
	}
	if err != nil {
		var s *syntaxError
		if errors.As(err, &s) {
			s.at += i
		}
		return err
	}
	if p.invalid() {
		g := p.charset
		if g.enc == nil {
			g = guessCharset(raw, "")
		}
		r.warn("%s", g.why)
		b = []byte(g.decode(b))
		if _, err := p.scan.scan(b); err != nil {
			return err
		}
	}
	return p.fill(r, b)
}

// notObject says what a line holds instead.
func notObject(b []byte) error {
	var s objectScanner
	if v, _, err := s.value(b, 0); err == nil {
		return fmt.Errorf("%w but %s", ErrNotObject, kindNames[v.kind])
	}
	return fmt.Errorf("%w: %s", ErrNotObject, clip(string(bytes.ToValidUTF8(b[:min(len(b), 100)], []byte("\uFFFD")))))
}

// invalid reports that a wanted string is no UTF-8.
func (p *jsonParser) invalid() bool {
	for i := range p.scan.values {
		v := &p.scan.values[i]
		if v.kind == kindString && !v.ascii && !utf8.Valid(p.scan.text[v.start:v.end]) {
			return true
		}
	}
	return false
}

// fill reads the fields that scan found in b.
func (p *jsonParser) fill(r *Record, b []byte) error {
	v := &p.scan.values
	switch text := v[fieldText]; text.kind {
	case kindString:
		r.Text = p.text(&text)
	case kindNone, kindNull:
		return ErrNoText
	default:
		return fmt.Errorf("%w: the field is %s", ErrNoText, kindNames[text.kind])
	}
	if blank(r.Text) {
		return ErrNoText
	}
	if id := p.scalar(r, b, fieldID); id != "" {
		r.ID = id
	}
	r.Title = p.scalar(r, b, fieldTitle)
	r.Outlet = p.intern(p.scalar(r, b, fieldOutlet))
	r.URL = p.scalar(r, b, fieldURL)
	r.Byline = p.scalar(r, b, fieldByline)
	r.Lang = p.intern(p.scalar(r, b, fieldLang))
	switch d := v[fieldPublished]; d.kind {
	case kindNumber:
		n, _ := strconv.ParseFloat(string(b[d.start:d.end]), 64)
		if t, ok := epoch(n); ok {
			r.Published = t
		} else {
			r.date(string(b[d.start:d.end]))
		}
	case kindString:
		var ok bool
		if r.Published, ok = parseISO(p.scan.text[d.start:d.end]); !ok {
			r.date(p.scalar(r, b, fieldPublished))
		}
	default:
		p.scalar(r, b, fieldPublished)
	}
	return nil
}

// scalar gives a field as a string. A number is taken as it is written; any
// other value is ignored with a warning.
func (p *jsonParser) scalar(r *Record, b []byte, f field) string {
	v := &p.scan.values[f]
	switch v.kind {
	case kindString:
		return p.text(v)
	case kindNumber:
		return string(b[v.start:v.end])
	case kindNone, kindNull:
	default:
		r.warn("%s is %s and was ignored", fieldNames[f][0], kindNames[v.kind])
	}
	return ""
}

// text gives a string that was decoded.
func (p *jsonParser) text(v *value) string {
	s := p.scan.text[v.start:v.end]
	if v.ascii {
		return string(s)
	}
	return toNFC(s)
}

// intern gives one string for equal ones. It keeps at most some thousand: a
// corpus has fewer outlets, and one that has more must not fill the memory.
func (p *jsonParser) intern(s string) string {
	const most, longest = 4096, 64
	if known, ok := p.known[s]; ok || len(s) > longest || len(p.known) >= most {
		if ok {
			return known
		}
		return s
	}
	p.known[s] = s
	return s
}
