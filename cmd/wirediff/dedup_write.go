package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/wirediff/wirediff/internal/parquetfile"
	"github.com/wirediff/wirediff/internal/source"
)

// shape is the form of the kept documents.
type shape uint8

const (
	asLines   shape = iota // JSON Lines, each record as it came
	asTable                // CSV or TSV, rows as they came under the one header
	asArray                // a JSON array, elements as they came
	asParquet              // rows with all their columns
	asObjects              // JSON Lines of what was read
)

// note tells what a user may not expect; "" where there is nothing.
func (s shape) note() string {
	if s == asObjects {
		return "is JSON Lines: the inputs are of several formats or have several sets of columns, or their format cannot be written back"
	}
	return ""
}

// allOf reports whether the documents have no other formats than these.
func (c *census) allOf(formats ...source.Format) bool {
	n := 0
	for _, f := range formats {
		if c.formats[f] {
			n++
		}
	}
	return n == len(c.formats)
}

func (c *census) shape() shape {
	switch {
	case c.allOf(source.JSONL):
		return asLines
	case len(c.headers) == 1 && (c.allOf(source.CSV) || c.allOf(source.TSV)):
		return asTable
	case c.allOf(source.JSON):
		return asArray
	case len(c.headers) == 1 && c.allOf(source.Parquet):
		return asParquet
	}
	return asObjects
}

// errChanged is that the second reading does not meet what the first one did.
var errChanged = errors.New("an input changed while it was read")

// writeRecords reads the inputs again and writes the records that are not gone.
func (d *dedup) writeRecords(ctx context.Context, s *session, inputs []string, gone []bool, form shape, w io.Writer) error {
	// Feeds are no records of their own: their file has to be taken apart.
	raw := d.allOf(source.JSONL, source.JSON, source.NINJS, source.CSV, source.TSV)
	records, err := s.again(ctx, inputs, source.Config{KeepRaw: true, RawOnly: raw})
	if err != nil {
		return err
	}
	k := keptWriter{w: w, shape: form}
	next, run := 0, -1
	for r := range records {
		if next == len(gone) {
			break
		}
		if run+1 < len(d.files) && d.files[run+1].first == next {
			run++
		}
		c := &d.candidates[next]
		if r.File != d.files[run].name || r.Index != int(c.record) {
			continue // it was skipped the first time
		}
		if r.Offset != c.offset {
			return fmt.Errorf("%s: %w", r.File, errChanged)
		}
		if !gone[next] {
			if err := k.add(r); err != nil {
				return err
			}
		}
		next++
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case next < len(gone):
		return fmt.Errorf("%s: %w", d.files[max(run, 0)].name, errChanged)
	}
	return k.end()
}

// writeParquet reads the inputs again, from wherever Parquet came, and copies
// the rows that are not gone, with all their columns.
func (d *dedup) writeParquet(ctx context.Context, s *session, inputs []string, gone []bool, w io.Writer) error {
	out, run := parquetfile.NewCopier(w), 0
	var failed error
	copied := func(name string, data *io.SectionReader) error {
		if failed != nil || run == len(d.files) || name != d.files[run].name {
			return nil // it was skipped the first time
		}
		first, end := d.files[run].first, len(d.candidates)
		if run++; run < len(d.files) {
			end = d.files[run].first
		}
		kept := map[int]bool{}
		for j := first; j < end; j++ {
			if !gone[j] {
				kept[int(d.candidates[j].record)-1] = true
			}
		}
		if err := out.Copy(data, func(row int) bool { return kept[row] }); err != nil {
			failed = fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	records, err := s.again(ctx, inputs, source.Config{OnParquet: copied})
	if err != nil {
		return err
	}
	for range records {
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case failed != nil:
		return failed
	case run < len(d.files):
		return fmt.Errorf("%s: %w", d.files[run].name, errChanged)
	}
	return out.Close()
}

// keptWriter writes records in a shape.
type keptWriter struct {
	w     io.Writer
	shape shape
	n     int
	line  []byte // of a record; used again
}

func (k *keptWriter) add(r source.Record) error {
	k.n++
	k.line = k.line[:0]
	end := "\n"
	switch k.shape {
	case asTable:
		end = lineEnd(r)
		if k.n == 1 {
			k.line = append(append(k.line, r.Header...), end...)
		}
		k.line = append(k.line, r.Raw...)
	case asArray:
		opening := ",\n"
		if k.n == 1 {
			opening = "[\n"
		}
		k.line = append(append(k.line, opening...), bytes.TrimSpace(r.Raw)...)
		_, err := k.w.Write(k.line)
		return err
	case asLines:
		end = lineEnd(r)
		k.line = append(k.line, r.Raw...)
	default:
		object, err := objectOf(r)
		if err != nil {
			return err
		}
		k.line = append(k.line, object...)
	}
	k.line = append(k.line, end...)
	_, err := k.w.Write(k.line)
	return err
}

func lineEnd(r source.Record) string {
	if r.CRLF {
		return "\r\n"
	}
	return "\n"
}

// end ends the file.
func (k *keptWriter) end() error {
	if k.shape != asArray {
		return nil
	}
	closing := "\n]\n"
	if k.n == 0 {
		closing = "[]\n"
	}
	_, err := io.WriteString(k.w, closing)
	return err
}

// objectOf is a record as one line of JSON: an object as it came, a row with
// every column, of all else what was read.
func objectOf(r source.Record) ([]byte, error) {
	var b bytes.Buffer
	switch {
	case r.Raw != nil && len(r.Header) > 0:
		err := writeJSON(&b, source.Columns(r))
		return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
	case r.Raw != nil:
		err := json.Compact(&b, r.Raw)
		return b.Bytes(), err
	}
	err := writeJSON(&b, fullDocument{
		ID: r.ID, Title: r.Title, Text: r.Text, Outlet: r.Outlet, Published: r.Published, URL: r.URL, Byline: r.Byline, Lang: r.Lang,
		Slug: r.Slug, Dateline: r.Dateline, Provider: r.Provider, Version: r.Version, Embargo: r.Embargo,
		Signal: r.Signal, EdNote: r.EdNote, Previous: r.Previous,
	})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// fullDocument is all that is read of a record, under the names by which JSON
// Lines are read.
type fullDocument struct {
	ID        string    `json:"id"`
	Title     string    `json:"title,omitempty"`
	Text      string    `json:"text"`
	Outlet    string    `json:"outlet,omitempty"`
	Published time.Time `json:"published,omitzero"`
	URL       string    `json:"url,omitempty"`
	Byline    string    `json:"byline,omitempty"`
	Lang      string    `json:"lang,omitempty"`
	Slug      string    `json:"slugline,omitempty"`
	Dateline  string    `json:"dateline,omitempty"`
	Provider  string    `json:"provider,omitempty"`
	Version   string    `json:"version,omitempty"`
	Embargo   string    `json:"embargo,omitempty"`
	Signal    string    `json:"signal,omitempty"`
	EdNote    string    `json:"ednote,omitempty"`
	Previous  []string  `json:"previous,omitempty"`
}

// stdinCopy is standard input, kept on disk as it is read so that it can be
// read again. The file has lost its name as soon as it is open, where the
// system allows that, so that a killed run leaves nothing behind.
type stdinCopy struct {
	in   io.Reader // nil when it is read again
	file *os.File
	err  error // of the copy
}

func newStdinCopy(in io.Reader) (*stdinCopy, error) {
	f, err := os.CreateTemp("", "wirediff-*.stdin")
	if err != nil {
		return nil, fmt.Errorf("temporary file for standard input: %w", err)
	}
	os.Remove(f.Name())
	return &stdinCopy{in: in, file: f}, nil
}

func (c *stdinCopy) Read(p []byte) (int, error) {
	if c.in == nil {
		return c.file.Read(p)
	}
	n, err := c.in.Read(p)
	if n > 0 && c.err == nil {
		_, c.err = c.file.Write(p[:n])
	}
	return n, err
}

// rewind ends the first reading: what is read now is the copy.
func (c *stdinCopy) rewind() error {
	c.in = nil
	if c.err == nil {
		_, c.err = c.file.Seek(0, io.SeekStart)
	}
	if c.err != nil {
		return fmt.Errorf("temporary file for standard input: %w", c.err)
	}
	return nil
}

func (c *stdinCopy) close() {
	c.file.Close()
	os.Remove(c.file.Name())
}
