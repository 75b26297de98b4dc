package source

import (
	"io"
	"runtime"
)

// Config sets what Read does. The zero value of each field means the default
// that its comment states.
type Config struct {
	// Fields renames the fields of JSON, CSV and Parquet records: a key is one
	// of FieldNames; its value is the only name that is then read for it. By default the names are the
	// keys themselves, with source for outlet and date for published where
	// those are missing.
	Fields map[string]string

	// MaxRecord is the most bytes one record (a line, a row, a text file, a
	// page, a feed) may have: 64 MiB, a year of a weekly in one file. A larger one is
	// skipped without being held in memory.
	MaxRecord int64

	// MaxText is the most bytes that a record's text may have: 8 MiB, twice the
	// longest novel. The engine takes some thirty times a text's size while it
	// works on it.
	MaxText int64

	// MaxUnpacked is the most bytes that one compressed file or archive may
	// unpack to: 256 GiB, a national library's year of news.
	MaxUnpacked int64

	// MaxRatio is the most that a compressed file may grow by, looked at after
	// its first 64 MiB: 250. News text shrinks 3 to 10 times, logs of it 50.
	MaxRatio int64

	// MaxNesting is how many wrappers may lie in one another (a gzip in a tar
	// in a zip are three): 4.
	MaxNesting int

	// KeepRaw sets Record.Raw, for output in the input's format. Without it the
	// buffers of JSON Lines are used again, which saves a third of their
	// reader's time.
	KeepRaw bool

	// RawOnly is KeepRaw for a second reading of what was read before: records
	// that have a Raw are not looked into. They have it, their place and their
	// header; whether they are sound, and whether their ids are, is not asked.
	// A Raw is valid until the next record only.
	RawOnly bool

	// OnParquet, if there is one, is handed each Parquet file whole, in order,
	// and no row of it is read: for copying columns that no Record has. What it
	// is handed is gone when it returns; its error is the file's.
	OnParquet func(name string, data *io.SectionReader) error

	// Work, if there is one, gives each worker a function that is called there
	// with the records of one batch after the other, in any order of batches,
	// while their texts are in the processor's cache. It may keep none of their
	// strings: their memory is used again. Of such a record Read gives its ID,
	// outlet, time and place, its header and its warnings, and what Work made of
	// the batch that it was in.
	// The records of a batch need not all be given: an ID may occur twice.
	Work func() func(batch []Record) any

	// Workers is how many goroutines decode: GOMAXPROCS. The records and their
	// order are the same for any number.
	Workers int

	// OnRead, if there is one, is told of every read from a file or from
	// standard input: how many bytes as they lie there, still compressed. It is
	// called from one goroutine at a time.
	OnRead func(bytes int)
}

func (c Config) withDefaults() Config {
	c.KeepRaw = c.KeepRaw || c.RawOnly
	if c.KeepRaw {
		c.Work = nil
	}
	if c.MaxRecord <= 0 {
		c.MaxRecord = 64 << 20
	}
	if c.MaxText <= 0 {
		c.MaxText = 8 << 20
	}
	if c.MaxUnpacked <= 0 {
		c.MaxUnpacked = 256 << 30
	}
	if c.MaxRatio <= 0 {
		c.MaxRatio = 250
	}
	if c.MaxNesting <= 0 {
		c.MaxNesting = 4
	}
	if c.Workers <= 0 {
		c.Workers = runtime.GOMAXPROCS(0)
	}
	return c
}

// field is one of the fields that a record is made of.
type field uint8

const (
	fieldID field = iota
	fieldText
	fieldTitle
	fieldOutlet
	fieldPublished
	fieldURL
	fieldByline
	fieldLang
	fieldNote
	fieldSignal
	fieldPrevious
	fieldCount
)

// names of the fields in the input, the first that is present counts.
var fieldNames = [fieldCount][]string{
	fieldID:        {"id"},
	fieldText:      {"text"},
	fieldTitle:     {"title"},
	fieldOutlet:    {"outlet", "source"},
	fieldPublished: {"published", "date"},
	fieldURL:       {"url"},
	fieldByline:    {"byline"},
	fieldLang:      {"lang"},
	fieldNote:      {"ednote"},
	fieldSignal:    {"signal"},
	fieldPrevious:  {"previous"},
}

// FieldNames are the keys that Config.Fields may have, in their usual order.
func FieldNames() []string {
	names := make([]string, fieldCount)
	for f := range names {
		names[f] = fieldNames[f][0]
	}
	return names
}

// fieldName is a name in the input; of several for one field the lowest rank
// counts.
type fieldName struct {
	name  string
	field field
	rank  uint8
}

func (c Config) fieldTable() []fieldName {
	var table []fieldName
	for f, names := range fieldNames {
		if own, ok := c.Fields[names[0]]; ok {
			names = []string{own}
		}
		for rank, name := range names {
			table = append(table, fieldName{name, field(f), uint8(rank)})
		}
	}
	return table
}
