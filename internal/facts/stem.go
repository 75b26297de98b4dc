package facts

import (
	"bytes"
	"strings"
)

// stemOf cuts the endings that rewriting changes: plural, past, gerund, agent,
// adverb. It is cruder than Porter's stemmer and never has to be undone: all
// that matters is that kidnappers, kidnapped and kidnapping come out the same,
// and that few words of other meaning do. Words of up to four letters stay.
func stemOf(w []byte) []byte {
	if len(w) <= 4 {
		if len(w) == 4 && (w[3] == 's' && w[2] != 's' || w[3] == 'y') {
			return w[:3]
		}
		return w
	}
	w = plural(w)
	for _, e := range endings[w[len(w)-1]] {
		if n := len(w) - len(e); n >= 4 && bytes.HasSuffix(w, e) {
			w = w[:n]
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		w = w[:n-1]
	}
	if n := len(w); n > 3 && (w[n-1] == 'e' || w[n-1] == 'y' || w[n-1] == 'i') {
		w = w[:n-1]
	}
	return w
}

// endings are the endings by their last letter. They are tried in order, after
// the plural is cut; the longer stand first.
var endings = func() (by [256][][]byte) {
	for e := range strings.FieldsSeq("ation ating ated ate edly ingly ment ing ion ed er or ly") {
		last := e[len(e)-1]
		by[last] = append(by[last], []byte(e))
	}
	return by
}()

func plural(w []byte) []byte {
	n := len(w)
	switch {
	case w[n-1] != 's' || w[n-2] == 's' || w[n-2] == 'u':
		return w
	case n > 5 && w[n-3] == 'i' && w[n-2] == 'e':
		return w[:n-2] // cities, city → citi, cit(y)
	}
	return w[:n-1]
}
