package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestSameBytes holds that output depends on the inputs alone: not on
// GOMAXPROCS, nor on the number of workers, nor on the order in which input
// files are named.
func TestSameBytes(t *testing.T) {
	files, err := filepath.Glob("../../testdata/stories/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d stories: %v", len(files), err)
	}
	reversed := make([]string, len(files))
	for i, f := range files {
		reversed[len(files)-1-i] = f
	}
	pairs := filepath.Join(t.TempDir(), "pairs.tsv")
	if err := os.WriteFile(pairs, []byte("ferry/wire\tferry/courier\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	commands := [][]string{
		{"cluster"}, {"pairs"}, {"figures"}, {"variants"}, {"diff", "--pairs", pairs}, {"pairs", "--out", "pairs.parquet"},
		{"compare", "--out", "report"},
		{"dedup", "--out", "kept.jsonl", "--removed", "removed.jsonl"},
	}
	for _, command := range commands {
		t.Run(strings.Join(command, "_"), func(t *testing.T) {
			want := ""
			threads := []int{1, 2, 8}
			if testing.Short() {
				threads = []int{8}
			}
			for _, procs := range threads {
				before := runtime.GOMAXPROCS(procs)
				for _, inputs := range [][]string{files, reversed} {
					got := outputOf(t, append(command, "--workers", fmt.Sprint(procs)), inputs)
					if want == "" {
						want = got
					}
					if got != want {
						t.Errorf("GOMAXPROCS=%d, first input %s: other bytes than before", procs, filepath.Base(inputs[0]))
					}
				}
				runtime.GOMAXPROCS(before)
			}
		})
	}
}

// outputOf runs a command and returns a digest of all that it wrote: standard
// output and the files under a fresh folder that takes the place of --out.
func outputOf(t *testing.T, args, inputs []string) string {
	t.Helper()
	dir := t.TempDir()
	var full []string
	for i, a := range args {
		if i > 0 && (args[i-1] == "--out" || args[i-1] == "--removed") {
			a = filepath.Join(dir, a)
		}
		full = append(full, a)
	}
	code, stdout, stderr := runCLI(t, "", append(full, inputs...)...)
	if code != exitDone {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	digest := sha256.New()
	fmt.Fprintln(digest, strings.ReplaceAll(stdout, dir, ""))
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		fmt.Fprintln(digest, strings.TrimPrefix(path, dir), len(b))
		digest.Write(bytes.ReplaceAll(b, []byte(dir), nil))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", digest.Sum(nil))
}
