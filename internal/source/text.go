package source

import "strings"

// readText reads a file that is one document. Its id is the file's.
func readText(f *input, _ guess) {
	b, err := f.all()
	if err != nil && b == nil {
		f.sink.fail(f.place(1, 0, err))
		return
	}
	// What came before damage is a document, if a shorter one.
	r := Record{ID: f.id, File: f.name, Index: 1, Format: Text}
	g := guessCharset(b, "")
	r.Text = g.decode(b)
	if g.why != "" {
		r.warn("%s", g.why)
	}
	switch {
	case err != nil:
		f.sink.fail(f.place(1, int64(len(b)), err))
	case isBinary(r.Text):
		f.fail(ErrBinary)
	case blank(r.Text):
		f.sink.fail(f.place(1, 0, ErrNoText))
	default:
		f.sink.emit(r)
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
