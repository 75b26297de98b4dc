package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/internal/source"
)

// writeCorpus writes n made-up documents as JSON Lines.
func writeCorpus(t *testing.T, n int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "corpus.jsonl")
	var b bytes.Buffer
	for d := range corpus.Generate(corpus.Config{Documents: n, Seed: 7}) {
		err := writeJSON(&b, map[string]any{"id": d.ID, "title": d.Title, "text": d.Text})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestDedupParquet holds that Parquet comes out as Parquet, with the rows of
// the documents that are kept and no others, wherever it came from.
func TestDedupParquet(t *testing.T) {
	const in = "../../testdata/formats/articles.parquet"
	data := readFile(t, in)
	dir := t.TempDir()
	packed := filepath.Join(dir, "in.zip")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, member := range map[string][]byte{"a/articles.parquet": data, "a/none.parquet": data[:100]} {
		if w, err := z.Create(name); err != nil {
			t.Fatal(err)
		} else if _, err := w.Write(member); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), os.WriteFile(packed, b.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	read := func(name string) (ids []string) {
		for r, err := range source.Read(t.Context(), []string{name}, nil, source.Config{}) {
			if err != nil {
				continue // a row without text
			}
			if r.Format != source.Parquet {
				t.Fatalf("%s is %s", name, r.Format)
			}
			ids = append(ids, r.ID+r.Text)
		}
		return ids
	}
	for _, c := range []struct{ name, stdin, input string }{
		{"a file", "", in},
		{"standard input", string(data), "-"},
		{"in an archive, beside one that is damaged", "", packed},
		{"an archive on standard input", b.String(), "-"},
	} {
		kept := filepath.Join(dir, "kept.parquet")
		code, stdout, stderr := runCLI(t, c.stdin, "dedup", c.input, in+".gone", "--out", kept, "--removed", filepath.Join(dir, "r.jsonl"))
		if code != exitSkipped || strings.Contains(stderr, "is JSON Lines") {
			t.Fatalf("%s: exit code %d: %s%s", c.name, code, stdout, stderr)
		}
		if want, got := read(in), read(kept); len(want) == 0 || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: kept %q, want all of %q", c.name, got, want)
		}
	}
}

// TestDedupNeverLosesACluster holds that of every cluster one document is kept,
// whatever order is asked for, and that each removed one names a kept one.
func TestDedupNeverLosesACluster(t *testing.T) {
	in := writeCorpus(t, 400)
	clusters := map[string]string{}
	_, stdout, _ := runCLI(t, "", "cluster", in)
	for line := range bytes.Lines([]byte(stdout)) {
		id, cluster, _ := bytes.Cut(bytes.TrimSpace(line), []byte("\t"))
		clusters[string(id)] = string(cluster)
	}
	for _, keep := range []string{"first", "longest", "earliest", "outlet:nobody"} {
		dir := t.TempDir()
		kept, removed := filepath.Join(dir, "k.jsonl"), filepath.Join(dir, "r.jsonl")
		if code, _, stderr := runCLI(t, "", "dedup", "--keep", keep, in, "--out", kept, "--removed", removed); code != exitDone {
			t.Fatal(stderr)
		}
		keptIDs, left := map[string]bool{}, map[string]int{}
		eachLine(t, kept, func(line removedLine) {
			keptIDs[line.ID] = true
			left[clusters[line.ID]]++
		})
		gone := 0
		eachLine(t, removed, func(line removedLine) {
			gone++
			if !keptIDs[line.Kept] || keptIDs[line.ID] || clusters[line.ID] != clusters[line.Kept] || line.Cluster != clusters[line.ID] {
				t.Errorf("--keep %s: %+v", keep, line)
			}
		})
		if len(keptIDs)+gone != len(clusters) || gone == 0 {
			t.Errorf("--keep %s: %d kept and %d gone of %d", keep, len(keptIDs), gone, len(clusters))
		}
		for id, cluster := range clusters {
			if left[cluster] != 1 {
				t.Errorf("--keep %s: %d documents of the cluster of %s are kept", keep, left[cluster], id)
				break
			}
		}
	}
}

func eachLine(t *testing.T, name string, f func(removedLine)) {
	t.Helper()
	for line := range bytes.Lines(readFile(t, name)) {
		var l removedLine
		if err := json.Unmarshal(line, &l); err != nil {
			t.Fatal(err)
		}
		f(l)
	}
}

// TestDedupChangedInput holds that an input that is another one at the second
// reading is an error, and that no output is left.
func TestDedupChangedInput(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.jsonl"), filepath.Join(dir, "out.jsonl")
	line := func(id string) string {
		return fmt.Sprintf("{\"id\":%q,\"text\":\"Snow fell for a third day on the passes above Kell.\"}\n", id)
	}
	for name, second := range map[string]string{"shorter": line("a"), "shifted": line("longer") + line("b")} {
		if err := os.WriteFile(in, []byte(line("a")+line("b")), 0o644); err != nil {
			t.Fatal(err)
		}
		s := &session{stderr: &bytes.Buffer{}, stdout: &bytes.Buffer{}, workers: 1}
		d := dedup{out: out}
		records, err := s.records(t.Context(), []string{in})
		if err != nil {
			t.Fatal(err)
		}
		for r := range records {
			if err := d.take(r, len(r.Text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(in, []byte(second), 0o644); err != nil {
			t.Fatal(err)
		}
		removed, err := createAtomic(filepath.Join(dir, "removed.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		err = d.write(t.Context(), s, []string{in}, make([]bool, 2), removed)
		removed.discard()
		if err == nil || !bytes.Contains([]byte(err.Error()), []byte("changed while it was read")) {
			t.Errorf("%s: error %v", name, err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 1 {
			t.Errorf("%s: left behind: %v", name, left)
		}
	}
}

// TestDedupRelation holds that of a cluster as many documents are kept as are
// in none of the relations that count to one another, not only to the one that
// is most wanted.
func TestDedupRelation(t *testing.T) {
	const news = "The ferry Seamew ran aground off Gull Island on Tuesday with 31 people on board, the coast guard said. " +
		"All of them were taken off within two hours and nobody was hurt. It is the third grounding at the rock in nine years."
	var in strings.Builder
	for id, text := range map[string]string{"b-copy": news, "a-long": news + " Islanders have asked for a light since the spring.", "c-copy": news} {
		if err := writeJSON(&in, map[string]string{"id": id, "text": text}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, relations, gone string }{
		{"all count: the longest is kept", "identical,light-edit,excerpt,expanded,updated,rewritten", "b-copy for a-long, c-copy for a-long"},
		{"copies of one that is not the longest", "identical", "c-copy for b-copy"},
		{"none has this relation", "updated", ""},
	} {
		removed := filepath.Join(t.TempDir(), "removed.jsonl")
		code, stdout, stderr := runCLI(t, in.String(), "dedup", "-", "--relation", c.relations, "--out", "/dev/null", "--removed", removed)
		if code != exitDone {
			t.Fatalf("%s: exit code %d: %s", c.name, code, stderr)
		}
		var gone []string
		eachLine(t, removed, func(l removedLine) { gone = append(gone, l.ID+" for "+l.Kept) })
		slices.Sort(gone)
		if got := strings.Join(gone, ", "); got != c.gone {
			t.Errorf("%s: %s are gone, want %s; %s", c.name, got, c.gone, stdout)
		}
	}
}

// TestDedupAllKept holds that a file of which nothing is removed comes out byte
// for byte, line ends and unknown fields included.
func TestDedupAllKept(t *testing.T) {
	lines := "{ \"zz\" : {\"n\":1.50e3,\"u\":\"\\u00e9\"} ,\"id\":\"a\", \"text\":\"Snow fell for a third day on the passes above Kell.\"}\n" +
		"{\"id\":\"b\",\"text\":\"The bakery in Mill Lane reopened.\",\"extra\":null }\n"
	rows := "id,text,\"mine, too\"\na,\"Snow fell for a third day\non the passes above Kell.\",1\nb,The bakery in Mill Lane reopened.,\"2\"\n"
	for name, in := range map[string]string{
		"k.jsonl": lines, "windows.jsonl": strings.ReplaceAll(lines, "\n", "\r\n"),
		"k.csv": rows, "windows.csv": strings.ReplaceAll(rows, "\n", "\r\n"),
		"k.tsv": "id\ttext\na\tSnow fell.\nb\tIt thawed on Monday.\n", "windows.tsv": "id\ttext\r\na\tSnow fell.\r\nb\tIt thawed on Monday.\r\n",
	} {
		dir := t.TempDir()
		from, to := filepath.Join(dir, "in-"+name), filepath.Join(dir, name)
		if err := os.WriteFile(from, []byte(in), 0o644); err != nil {
			t.Fatal(err)
		}
		if code, _, stderr := runCLI(t, "", "dedup", from, "--out", to, "--removed", "/dev/null"); code != exitDone {
			t.Fatalf("%s: %s", name, stderr)
		}
		if got := string(readFile(t, to)); got != in {
			t.Errorf("%s: %q, want %q", name, got, in)
		}
	}
}
