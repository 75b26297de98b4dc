package source

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	const head = "id,title,text,date\n"
	cases := []struct {
		name, file, data string
		want             string // id=text of each record
		errs             string // records with errors
	}{
		{"plain", "t.csv", head + "a,H,One.,2025-01-02\nb,H,Two.,\n", "a=One. b=Two.", ""},
		{"no line end at the end", "t.csv", head + "a,H,One.,", "a=One.", ""},
		{"Windows line ends", "t.csv", "id,text\r\na,One.\r\n\"b\",\"Two.\"\r\n", "a=One. b=Two.", ""},
		{"quotes, commas and lines in a cell", "t.csv", head + "a,H,\"He said: \"\"No,\nnot now\"\".\",\nb,H,Two.,\n", "a=He said: \"No,\nnot now\". b=Two.", ""},
		{"semicolons", "t.csv", "id;text;n\na;One, two.;1\n", "a=One, two.", ""},
		{"tabs", "t.tsv", "id\ttext\na\tOne, \"two\".\n", "a=One, \"two\".", ""},
		{"TSV cell that begins with a quote", "t.tsv", "id\ttext\na\t\"No,\" he said.\nb\tTwo.\n", "a=\"No,\" he said. b=Two.", ""},
		{"by content", "table", "id,text\na,One.\n", "a=One.", ""},
		{"byte order mark", "t.csv", "\xEF\xBB\xBFid,text\na,One.\n", "a=One.", ""},
		{"names in capitals", "t.csv", "ID, Text \na,One.\n", "a=One.", ""},
		{"quoted header", "t.csv", "\"id\",\"text\"\na,One.\n", "a=One.", ""},
		{"no id", "t.csv", "text\nOne.\nTwo.\n", "t.csv#1=One. t.csv#2=Two.", ""},
		{"blank lines", "t.csv", "id,text\n\na,One.\n \nb,Two.\n\n", "a=One. b=Two.", ""},
		{"too few and too many cells", "t.csv", head + "a,H,One.,\nx,H\ny,H,T,,,\nb,H,Two.,\n", "a=One. b=Two.", "2 3"},
		{"no text", "t.csv", "id,text\na,One.\nx,\nb,Two.\n", "a=One. b=Two.", "2"},
		{"stray quote", "t.csv", "id,text\na,\"One.\nb,Two.\nc,Three.\n", "a=\"One. b=Two. c=Three.", ""},
		{"stray quote, wrong cells", "t.csv", "id,text\na,One.\nx,\"1,2\nb,Two.\n", "a=One. b=Two.", "2"},
		{"many stray quotes", "t.csv", "id,text\n" + strings.Repeat("x,\"1,2\n", 40) + "b,Two.\nc,\"a \"\"b\"\"\"\n", "b=Two. c=a \"b\"", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40"},
		{"Latin-1", "t.csv", "id,text\na,caf\xe9\n", "a=café", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			records, errs := readAll(t, Config{}, write(t, map[string]string{c.file: c.data}))
			var got, failed []string
			for _, r := range records {
				got = append(got, r.ID+"="+r.Text)
			}
			for _, err := range errs {
				failed = append(failed, strings.TrimPrefix(place("", err.(*Error).Record), ": record "))
			}
			if g := strings.Join(got, " "); g != c.want || strings.Join(failed, " ") != c.errs {
				t.Errorf("got %q, errors %v; want %q, errors at %s", g, errs, c.want, c.errs)
			}
		})
	}
}

func TestTableFields(t *testing.T) {
	data := "source,date,text,url,byline,lang,id,title\nThe Courier,2025-05-06 07:08:09,\"Body\",http://x/,Ann Roe,en,a,Head\n"
	records, errs := readAll(t, Config{KeepRaw: true}, write(t, map[string]string{"t.csv": data}))
	if len(records) != 1 || len(errs) > 0 {
		t.Fatal(records, errs)
	}
	r := records[0]
	want := Record{ID: "a", Title: "Head", Text: "Body", Outlet: "The Courier", URL: "http://x/", Byline: "Ann Roe", Lang: "en"}
	if brief(r) != brief(want) || r.Published.Format("2006-01-02 15:04:05") != "2025-05-06 07:08:09" {
		t.Errorf("got %+v", r)
	}
	lines := strings.Split(data, "\n")
	if string(r.Header) != lines[0] || string(r.Raw) != lines[1] || r.Offset != int64(len(lines[0])+1) {
		t.Errorf("header %q, raw %q at %d", r.Header, r.Raw, r.Offset)
	}
}

// FuzzRows holds the splitter against encoding/csv: what that takes without
// lazy quotes gives the same cells here, and each row's raw bytes are where
// its offset says.
func FuzzRows(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "a,b\n\"1\n2\",\"x\"\"y\"\n", "a,b\r\n1,2\r\n", "a,b\n\"1,2\n3,4\n", "a\n\"\n", "a,b\n1,\"2\"", "\n\na,b\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := rowSplitter{w: window{r: bytes.NewReader(data), max: 1 << 20}, comma: ','}
		var got [][]string
		failed := false
		tab := table{charset: utf8Guess}
		for n := 0; ; n++ {
			if n > len(data)+1 {
				t.Fatalf("%q: more rows than bytes", data)
			}
			r, err := s.next()
			if err == io.EOF {
				break
			}
			if err != nil {
				failed = true
				continue
			}
			if !bytes.HasPrefix(data[r.offset:], r.raw) {
				t.Fatalf("%q: row %q is not at %d", data, r.raw, r.offset)
			}
			if s.cells == 0 {
				s.cells = len(r.cells)
			}
			var row []string
			for i := range r.cells {
				row = append(row, tab.cell(r, i, nil))
			}
			got = append(got, row)
		}
		want, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil || bytes.Contains(data, []byte("\r")) { // encoding/csv changes \r\n in cells
			return
		}
		if failed {
			t.Fatalf("%q: rows that encoding/csv takes were refused", data)
		}
		at := 0
		for _, row := range want {
			if strings.TrimSpace(strings.Join(row, "")) == "" && len(row) == 1 {
				continue // a row of white space is none here
			}
			for i := range row {
				row[i] = toNFC([]byte(row[i]))
			}
			if at >= len(got) {
				t.Fatalf("%q: row %q is missing", data, row)
			}
			a, b := strings.Join(got[at], "\x00"), strings.Join(row, "\x00")
			if a != b && bytes.Equal(bytes.ToValidUTF8(data, nil), data) {
				t.Fatalf("%q: row %q, want %q", data, got[at], row)
			}
			at++
		}
	})
}
