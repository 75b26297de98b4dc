// Package corpus makes news articles up: any number of them, with known
// clusters, the same bytes for the same seed. Benchmarks and recall tests run
// on it, so that anyone can repeat them without a data set.
//
// Articles are written by sentence patterns over the package's own word lists:
// words fall off by rank as in real text (Zipf's law), each story has a cast
// and a subject that come back, and a long tail of compounds and invented names
// occurs once. So 3-word shingles behave as in news: unrelated articles share
// a few in a hundred, all formula.
//
// A story's versions are made from its base or from an earlier version, by
// edits of known kinds (see Kind). Beside the stories there are notices, made
// from templates, which look alike and belong together with nothing; and lines
// of boilerplate before and after articles that have nothing else in common.
//
// The text is not meant to be read for sense, and not fit for fitting rules of
// language: figures, quotes and names are real in form only.
package corpus

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"
)

// Config says what to make.
type Config struct {
	Documents int    // how many
	Seed      uint64 // another seed, another corpus
	Words     int    // the mean length of a base article in words; 0 means 320
}

// Kind says how a version was made.
type Kind string

// The kinds. The resemblance in 3-word shingles that a kind has with its
// parent is measured in TestKinds.
const (
	Base   Kind = "base"   // a story's first article
	Copy   Kind = "copy"   // word for word; boilerplate may differ
	Light  Kind = "light"  // a word in 33 changed, a figure or two
	Medium Kind = "medium" // a word in 14, sentences cut from the end, neighbours exchanged
	Heavy  Kind = "heavy"  // a word in 7, more cut, a paragraph moved, sentences added
	Cut    Kind = "cut"    // the first quarter to half, nearly word for word
	Embed  Kind = "embed"  // the whole inside a longer article
	Notice Kind = "notice" // made from a template; a story of its own
)

// Doc is one article with its truth.
type Doc struct {
	ID        string
	Title     string
	Outlet    string
	Published time.Time
	Text      string

	Cluster string // the same for the versions of one story
	Kind    Kind
	Parent  string   // the ID of the version that it was made from; "" for a base or notice
	Figures []Change // the figures that it changed
}

// Change is a figure that a version changed: the number as its parent has it,
// and as it has it, without unit or magnitude.
type Change struct{ From, To string }

// window is how many documents the shuffle holds back. Versions of a story
// come apart from each other by about as many documents, as in a real stream,
// at a cost in memory that does not grow with the corpus.
const window = 2048

// noticeShare is the chance that a story is a notice: about as many as a wire
// service's day has of dividend, harbour and funeral notices.
const noticeShare = 0.06

// Generate makes the documents, in a shuffled order. A story may be broken off
// by the end of the corpus. The cost is linear in the text made; memory holds
// one story and a window of documents.
func Generate(cfg Config) iter.Seq[Doc] {
	if cfg.Words == 0 {
		cfg.Words = 320
	}
	return func(yield func(Doc) bool) {
		shuffle := rand.New(rand.NewPCG(cfg.Seed, 0))
		var held []Doc
		made := 0
		for story := uint64(1); made < cfg.Documents; story++ {
			for _, d := range newStory(cfg, story) {
				if made == cfg.Documents {
					break
				}
				made++
				held = append(held, d)
			}
			for len(held) > window {
				if !yield(take(&held, shuffle)) {
					return
				}
			}
		}
		for len(held) > 0 {
			if !yield(take(&held, shuffle)) {
				return
			}
		}
	}
}

// take removes a random document.
func take(held *[]Doc, r *rand.Rand) Doc {
	h := *held
	i, last := r.IntN(len(h)), len(h)-1
	d := h[i]
	h[i] = h[last]
	*held = h[:last]
	return d
}

// Article makes one base article of about so many words: what a benchmark of
// one document needs.
func Article(seed uint64, words int) Doc {
	s := story{writer: newWriter(rand.New(rand.NewPCG(seed, 1))), cfg: Config{Seed: seed, Words: words}, index: 1}
	return s.publish(s.base(words), Base, "")
}

// id is a name for a document that says nothing of its story: a bijection of
// (seed, story, version), so that no two are the same. The mix is SplitMix64's
// finaliser (Steele, Lea, Flood 2014).
func id(seed, story uint64, version int) string {
	z := seed*0x9e3779b97f4a7c15 ^ (story<<12 | uint64(version))
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return fmt.Sprintf("%016x", z^z>>31)
}
