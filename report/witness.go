package report

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// Bounds of a cluster's TEI: an apparatus of more witnesses or a longer base
// is for a tool of its own, from cluster.json.
const (
	maxWitnesses = 60
	maxBase      = 1 << 20 // bytes
)

// uncollated counts the versions that no page lays beside the earliest: an
// apparatus collates them for itself.
func (s *story) uncollated() int {
	n := 0
	for _, i := range s.order[1:] {
		if s.Cluster.Members[i].Parent != s.order[0] && !slices.Contains(s.further, [2]int{s.order[0], i}) {
			n++
		}
	}
	return n
}

// swap is a place where a witness departs from the base: bytes [at, end) of
// the base became text.
type swap struct {
	at, end int
	text    string
}

// swaps lists where b departs from the base, in the order of the base. What b
// inserted stands after the words that it follows in b; what it moved stands
// in the base's place.
func swaps(segments []similarity.Segment, base, b string) []swap {
	var out []swap
	add := func(a, z shingle.Span) {
		if from, to := a.Of(base), z.Of(b); from != to {
			out = append(out, swap{a.Start, a.End, to})
		}
	}
	at := 0
	for _, s := range segments {
		switch {
		case s.Kind == similarity.Insert:
			out = append(out, swap{at, at, s.B.Of(b)})
			continue
		case s.Kind == similarity.Changed && len(s.Edits) > 0:
			ea, eb := s.A.Start, s.B.Start
			for _, e := range s.Edits {
				add(shingle.Span{Start: ea, End: max(ea, e.A.Start)}, shingle.Span{Start: eb, End: max(eb, e.B.Start)})
				add(e.A, e.B)
				ea, eb = max(ea, e.A.End), max(eb, e.B.End)
			}
			add(shingle.Span{Start: ea, End: max(ea, s.A.End)}, shingle.Span{Start: eb, End: max(eb, s.B.End)})
		default:
			add(s.A, s.B)
		}
		if !s.Moved {
			at = s.A.End
		}
	}
	slices.SortStableFunc(out, func(x, y swap) int { return cmp.Or(x.at-y.at, x.end-y.end) })
	return out
}

// reading is what a witness has for bytes [at, end) of the base, given its
// swaps that lie within.
func reading(base string, at, end int, within []swap) string {
	var b strings.Builder
	for _, s := range within {
		if s.at > at {
			b.WriteString(base[at:s.at])
		}
		b.WriteString(s.text)
		at = max(at, s.end)
	}
	if at < end {
		b.WriteString(base[at:end])
	}
	return b.String()
}

// writeApparatus writes a cluster as one TEI text: the base is its earliest
// version, each place where a witness departs from it is an <app> whose
// <rdg>s name the witnesses, and all that agree stands once (parallel
// segmentation). Versions are collated with the base, not with their parents.
func (s *story) writeApparatus(b *bufio.Writer) error {
	order := s.order[:min(len(s.order), maxWitnesses)]
	base := s.Articles[order[0]]
	sides := make([]sideView, len(order))
	sigla := make([]string, len(order))
	all := make([][]swap, len(order))
	for k, i := range order {
		sides[k], sigla[k] = articleSide(s.Articles[i], ""), fmt.Sprintf("v%d", s.number[i])
		if k == 0 {
			continue
		}
		segments := s.collate(order[0], i)
		all[k] = swaps(segments, base.Text, s.Articles[i].Text)
	}
	teiHead(b, title(s.Articles[s.head()], 300), sides, sigla)
	s.apparatus(b, base.Text, sigla, all)
	teiFoot(b)
	return nil
}

// collate lays member b beside member a, unless a page of the two has done so.
func (s *story) collate(a, b int) []similarity.Segment {
	if d := s.Edges[b]; d != nil && s.Cluster.Members[b].Parent == a && d.Collation != nil {
		return d.Segments
	}
	if k := slices.Index(s.further, [2]int{a, b}); k >= 0 && k < len(s.apart) && s.apart[k].Collation != nil {
		return s.apart[k].Segments
	}
	return similarity.Collate(s.Articles[a], s.Articles[b]).Segments
}

// apparatus writes the body: places where any witness departs are joined
// while they overlap or touch.
func (s *story) apparatus(b *bufio.Writer, base string, sigla []string, all [][]swap) {
	var places []swap
	for _, w := range all {
		places = append(places, w...)
	}
	slices.SortFunc(places, func(x, y swap) int { return cmp.Or(x.at-y.at, y.end-x.end) })
	next := make([]int, len(all))
	at := 0
	b.WriteString("<p>")
	for i := 0; i < len(places); {
		from, to := places[i].at, places[i].end
		for i < len(places) && (places[i].at < to || places[i].at == from) {
			to = max(to, places[i].end)
			i++
		}
		teiText(b, base[at:from])
		var texts []string
		var who [][]string
		for k := range all {
			first := next[k]
			for next[k] < len(all[k]) && (all[k][next[k]].at < to || all[k][next[k]].at == from) {
				next[k]++
			}
			text := reading(base, from, to, all[k][first:next[k]])
			j := slices.Index(texts, text)
			if j < 0 {
				j = len(texts)
				texts, who = append(texts, text), append(who, nil)
			}
			who[j] = append(who[j], "#"+sigla[k])
		}
		b.WriteString("<app>")
		for j, text := range texts {
			fmt.Fprintf(b, `<rdg wit="%s">%s</rdg>`, strings.Join(who[j], " "), x(text))
		}
		b.WriteString("</app>")
		at = to
	}
	teiText(b, base[at:])
	b.WriteString("</p>\n")
}

// teiText writes text with an element for each paragraph break.
func teiText(b *bufio.Writer, text string) {
	b.WriteString(strings.ReplaceAll(x(text), "&#xA;&#xA;", "</p>\n<p>"))
}

// writeTicket writes a cluster as Markdown: what a ticket or a chat needs.
func (s *story) writeTicket(b *bufio.Writer) error {
	fmt.Fprintf(b, "# %s\n\n%s from %s.\n\n", md(title(s.Articles[s.head()], 300)), plural(len(s.order), "version"), md(s.outletNames(12)))
	for k, f := range s.findings {
		if f.Gravity == 0 || k == 30 {
			break
		}
		fmt.Fprintf(b, "- %s **%s**: %s\n", f.Symbol, f.Words, md(spell(s.Comparison, f, s.names).String()))
	}
	fmt.Fprint(b, "\n| no. | outlet | published | made from | relation | headline |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, v := range s.versions() {
		parent := ""
		if v.Parent > 0 {
			parent = fmt.Sprintf("%d %s", v.Parent, v.ParentName)
		}
		fmt.Fprintf(b, "| %d | %s | %s | %s | %s | %s |\n", v.N, md(v.Name), md(v.When.Human), md(parent), md(v.Relation), md(clip(v.Title, 120)))
	}
	ms := s.matrices()
	if len(ms) == 0 || ms[0].Changed == 0 {
		return nil
	}
	fmt.Fprint(b, "\n| what is counted | agreed | differs |\n| --- | --- | --- |\n")
	for _, row := range ms[0].Rows {
		var odd []string
		for k, c := range row.Cells {
			for _, r := range c.Readings {
				if r.Odd {
					odd = append(odd, fmt.Sprintf("%s: %s %s (%s)", ms[0].Columns[k].Name, r.Class.Symbol, r.Text, r.Class.Words))
				}
			}
		}
		if len(odd) > 0 {
			fmt.Fprintf(b, "| %s | %s | %s |\n", md(row.Name), md(row.Agreed), md(strings.Join(odd, "; ")))
		}
	}
	return nil
}
