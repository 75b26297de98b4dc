package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeBadInputs makes a folder of the bad inputs that no text file can hold.
func writeBadInputs(dir string) error {
	var records bytes.Buffer
	z := gzip.NewWriter(&records)
	for i := range 2000 {
		fmt.Fprintf(z, "{\"id\":\"gz%d\",\"text\":\"The ferry carried %d people over the sound on day %d.\"}\n", i, i*7919, i*104729)
	}
	if err := z.Close(); err != nil {
		return err
	}
	files := map[string]string{
		"picture.bin":     "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03",
		"broken.jsonl.gz": string(records.Bytes()[:records.Len()*2/3]),
		"latin.txt":       "The caf\xe9 on the quay was closed after 12 guests fell ill.",
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return os.Symlink("nowhere", filepath.Join(dir, "dangling"))
}

// endlessLine is one JSON Lines record of n bytes of text, then a good one.
func endlessLine(n int64) io.Reader {
	return io.MultiReader(
		strings.NewReader(`{"id":"huge","text":"`),
		io.LimitReader(repeat("All work and no play. "), n),
		strings.NewReader("\"}\n{\"id\":\"good\",\"text\":\"A short story of 12 words.\"}\n"),
	)
}

type repeat string

func (r repeat) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], r)
	}
	return n, nil
}

func TestHugeRecordIsSkipped(t *testing.T) {
	size := int64(200 << 20)
	if testing.Short() {
		size = 80 << 20 // still over the limit
	}
	var out, errs bytes.Buffer
	code := run(t.Context(), []string{"cluster", "-"}, endlessLine(size), &out, &errs)
	if code != exitSkipped || !strings.HasPrefix(out.String(), "good\t") || !strings.Contains(errs.String(), "stdin: record 1") {
		t.Errorf("exit code %d\n%s\n%s", code, out.String(), errs.String())
	}
}

// TestTableOfNumbers: of a text of nothing but numbers the first are printed,
// the bound is named, and the next record is read.
func TestTableOfNumbers(t *testing.T) {
	in := strings.NewReader(`{"id":"table","text":"` + strings.Repeat("12 ", 60_000) + "\"}\n{\"id\":\"good\",\"text\":\"A short story of 12 words.\"}\n")
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{"figures", "-"}, in, &stdout, &stderr)
	if code != exitSkipped || !strings.Contains(stderr.String(), "table: more than 50000 figures") {
		t.Errorf("exit code %d, standard error %q", code, stderr.String())
	}
	if lines := strings.Count(stdout.String(), "\n"); lines != 50_001 {
		t.Errorf("%d lines", lines)
	}
}
