package source

import (
	"bufio"
	"context"
	"io"
	"iter"
	"os"
	"slices"
	"sync"
)

// Read gives the records of all inputs, in the order that the package
// documents, and an *Error for each record or file that is bad. The name "-"
// stands for stdin. When ctx ends, the last element is ctx.Err().
//
// Read runs cfg.Workers goroutines while the loop over it runs. They end with
// it, or where it is left early as soon as the read that they are in is back.
func Read(ctx context.Context, inputs []string, stdin io.Reader, cfg Config) iter.Seq2[Record, error] {
	cfg = cfg.withDefaults()
	return func(yield func(Record, error) bool) {
		ids := newIDTable()
		run(ctx, &cfg, func(s *sink) {
			for _, e := range expand(inputs) {
				if s.stopped() {
					return
				}
				readEntry(s, e, stdin, cfg)
			}
		}, func(r *Record, err *Error) bool {
			if err == nil && cfg.RawOnly && r.Raw != nil {
				return yield(*r, nil)
			}
			if err == nil {
				err = overText(r, cfg.MaxText)
			}
			if err == nil {
				first, ok := ids.add(r.ID, r.File, r.Index)
				if ok {
					return yield(*r, nil)
				}
				err = &Error{r.File, r.Index, r.Offset, duplicate(r.ID, first)}
			}
			return yield(Record{}, err)
		})
		if err := ctx.Err(); err != nil {
			yield(Record{}, err)
		}
	}
}

// input is an open file, or a file inside an archive, on its way to a reader.
type input struct {
	name string // for places
	id   string // for ids
	path string // on disk, "" where it has none of its own
	cfg  Config
	sink *sink

	r       *bufio.Reader // after decompression
	packed  bool          // r is not the file as it lies on disk
	nesting int
	budget  *budget // nil until something is unpacked
	closers []func()
	size    int64 // bytes on disk or in the archive; -1 where unknown
}

// peekSize is how much of a file is looked at to find format and charset: more
// than the longest head of an HTML page with its declarations is wont to be.
const peekSize = 64 << 10

func readEntry(s *sink, e entry, stdin io.Reader, cfg Config) {
	f := &input{name: e.path, id: e.id, path: e.path, cfg: cfg, sink: s, size: -1}
	if e.err != nil {
		f.fail(e.err)
		return
	}
	if e.path == stdinName {
		if stdin == nil {
			f.fail(ErrEmpty)
			return
		}
		f.path = ""
		f.open(watched{stdin, cfg.OnRead})
		f.dispatch()
		return
	}
	h, err := os.Open(e.path)
	if err != nil {
		f.fail(cause(err))
		return
	}
	defer h.Close()
	// Between expand and here the path may have become a pipe or a device.
	info, err := h.Stat()
	switch {
	case err != nil:
		f.fail(cause(err))
	case !info.Mode().IsRegular():
		f.fail(ErrNotFile)
	default:
		f.size = info.Size()
		f.open(watched{h, cfg.OnRead})
		f.dispatch()
	}
}

// dispatch finds what the file is and has it read.
func (f *input) dispatch() {
	defer f.close()
	if !f.unwrap() {
		return
	}
	head, err := f.r.Peek(peekSize)
	if len(head) == 0 {
		if err == nil || err == io.EOF {
			err = ErrEmpty
		}
		f.fail(cause(err))
		return
	}
	format, g, err := sniff(f.name, head, err != nil)
	if err != nil {
		f.fail(err)
		return
	}
	readers[format](f, g)
}

// readers has the reader of each format. A reader sends records and errors to
// f.sink in order, and returns at the end of f.r.
var readers map[Format]func(f *input, g guess)

func init() {
	readers = map[Format]func(f *input, g guess){
		Text:  readText,
		HTML:  readHTML,
		JSONL: readJSONL,
		JSON:  readJSON,
		CSV:   readCSV,
		TSV:   readTSV,
		Txtar: readTxtar,

		RSS:    readRSS,
		Atom:   readAtom,
		NewsML: readNewsML,
		NITF:   readNITF,
		WARC:   readWARC,

		Parquet: readParquet,
	}
}

// open makes f read from r, with a buffer that is used again after close.
func (f *input) open(r io.Reader) {
	buffered := buffers.Get().(*bufio.Reader)
	buffered.Reset(r)
	f.r = buffered
	f.closers = append(f.closers, func() {
		buffered.Reset(nil)
		buffers.Put(buffered)
	})
}

var buffers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, peekSize) }}

// close frees what was opened, the last first.
func (f *input) close() {
	for _, release := range slices.Backward(f.closers) {
		release()
	}
	f.closers = nil
}

// fail reports the file as a whole.
func (f *input) fail(err error) { f.sink.fail(f.place(0, 0, err)) }

// place makes an error of f.
func (f *input) place(record int, offset int64, err error) *Error {
	return &Error{File: f.name, Record: record, Offset: offset, Err: cause(err)}
}

// all reads the rest of the file, which is one record, if it is within the
// limit.
func (f *input) all() ([]byte, error) {
	var b []byte
	var err error
	switch {
	case f.size > f.cfg.MaxRecord:
		return nil, tooLarge(f.size, f.cfg.MaxRecord)
	case f.size >= 0:
		b = make([]byte, 0, f.size+1)
	}
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		var n int
		n, err = f.r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if int64(len(b)) > f.cfg.MaxRecord {
			return nil, ErrTooLarge
		}
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}

// watched tells of its reads.
type watched struct {
	io.Reader
	told func(bytes int)
}

func (w watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if w.told != nil && n > 0 {
		w.told(n)
	}
	return n, err
}
