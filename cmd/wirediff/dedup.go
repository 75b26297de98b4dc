package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/similarity"
)

func newDedup(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:   "dedup INPUT… --out KEPT --removed REMOVED.jsonl",
		Short: "Keep one document a cluster, and list the rest with the reason",
		Long: `dedup keeps one document of every cluster and lists each removed one with the
id that was kept in its place, what it is to that one, and the exact counts.
JSON Lines and CSV come out as they went in, byte for byte; other formats come
out as JSON Lines. Both files appear only when they are whole; killed and run
again, the same command gives the same bytes. A name that ends in .gz or .zst
is compressed.`,
		Example: `  wirediff dedup testdata/stories --out kept.jsonl --removed removed.jsonl
  wirediff dedup --relation identical,light-edit --keep longest --dry-run testdata/stories`,
		Args: cobra.MinimumNArgs(1),
	}
	f := c.Flags()
	var d dedup
	ways := waysFlag(c)
	f.StringVar(&d.out, "out", "", "write the kept documents to `KEPT`")
	f.StringVar(&d.removed, "removed", "", "list the removed documents in `REMOVED.jsonl`")
	f.BoolVar(&d.dryRun, "dry-run", false, "write nothing; say what would be removed")
	keep := f.String("keep", "earliest", "`which` of a cluster is kept: first, longest, earliest, or outlet:NAME,…")
	relations := f.StringSlice("relation", nil, "remove only documents with one of these `relations` to the kept one (default: all)")
	c.RunE = func(c *cobra.Command, inputs []string) (err error) {
		if !d.dryRun && (d.out == "" || d.removed == "") {
			return errors.New("dedup takes --out KEPT and --removed REMOVED.jsonl, or --dry-run")
		}
		if d.better, err = parseKeep(*keep); err != nil {
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

// dedup is one run of the command.
type dedup struct {
	out, removed string
	dryRun       bool
	better       func(a, b *candidate) int // negative where a is rather kept than b
	relations    []similarity.Relation     // that count; none means all

	fields     map[string]string
	candidates []candidate
	records    *spool
	headers    []string // distinct header rows of CSV
	formats    map[source.Format]bool
}

// candidate is what decides whether a document is kept: about 100 bytes, and
// its id and outlet.
type candidate struct {
	id, outlet string
	published  int64 // Unix seconds; the largest where unknown
	length     int
	index      int
	raw        bool // the spool holds the record as it came, not the document
	header     int  // of a CSV row: index in dedup.headers; else -1
}

// removedLine is a line of REMOVED.jsonl.
type removedLine struct {
	ID           string              `json:"id"`
	Kept         string              `json:"kept"` // the id that was kept in its place
	Cluster      string              `json:"cluster"`
	Relation     similarity.Relation `json:"relation"` // what the removed one is to the kept one
	Score        float64             `json:"score"`
	Shared       int                 `json:"shared"`
	SizeKept     int                 `json:"size_kept"`
	Size         int                 `json:"size"`
	Resemblance  float64             `json:"resemblance"`
	Containment  float64             `json:"containment"` // the share of the removed one that is in the kept one
	EvidenceHash string              `json:"evidence_hash"`
}

func (d *dedup) run(ctx context.Context, s *session, inputs []string, ways string) (err error) {
	if d.records, err = newSpool(); err != nil {
		return err
	}
	defer d.records.close()
	d.formats = map[source.Format]bool{}
	if d.fields, err = s.fieldNames(); err != nil {
		return err
	}
	s.keepRaw = true
	found, err := s.find(ctx, inputs, similarity.Config{}, ways, d.take)
	if err == nil {
		err = d.records.flush()
	}
	if err != nil {
		return err
	}
	gone, lines, err := d.decide(ctx, found)
	if err != nil {
		return err
	}
	if !d.dryRun {
		if err := d.write(gone, lines); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(s.stdout, "%d documents: %d kept, %d removed\n", len(d.candidates), len(d.candidates)-len(lines), len(lines))
	return err
}

// take keeps what is needed of a record: its bytes on disk, its facts here.
func (d *dedup) take(r source.Record) error {
	c := candidate{id: r.ID, outlet: r.Outlet, published: math.MaxInt64, length: len(r.Text), index: len(d.candidates), raw: r.Raw != nil, header: -1}
	if !r.Published.IsZero() {
		c.published = r.Published.Unix()
	}
	if len(r.Header) > 0 {
		if c.header = slices.Index(d.headers, string(r.Header)); c.header < 0 {
			c.header = len(d.headers)
			d.headers = append(d.headers, string(r.Header))
		}
	}
	d.candidates = append(d.candidates, c)
	d.formats[r.Format] = true
	if c.raw {
		return d.records.add(r.Raw)
	}
	return d.records.addDocument(document(r))
}

// parseKeep reads --keep. Every order ends with the default one, the earliest
// known, then the longest, then the id, so that it is total.
func parseKeep(keep string) (func(a, b *candidate) int, error) {
	earliest := func(a, b *candidate) int { return cmp.Compare(a.published, b.published) }
	longest := func(a, b *candidate) int { return cmp.Compare(b.length, a.length) }
	first := func(a, b *candidate) int { return cmp.Compare(a.index, b.index) }
	var by func(a, b *candidate) int
	switch names, isOutlet := strings.CutPrefix(keep, "outlet:"); {
	case isOutlet:
		order := strings.Split(names, ",")
		rank := func(c *candidate) int {
			if i := slices.Index(order, c.outlet); i >= 0 {
				return i
			}
			return len(order)
		}
		by = func(a, b *candidate) int { return cmp.Compare(rank(a), rank(b)) }
	case keep == "earliest":
		by = earliest
	case keep == "longest":
		by = longest
	case keep == "first":
		by = first
	default:
		return nil, fmt.Errorf("--keep %q: it takes first, longest, earliest or outlet:NAME,…", keep)
	}
	return func(a, b *candidate) int {
		return cmp.Or(by(a, b), earliest(a, b), longest(a, b), cmp.Compare(a.id, b.id))
	}, nil
}

// decide picks the kept document of every cluster, and returns which are gone
// and their lines, in the order of the input.
func (d *dedup) decide(ctx context.Context, found *similarity.Result) (gone []bool, lines []removedLine, err error) {
	gone = make([]bool, len(d.candidates))
	verified := map[[2]int]similarity.Pair{}
	for _, p := range found.Pairs {
		verified[[2]int{p.A, p.B}] = p
	}
	byDoc := map[int]removedLine{}
	for _, cl := range found.Clusters {
		if len(cl.Members) < 2 {
			continue
		}
		kept := cl.Members[0].Doc
		for _, m := range cl.Members {
			if d.better(&d.candidates[m.Doc], &d.candidates[kept]) < 0 {
				kept = m.Doc
			}
		}
		for _, m := range cl.Members {
			if m.Doc == kept {
				continue
			}
			l, err := d.line(ctx, verified, kept, m.Doc)
			if err != nil {
				return nil, nil, err
			}
			if len(d.relations) > 0 && !slices.Contains(d.relations, l.Relation) {
				continue
			}
			l.Cluster = cl.ID
			gone[m.Doc], byDoc[m.Doc] = true, l
		}
	}
	for i, g := range gone {
		if g {
			lines = append(lines, byDoc[i])
		}
	}
	return gone, lines, nil
}
