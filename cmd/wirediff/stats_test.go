package main

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestStats holds that --stats names the steps of a command in order on
// standard error, that they are parts of the whole, and that the output stays.
func TestStats(t *testing.T) {
	dir := t.TempDir()
	find := []string{"documents", "index", "copies", "anchors", "rewrites", "clusters"}
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{[]string{"cluster"}, append(find[:6:6], "write")},
		{[]string{"cluster", "--ways", "copies"}, []string{"documents", "index", "copies", "anchors", "clusters", "write"}},
		{[]string{"cluster", "--ways", "rewrites"}, []string{"documents", "index", "rewrites", "clusters", "write"}},
		{[]string{"pairs"}, append(find[:6:6], "write")},
		{[]string{"variants"}, append(find[:6:6], "stories", "write")},
		{[]string{"dedup", "--out", filepath.Join(dir, "kept.jsonl"), "--removed", filepath.Join(dir, "removed.jsonl")}, append(find[:6:6], "reasons", "write")},
		{[]string{"compare", "--out", filepath.Join(dir, "report")}, append(find[:6:6], "stories", "write")},
	} {
		name := strings.Join(tt.args[:1], " ")
		args := append(tt.args, "../../testdata/stories/ferry.txtar")
		_, plain, quiet := runCLI(t, "", args...)
		code, stdout, stderr := runCLI(t, "", append(args, "--stats")...)
		if code != exitDone || stdout != plain || strings.Contains(quiet, "wall s") {
			t.Errorf("%s: exit code %d; the output, or standard error without --stats, is not what it was", name, code)
		}
		var steps []string
		var sum, all float64
		for line := range strings.Lines(stderr) {
			cells := strings.Fields(line)
			if len(cells) != 5 || cells[0] == "step" {
				continue
			}
			wall, err := strconv.ParseFloat(cells[1], 64)
			if err != nil {
				continue
			}
			if cells[0] == "all" {
				all = wall
				continue
			}
			steps, sum = append(steps, cells[0]), sum+wall
		}
		if !slices.Equal(steps, tt.want) {
			t.Errorf("%s: the steps are %q, want %q in\n%s", name, steps, tt.want, stderr)
		}
		if sum > all+0.001*float64(len(steps)+1) { // each is rounded
			t.Errorf("%s: the steps took %.3f s, the whole %.3f s", name, sum, all)
		}
	}
}
