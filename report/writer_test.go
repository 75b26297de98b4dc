package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/wirediff/wirediff/similarity"
)

// digest is a line a file below dir: its name and hash, in order.
func digest(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s %x\n", rel, sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestDeterministic holds the bytes of a report against the number of
// workers and processors, and the order in which inputs and clusters come.
func TestDeterministic(t *testing.T) {
	cs := append(many(t, 30), damStory(t), hostileStory(t))
	var want string
	for _, procs := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(procs)
		dir, _ := write(t, Settings{Inputs: []string{"a", "b"}, Workers: procs}, cs...)
		runtime.GOMAXPROCS(old)
		if got := digest(t, dir); want == "" {
			want = got
		} else if got != want {
			t.Errorf("GOMAXPROCS=%d: other bytes", procs)
		}
	}
	back := slices.Clone(cs)
	slices.Reverse(back)
	dir, _ := write(t, Settings{Inputs: []string{"b", "a"}, Pairs: 100000}, back...)
	forth, _ := write(t, Settings{Inputs: []string{"a", "b"}, Pairs: 100000}, cs...)
	if digest(t, dir) != digest(t, forth) {
		t.Error("clusters in another order: other bytes")
	}
}

func TestReplace(t *testing.T) {
	base := t.TempDir()
	put := func(dir string) error {
		w, err := Create(dir, Settings{})
		if err != nil {
			return err
		}
		defer w.Abort()
		if err := w.Add(harborStory(t)); err != nil {
			return err
		}
		return w.Close()
	}
	dir := filepath.Join(base, "deep", "er", "out")
	if err := put(dir); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, "c", "stale.html")
	if err := os.WriteFile(stale, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := put(dir); err != nil {
		t.Fatalf("an earlier report is not replaced: %v", err)
	}
	if _, err := os.Stat(stale); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a page of the earlier report is still there")
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".wirediff-*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	empty := filepath.Join(base, "empty")
	if err := os.Mkdir(empty, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := put(empty); err != nil {
		t.Errorf("an empty folder is refused: %v", err)
	}
	foreign := filepath.Join(base, "foreign")
	if err := os.Mkdir(foreign, 0o777); err != nil {
		t.Fatal(err)
	}
	precious := filepath.Join(foreign, "report.json")
	if err := os.WriteFile(precious, []byte(`{"thesis":1}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := put(foreign); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), foreign) {
		t.Errorf("a foreign folder gives %v", err)
	}
	if b, _ := os.ReadFile(precious); string(b) != `{"thesis":1}` {
		t.Error("a foreign file was touched")
	}
	if err := put(precious); err == nil || !strings.Contains(err.Error(), "is a file") {
		t.Errorf("a file gives %v", err)
	}
}

// TestAbort holds that a report that is given up, or fails, leaves nothing.
func TestAbort(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "out")
	w, err := Create(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Add(damStory(t)); err != nil {
		t.Fatal(err)
	}
	w.Abort()
	w.Abort()
	if w, err = Create(dir, Settings{}); err != nil {
		t.Fatal(err)
	}
	if err := w.Add(damStory(t)); err != nil {
		t.Fatal(err)
	}
	if err := w.Add(damStory(t)); err == nil {
		t.Error("two clusters of one id pass")
	}
	if err := w.Close(); err == nil {
		t.Error("Close passes after an error")
	}
	if w, err = Create(dir, Settings{}); err != nil {
		t.Fatal(err)
	}
	bad := damStory(t)
	bad.Edges = bad.Edges[:1]
	if w.Add(bad) == nil || w.Close() == nil {
		t.Error("a comparison whose lists do not match passes")
	}
	// The disk takes no more: the folder of work is gone.
	if w, err = Create(dir, Settings{}); err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(w.work)
	if w.Add(damStory(t)); w.Close() == nil {
		t.Error("a report that cannot be written closes without an error")
	}
	entries, err := os.ReadDir(base)
	if err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// TestEmpty holds that a report of nothing is a report.
func TestEmpty(t *testing.T) {
	dir, w := write(t, Settings{})
	var b bytes.Buffer
	if err := w.Summary(&b, 5, false); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(b.String(), "0 articles") {
		t.Errorf("summary: %q", b.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Error(err)
	}
}

// TestLinks holds that every relative link and anchor of every page leads
// somewhere, that ids are unique, and that no page asks for an asset.
func TestLinks(t *testing.T) {
	c := damStory(t)
	c.Cluster.Same = []string{"77be01", "gone"}
	dir, _ := write(t, Settings{}, append(many(t, 205), c, harborStory(t), aloneStory(t, "x"), longStory(t))...)
	anchors := map[string]map[string]bool{}
	type ref struct{ from, to string }
	var refs []ref
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".html" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if len(data) > maxPage {
			t.Errorf("%s has %d bytes", path, len(data))
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			return err
		}
		anchors[path] = map[string]bool{}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				switch {
				case a.Key == "id" && anchors[path][a.Val]:
					t.Errorf("%s: id %s twice", path, a.Val)
				case a.Key == "id":
					anchors[path][a.Val] = true
				case a.Key == "src":
					t.Errorf("%s: asset %s", path, a.Val)
				case a.Key == "href" && n.Data == "a":
					refs = append(refs, ref{path, a.Val})
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range refs {
		file, anchor, _ := strings.Cut(r.to, "#")
		if strings.HasPrefix(anchor, "q=") {
			continue
		}
		to := r.from
		if file != "" {
			to = filepath.Join(filepath.Dir(r.from), file)
		}
		if _, err := os.Stat(to); err != nil {
			t.Errorf("%s: dead link %s", r.from, r.to)
		} else if anchor != "" && !anchors[to][anchor] {
			t.Errorf("%s: dead anchor %s", r.from, r.to)
		}
	}
	same, err := os.ReadFile(filepath.Join(dir, "c", "c3fa9c2d100aa", "index.html"))
	if err != nil || !bytes.Contains(same, []byte(`<a href="../c77be01/index.html"><bdi>Ostmark opens a quay</bdi></a>`)) {
		t.Errorf("no link to the cluster of the same event (%v)", err)
	}
}

// longStory is a pair whose texts make a page of well over 5 MB, and a
// cluster of many versions.
func longStory(t testing.TB) *similarity.Comparison {
	var b strings.Builder
	for i := range 40000 {
		fmt.Fprintf(&b, "The clerk of ward %d read out line %d of the roll.\n\n", i%97, i)
	}
	vs := []version{{id: "roll-0", outlet: "Ward Gazette", at: "2031-04-09T08:00:00Z", title: "The roll", text: b.String(), parent: -1}}
	vs = append(vs, version{id: "roll-1", outlet: "Ward Gazette", at: "2031-04-09T09:00:00Z", title: "The roll", text: strings.ReplaceAll(b.String(), "ward 7 ", "ward seven "), parent: 0, relation: similarity.LightEdit})
	for i := range 150 {
		vs = append(vs, version{id: fmt.Sprintf("brief-%03d", i), outlet: fmt.Sprintf("Brief %d", i), title: "The roll, in brief", text: "The clerk read the roll.", parent: min(2, 2*i), relation: similarity.Excerpt})
	}
	c := compare(t, "01e9", vs)
	for i := range 500 {
		s := similarity.Slot{Name: fmt.Sprintf("ward %d", i), Kind: "count", Agreed: "1"}
		for k := range vs {
			s.Readings = append(s.Readings, similarity.Reading{Version: k, Figure: similarity.Figure{Text: strings.Repeat("a long reading of it ", 3), Lo: "1", Hi: "1"}, Odd: k%3 == 0, Class: similarity.Rounded})
		}
		c.Slots = append(c.Slots, s)
	}
	return c
}

func TestSplit(t *testing.T) {
	dir, _ := write(t, Settings{}, longStory(t))
	folder := filepath.Join(dir, "c", "c01e9")
	for _, want := range []string{"part2.html", "v1-v2-part2.html"} {
		if _, err := os.Stat(filepath.Join(folder, want)); err != nil {
			t.Error(err)
		}
	}
	rows := 0
	parts, err := filepath.Glob(filepath.Join(folder, "v1-v2*.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		rows += bytes.Count(b, []byte("<tr id=\"r"))
	}
	if rows < 40000 {
		t.Errorf("%d rows on %d pages, want all", rows, len(parts))
	}
}

// FuzzCSV holds that rows are quoted as encoding/csv quotes them once they are
// guarded.
func FuzzCSV(f *testing.F) {
	for _, cell := range []string{"", "12", "=1+1", `a "b", c`, ",", `\.`, "\u00a0x", " x", "a  b", "-5", "\r\n", "\tx", "x\\", "é\u202e", "\xff", "＝1"} {
		f.Add(cell, "plain words")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		var got, want strings.Builder
		err := buffered(&got, func(w *bufio.Writer) error { return csvLines(w, slices.Values([][]string{{a, b}, {b, a}})) })
		if err != nil {
			t.Fatal(err)
		}
		c := csv.NewWriter(&want)
		if err := c.WriteAll([][]string{{guard(a), guard(b)}, {guard(b), guard(a)}}); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Fatalf("%q, %q make %q, encoding/csv makes %q", a, b, got.String(), want.String())
		}
	})
}
