package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/wirediff/wirediff/report"
)

// The exit codes that scripts rely on.
const (
	exitDone    = 0 // all of it
	exitSkipped = 1 // done, some inputs skipped
	exitFailed  = 2 // usage error or failure
)

// run is the whole program: it parses args, runs one command and returns the
// exit code. A reader that closes standard output early (`| head`) is success.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriterSize(stdout, 1<<16)
	s := &session{stdin: stdin, stdout: out, terminal: stdout, stderr: stderr}
	root := newRoot(s)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	err = errors.Join(err, s.stopProfiles())
	if flush := out.Flush(); err == nil {
		err = flush
	}
	if err == nil {
		s.stats.print(stderr)
	}
	switch {
	case errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "wirediff: interrupted; nothing half-written was left behind")
		return exitFailed
	case err != nil:
		fmt.Fprintf(stderr, "wirediff: %s\n", report.Visible(err.Error()))
		return exitFailed
	case s.skipped > 0:
		fmt.Fprintf(stderr, "wirediff: done, %d skipped (named above)\n", s.skipped)
		return exitSkipped
	}
	return exitDone
}

// newRoot makes the command tree over one session.
func newRoot(s *session) *cobra.Command {
	root := &cobra.Command{
		Use:   "wirediff",
		Short: "Find the versions of each wire story, and what differs between them",
		Long: `wirediff reads articles, clusters the versions of each story (copies, cuts,
embeds, updates, rewrites), and shows which figures and which phrasings differ
between them, and who changed them.

INPUT is a file, a folder, a glob, or - for standard input: plain text, HTML,
JSON Lines, CSV and more, compressed or not. The format is found from the
content as well as the name.

Exit codes: 0 done; 1 done, some inputs skipped (each named on standard error
with file and record); 2 usage error or failure.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w\nRun '%s --help' for its flags", err, c.CommandPath())
	})
	s.addFlags(root)
	root.AddCommand(
		newCompare(s), newCluster(s), newPairs(s), newDiff(s),
		newFigures(s), newVariants(s), newExplain(s), newDedup(s),
	)
	return root
}
