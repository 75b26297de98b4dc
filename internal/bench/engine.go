//go:build unix

package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/wirediff/wirediff/internal/bench/process"
	"github.com/wirediff/wirediff/internal/bench/rival"
	"github.com/wirediff/wirediff/internal/source"
	"github.com/wirediff/wirediff/shingle"
)

// engine is a program that prints the cluster of every document of a file.
type engine struct {
	name, method string
	command      []string // before the file's name
}

// workshop is a temporary folder with the programs that are measured.
type workshop struct {
	dir     string
	engines []engine
}

// newWorkshop builds the project's programs. The caller closes it.
func newWorkshop(ctx context.Context, root string) (*workshop, error) {
	dir, err := os.MkdirTemp("", "wirediff-bench-")
	if err != nil {
		return nil, err
	}
	w := &workshop{dir: dir}
	build := exec.CommandContext(ctx, "go", "build", "-o", dir+string(filepath.Separator), "./cmd/wirediff", "./internal/tools/corpus")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		w.close()
		return nil, fmt.Errorf("go build in %s: %w: %s", root, err, out)
	}
	self, err := os.Executable()
	if err != nil {
		w.close()
		return nil, err
	}
	wirediff := filepath.Join(dir, "wirediff")
	w.engines = []engine{
		{"wirediff", "all three ways in: copies, cuts, rewrites", []string{wirediff, "cluster"}},
		{"wirediff, copies and cuts", "`--ways copies,cuts`", []string{wirediff, "cluster", "--ways", "copies,cuts"}},
		{"wirediff, copies", "`--ways copies`", []string{wirediff, "cluster", "--ways", "copies"}},
		{"wirediff, 256 MB", "all ways in, `--memory 256MB`", []string{wirediff, "cluster", "--memory", "256MB"}},
	}
	for _, r := range rival.All {
		w.engines = append(w.engines, engine{r.Name, r.Method, []string{self, "rival", r.Name}})
	}
	return w, nil
}

func (w *workshop) close() { os.RemoveAll(w.dir) }

// data is a corpus on disk.
type data struct {
	articles, truth string // files
	bytes           int64  // of the articles
	docs            int
}

// corpus makes a corpus in the workshop, by a process of its own: what makes
// it must not count in the memory of what is measured.
func (w *workshop) corpus(ctx context.Context, docs int, seed uint64) (data, error) {
	d := data{articles: filepath.Join(w.dir, "corpus.jsonl"), truth: filepath.Join(w.dir, "corpus.tsv"), docs: docs}
	_, err := process.Run(ctx, nil, nil, filepath.Join(w.dir, "corpus"), "-n", strconv.Itoa(docs),
		"-seed", strconv.FormatUint(seed, 10), "-out", d.articles, "-truth", d.truth)
	if err != nil {
		return data{}, err
	}
	return d.sized()
}

func (d data) sized() (data, error) {
	info, err := os.Stat(d.articles)
	if err != nil {
		return data{}, err
	}
	d.bytes = info.Size()
	return d, nil
}

// cluster runs an engine on a corpus and writes what it prints to a file; what
// it says on standard error goes to notes, if there are any.
func (w *workshop) cluster(ctx context.Context, e engine, d data, out string, notes io.Writer, more ...string) (process.Cost, error) {
	f, err := os.Create(out)
	if err != nil {
		return process.Cost{}, err
	}
	defer f.Close()
	args := append(append(e.command[1:len(e.command):len(e.command)], more...), d.articles)
	cost, err := process.Run(ctx, f, notes, e.command[0], args...)
	if err != nil {
		return process.Cost{}, err
	}
	return cost, f.Close()
}

// actRival is the process of a rival: it reads a file as wirediff does and
// prints lines as wirediff does.
func actRival(ctx context.Context, args []string, stdout io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("rival takes a name and a file")
	}
	r, ok := rival.Named(args[0])
	if !ok {
		return fmt.Errorf("no rival %q", args[0])
	}
	var ids []string
	var failed error
	clusters := r.Group(sets(ctx, args[1], func(id string) { ids = append(ids, id) }, &failed))
	if failed != nil {
		return failed
	}
	var line []byte
	for i, c := range clusters {
		line = append(append(line, ids[i]...), '\t')
		line = append(strconv.AppendInt(line, int64(c), 10), '\n')
		if len(line) > 1<<16 || i == len(clusters)-1 {
			if _, err := stdout.Write(line); err != nil {
				return err
			}
			line = line[:0]
		}
	}
	return nil
}

// sets yields the shingle sets of a file's documents.
func sets(ctx context.Context, file string, id func(string), failed *error) iter.Seq[shingle.Set] {
	return func(yield func(shingle.Set) bool) {
		s := shingle.NewShingler(shingle.DefaultSize)
		for r, err := range source.Read(ctx, []string{file}, nil, source.Config{}) {
			if err != nil {
				*failed = err
				return
			}
			id(r.ID)
			if !yield(s.Set(shingle.Document{ID: r.ID, Text: r.Text})) {
				return
			}
		}
	}
}

// copyLines copies the first n lines of a file.
func copyLines(to, from string, n int) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.Create(to)
	if err != nil {
		return err
	}
	defer dst.Close()
	buf := make([]byte, 1<<20)
	for n > 0 {
		k, err := src.Read(buf)
		part := buf[:k]
		for i := 0; i < len(part); i++ {
			if part[i] == '\n' {
				if n--; n == 0 {
					part = part[:i+1]
				}
			}
		}
		if _, err := dst.Write(part); err != nil {
			return err
		}
		if k == 0 && err != nil {
			return fmt.Errorf("%s has %d lines too few", from, n)
		}
	}
	return dst.Close()
}
