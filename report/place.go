package report

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// place gives the finished report its name: the folder as a whole where none
// stands there; else the report's own files and folders one by one, those of
// an earlier report out of the way first, index.html last. What else is in the
// folder is left alone. Where a step fails, the earlier report comes back.
func (w *Writer) place() error {
	if err := replaceable(w.final); err != nil {
		return err
	}
	if _, err := os.Stat(w.final); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(w.work, w.final); err != nil {
			return fmt.Errorf("report: %w", err)
		}
		return nil
	}
	old := filepath.Join(w.holder, "old")
	if err := os.Mkdir(old, 0o777); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	var undo []func() error
	move := func(from, to, name string) error {
		a, b := filepath.Join(from, name), filepath.Join(to, name)
		if err := os.Rename(a, b); err != nil {
			return err
		}
		undo = append(undo, func() error { return os.Rename(b, a) })
		return nil
	}
	err := moveAll(w.final, func(name string) error { return move(w.final, old, name) })
	if err == nil {
		err = moveAll(w.work, func(name string) error { return move(w.work, w.final, name) })
	}
	if err != nil {
		for _, back := range slices.Backward(undo) {
			err = errors.Join(err, back())
		}
		return fmt.Errorf("report: cannot replace %s: %w", w.final, err)
	}
	return nil
}

// moveAll calls move for everything of a report that is in dir, index.html
// last.
func moveAll(dir string, move func(name string) error) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	last := false
	for _, e := range entries {
		switch {
		case e.Name() == "index.html":
			last = true
		case reportName(e.Name()):
			if err := move(e.Name()); err != nil {
				return err
			}
		}
	}
	if last {
		return move("index.html")
	}
	return nil
}

// replaceable reports, as an error, why a report may not stand at dir.
func replaceable(dir string) error {
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("report: %s is a file, not a folder", dir)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if ours(filepath.Join(dir, "report.json")) {
		return nil
	}
	for _, e := range entries {
		if reportName(e.Name()) {
			return fmt.Errorf("report: %s: %w", filepath.Join(dir, e.Name()), ErrForeign)
		}
	}
	return nil
}

// reportName reports whether a report has a file or folder of this name at its
// top: only these are ever replaced in a folder that holds other things too.
func reportName(name string) bool {
	switch name {
	case "index.html", "alone.html", "c", "report.json", "clusters.csv", "figures.csv", "variants.csv":
		return true
	}
	for _, head := range []string{"page-", "alone-"} {
		number, ok := strings.CutPrefix(name, head)
		number, isPage := strings.CutSuffix(number, ".html")
		if ok && isPage && number != "" && strings.Trim(number, "0123456789") == "" {
			return true
		}
	}
	return false
}

// ours reports whether the file starts as a report.json of this package does.
func ours(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := f.Read(head)
	return strings.HasPrefix(string(head[:n]), jsonHead)
}
