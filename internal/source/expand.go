package source

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// entry is one file to read, or one that cannot be.
type entry struct {
	path string // as named, cleaned, with "/"; "stdin"
	root string // base name of the folder that was named, "" for a file
	rel  string // path relative to the folder named; base name for a file
	id   string // rel, made unique among all entries
	err  error
}

// stdinName stands for standard input in places and ids.
const stdinName = "stdin"

// expand finds the files that inputs name. A folder is walked with all its
// folders, without names that begin with a dot; links in it are followed once
// each, so that loops end. A name that does not exist and has *, ? or [ is a
// pattern. The files are sorted by path, each once however often it is named.
//
// Cost: one entry a file, so some 200 bytes each.
func expand(inputs []string) []entry {
	var x expander
	x.seen = map[string]int{}
	for _, in := range inputs {
		x.input(in)
	}
	sort.Slice(x.entries, func(i, j int) bool {
		a, b := &x.entries[i], &x.entries[j]
		if (a.path == stdinName) != (b.path == stdinName) {
			return a.path == stdinName
		}
		return a.path < b.path
	})
	uniqueIDs(x.entries)
	return x.entries
}

type expander struct {
	entries []entry
	seen    map[string]int // path → index in entries
}

func (x *expander) input(in string) {
	if in == "-" {
		x.add(entry{path: stdinName, rel: stdinName})
		return
	}
	info, err := os.Stat(in)
	switch {
	case err == nil && info.IsDir():
		x.folder(in)
	case err == nil:
		x.file(in, "", filepath.Base(in), info, nil)
	case strings.ContainsAny(in, "*?["):
		matches, globErr := filepath.Glob(in)
		if !strings.HasPrefix(filepath.Base(in), ".") { // as shells do
			matches = slices.DeleteFunc(matches, func(m string) bool { return strings.HasPrefix(filepath.Base(m), ".") })
		}
		if globErr != nil {
			x.add(entry{path: clean(in), rel: filepath.Base(in), err: globErr})
			return
		}
		if len(matches) == 0 {
			x.add(entry{path: clean(in), rel: filepath.Base(in), err: ErrNoMatch})
		}
		for _, m := range matches {
			info, err := os.Stat(m)
			if err == nil && info.IsDir() {
				x.folder(m)
				continue
			}
			x.file(m, "", filepath.Base(m), info, err)
		}
	default:
		x.file(in, "", filepath.Base(in), nil, err)
	}
}

func clean(p string) string { return filepath.ToSlash(filepath.Clean(p)) }

// cause drops the operation and the path that the place already names.
func cause(err error) error {
	if pe, ok := err.(*fs.PathError); ok {
		return pe.Err
	}
	return err
}

func (x *expander) file(name, root, rel string, info fs.FileInfo, err error) {
	e := entry{path: clean(name), root: root, rel: filepath.ToSlash(rel)}
	switch {
	case err != nil:
		e.err = cause(err)
	case !info.Mode().IsRegular():
		e.err = ErrNotFile // opening a pipe could wait for ever
	}
	x.add(e)
}

// add keeps one entry a path. Of two ids for it, by folder and by name, the
// longer is kept: it does not depend on which was named first.
func (x *expander) add(e entry) {
	if i, ok := x.seen[e.path]; ok {
		if len(e.rel) > len(x.entries[i].rel) {
			x.entries[i] = e
		}
		return
	}
	x.seen[e.path] = len(x.entries)
	x.entries = append(x.entries, e)
}

// folder walks a folder, first what is really in it, then the links in the
// order of their paths, each target once.
func (x *expander) folder(root string) {
	base := filepath.Base(root)
	if abs, err := filepath.Abs(root); err == nil {
		base = filepath.Base(abs) // "." has a name, too
	}
	visited := map[string]bool{} // folders and files, by real path
	links := x.walk(root, root, base, visited)
	for len(links) > 0 {
		sort.Strings(links)
		var more []string
		for _, link := range links {
			more = append(more, x.link(root, link, base, visited)...)
		}
		links = more
	}
}

// walk adds the files below dir and returns the links.
func (x *expander) walk(root, dir, base string, visited map[string]bool) (links []string) {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		if visited[real] {
			return nil
		}
		visited[real] = true
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		x.file(dir, base, relative(root, dir), nil, err)
	}
	for _, d := range entries {
		if strings.HasPrefix(d.Name(), ".") {
			continue
		}
		name := filepath.Join(dir, d.Name())
		switch {
		case d.Type()&fs.ModeSymlink != 0:
			links = append(links, name)
		case d.IsDir():
			links = append(links, x.walk(root, name, base, visited)...)
		default:
			target := filepath.Join(real, d.Name())
			if visited[target] {
				continue // a link to it came first
			}
			visited[target] = true
			info, err := d.Info()
			x.file(name, base, relative(root, name), info, err)
		}
	}
	return links
}

func (x *expander) link(root, name, base string, visited map[string]bool) (links []string) {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return x.walk(root, name, base, visited)
	}
	if real, evalErr := filepath.EvalSymlinks(name); err == nil && evalErr == nil {
		if visited[real] {
			return nil
		}
		visited[real] = true
	}
	x.file(name, base, relative(root, name), info, err)
	return nil
}

func relative(root, name string) string {
	rel, err := filepath.Rel(root, name)
	if err != nil {
		return filepath.Base(name)
	}
	return rel
}

// uniqueIDs gives each entry its relative path as id. Where two folders hold
// the same path, both get their folder's name before it; where that is not
// enough, the whole path. So ids do not depend on the order of inputs.
func uniqueIDs(entries []entry) {
	count := func(id func(e *entry) string) map[string]int {
		n := make(map[string]int, len(entries))
		for i := range entries {
			n[id(&entries[i])]++
		}
		return n
	}
	short := count(func(e *entry) string { return e.rel })
	for i := range entries {
		e := &entries[i]
		e.id = e.rel
		if short[e.rel] > 1 && e.root != "" {
			e.id = path.Join(e.root, e.rel)
		}
	}
	long := count(func(e *entry) string { return e.id })
	for i := range entries {
		if e := &entries[i]; long[e.id] > 1 {
			e.id = e.path
		}
	}
}

// Size is the sum of the sizes of all files that the inputs name, as they lie
// on disk, still compressed: what Config.OnRead counts up to. Standard input
// and what cannot be read count 0.
func Size(inputs []string) int64 {
	var sum int64
	for _, e := range expand(inputs) {
		if e.err != nil || e.path == stdinName {
			continue
		}
		if info, err := os.Stat(e.path); err == nil {
			sum += info.Size()
		}
	}
	return sum
}
