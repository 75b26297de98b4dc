package source

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestStories(t *testing.T) {
	story := `Why: a comment with a line.
-- wire --
Outlet: Tarnwire
Published: 2025-05-06T07:08:09Z
Title: Ferry: all safe
URL: https://wire.example/1
Byline: Ann Roe
Lang: en

First paragraph.

Title: not a header here.
-- want/clusters --
wire mail
-- known/figures --
wire -> mail: "one" -> null missing
-- mail --
Outlet: Tarn Mail

Only text.
-- bare --
No header at all.
-- void --
Outlet: X

`
	records, errs := readAll(t, Config{}, write(t, map[string]string{"ferry.txtar": story, "again.txt": strings.ReplaceAll(story, "-- ", "-- x")}))
	if got := ids(records); !slices.Equal(got, []string{"again/xwire", "again/xwant/clusters", "again/xknown/figures", "again/xmail", "again/xbare", "ferry/wire", "ferry/mail", "ferry/bare"}) || len(errs) != 2 {
		t.Fatalf("ids %q, errors %v", got, errs)
	}
	r := records[5]
	want := Record{ID: "ferry/wire", Title: "Ferry: all safe", Text: "First paragraph.\n\nTitle: not a header here.", Outlet: "Tarnwire", URL: "https://wire.example/1", Byline: "Ann Roe", Lang: "en"}
	if brief(r) != brief(want) || !r.Published.Equal(time.Date(2025, 5, 6, 7, 8, 9, 0, time.UTC)) || !strings.HasPrefix(story[r.Offset:], "-- wire --") {
		t.Errorf("got %+v", r)
	}
	if e := errs[1].(*Error); e.Record != 4 || !strings.HasPrefix(story[e.Offset:], "-- void --") {
		t.Errorf("error %v", e)
	}
}

func TestDates(t *testing.T) {
	at := func(s string) time.Time {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			panic(err)
		}
		return t
	}
	for s, want := range map[string]time.Time{
		"2024-10-08T23:30:00-05:00":         at("2024-10-08T23:30:00-05:00"),
		"2024-10-08T23:30:00.123Z":          at("2024-10-08T23:30:00.123Z"),
		"2024-10-08T23:30:00":               at("2024-10-08T23:30:00Z"),
		"2024-10-08T23:30Z":                 at("2024-10-08T23:30:00Z"),
		"2024-10-08T23:30:00+0200":          at("2024-10-08T23:30:00+02:00"),
		"2024-10-08 23:30:00":               at("2024-10-08T23:30:00Z"),
		"2024-10-08 23:30:00+00:00":         at("2024-10-08T23:30:00Z"),
		"2024-02-29":                        day("2024-02-29"),
		" 2024-10-08 ":                      day("2024-10-08"),
		"20241008":                          day("2024-10-08"),
		"20241008T233000Z":                  at("2024-10-08T23:30:00Z"),
		"20241008T233000+0100":              at("2024-10-08T23:30:00+01:00"),
		"Tue, 08 Oct 2024 23:30:00 GMT":     at("2024-10-08T23:30:00Z"),
		"Tue, 8 Oct 2024 23:30:00 +0200":    at("2024-10-08T23:30:00+02:00"),
		"Tue, 08 Oct 2024 23:30:00 EDT":     at("2024-10-08T23:30:00-04:00"),
		"08 Oct 24 23:30 PST":               at("2024-10-08T23:30:00-08:00"),
		"8 October 2024":                    day("2024-10-08"),
		"October 8, 2024":                   day("2024-10-08"),
		"Tuesday, October 8, 2024":          day("2024-10-08"),
		"1728430200":                        at("2024-10-08T23:30:00Z"),
		"1728430200123":                     at("2024-10-08T23:30:00.123Z"),
		"1728430200.5":                      at("2024-10-08T23:30:00.5Z"),
		"soon":                              {},
		"2024-02-30":                        {},
		"2024-13-01":                        {},
		"2024-10-08T25:00:00Z":              {},
		"0001-01-01T00:00:00Z":              {}, // the zero of many programs
		"9999-12-31":                        {}, // the other one
		"Tue, 08 Oct 2024 23:30:00 IST":     {}, // Irish, Indian or Israeli
		"2024":                              {},
		"NaN":                               {},
		"1e300":                             {},
		strings.Repeat("1", 400):            {},
		"Tuesday, the eighth, in the night": {},
	} {
		got, ok := parseDate(s)
		if ok == want.IsZero() || !got.Equal(want) {
			t.Errorf("%q: %v %v, want %v", s, got, ok, want)
		}
		if _, o1 := got.Zone(); ok {
			if _, o2 := want.Zone(); o1 != o2 {
				t.Errorf("%q: offset %d, want %d", s, o1, o2)
			}
		}
	}
}

// FuzzDate holds that a date that is read is printed and read as the same.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2024-10-08", "Tue, 08 Oct 2024 23:30:00 EDT", "1728430200", "2024-10-08T23:30:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := parseDate(s)
		if !ok {
			return
		}
		again, ok := parseDate(got.Format(time.RFC3339Nano))
		if _, offset := got.Zone(); offset%60 != 0 {
			return // RFC 3339 has no seconds of offset
		}
		if !ok || !again.Equal(got) {
			t.Fatalf("%q is %v, printed and read %v", s, got, again)
		}
	})
}
