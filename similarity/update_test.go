package similarity

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// updateCue is what updateNumber reads, as an expression: its judge.
var updateCue = regexp.MustCompile(`^(?i:(?:UPDATE|WRAPUP|RPT-UPDATE|LEAD) ?(\d{1,2})\b|(\d{1,2})(?:ST|ND|RD|TH) (?:LEAD|LD)\b|(?:CORRECTED|CORRECTION|REFILE|UPDATED?|RECAST)\b)`)

func TestUpdateNumberReadsAsItsExpression(t *testing.T) {
	pieces := []string{"", "Update", "WRAPUP", "rpt-", "Lead", "ld", "0", "1", "23", "st", "nd", "TH", " ", "-", "_", "é", "d", "CORRECTED", "correction", "Refile", "recast", "Port", "UP", "$"}
	reads := func(title string) uint8 {
		m := updateCue.FindStringSubmatch(strings.TrimSpace(title))
		if m == nil {
			return 0
		}
		n, _ := strconv.Atoi(m[1] + m[2])
		return uint8(max(n, 1))
	}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				for _, d := range pieces {
					if title := a + b + c + d; updateNumber(title) != reads(title) {
						t.Fatalf("%q: %d, want %d", title, updateNumber(title), reads(title))
					}
				}
			}
		}
	}
}
