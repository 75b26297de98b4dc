package source

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestRawOnly holds that a second reading meets every record of the first one,
// in its place, byte for byte, though its buffers are used again.
func TestRawOnly(t *testing.T) {
	path, _ := benchFile(t, "jsonl", 3000)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := write(t, map[string]string{
		"a.jsonl": goodLine + "nonsense\n\n" + goodLine + `{"id":"b","text":"Kept, too."}`,
		"t.csv":   "id,text\n1,a\n2\n3,\"b, c\"\n", "t.json": `[{"id":"x","text":"One."}, 7, {"id":"y","text":"Two."}]`,
	})
	place := func(r Record) string { return fmt.Sprint(r.File, " ", r.Index, " ", r.Offset, " ", string(r.Raw)) }
	var first, second []string
	for r, err := range Read(context.Background(), []string{path, bad}, nil, Config{KeepRaw: true}) {
		if err == nil {
			first = append(first, place(r))
		}
	}
	for r, err := range Read(context.Background(), []string{path, bad}, nil, Config{RawOnly: true}) {
		if err != nil {
			continue
		}
		if strings.HasPrefix(r.File, path) && !strings.HasPrefix(string(whole[r.Offset:]), string(r.Raw)) {
			t.Fatalf("line %d is not what stands at byte %d", r.Index, r.Offset)
		}
		second = append(second, place(r))
	}
	at := 0
	for _, want := range first {
		n := slices.Index(second[at:], want)
		if n < 0 {
			t.Fatalf("the second reading lacks, or has elsewhere, %.100s", want)
		}
		at += n + 1
	}
	if len(second) != len(first)+3 { // what is no object, and the id that comes twice, are in it too
		t.Errorf("%d records, then %d", len(first), len(second))
	}
}
