package similarity

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/figure"
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
// versions have and none of these.
func (c *Comparison) misses(versions []int) []string {
	if len(versions) == len(c.Articles) {
		return nil
	}
	var out []string
	for _, s := range c.Slots {
		if len(out) == maxMisses {
			break
		}
		if s.Kind == string(figure.Date) || s.Kind == string(figure.Time) || s.Kind == string(figure.Ordinal) {
			continue // when it was is seldom what is missed
		}
		printed := map[int]bool{}
		for _, r := range s.Readings {
			printed[r.Version] = true
		}
		if 2*len(printed) < len(c.Articles) || slices.ContainsFunc(versions, func(v int) bool { return printed[v] }) {
			continue
		}
		text := s.Name
		if s.Agreed != "" {
			text += ": " + s.Agreed
		}
		out = append(out, text)
	}
	return out
}
