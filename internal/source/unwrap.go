package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// ratioFrom is the size from which MaxRatio is looked at: what unpacks to less
// does no harm.
const ratioFrom = 64 << 20

// packings are the compressions of one file, known by their first bytes.
var packings = []struct {
	magic string
	open  func(r io.Reader) (io.Reader, func(), error)
}{
	{"\x1F\x8B", openGzip},
	{"\x28\xB5\x2F\xFD", openZstd},
}

func openGzip(r io.Reader) (io.Reader, func(), error) {
	z, err := gzip.NewReader(r)
	return z, func() {}, err
}

func openZstd(r io.Reader) (io.Reader, func(), error) {
	// One goroutine: the workers have use for the others. A window of 128 MiB
	// is what zstd --long makes, and what its own program accepts.
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(128<<20))
	if err != nil {
		return nil, nil, err
	}
	return z, z.Close, nil
}

// unwrap replaces f.r by the decompressed stream as often as the first bytes
// ask for it. It reports false where nothing is left to read.
func (f *file) unwrap() bool {
	for {
		head, _ := f.r.Peek(8)
		opened := false
		for _, p := range packings {
			if !bytes.HasPrefix(head, []byte(p.magic)) {
				continue
			}
			if f.nesting++; f.nesting > f.cfg.MaxNesting {
				f.fail(fmt.Errorf("%w of %d", ErrNested, f.cfg.MaxNesting))
				return false
			}
			count := &counter{r: f.r}
			r, release, err := p.open(count)
			if err != nil {
				f.fail(fmt.Errorf("%w: %w", errTruncated, err))
				return false
			}
			f.closers = append(f.closers, release)
			f.r = bufio.NewReaderSize(&limited{r: r, packed: count, cfg: f.cfg}, peekSize)
			f.packed, f.size, opened = true, -1, true
			break
		}
		if !opened {
			return true
		}
	}
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// limited ends an unpacked stream with ErrUnpacked where it is over a limit.
type limited struct {
	r      io.Reader
	packed *counter
	cfg    Config
	n      int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	l.n += int64(n)
	switch {
	case l.n > l.cfg.MaxUnpacked:
		return n, fmt.Errorf("%w of %d bytes", ErrUnpacked, l.cfg.MaxUnpacked)
	case l.n > ratioFrom && l.n/l.cfg.MaxRatio > l.packed.n:
		return n, fmt.Errorf("%w: %d times its packed size", ErrUnpacked, l.cfg.MaxRatio)
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%w: %w", errTruncated, err)
	}
	return n, err
}

var errTruncated = errors.New("the compressed data is cut off or damaged")
