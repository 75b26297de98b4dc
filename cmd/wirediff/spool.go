package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/wirediff/wirediff/shingle"
)

// spool keeps documents on disk while the engine finds the clusters, so that the
// memory of a run does not grow with its text: a document costs 8 bytes here. It
// lives in a temporary file that has lost its name as soon as it is open, where
// the system allows that, so that a killed run leaves nothing behind.
type spool struct {
	file    *os.File
	buf     *bufio.Writer
	record  []byte  // room for one
	offsets []int64 // offsets[i] is where document i starts; one more for the end
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "wirediff-*.spool")
	if err != nil {
		return nil, fmt.Errorf("temporary file for the documents: %w", err)
	}
	os.Remove(f.Name())
	return &spool{file: f, buf: bufio.NewWriterSize(f, 1<<18), offsets: []int64{0}}, nil
}

// addDocument appends a document; its index is the number of those before it.
func (s *spool) addDocument(doc shingle.Document) error {
	b, err := appendDocument(s.record[:0], &doc)
	if err != nil {
		return fmt.Errorf("document %q: %w", doc.ID, err)
	}
	s.record = b
	if _, err := s.buf.Write(b); err != nil {
		return fmt.Errorf("temporary file for the documents: %w", err)
	}
	s.offsets = append(s.offsets, s.offsets[len(s.offsets)-1]+int64(len(b)))
	return nil
}

// flush makes every document added so far readable.
func (s *spool) flush() error { return s.buf.Flush() }

// document returns document i. It may be called from several goroutines.
func (s *spool) document(i int) (doc shingle.Document, err error) {
	room := records.Get().(*[]byte)
	defer records.Put(room)
	n := int(s.offsets[i+1] - s.offsets[i])
	*room = slices.Grow((*room)[:0], n)[:n]
	if _, err := s.file.ReadAt(*room, s.offsets[i]); err != nil {
		return doc, fmt.Errorf("temporary file for the documents: %w", err)
	}
	return readDocument(string(*room))
}

// records are room for the documents that are read.
var records = sync.Pool{New: func() any { return new([]byte) }}

// documentTexts are the fields of a document that are a string.
func documentTexts(d *shingle.Document) [9]*string {
	return [...]*string{&d.ID, &d.Title, &d.Text, &d.Outlet, &d.URL, &d.Byline, &d.Lang, &d.Note, &d.Signal}
}

// appendDocument appends a document's record: each of its strings, its time as
// encoding.BinaryAppender has it, and each id of Previous, behind its length. A
// byte that is no UTF-8 becomes U+FFFD.
func appendDocument(b []byte, d *shingle.Document) ([]byte, error) {
	add := func(s string) {
		if !utf8.ValidString(s) {
			s = string([]rune(s))
		}
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	for _, s := range documentTexts(d) {
		add(*s)
	}
	var room [16]byte
	published := room[:0]
	if !d.Published.IsZero() {
		var err error
		if published, err = d.Published.AppendBinary(published); err != nil {
			return nil, err
		}
	}
	b = append(append(b, byte(len(published))), published...)
	for _, id := range d.Previous {
		add(id)
	}
	return b, nil
}

// errRecord is of a record that was not written by appendDocument.
var errRecord = errors.New("temporary file for the documents: a record is damaged")

// readDocument reads a record. The document's strings are cut from it.
func readDocument(record string) (d shingle.Document, err error) {
	next := func() (s string) {
		n, size := uvarint(record)
		if size <= 0 || n > uint64(len(record)-size) {
			record, err = "", errRecord
			return ""
		}
		s, record = record[size:size+int(n)], record[size+int(n):]
		return s
	}
	for _, s := range documentTexts(&d) {
		*s = next()
	}
	if published := next(); published != "" && err == nil {
		err = d.Published.UnmarshalBinary([]byte(published))
	}
	for record != "" {
		d.Previous = append(d.Previous, next())
	}
	return d, err
}

// uvarint is binary.Uvarint of a string.
func uvarint(s string) (n uint64, size int) {
	return binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
}

func (s *spool) close() {
	s.file.Close()
	os.Remove(s.file.Name())
}
