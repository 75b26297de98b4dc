package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSamples reads the samples of the formats that are no newswire's (those
// have TestFormats) as one folder would be: what is good is read, what is bad
// is named, and the rest of the file goes on.
func TestSamples(t *testing.T) {
	const want = `
articles.csv 1 @27 row-1 | Harbour closed | The Tarn Courier | 2025-05-06T00:00:00Z | The harbour "closed" at noon.??It opens on Friday, the master said.
articles.csv 2 @151 error: the row has 6 cells, the header 5
articles.csv 3 @179 row-3 | Harbour open | Brellmouth Mail | 2025-05-09T06:00:00Z | The harbour is open.
articles.json 1 @4 array-1 | Tram late |  | 2025-05-06T07:00:00Z | The first tram was 40 minutes late on Tuesday.
articles.json 2 @166 error: the JSON value is no object but a number
articles.json 3 @172 array-2 |  |  |  | The last one did not run at all.
articles.jsonl 1 @0 lines-1 | Bridge at Tarn open again | The Tarn Courier | 2025-05-06T07:08:09+02:00 | The bridge at Tarn is open again after nine weeks.??Repairs cost 1.2 million crowns, the county said.
articles.jsonl 2 @340 error: malformed JSON at byte 43 of the record: a string does not end
articles.jsonl 3 @384 FILE#3 |  | Brellmouth Mail | 2025-05-06T00:00:00Z | A line without an id: the café at Mill Lane has new owners.
articles.jsonl.zst 1 @0 zst-1 |  |  |  | The fair is moved to June.
articles.parquet 1 @161 parquet-1 |  | The Tarn Courier | 2025-05-06T00:00:00Z | The library at Tarn opens on Sundays from June.
articles.parquet 2 @161 error: the record has no text
articles.parquet 3 @660 parquet-3 |  | Brellmouth Mail | 2025-05-07T00:00:00Z | It will close on Mondays instead.
articles.tar.bz2/east/a.jsonl 1 @0 tar-1 |  |  |  | A bus is late in the east.
articles.tar.bz2/west/b.jsonl.xz 1 @0 tar-2 |  |  |  | A train is late in the west.
articles.tsv 1 @14 tab-1 | Mayor says no |  |  | "No," said the mayor of Ondo.
articles.tsv 2 @64 error: the row has 1 cells, the header 3
articles.zip/empty.txt 0 @0 error: the file is empty
articles.zip/north/a.jsonl 1 @0 zip-1 |  |  |  | A ferry is late in the north.
articles.zip/south/b.txt 1 @0 FILE |  |  |  | A tram is late in the south.
brief.txt 1 @0 FILE |  |  |  | KARVANE (Newsline) - The well at Ondo has run dry, the county said on Tuesday.??It is the first time since 1976.
cut.jsonl.gz 1 @0 gz-1 |  |  |  | The bakery reopens.
cut.jsonl.gz 2 @43 gz-2 |  |  |  | The bakery is full.
cut.jsonl.gz 3 @86 error: the compressed data is cut off or damaged: unexpected EOF
page.html 1 @0 FILE | Light for Gull Island | The Tarn Courier | 2025-05-08T06:00:00+02:00 | The county will put a light on Café Rock off Gull Island, where a ferry with 31 people on board ran aground on Tuesday.??It will cost 85,000 crowns and burn from October, the council heard. “We asked for it nine years ago,” said the islanders’ speaker, Ida Pell.
story.txtar 1 @54 story/wire | School to stay | Tarnwire | 2025-05-06T07:00:00Z | The school at Ondo will stay open until 2027, the county said.
story.txtar 2 @200 error: the record has no text
`
	var got []string
	entries, err := os.ReadDir(formats)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(formats, e.Name())
		if !strings.Contains(want, "\n"+e.Name()) {
			continue
		}
		var lines []string
		for r, err := range Read(t.Context(), []string{path}, nil, Config{}) {
			if err != nil {
				e := err.(*Error)
				lines = append(lines, fmt.Sprintf("%s %d @%d error: %v", e.File, e.Record, e.Offset, e.Err))
				continue
			}
			when := ""
			if !r.Published.IsZero() {
				when = r.Published.Format(time.RFC3339)
			}
			id := strings.Replace(r.ID, strings.TrimPrefix(r.File, formats+"/"), "FILE", 1)
			text := strings.NewReplacer("\r\n", "?", "\n", "?").Replace(strings.TrimSpace(r.Text))
			lines = append(lines, fmt.Sprintf("%s %d @%d %s | %s | %s | %s | %s", r.File, r.Index, r.Offset, id, r.Title, r.Outlet, when, text))
			if len(r.Warnings) > 0 {
				t.Errorf("%s: %q", r.ID, r.Warnings)
			}
		}
		got = append(got, lines...)
	}
	for i := range got {
		got[i] = strings.TrimPrefix(got[i], formats+"/")
	}
	// An archive's files come in its own order.
	have, expected := map[string]bool{}, map[string]bool{}
	for _, line := range got {
		have[line] = true
	}
	for line := range strings.Lines(strings.TrimSpace(want) + "\n") {
		line = strings.TrimSuffix(line, "\n")
		expected[line] = true
		if !have[line] {
			t.Errorf("missing: %s", line)
		}
	}
	for _, line := range got {
		if !expected[line] {
			t.Errorf("not wanted: %s", line)
		}
	}
}
