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
// once made. What nearly every question needs is in its first 64 bytes, and all in
// 128, for most of the cost is that of memory.
type knownWord struct {
	form   wordID // that surroundings are compared by
	text   string
	lower  *knownWord // in lower case; of such a word itself
	plain  *knownWord // with quotation marks and dashes as a typewriter has them; mostly itself
	hash   uint32     // of text
	weight float32    // in surroundings, but at the start of a sentence
	size   uint8      // of text, where head has all of it; else 0
	head   [15]byte   // its first bytes, to know it by without a look at text

	// The rest is of a word in lower case.

	marks    wordMarks
	stem     string // for the alignment: an irregular form has its word's
	feature  knownFeature
	stemHash uint32
	vague    bool // vague words may begin with it
}

// knownFeature is what a word that is no number in digits is to the alignment,
// where a table says so; of others text is empty, and the stem is the feature.
type knownFeature struct {
	text string
	hash uint32
	in   space
}

// weight is that of a feature of a table in the alignment.
func (f *knownFeature) weight() float64 {
	switch f.in {
	case aNumber:
		return numberWeight
	case aStopWord:
		return stopWeight
	}
	return synonymWeight
}

// wordSeed is drawn anew for each run, and shows in nothing.
var wordSeed = maphash.MakeSeed()

func hashOf(word string) uint32 { return uint32(maphash.String(wordSeed, word)) }

// knownWords are the words that were asked for of late, each at a place that its
// hash says; of two with one place the later has it. 32,768 take 5 MB, and spare
// nine in ten of the words of a text the tables.
var knownWords [1 << 15]atomic.Pointer[knownWord]

// longestKnown is how many bytes a word may have to be remembered.
const longestKnown = 64

// whereKnown is the place of a word with such a hash.
func whereKnown(hash uint32) *atomic.Pointer[knownWord] {
	return &knownWords[hash%uint32(len(knownWords))]
}

// know is what is known of a word with such a hash.
func know(word string, hash uint32) *knownWord {
	if k := whereKnown(hash).Load(); k != nil && k.is(word, hash) {
		return k
	}
	return learn(word, hash)
}

// knowAll appends what is known of words. The memory of the table is mostly cold:
// one after another the words would wait for it, in two rounds they wait at once.
func knowAll(dst []vocable, words []spelled) []vocable {
	first := len(dst)
	for i := range words {
		dst = append(dst, vocable{whereKnown(words[i].hash).Load(), words[i].kind})
	}
	for i := range words {
		w, v := &words[i], &dst[first+i]
		if v.knownWord == nil || !v.knownWord.is(w.text, w.hash) {
			v.knownWord = learn(w.text, w.hash)
		}
	}
	return dst
}

// learn makes a word known that is not remembered.
func learn(word string, hash uint32) *knownWord {
	if len(word) > longestKnown {
		return newKnownWord(word, hash)
	}
	k := newKnownWord(strings.Clone(word), hash) // and holds on to no text
	whereKnown(hash).Store(k)
	return k
}

// is reports whether k is of the word, which has such a hash.
func (k *knownWord) is(word string, hash uint32) bool {
	if k.hash != hash {
		return false
	}
	if k.size > 0 {
		return string(k.head[:k.size]) == word
	}
	return k.text == word
}

func newKnownWord(word string, hash uint32) *knownWord {
	k := &knownWord{text: word, hash: hash}
	if len(word) <= len(k.head) {
		k.size = uint8(copy(k.head[:], word))
	}
	k.plain, k.lower = k, k
	if plain := straight(word); plain != word {
		k.plain = know(plain, hashOf(plain))
	}
	if low := strings.ToLower(word); low != word {
		k.lower = know(low, hashOf(low))
		k.form, k.weight, k.vague = k.lower.form, k.lower.weight, k.lower.vague
		if k.weight == 1 && word[0] >= 'A' && word[0] <= 'Z' {
			k.weight = nameWeighs
		}
		return k
	}
	k.read(word)
	return k
}

// read reads the tables for a word in lower case.
func (k *knownWord) read(low string) {
	k.marks, k.weight = marksOf(low), 1
	form := low
	if k.marks.flags&bent != 0 {
		form = irregular[low]
	}
	k.stem = align.Stem(form)
	k.stemHash = hashOf(k.stem)
	switch synonym, ok := synonymOf[k.stem]; {
	case k.marks.flags&numberWord != 0:
		k.feature = knownFeature{in: aNumber, text: numberWords[low]}
	case k.marks.flags&stopWord != 0:
		k.feature = knownFeature{in: aStopWord, text: low}
	case ok:
		k.feature = knownFeature{in: aSynonym, text: synonym}
	}
	k.feature.hash = hashOf(k.feature.text)
	if k.marks.flags&stopWord != 0 {
		k.weight = stopWeighs
	}
	_, k.vague = vaguePhrases[low]
	k.form = wordID(murmur3.Sum64([]byte(canonicalLow(low))))
}
