package source

import "sync"

// spare holds things that are in use no more, to be used again: a few, kept
// over collections, which come often where memory is short. The one that came
// last goes first, since it is the likeliest to be in a cache.
type spare[T any] struct {
	mu   sync.Mutex
	left []T
}

const mostSpare = 32

func (s *spare[T]) get() (one T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.left)
	if n == 0 {
		return one, false
	}
	one, s.left[n-1] = s.left[n-1], one
	s.left = s.left[:n-1]
	return one, true
}

func (s *spare[T]) put(one T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.left) < mostSpare {
		s.left = append(s.left, one)
	}
}
