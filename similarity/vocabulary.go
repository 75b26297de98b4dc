package similarity

import (
	"hash/maphash"
	"strings"

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
}

// vocable is a word as it is written.
type vocable struct {
	text string
	low  string     // in lower case
	kind token.Kind // of the token where it first stands
}

func newVocabulary(a *shingle.Article) *vocabulary {
	v := &vocabulary{article: a}
	v.headline, _ = titleTokens(a.Title)
	tokens := len(a.Tokens) + len(v.headline)
	room := make([]int32, tokens)
	v.text, v.title = room[:len(a.Tokens):len(a.Tokens)], room[len(a.Tokens):]
	v.words = make([]vocable, 0, tokens/2) // news has fewer
	n := numbering{words: &v.words, seed: maphash.MakeSeed()}
	n.grow(tokens)
	n.number(v.text, a.Text, a.Tokens)
	v.ofText = int32(len(v.words))
	n.number(v.title, a.Title, v.headline)
	return v
}

// numbering finds the number of a spelling by its hash: open addressing, at
// most half full. The seed is drawn anew each time, and shows in nothing.
type numbering struct {
	words *[]vocable
	seed  maphash.Seed
	slots []slotted
}

// slotted is a spelling's number, from 1, and a part of its hash.
type slotted struct{ hash, number uint32 }

// grow makes room for so many tokens, of which fewer than half are distinct in
// all but the shortest texts.
func (n *numbering) grow(tokens int) {
	size := 8
	for size < tokens {
		size *= 2
	}
	old := n.slots
	n.slots = make([]slotted, size)
	for _, s := range old {
		if s.number > 0 {
			*n.free(s.hash) = s
		}
	}
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
		hash := uint32(maphash.String(n.seed, w))
		at := hash
		for {
			s := &n.slots[at&uint32(len(n.slots)-1)]
			if s.number == 0 {
				dst[i] = n.add(vocable{w, strings.ToLower(w), t.Kind}, hash)
				break
			}
			if s.hash == hash && (*n.words)[s.number-1].text == w {
				dst[i] = int32(s.number - 1)
				break
			}
			at++
		}
	}
}

func (n *numbering) add(s vocable, hash uint32) int32 {
	*n.words = append(*n.words, s)
	if 2*len(*n.words) > len(n.slots) {
		n.grow(2 * len(n.slots))
	}
	*n.free(hash) = slotted{hash, uint32(len(*n.words))}
	return int32(len(*n.words) - 1)
}
