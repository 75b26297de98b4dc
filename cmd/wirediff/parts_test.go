//go:build unix

package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSweepParts holds that only the unfinished files of dead runs, of this very
// name, are removed.
func TestSweepParts(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "kept[1].jsonl")
	living, err := createAtomic(name)
	if err != nil {
		t.Fatal(err)
	}
	defer living.discard()
	old := time.Now().Add(-time.Hour)
	touch := func(base string, at time.Time) string {
		path := filepath.Join(dir, base)
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		os.Chtimes(path, at, at)
		return path
	}
	dead := touch(".kept[1].jsonl.123.part", old)
	young := touch(".kept[1].jsonl.124.part", time.Now())
	other := touch(".kept1.jsonl.125.part", old)
	os.Chtimes(living.file.Name(), old, old)
	sweepParts(name)
	if _, err := os.Stat(dead); err == nil {
		t.Error("what a dead run left is still there")
	}
	for _, path := range []string{young, other, living.file.Name()} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}
