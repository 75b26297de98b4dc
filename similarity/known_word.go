package similarity

import (
	"hash/maphash"
	"strings"
	"sync/atomic"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/align"
)

// knownWord is what its letters alone say of a word, whatever text it stands in:
// its other spellings, what the tables have on it, and its stem. It is not changed
// once made.
type knownWord struct {
	text  string
	hash  uint32     // of text
	plain *knownWord // with quotation marks and dashes as a typewriter has them; mostly itself
	lower *knownWord // in lower case; of such a word itself

	facts lowerFacts // of a word in lower case
}

// lowerFacts is what is known of a word in lower case.
type lowerFacts struct {
	marks    wordMarks
	stem     string // for the alignment: an irregular form has its word's
	stemHash uint32
	feature  knownFeature
	form     wordID // that surroundings are compared by
	weight   float32
	vague    bool // vague words may begin with it
}

// knownFeature is what a word that is no number in digits is to the alignment,
// where a table says so; of others text is empty, and the stem is the feature.
type knownFeature struct {
	in     space
	text   string
	hash   uint32
	weight float64
}

// wordSeed is drawn anew for each run, and shows in nothing.
var wordSeed = maphash.MakeSeed()

func hashOf(word string) uint32 { return uint32(maphash.String(wordSeed, word)) }

// knownWords are the words that were asked for of late, each at a place that its
// hash says; of two with one place the later has it. 16,384 take 4 MB, and spare
// nine in ten of the words of a text the tables, and twice as many no more.
var knownWords [1 << 14]atomic.Pointer[knownWord]

// longestKnown is how many bytes a word may have to be remembered.
const longestKnown = 64

// know is what is known of a word with such a hash.
func know(word string, hash uint32) *knownWord {
	at := &knownWords[hash%uint32(len(knownWords))]
	if k := at.Load(); k != nil && k.hash == hash && k.text == word {
		return k
	}
	if len(word) > longestKnown {
		return newKnownWord(word, hash)
	}
	k := newKnownWord(strings.Clone(word), hash) // and holds on to no text
	at.Store(k)
	return k
}

func newKnownWord(word string, hash uint32) *knownWord {
	k := &knownWord{text: word, hash: hash}
	k.plain, k.lower = k, k
	if plain := straight(word); plain != word {
		k.plain = know(plain, hashOf(plain))
	}
	if low := strings.ToLower(word); low != word {
		k.lower = know(low, hashOf(low))
		return k
	}
	k.facts = factsOf(word)
	return k
}

// factsOf reads the tables for a word in lower case.
func factsOf(low string) lowerFacts {
	f := lowerFacts{marks: marksOf(low), weight: 1}
	form := low
	if f.marks.flags&bent != 0 {
		form = irregular[low]
	}
	f.stem = align.Stem(form)
	f.stemHash = hashOf(f.stem)
	switch synonym, ok := synonymOf[f.stem]; {
	case f.marks.flags&numberWord != 0:
		f.feature = knownFeature{in: aNumber, text: numberWords[low], weight: numberWeight}
	case f.marks.flags&stopWord != 0:
		f.feature = knownFeature{in: aStopWord, text: low, weight: stopWeight}
	case ok:
		f.feature = knownFeature{in: aSynonym, text: synonym, weight: synonymWeight}
	}
	f.feature.hash = hashOf(f.feature.text)
	if f.marks.flags&stopWord != 0 {
		f.weight = stopWeighs
	}
	_, f.vague = vaguePhrases[low]
	f.form = wordID(murmur3.Sum64([]byte(canonicalLow(low))))
	return f
}
