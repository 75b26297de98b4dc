package source

import (
	"bytes"
	"fmt"
	"io"

	"golang.org/x/text/transform"
)

// readJSONL reads JSON Lines (jsonlines.org): an object a line, UTF-8. Blank
// lines count as lines and are no records.
func readJSONL(f *input, g guess) {
	names := f.cfg.fieldTable()
	r, skipped := f.decoded(g)
	s := lineSplitter{r: r, max: f.cfg.MaxRecord, offset: skipped}
	for !f.sink.stopped() {
		c, tooLong, err := s.next()
		if len(c.data) > 0 {
			f.sink.spawn(func(out *batch) { parseLines(f, out, c, names, g) })
		}
		if tooLong > 0 {
			f.sink.fail(f.place(c.line, c.offset, tooLarge(tooLong, f.cfg.MaxRecord)))
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			f.sink.fail(f.place(c.line, c.offset, err))
			return
		}
	}
}

func tooLarge(size, limit int64) error {
	return fmt.Errorf("%w: %d bytes, at most %d are read", ErrTooLarge, size, limit)
}

// decoded is f.r as UTF-8 where g is a charset in which a byte below 0x80
// need not be an ASCII character, so that lines and quotes can be found in it;
// other charsets are decoded record by record. A byte order mark is dropped;
// its length is given. Offsets after it count UTF-8 bytes.
func (f *input) decoded(g guess) (r io.Reader, skipped int64) {
	for _, b := range boms {
		if head, _ := f.r.Peek(len(b.mark)); string(head) == b.mark && b.g.name == g.name {
			n, _ := f.r.Discard(len(b.mark))
			skipped = int64(n)
			break
		}
	}
	if !g.wide {
		return f.r, skipped
	}
	return transform.NewReader(f.r, g.enc.NewDecoder()), skipped
}

// parseLines makes the records of a chunk.
func parseLines(f *input, out *batch, c chunk, names []fieldName, g guess) {
	p := newJSONParser(f, names, g)
	const short = 128 // bytes; lines of news are longer, and blank ones many
	out.makeRoom(min(c.ends, len(c.data)/short) + 1)
	switch {
	case f.cfg.RawOnly:
		out.buf = c.buf // used again when the batch has been read
	case !f.cfg.KeepRaw:
		defer func() { putChunk(c.buf) }()
	}
	line := c.line - 1
	for at := 0; at < len(c.data); {
		end := bytes.IndexByte(c.data[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end = len(c.data) - at
			next = len(c.data)
		}
		raw, crlf := bytes.CutSuffix(c.data[at:at+end:at+end], []byte{'\r'})
		offset := c.offset + int64(at)
		at = next
		line++
		if skipSpace(raw, 0) == len(raw) {
			continue
		}
		if int64(len(raw)) > f.cfg.MaxRecord {
			out.fail(f.place(line, offset, tooLarge(int64(len(raw)), f.cfg.MaxRecord)))
			continue
		}
		place := Record{File: f.name, Index: line, Offset: offset, Format: JSONL, CRLF: crlf}
		if f.cfg.KeepRaw {
			place.Raw = raw
		}
		if f.cfg.RawOnly {
			out.emit(place)
			continue
		}
		p.add(f, out, place, raw)
	}
	p.finish(out)
}
