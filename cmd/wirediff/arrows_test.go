package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/wirediff/wirediff/"

// layers are the folders of the engine, from the top down: a package imports
// only from layers below its own, or from its own folder. Programs under
// internal/tools are of the top layer.
var layers = []struct {
	folder string
	layer  int
}{
	{"cmd", 4}, {"internal/tools", 4}, {"report", 3}, {"similarity", 2}, {"shingle", 1}, {"internal", 0},
}

func layerOf(pkg string) (folder string, layer int, ok bool) {
	for _, l := range layers {
		if pkg == l.folder || strings.HasPrefix(pkg, l.folder+"/") {
			return l.folder, l.layer, true
		}
	}
	return "", 0, false
}

// TestImportArrows holds that imports run strictly downward. Tests may use any
// layer, since what they judge may need the whole engine.
func TestImportArrows(t *testing.T) {
	root := "../.."
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "bench") {
			return filepath.SkipDir // bench is a module of its own
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(rel))
		folder, layer, ok := layerOf(pkg)
		if !ok {
			t.Errorf("%s: no layer has the folder %s", rel, pkg)
			return nil
		}
		seen[folder] = true
		for _, im := range f.Imports {
			to, err := strconv.Unquote(im.Path.Value)
			if err != nil {
				return err
			}
			to, own := strings.CutPrefix(to, module)
			if !own {
				continue
			}
			toFolder, toLayer, ok := layerOf(to)
			if !ok || toLayer > layer || toLayer == layer && toFolder != folder {
				t.Errorf("%s imports %s: imports run downward, cmd → report → similarity → shingle → internal", rel, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range layers {
		if !seen[l.folder] {
			t.Errorf("nothing was found in %s", l.folder)
		}
	}
}
