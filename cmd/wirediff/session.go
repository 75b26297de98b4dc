package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/report"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// session is what the commands of one run share: the streams, the flags that
// every command has, and how many inputs were skipped.
type session struct {
	stdin    io.Reader
	stdout   io.Writer // buffered
	terminal io.Writer // standard output itself, to ask whether it is a terminal
	stderr   io.Writer

	fields   []string
	workers  int
	memory   string
	lean     bool // only packed records are kept: see limitMemory
	reserved bool // the heap is: see reserveHeap
	profiles profiles
	stats    stats

	skipped int
	reasons []skip
	rules   *similarity.PhraseRules // of the commands that have --terms
}

// skip is an input that was left out, and why.
type skip struct{ File, Why string }

// maxReasons bounds the reasons that are kept for the report; all are printed.
const maxReasons = 1000

// addFlags adds the flags that every command has.
func (s *session) addFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringArrayVar(&s.fields, "field", nil, "read a field under another name, as `text=body` or outlet=publisher (repeatable)")
	f.IntVar(&s.workers, "workers", runtime.GOMAXPROCS(0), "goroutines; the output does not depend on it")
	f.StringVar(&s.profiles.cpu, "cpuprofile", "", "write a CPU profile to `FILE`")
	f.StringVar(&s.profiles.mem, "memprofile", "", "write a heap profile to `FILE`")
	f.StringVar(&s.profiles.trace, "trace", "", "write an execution trace to `FILE`")
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		if s.workers < 1 {
			return fmt.Errorf("--workers is %d: it takes 1 or more", s.workers)
		}
		s.stats.start()
		return s.profiles.start()
	}
}

// records streams the records of the inputs. A bad record is named on standard
// error and counted; the stream goes on.
func (s *session) records(ctx context.Context, inputs []string) (iter.Seq[source.Record], error) {
	return s.stream(ctx, inputs, "reading", source.Config{}, s.skip)
}

// again streams the records of inputs that were read before, and says nothing
// of what was skipped then.
func (s *session) again(ctx context.Context, inputs []string, cfg source.Config) (iter.Seq[source.Record], error) {
	return s.stream(ctx, inputs, "writing", cfg, func(error) {})
}

// stream reads as cfg says, with the session's fields and workers, and hands
// each error to failed.
func (s *session) stream(ctx context.Context, inputs []string, what string, cfg source.Config, failed func(error)) (iter.Seq[source.Record], error) {
	fields, err := s.fieldNames()
	if err != nil {
		return nil, err
	}
	cfg.Fields, cfg.Workers = fields, s.workers
	size := source.Size(inputs)
	if !s.reserved {
		s.reserved = true
		s.stats.leaveOut(reserveHeap(heapFor(size)))
	}
	bar := newProgress(s.stderr, what, size)
	cfg.OnRead = bar.bytes
	return func(yield func(source.Record) bool) {
		defer bar.done()
		for r, err := range source.Read(ctx, inputs, s.stdin, cfg) {
			if err != nil {
				if ctx.Err() == nil {
					failed(err)
				}
				continue
			}
			bar.document()
			if !yield(r) {
				return
			}
		}
	}, nil
}

// fieldNames reads --field.
func (s *session) fieldNames() (map[string]string, error) {
	names := map[string]string{}
	for _, f := range s.fields {
		to, from, ok := strings.Cut(f, "=")
		if !ok || from == "" || !slices.Contains(source.FieldNames(), to) {
			return nil, fmt.Errorf("--field %q: it takes NAME=FIELD, as text=body, with NAME one of %s", f, strings.Join(source.FieldNames(), ", "))
		}
		names[to] = from
	}
	return names, nil
}

// skip names an input that was left out on standard error.
func (s *session) skip(err error) {
	s.skipped++
	why := report.Visible(err.Error())
	fmt.Fprintf(s.stderr, "wirediff: skipped: %s\n", why)
	if len(s.reasons) < maxReasons {
		name := ""
		if e := (*source.Error)(nil); errors.As(err, &e) {
			name = e.File
		}
		s.reasons = append(s.reasons, skip{name, why})
	}
}

// document is the part of a record that the engine reads.
func document(r source.Record) shingle.Document {
	return shingle.Document{
		ID: r.ID, Title: r.Title, Text: r.Text, Outlet: r.Outlet, Published: r.Published,
		URL: r.URL, Byline: r.Byline, Lang: r.Lang, Note: r.EdNote, Signal: r.Signal, Previous: r.Previous,
	}
}

// termsFlag adds --terms to a command that compares phrases.
func (s *session) termsFlag(c *cobra.Command) {
	file := c.Flags().String("terms", "", "add the loaded terms of `FILE` to the built-in ones, a line each: neutral words > loaded words # why")
	c.PreRunE = func(*cobra.Command, []string) error {
		s.rules = similarity.DefaultRules()
		if *file == "" {
			return nil
		}
		table, err := os.Open(*file)
		if err != nil {
			return fmt.Errorf("--terms: %w", err)
		}
		defer table.Close()
		if s.rules, err = s.rules.WithTerms(table); err != nil {
			return fmt.Errorf("--terms: %s: %w", *file, err)
		}
		return nil
	}
}

// waysFlag adds --ways to a command.
func waysFlag(c *cobra.Command) *string {
	return c.Flags().String("ways", "copies,cuts,rewrites", "the `ways` in that are taken: what makes two documents a candidate")
}

func parseWays(list string) (similarity.Ways, error) {
	var ways similarity.Ways
	for name := range strings.SplitSeq(list, ",") {
		switch strings.TrimSpace(name) {
		case "copies":
			ways |= similarity.Copies
		case "cuts":
			ways |= similarity.Cuts
		case "rewrites":
			ways |= similarity.Rewrites
		default:
			return 0, fmt.Errorf("--ways: no way in is called %q: there are copies, cuts and rewrites", name)
		}
	}
	return ways, nil
}
