package report

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/wirediff/wirediff/similarity"
)

// Settings says what a report is of. The zero value is usable.
type Settings struct {
	Title   string            // of the report; "" means "What differs"
	Inputs  []string          // what was compared, as the user named it
	Config  similarity.Config // how versions were found
	Terms   string            // version of the table of loaded terms; "" means the built-in
	Version string            // of the program
	Workers int               // goroutines that render; 0 means GOMAXPROCS. The bytes do not depend on it
	Pairs   int               // pages of pairs beyond those of parent and child, in all, and collations that TEI needs beyond all these; 0 means 1,000, negative none
}

// ErrForeign is in the error of Create where the directory holds a file that a
// report would replace, and no report of this package is there.
var ErrForeign = errors.New("not of a wirediff report: will not replace it")

// Writer writes a report a cluster at a time. Everything goes to a folder
// beside the report's place; Close renames it when it is whole, so that a
// half-written report never stands under the final name. A Writer keeps a
// row a cluster and no text. Its methods are for one goroutine.
type Writer struct {
	settings Settings
	final    string // where the report will stand
	holder   string // the folder beside it that holds work
	work     string // the report while it grows
	done     bool

	extra  int // pages of further pairs that may still be written
	texts  int // collations that may still be made for TEI alone
	limit  chan struct{}
	wait   sync.WaitGroup
	mu     sync.Mutex // guards what follows
	err    error
	rows   []*row
	files  map[string]bool
	spools struct{ json, members, figures, variants, alone *spool }

	alone    []chunk // of members of clusters of one, in order of Add
	aloneIDs map[string]string
	outlets  map[string]int // distinct outlets, with their documents
	skipped  []Skipped
	warnings []string
	totals   Totals
}

// Skipped is an input that was left out, and why.
type Skipped struct {
	Input string `json:"input"` // file, and record where there are several
	Why   string `json:"why"`
}

// Create starts a report that will stand at dir. Where a folder is there, an
// earlier report in it is replaced on Close, and all else in it is left alone.
// A file that the report would replace, and that is of no report, makes
// ErrForeign, now and not after the work.
func Create(dir string, settings Settings) (*Writer, error) {
	final, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	if real, err := filepath.EvalSymlinks(final); err == nil {
		final = real
	}
	if err := replaceable(final); err != nil {
		return nil, err
	}
	parent := filepath.Dir(final)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	holder, err := os.MkdirTemp(parent, ".wirediff-*")
	if err != nil {
		return nil, fmt.Errorf("report: cannot write beside %s: %w", dir, err)
	}
	if settings.Workers <= 0 {
		settings.Workers = runtime.GOMAXPROCS(0)
	}
	if settings.Title == "" {
		settings.Title = "What differs"
	}
	if settings.Pairs == 0 {
		settings.Pairs = 1000
	}
	settings.Inputs = slices.Sorted(slices.Values(settings.Inputs))
	settings.Config.Workers = 0 // a report must not depend on it
	w := &Writer{settings: settings, final: final, holder: holder, work: filepath.Join(holder, "report"),
		extra: max(settings.Pairs, 0), texts: max(settings.Pairs, 0), limit: make(chan struct{}, settings.Workers), files: map[string]bool{}, aloneIDs: map[string]string{}, outlets: map[string]int{}}
	if err := w.open(); err != nil {
		w.Abort()
		return nil, fmt.Errorf("report: %w", err)
	}
	return w, nil
}

func (w *Writer) open() error {
	if err := os.MkdirAll(filepath.Join(w.work, "c"), 0o777); err != nil {
		return err
	}
	for _, s := range []**spool{&w.spools.json, &w.spools.members, &w.spools.figures, &w.spools.variants, &w.spools.alone} {
		var err error
		if *s, err = newSpool(w.holder); err != nil {
			return err
		}
	}
	return nil
}

// Add writes a cluster's pages. A cluster of one document gets no page: it is
// listed. The comparison is not kept, and may be used again once Close has
// returned. The error is of this cluster or an earlier one; after an error
// Close removes what was written.
func (w *Writer) Add(c *similarity.Comparison) error {
	write, err := w.Enter(c)
	if write == nil {
		return err
	}
	w.limit <- struct{}{}
	w.wait.Go(func() {
		defer func() { <-w.limit }()
		write()
	})
	return err
}

// Enter is Add that leaves the pages to the caller: what it returns writes them,
// on any goroutine, once and before Close is called; then the comparison is not
// needed any more. It is nil where there is nothing to write. An error in writing is
// the next call's, or Close's.
func (w *Writer) Enter(c *similarity.Comparison) (write func(), err error) {
	s, err := newStory(c)
	if err != nil {
		return nil, w.fail(err)
	}
	if len(s.order) == 0 {
		return nil, w.error()
	}
	w.totals.Documents += len(s.order)
	for _, a := range s.Articles {
		if a.Outlet != "" {
			w.outlets[outletName(a)]++
		}
	}
	if len(s.order) == 1 {
		return nil, w.fail(w.addAlone(s))
	}
	if w.files[s.file] {
		return nil, w.fail(fmt.Errorf("report: two clusters have the id %s", show(c.Cluster.ID, 60)))
	}
	w.files[s.file] = true
	budget := w.extra
	if c.Severity < similarity.High {
		budget -= max(w.settings.Pairs, 0) / 2 // half is kept for grave stories, which may come later
	}
	s.further = s.furtherPairs(max(budget, 0))
	w.extra -= len(s.further)
	if n := s.uncollated(); s.scholarly() && n <= w.texts {
		s.tei = true
		w.texts -= n
	}
	return func() { w.write(s) }, w.error()
}

// write writes a story's pages and keeps its row.
func (w *Writer) write(s *story) {
	r, err := w.writeStory(s)
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil && w.err == nil {
		w.err = err
	}
	if r != nil {
		w.rows = append(w.rows, r)
	}
}

func (w *Writer) addAlone(s *story) error {
	b, err := jsonLine(s.versionRecord(0))
	if err != nil {
		return err
	}
	c, err := w.spools.alone.append(b)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	w.alone = append(w.alone, c)
	w.totals.Alone++
	if len(s.Cluster.Same) > 0 {
		w.aloneIDs[s.Cluster.ID] = title(s.Articles[0], 160)
	}
	return nil
}

// Skip notes an input that was left out.
func (w *Writer) Skip(input, why string) {
	w.skipped = append(w.skipped, Skipped{input, why})
}

// Warn notes a doubt that readers of the report should know of.
func (w *Writer) Warn(text string) { w.warnings = append(w.warnings, text) }

func (w *Writer) fail(err error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil && w.err == nil {
		w.err = err
	}
	return w.err
}

func (w *Writer) error() error { return w.fail(nil) }

// Abort gives the report up and removes what was written. After Close it
// does nothing, so that it can be deferred.
func (w *Writer) Abort() {
	if w.done {
		return
	}
	w.done = true
	w.wait.Wait()
	w.closeSpools()
	os.RemoveAll(w.holder)
}

func (w *Writer) closeSpools() {
	for _, s := range []*spool{w.spools.json, w.spools.members, w.spools.figures, w.spools.variants, w.spools.alone} {
		if s != nil {
			s.close()
		}
	}
}

// Close ranks the clusters, writes the index and the data files, and puts
// the report in its place. On an error nothing stands there that did not
// stand there before.
func (w *Writer) Close() error {
	if w.done {
		return errors.New("report: closed twice")
	}
	defer w.Abort()
	w.wait.Wait()
	if w.err != nil {
		return w.err
	}
	w.rank()
	for _, step := range []func() error{w.writeIndex, w.writeAlone, w.linkSame, w.writeJSON, w.writeCSV} {
		if err := step(); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	return w.place()
}

// rank puts rows and notes in their final, total order.
func (w *Writer) rank() {
	slices.SortFunc(w.rows, func(a, b *row) int {
		return cmp.Or(b.gravity-a.gravity, b.sum-a.sum, b.versions-a.versions, a.first.Compare(b.first), cmp.Compare(a.id, b.id))
	})
	slices.SortFunc(w.skipped, func(a, b Skipped) int { return cmp.Or(cmp.Compare(a.Input, b.Input), cmp.Compare(a.Why, b.Why)) })
	slices.Sort(w.warnings)
	w.totals.Clusters, w.totals.Outlets, w.totals.Skipped = len(w.rows), len(w.outlets), len(w.skipped)
	w.totals.Differences = map[string]int{}
	for _, r := range w.rows {
		for _, c := range r.counts {
			w.totals.Differences[c.Name] += c.N
		}
	}
}

// page writes one page below the report's folder.
func (w *Writer) page(name string, f frame, parts ...part) error {
	f.Version = w.settings.Version
	return writeFile(filepath.Join(w.work, filepath.FromSlash(name)), func(b *bufio.Writer) error {
		return writePage(b, f, parts...)
	})
}
