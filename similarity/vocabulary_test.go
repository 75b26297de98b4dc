package similarity

import (
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// plainWord is a vocable in plain terms.
type plainWord struct {
	text, low string
	kind      token.Kind
}

// plainVocabulary numbers words as newVocabulary does, by a map.
func plainVocabulary(a *shingle.Article) (words []plainWord, text, title []int32) {
	known := map[string]int32{}
	number := func(text string, tokens []token.Token) (out []int32) {
		for _, t := range tokens {
			w := t.Of(text)
			n, ok := known[w]
			if !ok {
				n = int32(len(words))
				known[w] = n
				words = append(words, plainWord{w, strings.ToLower(w), t.Kind})
			}
			out = append(out, n)
		}
		return out
	}
	text = number(a.Text, a.Tokens)
	headline, _ := titleTokens(a.Title)
	return words, text, number(a.Title, headline)
}

// FuzzVocabulary holds the table against a map.
func FuzzVocabulary(f *testing.F) {
	f.Add("Two killed", "Two were killed, two hurt. TWO more - “İ”, ıI - were missing; Two.")
	f.Add("", "")
	f.Add("a b c d e f g h i j k l", "1 2 3 4 5 6 7 8 9")
	f.Add("only in the title", strings.Repeat("a b c d e f g h i j k l m n o p q r s t u v w x y z ", 3))
	f.Fuzz(func(t *testing.T, title, text string) {
		a := shingle.Parse(shingle.Document{Title: title, Text: text})
		v := newVocabulary(a)
		words, ofText, ofTitle := plainVocabulary(a)
		if len(v.words) != len(words) {
			t.Fatalf("%d words, by a map %d", len(v.words), len(words))
		}
		for n, w := range v.words {
			if (plainWord{w.text, w.lower.text, w.kind}) != words[n] {
				t.Fatalf("word %d is %v, by a map %v", n, w, words[n])
			}
		}
		for i, n := range v.text {
			if n != ofText[i] || n >= v.ofText {
				t.Fatalf("token %d is word %d of %d, by a map %d", i, n, v.ofText, ofText[i])
			}
		}
		for i, n := range v.title {
			if n != ofTitle[i] {
				t.Fatalf("token %d of the title is word %d, by a map %d", i, n, ofTitle[i])
			}
		}
	})
}
