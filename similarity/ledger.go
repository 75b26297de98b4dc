package similarity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
)

// maxMisses is how many misses a ledger names: the gravest.
const maxMisses = 8

// ledgersOf makes a ledger for each outlet, by name: what its versions
// changed against their parents, and which of the story's figures who reads
// only this outlet does not learn. Versions without an outlet are kept under
// their ids.
func ledgersOf(c *Comparison) []Ledger {
	byOutlet := map[string]*Ledger{}
	var names []string
	for i, a := range c.Articles {
		if a == nil {
			continue
		}
		name := cmp.Or(a.Outlet, a.ID)
		l := byOutlet[name]
		if l == nil {
			l = &Ledger{Outlet: name, Figures: map[FigureClass]int{}, Phrases: map[PhraseType]int{}}
			byOutlet[name] = l
			names = append(names, name)
		}
		l.Versions = append(l.Versions, i)
		if d := c.Edges[i]; d != nil {
			for _, f := range d.Figures {
				l.Figures[f.Class]++
			}
			for _, p := range d.Phrases {
				l.Phrases[p.Type]++
			}
		}
	}
	slices.Sort(names)
	out := make([]Ledger, 0, len(names))
	for _, name := range names {
		l := byOutlet[name]
		l.Misses = c.misses(l.Versions)
		out = append(out, *l)
	}
	return out
}

// misses are the slots, gravest first, that at least half of the story's
// versions have and none of these; then the caveats and quotations that these
// left out.
func (c *Comparison) misses(versions []int) []string {
	if len(versions) == len(c.Articles) {
		return nil
	}
	said := c.unsaid(versions)
	var out []string
	for _, s := range c.Slots {
		if len(out) == maxMisses-len(said) {
			break
		}
		if s.Kind == string(figure.Date) || s.Kind == string(figure.Time) || s.Kind == string(figure.Ordinal) {
			continue // when it was is seldom what is missed
		}
		printed, own := 0, false
		for i := range s.Readings { // by version, as versions are
			v := s.Readings[i].Version
			if i == 0 || s.Readings[i-1].Version != v {
				printed++
			}
			_, has := slices.BinarySearch(versions, v)
			own = own || has
		}
		if own || 2*printed < len(c.Articles) {
			continue
		}
		text := s.Name
		if s.Agreed != "" {
			text += ": " + s.Agreed
		}
		out = append(out, text)
	}
	return append(out, said...)
}

// maxUnsaid is how many caveats, and how many quotations, a ledger names among
// the misses.
const maxUnsaid = 2

// unsaid are the caveats and the quotations of what the versions were made from
// that all of them left out, in the order of the text.
func (c *Comparison) unsaid(versions []int) []string {
	lost := map[string]int{} // in how many versions
	var order []string
	for _, v := range versions {
		if c.Edges[v] == nil {
			return nil // a root has what it has
		}
		for _, words := range leftOut(c.Edges[v]) {
			if lost[words]++; lost[words] == 1 {
				order = append(order, words)
			}
		}
	}
	var out []string
	named := map[string]int{}
	for _, words := range order {
		kind, _, _ := strings.Cut(words, ":")
		if lost[words] < len(versions) || named[kind] == maxUnsaid {
			continue
		}
		named[kind]++
		out = append(out, words)
	}
	return out
}

// leftOut are the caveats and the quotations in what b left out of a, each
// once: "caveat: could not be verified", "quote: …".
func leftOut(d *Difference) []string {
	c := d.Collation
	if c == nil || c.words == nil || !slices.ContainsFunc(c.Segments, isLeftOut) {
		return nil // most versions: a is not read again for these
	}
	r := newReading(c.A, c.words.a, c.words, "", english(c.A, c.words, c.words.a))
	var out []string
	for _, s := range c.Segments {
		if !isLeftOut(s) {
			continue
		}
		first, last := tokenRange(c.A, s.ASents)
		for _, h := range hedgesIn(r.caveats, first, last) {
			span := r.caveat(h, first, last)
			out = append(out, "caveat: "+strings.Join(strings.Fields(r.quote(span[0], span[1]).Text), " "))
			break // one a sentence
		}
		for _, q := range r.quotes {
			if q[0] >= first && q[1] <= last && r.wordCount(q[0], q[1]) > wordsTold {
				out = append(out, "quote: "+r.firstWords(q, wordsTold))
			}
		}
	}
	return out
}

// isLeftOut reports whether a segment is sentences of the story that b does not
// have.
func isLeftOut(s Segment) bool {
	return s.Kind == Cut && !s.Furniture && s.ASents[0] < s.ASents[1]
}

// wordsTold is how many words of a quotation a ledger gives: enough to know it.
const wordsTold = 8

// firstWords is the first n words of the tokens, with an ellipsis.
func (r *reading) firstWords(q [2]int, n int) string {
	t := q[0]
	for words := 0; t < q[1] && words < n; t++ {
		if r.toks[t].Kind != token.Punct {
			words++
		}
	}
	return strings.Join(strings.Fields(r.quote(q[0], t).Text), " ") + " …"
}
