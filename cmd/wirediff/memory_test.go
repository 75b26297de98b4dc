package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
)

// TestMemoryFlag holds that no limit and no number of goroutines changes what
// cluster, pairs and dedup give.
func TestMemoryFlag(t *testing.T) {
	limit := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(limit)
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	kept, removed := filepath.Join(dir, "kept.jsonl"), filepath.Join(dir, "removed.jsonl")
	for _, args := range [][]string{
		{"cluster"},
		{"cluster", "--ways", "copies,cuts"},
		{"pairs"},
		{"dedup", "--out", kept, "--removed", removed},
	} {
		want := ""
		for _, flags := range [][]string{nil, {"--memory", "1KB"}, {"--memory", "1KB", "--workers", "1"}, {"--memory", "64GB", "--workers", "5"}} {
			code, out, stderr := runCLI(t, "", append(append(args[:len(args):len(args)], flags...), "../../testdata/stories")...)
			if code != exitDone {
				t.Fatalf("%q %q: exit code %d, %s", args, flags, code, stderr)
			}
			if args[0] == "dedup" {
				for _, name := range []string{kept, removed} {
					b, err := os.ReadFile(name)
					if err != nil {
						t.Fatal(err)
					}
					out += string(b)
				}
			}
			if want == "" {
				want = out
			}
			if out == "" || out != want {
				t.Errorf("%q %q: other output", args, flags)
			}
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("beside the two files stands %v (%v)", left, err)
	}
}

func TestParseBytes(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int64 // -1 for an error
	}{
		{"", 0}, {"256MB", 256e6}, {"1.5GiB", 3 << 29}, {"64k", 64e3}, {"10 mib", 10 << 20}, {"4096", 4096}, {"7B", 7},
		{"MB", -1}, {"-1GB", -1}, {"0", -1}, {"many", -1}, {"1TB", -1}, {"NaN", -1}, {"1e30", -1}, {"9GBB", -1},
	} {
		got, err := parseBytes(c.in)
		if err != nil {
			got = -1
		}
		if got != c.want {
			t.Errorf("%q: %d (%v), want %d", c.in, got, err, c.want)
		}
	}
}
