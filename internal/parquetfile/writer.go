package parquetfile

import (
	"fmt"
	"io"

	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/metadata"
	"github.com/apache/arrow-go/v18/parquet/schema"
)

// Kind is the type of a column's cells.
type Kind uint8

// The kinds, and what they are in a Parquet file.
const (
	Text   Kind = iota // string: BYTE_ARRAY (STRING)
	Int                // int: INT64
	Number             // float64: DOUBLE
	Bool               // bool: BOOLEAN
)

// Column is a named column.
type Column struct {
	Name     string
	Kind     Kind
	Optional bool // nil may stand for a value
}

// Writer writes rows to a Parquet file, compressed by zstd. It holds a row
// group in memory: groupRows rows, or groupBytes of text.
type Writer struct {
	out     *file.Writer
	columns []columnBuffer
	rows    int
	bytes   int
}

const (
	groupRows  = 64 << 10
	groupBytes = 16 << 20
)

// columnBuffer holds a column of a row group; one of its slices is used.
type columnBuffer struct {
	Column
	def    []int16 // 1 where there is a value; of optional columns
	texts  []parquet.ByteArray
	ints   []int64
	floats []float64
	bools  []bool
}

// NewWriter starts a file on w, which it does not close. note is key-value
// metadata of the file, in pairs.
func NewWriter(w io.Writer, columns []Column, note ...string) (*Writer, error) {
	out := &Writer{}
	var fields schema.FieldList
	for _, c := range columns {
		out.columns = append(out.columns, columnBuffer{Column: c})
		repetition := parquet.Repetitions.Required
		if c.Optional {
			repetition = parquet.Repetitions.Optional
		}
		switch c.Kind {
		case Text:
			node, err := schema.NewPrimitiveNodeLogical(c.Name, repetition, schema.StringLogicalType{}, parquet.Types.ByteArray, 0, -1)
			if err != nil {
				return nil, err
			}
			fields = append(fields, node)
		case Int:
			fields = append(fields, schema.NewInt64Node(c.Name, repetition, -1))
		case Number:
			fields = append(fields, schema.NewFloat64Node(c.Name, repetition, -1))
		default:
			fields = append(fields, schema.NewBooleanNode(c.Name, repetition, -1))
		}
	}
	root, err := schema.NewGroupNode("schema", parquet.Repetitions.Required, fields, -1)
	if err != nil {
		return nil, err
	}
	kv := metadata.NewKeyValueMetadata()
	for i := 0; i+1 < len(note); i += 2 {
		if err := kv.Append(note[i], note[i+1]); err != nil {
			return nil, err
		}
	}
	props := parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Zstd), parquet.WithCreatedBy("wirediff"))
	out.out, err = file.NewParquetWriterWithError(struct{ io.Writer }{w}, root, file.WithWriterProps(props), file.WithWriteMetadata(kv))
	return out, err
}

// Write adds a row: a cell a column, of its kind, or nil in an optional one.
func (w *Writer) Write(row []any) error {
	if len(row) != len(w.columns) {
		return fmt.Errorf("parquetfile: a row of %d cells, there are %d columns", len(row), len(w.columns))
	}
	for i, cell := range row {
		c := &w.columns[i]
		if !c.add(cell) {
			return fmt.Errorf("parquetfile: column %s has a cell of type %T", c.Name, cell)
		}
		if text, ok := cell.(string); ok {
			w.bytes += len(text)
		}
	}
	if w.rows++; w.rows >= groupRows || w.bytes >= groupBytes {
		return w.flush()
	}
	return nil
}

// add adds a cell, if it is one of the column's.
func (c *columnBuffer) add(cell any) (ok bool) {
	if cell == nil {
		c.def = append(c.def, 0)
		return c.Optional
	}
	switch v := cell.(type) {
	case string:
		ok = c.Kind == Text
		c.texts = append(c.texts, parquet.ByteArray(v))
	case int:
		ok = c.Kind == Int
		c.ints = append(c.ints, int64(v))
	case float64:
		ok = c.Kind == Number
		c.floats = append(c.floats, v)
	case bool:
		ok = c.Kind == Bool
		c.bools = append(c.bools, v)
	}
	if c.Optional {
		c.def = append(c.def, 1)
	}
	return ok
}

// flush writes the row group.
func (w *Writer) flush() error {
	if w.rows == 0 {
		return nil
	}
	group, err := w.out.AppendRowGroupChecked()
	if err != nil {
		return err
	}
	for i := range w.columns {
		c := &w.columns[i]
		chunk, err := group.NextColumn()
		if err != nil {
			return err
		}
		switch chunk := chunk.(type) {
		case *file.ByteArrayColumnChunkWriter:
			_, err = chunk.WriteBatch(c.texts, c.def, nil)
		case *file.Int64ColumnChunkWriter:
			_, err = chunk.WriteBatch(c.ints, c.def, nil)
		case *file.Float64ColumnChunkWriter:
			_, err = chunk.WriteBatch(c.floats, c.def, nil)
		case *file.BooleanColumnChunkWriter:
			_, err = chunk.WriteBatch(c.bools, c.def, nil)
		}
		if err == nil {
			err = chunk.Close()
		}
		if err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
		clear(c.texts) // so that they can be freed
		c.def, c.texts, c.ints, c.floats, c.bools = c.def[:0], c.texts[:0], c.ints[:0], c.floats[:0], c.bools[:0]
	}
	w.rows, w.bytes = 0, 0
	return group.Close()
}

// Close writes what is left and ends the file.
func (w *Writer) Close() error {
	if err := w.flush(); err != nil {
		return err
	}
	return w.out.Close()
}
