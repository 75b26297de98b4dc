package similarity

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/wirediff/wirediff/internal/align"
)

// PhraseRules are the tables of the phrase rules that a user may extend. Make
// them with DefaultRules; they may be shared between goroutines once made.
type PhraseRules struct {
	Version string // of the built-in loaded terms, and what was added: "loaded-terms 1", "loaded-terms 1 + 12 own"

	terms   []LoadedWords
	byWord  map[string][]int32  // a loaded word's stem → indexes of terms
	phrases map[string][]phrase // a loaded phrase's first word → phrases
}

// phrase is a loaded phrase: its words, and the index of its term.
type phrase struct {
	words []string
	term  int32
}

// LoadedWords is a line of the table of loaded terms: any of Loaded for any of
// Neutral is a change of judgement, not of fact. Words are compared by
// their stems; words that hyphens join are a phrase, written with hyphens or
// without. An empty Neutral means that the loaded word is worth telling
// wherever it is new.
type LoadedWords struct {
	Neutral []string
	Loaded  []string
	Note    string // why, in a few words

	stems   []string   // of Neutral
	phrases [][]string // of Neutral: the words of a phrase; nil for a single word
}

// DefaultRules returns the built-in rules.
func DefaultRules() *PhraseRules { return defaultRules }

var defaultRules = func() *PhraseRules {
	r := &PhraseRules{Version: loadedVersion, byWord: map[string][]int32{}, phrases: map[string][]phrase{}}
	if _, err := r.read(strings.NewReader(loadedTerms)); err != nil {
		r.Version += " (" + err.Error() + ")" // a test holds that this is never so
	}
	return r
}()

// WithTerms returns the rules with the loaded terms of a user's table added:
// lines of "neutral words > loaded words # note", words apart by spaces, a phrase's by hyphens, no
// neutral word needed; empty lines and lines that start with # are skipped.
func (r *PhraseRules) WithTerms(table io.Reader) (*PhraseRules, error) {
	more := &PhraseRules{byWord: map[string][]int32{}, phrases: map[string][]phrase{}}
	for _, t := range r.terms {
		more.add(t)
	}
	n, err := more.read(table)
	if err != nil {
		return nil, err
	}
	more.Version = fmt.Sprintf("%s + %d own", r.Version, n)
	return more, nil
}

func (r *PhraseRules) read(table io.Reader) (n int, err error) {
	lines := bufio.NewScanner(table)
	for at := 1; lines.Scan(); at++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		line, note, _ := strings.Cut(line, "#")
		neutral, loaded, ok := strings.Cut(line, ">")
		t := LoadedWords{Neutral: strings.Fields(strings.ToLower(neutral)), Loaded: strings.Fields(strings.ToLower(loaded)), Note: strings.TrimSpace(note)}
		if !ok || len(t.Loaded) == 0 {
			return n, fmt.Errorf("loaded terms, line %d: want \"neutral words > loaded words # note\", have %q", at, line)
		}
		r.add(t)
		n++
	}
	return n, lines.Err()
}

func (r *PhraseRules) add(t LoadedWords) {
	t.stems, t.phrases = nil, nil
	for _, w := range t.Neutral {
		t.stems = append(t.stems, align.Stem(w))
		var words []string
		if strings.Contains(w, "-") {
			words = strings.Split(w, "-")
		}
		t.phrases = append(t.phrases, words)
	}
	for _, w := range t.Loaded {
		if words := strings.Split(w, "-"); len(words) > 1 {
			r.phrases[words[0]] = append(r.phrases[words[0]], phrase{words, int32(len(r.terms))})
			continue
		}
		stem := align.Stem(w)
		r.byWord[stem] = append(r.byWord[stem], int32(len(r.terms)))
	}
	r.terms = append(r.terms, t)
}
