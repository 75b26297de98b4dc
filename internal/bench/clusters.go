//go:build unix

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/bench/process"
	"github.com/wirediff/wirediff/internal/bench/score"
)

// clustering is a row of the table: what an engine cost, and how well it did.
type clustering struct {
	engine
	cost  process.Cost
	score score.Score
}

func runClusters(ctx context.Context, args []string, o options) error {
	f := o.flags("cluster")
	docs := f.Int("docs", 100_000, "documents of the corpus")
	in := f.String("in", "", "a JSON Lines file to take instead of a made-up corpus; with -truth")
	truth := f.String("truth", "", "its truth: lines of id and cluster")
	only := f.String("only", "", "the engines to run, separated by semicolons; all if empty")
	if err := o.parse(f, args); err != nil {
		return err
	}
	if (*in == "") != (*truth == "") {
		return fmt.Errorf("cluster: -in and -truth go together")
	}
	w, err := newWorkshop(ctx, o.root)
	if err != nil {
		return err
	}
	defer w.close()
	if *only != "" {
		if w.engines, err = choose(w.engines, *only); err != nil {
			return err
		}
	}
	var d data
	if *in != "" {
		d, err = data{articles: *in, truth: *truth}.sized()
	} else {
		d, err = w.corpus(ctx, *docs, o.seed)
	}
	if err != nil {
		return err
	}
	rows, err := w.measure(ctx, d, o)
	if err != nil {
		return err
	}
	full := o.headed(clusterTable(rows, d))
	fmt.Fprint(o.stdout, full)
	if !o.write {
		return nil
	}
	if err := put(o.readme(), "cluster", full); err != nil {
		return err
	}
	return put(o.front(), "cluster", o.headed(frontTable(rows, d)))
}

// choose keeps the engines that a list names.
func choose(engines []engine, list string) ([]engine, error) {
	var chosen []engine
	for name := range strings.SplitSeq(list, ";") {
		i := slices.IndexFunc(engines, func(e engine) bool { return e.name == strings.TrimSpace(name) })
		if i < 0 {
			return nil, fmt.Errorf("no engine %q", name)
		}
		chosen = append(chosen, engines[i])
	}
	return chosen, nil
}

// measure runs every engine o.runs times, in turns, so that a slow minute of
// the machine falls on all; the outputs are scored at the end, when the memory
// that this takes is nobody's.
func (w *workshop) measure(ctx context.Context, d data, o options) ([]clustering, error) {
	rows := make([]clustering, len(w.engines))
	for turn := range o.runs {
		for i, e := range w.engines {
			cost, err := w.cluster(ctx, e, d, w.output(i), nil)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(o.stderr, "run %d: %s: %.2f CPU s, %.2f s, %d MB\n", turn+1, e.name, cost.CPU.Seconds(), cost.Wall.Seconds(), cost.Peak/1e6)
			rows[i].engine, rows[i].cost = e, rows[i].cost.Least(cost)
		}
	}
	truth, err := readClusters(d.truth)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		output, err := readClusters(w.output(i))
		if err != nil {
			return nil, err
		}
		rows[i].score = score.Of(truth, output)
	}
	return rows, nil
}

func (w *workshop) output(i int) string { return filepath.Join(w.dir, fmt.Sprintf("output-%d.tsv", i)) }

func readClusters(file string) (map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	clusters, err := score.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(file), err)
	}
	return clusters, nil
}

func clusterTable(rows []clustering, d data) string {
	var cells [][]string
	for _, r := range rows {
		precision, recall, f1 := r.quality()
		cells = append(cells, []string{
			r.name, r.method, precision, recall, f1,
			fmt.Sprintf("%.2f", r.cost.CPU.Seconds()), per100MB(r.cost, d), fmt.Sprintf("%.2f", r.cost.Wall.Seconds()), grouped(r.cost.Peak / 1e6),
		})
	}
	return table([]string{"engine", "how", "precision", "recall", "F1", "CPU s", "CPU s per 100 MB", "wall s", "peak MB"}, cells)
}

// frontTable is clusterTable for the project's front page.
func frontTable(rows []clustering, d data) string {
	var cells [][]string
	for _, r := range rows {
		_, _, f1 := r.quality()
		cells = append(cells, []string{r.name, f1, per100MB(r.cost, d), grouped(r.cost.Peak / 1e6)})
	}
	return table([]string{"engine", "F1", "CPU s per 100 MB", "peak MB"}, cells)
}

// quality is the cells of precision, recall and F1: dashes for an engine that
// puts nothing together.
func (r clustering) quality() (precision, recall, f1 string) {
	if r.score.Found == 0 {
		return "–", "–", "–"
	}
	return share(r.score.Precision()), share(r.score.Recall()), share(r.score.F1())
}

func per100MB(c process.Cost, d data) string {
	return fmt.Sprintf("%.2f", c.CPU.Seconds()*1e8/float64(d.bytes))
}
