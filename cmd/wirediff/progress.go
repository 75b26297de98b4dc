package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress is a bar on a terminal: what is being done, documents, MB/s and the
// time left. In a pipe it is silent. A nil *progress is such a silent one.
type progress struct {
	pool      *mpb.Progress
	bar       *mpb.Bar
	documents atomic.Int64
}

// newProgress starts a bar of what, up to total bytes; total 0 is unknown.
func newProgress(w io.Writer, what string, total int64) *progress {
	if !isTerminal(w) {
		return nil
	}
	p := &progress{pool: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))}
	count := func(decor.Statistics) string { return fmt.Sprintf(" %d documents ", p.documents.Load()) }
	p.bar = p.pool.AddBar(total,
		mpb.PrependDecorators(decor.Name(what), decor.Any(count)),
		mpb.AppendDecorators(
			decor.AverageSpeed(decor.SizeB1000(0), "% .1f"),
			decor.Name("  "),
			decor.AverageETA(decor.ET_STYLE_GO),
			decor.Name(" left"),
		),
		mpb.BarRemoveOnComplete(),
	)
	return p
}

func (p *progress) bytes(n int) {
	if p != nil {
		p.bar.IncrBy(n)
	}
}

func (p *progress) document() {
	if p != nil {
		p.documents.Add(1)
	}
}

// done takes the bar away.
func (p *progress) done() {
	if p != nil {
		p.bar.Abort(true)
		p.pool.Wait()
	}
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
