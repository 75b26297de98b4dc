package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/wirediff/wirediff/internal/cost"
)

func gzipped(t testing.TB, data string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(data))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func zstded(t testing.TB, data string) string {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(w.EncodeAll([]byte(data), nil))
}

// goodLine is a document that every test of bad input has beside it.
const goodLine = `{"id":"good","text":"The bridge at Tarn is open again."}` + "\n"

// TestBadFiles holds that a bad file is one clear error that names it, and
// that the files around it are read.
func TestBadFiles(t *testing.T) {
	cases := []struct {
		name, file, data string
		want             error
		offset           int64
	}{
		{"empty", "bad.txt", "", ErrEmpty, 0},
		{"empty JSON Lines", "bad.jsonl", "", ErrEmpty, 0},
		{"empty gzip", "bad.jsonl.gz", gzipped(t, ""), ErrEmpty, 0},
		{"white space", "bad.txt", " \n\n", ErrNoText, 0},
		{"binary", "bad.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", ErrBinary, 0},
		{"binary as JSON Lines", "bad.jsonl", "\x00\x01\x02\x03\x04\x05\x06\x07\x08", ErrBinary, 0},
		{"picture", "bad.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x60", ErrBinary, 0},
		{"no gzip after its magic", "bad.gz", "\x1f\x8bnothing", errTruncated, 0},
		{"gzip cut in its head", "bad.jsonl.gz", gzipped(t, goodLine)[:6], errTruncated, 0},
		{"page without text", "bad.html", "<!doctype html><html><head><script>x()</script></head><body></body></html>", ErrNoText, 0},
		{"table without a text column", "bad.csv", "id,body\n1,Words\n", ErrNoText, 0},
		{"text file over the limit", "bad.txt", strings.Repeat("word ", 1000), ErrTooLarge, 0},
		{"story without documents", "bad.txtar", "why\n-- want/clusters --\na b\n", ErrNoText, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{"a.txt": "First.", c.file: c.data, "z.jsonl": goodLine})
			records, errs := readAll(t, Config{MaxRecord: 2000}, dir)
			if got := ids(records); !slices.Equal(got, []string{"a.txt", "good"}) || len(errs) != 1 {
				t.Fatalf("records %q, errors %v; want a.txt, good and one error", got, errs)
			}
			var e *Error
			if !errors.As(errs[0], &e) || !errors.Is(e, c.want) || e.File != filepath.ToSlash(filepath.Join(dir, c.file)) || e.Offset != c.offset {
				t.Errorf("error %#v (%v), want %v", errs[0], errs[0], c.want)
			}
		})
	}
}

// TestTruncated holds that records before the break of a compressed file are
// read, and that the error names the place of the first that is not.
func TestTruncated(t *testing.T) {
	var lines strings.Builder
	for i := range 2000 {
		lines.WriteString(strings.Replace(goodLine, "good", "good"+strings.Repeat("x", i%7)+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676)), 1))
	}
	for _, packed := range []struct{ name, data string }{
		{"d.jsonl.gz", gzipped(t, lines.String())}, {"d.jsonl.zst", zstded(t, lines.String())},
	} {
		data := packed.data
		if packed.name == "d.jsonl.zst" {
			// zstd gives whole blocks only: have two.
			data = zstded(t, lines.String()) + zstded(t, goodLine)
			data = data[:len(data)-5]
		} else {
			data = data[:len(data)*3/4]
		}
		dir := write(t, map[string]string{packed.name: data})
		records, errs := readAll(t, Config{}, dir)
		if len(records) < 500 || len(errs) != 1 {
			t.Fatalf("%s: %d records, errors %v", packed.name, len(records), errs)
		}
		last := records[len(records)-1]
		e, ok := errs[0].(*Error)
		if !ok || e.Record != last.Index+1 || !errors.Is(e, errTruncated) || e.Offset <= last.Offset {
			t.Errorf("%s: error %v after record %d", packed.name, errs[0], last.Index)
		}
	}
}

// TestTruncatedWhole holds the same of formats whose files are held whole.
func TestTruncatedWhole(t *testing.T) {
	item := func(id string) string {
		return "<item><guid>" + id + "</guid><description>Words of " + id + ".</description></item>\n"
	}
	section := func(id string) string { return "-- " + id + " --\nOutlet: X\n\nWords of " + id + ".\n" }
	for name, data := range map[string]string{
		"d.xml":   "<rss><channel>" + item("a") + item("b") + item("cut"),
		"d.txtar": "why\n" + section("a") + section("b") + section("cut"),
		"d.csv":   "id,text\na,Words.\nb,Words.\ncut,Words",
		"d.json":  `[{"id":"a","text":"Words."},{"id":"b","text":"Words."},{"id":"cut","te`,
	} {
		// A flate block without compression, so that the cut is where it is.
		var z bytes.Buffer
		w, _ := gzip.NewWriterLevel(&z, gzip.NoCompression)
		w.Write([]byte(data))
		w.Flush()
		records, errs := readAll(t, Config{}, write(t, map[string]string{name: z.String()}))
		for i := range records {
			records[i].ID = strings.TrimPrefix(records[i].ID, "d/")
		}
		if got := ids(records); !slices.Equal(got, []string{"a", "b"}) || len(errs) != 1 || !errors.Is(errs[0], errTruncated) || errs[0].(*Error).Record != 3 {
			t.Errorf("%s: ids %q, errors %v", name, got, errs)
		}
	}
}

// endless gives a line without an end, and counts.
type endless struct {
	head string
	left int64
	tail string
}

func (e *endless) Read(p []byte) (int, error) {
	if e.head != "" {
		n := copy(p, e.head)
		e.head = e.head[n:]
		return n, nil
	}
	if e.left > 0 {
		n := min(int64(len(p)), e.left)
		for i := range p[:n] {
			p[i] = 'x'
		}
		e.left -= n
		return int(n), nil
	}
	if e.tail == "" {
		return 0, io.EOF
	}
	n := copy(p, e.tail)
	e.tail = e.tail[n:]
	return n, nil
}

// TestHugeRecord holds that a record of 200 MB is skipped with its name, that
// the next one is read, and that it is not held in memory.
func TestHugeRecord(t *testing.T) {
	size := int64(200 << 20)
	if testing.Short() {
		size /= 10
	}
	for _, c := range []struct{ name, head, tail string }{
		{"line", goodLine + `{"id":"huge","text":"`, `"}` + "\n" + strings.Replace(goodLine, "good", "next", 1)},
		{"array", `[` + "\n" + goodLine + `,{"id":"huge","text":"`, `"}` + ",\n" + strings.Replace(goodLine, "good", "next", 1) + "]"},
		{"row", "id,text\ngood,The bridge.\nhuge,", "\nnext,The tram.\n"},
		{"quoted cell", "id,text\ngood,The bridge.\nhuge,\"a\n", "\n\"\nnext,The tram.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			var failed *Error
			peak := cost.Live(func() {
				for r, err := range Read(context.Background(), []string{"-"}, &endless{c.head, size, c.tail}, Config{MaxRecord: 1 << 20, Workers: 1}) {
					if err != nil {
						if failed != nil || !errors.As(err, &failed) {
							t.Errorf("second error: %v", err)
						}
						continue
					}
					got = append(got, r.ID)
				}
			})
			t.Logf("%d MB", peak>>20)
			if !slices.Equal(got, []string{"good", "next"}) {
				t.Errorf("records %q, want good and next", got)
			}
			if !errors.Is(failed, ErrTooLarge) || failed.Record != 2 || !strings.Contains(failed.Error(), "2097") {
				t.Errorf("error %v, want record 2 of 200 MB to be too large", failed)
			}
			if peak > 128<<20 {
				t.Errorf("%d MB of memory", peak>>20)
			}
		})
	}
}

func TestDuplicateIDs(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": goodLine, "b.csv": "id,text\nx,One.\ngood,Two.\n"})
	records, errs := readAll(t, Config{}, dir)
	if got := ids(records); !slices.Equal(got, []string{"good", "x"}) || len(errs) != 1 || !errors.Is(errs[0], ErrDuplicate) {
		t.Fatalf("records %q, errors %v", got, errs)
	}
	for _, part := range []string{"b.csv: record 2", `"good"`, "a.jsonl: record 1"} {
		if !strings.Contains(errs[0].Error(), part) {
			t.Errorf("%q does not name %s", errs[0], part)
		}
	}
}

func TestIDTableGrows(t *testing.T) {
	table := newIDTable()
	for round := range 2 {
		for i := range 5000 {
			id := strings.Repeat("k", i%5) + string(rune(i+256))
			if _, ok := table.add(id, "f", i+1); ok != (round == 0) {
				t.Fatalf("round %d: add(%q) = %v", round, id, ok)
			}
		}
	}
}

func TestUnreadable(t *testing.T) {
	dir := write(t, map[string]string{"ok.txt": "Read.", "locked/a.txt": "Hidden.", "secret.txt": "Hidden."})
	os.Chmod(filepath.Join(dir, "locked"), 0)
	os.Chmod(filepath.Join(dir, "secret.txt"), 0)
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "locked"), 0o755) })
	if os.Geteuid() == 0 {
		t.Skip("root reads everything")
	}
	records, errs := readAll(t, Config{}, dir)
	if got := ids(records); !slices.Equal(got, []string{"ok.txt"}) || len(errs) != 2 {
		t.Fatalf("records %q, errors %v", got, errs)
	}
	if !strings.Contains(errs[0].Error(), "locked: permission denied") || !strings.Contains(errs[1].Error(), "secret.txt: permission denied") {
		t.Errorf("errors %v", errs)
	}
}

// TestNoFiles holds that links, loops, pipes and names of nothing end.
func TestNoFiles(t *testing.T) {
	dir := write(t, map[string]string{"d/a.txt": "Read.", "other/b.txt": "Linked."})
	in := filepath.Join(dir, "d")
	for name, target := range map[string]string{"loop": ".", "up": "..", "broken": "nowhere", "same": "a.txt", "b": "../other/b.txt"} {
		if err := os.Symlink(target, filepath.Join(in, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(in, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		records, errs := readAll(t, Config{}, in, "/dev/null", filepath.Join(dir, "gone*.txt"), filepath.Join(dir, "gone"), filepath.Join(dir, "[x"))
		if got := ids(records); !slices.Equal(got, []string{"a.txt", "b"}) {
			t.Errorf("records %q, want a.txt and the linked b", got)
		}
		var all []string
		for _, e := range errs {
			all = append(all, e.Error())
		}
		got := strings.Join(all, "\n")
		for _, part := range []string{"/broken: no such file", "/pipe: neither a file", "/dev/null: neither a file", "gone*.txt: no such file, and no file matches", "gone: no such file", "[x: syntax error"} {
			if !strings.Contains(got, part) {
				t.Errorf("no error with %q in:\n%s", part, got)
			}
		}
		if len(errs) != 6 {
			t.Errorf("%d errors, want 6:\n%s", len(errs), got)
		}
	}()
	select {
	case <-done:
	case <-time.After(5 * time.Minute): // on any machine
		t.Fatal("still waiting")
	}
}

func TestSameRelativePath(t *testing.T) {
	dir := write(t, map[string]string{"courier/one.txt": "A.", "herald/one.txt": "B.", "herald/two.txt": "C."})
	for _, inputs := range [][]string{{dir + "/courier", dir + "/herald"}, {dir + "/herald", dir + "/courier/"}} {
		records, errs := readAll(t, Config{}, inputs...)
		if got := ids(records); !slices.Equal(got, []string{"courier/one.txt", "herald/one.txt", "two.txt"}) || len(errs) > 0 {
			t.Errorf("ids %q, errors %v", got, errs)
		}
	}
}

func TestHostileNames(t *testing.T) {
	e := &Error{File: "a\x1b[2J\n\u202e.txt", Record: 2, Offset: 7, Err: ErrNoText}
	if got := e.Error(); strings.ContainsAny(got, "\x1b\n\u202e") || !strings.Contains(got, "record 2 (byte 7)") {
		t.Errorf("message %q", got)
	}
}

func TestStop(t *testing.T) {
	path, _ := benchFile(t, "jsonl", 3000)
	before := runtime.NumGoroutine()
	for range Read(context.Background(), []string{path}, nil, Config{}) {
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range Read(ctx, []string{path}, nil, Config{}) {
		if n++; n == 10 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || n > 12 {
		t.Errorf("after cancel: %d elements, last error %v", n, last)
	}
	for range 3000 { // the goroutines end soon, on a loaded machine later
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines left of %d", runtime.NumGoroutine(), before)
}

// TestSameAtAnyThreads holds that records and errors are the same, in the same
// order, for any number of workers and any order of inputs.
func TestSameAtAnyThreads(t *testing.T) {
	path, _ := benchFile(t, "jsonl", 2000)
	bad := write(t, map[string]string{"bad.jsonl": goodLine + "nonsense\n" + goodLine, "p.html": "<p>Page.</p>", "t.csv": "id,text\n1,a\n2\n"})
	dump := func(workers int, inputs ...string) string {
		var b strings.Builder
		for r, err := range Read(context.Background(), inputs, nil, Config{Workers: workers}) {
			b.WriteString(r.ID + r.Text + "\n")
			if err != nil {
				b.WriteString(err.Error() + "\n")
			}
		}
		return b.String()
	}
	want := dump(1, path, bad)
	for _, workers := range []int{1, 2, 8} {
		if got := dump(workers, bad, path); got != want {
			t.Errorf("%d workers give another stream", workers)
		}
	}
}
