package similarity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

// TestVerifierKeepsBothApart holds that a pair whose two documents fall into
// one place of what a verifier holds is compared as any other: neither text is
// compared with itself.
func TestVerifierKeepsBothApart(t *testing.T) {
	f := NewFinder(Config{Brief: true, Workers: 1})
	for i := range 2*verifierHolds + 1 {
		words := make([]string, 130)
		for w := range words {
			words[w] = fmt.Sprintf("w%dx%d", i, w)
		}
		// Every text has a third of one stock text, so that no sample parts them.
		for w := 60; w < 110; w++ {
			words[w] = fmt.Sprintf("stock%d", w)
		}
		if err := f.Add(shingle.Document{ID: fmt.Sprintf("d%03d", i), Text: strings.Join(words, " ") + "."}); err != nil {
			t.Fatal(err)
		}
	}
	f.flush()
	f.busy.Wait()
	c := newCorpus(f)
	v := c.verifiers()[0]
	for range 2 { // the second time all is held
		for a := int32(0); a < int32(len(c.seats)); a++ {
			for _, b := range []int32{a + 1, a + verifierHolds, a + 2*verifierHolds} {
				if b >= int32(len(c.seats)) {
					continue
				}
				x, y := (&unpacker{corpus: c}).set(a), (&unpacker{corpus: c}).set(b)
				if got, want := countsOf(v.words(a, 0), v.words(b, 1)), countsOf(x, y); got != want {
					t.Fatalf("documents %d and %d: %+v, want %+v", a, b, got, want)
				}
			}
		}
	}
}
