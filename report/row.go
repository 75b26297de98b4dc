package report

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// lay makes the rows, in the order of b, with a row for each place that a
// moved segment left.
func (p *pairView) lay(segments []similarity.Segment, c *similarity.Collation, a, b marks, room *pairRoom) {
	segments = joinSegments(segments)
	room.spans = slices.Grow(room.spans[:0], 2*len(segments))[:2*len(segments)]
	inA, inB := room.spans[:len(segments)], room.spans[len(segments):]
	for i := range segments {
		inA[i], inB[i] = segments[i].A, segments[i].B
	}
	aMarks := distribute(appendQuotes(a.text, c.A.Text), inA)
	bMarks := distribute(appendQuotes(b.text, c.B.Text), inB)
	cut := &room.cut
	if c.A.Title != "" || c.B.Title != "" {
		p.headline(cut, c.A.Title, c.B.Title, a.title, b.title)
	}
	left := leftPlaces(segments)
	rows := len(segments)
	for _, l := range left {
		rows += len(l)
	}
	p.Rows = slices.Grow(room.rows[:0], rows)
	moved := map[int]int{} // segment → row of the place it left
	rowOf := map[int]int{} // segment → row
	leave := func(i int) {
		for _, j := range left[i] {
			p.Rows = append(p.Rows, rowView{N: len(p.Rows) + 1, Kind: "moved-away", Label: "moved away", MovedTo: j,
				A: []run{{Text: Visible(clip(headBytes(segments[j].A.Of(c.A.Text), 600), 100))}}})
			moved[j] = len(p.Rows)
		}
	}
	for i := range segments {
		s := &segments[i]
		leave(i)
		r := rowView{N: len(p.Rows) + 1, Kind: string(s.Kind), Label: label(s.Kind), Furniture: s.Furniture, Moved: s.Moved && s.Kind != similarity.Insert && s.Kind != similarity.Cut}
		r.fill(cut, *s, c, aMarks[i], bMarks[i])
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
	out := segments[:0:0]
	from := 0 // of those that out does not have yet
	for i := 1; i < len(segments); i++ {
		s, p := &segments[i], &segments[i-1]
		if i == from {
			p = &out[len(out)-1] // what the one before was joined to
		}
		if s.Kind != similarity.Cut && s.Kind != similarity.Insert || p.Kind != s.Kind || p.Furniture != s.Furniture || p.Moved || s.Moved ||
			p.A.End != s.A.Start || p.B.End != s.B.Start || p.A.Len()+p.B.Len()+s.A.Len()+s.B.Len() > maxJoined {
			continue
		}
		out = append(out, segments[from:i]...)
		p = &out[len(out)-1]
		p.A.End, p.B.End, p.ASents[1], p.BSents[1] = s.A.End, s.B.End, s.ASents[1], s.BSents[1]
		from = i + 1
	}
	if len(out) == 0 {
		return segments
	}
	return append(out, segments[from:]...)
}

// leftPlaces maps a segment's index to the moved segments that stood right
// before it in a; len(segments) is the end.
func leftPlaces(segments []similarity.Segment) map[int][]int {
	var byA []int
	moved := false
	for i := range segments {
		if segments[i].A.Len() > 0 {
			byA = append(byA, i)
			moved = moved || segments[i].Moved
		}
	}
	if !moved {
		return nil
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

// appendQuotes adds the quotations of a text to its marks.
func appendQuotes(marks []mark, text string) []mark {
	for _, q := range quotes(text) {
		marks = append(marks, mark{Span: q, quote: true})
	}
	return marks
}

// maxHeadline is how much of a headline a row shows, in bytes: no real one is
// as long.
const maxHeadline = 800

// headline is the row of titles: marked as a whole where they differ.
func (p *pairView) headline(c *cutter, a, b string, am, bm []mark) {
	r := &rowView{Kind: "same", Label: "headline, same"}
	a, b = headBytes(a, maxHeadline), headBytes(b, maxHeadline)
	if a != b {
		r.Kind, r.Label, r.Diff = "changed", "headline, changed", true
		at, ae, be := middle(a, b)
		from, to := inner(a, shingle.Span{Start: at, End: ae}), inner(b, shingle.Span{Start: at, End: be})
		am, bm = append(am, mark{Span: from, edit: true}), append(bm, mark{Span: to, edit: true})
		c.inline = c.inline[:0]
		c.addInline("", c.cut(b, shingle.Span{End: to.Start}, bm))
		c.addInline("a", c.cut(a, from, am))
		if from.Len() > 0 && to.Len() > 0 {
			c.addInline("", []run{{Text: " "}})
		}
		c.addInline("b", c.cut(b, to, bm))
		c.addInline("", c.cut(b, shingle.Span{Start: to.End, End: len(b)}, bm))
		r.Inline = handOut(&c.inlines, c.inline)
	}
	r.A = c.cell(a, shingle.Span{End: len(a)}, am)
	r.B = c.cell(b, shingle.Span{End: len(b)}, bm)
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
func (r *rowView) fill(cut *cutter, s similarity.Segment, c *similarity.Collation, am, bm []mark) {
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
	r.A = cut.cell(c.A.Text, s.A, am)
	if s.Kind == similarity.Same && len(am)+len(bm) == 0 && s.A.Of(c.A.Text) == s.B.Of(c.B.Text) {
		r.B = r.A
	} else {
		r.B = cut.cell(c.B.Text, s.B, bm)
	}
	r.bytes = 2*(s.A.Len()+s.B.Len()) + 200*(len(r.A)+len(r.B)) + 400
	if s.Kind == similarity.Changed {
		r.inline(cut, s, c, am, bm)
		r.bytes *= 2
	}
	edits, style := 0, 0
	for _, side := range [2][]run{r.A, r.B} {
		for i := range side {
			x := &side[i]
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
// what was removed, what was added. A space that only a has before what was
// removed is kept.
func (r *rowView) inline(cut *cutter, s similarity.Segment, c *similarity.Collation, am, bm []mark) {
	cut.inline = cut.inline[:0]
	edits := s.Edits
	if len(edits) == 0 {
		edits = []similarity.Edit{{A: s.A, B: s.B}}
	}
	at, gap := s.B.Start, false
	both := func(to int) {
		if to = min(to, s.B.End); to > at {
			cut.addInline("", cut.cut(c.B.Text, shingle.Span{Start: at, End: to}, bm))
			at = to
		}
	}
	for _, e := range edits {
		e.A.End, e.B.End = min(e.A.End, s.A.End), min(e.B.End, s.B.End)
		if e.Same {
			both(e.B.End)
			gap = endsInSpace(e.A.Of(c.A.Text)) && !endsInSpace(e.B.Of(c.B.Text))
			continue
		}
		both(e.B.Start)
		if gap && e.A.Len() > 0 {
			cut.addInline("", []run{{Text: " "}})
		}
		cut.addInline("a", cut.cut(c.A.Text, e.A, am))
		cut.addInline("b", cut.cut(c.B.Text, e.B, bm))
		at, gap = max(at, e.B.End), false
	}
	both(s.B.End)
	r.Inline = handOut(&cut.inlines, cut.inline)
}

func endsInSpace(s string) bool { return s != "" && isSpace(s[len(s)-1]) }

// addInline appends runs of one side to the inline view. Anchors stay in the
// side-by-side view; a variant of both sides has its chip on the later one.
func (c *cutter) addInline(from string, rs []run) {
	for _, x := range rs {
		x.Anchors = nil
		if from == "a" && x.Note != nil && x.Note.ID == "" {
			x.Note = nil // b has it
		}
		if from == "" {
			x.Edit = false
		}
		c.inline = append(c.inline, inlineRun{x, from})
	}
}
