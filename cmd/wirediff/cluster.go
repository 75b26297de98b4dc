package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func newCluster(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "cluster INPUT…",
		Short: "Print the cluster of every document",
		Long: `cluster prints a line a document: its id and its cluster's id. The cluster's
id is derived from its members, so the same members always have the same id. A
document alone in its cluster is listed too.`,
		Example: `  wirediff cluster testdata/stories
  wirediff cluster --ways copies,cuts --format csv testdata/stories`,
		Args: cobra.MinimumNArgs(1),
	}
	ways := waysFlag(c)
	memory := memoryFlag(c, defaultMemory)
	s.stats.flag(c)
	out := addTableFlags(c, "tsv")
	c.RunE = func(c *cobra.Command, inputs []string) error {
		s.memory = *memory
		if err := out.check(s); err != nil {
			return err
		}
		s.lean = true
		finder, err := s.fill(c.Context(), inputs, similarity.Config{Brief: true}, *ways, notes{})
		if err != nil {
			return err
		}
		defer finder.Close()
		found, err := finder.Assign(c.Context())
		if err != nil {
			return err
		}
		type line struct {
			ID      string `json:"id"`
			Cluster string `json:"cluster"`
		}
		return out.write(s, clusterTable, func(t *table) error {
			for cluster, members := range found.All() {
				for _, m := range members {
					if err := t.row(line{m.ID, cluster}, m.ID, cluster); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	return c
}

// notes is what a command notes of each record, in the order of the engine's
// indexes: of whole ones or, which is cheaper, of what Config.Work leaves of
// them and the bytes of their texts.
type notes struct {
	whole func(source.Record) error
	brief func(r source.Record, size int) error
}

// find reads the inputs and finds the clusters.
func (s *session) find(ctx context.Context, inputs []string, cfg similarity.Config, ways string, note notes) (*similarity.Result, error) {
	finder, err := s.fill(ctx, inputs, cfg, ways, note)
	if err != nil {
		return nil, err
	}
	defer finder.Close()
	return finder.Result(ctx)
}

// prepared is a batch taken apart, and the bytes of its texts.
type prepared struct {
	docs  *similarity.Prepared
	sizes []int
}

// preparing has p take the documents of one batch after the other apart.
func preparing(p *similarity.Preparer) func([]source.Record) any {
	var docs []shingle.Document
	return func(batch []source.Record) any {
		docs = docs[:0]
		sizes := make([]int, len(batch))
		for i := range batch {
			docs = append(docs, document(batch[i]))
			sizes[i] = len(batch[i].Text)
		}
		made := p.Prepare(docs)
		clear(docs) // their strings are used again
		return prepared{made, sizes}
	}
}

// fill reads the inputs into a finder. Where no whole record is noted, documents
// are taken apart by the goroutines that decode them.
func (s *session) fill(ctx context.Context, inputs []string, cfg similarity.Config, ways string, note notes) (*similarity.Finder, error) {
	cfg.Workers, cfg.OnStep = s.workers, s.stats.step
	var err error
	if cfg.Ways, err = parseWays(ways); err != nil {
		return nil, err
	}
	if err := s.limitMemory(&cfg); err != nil {
		return nil, err
	}
	finder := similarity.NewFinder(cfg)
	var reading source.Config
	if note.whole == nil {
		reading.Work = func() func([]source.Record) any { return preparing(finder.Preparer()) }
	}
	records, err := s.stream(ctx, inputs, "reading", reading, s.skip)
	if err != nil {
		return nil, err
	}
	for r := range records {
		made, ok := r.Work.(prepared)
		if ok {
			err = finder.AddPrepared(made.docs, r.Nth)
		} else {
			err = finder.Add(document(r))
		}
		switch {
		case errors.Is(err, similarity.ErrDuplicateID), errors.Is(err, similarity.ErrNoID):
			s.skip(&source.Error{File: r.File, Record: r.Index, Offset: r.Offset, Err: err})
			continue
		case err != nil:
			return nil, err
		}
		n := finder.Len()
		s.grown(n)
		if n%(1<<16) == 0 {
			s.keepTo(&cfg, n)
		}
		switch {
		case note.whole != nil:
			err = note.whole(r)
		case note.brief != nil:
			err = note.brief(r, made.sizes[r.Nth])
		}
		if err != nil {
			return nil, err
		}
	}
	return finder, ctx.Err()
}
