//go:build unix

// Bench measures wirediff beside other libraries for the same work, and how
// its cost grows with the corpus. It runs each in a process of its own, over
// the same made-up corpus (internal/corpus), and prints Markdown tables; with
// -write it puts them where README.md and the project's README.md have them.
//
//	go run . cluster -docs 100000    clusters: quality, CPU time, memory
//	go run . diff -pairs 2000        two versions: the same
//	go run . growth                  clusters, by the size of the corpus
//
// Run it in its own folder, on a machine that does nothing else.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	if err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "bench:", err)
		}
		os.Exit(2)
	}
}

const usage = "usage: bench cluster | diff | growth [flags]; -h after the command lists them"

// run is the whole program. The commands rival and differ are its own: the
// processes that it measures.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 {
		return errors.New(usage)
	}
	o := options{stdout: stdout, stderr: stderr, line: commandLine(args)}
	switch args[0] {
	case "cluster":
		return runClusters(ctx, args[1:], o)
	case "diff":
		return runDiffs(ctx, args[1:], o)
	case "growth":
		return runGrowth(ctx, args[1:], o)
	case "rival":
		return actRival(ctx, args[1:], stdout)
	case "differ":
		return actDiffer(args[1:], stdout)
	}
	return fmt.Errorf("no command %q; %s", args[0], usage)
}

// commandLine writes arguments as a shell reads them.
func commandLine(args []string) string {
	quoted := slices.Clone(args)
	for i, a := range args {
		if strings.ContainsAny(a, " ;'\"$&|<>()*?~#\\`") {
			quoted[i] = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
	}
	return strings.Join(quoted, " ")
}

// options are what the commands share.
type options struct {
	stdout, stderr io.Writer
	line           string // the command line, for the page

	root  string // the project's folder
	runs  int
	seed  uint64
	write bool
}

func (o *options) flags(name string) *flag.FlagSet {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(o.stderr)
	f.StringVar(&o.root, "root", "../..", "the project's folder")
	f.IntVar(&o.runs, "runs", 1, "how often each is run; the least cost is shown")
	f.Uint64Var(&o.seed, "seed", 1, "seed of the corpus")
	f.BoolVar(&o.write, "write", false, "put the tables into README.md and the project's README.md")
	return f
}

// parse reads the flags of a command, which takes no arguments.
func (o *options) parse(f *flag.FlagSet, args []string) error {
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return fmt.Errorf("%s: unknown argument %q", f.Name(), f.Arg(0))
	case o.runs < 1:
		return fmt.Errorf("%s: -runs is %d: it takes 1 or more", f.Name(), o.runs)
	}
	return nil
}
