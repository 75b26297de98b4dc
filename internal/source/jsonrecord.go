package source

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	gojson "github.com/goccy/go-json"
)

// jsonParser makes records of JSON objects. It is for one goroutine; its
// memory is used again.
type jsonParser struct {
	scan    objectScanner
	texts   []textSpan        // of the records of this chunk
	known   map[string]string // outlets and languages, which repeat
	charset guess             // of the file, for records that are no UTF-8
	lend    bool              // strings are valid until release only
}

// textSpan is the text of a record that is still in scan.text. The texts of a
// chunk are made one string, which saves a twelfth of the time of reading
// against a string each.
type textSpan struct{ record, start, end int }

// parsers are in use no more.
var parsers spare[*jsonParser]

// newJSONParser takes a parser that is in use no more, or makes one; put it
// back with finish.
func newJSONParser(f *input, names []fieldName, charset guess) *jsonParser {
	p, ok := parsers.get()
	if !ok {
		p = &jsonParser{known: map[string]string{}}
	}
	p.scan.want(names)
	p.charset, p.lend = charset, f.cfg.Work != nil
	return p
}

// finish completes the records of out. What they have is lent out until the
// batch has been worked on, or copied.
func (p *jsonParser) finish(out *batch) {
	if p.lend {
		out.parser = p
		return
	}
	p.settle(out)
	p.release()
}

func (p *jsonParser) release() {
	if cap(p.scan.text) > 4*chunkSize { // one huge record must not stay for good
		p.scan.text = nil
	}
	p.texts, p.scan.text = p.texts[:0], p.scan.text[:0]
	parsers.put(p)
}

// add puts the record that raw holds into out, or why it holds none. Of the
// record only its place is given.
func (p *jsonParser) add(f *input, out *batch, place Record, raw []byte) {
	n, from := len(out.records), len(p.scan.text)
	out.emit(place) // filled there, since a record is some four hundred bytes to copy
	r := &out.records[n]
	text, err := p.record(r, raw)
	if err != nil {
		p.scan.text = p.scan.text[:from]
		out.records = out.records[:n]
		if !errors.Is(err, ErrNoText) || !otherObject(f, out, place, raw) {
			out.fail(f.place(place.Index, place.Offset, err))
		}
		return
	}
	if r.ID == "" {
		r.ID = f.id + "#" + strconv.Itoa(place.Index)
	}
	if p.lend {
		r.Text = lent(text)
		return
	}
	// Only the text is kept of what was decoded.
	end := from + copy(p.scan.text[from:], text)
	p.scan.text = p.scan.text[:end]
	p.texts = append(p.texts, textSpan{n, from, end})
}

// settle gives the records of out their texts, which are one string.
func (p *jsonParser) settle(out *batch) {
	all := string(p.scan.text)
	for _, t := range p.texts {
		out.records[t.record].Text = all[t.start:t.end]
	}
}

// lent is b as a string that is valid until b is written to.
func lent(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// record fills r from the object that raw holds, and nothing but it, but for
// the text, which it gives. That is valid until the next call.
func (p *jsonParser) record(r *Record, raw []byte) (text []byte, err error) {
	from := len(p.scan.text)
	i := skipSpace(raw, 0)
	if i == len(raw) || raw[i] != '{' {
		return nil, notObject(raw[i:])
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
		return nil, err
	}
	if p.invalid() {
		g := p.charset
		if g.enc == nil {
			g = guessCharset(raw, "")
		}
		r.warn("%s", g.why)
		b = []byte(g.decode(b))
		p.scan.text = p.scan.text[:from]
		if _, err := p.scan.scan(b); err != nil {
			return nil, err
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

// fill reads the fields that scan found in b, and gives the text.
func (p *jsonParser) fill(r *Record, b []byte) (text []byte, err error) {
	v := &p.scan.values
	switch t := v[fieldText]; t.kind {
	case kindString:
		text = p.scan.text[t.start:t.end]
		if !t.ascii && !isPlainNFC(text) {
			text = []byte(toNFC(text))
			p.scan.text = append(p.scan.text, text...) // room for it
		}
	case kindNone, kindNull:
		return nil, ErrNoText
	default:
		return nil, fmt.Errorf("%w: the field is %s", ErrNoText, kindNames[t.kind])
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, ErrNoText
	}
	if id := p.scalar(r, b, fieldID); id != "" {
		if r.ID = id; p.lend {
			r.ID = strings.Clone(id)
		}
	}
	r.Title = p.scalar(r, b, fieldTitle)
	r.Outlet = p.intern(p.scalar(r, b, fieldOutlet))
	r.URL = p.scalar(r, b, fieldURL)
	r.Byline = p.scalar(r, b, fieldByline)
	r.Lang = p.intern(p.scalar(r, b, fieldLang))
	r.EdNote = p.scalar(r, b, fieldNote)
	r.Signal = p.scalar(r, b, fieldSignal)
	r.Previous = p.list(r, b, fieldPrevious)
	switch d := v[fieldPublished]; d.kind {
	case kindNumber:
		n, _ := strconv.ParseFloat(string(b[d.start:d.end]), 64)
		if t, ok := epoch(n); ok {
			r.Published = t
		} else {
			r.date(string(b[d.start:d.end]))
		}
	case kindString:
		r.Published, _ = parseISO(p.scan.text[d.start:d.end])
		if r.Published.IsZero() {
			r.date(p.scalar(r, b, fieldPublished))
		}
	default:
		p.scalar(r, b, fieldPublished)
	}
	return text, nil
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

// list gives a field that is a string, or an array of strings.
func (p *jsonParser) list(r *Record, b []byte, f field) []string {
	switch v := &p.scan.values[f]; v.kind {
	case kindNone:
		return nil
	case kindArray:
		return stringsOf(r, b[v.start:v.end], f)
	}
	return compact(p.scalar(r, b, f))
}

// stringsOf reads an array of strings.
func stringsOf(r *Record, array []byte, f field) (list []string) {
	if err := gojson.Unmarshal(array, &list); err != nil {
		r.warn("%s is an array of other things than strings and was ignored", fieldNames[f][0])
		return nil
	}
	for i, s := range list {
		list[i] = toNFC([]byte(s))
	}
	return list
}

// text gives a string that was decoded.
func (p *jsonParser) text(v *value) string {
	s := p.scan.text[v.start:v.end]
	switch {
	case !v.ascii:
		return toNFC(s)
	case p.lend:
		return lent(s)
	}
	return string(s)
}

// intern gives one string for equal ones. It keeps at most some thousand: a
// corpus has fewer outlets, and one that has more must not fill the memory.
func (p *jsonParser) intern(s string) string {
	const most, longest = 4096, 64
	if known, ok := p.known[s]; ok {
		return known
	}
	if p.lend {
		s = strings.Clone(s) // it is kept, by the map or with the record
	}
	if len(s) <= longest && len(p.known) < most {
		p.known[s] = s
	}
	return s
}
