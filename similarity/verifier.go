package similarity

import (
	"math/bits"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// verifier compares the words of documents. It keeps those of the first
// document of a pair in a table, because candidates come document by document.
type verifier struct {
	*corpus
	sketches *sketches
	first    int32 // the document of the table; -1 for none
	firsts   *unpacker
	table    wordTable
	seconds  *unpacker
	waiting  []lsh.Pair // candidates that are compared together: see settle
}

func (c *corpus) verifiers() []*verifier {
	out := make([]*verifier, c.cfg.Workers)
	for i, u := range c.unpackers() {
		out[i] = &verifier{corpus: c, sketches: newSketches(c), first: -1, firsts: u, seconds: &unpacker{corpus: c}}
	}
	return out
}

// joinIfNear joins two documents that are near: now, or when settle is called.
func (v *verifier) joinIfNear(a, b int32) {
	if len(v.waiting) == settleMost {
		v.settle()
	}
	v.waiting = append(v.waiting, lsh.Pair{A: a, B: b})
}

// settleMost is how many candidates wait: what they touch, some 400 bytes each,
// stays in the nearest caches.
const settleMost = 64

// settle compares the candidates that wait. Where their words lie has been out
// of the caches for long; so all are touched first, none waiting for another.
func (v *verifier) settle() {
	for i, p := range v.waiting {
		if i == 0 || p.A != v.waiting[i-1].A {
			v.firsts.touchWords(p.A)
		}
		v.seconds.touchWords(p.B)
	}
	for _, p := range v.waiting {
		if !v.groups.same(p.A, p.B) && v.near(p.A, p.B) {
			v.groups.join(p.A, p.B)
		}
	}
	v.waiting = v.waiting[:0]
}

// near reports whether the ways in that are taken put two documents in one
// group.
func (v *verifier) near(a, b int32) bool {
	n, ok := v.counts(a, b)
	return ok && (v.cfg.Ways.Has(Copies) && n.Resemblance() >= nearResemblance || holds(n))
}

// counts are what two documents share; not ok says that they are not near,
// which the words below sampleBound, one in four, tell of most that are not:
// those are in the heads. Where a third of the smaller text's words are in the
// other, which is the least that nearness asks of two texts of one length, a
// sample of 50 has 16 ± 3 of them.
func (v *verifier) counts(a, b int32) (n shingle.Counts, ok bool) {
	if v.first != a {
		v.firsts.reset()
		v.first = a
		v.table.fill(v.firsts.set(a))
	}
	x := v.table.words
	v.seconds.reset()
	y := v.seconds.sample(b)
	n.Shared = v.table.shared(y)
	if min(v.size(a), v.size(b)) >= sampleLeast &&
		float64(n.Shared) < sampleShare*float64(min(wordsBelow(x, sampleBound), len(y))) {
		return n, false
	}
	sampled := len(y)
	v.seconds.reset()
	y = v.seconds.set(b)
	n.Shared += v.table.shared(y[sampled:])
	n.SizeA, n.SizeB = len(x), len(y)
	return n, true
}

const (
	sampleBound = 1 << 30
	sampleLeast = 100 // words of a text that a sample says enough of
	sampleShare = 0.2
)

// nearResemblance is the resemblance that puts two documents in one group,
// where all pairs are judged: somewhat less than what makes two texts of the
// same wording for facts.Choose, so that what stands around that is judged.
const nearResemblance = 0.18

// wordTable counts what sets of words share with one set, as decisions see
// them: a look-up a word, of which few find anything where the sets share
// little. Merging two sets goes over both, and what comes next cannot be
// guessed.
type wordTable struct {
	words []word // of the set
	cells []word // a word with its lowest bit set; 0 is empty
	shift int
}

// fill puts a set in the place of the last one; it is kept.
func (t *wordTable) fill(words []word) {
	width := bits.Len(uint(3 * len(words)))
	t.words, t.shift = words, 32-width
	t.cells = zeroed(t.cells, 1<<width)
	for _, w := range words {
		i := t.find(w)
		t.cells[i] = w | 1
	}
}

// shared is how many of the words, as decisions see them, are in the table.
func (t *wordTable) shared(words []word) int {
	n := 0
	for _, w := range words {
		if t.cells[t.find(w)] != 0 {
			n++
		}
	}
	return n
}

// find is the cell of a word, or the empty one where it belongs. Words are
// spread evenly by their high bits.
func (t *wordTable) find(w word) int {
	mask := len(t.cells) - 1
	for i := int(w >> t.shift); ; i++ {
		if c := t.cells[i&mask]; c == 0 || c == w|1 {
			return i & mask
		}
	}
}
