package source

import (
	"bytes"
	"path"
	"strings"

	"golang.org/x/tools/txtar"
)

// readTxtar reads a story file: each section is a document whose id is
// STORY/SECTION, but for the comment and sections under want/ and known/, which
// say what a test expects. A section begins with header lines (Outlet, Published,
// Title, URL, Byline, Lang), then a blank line, then the text.
func readTxtar(f *input, g guess) {
	b, damage := f.all()
	if damage != nil { // the section that it cut off is no document
		b = b[:max(bytes.LastIndex(b, []byte("\n-- "))+1, 0)]
	}
	whole := int64(len(b))
	if g.enc != nil {
		b = []byte(g.decode(b))
	}
	story := strings.TrimSuffix(path.Base(f.id), path.Ext(f.id))
	offset := 0
	n := 0
	for _, section := range txtar.Parse(b).Files {
		// txtar gives no offsets; sections come in order.
		if i := bytes.Index(b[offset:], []byte("-- "+section.Name)); i >= 0 {
			offset += i
		}
		at := offset
		offset += len(section.Name)
		if strings.HasPrefix(section.Name, "want/") || strings.HasPrefix(section.Name, "known/") {
			continue
		}
		n++
		r := Record{ID: story + "/" + section.Name, File: f.name, Index: n, Offset: int64(at), Format: Txtar}
		r.header(toNFC(section.Data))
		if blank(r.Text) {
			f.sink.fail(f.place(n, int64(at), ErrNoText))
			continue
		}
		f.sink.emit(r)
	}
	switch {
	case damage != nil:
		f.sink.fail(f.place(n+1, whole, damage))
	case n == 0:
		f.fail(ErrNoText)
	}
}

// header takes the header lines off a section; the rest is the text.
func (r *Record) header(section string) {
	for {
		line, rest, _ := strings.Cut(section, "\n")
		line = strings.TrimSuffix(line, "\r")
		if line == "" {
			r.Text = strings.TrimRight(rest, "\r\n")
			return
		}
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch {
		case ok && key == "Outlet":
			r.Outlet = value
		case ok && key == "Title":
			r.Title = value
		case ok && key == "URL":
			r.URL = value
		case ok && key == "Byline":
			r.Byline = value
		case ok && key == "Lang":
			r.Lang = value
		case ok && key == "Published":
			r.date(value)
		default: // no header line: the text begins without one
			r.Text = strings.TrimRight(section, "\r\n")
			return
		}
		section = rest
	}
}

// date sets Published, or warns.
func (r *Record) date(s string) {
	if blank(s) {
		return
	}
	t, ok := parseDate(s)
	if !ok {
		r.warn("date %s could not be read", clip(s))
		return
	}
	r.Published = t
}
