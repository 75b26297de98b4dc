package report

import (
	"fmt"
	"slices"
	"sync"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// pairView is two versions laid side by side.
type pairView struct {
	A, B        sideView
	Relation    string // as the sentence "B is …" ends
	Resemblance string
	Containment [2]string
	Bounded     bool
	Warnings    []string
	Terms       string // version of the table that loaded terms were found by; "" where there are none
	Counts      []classCount
	Style       int // differences of house style, hidden on demand
	Findings    []pairFinding
	Reworded    []pairFinding // other words, the same claim: listed apart
	Declared    []declaredView
	Headline    *rowView // the titles, where either has one
	Rows        []rowView
	Differences int
	Part, Parts int      // of a pair that is split over pages; 0 where it is whole
	Pages       []string // files of the parts
	Bundle      string   // link back to the cluster's page; "" for a page alone
}

// sideView is one of the two versions.
type sideView struct {
	N                 int // its number in the cluster; 0 for a page alone
	Name, Title, ID   string
	Link, Lang        string
	Byline            string
	When              when
	Words             int
	Letter            string // "A" or "B"
	Earlier, Standing string
}

// pairFinding is a difference in the list above the rows.
type pairFinding struct {
	*note
	From, To string
	Slot     string
	Row      string // anchor of its place in the rows; "" where it is in no row
	Own      string // the anchor, where the list itself has it
	File     string // the page of the row, where it is another
	Tail     bool
	Slip     string
	More     string // what else an editor should know
}

// rowView is a segment, or the place that a moved one left.
type rowView struct {
	N         int
	Kind      string // same, changed, cut, insert, moved-away
	Label     string // for screen readers and the margin
	Furniture bool
	Style     bool // house style only
	Figure    bool // holds a figure variant
	Moved     bool
	MovedTo   int // of a place that was left: the row where it stands now
	MovedFrom int // of a moved row: the row of the place that it left
	A, B      []run
	Inline    []inlineRun // of a changed row: both sides in one
	Diff      bool
	bytes     int
}

// inlineRun is a run of the inline view, from either side.
type inlineRun struct {
	run
	From string // "a", "b", or "" for both
}

// pairRoom is what a pair is laid out in.
type pairRoom struct {
	cut   cutter
	rows  []rowView
	spans []shingle.Span
}

// pairRooms are kept for the next pair.
var pairRooms = sync.Pool{New: func() any { return new(pairRoom) }}

// maxPairRoom is how many runs of text a room may hold to be kept: ten times those
// of a long article that was edited throughout.
const maxPairRoom = 10_000

// release gives the room to the next pair; the one that was laid out in it is
// not used any more.
func (r *pairRoom) release(p *pairView) {
	if len(r.cut.runs)+len(r.cut.inlines) > maxPairRoom {
		return
	}
	clear(p.Rows) // hold on to no text
	clear(r.cut.runs)
	clear(r.cut.inlines)
	r.rows, r.cut.runs, r.cut.inlines = p.Rows[:0], r.cut.runs[:0], r.cut.inlines[:0]
	pairRooms.Put(r)
}

// newPair lays a difference out in room of its own: see pairRoom.pair.
func newPair(d *similarity.Difference) *pairView { return new(pairRoom).pair(d) }

// pair lays a difference out. The collation may be nil where only the
// variants are known; then there are no rows. O(n log n) in the segments,
// edits and variants.
func (room *pairRoom) pair(d *similarity.Difference) *pairView {
	p := &pairView{Relation: relationText(d.Relation), Resemblance: percent(d.Counts.Resemblance()),
		Containment: [2]string{percent(d.Counts.ContainmentA()), percent(d.Counts.ContainmentB())}}
	p.A, p.B = refSide(d.A, "A"), refSide(d.B, "B")
	if slices.ContainsFunc(d.Phrases, func(v similarity.PhraseVariant) bool { return v.Type == similarity.LoadedTerm }) {
		p.Terms = show(d.Terms, 80)
	}
	for _, w := range d.Warnings {
		p.Warnings = append(p.Warnings, show(w, 300))
	}
	p.Declared = declaredViews(d.Declared, matrixColumn{}, matrixColumn{})
	fs := findings(0, d)
	p.Counts = count(fs)
	var a, b marks
	for rank, f := range fs {
		x := a.b(&b, f, p)
		x.Rank = rank
		if f.Name == string(similarity.Reworded) {
			p.Reworded = append(p.Reworded, x)
		} else {
			p.Findings = append(p.Findings, x)
		}
	}
	if c := d.Collation; c != nil && c.A != nil && c.B != nil {
		p.A, p.B = articleSide(c.A, "A"), articleSide(c.B, "B")
		p.Bounded = c.Bounded
		p.lay(d.Segments, c, a, b, room)
	}
	anchored := map[string]bool{}
	for i := range p.Rows {
		p.Rows[i].anchors(anchored)
	}
	if p.Headline != nil {
		p.Headline.anchors(anchored)
	}
	for _, list := range [][]pairFinding{p.Findings, p.Reworded} {
		for i := range list {
			if x := &list[i]; !anchored[x.Row] {
				x.Row, x.Own = "", x.Row
			}
		}
	}
	return p
}

func refSide(r similarity.Ref, letter string) sideView {
	name := show(r.Outlet, 48)
	if name == "" {
		name = show(r.ID, 48)
	}
	return sideView{Name: name, Title: show(r.Title, 300), ID: show(r.ID, 80), Letter: letter}
}

func articleSide(a *shingle.Article, letter string) sideView {
	return sideView{Name: outletName(a), Title: show(a.Title, 300), ID: show(a.ID, 80), Link: webLink(a.URL), Lang: langTag(a.Lang),
		Byline: show(a.Byline, 120), When: timeOf(a.Published), Words: wordCount(a), Letter: letter}
}

// marks are the variants' places on one side: in the text, and in the title.
type marks struct{ text, title []mark }

func (m *marks) add(field string, s shingle.Span, n *note) {
	if field == "title" {
		m.title = append(m.title, mark{Span: s, note: n})
		return
	}
	m.text = append(m.text, mark{Span: s, note: n})
}

// b adds a finding's marks to both sides and returns its line in the list.
func (a *marks) b(b *marks, f finding, p *pairView) pairFinding {
	n := &note{classInfo: f.classInfo, Severity: f.Severity.String(), Style: f.Severity == similarity.Style || f.Weight == 0}
	if n.Style {
		p.Style++
	}
	from, to := f.shown()
	out := pairFinding{note: n}
	n.Rank = len(p.Findings) + len(p.Reworded)
	other := *n // the earlier side's mark: the same, without the anchor
	if f.Figure != nil {
		n.ID, n.Rule, n.Figure = fmt.Sprintf("f%d", f.At+1), show(f.Figure.Rule, 80), true
		other = *n
		out.Slot, out.Tail, out.Slip = show(f.Figure.Slot, 80), f.Figure.Tail, show(f.Figure.Slip, 60)
		out.From, out.To = show(from, 80), show(to, 80)
		if x := f.Figure.A; x != nil {
			if f.Figure.B != nil {
				other.ID = ""
			}
			a.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, &other)
		}
		if x := f.Figure.B; x != nil {
			b.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, n)
		}
	} else {
		out.More = show(f.Phrase.Note, 300)
		n.ID, n.Rule = fmt.Sprintf("p%d", f.At+1), show(f.Phrase.Rule, 80)
		other = *n
		dropped := f.Name == string(similarity.AttributionDropped) && f.Phrase.A != nil // what stands in its place is no counterpart
		if dropped {
			to = ""
		}
		from, to = trimPair(show(from, 1200), show(to, 1200))
		out.From, out.To = clip(from, 160), clip(to, 160)
		whole := f.Name == string(similarity.Reworded) || f.Name == string(similarity.TailCut) || f.Name == string(similarity.PassageCut) || f.Name == string(similarity.PassageAdded) || f.Name == string(similarity.Reordered) || f.Name == string(similarity.HeadlineChanged)
		if x := f.Phrase.A; x != nil && !whole {
			if f.Phrase.B != nil && !dropped {
				other.ID = ""
			}
			a.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, &other)
		} else if x != nil && (f.Name == string(similarity.TailCut) || f.Name == string(similarity.PassageCut)) {
			a.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, &other)
		}
		if x := f.Phrase.B; x != nil && !whole && !dropped {
			b.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, n)
		}
	}
	out.Row = n.ID
	return out
}

// anchors adds the anchors that stand in the row.
func (r *rowView) anchors(to map[string]bool) {
	for _, side := range [2][]run{r.A, r.B} {
		for i := range side {
			for _, id := range side[i].Anchors {
				to[id] = true
			}
		}
	}
}

// maxPage is the size at which a page is split: larger ones open slowly and
// few editors print them.
const maxPage = 5 << 20

// split cuts a pair whose rows would make a page of more than maxPage into
// parts; file names part k (from 0).
func (p *pairView) split(file func(k int) string) []*pairView {
	var parts []*pairView
	size, first := 0, 0
	flush := func(to int) {
		q := *p
		q.Rows = p.Rows[first:to]
		if len(parts) > 0 {
			q.Headline, q.Findings, q.Reworded = nil, nil, nil
		}
		parts = append(parts, &q)
		first, size = to, 0
	}
	for i, r := range p.Rows {
		if size > 0 && size+r.bytes > maxPage*4/5 { // the rest is for the page's frame
			flush(i)
		}
		size += r.bytes
	}
	flush(len(p.Rows))
	if len(parts) == 1 {
		return parts
	}
	pages := make([]string, len(parts))
	for k := range parts {
		pages[k] = file(k)
	}
	for k, q := range parts {
		q.Part, q.Parts, q.Pages = k+1, len(parts), pages
		if k > 0 {
			parts[0].leadTo(q, pages[k])
		}
	}
	return parts
}

// leadTo makes the list on the first page lead to places on a later one.
func (p *pairView) leadTo(q *pairView, file string) {
	there := map[string]bool{}
	for i := range q.Rows {
		q.Rows[i].anchors(there)
	}
	p.Findings, p.Reworded = slices.Clone(p.Findings), slices.Clone(p.Reworded)
	for _, list := range [][]pairFinding{p.Findings, p.Reworded} {
		for i := range list {
			if x := &list[i]; there[x.Row] {
				x.File, x.Own = file, x.Row
			}
		}
	}
}
