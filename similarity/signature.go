package similarity

import (
	"math"
	"slices"
	"strings"

	"github.com/spaolacci/murmur3"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// steps are the settings of the steps from document to keys. They hold no
// state and are shared between goroutines.
type steps struct{ cfg Config }

// worker is what one goroutine uses again from document to document.
type worker struct {
	*steps
	shingler *shingle.Shingler
	builder  facts.Builder
	body     []shingle.Sentence
	tokens   []token.Token // of a title
	terms    facts.Profile
	packer   packer
}

func (s *steps) worker() *worker {
	w := &worker{steps: s, shingler: shingle.NewShingler(s.cfg.ShingleSize), packer: packer{brief: s.cfg.Brief}}
	w.shingler.Note(w.builder.Read)
	return w
}

// pack takes a document apart and packs what is kept of it.
func (w *worker) pack(doc shingle.Document) {
	mask := word(math.MaxUint32)
	if w.cfg.Brief {
		mask = decidedMask
	}
	a, words := w.shingler.ArticleHalves(doc, mask)
	w.terms = w.terms[:0]
	r := outlineOf(a)
	r.profile, r.title = w.profiles(a, w.shingler.Notes())
	w.packer.add(&r, words)
}

// profiles are those of an article's body, of whose words the readings are
// given, and title. They are in the room of w.terms.
func (w *worker) profiles(a *shingle.Article, readings []facts.Reading) (body, title facts.Profile) {
	w.body = bodyOf(w.body[:0], a)
	w.terms = w.builder.Append(w.terms, a.Text, a.Tokens, w.body, readings)
	n := len(w.terms)
	if a.Title != "" {
		w.tokens = token.Tokenize(w.tokens[:0], a.Title)
		whole := [1]shingle.Sentence{{First: 0, Last: len(w.tokens)}}
		w.terms = w.builder.Append(w.terms, a.Title, w.tokens, whole[:], w.shingler.NotesOf(a.Title, w.tokens, whole[:]...))
	}
	return w.terms[:n:n], w.terms[n:]
}

// profilesOf are those of an article that was not taken apart just now.
func (w *worker) profilesOf(a *shingle.Article) (body, title facts.Profile) {
	w.body = bodyOf(w.body[:0], a)
	return w.profiles(a, w.shingler.NotesOf(a.Text, a.Tokens, w.body...))
}

// outlineOf is an article's record without profiles and words.
func outlineOf(a *shingle.Article) record {
	return record{id: a.ID, published: unix(a.Document), outlet: outletHash(a.Outlet), update: updateNumber(a.Title)}
}

// wordsOf gives the high half of every hash, each once, in their order.
func wordsOf(set shingle.Set) []word {
	words := make([]word, len(set))
	for i, h := range set {
		words[i] = word(h >> 32)
	}
	return slices.Compact(words)
}

// bodyOf appends to dst the sentences of an article that are no furniture.
func bodyOf(dst []shingle.Sentence, a *shingle.Article) []shingle.Sentence {
	for i, s := range a.Sentences {
		if !a.Roles[i].Furniture() {
			dst = append(dst, s)
		}
	}
	return dst
}

// outletHash is 0 for no outlet.
func outletHash(name string) uint32 {
	if name = strings.TrimSpace(name); name == "" {
		return 0
	}
	return max(murmur3.Sum32([]byte(strings.ToLower(name))), 1)
}

// unix is the time of publication in seconds. Year 1 is what a zero time and
// a date without a year look like: unknown.
func unix(doc shingle.Document) int64 {
	if doc.Published.IsZero() || doc.Published.Year() <= 1 {
		return noDate
	}
	return doc.Published.Unix()
}
