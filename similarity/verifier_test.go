package similarity

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wirediff/wirediff/shingle"
)

// stockTexts is a corpus of texts each of which has from none to all of one
// stock text, so that some are near each other, some are told by a sample not
// to be, and some are told by all words.
func stockTexts(t *testing.T, cfg Config) *corpus {
	t.Helper()
	f := NewFinder(cfg)
	t.Cleanup(func() { f.Close() })
	for i := range 60 {
		words := make([]string, 40+90*(i%3))
		for w := range words {
			if words[w] = fmt.Sprintf("w%dx%d", i, w); w*60 < i*len(words) {
				words[w] = fmt.Sprintf("stock%d", w)
			}
		}
		if err := f.Add(shingle.Document{ID: fmt.Sprintf("d%03d", i), Text: strings.Join(words, " ") + "."}); err != nil {
			t.Fatal(err)
		}
	}
	f.flush()
	f.busy.Wait()
	return newCorpus(f)
}

// TestVerifier holds what a verifier says of each pair to their words, merged,
// and candidates that are compared together to those compared one by one.
func TestVerifier(t *testing.T) {
	for _, test := range []struct {
		name string
		cfg  Config
	}{
		{"brief", Config{Brief: true, Workers: 1}},
		{"whole words", Config{Workers: 1}},
		{"cuts alone", Config{Brief: true, Workers: 1, Ways: Cuts}},
		{"in a file", Config{Brief: true, Workers: 1, Memory: 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := stockTexts(t, test.cfg)
			v, together := c.verifiers()[0], c.verifiers()[0]
			u := &unpacker{corpus: c}
			one := newGroups(len(c.seats))
			told, sifted, near := 0, 0, 0
			for a := range int32(len(c.seats)) {
				for b := a + 1; b < int32(len(c.seats)); b++ {
					u.reset()
					x, y := u.set(a), u.set(b)
					p, q := x[:wordsBelow(x, sampleBound)], y[:wordsBelow(y, sampleBound)]
					may := min(len(x), len(y)) < sampleLeast || float64(shared(p, q)) >= sampleShare*float64(min(len(p), len(q)))
					want := countsOf(x, y)
					wanted := may && (c.cfg.Ways.Has(Copies) && want.Resemblance() >= nearResemblance || holds(want))
					got, ok := v.counts(a, b)
					if wanted && !ok || ok && got != want {
						t.Fatalf("documents %d and %d: %+v, may be near: %v, want %+v", a, b, got, ok, want)
					}
					if v.near(a, b) != wanted {
						t.Fatalf("documents %d and %d are near: %v, want %v", a, b, !wanted, wanted)
					}
					switch {
					case !may && ok:
						t.Fatalf("documents %d and %d: the sample does not tell them", a, b)
					case !may:
						told++
					case !ok:
						sifted++
					}
					if wanted {
						near++
						one.join(a, b)
					}
					together.joinIfNear(a, b)
				}
			}
			together.settle()
			if told == 0 || sifted == 0 || near == 0 {
				t.Errorf("%d pairs are told by a sample, %d by what is sifted, %d are near", told, sifted, near)
			}
			for d := range int32(len(c.seats)) {
				if got, want := c.groups.root(d), one.root(d); got != want {
					t.Errorf("document %d is in group %d, want %d", d, got, want)
				}
			}
		})
	}
}

// TestWordSieve holds what a sieve counts to merging.
func TestWordSieve(t *testing.T) {
	var sieve wordSieve
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{40, 1 << 22}).Draw(t, "most")
		high := rapid.Bool().Draw(t, "at the end")
		set := rapid.Custom(func(t *rapid.T) []word {
			s := rapid.SliceOfN(rapid.Uint32Range(0, most-1), 0, 90).Draw(t, "words")
			for i := range s {
				s[i] <<= 10
				if high {
					s[i] = decidedMask - s[i]
				}
			}
			slices.Sort(s)
			return slices.Compact(s)
		})
		a, b := set.Draw(t, "a"), set.Draw(t, "b")
		sieve.fill(a)
		if got := sieve.sift(b); len(got) < shared(a, b) || shared(got, b) != len(got) {
			t.Fatalf("%x is sifted of %x", got, b)
		}
		if got, want := sieve.shared(b), shared(a, b); got != want {
			t.Fatalf("%d words are shared, want %d", got, want)
		}
	})
}
