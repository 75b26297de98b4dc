package source

import (
	"strings"
	"testing"
)

func TestQuotedCellAtTheEndOfTheFile(t *testing.T) {
	for _, end := range []string{"", "\n", "\r\n"} {
		in := "id,text,desk\na,\"Snow fell on the passes.\",\"north, early\"" + end
		n := 0
		for r, err := range Read(t.Context(), []string{"-"}, strings.NewReader(in), Config{KeepRaw: true}) {
			if err != nil {
				t.Fatalf("with the end %q: %v", end, err)
			}
			n++
			if got := string(r.Raw); got != `a,"Snow fell on the passes.","north, early"` {
				t.Errorf("with the end %q: raw %q", end, got)
			}
		}
		if n != 1 {
			t.Errorf("with the end %q: %d records", end, n)
		}
	}
}
