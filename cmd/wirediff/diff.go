package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/report"
	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

func newDiff(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "diff A B | diff A B --in INPUT… | diff --pairs PAIRS.tsv INPUT…",
		Short: "Show every difference between two versions, or between many pairs",
		Long: `diff lays two versions side by side: which figures differ and how, which
phrasings, and the words that were changed. A is taken as the version that B
was made from.

A and B are files of one article each, or, with --in, the ids of two documents
of the inputs. With --pairs, PAIRS.tsv has a pair of ids a line, A<TAB>B, and
the output is a JSON line a pair; as tsv, csv or parquet a row a variant, as
the command variants has them.`,
		Example: `  wirediff diff ferry/wire ferry/courier --in testdata/stories/ferry.txtar
  wirediff diff --format markdown ferry/wire ferry/courier --in testdata/stories
  wirediff diff ferry/wire ferry/courier --in testdata/stories --terms testdata/terms.txt
  printf 'ferry/wire\tferry/courier\n' | wirediff diff --pairs - --format jsonl testdata/stories`,
	}
	f := c.Flags()
	format := f.String("format", "", "`format`: text, json, html, markdown or tei; with --pairs jsonl, or the variants as tsv, csv or parquet")
	pairs := f.String("pairs", "", "read pairs of ids from `PAIRS.tsv`, or - for standard input")
	in := f.StringArray("in", nil, "`INPUT` that holds the documents A and B (repeatable)")
	out := f.StringP("out", "o", "", "write to `FILE` instead of standard output")
	s.termsFlag(c)
	colour := f.String("color", "auto", "colour of text output: auto, always or never")
	c.RunE = func(c *cobra.Command, args []string) error {
		if *pairs != "" {
			rows := tableFlags{format: *format, usual: "jsonl", file: *out}
			if err := rows.check(s); err != nil {
				return fmt.Errorf("with --pairs, %w", err)
			}
			return rows.write(s, variantTable, func(t *table) error {
				return s.diffPairs(c.Context(), t, *pairs, append(args, *in...))
			})
		}
		if err := oneOf("--format", cmp.Or(*format, "text"), []string{"text", "json", "html", "markdown", "tei"}); err != nil {
			return err
		}
		if err := oneOf("--color", *colour, []string{"auto", "always", "never"}); err != nil {
			return err
		}
		if len(args) < 2 || len(args) > 2 && len(*in) == 0 {
			return errors.New("diff takes two files, or two ids with --in INPUT")
		}
		a, b, err := s.two(c.Context(), args[0], args[1], append(args[2:], *in...))
		if err != nil {
			return err
		}
		d := s.rules.Diff(a, b)
		form := report.Format(cmp.Or(*format, "text"))
		if form == "text" && (*colour == "always" || *colour == "auto" && *out == "" && isTerminal(s.terminal) && os.Getenv("NO_COLOR") == "") {
			form = report.Terminal
		}
		if *out == "" {
			return report.WriteDiff(s.stdout, d, form)
		}
		file, err := createAtomic(*out)
		if err != nil {
			return err
		}
		defer file.discard()
		if err := report.WriteDiff(file, d, form); err != nil {
			return err
		}
		return file.commit()
	}
	return c
}

// two reads the two documents of a diff: from two files of one article each,
// or, where inputs are named, by id.
func (s *session) two(ctx context.Context, a, b string, inputs []string) (da, db shingle.Document, err error) {
	if len(inputs) == 0 {
		if da, err = s.only(ctx, a); err == nil {
			db, err = s.only(ctx, b)
		}
		return da, db, err
	}
	docs, err := s.byID(ctx, inputs, map[string]bool{a: true, b: true})
	if err != nil {
		return da, db, err
	}
	for _, id := range []string{a, b} {
		if _, ok := docs[id]; !ok {
			return da, db, fmt.Errorf("no document has the id %q", id)
		}
	}
	return docs[a], docs[b], nil
}

// only reads a file of exactly one article.
func (s *session) only(ctx context.Context, file string) (doc shingle.Document, err error) {
	records, err := s.records(ctx, []string{file})
	if err != nil {
		return doc, err
	}
	n := 0
	for r := range records {
		if n++; n == 1 {
			doc = document(r)
		}
	}
	switch n {
	case 0:
		return doc, fmt.Errorf("%s: no article could be read", file)
	case 1:
		return doc, nil
	}
	return doc, fmt.Errorf("%s holds %d articles: name two of them by id, with --in %s", file, n, file)
}

// byID reads the inputs and keeps the documents that are wanted.
func (s *session) byID(ctx context.Context, inputs []string, want map[string]bool) (map[string]shingle.Document, error) {
	records, err := s.records(ctx, inputs)
	if err != nil {
		return nil, err
	}
	docs := map[string]shingle.Document{}
	for r := range records {
		if want[r.ID] {
			docs[r.ID] = document(r)
		}
	}
	return docs, ctx.Err()
}

// idPair is a line of PAIRS.tsv.
type idPair struct {
	a, b string
	line int
}

// diffPairs writes the difference of every pair that the file names, a JSON
// line each, in the file's order. A line that is no pair, or names a document
// that is not in the inputs, is skipped.
func (s *session) diffPairs(ctx context.Context, out *table, file string, inputs []string) error {
	if len(inputs) == 0 {
		return errors.New("diff --pairs takes the INPUT that holds the documents")
	}
	pairs, err := s.readPairs(file)
	if err != nil {
		return err
	}
	want := map[string]bool{}
	for _, p := range pairs {
		want[p.a], want[p.b] = true, true
	}
	docs, err := s.byID(ctx, inputs, want)
	if err != nil {
		return err
	}
	known := func(yield func(idPair) bool) {
		for _, p := range pairs {
			if missing := missingID(docs, p); missing != "" {
				s.skip(&source.Error{File: file, Record: p.line, Offset: -1, Err: fmt.Errorf("no document has the id %q", missing)})
			} else if !yield(p) {
				return
			}
		}
	}
	diff := func(p idPair) *similarity.Difference { return s.rules.Diff(docs[p.a], docs[p.b]) }
	return ordered(ctx, s.workers, iter.Seq[idPair](known), diff, func(d *similarity.Difference) error {
		if out.format != "jsonl" {
			line := variantLine{A: d.A.ID, B: d.B.ID, Relation: d.Relation}
			return errors.Join(writeVariants(out, line, d), writeDeclared(out, line, d.Declared))
		}
		return report.WriteDiff(out.w, d, report.JSON)
	})
}

func missingID(docs map[string]shingle.Document, p idPair) string {
	for _, id := range []string{p.a, p.b} {
		if _, ok := docs[id]; !ok {
			return id
		}
	}
	return ""
}

func (s *session) readPairs(file string) ([]idPair, error) {
	in := s.stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, fmt.Errorf("--pairs: %w", err)
		}
		defer f.Close()
		in = f
	}
	var pairs []idPair
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		a, b, ok := strings.Cut(lines.Text(), "\t")
		b, _, _ = strings.Cut(b, "\t") // further columns are somebody's notes
		if !ok || a == "" || b == "" {
			s.skip(&source.Error{File: file, Record: n, Offset: -1, Err: errors.New("no pair: it takes two ids with a tab between them")})
			continue
		}
		pairs = append(pairs, idPair{a, b, n})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("--pairs: %s: %w", file, err)
	}
	return pairs, nil
}
