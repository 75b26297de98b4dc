package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// tarMagicEnd is where the magic word of a tar header ends.
const tarMagicEnd = 262

// archiveOf gives the reader of an archive that begins with head, or nil.
func archiveOf(head []byte) func(f *input) {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return readZip
	case len(head) >= tarMagicEnd && string(head[257:262]) == "ustar":
		return readTar
	}
	return nil
}

// inner reads a file of an archive. The place of what it holds is
// ARCHIVE/NAME; so are ids.
func (f *input) inner(name string, r io.Reader) {
	name = strings.TrimPrefix(path.Clean("/"+toNFC([]byte(strings.ReplaceAll(name, `\`, "/")))), "/")
	if base := path.Base(name); strings.HasPrefix(base, ".") || strings.HasPrefix(name, "__MACOSX/") {
		return // as in a folder; the second is what macOS adds
	}
	in := &input{
		name: f.name + "/" + name, id: f.id + "/" + name, cfg: f.cfg, sink: f.sink,
		packed: true, size: -1, nesting: f.nesting, budget: f.budget,
	}
	in.open(r)
	in.dispatch()
}

// readTar reads the files of a tar archive as they come.
func readTar(f *input) {
	count := &counter{r: f.r}
	t := tar.NewReader(count)
	for n := 1; !f.sink.stopped(); n++ {
		h, err := t.Next()
		if err == io.EOF {
			return
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			f.sink.fail(f.place(n, count.n, fmt.Errorf("the tar archive is cut off or damaged: %w", err)))
			return
		}
		if h.Typeflag == tar.TypeReg {
			f.inner(h.Name, t)
		}
		if f.budget != nil && f.budget.over != nil {
			return // the file that met the limit was named
		}
	}
}

// readZip reads the files of a zip archive in the order of its directory,
// which stands at its end: an archive that is no file of its own is held in
// memory, within the limit of a record.
func readZip(f *input) {
	at, size, release, err := f.readerAt()
	if err != nil {
		f.fail(err)
		return
	}
	defer release()
	z, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		f.fail(fmt.Errorf("the zip archive is cut off or damaged: %w", err))
		return
	}
	z.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	if f.budget == nil {
		f.budget = &budget{cfg: f.cfg, packed: func() int64 { return size }}
	}
	for _, entry := range z.File {
		if entry.Name == "[Content_Types].xml" || entry.Name == "mimetype" {
			f.fail(fmt.Errorf("%w: a zip archive that is an office document or a book", ErrFormat))
			return
		}
	}
	for i, entry := range z.File {
		if f.sink.stopped() {
			return
		}
		if !entry.Mode().IsRegular() {
			continue
		}
		r, err := entry.Open()
		if err != nil {
			f.sink.fail(f.place(i+1, 0, err))
			continue
		}
		f.inner(entry.Name, &limited{r: r, budget: f.budget})
		r.Close()
		if f.budget.over != nil {
			return // the file that met the limit was named
		}
	}
}

// readerAt gives the file for reading at any place.
func (f *input) readerAt() (at io.ReaderAt, size int64, release func(), err error) {
	if f.path == "" || f.packed {
		b, err := f.all()
		if err != nil {
			return nil, 0, nil, fmt.Errorf("read from a stream, it has to be held in memory: %w", err)
		}
		return bytes.NewReader(b), int64(len(b)), func() {}, nil
	}
	h, err := os.Open(f.path)
	if err != nil {
		return nil, 0, nil, err
	}
	info, err := h.Stat()
	if err != nil || !info.Mode().IsRegular() {
		h.Close()
		return nil, 0, nil, ErrNotFile
	}
	return h, info.Size(), func() { h.Close() }, nil
}
