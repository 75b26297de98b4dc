package main

import (
	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/similarity"
)

// pairLine is a line of `wirediff pairs --format jsonl`.
type pairLine struct {
	A            string              `json:"a"`
	B            string              `json:"b"`
	Shared       int                 `json:"shared"` // shingles in both
	SizeA        int                 `json:"size_a"`
	SizeB        int                 `json:"size_b"`
	Resemblance  float64             `json:"resemblance"`
	ContainmentA float64             `json:"containment_a"`
	ContainmentB float64             `json:"containment_b"`
	Relation     similarity.Relation `json:"relation"`
	Score        float64             `json:"score"`
}

func newPairs(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "pairs INPUT…",
		Short: "Print every verified pair with its exact counts",
		Long: `pairs prints a line a pair of documents that a way in proposed and exact
verification kept: how many shingles they share, their sizes, the resemblance
and both containments that follow, and what b is to a.`,
		Example: `  wirediff pairs testdata/stories
  wirediff pairs --format csv --ways copies testdata/stories`,
		Args: cobra.MinimumNArgs(1),
	}
	ways := waysFlag(c)
	memory := memoryFlag(c, "")
	s.stats.flag(c)
	out := addTableFlags(c, "jsonl")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		s.memory = *memory
		if err := out.check(s); err != nil {
			return err
		}
		var ids []string
		found, err := s.find(c.Context(), inputs, similarity.Config{}, *ways, notes{brief: func(r source.Record, _ int) error {
			ids = append(ids, r.ID)
			return nil
		}})
		if err != nil {
			return err
		}
		return out.write(s, pairTable, func(t *table) error {
			for _, p := range found.Pairs {
				l := pairLine{
					A: ids[p.A], B: ids[p.B],
					Shared: p.Counts.Shared, SizeA: p.Counts.SizeA, SizeB: p.Counts.SizeB,
					Resemblance:  p.Counts.Resemblance(),
					ContainmentA: p.Counts.ContainmentA(), ContainmentB: p.Counts.ContainmentB(),
					Relation: p.Relation, Score: p.Score,
				}
				err := t.row(l, l.A, l.B, l.Shared, l.SizeA, l.SizeB, l.Resemblance, l.ContainmentA, l.ContainmentB, string(l.Relation), l.Score)
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	return c
}
