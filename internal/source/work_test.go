package source

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWork holds that Work meets each record as Read gives it without one, of
// every format, and that Read then gives the same places and errors in the same
// order, though the memory of JSON's strings is used again.
func TestWork(t *testing.T) {
	lines, _ := benchFile(t, "jsonl", 3000)
	odd := write(t, map[string]string{"odd.jsonl": goodLine + "nonsense\n" + goodLine +
		`{"id":"latin","text":"Caf` + "\xe9" + ` prices rose.","outlet":"B` + "\xfc" + `hne"}` + "\n" +
		`{"id":"nfd","title":"E\u0301tat","text":"Cafe\u0301 prices fell.","lang":"fr"}` + "\n" +
		`{"id":"long","text":"` + strings.Repeat("Words. ", 10_000) + `"}` + "\n" +
		`{"text":"No id.","date":"some day","outlet":"Nameless","previous":["a","b"]}` + "\n"})
	inputs := []string{lines, odd, formats}
	content := func(r Record) string {
		return fmt.Sprint(r.ID, r.Title, r.Text, r.Outlet, r.URL, r.Byline, r.Lang, r.Published, r.Previous, wire(r), r.File, r.Index)
	}
	place := func(r Record) string {
		return fmt.Sprint(r.ID, " ", r.File, " ", r.Index, " ", r.Offset, " ", r.Format, r.Outlet, r.Published, string(r.Header), r.Warnings)
	}
	read := func(cfg Config) (places, contents []string) {
		cfg.MaxText = 50_000
		for r, err := range Read(context.Background(), inputs, nil, cfg) {
			switch {
			case err != nil:
				places = append(places, err.Error())
				continue
			case cfg.Work == nil:
				contents = append(contents, content(r))
			default:
				contents = append(contents, r.Work.([]string)[r.Nth])
			}
			places = append(places, place(r))
		}
		return places, contents
	}
	wantPlaces, wantContents := read(Config{})
	if len(wantContents) < 3010 || len(wantPlaces) < len(wantContents)+3 {
		t.Fatalf("%d records, %d with errors: the inputs are not what they were", len(wantContents), len(wantPlaces))
	}
	for _, workers := range []int{1, 4} {
		places, contents := read(Config{Workers: workers, Work: func() func([]Record) any {
			return func(batch []Record) any {
				made := make([]string, len(batch))
				for i, r := range batch {
					made[i] = content(r)
				}
				return made
			}
		}})
		if !slices.Equal(places, wantPlaces) {
			t.Errorf("%d workers: places differ: %s", workers, firstDifference(places, wantPlaces))
		}
		if !slices.Equal(contents, wantContents) {
			t.Errorf("%d workers: records differ: %s", workers, firstDifference(contents, wantContents))
		}
	}
}

func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("%d is %.200q, want %.200q", i, got[i], want[i])
		}
	}
	return fmt.Sprintf("%d, want %d", len(got), len(want))
}
