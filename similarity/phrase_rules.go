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

	terms  []LoadedWords
	byWord map[string][]int32 // a loaded word's stem → indexes of terms
}

// LoadedWords is a line of the table of loaded terms: any of Loaded for any of
// Neutral is a change of judgement, not of fact. Words are compared by stem;
// an empty Neutral means that the loaded word is worth telling wherever it is
// new.
type LoadedWords struct {
	Neutral []string
	Loaded  []string
	Note    string // why, in a few words

	stems []string // of Neutral
}

// DefaultRules returns the built-in rules.
func DefaultRules() *PhraseRules { return defaultRules }

var defaultRules = func() *PhraseRules {
	r := &PhraseRules{Version: loadedVersion, byWord: map[string][]int32{}}
	if _, err := r.read(strings.NewReader(loadedTerms)); err != nil {
		r.Version += " (" + err.Error() + ")" // a test holds that this is never so
	}
	return r
}()

// WithTerms returns the rules with the loaded terms of a user's table added:
// lines of "neutral words > loaded words # note", words apart by spaces, no
// neutral word needed; empty lines and lines that start with # are skipped.
func (r *PhraseRules) WithTerms(table io.Reader) (*PhraseRules, error) {
	more := &PhraseRules{byWord: map[string][]int32{}}
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
	t.stems = nil
	for _, w := range t.Neutral {
		t.stems = append(t.stems, align.Stem(w))
	}
	for _, w := range t.Loaded {
		stem := align.Stem(w)
		r.byWord[stem] = append(r.byWord[stem], int32(len(r.terms)))
	}
	r.terms = append(r.terms, t)
}
