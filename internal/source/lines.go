package source

import (
	"bytes"
	"io"
)

// chunkSize is how many bytes of lines one worker gets at a time: large
// against the cost of handing over, small against the second-level cache.
const chunkSize = 256 << 10

// chunk is a run of whole lines, the last without its end perhaps.
type chunk struct {
	buf    []byte // what data is a part of; nobody else uses it
	data   []byte
	line   int   // number of the first line, from 1
	ends   int   // line ends in data
	offset int64 // of data in the file
}

// lineSplitter cuts a stream into chunks of whole lines without looking into
// them. A line over the limit is dropped as it is read.
type lineSplitter struct {
	r      io.Reader
	max    int64
	rest   []byte // begun line
	line   int    // lines handed out
	offset int64  // of rest
	err    error
}

// next gives the next chunk. tooLong is the number of bytes of a dropped line
// that begins where the chunk ends (0 for none). After the last chunk err is
// io.EOF, or what the reader said; then the chunk has only whole lines.
func (s *lineSplitter) next() (c chunk, tooLong int64, err error) {
	if s.err != nil {
		if rest := s.rest; len(rest) > 0 && s.err == io.EOF {
			s.rest = nil
			return s.cut(rest, len(rest)), 0, nil
		}
		return chunk{line: s.line + 1, offset: s.offset}, 0, s.err
	}
	buf := getChunk(len(s.rest) + chunkSize/2)
	n := copy(buf, s.rest)
	searched := n // no line end before it
	for {
		var m int
		m, s.err = io.ReadFull(s.r, buf[n:])
		n += m
		if s.err == io.ErrUnexpectedEOF {
			s.err = io.EOF
		}
		if i := bytes.LastIndexByte(buf[searched:n], '\n'); i >= 0 {
			return s.cut(buf[:n], searched+i+1), 0, nil
		}
		if s.err != nil {
			break
		}
		searched = n
		if int64(n) > s.max {
			tooLong, c := s.skip(n)
			return c, tooLong, nil
		}
		grown := make([]byte, 2*n)
		copy(grown, buf)
		buf = grown
	}
	if n == 0 || s.err != io.EOF {
		// A line that the damage cut off is no record.
		return chunk{line: s.line + 1, offset: s.offset}, 0, s.err
	}
	return s.cut(buf[:n], n), 0, nil
}

// cut hands out data[:end] and keeps a copy of the rest.
func (s *lineSplitter) cut(data []byte, end int) chunk {
	c := chunk{buf: data, data: data[:end:end], line: s.line + 1, offset: s.offset}
	s.rest = append(s.rest[:0], data[end:]...)
	c.ends = bytes.Count(c.data, []byte{'\n'})
	s.line += c.ends
	s.offset += int64(end)
	return c
}

// skip drops the line of which n bytes are read, up to and with its end.
func (s *lineSplitter) skip(n int) (int64, chunk) {
	c := chunk{line: s.line + 1, offset: s.offset}
	buf := make([]byte, chunkSize)
	length := int64(n)
	s.rest = nil
	for s.err == nil {
		m, err := s.r.Read(buf)
		if i := bytes.IndexByte(buf[:m], '\n'); i >= 0 {
			length += int64(i)
			s.rest = append([]byte(nil), buf[i+1:m]...)
			s.err = err
			s.offset++
			break
		}
		length += int64(m)
		s.err = err
	}
	s.line++
	s.offset += length
	return length, c
}

// chunks are buffers that are in use no more.
var chunks spare[[]byte]

// getChunk gives a buffer of chunkSize, or of atLeast if that is more.
func getChunk(atLeast int) []byte {
	if atLeast > chunkSize {
		return make([]byte, atLeast)
	}
	if b, ok := chunks.get(); ok {
		return b
	}
	return make([]byte, chunkSize)
}

// putChunk gives a buffer back. Nothing may point into it.
func putChunk(b []byte) {
	if cap(b) == chunkSize {
		chunks.put(b[:chunkSize])
	}
}
