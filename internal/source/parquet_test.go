package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/schema"
)

// parquetFileOf writes rows in groups; in each row id, text, date in
// milliseconds, source. An empty text is null.
func parquetFileOf(t testing.TB, codec compress.Compression, groups ...[][4]string) string {
	t.Helper()
	text := func(name string, repetition parquet.Repetition) schema.Node {
		return schema.NewByteArrayNode(name, repetition, -1)
	}
	root, err := schema.NewGroupNode("schema", parquet.Repetitions.Required, schema.FieldList{
		text("id", parquet.Repetitions.Required),
		text("text", parquet.Repetitions.Optional),
		schema.MustPrimitive(schema.NewPrimitiveNodeLogical("date", parquet.Repetitions.Required, schema.NewTimestampLogicalType(true, schema.TimeUnitMillis), parquet.Types.Int64, 0, -1)),
		text("source", parquet.Repetitions.Required),
		schema.MustGroup(schema.NewGroupNode("other", parquet.Repetitions.Repeated, schema.FieldList{text("text", parquet.Repetitions.Required)}, -1)),
	}, -1)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := file.NewParquetWriter(&b, root, file.WithWriterProps(parquet.NewWriterProperties(parquet.WithCompression(codec))))
	for _, rows := range groups {
		g, err := w.AppendRowGroupChecked()
		if err != nil {
			t.Fatal(err)
		}
		for c := range 5 {
			column, err := g.NextColumn()
			if err != nil {
				t.Fatal(err)
			}
			var values []parquet.ByteArray
			var stamps []int64
			var def, rep []int16
			for i, row := range rows {
				switch {
				case c == 1 && row[1] == "", c == 4:
					def = append(def, 0)
				case c == 2:
					stamps = append(stamps, day(row[2]).UnixMilli())
					def = append(def, 0)
				default:
					values = append(values, parquet.ByteArray(rows[i][c]))
					def = append(def, 1)
				}
				rep = append(rep, 0)
			}
			switch column := column.(type) {
			case *file.ByteArrayColumnChunkWriter:
				if c == 4 {
					_, err = column.WriteBatch(nil, def, rep)
				} else if c == 1 {
					_, err = column.WriteBatch(values, def, nil)
				} else {
					_, err = column.WriteBatch(values, nil, nil)
				}
			case *file.Int64ColumnChunkWriter:
				_, err = column.WriteBatch(stamps, nil, nil)
			}
			if err != nil {
				t.Fatal(err)
			}
			column.Close()
		}
		g.Close()
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func parquetRows(from, n int) (rows [][4]string) {
	for i := range n {
		rows = append(rows, [4]string{fmt.Sprintf("p%d", from+i), fmt.Sprintf("Row %d of the table, cafe\u0301.", from+i), "2025-05-06", "The Tarn Courier"})
	}
	return rows
}

func TestParquet(t *testing.T) {
	first, second := parquetRows(1, 700), parquetRows(701, 5)
	first[2][1] = ""
	second[1][1] = strings.Repeat("long ", 1000)
	for name, codec := range map[string]compress.Compression{"none": compress.Codecs.Uncompressed, "snappy": compress.Codecs.Snappy, "zstd": compress.Codecs.Zstd, "gzip": compress.Codecs.Gzip} {
		data := parquetFileOf(t, codec, first, second)
		for _, c := range []struct{ file, data string }{{"t.parquet", data}, {"noname", data}, {"t.parquet.gz", gzipped(t, data)}, {"t.tar", tarred(t, member{"in/t", data})}} {
			records, errs := readAll(t, Config{MaxRecord: 2000}, write(t, map[string]string{c.file: c.data}))
			if c.file == "t.parquet.gz" || c.file == "t.tar" {
				// From a stream, the file is held within the limit of a record.
				if len(records) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
					t.Errorf("%s: %d records, errors %v", c.file, len(records), errs)
				}
				if records, errs = readAll(t, Config{}, write(t, map[string]string{c.file: c.data})); len(records) != 704 || len(errs) != 1 {
					t.Errorf("%s: %d records, errors %v", c.file, len(records), errs)
				}
				continue
			}
			if len(records) != 703 || len(errs) != 2 {
				t.Fatalf("%s %s: %d records, errors %v", name, c.file, len(records), errs)
			}
			for i, r := range records {
				at := i + 1
				if i >= 2 {
					at++
				}
				if at >= 702 {
					at++
				}
				want := Record{ID: fmt.Sprintf("p%d", at), Text: fmt.Sprintf("Row %d of the table, café.", at), Outlet: "The Tarn Courier"}
				if brief(r) != brief(want) || r.Index != at || !r.Published.Equal(day("2025-05-06")) || r.Format != Parquet || r.Offset <= 0 {
					t.Fatalf("row %d: %+v", at, r)
				}
			}
			if e := errs[0].(*Error); e.Record != 3 || !errors.Is(e, ErrNoText) {
				t.Errorf("error %v", e)
			}
			if e := errs[1].(*Error); e.Record != 702 || !errors.Is(e, ErrTooLarge) || e.Offset <= records[0].Offset {
				t.Errorf("error %v", e)
			}
		}
	}
}

func TestParquetDamaged(t *testing.T) {
	data := parquetFileOf(t, compress.Codecs.Snappy, parquetRows(1, 300), parquetRows(301, 300))
	broken := []byte(data)
	for i := 100; i < 400; i++ { // pages of the first row group
		broken[i] ^= 0x55
	}
	records, errs := readAll(t, Config{}, write(t, map[string]string{"t.parquet": string(broken)}))
	if len(errs) == 0 || !errors.Is(errs[0], errParquet) || len(records) < 300 || records[len(records)-1].ID != "p600" {
		t.Errorf("%d records, errors %v", len(records), errs)
	}
	for _, cut := range []int{4, 8, len(data) / 2, len(data) - 1} {
		records, errs := readAll(t, Config{}, write(t, map[string]string{"t.parquet": data[:cut], "z.txt": "After."}))
		if len(records) != 1 || len(errs) != 1 {
			t.Errorf("cut at %d: %d records, errors %v", cut, len(records), errs)
		}
	}
	lacks := write(t, map[string]string{"t.parquet": data})
	if _, errs := readAll(t, Config{Fields: map[string]string{"text": "body"}}, lacks); len(errs) != 1 || !strings.Contains(errs[0].Error(), "id, text, date, source, other.text") {
		t.Errorf("errors %v", errs)
	}
}
