// Command corrections checks that the engine reports what real correction
// notices corrected: the figure that was wrong in the first story must be among
// the differences between the story and the notice.
//
//	go run ./internal/tools/corrections corrections.jsonl articles.jsonl
//
// The notices are JSON Lines with id, date, title, text and original, the id of
// the story corrected, which is sought in the articles. Of the linked notices
// of the Reuters-21578 collection the table below says which figure was
// corrected, as read by hand; the notices that correct a word, a name or a
// figure that only one of the two texts holds are not in it. Each missed one
// is printed, then the tally. The exit code is 1 where one is missed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// corrected are the figures that both a story and its correction hold: what
// the story had, and what the notice puts for it. Where both are one, another
// thing about the number changed: a loss for a profit, a year for a day.
var corrected = map[string][2]string{
	"reut-901":   {"THREE PCT", "3-1/4 PCT"},
	"reut-1758":  {"1.23", "1.33"},
	"reut-7688":  {"41.6", "83.2"},
	"reut-8580":  {"six cts", "six cts"},
	"reut-9043":  {"600", "500"},
	"reut-9405":  {"36.7", "39.7"},
	"reut-10038": {"46,000", "46,000"},
	"reut-10227": {"11 cts", "11 cts"},
	"reut-10713": {"1115", "1100"},
	"reut-11364": {"17", "7"},
	"reut-11633": {"3,345,000", "3,348,000"},
	"reut-11634": {"30 mln", "300 mln"},
	"reut-12658": {"61", "1.59"},
	"reut-13389": {"6-3/16", "6-13/16"},
	"reut-16597": {"64", "59"},
	"reut-17213": {"one billion", "100 mln"},
}

// notice is a correction, or an article.
type notice struct {
	ID       string `json:"id"`
	Date     string `json:"date"`
	Title    string `json:"title"`
	Text     string `json:"text"`
	Original string `json:"original"`
}

func (n notice) document() shingle.Document {
	published, _ := time.Parse("2006-01-02T15:04:05", n.Date)
	return shingle.Document{ID: n.ID, Title: n.Title, Text: n.Text, Published: published}
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		fmt.Fprintln(stderr, "usage: corrections corrections.jsonl articles.jsonl")
		return 2
	}
	notices, err := read(args[0], func(n notice) bool { return n.Original != "" })
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	wanted := map[string]bool{}
	for _, n := range notices {
		wanted[n.Original] = true
	}
	articles, err := read(args[1], func(n notice) bool { return wanted[n.ID] })
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	originals := map[string]notice{}
	for _, a := range articles {
		originals[a.ID] = a
	}
	figures, found, absent := 0, 0, 0
	for _, n := range notices {
		story, here := originals[n.Original]
		if !here {
			absent++
			continue
		}
		was, holds := corrected[n.ID]
		if !holds {
			continue
		}
		figures++
		if d := similarity.Diff(story.document(), n.document()); reports(d, was) {
			found++
		} else {
			fmt.Fprintf(stdout, "missed %s of %s: %q corrected to %q\n", n.ID, n.Original, was[0], was[1])
		}
	}
	fmt.Fprintf(stdout, "linked notices %d, their story not among the articles %d, with a figure corrected that both hold %d, reported %d\n", len(notices), absent, figures, found)
	if found < figures {
		return 1
	}
	return 0
}

// reports reports whether a figure difference has the old words on its one
// side and the new words on the other.
func reports(d *similarity.Difference, was [2]string) bool {
	for _, v := range d.Figures {
		if v.A != nil && v.B != nil && v.Class != similarity.SameRestyled && holds(v.A.Text, was[0]) && holds(v.B.Text, was[1]) {
			return true
		}
	}
	return false
}

func holds(text, words string) bool {
	return strings.Contains(strings.Join(strings.Fields(text), " "), words)
}

// read reads the records of a JSON Lines file that are kept.
func read(path string, keep func(notice) bool) ([]notice, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []notice
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<26)
	for line := 1; scan.Scan(); line++ {
		var n notice
		if err := json.Unmarshal(scan.Bytes(), &n); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", path, line, err)
		}
		if keep(n) {
			out = append(out, n)
		}
	}
	return out, scan.Err()
}
