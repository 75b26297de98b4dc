package report

import (
	"cmp"
	"fmt"
	"slices"

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
	Counts      []classCount
	Style       int // differences of house style, hidden on demand
	Findings    []pairFinding
	Reworded    []pairFinding // other words, the same claim: listed apart
	Headline    *rowView      // the titles, where either has one
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

// newPair lays a difference out. The collation may be nil where only the
// variants are known; then there are no rows. O(n log n) in the segments,
// edits and variants.
func newPair(d *similarity.Difference) *pairView {
	p := &pairView{Relation: relationText(d.Relation), Resemblance: percent(d.Counts.Resemblance()),
		Containment: [2]string{percent(d.Counts.ContainmentA()), percent(d.Counts.ContainmentB())}}
	p.A, p.B = refSide(d.A, "A"), refSide(d.B, "B")
	for _, w := range d.Warnings {
		p.Warnings = append(p.Warnings, show(w, 300))
	}
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
		p.lay(d.Segments, c, a, b)
	}
	anchored := map[string]bool{}
	for _, r := range p.Rows {
		r.anchors(anchored)
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
	from, to := f.texts()
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
		from, to = trimPair(show(from, 1200), show(to, 1200))
		out.From, out.To = clip(from, 160), clip(to, 160)
		whole := f.Name == string(similarity.Reworded) || f.Name == string(similarity.TailCut) || f.Name == string(similarity.Reordered) || f.Name == string(similarity.HeadlineChanged)
		if x := f.Phrase.A; x != nil && !whole {
			if f.Phrase.B != nil {
				other.ID = ""
			}
			a.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, &other)
		} else if x != nil && f.Name == string(similarity.TailCut) {
			a.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, &other)
		}
		if x := f.Phrase.B; x != nil && !whole {
			b.add(x.Field, shingle.Span{Start: x.Start, End: x.End}, n)
		}
	}
	out.Row = n.ID
	return out
}

// anchors adds the anchors that stand in the row.
func (r *rowView) anchors(to map[string]bool) {
	for _, x := range slices.Concat(r.A, r.B) {
		for _, id := range x.Anchors {
			to[id] = true
		}
	}
}

// lay makes the rows, in the order of b, with a row for each place that a
// moved segment left.
func (p *pairView) lay(segments []similarity.Segment, c *similarity.Collation, a, b marks) {
	segments = joinSegments(segments)
	aMarks := distribute(slices.Concat(a.text, quoteMarks(c.A.Text)), segments, func(s similarity.Segment) shingle.Span { return s.A })
	bMarks := distribute(slices.Concat(b.text, quoteMarks(c.B.Text)), segments, func(s similarity.Segment) shingle.Span { return s.B })
	if c.A.Title != "" || c.B.Title != "" {
		p.headline(c.A.Title, c.B.Title, a.title, b.title)
	}
	left := leftPlaces(segments)
	moved := map[int]int{} // segment → row of the place it left
	rowOf := map[int]int{} // segment → row
	leave := func(i int) {
		for _, j := range left[i] {
			p.Rows = append(p.Rows, rowView{N: len(p.Rows) + 1, Kind: "moved-away", Label: "moved away", MovedTo: j,
				A: joinRuns([]run{{Text: clip(headBytes(segments[j].A.Of(c.A.Text), 600), 100)}})})
			moved[j] = len(p.Rows)
		}
	}
	for i, s := range segments {
		leave(i)
		r := rowView{N: len(p.Rows) + 1, Kind: string(s.Kind), Label: label(s.Kind), Furniture: s.Furniture, Moved: s.Moved && s.Kind != similarity.Insert && s.Kind != similarity.Cut}
		r.fill(s, c, aMarks[i], bMarks[i])
		r.Diff = s.Kind != similarity.Same || r.Moved || r.Figure
		p.Rows = append(p.Rows, r)
		rowOf[i] = r.N
	}
	leave(len(segments))
	for i := range p.Rows {
		if r := &p.Rows[i]; r.Kind == "moved-away" {
			seg := r.MovedTo
			r.MovedTo = rowOf[seg]
			p.Rows[rowOf[seg]-1].MovedFrom = moved[seg]
		}
		if p.Rows[i].Diff {
			p.Differences++
		}
	}
}

// maxJoined is how long, in bytes, a row of joined sentences grows: about a
// screen of a column.
const maxJoined = 1500

// joinSegments makes one row of neighbouring sentences that were cut, or
// inserted, together: a cut tail reads as one.
func joinSegments(segments []similarity.Segment) []similarity.Segment {
	var out []similarity.Segment
	for _, s := range segments {
		if n := len(out); n > 0 && (s.Kind == similarity.Cut || s.Kind == similarity.Insert) {
			p := &out[n-1]
			if p.Kind == s.Kind && p.Furniture == s.Furniture && !p.Moved && !s.Moved && p.A.End == s.A.Start && p.B.End == s.B.Start &&
				p.A.Len()+p.B.Len()+s.A.Len()+s.B.Len() <= maxJoined {
				p.A.End, p.B.End, p.ASents[1], p.BSents[1] = s.A.End, s.B.End, s.ASents[1], s.BSents[1]
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// leftPlaces maps a segment's index to the moved segments that stood right
// before it in a; len(segments) is the end.
func leftPlaces(segments []similarity.Segment) map[int][]int {
	var byA []int
	for i, s := range segments {
		if s.A.Len() > 0 {
			byA = append(byA, i)
		}
	}
	slices.SortStableFunc(byA, func(i, j int) int { return cmp.Compare(segments[i].A.Start, segments[j].A.Start) })
	out := map[int][]int{}
	var waiting []int
	for _, i := range byA {
		if segments[i].Moved && segments[i].B.Len() > 0 {
			waiting = append(waiting, i)
			continue
		}
		if len(waiting) > 0 {
			out[i], waiting = waiting, nil
		}
	}
	if len(waiting) > 0 {
		out[len(segments)] = waiting
	}
	return out
}

func label(k similarity.SegmentKind) string {
	switch k {
	case similarity.Same:
		return "same"
	case similarity.Changed:
		return "changed"
	case similarity.Cut:
		return "removed"
	}
	return "added"
}

func quoteMarks(text string) []mark {
	qs := quotes(text)
	out := make([]mark, len(qs))
	for i, q := range qs {
		out[i] = mark{Span: q, quote: true}
	}
	return out
}

// maxHeadline is how much of a headline a row shows, in bytes: no real one is
// as long.
const maxHeadline = 800

// headline is the row of titles: marked as a whole where they differ.
func (p *pairView) headline(a, b string, am, bm []mark) {
	r := &rowView{Kind: "same", Label: "headline, same"}
	a, b = headBytes(a, maxHeadline), headBytes(b, maxHeadline)
	if a != b {
		r.Kind, r.Label, r.Diff = "changed", "headline, changed", true
		at, ae, be := middle(a, b)
		from, to := inner(a, shingle.Span{Start: at, End: ae}), inner(b, shingle.Span{Start: at, End: be})
		am, bm = append(am, mark{Span: from, edit: true}), append(bm, mark{Span: to, edit: true})
		r.addInline("", runs(b, shingle.Span{End: to.Start}, bm))
		r.addInline("a", runs(a, from, am))
		r.addInline("b", runs(b, to, bm))
		r.addInline("", runs(b, shingle.Span{Start: to.End, End: len(b)}, bm))
	}
	r.A = runs(a, shingle.Span{End: len(a)}, am)
	r.B = runs(b, shingle.Span{End: len(b)}, bm)
	p.Headline = r
}

// middle is where a and b part and where they meet again, at words' ends:
// a[at:ae] became b[at:be].
func middle(a, b string) (at, ae, be int) {
	for n := 0; n < len(a) && n < len(b) && a[n] == b[n]; n++ {
		if a[n] == ' ' {
			at = n + 1
		}
	}
	ae, be = len(a), len(b)
	for i, j := len(a), len(b); i > at && j > at && a[i-1] == b[j-1]; {
		if i, j = i-1, j-1; a[i] == ' ' {
			ae, be = i, j
		}
	}
	return at, ae, be
}

// fill sets a row's runs from its segment and the marks that fall into it.
func (r *rowView) fill(s similarity.Segment, c *similarity.Collation, am, bm []mark) {
	switch s.Kind {
	case similarity.Cut:
		am = append(am, mark{Span: trimRight(c.A.Text, s.A), edit: true})
	case similarity.Insert:
		bm = append(bm, mark{Span: trimRight(c.B.Text, s.B), edit: true})
	case similarity.Changed:
		for _, e := range s.Edits {
			if !e.Same {
				am = append(am, mark{Span: inner(c.A.Text, e.A), edit: true, near: e.Near})
				bm = append(bm, mark{Span: inner(c.B.Text, e.B), edit: true, near: e.Near})
			}
		}
		if len(s.Edits) == 0 {
			am = append(am, mark{Span: s.A, edit: true})
			bm = append(bm, mark{Span: s.B, edit: true})
		}
	}
	s.A, s.B = trimRight(c.A.Text, s.A), trimRight(c.B.Text, s.B)
	r.A, r.B = runs(c.A.Text, s.A, am), runs(c.B.Text, s.B, bm)
	r.bytes = 2*(s.A.Len()+s.B.Len()) + 200*(len(r.A)+len(r.B)) + 400
	if s.Kind == similarity.Changed {
		r.inline(s, c, am, bm)
		r.bytes *= 2
	}
	edits, style := 0, 0
	for _, x := range slices.Concat(r.A, r.B) {
		if x.Note != nil && x.Note.Figure && !x.Note.Style {
			r.Figure = true
		}
		if x.Edit {
			edits++
			if x.Style {
				style++
			}
		}
	}
	r.Style = s.Kind == similarity.Changed && edits == style && !r.Figure
}

// inner is s without the white space at its ends, so that a mark covers
// words; white space alone stays as it is.
func inner(text string, s shingle.Span) shingle.Span {
	t := trimRight(text, s)
	for t.Start < t.End && isSpace(text[t.Start]) {
		t.Start++
	}
	if t.Len() <= 0 {
		return s
	}
	return t
}

// trimRight is s without the white space at its end: a segment owns the
// space after it, which a cell need not show.
func trimRight(text string, s shingle.Span) shingle.Span {
	for s.End > s.Start && isSpace(text[s.End-1]) {
		s.End--
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// inline lays a changed row's edits one after another: what stayed once,
// what was removed, what was added.
func (r *rowView) inline(s similarity.Segment, c *similarity.Collation, am, bm []mark) {
	edits := s.Edits
	if len(edits) == 0 {
		edits = []similarity.Edit{{A: s.A, B: s.B}}
	}
	at := s.B.Start
	both := func(from, to int) { r.addInline("", runs(c.B.Text, shingle.Span{Start: from, End: to}, bm)) }
	for _, e := range edits {
		if e.Same {
			both(max(at, e.B.Start), e.B.End)
			at = max(at, e.B.End)
			continue
		}
		if e.B.Start > at {
			both(at, e.B.Start)
		}
		r.addInline("a", runs(c.A.Text, e.A, am))
		r.addInline("b", runs(c.B.Text, e.B, bm))
		at = max(at, e.B.End)
	}
	if at < s.B.End {
		both(at, s.B.End)
	}
}

// addInline appends runs of one side to the inline view. Anchors stay in the
// side-by-side view, and chips on the later side.
func (r *rowView) addInline(from string, rs []run) {
	for _, x := range rs {
		x.Anchors = nil
		if from == "a" {
			x.Note = nil
		}
		if from == "" {
			x.Edit = false
		}
		r.Inline = append(r.Inline, inlineRun{x, from})
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
	for _, r := range q.Rows {
		r.anchors(there)
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
