// Command wirediff compares the versions of wire stories: it reads articles,
// clusters the near-duplicate and rewritten versions of each story, and shows
// which figures and which phrasings differ between them, and who changed them.
//
// Run `wirediff help` for the commands. Exit codes: 0 done; 1 done, with some
// inputs skipped, each named on standard error; 2 usage error or failure.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
