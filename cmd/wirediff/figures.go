package main

import (
	"iter"
	"strings"

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
unit, what it counts, and the rule that found it.`,
		Example: `  wirediff figures testdata/stories
  echo 'At least 12 people died, up from nine.' | wirediff figures --format tsv -`,
		Args: cobra.MinimumNArgs(1),
	}
	format := c.Flags().String("format", "jsonl", "`format` of the lines: jsonl, tsv or csv")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		out, err := newTable(s.stdout, *format, []string{"jsonl", "tsv", "csv"},
			"doc", "text", "kind", "lo", "hi", "modifier", "unit", "per", "noun", "event")
		if err != nil {
			return err
		}
		records, err := s.records(c.Context(), inputs)
		if err != nil {
			return err
		}
		find := func(d shingle.Document) []figureLine {
			var lines []figureLine
			for _, f := range similarity.Figures(shingle.Parse(d)) {
				lines = append(lines, figureLine{d.ID, f})
			}
			return lines
		}
		err = ordered(c.Context(), s.workers, documents(records), find, func(lines []figureLine) error {
			for _, l := range lines {
				err := out.row(l, l.Doc, strings.Join(strings.Fields(l.Text), " "), string(l.Kind), l.Lo, l.Hi, string(l.Modifier), l.Unit, l.Per, l.Noun, l.Event)
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		return out.close()
	}
	return c
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
