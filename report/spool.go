package report

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"slices"
	"sync"
)

// spool holds the machine-readable part of each cluster on disk until the
// ranking is known: chunks are appended in any order and read back in rank
// order. Append may be called from several goroutines.
type spool struct {
	mu      sync.Mutex
	file    *os.File
	size    int64  // of what was appended
	pending []byte // the last of it, which is not in the file yet
}

// chunk is where an appended piece stands.
type chunk struct{ at, n int64 }

func newSpool(dir string) (*spool, error) {
	f, err := os.CreateTemp(dir, "spool-*")
	if err != nil {
		return nil, err
	}
	return &spool{file: f}, nil
}

func (s *spool) append(b []byte) (chunk, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := chunk{s.size, int64(len(b))}
	if len(s.pending)+len(b) > spoolBuffer {
		if err := s.flush(); err != nil {
			return c, err
		}
	}
	s.pending = append(s.pending, b...)
	s.size += c.n
	return c, nil
}

// spoolBuffer is how much is pending at most, but for what is larger by itself.
const spoolBuffer = 1 << 16

// flush writes what is pending; s.mu is held.
func (s *spool) flush() error {
	_, err := s.file.Write(s.pending)
	s.pending = s.pending[:0]
	return err
}

// readAt reads what was appended.
func (s *spool) readAt(b []byte, at int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.pending) > 0 {
		if err := s.flush(); err != nil {
			return err
		}
	}
	_, err := s.file.ReadAt(b, at)
	return err
}

// copyTo writes a chunk, by way of w's own buffer.
func (s *spool) copyTo(w *bufio.Writer, c chunk) error {
	for c.n > 0 {
		if int64(w.Available()) < min(c.n, int64(w.Size())) {
			if err := w.Flush(); err != nil {
				return err
			}
		}
		b := w.AvailableBuffer()
		b = b[:min(int64(cap(b)), c.n)]
		if err := s.readAt(b, c.at); err != nil {
			return err
		}
		if _, err := w.Write(b); err != nil {
			return err
		}
		c.at, c.n = c.at+int64(len(b)), c.n-int64(len(b))
	}
	return nil
}

// read is a chunk, in b where it has the room.
func (s *spool) read(b []byte, c chunk) ([]byte, error) {
	b = slices.Grow(b[:0], int(c.n))[:c.n]
	return b, s.readAt(b, c.at)
}

func (s *spool) close() error { return s.file.Close() }

// writeFile makes a file by way of fill, which writes to a buffer; the first
// error of any step is returned.
func writeFile(path string, fill func(w *bufio.Writer) error) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return buffered(f, fill)
}

// buffered hands fill a buffer before out, and writes out what it holds.
func buffered(out io.Writer, fill func(w *bufio.Writer) error) error {
	w := buffers.Get().(*bufio.Writer)
	w.Reset(out)
	defer func() {
		w.Reset(nil)
		buffers.Put(w)
	}()
	if err := fill(w); err != nil {
		return err
	}
	return w.Flush()
}

// rooms are kept for what is made in memory, as buffers are for files.
var rooms = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxRoom is the size beyond which a room is not kept: few stories are as
// large, and what they took is not held for the small ones.
const maxRoom = 4 << 20

func takeRoom() *bytes.Buffer {
	b := rooms.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

func giveRoom(bs ...*bytes.Buffer) {
	for _, b := range bs {
		if b.Cap() <= maxRoom {
			rooms.Put(b)
		}
	}
}

// buffers are kept for the next file: a large report has tens of thousands.
// 64 KiB holds most pages whole, so that a file is one write.
var buffers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 1<<16) }}
