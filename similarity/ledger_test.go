package similarity

import (
	"slices"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

// TestLedgerUnsaid: who reads only a brief is told of the caveat and of the
// quotation that it left out; who reads the paper that has them is not.
func TestLedgerUnsaid(t *testing.T) {
	wire := "A fire burned the Sund mill on Monday, and two men of the night shift were hurt by falling glass.\n\n" +
		"The cause was not immediately known.\n\n" +
		`"I heard the roof come down behind me and I ran for the gate," said Ola Brandt, a miller.`
	brief := "A fire burned the Sund mill on Monday, and two men of the night shift were hurt by falling glass."
	docs := []shingle.Document{
		{ID: "wire", Outlet: "Norvane", Text: wire},
		{ID: "full", Outlet: "Morning Tide", Text: wire},
		{ID: "brief", Outlet: "Late Post", Text: brief},
	}
	c := Compare(docs, Cluster{Members: []Member{{Doc: 0, ID: "wire", Parent: -1}, {Doc: 1, ID: "full"}, {Doc: 2, ID: "brief"}}})
	want := map[string][]string{
		"Late Post": {"caveat: The cause was not immediately known", "quote: I heard the roof come down behind me …"},
	}
	for _, l := range c.Ledgers {
		if !slices.Equal(l.Misses, want[l.Outlet]) {
			t.Errorf("%s misses %q, want %q", l.Outlet, l.Misses, want[l.Outlet])
		}
	}
}
