//go:build !purego

package token

import (
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSpread holds spread against begin and end, whose tokens it must write and
// nothing before them or behind the sixteenth.
func TestSpread(t *testing.T) {
	if !hasSpread {
		t.Skip("no AVX-512 with VBMI2 here")
	}
	random := rand.New(rand.NewPCG(3, 4))
	text := strings.Repeat("word 1998, $5; (so) ", 4)[:64]
	letters, digits := uint64(0), uint64(0)
	for i := range text {
		switch class[text[i]] {
		case letter:
			letters |= 1 << i
		case digit:
			digits |= 1 << i
		}
	}
	some := func(n int) (mask uint64) {
		for bits.OnesCount64(mask) < n {
			mask |= 1 << random.IntN(64)
		}
		return mask
	}
	guard := Token{-1, -2, 3}
	for begun := range spreadTokens + 1 {
		for ended := range spreadTokens + 1 {
			starts, ends, base := some(begun), some(ended), random.IntN(1<<31-64)
			var got, want [spreadTokens + 3]Token
			for i := range got {
				got[i] = guard
			}
			spread(&got[2], &got[1], base, starts, ends, letters, digits)
			begin(want[2:2+begun], starts, text, 0)
			end(want[1:1+ended], ends, base)
			for i := range begun {
				if g, w := got[2+i], want[2+i]; g.Start != w.Start+int32(base) || g.Kind != w.Kind {
					t.Errorf("starts %x of %d: token %d is %v, want it to start at %d as %d", starts, base, i, g, w.Start+int32(base), w.Kind)
				}
			}
			for i := range ended {
				if g, w := got[1+i].End, want[1+i].End; g != w {
					t.Errorf("ends %x of %d: token %d ends at %d, want %d", ends, base, i, g, w)
				}
			}
			if last := got[spreadTokens+2]; got[0] != guard || last != guard || got[1].Start != guard.Start {
				t.Fatalf("tokens around the sixteen were written to: %v", got)
			}
		}
	}
}

// TestTokenizerWithoutSpread tries texts without it, as on older processors.
func TestTokenizerWithoutSpread(t *testing.T) {
	defer func(was bool) { hasSpread = was }(hasSpread)
	hasSpread = false
	TestTokenizerOnLongTexts(t)
}
