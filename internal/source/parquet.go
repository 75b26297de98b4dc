package source

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/schema"
)

// parquetMagic begins and ends a Parquet file.
const parquetMagic = "PAR1"

var errParquet = errors.New("the Parquet file is cut off or damaged")

// readParquet reads the rows of a Parquet file, a row group after the other,
// and of those only the columns that are wanted, a page at a time. Its
// directory stands at its end: a file from a stream is held in memory, within
// the limit of a record. The offset of a row is that of its row group's text.
func readParquet(f *input, _ guess) {
	at, size, release, err := f.readerAt()
	if err != nil {
		f.fail(err)
		return
	}
	defer release()
	if f.cfg.OnParquet != nil {
		if err := f.cfg.OnParquet(f.name, io.NewSectionReader(at, 0, size)); err != nil {
			f.fail(err)
		}
		return
	}
	p := parquetFile{f: f}
	if err := guarded(func() error { return p.open(at, size) }); err != nil {
		f.fail(err)
		return
	}
	for group := range p.pq.NumRowGroups() {
		if f.sink.stopped() {
			return
		}
		meta := p.pq.MetaData().RowGroup(group)
		from, offset := p.row, int64(0)
		err := guarded(func() error {
			chunk, err := meta.ColumnChunk(p.leaf[fieldText])
			if err != nil {
				return err
			}
			offset = chunk.DataPageOffset()
			return p.rows(group, offset)
		})
		if err != nil {
			f.sink.fail(f.place(p.row+1, offset, fmt.Errorf("%w: %w", errParquet, err)))
			p.row = from + int(max(meta.NumRows(), 0))
		}
	}
}

// guarded makes a panic of the library on damaged data an error.
func guarded(f func() error) (err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w: %v", errParquet, x)
		}
	}()
	return f()
}

type parquetFile struct {
	f    *input
	pq   *file.Reader
	leaf [fieldCount]int // column of each field, or -1
	head []byte          // Record.Header
	row  int             // rows so far
}

// open reads the directory and finds the columns.
func (p *parquetFile) open(at io.ReaderAt, size int64) error {
	props := parquet.NewReaderProperties(memory.DefaultAllocator)
	props.BufferedStreamEnabled = true
	// Writers make pages of a megabyte; a record may need a larger one.
	props.MaxUncompressedPageSize = max(p.f.cfg.MaxRecord, 64<<20)
	props.MaxCompressedPageSize = props.MaxUncompressedPageSize
	var err error
	if p.pq, err = file.NewParquetReader(io.NewSectionReader(at, 0, size), file.WithReadProps(props)); err != nil {
		return fmt.Errorf("%w: %w", errParquet, err)
	}
	columns := p.pq.MetaData().Schema
	p.head = []byte(columns.String())
	var rank [fieldCount]uint8
	var names []string
	for i := range p.leaf {
		p.leaf[i] = -1
	}
	for i := range columns.NumColumns() {
		column := columns.Column(i)
		names = append(names, column.Path())
		for _, want := range p.f.cfg.fieldTable() {
			if flat(column) && strings.EqualFold(column.Path(), want.name) && (p.leaf[want.field] < 0 || want.rank < rank[want.field]) {
				p.leaf[want.field], rank[want.field] = i, want.rank
			}
		}
	}
	if p.leaf[fieldText] < 0 {
		return fmt.Errorf("%w: no column for it; the columns are %s", ErrNoText, clip(strings.Join(names, ", ")))
	}
	return nil
}

// flat reports a column with one value or none a row.
func flat(c *schema.Column) bool {
	return c.MaxRepetitionLevel() == 0 && c.MaxDefinitionLevel() <= 1
}

// rows reads a row group.
func (p *parquetFile) rows(group int, offset int64) error {
	f := p.f
	r := p.pq.RowGroup(group)
	var columns [fieldCount]*parquetColumn
	for want, i := range p.leaf {
		if i < 0 {
			continue
		}
		chunk, err := r.Column(i)
		if err != nil {
			return err
		}
		if columns[want], err = newParquetColumn(chunk); err != nil {
			return err
		}
	}
	for range r.NumRows() {
		if f.sink.stopped() {
			return nil
		}
		rec := Record{File: f.name, Index: p.row + 1, Offset: offset, Format: Parquet, Header: p.head}
		var values [fieldCount]string
		var tooLong int64
		for want, c := range columns {
			if c == nil {
				continue
			}
			if err := c.next(); err != nil {
				return err
			}
			if n := int64(c.size()); n > f.cfg.MaxRecord {
				tooLong = n
				continue
			}
			values[want] = c.text()
			if field(want) == fieldPublished {
				rec.Published = c.time()
			}
		}
		p.row++
		rec.Text, rec.ID, rec.Title, rec.Outlet = values[fieldText], values[fieldID], values[fieldTitle], values[fieldOutlet]
		rec.URL, rec.Byline, rec.Lang = values[fieldURL], values[fieldByline], values[fieldLang]
		rec.EdNote, rec.Signal, rec.Previous = values[fieldNote], values[fieldSignal], compact(values[fieldPrevious])
		if rec.Published.IsZero() {
			rec.date(values[fieldPublished])
		}
		err := rec.finish(f)
		if tooLong > 0 {
			err = tooLarge(tooLong, f.cfg.MaxRecord)
		}
		if err != nil {
			f.sink.fail(f.place(p.row, offset, err))
			continue
		}
		f.sink.emit(rec)
	}
	return nil
}

// parquetColumn gives the values of a column chunk one by one.
type parquetColumn struct {
	chunk   file.ColumnChunkReader
	def     []int16 // definition levels: 0 for null where maxDef is 1
	maxDef  int16
	rows    int // in the batch
	row     int // next in the batch
	value   int // next of its values, which nulls are not among
	null    bool
	bytes   []parquet.ByteArray
	longs   []int64
	ints    []int32
	doubles []float64
}

// parquetBatch is how many values are decoded at once.
const parquetBatch = 256

func newParquetColumn(chunk file.ColumnChunkReader) (*parquetColumn, error) {
	c := &parquetColumn{chunk: chunk, def: make([]int16, parquetBatch), maxDef: chunk.Descriptor().MaxDefinitionLevel()}
	switch chunk.(type) {
	case *file.ByteArrayColumnChunkReader:
		c.bytes = make([]parquet.ByteArray, parquetBatch)
	case *file.Int64ColumnChunkReader:
		c.longs = make([]int64, parquetBatch)
	case *file.Int32ColumnChunkReader:
		c.ints = make([]int32, parquetBatch)
	case *file.Float64ColumnChunkReader:
		c.doubles = make([]float64, parquetBatch)
	default:
		return nil, fmt.Errorf("column %s is of type %v, which is not read", clip(chunk.Descriptor().Path()), chunk.Type())
	}
	return c, nil
}

// next goes to the next row.
func (c *parquetColumn) next() error {
	if c.row > 0 && !c.null {
		c.value++
	}
	if c.row == c.rows {
		if err := c.fill(); err != nil {
			return err
		}
	}
	c.null = c.maxDef > 0 && c.def[c.row] < c.maxDef
	c.row++
	return nil
}

// fill decodes a batch. Values are parts of a page, which stays until the next.
func (c *parquetColumn) fill() error {
	if !c.chunk.HasNext() {
		if err := c.chunk.Err(); err != nil {
			return err
		}
		return io.ErrUnexpectedEOF
	}
	var n int64
	var err error
	switch r := c.chunk.(type) {
	case *file.ByteArrayColumnChunkReader:
		n, _, err = r.ReadBatchInPage(parquetBatch, c.bytes, c.def, nil)
	case *file.Int64ColumnChunkReader:
		n, _, err = r.ReadBatchInPage(parquetBatch, c.longs, c.def, nil)
	case *file.Int32ColumnChunkReader:
		n, _, err = r.ReadBatchInPage(parquetBatch, c.ints, c.def, nil)
	case *file.Float64ColumnChunkReader:
		n, _, err = r.ReadBatchInPage(parquetBatch, c.doubles, c.def, nil)
	}
	if err == nil && n == 0 {
		err = io.ErrUnexpectedEOF
	}
	c.rows, c.row, c.value, c.null = int(n), 0, 0, true
	return err
}

// size is the length of the value as bytes.
func (c *parquetColumn) size() int {
	if c.null || c.bytes == nil {
		return 0
	}
	return len(c.bytes[c.value])
}

// text gives the value as text, "" for null.
func (c *parquetColumn) text() string {
	switch {
	case c.null:
		return ""
	case c.bytes != nil:
		return toNFC(c.bytes[c.value])
	case c.longs != nil:
		return strconv.FormatInt(c.longs[c.value], 10)
	case c.ints != nil:
		return strconv.FormatInt(int64(c.ints[c.value]), 10)
	default:
		return strconv.FormatFloat(c.doubles[c.value], 'f', -1, 64)
	}
}

// time gives the value of a column of dates or time stamps, or the zero time.
func (c *parquetColumn) time() (t time.Time) {
	if c.null {
		return t
	}
	switch kind := c.chunk.Descriptor().LogicalType().(type) {
	case schema.DateLogicalType:
		if c.ints != nil {
			t = time.Unix(int64(c.ints[c.value])*24*60*60, 0)
		}
	case schema.TimestampLogicalType:
		if c.longs == nil {
			return t
		}
		switch kind.TimeUnit() {
		case schema.TimeUnitMillis:
			t = time.UnixMilli(c.longs[c.value])
		case schema.TimeUnitMicros:
			t = time.UnixMicro(c.longs[c.value])
		default:
			t = time.Unix(0, c.longs[c.value])
		}
	}
	t, _ = plausible(t.UTC())
	return t
}
