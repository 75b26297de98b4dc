//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/wirediff/wirediff/internal/bench/differ"
	"github.com/wirediff/wirediff/internal/bench/process"
)

// diffing is what the process of a differ prints, and a row of the table.
type diffing struct {
	Score differ.Score
	CPU   time.Duration // of the diffs alone
	Peak  int64
}

func runDiffs(ctx context.Context, args []string, o options) error {
	f := o.flags("diff")
	pairs := f.Int("pairs", 2000, "pairs of versions")
	if err := o.parse(f, args); err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	rows := make([]diffing, len(differ.All))
	for turn := range o.runs {
		for i, d := range differ.All {
			var out bytes.Buffer
			if _, err := process.Run(ctx, &out, nil, self, "differ", d.Name, strconv.Itoa(*pairs), strconv.FormatUint(o.seed, 10)); err != nil {
				return err
			}
			var r diffing
			if err := json.Unmarshal(out.Bytes(), &r); err != nil {
				return err
			}
			fmt.Fprintf(o.stderr, "run %d: %s: %.2f CPU s\n", turn+1, d.Name, r.CPU.Seconds())
			if turn > 0 {
				r.CPU, r.Peak = min(r.CPU, rows[i].CPU), min(r.Peak, rows[i].Peak)
			}
			rows[i] = r
		}
	}
	text := o.headed(diffTable(rows))
	fmt.Fprint(o.stdout, text)
	if !o.write {
		return nil
	}
	return put(o.readme(), "diff", text)
}

func diffTable(rows []diffing) string {
	var cells [][]string
	for i, r := range rows {
		s, d := r.Score, differ.All[i]
		cells = append(cells, []string{
			d.Name, d.Method, share(s.Precision()), share(s.Recall()), share(s.F1()),
			share(float64(s.Marked) / float64(max(s.Tokens, 1))), fmt.Sprintf("%.1f", float64(s.Edits)/float64(max(s.Pairs, 1))),
			fmt.Sprintf("%.0f", float64(r.CPU.Microseconds())/float64(max(s.Pairs, 1))), grouped(r.Peak / 1e6),
		})
	}
	return table([]string{"differ", "how", "precision", "recall", "F1", "tokens marked", "places a pair", "CPU µs a pair", "peak MB"}, cells)
}

// actDiffer is the process of a differ: it makes the pairs, diffs them all,
// and prints a diffing as JSON.
func actDiffer(args []string, stdout io.Writer) error {
	if len(args) != 3 {
		return fmt.Errorf("differ takes a name, a number of pairs and a seed")
	}
	d, ok := differ.Named(args[0])
	if !ok {
		return fmt.Errorf("no differ %q", args[0])
	}
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	seed, err := strconv.ParseUint(args[2], 10, 64)
	if err != nil {
		return err
	}
	pairs := differ.Pairs(n, seed)
	answers := make([]differ.Answer, len(pairs))
	before, err := process.Own()
	if err != nil {
		return err
	}
	for i, p := range pairs {
		answers[i] = d.Diff(p)
	}
	after, err := process.Own()
	if err != nil {
		return err
	}
	r := diffing{CPU: after.CPU - before.CPU, Peak: after.Peak}
	for i, p := range pairs {
		r.Score.Add(p, answers[i])
	}
	return json.NewEncoder(stdout).Encode(r)
}
