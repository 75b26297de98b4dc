package report

import (
	"bufio"
	"bytes"
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
	forms := jsonRoom.Get().(*jsonForms)
	defer jsonRoom.Put(forms)
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
	var b bytes.Buffer
	for _, t := range []struct {
		to   *spool
		at   *chunk
		rows iter.Seq[[]string]
	}{{w.spools.members, &r.members, s.memberRows}, {w.spools.figures, &r.figures, s.figureRows}, {w.spools.variants, &r.variants, s.variantRows}} {
		b.Reset()
		err := buffered(&b, func(out *bufio.Writer) error { return csvLines(out, t.rows) })
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
	p := newPair(d)
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
		f := frame{Look: pairLook, Title: fmt.Sprintf("%s, %s: %s", p.A.Name, p.B.Name, title(s.Articles[s.head()], 80)), Version: w.settings.Version}
		if err := writeFile(filepath.Join(dir, name), func(out *bufio.Writer) error { return writePair(out, f, q) }); err != nil {
			return err
		}
	}
	return nil
}

// writeCluster writes the cluster's page: its sections are rendered one by
// one and packed into as many files as keep each under maxPage.
func (w *Writer) writeCluster(s *story, dir string) error {
	sections := s.sections()
	bodies := make([][]byte, 0, len(sections))
	for _, p := range sections {
		var b bytes.Buffer
		if err := templates.ExecuteTemplate(&b, p.name, p.data); err != nil {
			return err
		}
		bodies = append(bodies, b.Bytes())
	}
	pages, size := [][][]byte{nil}, 0
	for _, b := range bodies {
		if size > 0 && size+len(b) > maxPage*9/10 {
			pages, size = append(pages, nil), 0
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], b)
		size += len(b)
	}
	name := func(k int) string {
		if k == 0 {
			return "index.html"
		}
		return fmt.Sprintf("part%d.html", k+1)
	}
	f := frame{Look: clusterLook, Title: title(s.Articles[s.head()], 100), Version: w.settings.Version}
	for k, page := range pages {
		head := part{"cluster-head", s.clusterHead(w.settings.Title, len(pages) == 1)}
		if k > 0 {
			head = part{"cluster-part", map[string]any{"Title": f.Title, "Part": k + 1, "Parts": len(pages)}}
		}
		var links []link
		for j := range pages {
			links = append(links, link{name(j), fmt.Sprintf("Page %d", j+1), j == k})
		}
		err := writeFile(filepath.Join(dir, name(k)), func(out *bufio.Writer) error {
			if err := templates.ExecuteTemplate(out, "head", f); err != nil {
				return err
			}
			if err := templates.ExecuteTemplate(out, head.name, head.data); err != nil {
				return err
			}
			for _, b := range page {
				out.Write(b)
			}
			if len(pages) > 1 {
				if err := templates.ExecuteTemplate(out, "pages", links); err != nil {
					return err
				}
			}
			return templates.ExecuteTemplate(out, "foot", f)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *story) clusterHead(report string, toc bool) clusterHead {
	h := clusterHead{Index: "../../index.html", Report: report, Title: title(s.Articles[s.head()], 400), Count: plural(len(s.order), "version"),
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
func (s *story) sections() []part {
	var out []part
	type findingList struct {
		List []findingView
		More string
	}
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
	out = append(out, part{"findings", list})

	type matrixPart struct {
		matrixView
		ID, Cut string
	}
	for i, m := range s.matrices() {
		p := matrixPart{matrixView: m}
		if i > 0 {
			p.ID = itoa(i + 1)
		}
		if len(m.Rows) < m.Total {
			p.Cut = fmt.Sprintf("%d of %s slots shown; figures.csv has all.", len(m.Rows), thousands(m.Total))
		}
		out = append(out, part{"matrix", p})
	}

	if tolls := s.tolls(); len(tolls) > 0 {
		out = append(out, part{"tolls", tolls})
	}

	type versionPart struct {
		List        []versionView
		Tree        *treeView
		ID          string
		Part, Parts int
	}
	versions := s.versions()
	parts := (len(versions) + maxVersions - 1) / maxVersions
	for k := range parts {
		p := versionPart{List: versions[k*maxVersions : min((k+1)*maxVersions, len(versions))]}
		if k == 0 {
			p.Tree = s.tree()
		} else {
			p.ID = itoa(k + 1)
		}
		if parts > 1 {
			p.Part, p.Parts = k+1, parts
		}
		out = append(out, part{"versions", p})
	}

	if c := s.checks(); len(c) > 0 {
		out = append(out, part{"checks", c})
	}
	if d := s.declared(); len(d) > 0 {
		out = append(out, part{"declared", map[string]any{"List": d, "Cluster": true}})
	}
	if p := s.pairGrid(); p != nil {
		out = append(out, part{"grid", p})
	}

	type phrasePart struct {
		List, Reworded, Style     []phraseView
		RewordedCount, StyleCount int
		More                      string
	}
	ph := phrasePart{List: s.phrases(gravePhrases), Reworded: s.phrases(rewordedPhrases), Style: s.phrases(stylePhrases)}
	ph.RewordedCount, ph.StyleCount = len(ph.Reworded), len(ph.Style)
	ph.Reworded = ph.Reworded[:min(len(ph.Reworded), maxPhrases)]
	if n := len(ph.List); n > maxPhrases {
		ph.List, ph.More = ph.List[:maxPhrases], fmt.Sprintf("%d of %s shown; variants.csv has all.", maxPhrases, thousands(n))
	}
	ph.Style = ph.Style[:min(len(ph.Style), maxPhrases)]
	out = append(out, part{"phrases", ph})
	if l := s.ledgers(); len(l) > 0 {
		out = append(out, part{"ledgers", l})
	}
	type aboutPart struct {
		ID, Least, Mean string
		Cut             []string
		Files           []link
	}
	about := aboutPart{ID: show(s.Cluster.ID, 80), Least: ratio(s.Cluster.Least), Mean: ratio(s.Cluster.Mean),
		Files: []link{{Href: "cluster.json", Text: "JSON"}, {Href: "cluster.md", Text: "Markdown"}, {Href: "../../figures.csv", Text: "CSV"}}}
	if s.tei {
		about.Files = append(about.Files, link{Href: "cluster.tei.xml", Text: "TEI"})
	}
	for _, b := range s.Cluster.Cut[:min(len(s.Cluster.Cut), 100)] {
		about.Cut = append(about.Cut, show(b.A, 80)+" to "+show(b.B, 80)+": "+show(b.Why, 200))
	}
	return append(out, part{"about", about})
}
