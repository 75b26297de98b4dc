package main

import (
	"bufio"
	"fmt"
	"os"

	"github.com/goccy/go-json"

	"github.com/wirediff/wirediff/shingle"
)

// spool keeps documents on disk while the engine finds the clusters, so that the
// memory of a run does not grow with its text: a document costs 8 bytes here. It
// lives in a temporary file that has lost its name as soon as it is open, where
// the system allows that, so that a killed run leaves nothing behind.
type spool struct {
	file    *os.File
	buf     *bufio.Writer
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
	b, err := json.Marshal(doc)
	if err != nil {
		return fmt.Errorf("document %q: %w", doc.ID, err)
	}
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
	b := make([]byte, s.offsets[i+1]-s.offsets[i])
	if _, err := s.file.ReadAt(b, s.offsets[i]); err != nil {
		return doc, fmt.Errorf("temporary file for the documents: %w", err)
	}
	return doc, json.Unmarshal(b, &doc)
}

func (s *spool) close() {
	s.file.Close()
	os.Remove(s.file.Name())
}
