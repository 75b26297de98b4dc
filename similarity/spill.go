package similarity

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// spill holds the packed records that do not fit into the memory that a finder
// may use, in a temporary file that has no name any more where the system
// allows that, so that nothing is left of it whatever becomes of the process.
// Blocks are written by several goroutines and read by several.
type spill struct {
	limit int64 // bytes of records in memory; 0 means all

	mu   sync.Mutex
	held int64 // bytes in memory
	size int64 // bytes in the file
	file *os.File
	name string // of a file that could not be removed while it is open
	err  error  // the first of writing or reading
}

// recordShare is the part of the memory limit that packed records may take.
// The rest is for what is kept of a document besides, some 200 bytes, and for
// the keys that are sorted.
const recordShare = 0.25

// put makes room for a block's records: it leaves them in memory or writes
// them to the file.
func (s *spill) put(b *block) {
	if s.limit == 0 {
		return
	}
	s.mu.Lock()
	if s.held+int64(len(b.records)) <= s.limit {
		s.held += int64(len(b.records))
		s.mu.Unlock()
		return
	}
	if s.file == nil && s.err == nil {
		s.open()
	}
	file, at := s.file, s.size
	s.size += int64(len(b.records))
	s.mu.Unlock()
	if file == nil {
		return // the records stay in memory; the error is told in the end
	}
	if _, err := file.WriteAt(b.records, at); err != nil {
		s.fail(err)
		return
	}
	b.records, b.at = nil, at
}

// open makes the file; s.mu is held.
func (s *spill) open() {
	f, err := os.CreateTemp("", "wirediff-*.records")
	if err != nil {
		s.err = err
		return
	}
	s.file = f
	if err := os.Remove(f.Name()); err != nil {
		s.name = f.Name() // an open file cannot be removed here; close does it
	}
}

// get reads bytes of a block that was written to the file into room.
func (s *spill) get(room []byte, b *block, start, end uint32) []byte {
	n := int(end - start)
	if cap(room) < n {
		room = make([]byte, n, 2*n)
	}
	room = room[:n]
	if _, err := s.file.ReadAt(room, b.at+int64(start)); err != nil {
		s.fail(err)
		clear(room)
	}
	return room
}

func (s *spill) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
}

// failed is the first error, if there was one: what was found is not to be
// trusted then.
func (s *spill) failed() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		return nil
	}
	return fmt.Errorf("similarity: records that memory has no room for: %w", s.err)
}

func (s *spill) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.name != "" {
		err = errors.Join(err, os.Remove(s.name))
	}
	s.file = nil
	return err
}
