package source

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"
)

// ratioFrom is the size from which MaxRatio is looked at: what unpacks to less
// does no harm.
const ratioFrom = 64 << 20

// maxWindow is the most memory that a decompressor may take for what it looks
// back to: what zstd --long makes and its own program accepts, twice what
// xz -9 makes.
const maxWindow = 128 << 20

var (
	errTruncated = errors.New("the compressed data is cut off or damaged")
	errWindowing = errors.New("the compressed data asks for too much memory")
)

// packings are the compressions of one file, known by their first bytes.
var packings = []struct {
	magic string
	open  func(r *bufio.Reader) (io.Reader, func(), error)
}{
	{"\x1F\x8B", openGzip},
	{"\x28\xB5\x2F\xFD", openZstd},
	{"BZh", openBzip2},
	{"\xFD7zXZ\x00", openXZ},
}

func openGzip(r *bufio.Reader) (io.Reader, func(), error) {
	z, err := gzip.NewReader(r)
	return z, func() {}, err
}

func openZstd(r *bufio.Reader) (io.Reader, func(), error) {
	// One goroutine: the workers have use for the others.
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
		zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, nil, err
	}
	return z, z.Close, nil
}

func openBzip2(r *bufio.Reader) (io.Reader, func(), error) {
	return bzip2.NewReader(r), func() {}, nil
}

// openXZ looks at the window that the first block asks for (section 5.3.1 of
// the .xz format) before the library takes it, which it does up to 4 GiB.
func openXZ(r *bufio.Reader) (io.Reader, func(), error) {
	const streamHeader, lzma2 = 12, 0x21
	head, _ := r.Peek(streamHeader + 32)
	if len(head) > streamHeader+2 {
		filters := head[streamHeader+2:]
		if i := bytes.Index(filters, []byte{lzma2, 1}); i >= 0 && i+2 < len(filters) {
			if size, err := lzma.DecodeDictCap(filters[i+2]); err == nil && size > maxWindow {
				return nil, nil, errWindowing
			}
		}
	}
	z, err := xz.NewReader(r)
	return z, func() {}, err
}

// budget is what one file that was named has used of its limits, all wrappers
// in it together.
type budget struct {
	cfg      Config
	packed   func() int64 // bytes read of the outermost wrapper
	unpacked int64
	over     error // the limit that was met
}

func (b *budget) add(n int) error {
	b.unpacked += int64(n)
	switch {
	case b.over != nil:
	case b.unpacked > b.cfg.MaxUnpacked:
		b.over = fmt.Errorf("%w of %d bytes", ErrUnpacked, b.cfg.MaxUnpacked)
	case b.unpacked > ratioFrom && b.unpacked/b.cfg.MaxRatio > b.packed():
		b.over = fmt.Errorf("%w: over %d times its packed size", ErrUnpacked, b.cfg.MaxRatio)
	}
	return b.over
}

// unwrap replaces f.r by the decompressed stream as often as the first bytes
// ask for it, and reads archives. It reports false where nothing is left to
// read.
func (f *input) unwrap() bool {
	for {
		head, _ := f.r.Peek(tarMagicEnd)
		if archive := archiveOf(head); archive != nil {
			if f.nest() {
				archive(f)
			}
			return false
		}
		opened := false
		for _, p := range packings {
			if bytes.HasPrefix(head, []byte(p.magic)) {
				if !f.nest() || !f.decompress(p.open) {
					return false
				}
				opened = true
				break
			}
		}
		if !opened {
			return true
		}
	}
}

// nest counts a wrapper.
func (f *input) nest() bool {
	if f.nesting++; f.nesting > f.cfg.MaxNesting {
		f.fail(fmt.Errorf("%w of %d", ErrNested, f.cfg.MaxNesting))
		return false
	}
	return true
}

func (f *input) decompress(open func(*bufio.Reader) (io.Reader, func(), error)) bool {
	if f.budget == nil {
		count := &counter{r: f.r}
		f.budget = &budget{cfg: f.cfg, packed: func() int64 { return count.n }}
		f.open(count)
	}
	r, release, err := open(f.r)
	if err != nil {
		f.fail(fmt.Errorf("%w: %w", errTruncated, err))
		return false
	}
	f.closers = append(f.closers, release)
	f.open(&limited{r: r, budget: f.budget})
	f.packed, f.size = true, -1
	return true
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

// limited ends an unpacked stream where it is over a limit or damaged.
type limited struct {
	r      io.Reader
	budget *budget
}

func (l *limited) Read(p []byte) (n int, err error) {
	defer func() {
		// The decompressors were written for data that was meant for them.
		if x := recover(); x != nil {
			n, err = 0, fmt.Errorf("%w: %v", errTruncated, x)
		}
	}()
	if l.budget.over != nil {
		return 0, l.budget.over
	}
	n, err = l.r.Read(p)
	if over := l.budget.add(n); over != nil {
		return n, over
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%w: %w", errTruncated, err)
	}
	return n, err
}
