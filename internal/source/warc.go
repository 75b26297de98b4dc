package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
)

// readWARC reads the pages of a web archive (WARC 1.0 and 1.1, ISO 28500):
// responses with status 200, resources and conversions whose content is HTML
// or plain text. Other records are passed over; they are no articles. The
// record's own id is the document's, since an archive may hold one address
// many times.
func readWARC(f *input, _ guess) {
	w := warcReader{r: f.r}
	for n := 1; !f.sink.stopped(); n++ {
		rec, err := w.next(f.cfg.MaxRecord)
		if err == io.EOF {
			return
		}
		if err != nil {
			f.sink.fail(f.place(n, rec.offset, err))
			if w.ended {
				return
			}
			continue
		}
		f.sink.spawn(func(out *batch) {
			r := Record{File: f.name, Index: n, Offset: rec.offset, Format: WARC}
			switch ok, err := rec.fill(&r); {
			case err == nil && ok:
				if r.ID == "" {
					r.ID = fmt.Sprintf("%s#%d", f.id, n)
				}
				out.emit(r)
			case err != nil:
				out.fail(f.place(n, rec.offset, err))
			}
		})
	}
}

// warcRecord is a record with its content, which is nil where it is not of a
// kind that is read.
type warcRecord struct {
	offset int64
	header textproto.MIMEHeader
	block  []byte
}

type warcReader struct {
	r      *bufio.Reader
	offset int64
	ended  bool
}

var (
	errWARCHeader = errors.New("malformed WARC record header")
	errWARCLength = errors.New("the WARC record does not end where its Content-Length says")
)

// next reads a record. After an error that leaves the place of the next one
// open, it goes on at the next line that begins one.
func (w *warcReader) next(limit int64) (rec warcRecord, err error) {
	line := ""
	for line == "" { // records end with two blank lines
		rec.offset = w.offset
		if line, err = w.line(); err != nil {
			w.ended = true
			return rec, err
		}
	}
	if !strings.HasPrefix(line, "WARC/") {
		w.resync()
		return rec, errWARCLength
	}
	rec.header = textproto.MIMEHeader{}
	for {
		line, err := w.line()
		if err != nil {
			w.ended = true
			return rec, unexpected(err)
		}
		if line == "" {
			break
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || len(rec.header) > 100 { // the standard has nineteen fields
			w.resync()
			return rec, errWARCHeader
		}
		rec.header.Add(key, strings.TrimSpace(value))
	}
	size, err := strconv.ParseInt(rec.header.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		w.resync()
		return rec, fmt.Errorf("%w: Content-Length %s", errWARCHeader, clip(rec.header.Get("Content-Length")))
	}
	if !rec.wanted() || size > limit {
		n, err := io.CopyN(io.Discard, w.r, size)
		w.offset += n
		switch {
		case err != nil:
			w.ended = true
			return rec, unexpected(err)
		case rec.wanted():
			return rec, tooLarge(size, limit)
		}
		return rec, nil
	}
	var b bytes.Buffer // grows with what is there, not with what is promised
	n, err := io.CopyN(&b, w.r, size)
	w.offset += n
	if err != nil {
		w.ended = true
		return rec, unexpected(err)
	}
	rec.block = b.Bytes()
	return rec, nil
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// line reads a header line without its end.
func (w *warcReader) line() (string, error) {
	const longest = 64 << 10 // bufio's buffer; target addresses are shorter
	b, err := w.r.ReadSlice('\n')
	w.offset += int64(len(b))
	switch {
	case err == bufio.ErrBufferFull:
		return clip(string(b[:100])), nil // no header: ends in a resync
	case err == io.EOF && len(b) > 0:
		err = nil
	}
	return strings.TrimRight(toNFC(b[:min(len(b), longest)]), "\r\n"), err
}

// resync goes to the next line that begins a record.
func (w *warcReader) resync() {
	for {
		head, err := w.r.Peek(len("WARC/1."))
		if err != nil {
			w.offset += int64(len(head))
			w.r.Discard(len(head))
			return
		}
		if string(head) == "WARC/1." {
			return
		}
		b, err := w.r.ReadSlice('\n')
		w.offset += int64(len(b))
		if err != nil && err != bufio.ErrBufferFull {
			return
		}
	}
}

// wanted reports that the record may hold a page.
func (rec *warcRecord) wanted() bool {
	kind := strings.ToLower(rec.header.Get("Content-Type"))
	switch strings.ToLower(rec.header.Get("WARC-Type")) {
	case "response":
		return strings.HasPrefix(kind, "application/http")
	case "resource", "conversion":
		return isPage(kind)
	}
	return false
}

func isPage(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return (err == nil || kind != "") && (kind == "text/html" || kind == "application/xhtml+xml" || kind == "text/plain")
}

// fill makes a document of the record; false where it is none.
func (rec *warcRecord) fill(r *Record) (bool, error) {
	if rec.block == nil {
		return false, nil
	}
	r.ID = strings.Trim(rec.header.Get("WARC-Record-ID"), "<>")
	body, kind := rec.block, rec.header.Get("Content-Type")
	if strings.EqualFold(rec.header.Get("WARC-Type"), "response") {
		var err error
		if body, kind, err = httpBody(rec.block); body == nil || err != nil {
			return false, err
		}
	}
	_, params, _ := mime.ParseMediaType(kind)
	if strings.HasPrefix(kind, "text/plain") {
		text, g := decodeAll(body, params["charset"])
		if r.Text = text; g.why != "" {
			r.warn("%s", g.why)
		}
		if isBinary(text) {
			return false, ErrBinary
		}
	} else {
		g := guessCharset(body, params["charset"])
		if params["charset"] == "" {
			g = declaredCharset(body, g)
		}
		if g.why != "" {
			r.warn("%s", g.why)
		}
		if err := fillFromPage(r, g.decode(body)); err != nil {
			return false, err
		}
	}
	if r.URL == "" {
		r.URL = oneLine(strings.Trim(rec.header.Get("WARC-Target-URI"), "<>"))
	}
	if blank(r.Text) {
		return false, ErrNoText
	}
	return true, nil
}

// httpBody takes the page out of an HTTP response; nil where it is none.
func httpBody(block []byte) (body []byte, kind string, err error) {
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return nil, "", fmt.Errorf("malformed HTTP response: %w", err)
	}
	defer response.Body.Close()
	kind = strings.ToLower(response.Header.Get("Content-Type"))
	if response.StatusCode != http.StatusOK || kind != "" && !isPage(kind) {
		return nil, "", nil
	}
	var r io.Reader = response.Body
	switch strings.ToLower(response.Header.Get("Content-Encoding")) {
	case "gzip", "x-gzip":
		// Some crawlers store the body unpacked and keep the header.
		b := bufio.NewReader(r)
		r = b
		if magic, _ := b.Peek(2); string(magic) == "\x1F\x8B" {
			if r, err = gzip.NewReader(b); err != nil {
				return nil, "", fmt.Errorf("%w: %w", errTruncated, err)
			}
		}
	case "deflate":
		b := bufio.NewReader(r)
		if magic, _ := b.Peek(2); len(magic) == 2 && magic[0]&0x0F == 8 && (int(magic[0])<<8|int(magic[1]))%31 == 0 {
			b.Discard(2) // the header of RFC 1950, which not all servers send
		}
		r = flate.NewReader(b)
	case "", "identity":
	default:
		return nil, "", fmt.Errorf("content encoding %s is not read", clip(response.Header.Get("Content-Encoding")))
	}
	const most = 64 << 20 // as the default of MaxRecord; it unpacks a record within that
	body, err = io.ReadAll(io.LimitReader(r, most+1))
	if len(body) > most {
		return nil, "", tooLarge(int64(len(body)), most)
	}
	if err != nil && len(body) == 0 {
		return nil, "", fmt.Errorf("HTTP body: %w", err)
	}
	return body, kind, nil // what a broken transfer left is the page
}
