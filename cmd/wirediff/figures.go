package main

import (
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// figureLine is a line of `wirediff figures --format jsonl`.
type figureLine struct {
	Doc string `json:"doc"`
	similarity.Figure
}

func newFigures(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "figures INPUT…",
		Short: "Print every figure of every document",
		Long: `figures prints a line a figure: the document, the byte offsets of its words in
the document's text, its kind, value (lo and hi, exact decimals), modifier,
unit, what it counts, and the rule that found it. Of a document with more than
50,000 figures the first are printed, and the rest is named as skipped.`,
		Example: `  wirediff figures testdata/stories
  echo 'At least 12 people died, up from nine.' | wirediff figures --format tsv -`,
		Args: cobra.MinimumNArgs(1),
	}
	out := addTableFlags(c, "jsonl")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		if err := out.check(s); err != nil {
			return err
		}
		records, err := s.records(c.Context(), inputs)
		if err != nil {
			return err
		}
		type found struct {
			doc     string
			figures []similarity.Figure
		}
		find := func(d shingle.Document) found { return found{d.ID, similarity.Figures(shingle.Parse(d))} }
		return out.write(s, figureTable, func(t *table) error {
			return ordered(c.Context(), s.workers, documents(records), find, func(d found) error {
				for _, f := range d.figures {
					l := figureLine{d.doc, f}
					if err := t.row(l, l.cells()...); err != nil {
						return err
					}
				}
				if len(d.figures) >= similarity.MaxFigures {
					s.skip(fmt.Errorf("%s: more than %d figures, those behind them", d.doc, similarity.MaxFigures))
				}
				return nil
			})
		})
	}
	return c
}

// cells are the columns of figureTable.
func (l figureLine) cells() []any {
	cells := []any{l.Doc, l.Text, string(l.Kind), l.Lo, l.Hi, string(l.Modifier), l.Unit, given(l.Per), l.Noun, l.Event,
		given(l.Field), l.Start, l.End, given(l.Speaker), given(l.Verb), nil, given(l.Role), given(l.Certainty), nil,
		given(l.Grain), given(l.Place), given(l.Where), l.Rule}
	if l.Quoted {
		cells[15] = true
	}
	if l.PartOf > 0 {
		cells[18] = l.PartOf
	}
	v := l.Converted
	if v == nil {
		return append(cells, nil, nil, nil, nil, nil, nil)
	}
	return append(cells, v.Start, v.End, v.Text, v.Lo, v.Hi, v.Unit)
}

// documents are the records' documents.
func documents(records iter.Seq[source.Record]) iter.Seq[shingle.Document] {
	return func(yield func(shingle.Document) bool) {
		for r := range records {
			if !yield(document(r)) {
				return
			}
		}
	}
}
