package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// row is a line of a table, or several where a quoted cell has line ends.
type row struct {
	raw    []byte
	cells  [][]byte // of raw, with their quotes
	plain  bool     // quotes are part of the cells
	crlf   bool     // a carriage return stands before the line end
	offset int64
	index  int
}

// rowSplitter finds the rows of a stream and their cells.
type rowSplitter struct {
	w       window
	comma   byte
	cells   int // of the header; 0 until it is known
	ended   bool
	resyncs int
	stray   bool // closing met a quote that cannot be
	buf     [][]byte
}

var errOpenQuote = errors.New("a quoted cell does not end")

// next gives the next row that is not blank, or io.EOF. With another error
// the row has an offset only, and reading goes on after the row's first line.
func (s *rowSplitter) next() (row, error) {
	for {
		r := row{offset: s.w.offset}
		end, err := s.scan(&r)
		switch {
		case err == errWindow:
			size := s.drop()
			return r, tooLarge(size, s.w.max)
		case err == io.EOF && end == 0:
			s.ended = true
			return r, io.EOF
		case err != nil && err != io.EOF && err != errOpenQuote:
			s.ended = true
			return r, err
		case err == nil && (s.cells == 0 || len(r.cells) == s.cells):
			s.w.take(end)
			if len(bytes.TrimSpace(r.raw)) == 0 {
				continue
			}
			return r, nil
		case err == nil && len(r.cells) == 1 && len(bytes.TrimSpace(r.raw)) == 0:
			s.w.take(end)
			continue
		}
		return s.firstLine(r, err)
	}
}

// firstLine reads the first line of a row that is none as one without quotes.
func (s *rowSplitter) firstLine(r row, why error) (row, error) {
	n := bytes.IndexByte(s.w.buf, '\n')
	if n < 0 {
		n = len(s.w.buf)
	}
	line := bytes.TrimSuffix(s.w.buf[:n], []byte{'\r'})
	offset, cells := r.offset, bytes.Split(line, []byte{s.comma})
	s.w.take(min(n+1, len(s.w.buf)))
	s.resyncs++
	if len(cells) == s.cells && bytes.IndexByte(line, '"') >= 0 {
		return row{raw: line, cells: cells, plain: true, offset: offset}, nil
	}
	if why == nil {
		return row{offset: offset}, fmt.Errorf("the row has %d cells, the header %d", len(r.cells), s.cells)
	}
	return row{offset: offset}, errOpenQuote
}

// scan finds the row at the front of the window: its cells, and where the
// next row begins. After maxResyncs rows that were none, no cell may hold a
// line end, so that no more than a line is looked at twice.
func (s *rowSplitter) scan(r *row) (end int, err error) {
	for {
		end, state := s.cut(r)
		if state == rowWhole {
			if int64(end) > s.w.max {
				return 0, errWindow
			}
			return end, nil
		}
		if state == rowInQuotes && (s.stray || s.resyncs >= maxResyncs && bytes.IndexByte(s.w.buf, '\n') >= 0) {
			return 0, errOpenQuote
		}
		if s.w.more() {
			// Looking again from the start costs a factor of two at most,
			// since the window doubles.
			s.fill()
			continue
		}
		err := s.w.why()
		if err != io.EOF || len(s.w.buf) == 0 {
			return 0, err
		}
		// Only now is it known that a quote at the end of the window closes.
		if _, state = s.cut(r); state == rowInQuotes {
			return 0, errOpenQuote
		}
		r.raw = s.w.buf
		return len(s.w.buf), nil
	}
}

// fill reads until the window has doubled.
func (s *rowSplitter) fill() {
	for want := 2 * len(s.w.buf); len(s.w.buf) < want && s.w.more(); {
	}
}

type rowState uint8

const (
	rowWhole rowState = iota
	rowOpen           // the window ends before the row does
	rowInQuotes
)

// cut parts the front of the window into cells up to the line end.
func (s *rowSplitter) cut(r *row) (end int, state rowState) {
	b := s.w.buf
	if s.resyncs >= maxResyncs {
		if n := bytes.IndexByte(b, '\n'); n >= 0 {
			b = b[:n+1]
		}
	}
	s.buf, s.stray = s.buf[:0], false
	for i := 0; ; {
		from := i
		if i < len(b) && b[i] == '"' {
			if i = s.closing(b, i+1); i < 0 {
				return 0, rowInQuotes
			}
		} else {
			for i < len(b) && b[i] != s.comma && b[i] != '\n' {
				i++
			}
		}
		if i < len(b) && b[i] == s.comma {
			s.buf = append(s.buf, b[from:i:i])
			i++
			continue
		}
		stop := i
		if stop > from && b[stop-1] == '\r' {
			stop--
		}
		s.buf = append(s.buf, b[from:stop:stop])
		r.cells = append([][]byte(nil), s.buf...)
		if i >= len(b) {
			return 0, rowOpen
		}
		if i > 0 && b[i-1] == '\r' {
			r.raw, r.crlf = b[:i-1:i-1], true
		} else {
			r.raw = b[:i:i]
		}
		return i + 1, rowWhole
	}
}

// closing gives the offset after the quote that closes the cell: one before a
// comma, a line end or the end. It gives -1 where there is none. Another quote
// is part of the cell if it is on the cell's first line; on a later one, the
// cell's own was a stray one that has swallowed a line end.
func (s *rowSplitter) closing(b []byte, i int) int {
	start := i
	for {
		j := bytes.IndexByte(b[i:], '"')
		if j < 0 {
			return -1
		}
		i += j + 1
		switch {
		case i >= len(b):
			if s.w.err == nil {
				return -1
			}
			return i
		case b[i] == s.comma || b[i] == '\n' || b[i] == '\r' && (i+1 >= len(b) || b[i+1] == '\n'):
			if b[i] == '\r' {
				return i + 1
			}
			return i
		case b[i] == '"':
			i++
		case bytes.IndexByte(b[start:i], '\n') >= 0:
			s.stray = true
			return -1
		}
	}
}

// drop takes the row at the front, which is over the limit, away without
// holding it. It gives its size. After its first quoted cell that is too long
// the row is taken to end with the line.
func (s *rowSplitter) drop() (size int64) {
	var r row
	_, state := s.cut(&r)
	for {
		b := s.w.buf
		n := len(b)
		if state == rowInQuotes {
			if n > 0 && size > 0 {
				if i := s.closing(b, 0); i >= 0 {
					s.w.take(i)
					size += int64(i)
					state = rowOpen
					continue
				}
			}
			if n > 0 && b[n-1] == '"' {
				n-- // what follows tells whether it closes
			}
		} else if i := bytes.IndexByte(b, '\n'); i >= 0 {
			s.w.take(i + 1)
			return size + int64(i)
		}
		size += int64(n)
		s.w.take(n)
		s.w.buf = append([]byte(nil), s.w.buf...)
		if !s.w.more() {
			size += int64(len(s.w.buf))
			s.w.take(len(s.w.buf))
			return size
		}
	}
}
