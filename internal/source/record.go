package source

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Format names the form that a record came in.
type Format string

// The formats.
const (
	Text  Format = "text"
	HTML  Format = "html"
	JSONL Format = "jsonl" // JSON Lines
	JSON  Format = "json"  // an array of objects, one object, or several
	CSV   Format = "csv"
	TSV   Format = "tsv"
	Txtar Format = "txtar" // this project's story files

	RSS      Format = "rss"
	Atom     Format = "atom"
	JSONFeed Format = "jsonfeed"
	WARC     Format = "warc"
	NewsML   Format = "newsml-g2"
	NITF     Format = "nitf"
	NINJS    Format = "ninjs"
	Parquet  Format = "parquet"
)

// Record is one article as its source gave it. Every string is valid UTF-8 in
// Normalization Form C and may be kept; a Text of JSON that is kept keeps those
// of its neighbours in memory, some 256 KiB. Text is never empty.
type Record struct {
	ID        string // unique in the stream; FILE#N where the source names none
	Title     string
	Text      string
	Outlet    string
	URL       string
	Byline    string
	Lang      string // BCP 47 as given, "" where unknown
	Published time.Time

	// What newswire formats say beside the text.
	Slug     string   // slugline
	Dateline string   // place and date line, where it is a field of its own
	Provider string   // agency
	Version  string   // version number as given
	Embargo  string   // end of the embargo as given, "" for none
	Signal   string   // "update", "correction", …: what the sender declares
	EdNote   string   // note to editors
	Previous []string // ids or links of earlier versions

	File   string // path as named, with "/" and the inner name for archives; "stdin"
	Index  int    // number of the record in File, from 1; for JSON Lines the line's
	Offset int64  // first byte of the record in File, after decompression
	Format Format

	// With Config.KeepRaw, Raw is the record as it came, without its line end:
	// a line of JSON Lines, an element of JSON, a row of CSV or TSV; nil for
	// other formats. It may not be changed. Kept, it keeps some hundred
	// kilobytes of neighbours in memory.
	Raw []byte

	// CRLF tells that the line end behind Raw is that of Windows: of a line of
	// JSON Lines its own, of a row that of the header.
	CRLF bool

	// Header is the header row of a CSV or TSV file, the schema of a Parquet
	// file: the same where files have the same columns. It may not be changed.
	Header []byte

	// With Config.Work, Work is what that made of the record's batch, and Nth
	// the record's number in it, from 0.
	Work any
	Nth  int

	// Warnings say what was doubtful: a date that could not be read, bytes
	// that were no UTF-8, a field of the wrong type.
	Warnings []string
}

func (r *Record) warn(format string, args ...any) {
	r.Warnings = append(r.Warnings, fmt.Sprintf(format, args...))
}

// The kinds of bad input; an *Error wraps one of them or an error of the
// system or of a library.
var (
	ErrEmpty     = errors.New("the file is empty")
	ErrBinary    = errors.New("not text: the file is binary and of no known format")
	ErrFormat    = errors.New("a format that is not read")
	ErrNoText    = errors.New("the record has no text")
	ErrTooLarge  = errors.New("the record is over the size limit")
	ErrUnpacked  = errors.New("the unpacked data is over the limit")
	ErrNested    = errors.New("archives are nested over the limit")
	ErrDuplicate = errors.New("the id occurs twice")
	ErrNotFile   = errors.New("neither a file nor a folder; pipe it into standard input and name -")
	ErrNoMatch   = errors.New("no such file, and no file matches the pattern")
	ErrNotObject = errors.New("the JSON value is no object")
)

// Error is a bad record, or a bad file where Record is 0. Reading went on
// after it.
type Error struct {
	File   string // as Record.File
	Record int    // as Record.Index, 0 for the file as a whole
	Offset int64  // byte in File, after decompression; -1 where unknown
	Err    error
}

// Error names file, record and byte, on one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(place(e.File, e.Record))
	if e.Offset >= 0 && (e.Record > 0 || e.Offset > 0) {
		fmt.Fprintf(&b, " (byte %d)", e.Offset)
	}
	b.WriteString(": ")
	b.WriteString(e.Err.Error())
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

func place(file string, record int) string {
	if record == 0 {
		return visible(file)
	}
	return visible(file) + ": record " + strconv.Itoa(record)
}

// visible quotes a name that could disturb a terminal or a line of a log.
func visible(name string) string {
	for _, r := range name {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return strconv.Quote(name)
		}
	}
	return name
}

// clip shortens input that is quoted in a message.
func clip(s string) string {
	const most = 60 // a line of a terminal still holds the rest of the message
	if len(s) <= most {
		return strconv.Quote(s)
	}
	cut := most
	for cut > 0 && s[cut]&0xC0 == 0x80 {
		cut--
	}
	return strconv.Quote(s[:cut]) + "…"
}
