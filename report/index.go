package report

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/wirediff/wirediff/similarity"
)

// row is all that is kept of a cluster until Close.
type row struct {
	id, file, title string
	first           time.Time
	versions        int
	outlets         []string
	counts          []classCount
	says            *sentence // of the gravest difference; nil where none
	pair            string    // its place, in the cluster's folder
	slots           string    // slots and figures that differ, to search in
	tail            bool
	gravity, sum    int
	same            []string

	json, members, figures, variants chunk
}

// maxWords is how many bytes of slots and figures a row is found by, beside
// its headline, outlets and sentence: 5,000 rows stay under 2 MB.
const maxWords = 120

func newRow(s *story) *row {
	r := &row{id: s.Cluster.ID, file: s.file, title: title(s.Articles[s.head()], 160), versions: len(s.order), outlets: s.outlets(),
		counts: count(s.findings), same: s.Cluster.Same}
	r.first, _ = s.times()
	if len(s.findings) > 0 && s.findings[0].Gravity > 0 {
		f := s.findings[0]
		says := spell(s.Comparison, f, s.names)
		r.says, r.gravity, r.pair = &says, f.Gravity, s.place(f)
	}
	var slots []string
	size := 0
	for _, f := range s.findings {
		// What counts for the rank beyond the gravest difference: the other
		// grave ones. Many small ones never add up to a grave one.
		if f.Severity >= similarity.Medium {
			r.sum += f.Gravity
		}
		r.tail = r.tail || f.Name == string(similarity.TailCut)
		if f.Figure != nil && f.Gravity > 0 {
			a, b := f.texts()
			for _, n := range []string{show(f.Figure.Slot, 40), show(a, 30), show(b, 30)} {
				if size+len(n) < maxWords && n != "" && !slices.Contains(slots, n) && !r.found(n) {
					slots = append(slots, n)
					size += len(n) + 1
				}
			}
		}
	}
	r.slots = strings.Join(slots, " ")
	return r
}

// found reports whether the row is found by the words without more.
func (r *row) found(words string) bool {
	return strings.Contains(r.title, words) || r.says != nil && (strings.Contains(r.says.From, words) || strings.Contains(r.says.To, words) || strings.Contains(r.says.What, words))
}

const pageRows = 200 // stories on a page of the index

// indexHead is the head of a page of the index.
type indexHead struct {
	Page                       int
	Heading, Summary, Settings string
}

// storyRow is a row as the index shows it.
type storyRow struct {
	Rank                     int
	File, Href, Worst, Title string
	Says                     *sentence
	First                    when
	Versions, Outlets        string
	TailCut                  bool
	Top                      []classCount
	Rest                     int // classes beyond Top
}

// maxChips is how many classes a row of the index names: what the eye takes
// in at once.
const maxChips = 5

type storyList struct {
	Rows  []storyRow
	Shown string
	Front bool
	Pages []link
}

func (w *Writer) writeIndex() error {
	pages := max((len(w.rows)+pageRows-1)/pageRows, 1)
	for k := range pages {
		if err := w.writeIndexPage(k, pages); err != nil {
			return err
		}
	}
	return nil
}

func indexFile(k int) string {
	if k == 0 {
		return "index.html"
	}
	return fmt.Sprintf("page-%d.html", k+1)
}

func (w *Writer) writeIndexPage(k, pages int) error {
	from, to := k*pageRows, min((k+1)*pageRows, len(w.rows))
	list := storyList{Front: k == 0, Pages: pageLinks(k, pages, indexFile)}
	for i, r := range w.rows[from:to] {
		list.Rows = append(list.Rows, r.view(from+i+1))
	}
	list.Shown = fmt.Sprintf("%s of %s stories shown", thousands(to-from), thousands(len(w.rows)))
	if pages > 1 {
		list.Shown = fmt.Sprintf("%s to %s of %s stories shown", thousands(from+1), thousands(to), thousands(len(w.rows)))
	}
	f := frame{Look: listLook(), Title: show(w.settings.Title, 100)}
	head := indexHead{Page: k + 1, Heading: show(w.settings.Title, 200), Summary: w.summary(), Settings: w.howFound()}
	foot := map[string]any{"Skipped": nil, "SkippedMore": "", "Warnings": nil, "Alone": nil, "Data": nil}
	if k > 0 {
		f.Title += fmt.Sprintf(", page %d", k+1)
		return w.page(indexFile(k), f, part{"index-head", head}, part{"stories", list}, part{"index-foot", foot})
	}
	f.Look = indexLook()
	w.footOf(foot)
	return w.page(indexFile(k), f, part{"index-head", head}, part{"find", nil}, part{"stories", list},
		part{"aside", w.overview()}, part{"index-foot", foot})
}

// maxSkipped is how many skipped inputs the page names; report.json has all.
const maxSkipped = 500

func (w *Writer) footOf(foot map[string]any) {
	var skipped []Skipped
	for _, s := range w.skipped[:min(len(w.skipped), maxSkipped)] {
		skipped = append(skipped, Skipped{show(s.Input, 200), show(s.Why, 300)})
	}
	var warnings []string
	for _, s := range w.warnings[:min(len(w.warnings), maxSkipped)] {
		warnings = append(warnings, show(s, 400))
	}
	foot["Skipped"], foot["Warnings"], foot["Data"] = skipped, warnings, w.searchData()
	if len(w.skipped) > maxSkipped {
		foot["SkippedMore"] = fmt.Sprintf("%d of %s shown; report.json has all.", maxSkipped, thousands(len(w.skipped)))
	}
	if len(w.alone) > 0 {
		foot["Alone"] = &link{Href: aloneFile(0), Text: plural(len(w.alone), "article") + " with no other version"}
	}
}

func pageLinks(here, pages int, file func(int) string) []link {
	if pages < 2 {
		return nil
	}
	out := make([]link, pages)
	for j := range out {
		out[j] = link{file(j), fmt.Sprintf("Page %d", j+1), j == here}
	}
	return out
}

func (r *row) view(rank int) storyRow {
	v := storyRow{Rank: rank, File: r.file, Href: "c/" + r.file + "/index.html", Title: r.title, Says: r.says, First: timeOf(r.first),
		Versions: plural(r.versions, "version"), Outlets: join(r.outlets, 4), TailCut: r.tail, Top: r.counts[:min(len(r.counts), maxChips)]}
	if n := len(r.counts) - maxChips; n > 0 {
		v.Rest = n
	}
	if r.says != nil {
		v.Worst = "c/" + r.file + "/" + r.pair
	}
	return v
}

// summary is the line under the heading: what was compared.
func (w *Writer) summary() string {
	s := plural(w.totals.Documents, "article")
	if w.totals.Outlets > 0 {
		s += " from " + plural(w.totals.Outlets, "outlet")
	}
	s += ": " + strings.Replace(plural(w.totals.Clusters, "story"), "storys", "stories", 1) + " in two versions or more"
	if w.totals.Alone > 0 {
		s += ", " + plural(w.totals.Alone, "article") + " alone"
	}
	if n := len(w.skipped); n > 0 {
		s += ", " + plural(n, "input") + " skipped"
	}
	return s + "."
}

// howFound is the line of inputs and settings.
func (w *Writer) howFound() string {
	c := w.settings.record()
	s := ""
	if len(w.settings.Inputs) > 0 {
		var in []string
		for _, i := range w.settings.Inputs[:min(len(w.settings.Inputs), 12)] {
			in = append(in, show(i, 80))
		}
		if n := len(w.settings.Inputs); n > 12 {
			in = append(in, fmt.Sprintf("%d more", n-12))
		}
		s = "Compared: " + strings.Join(in, ", ") + ". "
	}
	return s + fmt.Sprintf("Versions were sought by %s, with runs of %d words, sketches of %d, and rewrites within %.0f hours; loaded terms are those of the table %s. "+
		"Stories stand by their gravest difference: figures that cannot both be right, turned nouns and negations, altered quotes, lost attribution; then by size.",
		join(c.Ways, 3), c.ShingleSize, c.SketchSize, c.WindowHours, show(c.Terms, 80))
}

// linkSame puts the links to clusters of the same event into the pages that
// have them: their headlines are known only now.
func (w *Writer) linkSame() error {
	byID := make(map[string]*row, len(w.rows))
	for _, r := range w.rows {
		byID[r.id] = r
	}
	for _, r := range w.rows {
		var links []link
		for _, id := range r.same {
			switch other := byID[id]; {
			case other != nil:
				links = append(links, link{Href: "../" + other.file + "/index.html", Text: other.title})
			case w.aloneIDs[id] != "":
				links = append(links, link{Text: w.aloneIDs[id]})
			default:
				links = append(links, link{Text: show(id, 80)})
			}
		}
		if len(links) == 0 {
			continue
		}
		if err := w.replaceMark(r, links); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) replaceMark(r *row, links []link) error {
	mark := []byte(sameEventMark)
	dir := filepath.Join(w.work, "c", r.file)
	for k := 1; ; k++ {
		path := filepath.Join(dir, "index.html")
		if k > 1 {
			path = filepath.Join(dir, fmt.Sprintf("part%d.html", k))
		}
		page, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !bytes.Contains(page, mark) {
			continue
		}
		var b bytes.Buffer
		if err := buffered(&b, func(out *bufio.Writer) error {
			markup{out}.sameEvent(links)
			return nil
		}); err != nil {
			return err
		}
		return os.WriteFile(path, bytes.Replace(page, mark, b.Bytes(), 1), 0o666)
	}
}
