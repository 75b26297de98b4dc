package differ

import (
	"sort"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// diffWirediff does all that `wirediff diff` does with two documents, from
// their texts on.
func diffWirediff(p *Pair) Answer {
	d := similarity.Diff(p.A, p.B)
	var out Answer
	for _, f := range d.Figures {
		if f.A == nil || f.B == nil || f.Class == similarity.SameRestyled {
			continue
		}
		if c := (Change{number(f.A.Text), number(f.B.Text)}); c.From != c.To && f.A.Field == "" && f.B.Field == "" {
			out.Changed = append(out.Changed, c)
		}
	}
	a, b := d.Collation.A.Tokens, d.Collation.B.Tokens
	for _, s := range d.Segments {
		if s.Kind == similarity.Same {
			continue
		}
		edits := s.Edits
		if len(edits) == 0 {
			edits = []similarity.Edit{{A: s.A, B: s.B}}
		}
		for _, e := range edits {
			if !e.Same {
				out.Edits = append(out.Edits, Edit{within(a, e.A), within(b, e.B)})
			}
		}
	}
	return out
}

// within gives the tokens that start in a span, as a range.
func within(tokens []shingle.Token, s shingle.Span) [2]int {
	first := sort.Search(len(tokens), func(i int) bool { return int(tokens[i].Start) >= s.Start })
	last := sort.Search(len(tokens), func(i int) bool { return int(tokens[i].Start) >= s.End })
	return [2]int{first, max(first, last)}
}
