package source

import (
	"bytes"
	"errors"
	"io"
)

// readJSON reads an array of objects, one object, or objects one after the
// other in any layout.
func readJSON(f *input, g guess) {
	r, skipped := f.decoded(g)
	s := elementSplitter{w: window{r: r, max: f.cfg.MaxRecord, offset: skipped}}
	names := f.cfg.fieldTable()
	var elements []element
	size := 0
	flush := func() {
		if todo := elements; len(todo) > 0 {
			f.sink.spawn(func(out *batch) { parseElements(f, out, todo, names, g) })
		}
		elements, size = nil, 0
	}
	n := 0
	for !f.sink.stopped() {
		e, err := s.next()
		if err == io.EOF {
			break
		}
		n++
		e.index = n
		if err != nil {
			flush()
			f.sink.fail(f.place(n, e.offset, err))
			if s.ended {
				return
			}
			continue
		}
		elements = append(elements, e)
		if size += len(e.raw); size >= chunkSize {
			flush()
		}
	}
	flush()
	if n == 0 {
		f.fail(ErrEmpty)
	}
}

// element is a value of an array, or one at the top.
type element struct {
	raw    []byte
	offset int64
	index  int
}

func parseElements(f *input, out *batch, elements []element, names []fieldName, g guess) {
	p := newJSONParser(f, names, g)
	for _, e := range elements {
		place := Record{File: f.name, Index: e.index, Offset: e.offset, Format: JSON}
		if f.cfg.KeepRaw {
			place.Raw = e.raw
		}
		if f.cfg.RawOnly {
			out.emit(place)
			continue
		}
		p.add(f, out, place, e.raw)
	}
	p.finish(out)
}

// elementSplitter finds the values of a stream of JSON by brackets and quotes
// alone; whether they are well formed shows when they are read.
type elementSplitter struct {
	w       window
	inArray bool
	ended   bool // nothing more can be read
	resyncs int
}

// maxResyncs is how often a file is searched for the next record after one
// that does not end. Each search may look at a record's limit of bytes, so
// that their number has to be bounded for the time to be linear.
const maxResyncs = 16

var errOpenEnd = errors.New("malformed JSON: the value does not end")

// next gives the next element, io.EOF after the last, or an error for the one
// at the element's offset.
func (s *elementSplitter) next() (element, error) {
	if !s.seek() {
		e := element{offset: s.w.offset}
		s.ended = true
		return e, s.w.why()
	}
	e := element{offset: s.w.offset}
	end, err := s.end()
	switch {
	case err == nil:
		e.raw = s.w.take(end)
		return e, nil
	case err == errWindow:
		size, closed := s.drop()
		if !closed && s.w.err != io.EOF {
			s.ended = true
			return e, s.w.err
		}
		return e, tooLarge(size, s.w.max)
	case err != io.EOF && err != errOpenEnd:
		s.ended = true
		return e, err
	case s.resyncs >= maxResyncs || !s.resync():
		s.ended = true
	}
	return e, errOpenEnd
}

// seek drops what lies between elements. It reports false at the end.
func (s *elementSplitter) seek() bool {
	for {
		i := 0
		for i < len(s.w.buf) {
			c := s.w.buf[i]
			if c == '[' && !s.inArray {
				s.inArray = true
			} else if c == ']' && s.inArray {
				s.inArray = false
			} else if c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != ',' {
				s.w.take(i)
				return true
			}
			i++
		}
		s.w.take(i)
		if !s.w.more() {
			return false
		}
	}
}

// scanState is how far an element was followed.
type scanState struct {
	open    []byte // brackets
	quoted  bool
	escaped bool
	crossed bool // the brackets do not match, or are too many
}

// step follows b and gives the offset after the element's end, or -1 where
// that is further on or nowhere (crossed).
func (st *scanState) step(b []byte) int {
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case st.escaped:
			st.escaped = false
		case st.quoted:
			switch c {
			case '\\':
				st.escaped = true
			case '"':
				st.quoted = false
				if len(st.open) == 0 {
					return i + 1
				}
			default:
				// On to what may end it.
				for i+1 < len(b) && b[i+1] != '"' && b[i+1] != '\\' {
					i++
				}
			}
		case c == '"':
			st.quoted = true
		case c == '{' || c == '[':
			st.open = append(st.open, c)
			if len(st.open) > maxDepth {
				st.crossed = true
				return -1
			}
		case c == '}' || c == ']':
			n := len(st.open)
			if n == 0 {
				return max(i, 1) // a scalar's end, or a stray bracket
			}
			if st.open[n-1] != c-2 { // '{' is '}'-2, '[' is ']'-2
				st.crossed = true
				return -1
			}
			if st.open = st.open[:n-1]; n == 1 {
				return i + 1
			}
		case len(st.open) == 0 && (c == ',' || c == '\n'):
			return i
		}
	}
	return -1
}

// end gives the length of the element at the front of the window.
func (s *elementSplitter) end() (int, error) {
	var st scanState
	from := 0
	for {
		if i := st.step(s.w.buf[from:]); i >= 0 {
			if int64(from+i) > s.w.max {
				return 0, errWindow
			}
			return from + i, nil
		}
		if st.crossed {
			return 0, errOpenEnd
		}
		from = len(s.w.buf)
		if !s.w.more() {
			err := s.w.why()
			if err == io.EOF && len(st.open) == 0 && !st.quoted {
				return from, nil // a number at the very end
			}
			return from, err
		}
	}
}

// drop takes the element at the front away without holding it. It gives its
// size, and whether it had an end.
func (s *elementSplitter) drop() (size int64, closed bool) {
	var st scanState
	for {
		n := len(s.w.buf)
		if i := st.step(s.w.buf); i >= 0 {
			s.w.take(i)
			return size + int64(i), true
		}
		s.w.take(n)
		size += int64(n)
		s.w.buf = nil
		if st.crossed {
			st = scanState{} // what it is does not matter; it ends somewhere
		}
		if !s.w.more() {
			return size, false
		}
	}
}

// resync drops a value that does not end, up to the next line that begins
// with an object at the left, where nested ones rarely are.
func (s *elementSplitter) resync() bool {
	s.resyncs++
	const left = 4 // columns: an array's elements are indented by as many
	for at := 0; ; {
		i := bytes.IndexByte(s.w.buf[at:], '\n')
		j := at + i + 1
		for i >= 0 && j < len(s.w.buf) && (s.w.buf[j] == ' ' || s.w.buf[j] == '\t') {
			j++
		}
		switch {
		case i < 0 || j == len(s.w.buf):
			if !s.w.more() {
				return false
			}
		case s.w.buf[j] == '{' && j-(at+i+1) <= left:
			s.w.take(at + i + 1)
			return true
		default:
			at += i + 1
		}
	}
}
