//go:build unix

package main

import (
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lockPart marks an unfinished file as one that somebody is writing: the system
// takes the mark away when the process ends, however it ends.
func lockPart(f *os.File) { syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// settled is how old an unfinished file must be to be taken for a dead one: a
// living run marks its own at once.
const settled = 2 * time.Second

// sweepParts removes the unfinished files of name that killed runs have left.
// What cannot be looked at is left alone.
func sweepParts(name string) {
	parts, _ := filepath.Glob(filepath.Join(globQuote(filepath.Dir(name)), "."+globQuote(filepath.Base(name))+".*.part"))
	for _, part := range parts {
		info, err := os.Lstat(part)
		if err != nil || !info.Mode().IsRegular() || time.Since(info.ModTime()) < settled {
			continue
		}
		f, err := os.Open(part)
		if err != nil {
			continue
		}
		if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
			os.Remove(part)
		}
		f.Close()
	}
}
