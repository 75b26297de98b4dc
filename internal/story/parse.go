package story

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/tools/txtar"
)

const extension = ".txtar"

// Load reads every story of a folder, by name. It reads all files and returns
// the faults of all of them, joined, beside the stories that could be read.
func Load(dir string) ([]*Story, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*"+extension))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: no %s file", dir, extension)
	}
	slices.Sort(paths)
	var stories []*Story
	var faults []error
	for _, path := range paths {
		s, err := LoadFile(path)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		stories = append(stories, s)
	}
	return stories, errors.Join(faults...)
}

// LoadFile reads one story.
func LoadFile(path string) (*Story, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(filepath.Base(path), data)
}

// Parse reads a story from the bytes of its file; file names it in errors and,
// without .txtar, in Story.Name. Every error is an *Error with its line. The
// labels are checked against the versions: a cluster line or parent may name
// only versions that exist, and the words of a variant must be in the text or
// title of their version.
func Parse(file string, data []byte) (*Story, error) {
	archive := txtar.Parse(data)
	p := parser{
		file:  file,
		line:  bytes.Count(archive.Comment, []byte("\n")) + 1,
		story: &Story{Name: strings.TrimSuffix(file, extension), Why: strings.TrimSpace(string(archive.Comment))},
	}
	if p.story.Why == "" {
		return nil, p.errorf(1, "the comment at the top does not say why the story exists")
	}
	var labels []section
	for _, f := range archive.Files {
		s := section{name: f.Name, line: p.line, data: string(f.Data)}
		p.line += strings.Count(s.data, "\n") + 1
		if strings.Contains(f.Name, "/") {
			labels = append(labels, s)
		} else if err := p.version(s); err != nil {
			return nil, err
		}
	}
	for _, s := range labels {
		if err := p.labels(s); err != nil {
			return nil, err
		}
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	return p.story, nil
}

// section is one file of the archive, with the line of its marker.
type section struct {
	name string
	line int
	data string
}

type parser struct {
	file  string
	line  int // of the next section's marker
	story *Story
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return &Error{File: p.file, Line: line, Msg: fmt.Sprintf(format, args...)}
}

func (p *parser) version(s section) error {
	v := Version{Name: s.name, Line: s.line}
	if s.name == "" || strings.Trim(s.name, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		return p.errorf(s.line, "version %q: a name is lower-case letters and digits", s.name)
	}
	if _, ok := p.story.Version(s.name); ok {
		return p.errorf(s.line, "version %q is there twice", s.name)
	}
	head, text, ok := strings.Cut(s.data, "\n\n")
	if !ok {
		return p.errorf(s.line, "version %q: no blank line after the header", s.name)
	}
	for i, l := range strings.Split(head, "\n") {
		if err := p.header(&v, s.line+1+i, l); err != nil {
			return err
		}
	}
	if v.Title == "" {
		return p.errorf(s.line, "version %q has no Title", s.name)
	}
	v.Text = strings.TrimSpace(text)
	p.story.Versions = append(p.story.Versions, v)
	return nil
}

func (p *parser) header(v *Version, line int, l string) error {
	key, value, ok := strings.Cut(l, ":")
	value = strings.TrimPrefix(value, " ")
	if !ok || value == "" {
		return p.errorf(line, "%q is no header line (Key: value)", l)
	}
	field := map[string]*string{"Outlet": &v.Outlet, "Title": &v.Title, "URL": &v.URL, "Byline": &v.Byline, "Lang": &v.Lang}[key]
	switch {
	case field != nil && *field != "":
		return p.errorf(line, "%s is there twice", key)
	case field != nil:
		*field = value
	case key == "Published":
		t, err := time.Parse(time.RFC3339, value)
		if err != nil {
			return p.errorf(line, "Published is no RFC 3339 time: %q", value)
		}
		v.Published = t
	default:
		return p.errorf(line, "unknown header key %q", key)
	}
	return nil
}

func (p *parser) labels(s section) error {
	read := map[string]func(line int, l string, known bool) error{
		"want/clusters": p.cluster, "known/clusters": p.cluster,
		"want/parents": p.parent, "known/parents": p.parent,
		"want/related": p.related, "known/related": p.related,
		"want/figures": p.figure, "known/figures": p.figure,
		"want/phrases": p.phrase, "known/phrases": p.phrase,
	}[s.name]
	if read == nil {
		return p.errorf(s.line, "unknown section %q", s.name)
	}
	for i, l := range strings.Split(s.data, "\n") {
		if l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		if err := read(s.line+1+i, l, strings.HasPrefix(s.name, "known/")); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) cluster(line int, l string, known bool) error {
	names := strings.Fields(l)
	for _, name := range names {
		if err := p.known(line, name); err != nil {
			return err
		}
	}
	p.story.Clusters = append(p.story.Clusters, Cluster{Versions: names, Known: known, Line: line})
	return nil
}

func (p *parser) parent(line int, l string, known bool) error {
	f := strings.Fields(l)
	if len(f) != 4 || f[1] != "<-" {
		return p.errorf(line, "%q: want VERSION <- PARENT RELATION", l)
	}
	if err := errors.Join(p.known(line, f[0]), p.known(line, f[2])); err != nil {
		return err
	}
	p.story.Parents = append(p.story.Parents, Parent{Version: f[0], Parent: f[2], Relation: f[3], Known: known, Line: line})
	return nil
}

func (p *parser) related(line int, l string, known bool) error {
	f := strings.Fields(l)
	if len(f) != 3 || f[1] != "~" {
		return p.errorf(line, "%q: want VERSION ~ VERSION", l)
	}
	if err := errors.Join(p.known(line, f[0]), p.known(line, f[2])); err != nil {
		return err
	}
	p.story.Related = append(p.story.Related, Related{A: f[0], B: f[2], Known: known, Line: line})
	return nil
}

func (p *parser) figure(line int, l string, known bool) error {
	return p.variant(&p.story.Figures, line, l, known)
}

func (p *parser) phrase(line int, l string, known bool) error {
	return p.variant(&p.story.Phrases, line, l, known)
}

func (p *parser) variant(dst *[]Variant, line int, l string, known bool) error {
	const form = `PARENT -> VERSION: "words" -> "words" CLASS`
	names, rest, ok := strings.Cut(l, ": ")
	parent, version, ok2 := strings.Cut(names, " -> ")
	if !ok || !ok2 {
		return p.errorf(line, "%q: want %s", l, form)
	}
	v := Variant{Parent: parent, Version: version, Known: known, Line: line}
	var err error
	if v.From, rest, err = p.words(line, rest, parent); err != nil {
		return err
	}
	if rest, ok = strings.CutPrefix(rest, " -> "); !ok {
		return p.errorf(line, "%q: want %s", l, form)
	}
	if v.To, rest, err = p.words(line, rest, version); err != nil {
		return err
	}
	if v.Class, ok = strings.CutPrefix(rest, " "); !ok || v.Class == "" || strings.Contains(v.Class, " ") {
		return p.errorf(line, "%q: want one class at the end", l)
	}
	if v.From == "" && v.To == "" {
		return p.errorf(line, "both sides are null")
	}
	*dst = append(*dst, v)
	return nil
}

// words reads one side of a variant from the start of s: a Go string literal
// of words that the version has, or null.
func (p *parser) words(line int, s, version string) (words, rest string, err error) {
	v, ok := p.story.Version(version)
	if !ok {
		return "", "", p.errorf(line, "no version %q", version)
	}
	if rest, ok := strings.CutPrefix(s, "null"); ok {
		return "", rest, nil
	}
	literal, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", "", p.errorf(line, "%q starts with no quoted words", s)
	}
	words, err = strconv.Unquote(literal)
	if err != nil || words == "" {
		return "", "", p.errorf(line, "%s are no words", literal)
	}
	if !strings.Contains(v.Text, words) && !strings.Contains(v.Title, words) {
		return "", "", p.errorf(line, "version %q has no %s", version, literal)
	}
	return words, s[len(literal):], nil
}

func (p *parser) known(line int, name string) error {
	if _, ok := p.story.Version(name); !ok {
		return p.errorf(line, "no version %q", name)
	}
	return nil
}

// check holds what can be said only of the whole story.
func (p *parser) check() error {
	if len(p.story.Versions) == 0 {
		return p.errorf(1, "no version")
	}
	in := map[string]int{}
	of := map[string]int{}
	for i, c := range p.story.Clusters {
		for _, name := range c.Versions {
			in[name]++
			of[name] = i
		}
	}
	for _, v := range p.story.Versions {
		if in[v.Name] != 1 {
			return p.errorf(v.Line, "version %q is in %d clusters, want 1", v.Name, in[v.Name])
		}
	}
	for _, l := range p.story.Parents {
		if of[l.Version] != of[l.Parent] || l.Version == l.Parent {
			return p.errorf(l.Line, "%q and its parent %q are not two versions of one cluster", l.Version, l.Parent)
		}
	}
	for _, l := range p.story.Related {
		if of[l.A] == of[l.B] {
			return p.errorf(l.Line, "%q and %q are versions of one cluster", l.A, l.B)
		}
	}
	for _, l := range slices.Concat(p.story.Figures, p.story.Phrases) {
		if of[l.Version] != of[l.Parent] || l.Version == l.Parent {
			return p.errorf(l.Line, "%q and %q are not two versions of one cluster", l.Parent, l.Version)
		}
	}
	return nil
}
