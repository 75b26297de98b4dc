package similarity

import (
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// verifier compares the words of documents. It keeps those of the first
// document of a pair, because candidates come document by document.
type verifier struct {
	*corpus
	sketches *sketches
	first    int32 // the document whose words are kept; -1 for none
	firsts   *unpacker
	words    wordSieve
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
	return ok && v.enough(n)
}

func (v *verifier) enough(n shingle.Counts) bool {
	return v.cfg.Ways.Has(Copies) && n.Resemblance() >= nearResemblance || holds(n)
}

// counts are what two documents share; not ok says that they are not near. Of
// most that are not, one of two things tells: the words below sampleBound, one
// in four, which are in the heads (where a third of the smaller text's words are
// in the other, which is the least that nearness asks of two texts of one
// length, a sample of 50 has 16 ± 3 of them), or that even what is sifted of all
// words is not enough.
func (v *verifier) counts(a, b int32) (n shingle.Counts, ok bool) {
	if v.first != a {
		v.firsts.reset()
		v.first = a
		v.words.fill(v.firsts.set(a))
	}
	x := v.words.words
	v.seconds.reset()
	y := v.seconds.headWords(b)
	sample := wordsBelow(y, sampleBound)
	n.Shared = v.words.shared(y[:sample])
	if min(v.size(a), v.size(b)) >= sampleLeast &&
		float64(n.Shared) < sampleShare*float64(min(wordsBelow(x, sampleBound), sample)) {
		return n, false
	}
	y = v.seconds.tailWords(b, y)
	n.SizeA, n.SizeB = len(x), len(y)
	sifted := v.words.sift(y[sample:])
	most := n
	if most.Shared += len(sifted); !v.enough(most) {
		return n, false
	}
	n.Shared += v.words.has(sifted)
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
