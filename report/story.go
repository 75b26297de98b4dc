package report

import (
	"bufio"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"time"

	"github.com/wirediff/wirediff/similarity"
)

// clusterHead is the head of a cluster's page.
type clusterHead struct {
	Index, Report, Title, Count string
	First                       when
	Span, Outlets, Least, Mean  string
	Counts                      []classCount
	Toc                         []link
}

type link struct {
	Href, Text string
	Here       bool
}

// Bounds of the lists on one page; the rest is in the data files, and a line
// says so.
const (
	maxFindings = 12
	minFindings = 4 // low ones fill the list up to this
	maxPhrases  = 300
	maxVersions = 500 // rows of one table of versions
)

// writeStory writes a cluster's folder and returns its row for the index.
func (w *Writer) writeStory(s *story) (*row, error) {
	dir := filepath.Join(w.work, "c", s.file)
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	if err := w.writeCluster(s, dir); err != nil {
		return nil, fmt.Errorf("report: cluster %s: %w", show(s.Cluster.ID, 40), err)
	}
	for i, d := range s.Edges {
		p := s.Cluster.Members[i].Parent
		if d == nil || p < 0 || p >= len(s.Articles) {
			continue
		}
		if err := w.writePairPages(s, dir, p, i, d); err != nil {
			return nil, fmt.Errorf("report: cluster %s: %w", show(s.Cluster.ID, 40), err)
		}
	}
	for _, p := range s.further {
		d := s.Diff(p[0], p[1])
		s.apart = append(s.apart, d)
		if err := w.writePairPages(s, dir, p[0], p[1], d); err != nil {
			return nil, fmt.Errorf("report: cluster %s: %w", show(s.Cluster.ID, 40), err)
		}
	}
	r := newRow(s)
	if err := w.writeFiles(s, dir, r); err != nil {
		return nil, fmt.Errorf("report: cluster %s: %w", show(s.Cluster.ID, 40), err)
	}
	return r, nil
}

// writeFiles writes the story for machines, tickets and scholars, and keeps
// what the files that Close writes have of it.
func (w *Writer) writeFiles(s *story, dir string, r *row) error {
	forms := jsonForms{own: takeRoom(), listed: takeRoom(), piece: takeRoom(), rest: takeRoom()}
	defer giveRoom(forms.own, forms.listed, forms.piece, forms.rest)
	err := forms.story(s)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "cluster.json"), forms.own.Bytes(), 0o666)
	}
	if err == nil {
		r.json, err = w.spools.json.append(forms.listed.Bytes())
	}
	if err == nil {
		err = writeFile(filepath.Join(dir, "cluster.md"), s.writeTicket)
	}
	if err == nil && s.tei {
		err = writeFile(filepath.Join(dir, "cluster.tei.xml"), s.writeApparatus)
	}
	if err == nil {
		err = w.spoolRows(s, r)
	}
	return err
}

// scholarly reports whether the story is within the bounds of an apparatus.
func (s *story) scholarly() bool {
	return len(s.order) <= maxWitnesses && len(s.Articles[s.order[0]].Text) <= maxBase
}

// spoolRows keeps the story's rows of the CSV files.
func (w *Writer) spoolRows(s *story, r *row) error {
	b := takeRoom()
	defer giveRoom(b)
	for _, t := range []struct {
		to   *spool
		at   *chunk
		rows iter.Seq[[]string]
	}{{w.spools.members, &r.members, s.memberRows}, {w.spools.figures, &r.figures, s.figureRows}, {w.spools.variants, &r.variants, s.variantRows}} {
		b.Reset()
		err := buffered(b, func(out *bufio.Writer) error { return csvLines(out, t.rows) })
		if err == nil {
			*t.at, err = t.to.append(b.Bytes())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// writePairPages lays member b beside member a, split where it is too long.
func (w *Writer) writePairPages(s *story, dir string, a, b int, d *similarity.Difference) error {
	room := pairRooms.Get().(*pairRoom)
	p := room.pair(d)
	defer room.release(p)
	p.A.N, p.B.N, p.Bundle = s.number[a], s.number[b], "index.html"
	p.A.Name, p.B.Name = s.names[a], s.names[b]
	parts := p.split(func(k int) string {
		if k == 0 {
			return s.pairFile(a, b)
		}
		return fmt.Sprintf("v%d-v%d-part%d.html", s.number[a], s.number[b], k+1)
	})
	for k, q := range parts {
		name := s.pairFile(a, b)
		if k > 0 {
			name = q.Pages[k]
		}
		f := frame{Look: pairLook(), Title: fmt.Sprintf("%s, %s: %s", p.A.Name, p.B.Name, title(s.Articles[s.head()], 80)), Version: w.settings.Version}
		if err := writeFile(filepath.Join(dir, name), func(out *bufio.Writer) error { return writePair(out, f, q) }); err != nil {
			return err
		}
	}
	return nil
}

// writeCluster writes the cluster's page: its sections are rendered one by
// one and packed into as many files as keep each under maxPage.
func (w *Writer) writeCluster(s *story, dir string) error {
	room := takeRoom()
	defer giveRoom(room)
	sections := s.sections()
	ends := make([]int, 0, len(sections))
	if err := buffered(room, func(b *bufio.Writer) error {
		for _, write := range sections {
			write(markup{b})
			ends = append(ends, room.Len()+b.Buffered())
		}
		return nil
	}); err != nil {
		return err
	}
	pages := cutPages(room.Bytes(), ends)
	name := func(k int) string {
		if k == 0 {
			return "index.html"
		}
		return fmt.Sprintf("part%d.html", k+1)
	}
	f := frame{Look: clusterLook(), Title: title(s.Articles[s.head()], 100), Version: w.settings.Version}
	for k, page := range pages {
		err := writeFile(filepath.Join(dir, name(k)), func(out *bufio.Writer) error {
			if err := f.head(out); err != nil {
				return err
			}
			m := markup{out}
			if k == 0 {
				m.clusterHead(s.clusterHead(w.settings.Title, len(pages) == 1))
			} else {
				m.clusterPart(f.Title, k+1, len(pages))
			}
			out.Write(page)
			if len(pages) > 1 {
				links := make([]link, len(pages))
				for j := range pages {
					links[j] = link{name(j), fmt.Sprintf("Page %d", j+1), j == k}
				}
				m.pager(links)
			}
			return f.foot(out)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// cutPages cuts the sections of a page, which stand one after another and end
// where ends says, into as few pages as keep under maxPage.
func cutPages(sections []byte, ends []int) [][]byte {
	var pages [][]byte
	from, last := 0, 0
	for _, end := range ends {
		if last > from && end-from > maxPage*9/10 {
			pages = append(pages, sections[from:last])
			from = last
		}
		last = end
	}
	return append(pages, sections[from:])
}

func (s *story) clusterHead(report string, toc bool) *clusterHead {
	h := &clusterHead{Index: "../../index.html", Report: report, Title: title(s.Articles[s.head()], 400), Count: plural(len(s.order), "version"),
		First: timeOf(s.Articles[s.order[0]].Published), Outlets: s.outletNames(6), Least: ratio(s.Cluster.Least), Mean: ratio(s.Cluster.Mean), Counts: count(s.findings)}
	if first, last := s.times(); !first.IsZero() && last.After(first) {
		h.Span = span(last.Sub(first))
	}
	if !toc {
		return h
	}
	h.Toc = append(h.Toc, link{Href: "#findings", Text: "First"})
	if len(s.Slots) > 0 {
		h.Toc = append(h.Toc, link{Href: "#figures", Text: "Figures"})
	}
	if len(s.tolls()) > 0 {
		h.Toc = append(h.Toc, link{Href: "#toll", Text: "Toll"})
	}
	h.Toc = append(h.Toc, link{Href: "#lineage", Text: "Lineage"}, link{Href: "#wording", Text: "Wording"})
	if len(s.Ledgers) > 0 {
		h.Toc = append(h.Toc, link{Href: "#outlets", Text: "Outlets"})
	}
	h.Toc = append(h.Toc, link{Href: "#about", Text: "About"})
	return h
}

// times are the first and last time of publication; zero where none is known.
func (s *story) times() (first, last time.Time) {
	for _, i := range s.order {
		if t := s.Articles[i].Published; !t.IsZero() {
			if first.IsZero() {
				first = t
			}
			last = t
		}
	}
	return first, last
}

// sections are the parts of a cluster's page, in order.
func (s *story) sections() []func(markup) {
	var out []func(markup)
	add := func(write func(markup)) { out = append(out, write) }
	var list findingList
	told := map[alike]int{}
	more := 0
	for _, f := range s.findings {
		if f.Gravity == 0 {
			break
		}
		key := s.likeness(f)
		if k, again := told[key]; again {
			list.List[k].also(s.names[f.Version], s.place(f))
			continue
		}
		if len(list.List) == maxFindings || f.Severity == similarity.Low && len(list.List) >= minFindings {
			more++
			continue
		}
		told[key] = len(list.List)
		list.List = append(list.List, s.view(f))
	}
	if more > 0 {
		list.More = plural(more, "less grave difference") + " in the tables below and on the pages of the pairs."
	}
	add(func(m markup) { m.findingList(&list) })

	for i, m := range s.matrices() {
		p := matrixPart{matrixView: m}
		if i > 0 {
			p.N = i + 1
		}
		if len(m.Rows) < m.Total {
			p.Cut = fmt.Sprintf("%d of %s slots shown; figures.csv has all.", len(m.Rows), thousands(m.Total))
		}
		add(func(m markup) { m.matrix(&p) })
	}

	if tolls := s.tolls(); len(tolls) > 0 {
		add(func(m markup) { m.tolls(tolls) })
	}

	versions := s.versions()
	parts := (len(versions) + maxVersions - 1) / maxVersions
	for k := range parts {
		p := versionPart{List: versions[k*maxVersions : min((k+1)*maxVersions, len(versions))]}
		if k == 0 {
			p.Tree = s.tree()
		} else {
			p.N = k + 1
		}
		if parts > 1 {
			p.Part, p.Parts = k+1, parts
		}
		add(func(m markup) { m.versions(&p) })
	}

	if c := s.checks(); len(c) > 0 {
		add(func(m markup) { m.checks(c) })
	}
	if d := s.declared(); len(d) > 0 {
		add(func(m markup) { m.declared(d, true) })
	}
	if p := s.pairGrid(); p != nil {
		add(func(m markup) { m.grid(p) })
	}

	ph := phrasePart{List: s.phrases(gravePhrases), Reworded: s.phrases(rewordedPhrases), Style: s.phrases(stylePhrases)}
	ph.RewordedCount, ph.StyleCount = len(ph.Reworded), len(ph.Style)
	ph.Reworded = ph.Reworded[:min(len(ph.Reworded), maxPhrases)]
	if n := len(ph.List); n > maxPhrases {
		ph.List, ph.More = ph.List[:maxPhrases], fmt.Sprintf("%d of %s shown; variants.csv has all.", maxPhrases, thousands(n))
	}
	ph.Style = ph.Style[:min(len(ph.Style), maxPhrases)]
	add(func(m markup) { m.phrases(&ph) })
	if l := s.ledgers(); len(l) > 0 {
		add(func(m markup) { m.ledgers(l) })
	}
	about := aboutPart{ID: show(s.Cluster.ID, 80), Least: ratio(s.Cluster.Least), Mean: ratio(s.Cluster.Mean),
		Files: []link{{Href: "cluster.json", Text: "JSON"}, {Href: "cluster.md", Text: "Markdown"}, {Href: "../../figures.csv", Text: "CSV"}}}
	if s.tei {
		about.Files = append(about.Files, link{Href: "cluster.tei.xml", Text: "TEI"})
	}
	for _, b := range s.Cluster.Cut[:min(len(s.Cluster.Cut), 100)] {
		about.Cut = append(about.Cut, show(b.A, 80)+" to "+show(b.B, 80)+": "+show(b.Why, 200))
	}
	add(func(m markup) { m.about(&about) })
	return out
}
