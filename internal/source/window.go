package source

import (
	"errors"
	"io"
)

// window is the part of a stream that is looked at: what was not yet taken,
// read further as it is asked for, never more than a limit of it.
type window struct {
	r      io.Reader
	max    int64
	buf    []byte
	offset int64 // of buf[0] in the file
	err    error // io.EOF at the end
}

// errWindow says that more than the limit would have to be held.
var errWindow = errors.New("over the limit")

// more reads on. It reports false at the end, on an error and at the limit.
func (w *window) more() bool {
	if w.err != nil || int64(len(w.buf)) > w.max {
		return false
	}
	if cap(w.buf)-len(w.buf) < chunkSize/4 {
		grown := make([]byte, len(w.buf), max(chunkSize, 2*len(w.buf)+chunkSize/4))
		copy(grown, w.buf)
		w.buf = grown // what was taken from the old one stays as it is
	}
	for range 100 { // as bufio: a reader that gives nothing for ever is broken
		n, err := w.r.Read(w.buf[len(w.buf):cap(w.buf)])
		w.buf = w.buf[:len(w.buf)+n]
		w.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	w.err = io.ErrNoProgress
	return false
}

// take removes n bytes from the front and gives them. They stay valid.
func (w *window) take(n int) []byte {
	b := w.buf[:n:n]
	w.buf = w.buf[n:]
	w.offset += int64(n)
	return b
}

// why tells what ended a run of more.
func (w *window) why() error {
	if w.err != nil {
		return w.err
	}
	return errWindow
}
