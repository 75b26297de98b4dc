package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/goccy/go-json"
	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/similarity"
)

func newDedup(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "dedup INPUT… --out KEPT --removed REMOVED.jsonl",
		Short: "Keep one document a cluster, and list the rest with the reason",
		Long: `dedup keeps one document of every cluster and lists each removed one with the
id that was kept in its place, what it is to that one, the exact counts and a
hash of the shingles that the two share.

The kept documents come out as they went in: JSON Lines, CSV and TSV byte for
byte, the elements of a JSON array likewise, Parquet with every column. All
other formats, and inputs of several formats, come out as JSON Lines: objects
as they were, rows with every column, of all else the fields that are read.

The inputs are read twice, standard input from a copy on disk. Both files
appear only when they are whole; killed and run again, the same command gives
the same bytes. A name that ends in .gz, .zst or .xz is compressed. What could
not be read is named on standard error and in neither file.`,
		Example: `  wirediff dedup testdata/stories --out kept.jsonl --removed removed.jsonl
  wirediff dedup --relation identical,light-edit --keep longest --dry-run testdata/stories`,
		Args: cobra.MinimumNArgs(1),
	}
	f := c.Flags()
	var d dedup
	ways := waysFlag(c)
	memory := memoryFlag(c, defaultMemory)
	s.stats.flag(c)
	f.StringVar(&d.out, "out", "", "write the kept documents to `KEPT`")
	f.StringVar(&d.removed, "removed", "", "list the removed documents in `REMOVED.jsonl`")
	f.BoolVar(&d.dryRun, "dry-run", false, "write nothing; say what would be removed")
	keep := f.String("keep", "earliest", "`which` of a cluster is kept: first (of the input), longest, earliest (known, then the longest), or outlet:NAME,… (in this order)")
	relations := f.StringSlice("relation", nil, "the `relations` that count: of a cluster as many documents are kept as are in none of these to one another (default: all count, one is kept)")
	c.RunE = func(c *cobra.Command, inputs []string) (err error) {
		s.memory = *memory
		if !d.dryRun {
			if err := d.checkNames(); err != nil {
				return err
			}
		}
		if d.keep, err = parseKeep(*keep); err != nil {
			return err
		}
		for _, r := range *relations {
			if err := oneOf("--relation", r, inCluster); err != nil {
				return err
			}
			d.relations = append(d.relations, similarity.Relation(r))
		}
		return d.run(c.Context(), s, inputs, *ways)
	}
	return c
}

// inCluster are the relations that versions in one cluster may have.
var inCluster = []string{
	string(similarity.Identical), string(similarity.LightEdit), string(similarity.Excerpt),
	string(similarity.Expanded), string(similarity.Updated), string(similarity.Rewritten),
}

// dedup is one run of the command: the inputs are read, clustered, and read
// again, when what is kept is written as it comes.
type dedup struct {
	out, removed string
	dryRun       bool
	relations    []similarity.Relation // that count; none means all

	census
}

// checkNames refuses names that cannot be written, before anything is read.
func (d *dedup) checkNames() error {
	switch {
	case d.out == "" || d.removed == "":
		return errors.New("dedup takes --out KEPT and --removed REMOVED.jsonl, or --dry-run")
	case d.out == d.removed && d.out != "/dev/null":
		return fmt.Errorf("--out and --removed are both %s", d.out)
	}
	for _, name := range []string{d.out, d.removed} {
		if err := writable(name); err != nil {
			return err
		}
	}
	return nil
}

func (d *dedup) run(ctx context.Context, s *session, inputs []string, ways string) (err error) {
	if slices.Contains(inputs, "-") && !d.dryRun {
		copied, err := newStdinCopy(s.stdin)
		if err != nil {
			return err
		}
		defer copied.close()
		s.stdin = copied
	}
	s.lean = true
	finder, err := s.fill(ctx, inputs, similarity.Config{Beside: besideMemory}, ways, notes{brief: d.take})
	if err != nil {
		return err
	}
	defer finder.Close()
	found, err := finder.Assign(ctx)
	if err != nil {
		return err
	}
	if len(d.candidates) == 0 {
		return errors.New("no document could be read; nothing is written")
	}
	p := d.decide(found)
	if err := d.relate(ctx, s, finder, p); err != nil {
		return err
	}
	var removed *atomicFile
	if !d.dryRun {
		if removed, err = createAtomic(d.removed); err != nil {
			return err
		}
		defer removed.discard()
	}
	gone, err := d.list(ctx, s, finder, p, removed)
	if err != nil {
		return err
	}
	s.stats.step("reasons")
	count := 0
	for _, g := range gone {
		if g {
			count++
		}
	}
	// The second reading needs only who is gone.
	p = plan{}
	if err := finder.Close(); err != nil {
		return err
	}
	if !d.dryRun {
		if err := d.write(ctx, s, inputs, gone, removed); err != nil {
			return err
		}
		s.stats.step("write")
	}
	_, err = fmt.Fprintf(s.stdout, "%d documents: %d kept, %d removed\n", len(gone), len(gone)-count, count)
	return err
}

// removedLine is a line of REMOVED.jsonl.
type removedLine struct {
	ID           string              `json:"id"`
	Kept         string              `json:"kept"` // the id that was kept in its place
	Cluster      string              `json:"cluster"`
	Relation     similarity.Relation `json:"relation"` // what the removed one is to the kept one
	Shared       int                 `json:"shared"`   // shingles in both
	SizeKept     int                 `json:"size_kept"`
	Size         int                 `json:"size"`
	Resemblance  float64             `json:"resemblance"`
	Containment  float64             `json:"containment"`   // the share of the removed one that is in the kept one
	EvidenceHash string              `json:"evidence_hash"` // of the shingles in both
}

// listed are the lines of a chunk of documents, and what makes them: the next
// chunk uses it again.
type listed struct {
	compare *similarity.Comparer
	line    removedLine
	encoder *json.Encoder
	lines   bytes.Buffer
	gone    []int32
	err     error
}

// listChunk is how many documents a goroutine makes the lines of at a time.
const listChunk = 2048

// list writes a line a removed document, in the order of the input, to w, and
// tells who is gone. w is nil in a dry run.
func (d *dedup) list(ctx context.Context, s *session, finder *similarity.Finder, p plan, w *atomicFile) (gone []bool, err error) {
	used := sync.Pool{New: func() any {
		l := &listed{}
		l.encoder = json.NewEncoder(&l.lines)
		l.encoder.SetEscapeHTML(false)
		l.compare, l.err = finder.Comparer()
		return l
	}}
	chunks := func(yield func(int) bool) {
		for from := 0; from < len(p.kept) && yield(from); from += listChunk {
		}
	}
	work := func(from int) *listed {
		out := used.Get().(*listed)
		for i := from; i < min(from+listChunk, len(p.kept)) && out.err == nil; i++ {
			k := p.kept[i]
			if int(k) == i {
				continue
			}
			v, err := out.compare.Versus(int(k), i)
			if err != nil {
				out.err = err
				break
			}
			out.gone = append(out.gone, int32(i))
			out.line = removedLine{
				ID: v.B, Kept: v.A, Cluster: p.clusters[p.cluster[i]], Relation: v.Relation,
				Shared: v.Counts.Shared, SizeKept: v.Counts.SizeA, Size: v.Counts.SizeB,
				Resemblance: v.Counts.Resemblance(), Containment: v.Counts.ContainmentB(),
				EvidenceHash: fmt.Sprintf("%016x", v.Evidence),
			}
			out.err = out.encoder.Encode(&out.line)
		}
		return out
	}
	gone = make([]bool, len(p.kept))
	err = ordered(ctx, s.workers, chunks, work, func(l *listed) error {
		if l.err != nil {
			return l.err
		}
		for _, i := range l.gone {
			gone[i] = true
		}
		if w != nil {
			if _, err := w.Write(l.lines.Bytes()); err != nil {
				return fmt.Errorf("output %s: %w", d.removed, err)
			}
		}
		l.lines.Reset()
		l.gone = l.gone[:0]
		used.Put(l)
		return nil
	})
	return gone, err
}

// write reads the inputs again, writes what is not gone, and gives both files
// their names when both are whole.
func (d *dedup) write(ctx context.Context, s *session, inputs []string, gone []bool, removed *atomicFile) error {
	if c, ok := s.stdin.(*stdinCopy); ok {
		if err := c.rewind(); err != nil {
			return err
		}
	}
	kept, err := createAtomic(d.out)
	if err != nil {
		return err
	}
	defer kept.discard()
	shape := d.shape()
	if shape == asParquet {
		err = d.writeParquet(ctx, s, inputs, gone, kept)
	} else {
		err = d.writeRecords(ctx, s, inputs, gone, shape, kept)
	}
	if err != nil {
		return fmt.Errorf("output %s: %w", d.out, err)
	}
	if note := shape.note(); note != "" && !d.allOf(source.JSONL) {
		fmt.Fprintf(s.stderr, "wirediff: %s %s\n", d.out, note)
	}
	return errors.Join(removed.commit(), kept.commit())
}
