package shingle

import (
	"fmt"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/internal/token"
)

// TestMemoryKeepsWhatWasMetLast holds that of two tokens in a bucket the one that
// was not met last makes room for a third, and that what is remembered is right.
func TestMemoryKeepsWhatWasMetLast(t *testing.T) {
	in := map[uint64][]string{}
	var words []string // three in one bucket
	for i := 0; words == nil; i++ {
		w := fmt.Sprintf("word%d", i)
		tok := token.Tokenize(nil, w)[0]
		lo, hi := packed(w, tok)
		b := bucketOf(lo, hi|uint64(tok.Kind)<<60|uint64(tok.End-tok.Start)<<56)
		if in[b] = append(in[b], w); len(in[b]) == 3 {
			words = in[b]
		}
	}
	first, second, third := words[0], words[1], words[2]
	var made []string
	m := memory{note: func(w string, _ token.Kind) uint64 { made = append(made, w); return uint64(len(w)) }}
	look := func(word string) {
		t.Helper()
		const behind = " and so on to the end" // a token at the end of a text takes another way
		text := word + behind
		var hashes, notes [1]uint64
		if n, _ := m.look(text, token.Tokenize(nil, text)[:1], hashes[:], notes[:]); n != 1 {
			t.Fatalf("%q: %d words", word, n)
		}
		var want [1]uint64
		new(memory).hash(text, token.Tokenize(nil, text)[:1], want[:])
		if hashes != want || notes[0] != uint64(len(word)) {
			t.Errorf("%q: hash %x and note %d, want %x and %d", word, hashes[0], notes[0], want[0], len(word))
		}
	}
	for _, w := range []string{first, second, first, third, first, third, second, third} {
		look(w)
	}
	if want := []string{first, second, third, second}; !slices.Equal(made, want) {
		t.Errorf("made out were %q, want %q", made, want)
	}
}
