package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ulikunitz/xz"

	"github.com/wirediff/wirediff/internal/cost"
)

type member struct{ name, data string }

func tarred(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		if err := w.WriteHeader(&tar.Header{Name: m.name, Size: int64(len(m.data)), Mode: 0o644, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(m.data))
	}
	w.Close()
	return b.String()
}

func zipped(t testing.TB, members ...member) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(m.data))
	}
	w.Close()
	return b.String()
}

func xzed(t testing.TB, data string, dict int) string {
	t.Helper()
	var b bytes.Buffer
	w, err := xz.WriterConfig{DictCap: dict}.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(data))
	w.Close()
	return b.String()
}

// bzipped is goodLine by bzip2 1.0.8; Go has no writer for it.
const bzipped = "QlpoOTFBWSZTWbg3xXEAABvbgAAQUAUAEAQANuHcSiAAUKADEaaaNCKfpT0hmU9TR5NSpz2Ql0ClSs3QJgMuZRBJEvHmMDSL9urNY9c2FXvR/i7kinChIXBviuI="

func TestPackedAndArchived(t *testing.T) {
	page := "<!doctype html><p>The tram is late.</p>"
	bz, err := base64.StdEncoding.DecodeString(bzipped)
	if err != nil {
		t.Fatal(err)
	}
	members := []member{{"in/a.jsonl", goodLine}, {"in/b.html", page}, {".hidden", "x"}, {"in/empty.txt", ""}, {"in/c.txt.gz", gzipped(t, "Words.")}}
	inArchive := []string{"good", "IN/in/b.html", "IN/in/c.txt.gz"}
	cases := []struct {
		name, file, data string
		want             []string
		errs             int
	}{
		{"gzip", "d.jsonl.gz", gzipped(t, goodLine), []string{"good"}, 0},
		{"gzip by content", "d.jsonl", gzipped(t, goodLine), []string{"good"}, 0},
		{"gzip twice", "d.gz", gzipped(t, gzipped(t, goodLine)), []string{"good"}, 0},
		{"gzip members", "d.gz", gzipped(t, goodLine) + gzipped(t, strings.Replace(goodLine, "good", "more", 1)), []string{"good", "more"}, 0},
		{"zstd", "d.jsonl.zst", zstded(t, goodLine), []string{"good"}, 0},
		{"bzip2", "d.jsonl.bz2", string(bz), []string{"good"}, 0},
		{"xz", "d.jsonl.xz", xzed(t, goodLine, 1<<20), []string{"good"}, 0},
		{"page in gzip", "d.html.gz", gzipped(t, page), []string{"d.html.gz"}, 0},
		{"tar", "d.tar", tarred(t, members...), inArchive, 1},
		{"tar.gz", "d.tgz", gzipped(t, tarred(t, members...)), inArchive, 1},
		{"tar.zst", "d.tar.zst", zstded(t, tarred(t, members...)), inArchive, 1},
		{"zip", "d.zip", zipped(t, members...), inArchive, 1},
		{"zip in tar", "d.tar", tarred(t, member{"z.zip", zipped(t, members...)}), []string{"good", "IN/z.zip/in/b.html", "IN/z.zip/in/c.txt.gz"}, 1},
		{"names out of the archive", "d.zip", zipped(t, member{"../../up.txt", "Up."}, member{`\\host\x.txt`, "Down."}), []string{"IN/up.txt", "IN/host/x.txt"}, 0},
		{"empty zip", "d.zip", zipped(t), nil, 0},
		{"zip cut off", "d.zip", zipped(t, members...)[:300], nil, 1},
		{"tar cut off", "d.tar", tarred(t, members...)[:1300], []string{"good"}, 1},
		{"xz window of 1.5 GiB", "d.xz", strings.Replace(xzed(t, goodLine, 1<<20), "\x21\x01", "\x21\x01\x25", 1), nil, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			want := slices.Clone(c.want)
			for i := range want {
				want[i] = strings.Replace(want[i], "IN", c.file, 1)
			}
			records, errs := readAll(t, Config{}, write(t, map[string]string{c.file: c.data}))
			if !slices.Equal(ids(records), want) || len(errs) != c.errs {
				t.Errorf("from a file: ids %q, errors %v; want %q and %d errors", ids(records), errs, want, c.errs)
			}
			for i := range want {
				want[i] = strings.Replace(want[i], c.file, "stdin", 1)
			}
			records, errs = readFrom(t, Config{}, c.data, "-")
			if !slices.Equal(ids(records), want) || len(errs) != c.errs {
				t.Errorf("from a stream: ids %q, errors %v; want %q and %d errors", ids(records), errs, want, c.errs)
			}
		})
	}
}

// TestBombs holds that what unpacks to more than the limits is stopped, named,
// without taking the memory, and that what came before it is read.
func TestBombs(t *testing.T) {
	zeros := strings.Repeat("\n", ratioFrom+ratioFrom/16)
	one := gzipped(t, goodLine+zeros)
	deep := goodLine
	for range 6 {
		deep = gzipped(t, deep)
	}
	var quine []member
	for i := range 40 {
		quine = append(quine, member{strings.Repeat("x", i+1) + ".jsonl", strings.Replace(goodLine, "good", "good"+string(rune('a'+i)), 1) + zeros[:4<<20]})
	}
	cases := []struct {
		name, data string
		cfg        Config
		records    int
		want       error
	}{
		{"ratio of a gzip", one, Config{}, 1, ErrUnpacked},
		{"ratio of a zstd", zstded(t, goodLine+zeros), Config{}, 1, ErrUnpacked},
		{"ratio of a gzip in a gzip", gzipped(t, one), Config{}, 1, ErrUnpacked},
		{"ratio of a zip's files together", zipped(t, quine...), Config{}, 16, ErrUnpacked},
		{"size", one, Config{MaxUnpacked: 1 << 20, MaxRatio: 1 << 30}, 1, ErrUnpacked},
		{"nesting", deep, Config{}, 0, ErrNested},
		{"nesting allowed", deep, Config{MaxNesting: 6}, 1, nil},
		{"record in a gzip", gzipped(t, goodLine+`{"text":"`+strings.Repeat("x", 5<<20)), Config{MaxRecord: 1 << 20, MaxRatio: 1 << 30}, 1, ErrTooLarge},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && c.want == ErrUnpacked {
				t.Skip("unpacks 64 MB")
			}
			dir := write(t, map[string]string{"bomb": c.data, "z.txt": "After."})
			var records []Record
			var errs []error
			peak := cost.Live(func() { records, errs = readAll(t, c.cfg, dir) })
			t.Logf("%d MB", peak>>20)
			if n := len(records); n != c.records+1 || records[n-1].ID != "z.txt" {
				t.Errorf("ids %q, want %d and z.txt", ids(records), c.records)
			}
			if c.want == nil && len(errs) > 0 || c.want != nil && (len(errs) == 0 || !errors.Is(errs[0], c.want)) {
				t.Errorf("errors %v, want %v", errs, c.want)
			}
			if peak > 150<<20 {
				t.Errorf("%d MB of memory", peak>>20)
			}
		})
	}
}
