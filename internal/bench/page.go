//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// put replaces what stands between the marks <!-- name --> and
// <!-- /name --> of a Markdown file, each on a line of its own.
func put(file, name, text string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	open, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->\n"
	before, rest, ok := strings.Cut(string(b), open)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return fmt.Errorf("%s has no place for %s: two lines, %s and %s", file, name, strings.TrimSpace(open), strings.TrimSpace(end))
	}
	return os.WriteFile(file, []byte(before+open+text+end+after), 0o644)
}

// pages are the two files that the tables are put into.
func (o *options) readme() string { return "README.md" }
func (o *options) front() string  { return filepath.Join(o.root, "README.md") }

// headed is a table with the command that made it above and the machine below.
func (o *options) headed(table string) string {
	return fmt.Sprintf("```\ncd internal/bench && go run . %s\n```\n\n%s\n%s, %s/%s, %d cores.\n", o.line, table, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
}

// table writes Markdown: a header and rows. Columns from the second on that
// hold numbers are set to the right.
func table(header []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) {
		b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	line(header)
	rule := make([]string, len(header))
	for i := range header {
		rule[i] = "---"
		if len(rows) > 0 && strings.ContainsAny(rows[0][i][:1], "0123456789.–") {
			rule[i] = "---:"
		}
	}
	line(rule)
	for _, r := range rows {
		line(r)
	}
	return b.String()
}

// grouped writes a whole number with commas.
func grouped(n int64) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// share writes a share with three digits, without the zero before the point.
func share(x float64) string {
	s := fmt.Sprintf("%.3f", x)
	return strings.TrimPrefix(s, "0")
}
