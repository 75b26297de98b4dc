package parquetfile

import (
	"errors"
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/schema"
)

// ErrSchema is that two files do not have the same columns.
var ErrSchema = errors.New("the Parquet files have different columns")

// Copier writes rows of Parquet files to one file: with all their columns,
// nested ones included, the key-value metadata of the first file and its
// compression. It holds a batch of one column in memory.
type Copier struct {
	w   io.Writer
	out *file.Writer
	own *schema.Schema
}

// NewCopier starts a file on w. Close ends it.
func NewCopier(w io.Writer) *Copier { return &Copier{w: w} }

// catch makes a panic of the library on damaged data an error.
func catch(err *error) {
	if x := recover(); x != nil {
		*err = fmt.Errorf("the Parquet file is damaged: %v", x)
	}
}

// Copy copies the rows of a file for which keep holds; it is asked for every
// row, counted from 0 in the file, more than once and in no order.
func (c *Copier) Copy(from *io.SectionReader, keep func(row int) bool) (err error) {
	defer catch(&err)
	props := parquet.NewReaderProperties(memory.DefaultAllocator)
	props.BufferedStreamEnabled = true
	in, err := file.NewParquetReader(from, file.WithReadProps(props))
	if err != nil {
		return err
	}
	defer in.Close()
	meta := in.MetaData()
	if c.out == nil {
		if err := c.start(in); err != nil {
			return err
		}
	} else if !meta.Schema.Equals(c.own) {
		return ErrSchema
	}
	first := 0
	for g := range in.NumRowGroups() {
		n := int(meta.RowGroup(g).NumRows())
		kept := make([]bool, n)
		any := false
		for i := range kept {
			kept[i] = keep(first + i)
			any = any || kept[i]
		}
		first += n
		if !any {
			continue
		}
		if err := c.group(in.RowGroup(g), kept); err != nil {
			return err
		}
	}
	return nil
}

func (c *Copier) start(in *file.Reader) error {
	meta := in.MetaData()
	c.own = meta.Schema
	var props []parquet.WriterProperty
	if in.NumRowGroups() > 0 {
		for i := range c.own.NumColumns() {
			chunk, err := meta.RowGroup(0).ColumnChunk(i)
			if err != nil {
				return err
			}
			props = append(props, parquet.WithCompressionPath(parquet.ColumnPath(c.own.Column(i).ColumnPath()), chunk.Compression()))
		}
	}
	var err error
	c.out, err = file.NewParquetWriterWithError(c.w, c.own.Root(), file.WithWriterProps(parquet.NewWriterProperties(props...)), file.WithWriteMetadata(meta.KeyValueMetadata()))
	return err
}

func (c *Copier) group(in *file.RowGroupReader, kept []bool) error {
	out, err := c.out.AppendRowGroupChecked()
	if err != nil {
		return err
	}
	for i := range c.own.NumColumns() {
		from, err := in.Column(i)
		if err != nil {
			return err
		}
		to, err := out.NextColumn()
		if err != nil {
			return err
		}
		if err := copyColumn(from, to, kept); err != nil {
			return fmt.Errorf("column %s: %w", c.own.Column(i).Path(), err)
		}
		if err := to.Close(); err != nil {
			return err
		}
	}
	return out.Close()
}

// copyColumn copies the values of the rows that are kept.
func copyColumn(from file.ColumnChunkReader, to file.ColumnChunkWriter, kept []bool) error {
	d := from.Descriptor()
	l := levels{kept: kept, maxDef: d.MaxDefinitionLevel(), maxRep: d.MaxRepetitionLevel(), row: -1}
	switch from := from.(type) {
	case *file.BooleanColumnChunkReader:
		return copyValues(from, to.(*file.BooleanColumnChunkWriter), &l)
	case *file.Int32ColumnChunkReader:
		return copyValues(from, to.(*file.Int32ColumnChunkWriter), &l)
	case *file.Int64ColumnChunkReader:
		return copyValues(from, to.(*file.Int64ColumnChunkWriter), &l)
	case *file.Int96ColumnChunkReader:
		return copyValues(from, to.(*file.Int96ColumnChunkWriter), &l)
	case *file.Float32ColumnChunkReader:
		return copyValues(from, to.(*file.Float32ColumnChunkWriter), &l)
	case *file.Float64ColumnChunkReader:
		return copyValues(from, to.(*file.Float64ColumnChunkWriter), &l)
	case *file.ByteArrayColumnChunkReader:
		return copyValues(from, to.(*file.ByteArrayColumnChunkWriter), &l)
	case *file.FixedLenByteArrayColumnChunkReader:
		return copyValues(from, to.(*file.FixedLenByteArrayColumnChunkWriter), &l)
	}
	return fmt.Errorf("its type %v is not copied", from.Type())
}

// levels follow the rows of a column chunk through its batches: a value is the
// first of its row where its repetition level is 0, and it is there at all
// where its definition level is the greatest.
type levels struct {
	kept           []bool
	maxDef, maxRep int16
	row            int
}

type reader[T any] interface {
	HasNext() bool
	Err() error
	ReadBatchInPage(n int64, values []T, def, rep []int16) (int64, int, error)
}

type writer[T any] interface {
	WriteBatch(values []T, def, rep []int16) (int64, error)
}

// copyBatch is how many values are decoded at once.
const copyBatch = 1024

func copyValues[T any](from reader[T], to writer[T], l *levels) error {
	values := make([]T, copyBatch)
	def, rep := make([]int16, copyBatch), make([]int16, copyBatch)
	for from.HasNext() {
		n, _, err := from.ReadBatchInPage(copyBatch, values, def, rep)
		if err != nil {
			return err
		}
		if n == 0 {
			return io.ErrUnexpectedEOF
		}
		kept, at, value := 0, 0, 0 // at: values written over those that are dropped
		for i := range int(n) {
			if l.maxRep == 0 || rep[i] == 0 {
				l.row++
			}
			there := l.maxDef == 0 || def[i] == l.maxDef
			if l.row < len(l.kept) && l.kept[l.row] {
				if there {
					values[at] = values[value]
					at++
				}
				def[kept], rep[kept] = def[i], rep[i]
				kept++
			}
			if there {
				value++
			}
		}
		if kept == 0 {
			continue
		}
		d, r := def[:kept], rep[:kept]
		if l.maxDef == 0 {
			d = nil
		}
		if l.maxRep == 0 {
			r = nil
		}
		if _, err := to.WriteBatch(values[:at], d, r); err != nil {
			return err
		}
	}
	if err := from.Err(); err != nil {
		return err
	}
	if l.row+1 != len(l.kept) {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// Close ends the file. With nothing copied there is none: an error.
func (c *Copier) Close() (err error) {
	defer catch(&err)
	if c.out == nil {
		return errors.New("no Parquet file was copied from")
	}
	return c.out.Close()
}
