package parquetfile

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/metadata"
	"github.com/apache/arrow-go/v18/parquet/schema"
)

// nested is a table with a column of each physical type, nulls, and a repeated
// group: what a data set may have that this program does not read.
func nested(t *testing.T, dir string) (name string) {
	t.Helper()
	root, err := schema.NewGroupNode("schema", parquet.Repetitions.Required, schema.FieldList{
		schema.NewByteArrayNode("id", parquet.Repetitions.Required, -1),
		schema.NewInt32Node("n", parquet.Repetitions.Optional, -1),
		schema.NewBooleanNode("flag", parquet.Repetitions.Required, -1),
		schema.NewFloat32Node("f", parquet.Repetitions.Required, -1),
		schema.NewFixedLenByteArrayNode("hash", parquet.Repetitions.Required, 4, -1),
		schema.MustGroup(schema.NewGroupNode("tags", parquet.Repetitions.Repeated, schema.FieldList{schema.NewInt64Node("tag", parquet.Repetitions.Optional, -1)}, -1)),
	}, -1)
	if err != nil {
		t.Fatal(err)
	}
	kv := metadata.NewKeyValueMetadata()
	if err := kv.Append("pandas", `{"made":"up"}`); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := file.NewParquetWriter(&b, root, file.WithWriterProps(parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Zstd))), file.WithWriteMetadata(kv))
	for range 2 {
		g, err := w.AppendRowGroupChecked()
		if err != nil {
			t.Fatal(err)
		}
		write := func(f func(c file.ColumnChunkWriter) error) {
			t.Helper()
			c, err := g.NextColumn()
			if err == nil {
				err = f(c)
			}
			if err == nil {
				err = c.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		write(func(c file.ColumnChunkWriter) error {
			_, err := c.(*file.ByteArrayColumnChunkWriter).WriteBatch([]parquet.ByteArray{[]byte("a"), []byte("b"), []byte("c")}, nil, nil)
			return err
		})
		write(func(c file.ColumnChunkWriter) error {
			_, err := c.(*file.Int32ColumnChunkWriter).WriteBatch([]int32{1, 3}, []int16{1, 0, 1}, nil)
			return err
		})
		write(func(c file.ColumnChunkWriter) error {
			_, err := c.(*file.BooleanColumnChunkWriter).WriteBatch([]bool{true, false, true}, nil, nil)
			return err
		})
		write(func(c file.ColumnChunkWriter) error {
			_, err := c.(*file.Float32ColumnChunkWriter).WriteBatch([]float32{0.5, 1.5, 2.5}, nil, nil)
			return err
		})
		write(func(c file.ColumnChunkWriter) error {
			_, err := c.(*file.FixedLenByteArrayColumnChunkWriter).WriteBatch([]parquet.FixedLenByteArray{[]byte("aaaa"), []byte("bbbb"), []byte("cccc")}, nil, nil)
			return err
		})
		write(func(c file.ColumnChunkWriter) error { // a: 10, null; b: none; c: 30
			_, err := c.(*file.Int64ColumnChunkWriter).WriteBatch([]int64{10, 30}, []int16{2, 1, 0, 2}, []int16{0, 1, 0, 0})
			return err
		})
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	name = filepath.Join(dir, "in.parquet")
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// levelsOf are a column's values and levels, all row groups after each other.
func levelsOf[T any](t *testing.T, r *file.Reader, column int) (values []T, def, rep []int16) {
	t.Helper()
	for g := range r.NumRowGroups() {
		chunk, err := r.RowGroup(g).Column(column)
		if err != nil {
			t.Fatal(err)
		}
		v, d, p := make([]T, 16), make([]int16, 16), make([]int16, 16)
		n, m, err := any(chunk).(interface {
			ReadBatch(n int64, values []T, def, rep []int16) (int64, int, error)
		}).ReadBatch(16, v, d, p)
		if err != nil {
			t.Fatal(err)
		}
		values, def, rep = append(values, v[:m]...), append(def, d[:n]...), append(rep, p[:n]...)
	}
	return values, def, rep
}

func equal[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %v, want %v", what, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s: %v, want %v", what, got, want)
			return
		}
	}
}

// TestCopier drops rows of which one has a null and one a list, and a whole
// row group, and holds the rest to be as it was.
func TestCopier(t *testing.T) {
	data, err := os.ReadFile(nested(t, t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	c := NewCopier(&b)
	for range 2 {
		if err := c.Copy(section(data), func(row int) bool { return row == 0 || row == 1 }); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := file.NewParquetReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if r.NumRows() != 4 || r.NumRowGroups() != 2 {
		t.Errorf("%d rows in %d groups, want 4 in 2", r.NumRows(), r.NumRowGroups())
	}
	ids, _, _ := levelsOf[parquet.ByteArray](t, r, 0)
	equal(t, "ids", []string{string(ids[0]), string(ids[1]), string(ids[2]), string(ids[3])}, []string{"a", "b", "a", "b"})
	n, def, _ := levelsOf[int32](t, r, 1)
	equal(t, "n", n, []int32{1, 1})
	equal(t, "n is there", def, []int16{1, 0, 1, 0})
	flags, _, _ := levelsOf[bool](t, r, 2)
	equal(t, "flags", flags, []bool{true, false, true, false})
	hashes, _, _ := levelsOf[parquet.FixedLenByteArray](t, r, 4)
	equal(t, "hash", []string{string(hashes[1])}, []string{"bbbb"})
	tags, def, rep := levelsOf[int64](t, r, 5)
	equal(t, "tags", tags, []int64{10, 10})
	equal(t, "tags are there", def, []int16{2, 1, 0, 2, 1, 0})
	equal(t, "tags begin a row", rep, []int16{0, 1, 0, 0, 1, 0})
	if v := r.MetaData().KeyValueMetadata().FindValue("pandas"); v == nil || *v != `{"made":"up"}` {
		t.Errorf("the file's metadata is %v", v)
	}
	if chunk, err := r.MetaData().RowGroup(0).ColumnChunk(0); err != nil || chunk.Compression() != compress.Codecs.Zstd {
		t.Errorf("compression %v, %v; want that of the file", chunk.Compression(), err)
	}
}

// TestCopierDamage holds that files that are none, or others, are errors.
func TestCopierDamage(t *testing.T) {
	whole, err := os.ReadFile(nested(t, t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	for cut := 1; cut < len(whole); cut += 37 {
		flipped := bytes.Clone(whole)
		flipped[cut] ^= 0x5a
		for _, data := range [][]byte{whole[:cut], flipped} {
			var b bytes.Buffer
			c := NewCopier(&b)
			if err := c.Copy(section(data), func(int) bool { return true }); err == nil && len(data) < len(whole) {
				t.Errorf("%d of %d bytes are taken for a file", cut, len(whole))
			}
		}
	}
}

func section(data []byte) *io.SectionReader {
	return io.NewSectionReader(bytes.NewReader(data), 0, int64(len(data)))
}
