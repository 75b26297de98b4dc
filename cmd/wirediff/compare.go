package main

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/report"
	"github.com/wirediff/wirediff/similarity"
)

func newCompare(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "compare INPUT… --out DIR",
		Short: "The main job: cluster the versions of each story and write a report",
		Long: `compare reads articles, clusters the versions of each story, and writes to DIR
index.html (the clusters, the most newsworthy differences first), a page a
cluster, report.json, and CSV files for spreadsheets. A short summary goes to
standard output. An earlier report in DIR is replaced when the new one is whole;
what else is in DIR is left alone.`,
		Example: `  wirediff compare testdata/stories --out report
  wirediff compare --ways copies,cuts testdata/stories --out report`,
		Args: cobra.MinimumNArgs(1),
	}
	ways := waysFlag(c)
	s.termsFlag(c)
	pairs := c.Flags().Int("pairs", 1000, "pages of any two versions, beyond each version beside its parent, in all of the report: `N`")
	s.stats.flag(c)
	out := c.Flags().String("out", "", "write the report to `DIR` (required)")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		if *out == "" {
			return errors.New("compare takes --out DIR: where to write the report")
		}
		return s.compare(c.Context(), inputs, *ways, *out, *pairs)
	}
	return c
}

// summaryLines is how many differences the summary names: what fits on a
// screen. The report has them all.
const summaryLines = 12

// compare writes the report of the inputs.
func (s *session) compare(ctx context.Context, inputs []string, ways, dir string, pairs int) error {
	taken, err := parseWays(ways)
	if err != nil {
		return err
	}
	w, err := report.Create(dir, report.Settings{Inputs: inputs, Config: similarity.Config{Ways: taken}, Terms: s.rules.Version, Workers: s.workers, Pairs: cmp.Or(max(pairs, 0), -1)})
	if err != nil {
		return err
	}
	defer w.Abort()
	err = s.collate(ctx, inputs, ways, func(found *similarity.Result) {
		for _, r := range s.reasons {
			w.Skip(r.File, r.Why)
		}
		for _, warning := range found.Warnings {
			w.Warn(warning)
		}
	}, func(c *similarity.Comparison) (func(), error) {
		write, err := w.Enter(c)
		return func() {
			if write != nil {
				write()
			}
			c.Release()
		}, err
	})
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	s.stats.step("write")
	return w.Summary(s.stdout, summaryLines, isTerminal(s.terminal))
}
