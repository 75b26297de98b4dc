package similarity

import (
	"slices"
	"sync"

	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// vocabulary is the words of an article, its text's and its title's, numbered by
// their spelling in the order in which they first stand, the text's before the
// title's. What is asked of a word, and not of the place where it stands, is
// asked once. It is made once an article, for figures and collation both, and
// is not changed afterwards.
type vocabulary struct {
	article  *shingle.Article
	headline []token.Token // the title's tokens
	words    []vocable
	ofText   int32   // words[:ofText] stand in the text
	text     []int32 // by token of the text: the number of its word
	title    []int32 // by token of the title

	numbers []int32 // room for text and title
}

// vocable is a word as it is written.
type vocable struct {
	*knownWord
	kind token.Kind // of the token where it first stands
}

func newVocabulary(a *shingle.Article) *vocabulary {
	v := new(vocabulary)
	v.read(a)
	return v
}

// read makes v the vocabulary of an article, in the room that it has.
func (v *vocabulary) read(a *shingle.Article) {
	v.article = a
	v.headline = token.Tokenize(v.headline[:0], a.Title)
	tokens := len(a.Tokens) + len(v.headline)
	v.numbers = slices.Grow(v.numbers[:0], tokens)[:tokens]
	v.text, v.title = v.numbers[:len(a.Tokens):len(a.Tokens)], v.numbers[len(a.Tokens):]
	n := numberings.Get().(*numbering)
	n.reset(tokens)
	n.number(v.text, a.Text, a.Tokens)
	v.ofText = int32(len(n.words))
	n.number(v.title, a.Title, v.headline)
	v.words = knowAll(v.words[:0], n.words)
	clear(n.words) // hold on to no text
	numberings.Put(n)
}

// line is the tokens of a text or a title, or a run of them, with their words.
type line struct {
	text     string
	tokens   []token.Token
	spelling []int32
	words    []vocable
}

// line is the text's, or with field "title" the title's.
func (v *vocabulary) line(field string) line {
	if field == "title" {
		return line{v.article.Title, v.headline, v.title, v.words}
	}
	return line{v.article.Text, v.article.Tokens, v.text, v.words}
}

// cut is the tokens [from, to) of the line.
func (l line) cut(from, to int) line {
	l.tokens, l.spelling = l.tokens[from:to], l.spelling[from:to]
	return l
}

// of is the word of a token.
func (l *line) of(i int) string { return l.tokens[i].Of(l.text) }

// low is the word of a token in lower case.
func (l *line) low(i int) string { return l.words[l.spelling[i]].lower.text }

// empty lets go of the article, and keeps the room.
func (v *vocabulary) empty() {
	clear(v.words)
	*v = vocabulary{headline: v.headline[:0], words: v.words[:0], numbers: v.numbers[:0]}
}

// numbering finds the number of a spelling by its hash: open addressing, at
// most half full. It is kept for the next article.
type numbering struct {
	words []spelled
	slots []slotted
}

// spelled is a word as it first stands.
type spelled struct {
	text string
	hash uint32
	kind token.Kind
}

var numberings = sync.Pool{New: func() any { return new(numbering) }}

// slotted is a spelling's number, from 1, and a part of its hash.
type slotted struct{ hash, number uint32 }

// reset makes room for so many tokens, of which about half are distinct in news.
func (n *numbering) reset(tokens int) {
	n.words = n.words[:0]
	size := 64
	for size < tokens {
		size *= 2
	}
	if size > len(n.slots) {
		n.slots = make([]slotted, size)
		return
	}
	clear(n.slots)
}

// free is the first slot of a hash that is free.
func (n *numbering) free(hash uint32) *slotted {
	for at := hash; ; at++ {
		if s := &n.slots[at&uint32(len(n.slots)-1)]; s.number == 0 {
			return s
		}
	}
}

// number gives each token its word's number.
func (n *numbering) number(dst []int32, text string, tokens []token.Token) {
	for i, t := range tokens {
		w := t.Of(text)
		hash := hashOf(w)
		for at := hash; ; at++ {
			s := &n.slots[at&uint32(len(n.slots)-1)]
			if s.number == 0 {
				dst[i] = n.add(spelled{w, hash, t.Kind})
				break
			}
			if s.hash == hash && n.words[s.number-1].text == w {
				dst[i] = int32(s.number - 1)
				break
			}
		}
	}
}

func (n *numbering) add(w spelled) int32 {
	n.words = append(n.words, w)
	if 2*len(n.words) > len(n.slots) {
		old := n.slots
		n.slots = make([]slotted, 2*len(old))
		for _, s := range old {
			if s.number > 0 {
				*n.free(s.hash) = s
			}
		}
	}
	*n.free(w.hash) = slotted{w.hash, uint32(len(n.words))}
	return int32(len(n.words) - 1)
}
