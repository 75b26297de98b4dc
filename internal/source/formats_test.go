package source

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/internal/cost"
)

// formats holds a sample of each format, with a bad record among good ones
// where the format has several.
const formats = "../../testdata/formats"

// wire prints what newswire formats say beside the text.
func wire(r Record) string {
	return fmt.Sprintf("slug=%q dateline=%q provider=%q version=%q embargo=%q signal=%q note=%q previous=%q",
		r.Slug, r.Dateline, r.Provider, r.Version, r.Embargo, r.Signal, r.EdNote, r.Previous)
}

const noWire = `slug="" dateline="" provider="" version="" embargo="" signal="" note="" previous=[]`

func TestFormats(t *testing.T) {
	cest := func(hour, minute, second int) time.Time {
		return time.Date(2025, 5, 6, hour, minute, second, 0, time.FixedZone("", 2*3600))
	}
	const ferry = "A ferry with 31 people on board ran aground off Gull Island on Tuesday, the coast guard said"
	type doc struct {
		Record
		wire string
	}
	cases := []struct {
		file string
		want []doc
		errs string // "record: message" of each error
	}{
		{file: "feed.rss", want: []doc{
			{Record{ID: "courier-4711", Title: "Ferry aground off Gull Island", Text: ferry + ".\n\nAll of them were taken off within two hours & are well.", Outlet: "The Tarn Courier", URL: "https://courier.example/ferry", Byline: "Ann Roe", Lang: "en-gb", Published: cest(7, 8, 9), Index: 1}, noWire},
			{Record{ID: "https://courier.example/bakery", Title: "Bakery reopens", Text: "The bakery in Mill Lane reopened after four months.", Outlet: "The Tarn Courier", URL: "https://courier.example/bakery", Lang: "en-gb", Published: time.Date(2025, 5, 7, 9, 0, 0, 0, time.UTC), Index: 3}, noWire},
		}, errs: "2: the record has no text"},
		{file: "feed.atom", want: []doc{
			{Record{ID: "tag:mail.example,2025:1", Title: "Ferry Seamew aground", Text: "The ferry Seamew ran aground on Tuesday.\n\nNobody was hurt.", Outlet: "Brellmouth Mail", URL: "https://mail.example/seamew", Byline: "Jo Marsh, Ida Pell", Lang: "en", Published: cest(10, 0, 0), Index: 1}, noWire},
			{Record{ID: "tag:mail.example,2025:2", Title: "School to stay", Text: "The school at Ondo will stay open until 2027, the county said.", Outlet: "Brellmouth Mail", Lang: "en", Published: time.Date(2025, 5, 7, 10, 0, 0, 0, time.UTC), Index: 2}, noWire},
		}},
		{file: "feed.json", want: []doc{
			{Record{ID: "ondo-1", Title: "Well found dry", Text: "The village well has run dry for the first time since 1976.\n\nWater comes by lorry.", Outlet: "Ondo Notes", URL: "https://ondo.example/1", Byline: "Ann Roe, Jo Marsh", Lang: "en", Published: cest(9, 0, 0), Index: 1}, noWire},
			{Record{ID: "ondo-3", Text: "The fair is moved to June.", Outlet: "Ondo Notes", Lang: "en", Published: day("2025-05-08"), Index: 4}, noWire},
		}, errs: "2: the record has no text; 3: the JSON value is no object"},
		{file: "crawl.warc", want: []doc{
			{Record{ID: "urn:uuid:00000000-0000-4000-8000-000000000002", Title: "Ferry aground", Text: ferry + ", and all of them were taken off.\n\nIt is the third grounding in nine years – islanders ask for a light.", Outlet: "The Tarn Courier", URL: "https://courier.example/ferry", Lang: "en", Index: 3}, noWire},
			{Record{ID: "urn:uuid:00000000-0000-4000-8000-000000000006", Text: "The bakery in Mill Lane has reopened at last.", URL: "https://courier.example/bakery", Index: 7}, noWire},
			{Record{ID: "urn:uuid:00000000-0000-4000-8000-000000000007", Text: "The school at Ondo will stay open until 2027.\n", URL: "https://mail.example/school", Index: 8}, noWire},
		}, errs: `4: malformed WARC record header: Content-Length "many"`},
		{file: "message.newsml.xml", want: []doc{
			{Record{ID: "urn:newsml:tarnwire.example:20250506:ferry#3", Title: "Ferry aground off Gull Island", Text: ferry[:len(ferry)-5] + "\u00a0said.\n\nAll of them were taken off\nwithin two hours.", Outlet: "Tarnwire", Byline: "By Ann Roe", Lang: "en-GB", Published: cest(9, 0, 0), Index: 1},
				`slug="FERRY-GROUNDING/" dateline="BRELLMOUTH, May 6" provider="Tarnwire" version="3" embargo="2025-05-06T10:00:00+02:00" signal="correction" note="CORRECTS number of passengers in paragraph 1" previous=["urn:newsml:tarnwire.example:20250506:ferry#2"]`},
			{Record{ID: "urn:newsml:tarnwire.example:20250506:school", Title: "School to stay", Text: "The school at Ondo will stay open until 2027.\n\nThe county said so on Tuesday.", Outlet: "Ondo County", Published: day("2025-05-06"), Index: 4},
				`slug="" dateline="" provider="Tarnwire" version="1" embargo="" signal="" note="" previous=[]`},
		}, errs: "2: malformed XML; 3: the record has no text"},
		{file: "story.nitf.xml", want: []doc{
			{Record{ID: "tarn-0815#2", Title: "Ferry aground off Gull Island", Text: "A ferry with 31 people on board ran aground at the Café Rock off Gull Island on Tuesday.\n\n\"Cold but well\", said Ida Holm of the coast guard.\n\nThe Seamew.\n\nThird time\n\nIt is the third grounding in nine years.\n\nEditing by Jo Marsh", Outlet: "The Tarn Courier", URL: "https://courier.example/ferry", Byline: "By Ann Roe Tarnwire", Lang: "en", Published: cest(9, 0, 0), Index: 1},
				`slug="ferry-aground" dateline="BRELLMOUTH May 6" provider="Tarnwire" version="2" embargo="" signal="correction" note="Corrects island; adds quote" previous=["tarn-0815-0" "tarn-0815-1"]`},
		}},
		{file: "ninjs-1.json", want: []doc{
			{Record{ID: "urn:tarnwire.example:ferry#2", Title: "Ferry aground off Gull Island", Text: "A ferry ran aground.\n\nAll are safe.", Outlet: "Tarnwire News", Byline: "Ann Roe", Lang: "en", Published: cest(9, 0, 0), Index: 1},
				`slug="ferry-aground" dateline="Brellmouth" provider="Tarnwire News" version="2" embargo="2025-05-06T10:00:00+02:00" signal="update" note="UPDATES with coast guard quote" previous=["urn:tarnwire.example:ferry-alert"]`},
		}},
		{file: "ninjs-2.json", want: []doc{
			{Record{ID: "urn:tarnwire.example:ferry2#3", Title: "Ferry aground off Gull Island", Text: "A ferry ran aground on Tuesday.", Outlet: "Tarnwire", Byline: "Ann Roe", Lang: "en", Published: cest(11, 30, 0), Index: 1},
				`slug="ferry" dateline="" provider="Tarnwire" version="3" embargo="" signal="" note="" previous=["urn:tarnwire.example:ferry2#2"]`},
		}, errs: "2: the record has no text"},
		{file: "ninjs-3.json", want: []doc{
			{Record{ID: "urn:tarnwire.example:ferry3", Title: "Ferry freed", Text: "The ferry was freed.\n\nIt sailed on.", Outlet: "Tarnwire", Byline: "By Jo Marsh", Lang: "en", Published: cest(11, 0, 0), Index: 1},
				`slug="" dateline="" provider="Tarnwire" version="1" embargo="" signal="correction" note="Clarifies who was on board" previous=[]`},
		}},
	}
	for _, c := range cases {
		data, err := os.ReadFile(filepath.Join(formats, c.file))
		if err != nil {
			t.Fatal(err)
		}
		packed := write(t, map[string]string{c.file + ".gz": gzipped(t, string(data)), "noname": string(data)})
		for _, path := range []string{filepath.Join(formats, c.file), packed + "/" + c.file + ".gz", packed + "/noname"} {
			t.Run(filepath.Base(path)+" of "+c.file, func(t *testing.T) {
				records, errs := readAll(t, Config{}, path)
				if len(records) != len(c.want) {
					t.Fatalf("ids %q, errors %v", ids(records), errs)
				}
				for i, got := range records {
					want := c.want[i]
					if brief(got) != brief(want.Record) || got.Index != want.Index || !got.Published.Equal(want.Published) || len(got.Warnings) > 0 {
						t.Errorf("got  %d %s %v %v\nwant %d %s %v", got.Index, brief(got), got.Published, got.Warnings, want.Index, brief(want.Record), want.Published)
					}
					if wire(got) != want.wire {
						t.Errorf("got  %s\nwant %s", wire(got), want.wire)
					}
					if at := data[got.Offset:]; got.Offset > 0 && at[0] != '<' && at[0] != '{' && !bytes.HasPrefix(at, []byte("WARC/")) {
						t.Errorf("no record begins at byte %d", got.Offset)
					}
				}
				var failed []string
				for _, err := range errs {
					var e *Error
					if !errors.As(err, &e) || e.File != filepath.ToSlash(path) || e.Offset < 0 {
						t.Errorf("error %#v", err)
						continue
					}
					failed = append(failed, fmt.Sprintf("%d: %v", e.Record, e.Err))
				}
				want := strings.Split(c.errs, "; ")
				if c.errs == "" {
					want = nil
				}
				if !slices.EqualFunc(failed, want, strings.HasPrefix) {
					t.Errorf("errors %q, want %q", failed, want)
				}
			})
		}
	}
}

func TestElementOffsets(t *testing.T) {
	cases := []struct{ raw, want string }{
		{`{"items":[{"a":1},17,"x"]}`, `{|1|"`},
		{` { "v" : [1,{"items":[]}] , "items" : [ [ ] , { } ] , "z":2}`, `[|{`},
		{`{"items":[1],"items":[2,3]}`, `2|3`},
		{`{"items":[]}`, ``},
		{`{"items":{}}`, ``},
		{`{}`, ``},
		{`{"items":[1,,2`, ``},
		{`{"items":[`, ``},
		{`{"items"`, ``},
	}
	for _, c := range cases {
		var got []string
		for _, at := range elementOffsets([]byte(c.raw), "items") {
			got = append(got, c.raw[at:at+1])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.raw, got, c.want)
		}
	}
}

// TestSplitElements holds that the parts are found by their tags, and that
// hostile ones do not cost more than the text is long.
func TestSplitElements(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"plain", "<x><item>a</item> <item b='c'>d</item></x>", "<item>a</item>|<item b='c'>d</item>"},
		{"prefix", "<n:item>a</n:item><n:item>b</n:item>", "<n:item>a</n:item>|<n:item>b</n:item>"},
		{"longer names", "<items><item/><itemx></items>", "<item/><itemx></items>"},
		{"not closed", "<item>a<item>b</item>c", "<item>a|<item>b</item>"},
		{"in a comment", "<!-- <item> --><item>a</item>", "<item>a</item>"},
		{"none", "<!-- <item>", ""},
	}
	for _, c := range cases {
		var got []string
		for _, p := range splitElements(c.text, "item") {
			got = append(got, c.text[p.start:p.end])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	for _, unit := range []string{"<item>", "<!--", "<a:item>", "</item>", "<itemx>", "<item></b>"} {
		cost.Linear(t, unit, 1<<20, func(n int) { splitElements("<item>"+strings.Repeat(unit, n), "item") })
	}
}

// TestFeedFrame holds that a feed's head is read once an item only where that
// does not make the work much more than the text is long.
func TestFeedFrame(t *testing.T) {
	head := "<?xml version='1.0'?>\n<rss><channel><title>" + strings.Repeat("x", 1000) + "</title>"
	if got, tail := feedFrame(head, 20, 20*300); !strings.HasPrefix(got, "\n<rss><channel><title>x") || tail != "</channel></rss>" {
		t.Errorf("20 items: %q … %q", got[:30], tail)
	}
	if got, tail := feedFrame(head, 50_000, 50_000*6); len(got) > 100 || tail != "</channel></rss>" {
		t.Errorf("50,000 empty items: %q … %q", got, tail)
	}
	if got, tail := feedFrame("<a:feed>", 1, 100); got != "<a:feed>" || tail != "</a:feed>" {
		t.Errorf("prefix: %q … %q", got, tail)
	}
}
