package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func newExplain(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "explain A B --in INPUT…",
		Short: "Say why two documents are, or are not, versions of one story",
		Long: `explain takes two documents by their ids through every step and prints each
step's numbers: what they share, which way in proposed them, the features and
their weights, the shared evidence, and the step that lost the pair. Rarity is
that of the inputs, so name all that the two were clustered among.`,
		Example: `  wirediff explain ferry/wire ferry/courier --in testdata/stories
  wirediff explain --format json ferry/wire quarter/wire --in testdata/stories`,
	}
	in := c.Flags().StringArray("in", nil, "`INPUT` that holds the documents (repeatable; inputs behind A and B count too)")
	format := c.Flags().String("format", "text", "`format`: text or json")
	ways := waysFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := oneOf("--format", *format, []string{"text", "json"}); err != nil {
			return err
		}
		if len(args) < 2 || len(args[2:])+len(*in) == 0 {
			return errors.New("explain takes two ids, and --in INPUT for the documents")
		}
		inputs := append(args[2:], *in...)
		e, err := s.explain(c.Context(), args[0], args[1], inputs, *ways)
		if err != nil {
			return err
		}
		if *format == "json" {
			return writeJSON(s.stdout, e)
		}
		return e.WriteText(s.stdout)
	}
	return c
}

// explain clusters the inputs and takes the documents a and b through every
// step, with the rarity that words have in the inputs.
func (s *session) explain(ctx context.Context, a, b string, inputs []string, ways string) (*similarity.Explanation, error) {
	kept := map[string]*shingle.Article{a: nil, b: nil}
	finder, err := s.fill(ctx, inputs, similarity.Config{}, ways, notes{whole: func(r source.Record) error {
		if _, wanted := kept[r.ID]; wanted {
			kept[r.ID] = shingle.Parse(document(r))
		}
		return nil
	}})
	if err != nil {
		return nil, err
	}
	for _, id := range []string{a, b} {
		if kept[id] == nil {
			return nil, fmt.Errorf("no document has the id %q", id)
		}
	}
	found, err := finder.Result(ctx)
	if err != nil {
		return nil, err
	}
	return finder.Explain(found, kept[a], kept[b])
}
