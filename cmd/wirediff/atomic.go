package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// atomicFile is a file that is written beside its final name and renamed into
// place by commit, so that a killed run or a full disk leaves nothing
// half-written under that name; what a killed run left beside it goes with the
// next run's. What is no regular file (a device, a pipe) is
// written through.
type atomicFile struct {
	io.Writer
	close func() error // ends compression, flushes
	file  *os.File
	name  string
	// through: file is what name names already, and is neither renamed nor removed.
	through bool
}

// writable refuses a name whose ending asks for a compression that is read but
// not written.
func writable(name string) error {
	if filepath.Ext(name) == ".bz2" {
		return fmt.Errorf("output %s: bzip2 is not written: name it .gz, .zst or .xz", name)
	}
	return nil
}

// createAtomic starts a file. A name that ends in .gz, .zst or .xz is compressed.
func createAtomic(name string) (*atomicFile, error) {
	var f *os.File
	info, err := os.Stat(name)
	through := err == nil && !info.Mode().IsRegular()
	if through {
		f, err = os.OpenFile(name, os.O_WRONLY, 0)
	} else {
		sweepParts(name)
		if f, err = os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.part"); err == nil {
			lockPart(f)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("output %s: %w", name, err)
	}
	buf := bufio.NewWriterSize(f, 1<<18)
	a := &atomicFile{Writer: buf, close: buf.Flush, file: f, name: name, through: through}
	switch filepath.Ext(name) {
	case ".gz":
		z := gzip.NewWriter(buf)
		a.Writer, a.close = z, func() error { return errors.Join(z.Close(), buf.Flush()) }
	case ".zst":
		// A fixed number of goroutines, so that the bytes do not depend on how
		// many there are: one compresses while one writes. Of news, a window of
		// 1 MiB takes a quarter less time than the usual one of 8 and gives a
		// hundredth more bytes.
		z, err := zstd.NewWriter(buf, zstd.WithEncoderConcurrency(2), zstd.WithWindowSize(1<<20))
		if err != nil {
			a.discard()
			return nil, fmt.Errorf("output %s: %w", name, err)
		}
		a.Writer, a.close = z, func() error { return errors.Join(z.Close(), buf.Flush()) }
	case ".xz":
		z, err := xz.NewWriter(buf)
		if err != nil {
			a.discard()
			return nil, fmt.Errorf("output %s: %w", name, err)
		}
		a.Writer, a.close = z, func() error { return errors.Join(z.Close(), buf.Flush()) }
	}
	return a, nil
}

// commit flushes the file and gives it its final name.
func (a *atomicFile) commit() error {
	err := a.close()
	if err == nil && !a.through {
		err = errors.Join(a.file.Chmod(0o644), a.file.Sync())
	}
	if cerr := a.file.Close(); err == nil {
		err = cerr
	}
	if err == nil && !a.through {
		err = os.Rename(a.file.Name(), a.name)
	}
	if err != nil {
		a.remove()
		return fmt.Errorf("output %s: %w", a.name, err)
	}
	return nil
}

// discard removes the unfinished file; after commit it does nothing.
func (a *atomicFile) discard() {
	if a.file.Close() == nil {
		a.remove()
	}
}

func (a *atomicFile) remove() {
	if !a.through {
		os.Remove(a.file.Name())
	}
}

// globQuote makes a name a pattern that matches it alone.
func globQuote(name string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(name)
}
