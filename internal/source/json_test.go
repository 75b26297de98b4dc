package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	gojson "github.com/goccy/go-json"
)

func TestJSONLFields(t *testing.T) {
	const may = "2025-05-06"
	cases := []struct {
		name, line string
		fields     map[string]string
		want       Record
		warn       string
	}{
		{name: "all fields", line: `{"id":"a","text":"T","title":"H","outlet":"O","published":"2025-05-06","url":"http://x/","byline":"Ann Roe","lang":"en"}`,
			want: Record{ID: "a", Text: "T", Title: "H", Outlet: "O", URL: "http://x/", Byline: "Ann Roe", Lang: "en", Published: day(may)}},
		{name: "second names", line: `{"id":"a","text":"T","source":"O","date":"2025-05-06"}`,
			want: Record{ID: "a", Text: "T", Outlet: "O", Published: day(may)}},
		{name: "first names win in any order", line: `{"source":"S","outlet":"O","published":"2025-05-06","date":"1999-01-01","id":"a","text":"T"}`,
			want: Record{ID: "a", Text: "T", Outlet: "O", Published: day(may)}},
		{name: "null leaves the second name", line: `{"id":"a","text":"T","outlet":null,"source":"S"}`,
			want: Record{ID: "a", Text: "T", Outlet: "S"}},
		{name: "last of two with one name", line: `{"id":"a","text":"T","id":"b"}`, want: Record{ID: "b", Text: "T"}},
		{name: "numbers as id and date", line: `{"id":17,"text":"T","date":1746489600}`,
			want: Record{ID: "17", Text: "T", Published: day(may)}},
		{name: "milliseconds", line: `{"id":"a","text":"T","date":1746489600000}`, want: Record{ID: "a", Text: "T", Published: day(may)}},
		{name: "escapes", line: `{"\u0069d":"a","text":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"}`,
			want: Record{ID: "a", Text: "\"\\/\b\f\n\r\té😀"}},
		{name: "half a surrogate pair", line: `{"id":"a","text":"x\ud83dy \udc00z"}`, want: Record{ID: "a", Text: "x\uFFFDy \uFFFDz"}},
		{name: "composed by NFC", line: `{"id":"a","text":"cafe\u0301"}`, want: Record{ID: "a", Text: "caf\u00e9"}},
		{name: "other fields skipped", line: ` { "x" : [ {"text":"no"}, [ ], { }, -1.5e+3, true, false, null ] , "id":"a","text":"T" } `,
			want: Record{ID: "a", Text: "T"}},
		{name: "renamed", line: `{"id":"a","text":"no","body":"T","publisher":"O","outlet":"no"}`,
			fields: map[string]string{"text": "body", "outlet": "publisher"}, want: Record{ID: "a", Text: "T", Outlet: "O"}},
		{name: "bad date is a warning", line: `{"id":"a","text":"T","date":"soon"}`, want: Record{ID: "a", Text: "T"}, warn: "soon"},
		{name: "wrong type is a warning", line: `{"id":"a","text":"T","byline":["x"]}`, want: Record{ID: "a", Text: "T"}, warn: "byline is an array"},
		{name: "raw tab in a string", line: "{\"id\":\"a\",\"text\":\"x\ty\"}", want: Record{ID: "a", Text: "x\ty"}},
		{name: "Latin-1 in a UTF-8 file", line: "{\"id\":\"a\",\"text\":\"caf\xe9 du port\"}", want: Record{ID: "a", Text: "café du port"}, warn: "windows-1252"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{"c.jsonl": c.line + "\n"})
			records, errs := readAll(t, Config{Fields: c.fields, KeepRaw: true}, dir)
			if len(records) != 1 || len(errs) != 0 {
				t.Fatalf("records %v, errors %v", records, errs)
			}
			got := records[0]
			if string(got.Raw) != c.line {
				t.Errorf("raw %q, want the line %q", got.Raw, c.line)
			}
			if warned := strings.Join(got.Warnings, "; "); (c.warn == "") != (warned == "") || !strings.Contains(warned, c.warn) {
				t.Errorf("warnings %q, want %q", warned, c.warn)
			}
			if !got.Published.Equal(c.want.Published) {
				t.Errorf("published %v, want %v", got.Published, c.want.Published)
			}
			if a, b := brief(got), brief(c.want); a != b {
				t.Errorf("got  %s\nwant %s", a, b)
			}
		})
	}
}

func day(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

func brief(r Record) string {
	return fmt.Sprintf("%q", []string{r.ID, r.Title, r.Text, r.Outlet, r.URL, r.Byline, r.Lang})
}

func TestJSONLBadLines(t *testing.T) {
	good := `{"id":"%s","text":"Good."}`
	cases := []struct {
		name, line string
		want       error
		message    string
	}{
		{"array", `[1,2]`, ErrNotObject, "an array"},
		{"string", `"text"`, ErrNotObject, "a string"},
		{"words", `just words`, ErrNotObject, "just words"},
		{"no text", `{"id":"x"}`, ErrNoText, ""},
		{"empty text", `{"id":"x","text":" \n"}`, ErrNoText, ""},
		{"text is a list", `{"id":"x","text":["a"]}`, ErrNoText, "an array"},
		{"cut off", `{"id":"x","text":"ab`, nil, "a string does not end"},
		{"no comma", `{"id":"x" "text":"ab"}`, nil, "a comma or }"},
		{"two objects", `{"id":"x","text":"ab"}{}`, nil, "more text after"},
		{"bad escape", `{"id":"x","text":"\x"}`, nil, "no such escape"},
		{"bad number", `{"id":"x","n":01,"text":"a"}`, nil, "a comma or }"},
		{"deep", `{"a":` + strings.Repeat("[", 20000), nil, "nested too deep"},
		{"same id", fmt.Sprintf(good, "a"), ErrDuplicate, `"a" is already in`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			lines := []string{fmt.Sprintf(good, "a"), "", c.line, fmt.Sprintf(good, "b")}
			dir := write(t, map[string]string{"c.jsonl": strings.Join(lines, "\n")})
			records, errs := readAll(t, Config{}, dir)
			if got := strings.Join(ids(records), " "); got != "a b" || len(errs) != 1 {
				t.Fatalf("records %q, errors %v; want a b and one error", got, errs)
			}
			var e *Error
			if !errors.As(errs[0], &e) || e.Record != 3 || e.Offset != int64(len(lines[0])+2) || !strings.HasSuffix(e.File, "/c.jsonl") {
				t.Errorf("error %#v is not at line 3", errs[0])
			}
			if c.want != nil && !errors.Is(errs[0], c.want) || !strings.Contains(errs[0].Error(), c.message) {
				t.Errorf("error %q, want %v with %q", errs[0], c.want, c.message)
			}
		})
	}
}

func TestJSONLayouts(t *testing.T) {
	cases := []struct {
		name, data string
		want       string
		errs       int
	}{
		{"array", `[{"id":"a","text":"A"},{"id":"b","text":"B"}]`, "a b", 0},
		{"array over lines", "[\n {\n  \"id\":\"a\",\n  \"text\":\"A\"\n },\n {\"id\":\"b\",\"text\":\"B\"}\n]\n", "a b", 0},
		{"one object over lines", "{\n \"id\":\"a\",\n \"x\": {\"y\": [1]},\n \"text\":\"A\"\n}\n", "a", 0},
		{"objects over lines", "{\n \"id\":\"a\",\n \"text\":\"A\"\n}\n{\n \"id\":\"b\",\n \"text\":\"B\"\n}", "a b", 0},
		{"brackets in strings", `[{"id":"a","text":"]}{[\"]}"},{"id":"b","text":"B"}]`, "a b", 0},
		{"lines in a .json file", `{"id":"a","text":"A"}` + "\n" + `{"id":"b","text":"B"}`, "a b", 0},
		{"others in the array", `[{"id":"a","text":"A"},17,[{"id":"x"}],"s",{"id":"b","text":"B"}]`, "a b", 3},
		{"malformed inside", `[{"id":"a","text":"A"},{"id":},{"id":"b","text":"B"}]`, "a b", 1},
		{"one does not end", "[\n{\"id\":\"a\",\"text\":\"A\"},\n{\"id\":\"x\",\"text\":\"X\",\n{\"id\":\"b\",\"text\":\"B\"}\n]", "a b", 1},
		{"cut off", `[{"id":"a","text":"A"},{"id":"b","te`, "a", 1},
		{"no id", `[{"text":"A"},{"text":"B"}]`, "c.json#1 c.json#2", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := write(t, map[string]string{"c.json": c.data})
			records, errs := readAll(t, Config{}, dir)
			if got := strings.Join(ids(records), " "); got != c.want || len(errs) != c.errs {
				t.Errorf("records %q, errors %v; want %q and %d errors", got, errs, c.want, c.errs)
			}
		})
	}
}

// TestJSONElementOverLimit holds that what is too large is skipped, named, and
// that its neighbours are read.
func TestJSONOverLimit(t *testing.T) {
	big := strings.Repeat("x", 3000)
	objects := []string{`{"id":"a","text":"A"}`, `{"id":"x","text":"` + big + `"}`, `{"id":"b","text":"B"}`}
	for name, data := range map[string]string{
		"c.jsonl": strings.Join(objects, "\n"),
		"c.json":  "[" + strings.Join(objects, ",") + "]",
	} {
		at := int64(strings.Index(data, objects[1]))
		dir := write(t, map[string]string{name: data})
		records, errs := readAll(t, Config{MaxRecord: 1000}, dir)
		if got := strings.Join(ids(records), " "); got != "a b" || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
			t.Errorf("%s: records %q, errors %v", name, got, errs)
		}
		if e := errs[0].(*Error); e.Record != 2 || e.Offset != at {
			t.Errorf("%s: error at record %d byte %d, want 2 and %d", name, e.Record, e.Offset, at)
		}
	}
}

// FuzzJSONObject holds the scanner against goccy/go-json and encoding/json:
// what both of them take, it takes with the same values; what it takes,
// encoding/json does too, but for control characters in strings.
func FuzzJSONObject(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","text":"b"}`, `{"text":"\ud83d\ude00\u00e9\n","id":null}`, `{"id":{"a":[1,2.5e-7,{}]},"text":""}`,
		`{"text":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"b"}`, `{}`, `{ "a" : [ ] , "text" : "x" }`, `{"text":"\ud800"}`, `{"text":1}`, "{\"text\":\"a\tb\"}",
		`{"text":"abcdefg\\"}`, `{"Text":"x","text":"y","TEXT":"z"}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.TrimSpace(data)
		if len(data) == 0 || data[0] != '{' {
			return
		}
		var s objectScanner
		s.want(Config{}.fieldTable())
		end, err := s.scan(data)
		ok := err == nil && skipSpace(data, end) == len(data)
		strict := json.Valid(data)
		if strict && !ok {
			t.Fatalf("%q is valid JSON, but: %v", data, err)
		}
		if ok && !strict {
			clean := bytes.Map(func(r rune) rune {
				if r < ' ' {
					return 'c'
				}
				return r
			}, bytes.ToValidUTF8(data, []byte("?")))
			if !json.Valid(clean) && bytes.Equal(clean, data) {
				t.Fatalf("%q is no JSON, but was taken", data)
			}
			return
		}
		if !ok || !utf8.Valid(data) {
			return
		}
		var want map[string]any
		if gojson.Unmarshal(data, &want) != nil {
			return
		}
		var p jsonParser
		p.scan = s
		for _, n := range []string{"id", "text", "title"} {
			field := map[string]field{"id": fieldID, "text": fieldText, "title": fieldTitle}[n]
			v := p.scan.values[field]
			if text, isString := want[n].(string); isString != (v.kind == kindString) {
				t.Fatalf("%q: %s is %v for goccy, %s here", data, n, want[n], kindNames[v.kind])
			} else if isString && p.text(&v) != toNFC([]byte(text)) {
				t.Fatalf("%q: %s is %q for goccy, %q here", data, n, text, p.text(&v))
			}
		}
	})
}

// TestJSONLAgainstReference reads lines of all kinds over several chunks and
// holds each record against what goccy/go-json makes of its line.
func TestJSONLAgainstReference(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a", "Tarn ", "\n", `"`, `\`, "é", "e\u0301", "–", "\u2000", "渡", "😀", "\u0001", "word word word word word word ", "/", "\u212b"}
	random := func(most int) string {
		var b strings.Builder
		for range r.IntN(most) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	var data bytes.Buffer
	want := map[int][2]string{} // line → id, text
	for line := 1; data.Len() < 5*chunkSize; line++ {
		id, text := fmt.Sprint("id", line), random(400)
		raw, err := json.Marshal(map[string]any{"id": id, "text": text, "title": random(5), "more": []any{random(9), 1.5, map[string]any{"text": "not this"}}})
		if err != nil {
			t.Fatal(err)
		}
		switch r.IntN(12) {
		case 0:
			raw = raw[:r.IntN(len(raw))]
		case 1:
			raw = nil
		case 2:
			raw = bytes.Replace(raw, []byte(`"text"`), []byte(`"text" `), 1)
		}
		var object struct{ Text string }
		if gojson.Unmarshal(raw, &object) == nil && !blank(object.Text) {
			want[line] = [2]string{id, toNFC([]byte(object.Text))}
		}
		data.Write(raw)
		data.WriteByte('\n')
	}
	records, _ := readAll(t, Config{}, write(t, map[string]string{"c.jsonl": data.String()}))
	for _, got := range records {
		if w := want[got.Index]; got.ID != w[0] || got.Text != w[1] {
			t.Fatalf("line %d: %q %q, want %q", got.Index, got.ID, got.Text, w)
		}
		delete(want, got.Index)
		if !strings.HasPrefix(data.String()[got.Offset:], "{") {
			t.Fatalf("line %d is not at %d", got.Index, got.Offset)
		}
	}
	for line := range want {
		t.Errorf("line %d was not read", line)
	}
}

// TestDeclaredFields holds what is read of the note to editors, the signal and
// the links to earlier versions, in the formats that are not the newswires'.
func TestDeclaredFields(t *testing.T) {
	line := func(previous string) string {
		return `{"id":"a","text":"Words.","ednote":"Corrects name","signal":"correction","previous":` + previous + "}\n"
	}
	for _, c := range []struct {
		name, file, data string
		previous         []string
		warned           bool
	}{
		{"a string", "a.jsonl", line(`"x"`), []string{"x"}, false},
		{"an array", "a.jsonl", line(`["x","caf\u0065\u0301"]`), []string{"x", "café"}, false},
		{"an empty array", "a.jsonl", line(`[]`), nil, false},
		{"null", "a.jsonl", line(`null`), nil, false},
		{"numbers", "a.jsonl", line(`[1]`), nil, true},
		{"arrays", "a.jsonl", line(`[["x"]]`), nil, true},
		{"an object", "a.jsonl", line(`{"x":1}`), nil, true},
		{"JSON", "a.json", "[" + line(`["x"]`) + "]", []string{"x"}, false},
		{"CSV", "a.csv", "id,text,ednote,signal,previous\na,Words.,Corrects name,correction,x\n", []string{"x"}, false},
	} {
		records, errs := readAll(t, Config{}, write(t, map[string]string{c.file: c.data}))
		if len(records) != 1 || len(errs) > 0 {
			t.Fatalf("%s: %q, %v", c.name, ids(records), errs)
		}
		r := records[0]
		if r.EdNote != "Corrects name" || r.Signal != "correction" || !slices.Equal(r.Previous, c.previous) || (len(r.Warnings) > 0) != c.warned {
			t.Errorf("%s: note %q, signal %q, previous %q, warnings %q", c.name, r.EdNote, r.Signal, r.Previous, r.Warnings)
		}
	}
}
