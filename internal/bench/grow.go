//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/wirediff/wirediff/internal/bench/growth"
	"github.com/wirediff/wirediff/internal/bench/process"
	"github.com/wirediff/wirediff/internal/lsh"
)

// plotFile is the plot's file, beside README.md.
const plotFile = "growth.svg"

func runGrowth(ctx context.Context, args []string, o options) error {
	f := o.flags("growth")
	sizes := f.String("docs", "10000,30000,100000,300000,1000000", "documents of the corpora, ascending")
	threads := f.Bool("threads", false, "run the first engine on one goroutine too; the times say something on a machine that does nothing else")
	in := f.String("in", "", "a JSON Lines file whose first documents are taken instead of made-up ones")
	only := f.String("only", "wirediff; wirediff, copies and cuts; wirediff, 256 MB; dgryski/go-minhash, from 0.5", "the engines to run, separated by semicolons; the first is the one that the page goes on from")
	if err := o.parse(f, args); err != nil {
		return err
	}
	docs, err := ascending(*sizes)
	if err != nil {
		return err
	}
	w, err := newWorkshop(ctx, o.root)
	if err != nil {
		return err
	}
	defer w.close()
	if w.engines, err = choose(w.engines, *only); err != nil {
		return err
	}
	m := measurement{series: make([]growth.Series, len(w.engines))}
	for i, n := range docs {
		var d data
		if *in != "" {
			d, err = w.head(*in, n)
		} else {
			d, err = w.corpus(ctx, n, o.seed)
		}
		if err == nil {
			err = m.measure(ctx, w, d, o)
		}
		if err == nil && *threads && i == len(docs)-1 {
			err = m.measureThread(ctx, w, d, o)
		}
		if err != nil {
			return err
		}
	}
	text := m.table() + "\n" + m.steps.table() + "\n"
	if *threads {
		text += m.threadTable() + "\n"
	}
	text = o.headed(text + m.projection())
	fmt.Fprint(o.stdout, text)
	if !o.write {
		return nil
	}
	svg, err := os.Create(plotFile)
	if err != nil {
		return err
	}
	defer svg.Close()
	if err := growth.Plot(svg, m.series); err != nil {
		return err
	}
	if err := svg.Close(); err != nil {
		return err
	}
	return put(o.readme(), "growth", text)
}

// ascending reads a list of sizes.
func ascending(list string) ([]int, error) {
	var sizes []int
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 1 || len(sizes) > 0 && n <= sizes[len(sizes)-1] {
			return nil, fmt.Errorf("growth: -docs %q: it takes whole numbers, ascending", list)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// head is a corpus of the first documents of a file.
func (w *workshop) head(file string, docs int) (data, error) {
	d := data{articles: filepath.Join(w.dir, "corpus.jsonl"), docs: docs}
	if err := copyLines(d.articles, file, docs); err != nil {
		return data{}, err
	}
	return d.sized()
}

// measurement is what growth measures.
type measurement struct {
	series  []growth.Series
	bytes   int64         // of the largest corpus
	docs    int           // in it
	threads []threadPoint // the first engine on the largest corpus, by goroutines
	steps   steps
}

type threadPoint struct {
	workers int
	cost    process.Cost
}

// measure adds a point to every engine's series, and to the first engine's
// steps.
func (m *measurement) measure(ctx context.Context, w *workshop, d data, o options) error {
	m.bytes, m.docs = d.bytes, d.docs
	for i, e := range w.engines {
		var notes bytes.Buffer
		var more []string
		if i == 0 {
			more = []string{"--stats"}
		}
		cost, err := w.least(ctx, e, d, o, &notes, more...)
		if err != nil {
			return err
		}
		m.series[i].Name = e.name
		m.series[i].Points = append(m.series[i].Points, growth.Point{Docs: d.docs, CPU: cost.CPU.Seconds(), Wall: cost.Wall.Seconds(), Peak: float64(cost.Peak)})
		if i == 0 {
			m.threads = []threadPoint{{runtime.GOMAXPROCS(0), cost}}
			if err := m.steps.read(notes.String(), d.docs); err != nil {
				return err
			}
		}
	}
	return nil
}

// measureThread runs the first engine on one goroutine, beside the run on all.
func (m *measurement) measureThread(ctx context.Context, w *workshop, d data, o options) error {
	cost, err := w.least(ctx, w.engines[0], d, o, nil, "--workers", "1")
	m.threads = append([]threadPoint{{1, cost}}, m.threads...)
	return err
}

// least runs an engine o.runs times. The notes are those of the last run.
func (w *workshop) least(ctx context.Context, e engine, d data, o options, notes *bytes.Buffer, more ...string) (cost process.Cost, err error) {
	if notes == nil {
		notes = &bytes.Buffer{}
	}
	for range o.runs {
		notes.Reset()
		c, err := w.cluster(ctx, e, d, filepath.Join(w.dir, "output.tsv"), notes, more...)
		if err != nil {
			return cost, err
		}
		cost = cost.Least(c)
	}
	fmt.Fprintf(o.stderr, "%d documents: %s: %.2f CPU s, %.2f s, %d MB\n", d.docs, strings.Join(append([]string{e.name}, more...), " "), cost.CPU.Seconds(), cost.Wall.Seconds(), cost.Peak/1e6)
	return cost, nil
}

func (m *measurement) table() string {
	var rows [][]string
	for _, s := range m.series {
		for i, p := range s.Points {
			name := s.Name
			if i > 0 {
				name = ""
			}
			n := float64(p.Docs)
			rows = append(rows, []string{
				name, grouped(int64(p.Docs)), fmt.Sprintf("%.2f", p.CPU), fmt.Sprintf("%.1f", p.CPU/n*1e6), fmt.Sprintf("%.2f", p.Wall),
				grouped(int64(p.Peak / 1e6)), grouped(int64(p.Peak / n)),
			})
		}
	}
	return table([]string{"engine", "documents", "CPU s", "CPU µs a document", "wall s", "peak MB", "peak bytes a document"}, rows)
}

func (m *measurement) threadTable() string {
	var rows [][]string
	for _, t := range m.threads {
		rows = append(rows, []string{
			strconv.Itoa(t.workers), fmt.Sprintf("%.2f", t.cost.Wall.Seconds()), fmt.Sprintf("%.2f", m.threads[0].cost.Wall.Seconds()/t.cost.Wall.Seconds()), fmt.Sprintf("%.2f", t.cost.CPU.Seconds()),
		})
	}
	return table([]string{"`--workers`, " + grouped(int64(m.docs)) + " documents", "wall s", "times as fast", "CPU s"}, rows)
}

// projection goes on from the first engine's measurements to 10⁸ and 10⁹.
func (m *measurement) projection() string {
	law := growth.LawOf(m.series[0])
	const keys = lsh.SketchSize - lsh.Rows + 1
	var rows [][]string
	for _, n := range []struct {
		name string
		docs float64
	}{{grouped(int64(m.docs)) + ", by the law", float64(m.docs)}, {"10⁸", 1e8}, {"10⁹", 1e9}} {
		text := float64(m.bytes) / float64(m.docs) * n.docs
		cpu, peak := law.CPUOf(n.docs), law.PeakOf(n.docs)
		rows = append(rows, []string{
			n.name, size(text), hours(cpu), hours(cpu / oneMachine.cores), size(peak), fmt.Sprint(int(math.Ceil(peak / (oneMachine.memory * memoryUsed)))), size(n.docs * keys * shuffled),
		})
	}
	return fmt.Sprintf("CPU grows as documents to the power %.3f, memory by %.0f bytes a document above %.0f MB.\n\n", law.Exponent, law.Memory, law.Base/1e6) +
		table([]string{"documents", "text", "CPU", "a 32nd of it", "memory", "machines of 256 GB", "keys sent, if on many"}, rows)
}

// oneMachine is what a large ordinary server has. A fifth of its memory is
// left to the system and to the garbage collector's head room.
var oneMachine = struct{ cores, memory float64 }{32, 256e9}

const memoryUsed = 0.8

// shuffled is the bytes of a band key that is sent to the machine that sorts
// its range: a key of 5 bytes, enough for 10⁹ documents, and a number of 5.
const shuffled = 10

func size(bytes float64) string {
	units := []string{"MB", "GB", "TB", "PB"}
	x := bytes / 1e6
	i := 0
	for x >= 1000 && i+1 < len(units) {
		x, i = x/1000, i+1
	}
	return fmt.Sprintf("%s %s", significant(x), units[i])
}

func hours(seconds float64) string {
	switch {
	case seconds < 100:
		return fmt.Sprintf("%s s", significant(seconds))
	case seconds < 6000:
		return fmt.Sprintf("%s min", significant(seconds/60))
	}
	return fmt.Sprintf("%s h", significant(seconds/3600))
}

// significant writes two digits that count.
func significant(x float64) string {
	if x >= 100 {
		unit := math.Pow(10, math.Floor(math.Log10(x))-1)
		return grouped(int64(math.Round(x/unit) * unit))
	}
	return strconv.FormatFloat(x, 'g', 2, 64)
}
