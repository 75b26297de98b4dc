package similarity

import (
	"errors"
	"fmt"
	"os"
	"sync"
)

// spill holds the heads and tails that do not fit into the memory that a finder
// may use, in a temporary file that has no name any more where the system
// allows that, so that nothing is left of it whatever becomes of the process.
// Blocks are written by several goroutines and read by several.
type spill struct {
	limit int64 // bytes of memory for all that a finder keeps; 0 means no limit
	base  int64 // bytes of it that are taken anyway
	each  int64 // and those that every document takes beside its head, tail and id

	mu     sync.Mutex
	fixed  int64    // bytes that a finder of these documents needs beside heads and tails
	held   int64    // bytes of heads and tails in memory
	blocks []*block // in the order in which they came
	tails  int      // of how many blocks the tails are in the file
	heads  int
	size   int64 // bytes in the file
	file   *os.File
	name   string // of a file that could not be removed while it is open
	err    error  // the first of writing or reading
}

// What a finder needs beside heads and tails: what a process has that does
// nothing; for each goroutine the texts that it takes apart, the words that it
// remembers, its counts of terms, and keys to be sorted; and for each document
// its entry in a block and its number (28 bytes), its group (4), and, first, the
// hash of its id, afterwards its share of keys, anchors and clusters (100). The
// rarest terms of a document, by which rewrites are sought, take as much again.
const (
	baseMemory    = 52e6
	workerMemory  = 8e6
	docMemory     = 132
	rewriteMemory = 128
	shortID       = 8
)

// LeastMemory is the least that c.Memory can be kept to for n documents with
// ids of eight bytes: 52 MB, 8 MB a worker, and 140 bytes a document, 268 where
// rewrites are sought, with what the caller keeps beside.
func (c Config) LeastMemory(n int) int64 {
	c = c.withDefaults()
	return c.base() + (c.each()+shortID)*int64(n)
}

// base is what a finder takes beside its documents; c has its defaults.
func (c Config) base() int64 { return baseMemory + workerMemory*int64(c.Workers) }

// each is what every document takes beside its head, tail and id.
func (c Config) each() int64 {
	if c.Ways.Has(Rewrites) {
		return docMemory + rewriteMemory + c.Beside
	}
	return docMemory + c.Beside
}

// put takes a block that is packed, and makes room for it: tails go to the file
// first, those of the oldest blocks before others, and heads when there are no
// more tails in memory.
func (s *spill) put(b *block) {
	if s.limit == 0 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.blocks = append(s.blocks, b)
	s.fixed += s.each*int64(len(b.docs)) + int64(len(b.ids))
	s.held += int64(len(b.heads) + len(b.tails))
	for s.err == nil && s.held > 0 && s.base+s.fixed+s.held+s.held/slack > s.limit {
		if s.tails < len(s.blocks) {
			b := s.blocks[s.tails]
			b.tails, b.tailsAt = s.write(b.tails)
			s.tails++
		} else {
			b := s.blocks[s.heads]
			b.heads, b.headsAt = s.write(b.heads)
			s.heads++
		}
	}
}

// slack is the part of what is held that a collector needs beside, and what a
// heap on huge pages is rounded up by.
const slack = 5

// write writes bytes to the file; they stay in memory where that fails. s.mu is
// held.
func (s *spill) write(b []byte) (left []byte, at int64) {
	if s.file == nil {
		s.open()
	}
	if s.err == nil {
		_, s.err = s.file.WriteAt(b, s.size)
	}
	if s.err != nil {
		return b, 0
	}
	at = s.size
	s.size += int64(len(b))
	s.held -= int64(len(b))
	return nil, at
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

// get reads n bytes of the file into room.
func (s *spill) get(room []byte, at int64, n uint32) []byte {
	if uint32(cap(room)) < n {
		room = make([]byte, n, 2*n)
	}
	room = room[:n]
	if n == 0 {
		return room
	}
	if _, err := s.file.ReadAt(room, at); err != nil {
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
