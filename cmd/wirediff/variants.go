package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func newVariants(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "variants INPUT…",
		Short: "Print every figure and phrasing that differs between the versions of a story",
		Long: `variants finds the versions of each story and prints a row for every place
where one differs from the version that it was most likely made from: a figure
or a phrasing, its class and severity, and both sides word for word. What a
version says of its own changes ("Corrects spelling in paragraph 3") is a row
too: done, done in part, not done, or done and not declared. It is the report of
compare as a table.`,
		Example: `  wirediff variants testdata/stories
  wirediff variants --format csv testdata/stories/ferry.txtar`,
		Args: cobra.MinimumNArgs(1),
	}
	ways := waysFlag(c)
	s.termsFlag(c)
	s.stats.flag(c)
	out := addTableFlags(c, "jsonl")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		if err := out.check(s); err != nil {
			return err
		}
		return out.write(s, variantTable, func(t *table) error {
			return s.collate(c.Context(), inputs, *ways, func(*similarity.Result) {}, func(c *similarity.Comparison) (func(), error) {
				for i, d := range c.Edges {
					if d == nil {
						continue
					}
					line := variantLine{Cluster: c.Cluster.ID, A: d.A.ID, B: d.B.ID, Relation: d.Relation}
					if err := writeVariants(t, line, d); err != nil {
						return nil, err
					}
					says := c.Declared[i]
					if says != nil && says.Against != line.A {
						line.A, line.Relation = says.Against, ""
					}
					if err := writeDeclared(t, line, says); err != nil {
						return nil, err
					}
				}
				return nil, nil
			})
		})
	}
	return c
}

// collate finds the clusters in one pass over the inputs, with the documents
// spooled to disk, then lays the versions of each cluster side by side and
// hands that to emit, as inTurn does, in the order of the clusters. found is
// called before.
func (s *session) collate(ctx context.Context, inputs []string, ways string, found func(*similarity.Result), emit func(*similarity.Comparison) (rest func(), err error)) error {
	docs, err := newSpool()
	if err != nil {
		return err
	}
	defer docs.close()
	result, err := s.find(ctx, inputs, similarity.Config{}, ways, notes{whole: func(r source.Record) error { return docs.addDocument(document(r)) }})
	if err == nil {
		err = docs.flush()
	}
	if err != nil {
		return err
	}
	found(result)
	clusters := result.Clusters
	result = nil // its pairs are many, and no longer needed
	defer gather()()
	type compared struct {
		comparison *similarity.Comparison
		err        error
	}
	work := func(i int) compared {
		cl := clusters[i]
		clusters[i] = similarity.Cluster{} // what it holds goes with its comparison
		members := make([]shingle.Document, len(cl.Members))
		for k, m := range cl.Members {
			var err error
			if members[k], err = docs.document(m.Doc); err != nil {
				return compared{err: err}
			}
		}
		return compared{comparison: s.rules.Compare(members, cl)}
	}
	defer s.stats.step("stories")
	return inTurn(ctx, s.workers, len(clusters), work, func(c compared) (func(), error) {
		if c.err != nil {
			return nil, c.err
		}
		return emit(c.comparison)
	})
}

// variantLine is a line of `wirediff variants --format jsonl`: the columns of
// variantTable.
type variantLine struct {
	Cluster  string              `json:"cluster,omitempty"`
	A        string              `json:"a"`
	B        string              `json:"b"`
	Relation similarity.Relation `json:"relation,omitempty"`
	Kind     string              `json:"kind"`
	Class    string              `json:"class"`
	Severity string              `json:"severity"`
	Slot     string              `json:"slot,omitempty"`
	sideA
	sideB
	Slip string `json:"slip,omitempty"`
	Tail bool   `json:"tail"`
	Rule string `json:"rule"`
	Note string `json:"note,omitempty"`
}

type sideA struct {
	Field    string `json:"a_field,omitempty"`
	Start    *int   `json:"a_start,omitempty"`
	End      *int   `json:"a_end,omitempty"`
	Text     string `json:"a_text,omitempty"`
	Lo       string `json:"a_lo,omitempty"`
	Hi       string `json:"a_hi,omitempty"`
	Modifier string `json:"a_modifier,omitempty"`
	Unit     string `json:"a_unit,omitempty"`
	Noun     string `json:"a_noun,omitempty"`
	Event    string `json:"a_event,omitempty"`
}

type sideB struct {
	Field    string `json:"b_field,omitempty"`
	Start    *int   `json:"b_start,omitempty"`
	End      *int   `json:"b_end,omitempty"`
	Text     string `json:"b_text,omitempty"`
	Lo       string `json:"b_lo,omitempty"`
	Hi       string `json:"b_hi,omitempty"`
	Modifier string `json:"b_modifier,omitempty"`
	Unit     string `json:"b_unit,omitempty"`
	Noun     string `json:"b_noun,omitempty"`
	Event    string `json:"b_event,omitempty"`
}

func ofFigure(f *similarity.Figure) (s sideA) {
	if f == nil {
		return s
	}
	return sideA{f.Field, &f.Start, &f.End, f.Text, f.Lo, f.Hi, string(f.Modifier), f.Unit, f.Noun, f.Event}
}

func ofQuote(q *similarity.Quote) (s sideA) {
	if q == nil {
		return s
	}
	return sideA{Field: q.Field, Start: &q.Start, End: &q.End, Text: q.Text}
}

func (s sideA) cells() []any {
	position := func(p *int) any {
		if p == nil {
			return nil
		}
		return *p
	}
	return []any{given(s.Field), position(s.Start), position(s.End), given(s.Text), given(s.Lo), given(s.Hi), given(s.Modifier), given(s.Unit), given(s.Noun), given(s.Event)}
}

// write writes the line with its two sides.
func (l variantLine) write(t *table, a, b sideA) error {
	l.sideA, l.sideB = a, sideB(b)
	cells := []any{given(l.Cluster), l.A, l.B, given(string(l.Relation)), l.Kind, l.Class, l.Severity, given(l.Slot)}
	cells = append(append(cells, a.cells()...), b.cells()...)
	return t.row(l, append(cells, given(l.Slip), l.Tail, l.Rule, given(l.Note))...)
}

// writeVariants writes the rows of a pair: its figures, then its phrases. line
// names the pair.
func writeVariants(t *table, line variantLine, d *similarity.Difference) error {
	for _, v := range d.Figures {
		l := line
		l.Kind, l.Class, l.Severity, l.Slot, l.Slip, l.Tail, l.Rule = "figure", string(v.Class), v.Severity.String(), v.Slot, v.Slip, v.Tail, v.Rule
		if err := l.write(t, ofFigure(v.A), ofFigure(v.B)); err != nil {
			return err
		}
	}
	for _, v := range d.Phrases {
		l := line
		l.Kind, l.Class, l.Severity, l.Rule, l.Note = "phrase", string(v.Type), v.Severity.String(), v.Rule, v.Note
		if err := l.write(t, ofQuote(v.A), ofQuote(v.B)); err != nil {
			return err
		}
	}
	return nil
}

// writeDeclared writes the rows of what the line's b says that it changed.
func writeDeclared(t *table, line variantLine, says *similarity.Declared) error {
	if says == nil {
		return nil
	}
	line.Kind = "declared"
	for _, c := range says.Claims {
		l := line
		l.Class, l.Severity, l.Slot, l.Rule, l.Note = string(c.Outcome), c.Severity().String(), c.Object, "says of itself: "+string(c.Kind), c.Why
		side := ofQuote(&c.Quote)
		if f := c.Quote.Field; f == "note" || f == "signal" {
			side.Start, side.End = nil, nil
		}
		if err := l.write(t, sideA{}, side); err != nil {
			return err
		}
	}
	for _, x := range says.Silent {
		l := line
		l.Class, l.Severity, l.Slot, l.Rule, l.Note = "not-declared", similarity.High.String(), x.Slot, "says nothing of it", x.Class
		if err := l.write(t, ofQuote(x.A), ofQuote(x.B)); err != nil {
			return err
		}
	}
	return nil
}
