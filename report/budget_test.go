package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/similarity"
)

// TestPairs holds that Settings.Pairs bounds the pages beyond parent and child
// and the collations of TEI, and that the page links no more than there is.
func TestPairs(t *testing.T) {
	chain := func(severity similarity.Severity) *similarity.Comparison {
		vs := []version{{id: "a", outlet: "A", at: "2031-04-03T08:00:00Z", text: dam, parent: -1}}
		for i, id := range []string{"b", "c", "d"} {
			vs = append(vs, version{id: id, outlet: strings.ToUpper(id), at: "2031-04-03T09:00:00Z", text: strings.Replace(dam, "12", itoa(13+i), 1), parent: i, relation: similarity.Updated})
		}
		c := compare(t, "abc1", vs)
		c.Severity = severity
		return c
	}
	for _, c := range []struct {
		name         string
		severity     similarity.Severity
		pairs, pages int
		tei          bool
	}{
		{"none: the three of parent and child, and no TEI, which would collate two", similarity.High, -1, 3, false},
		{"one page more; TEI collates one for itself", similarity.High, 1, 4, true},
		{"all six; TEI needs no more", similarity.Low, 0, 6, true},
		{"half is kept for grave stories", similarity.Low, 4, 5, true},
		{"and they may have all", similarity.High, 4, 6, true},
	} {
		dir, _ := write(t, Settings{Pairs: c.pairs}, chain(c.severity))
		pages, err := filepath.Glob(filepath.Join(dir, "c", "cabc1", "v*.html"))
		if err != nil || len(pages) != c.pages {
			t.Errorf("%s: %d pages of pairs (%v), want %d", c.name, len(pages), err, c.pages)
		}
		_, err = os.Stat(filepath.Join(dir, "c", "cabc1", "cluster.tei.xml"))
		page, _ := os.ReadFile(filepath.Join(dir, "c", "cabc1", "index.html"))
		if (err == nil) != c.tei || strings.Contains(string(page), "cluster.tei.xml") != c.tei {
			t.Errorf("%s: TEI written %v, linked %v, want %v", c.name, err == nil, strings.Contains(string(page), "cluster.tei.xml"), c.tei)
		}
	}
}
