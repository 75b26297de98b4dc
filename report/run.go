package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
)

// mark is a stretch of one side's text that a pair page points out: a word
// edit, a figure or phrase variant, or the inside of a quotation.
type mark struct {
	shingle.Span
	note  *note // of a variant
	edit  bool
	near  bool
	quote bool
}

// note is the chip of a variant: its class in words and symbol, its rule.
type note struct {
	*classInfo
	ID       string // anchor, "f3" or "p1"; on the later side only
	Severity string
	Rule     string
	Figure   bool
	Style    bool
	Rank     int // among the pair's findings; where notes meet, the least shows
}

// run is a stretch of text with one set of marks.
type run struct {
	Text    string
	Edit    bool     // deleted (side a) or inserted (side b)
	Near    bool     // a near-word
	Style   bool     // the edit is house style only
	Quote   bool     // inside quotation marks
	Note    *note    // of the gravest variant it stands in
	NoteEnd bool     // the chip follows this run
	Anchors []string // of the variants that start here
}

// plain reports whether the run is text alone, for the template's fast path.
func (r run) Plain() bool { return !r.Edit && !r.Quote && r.Note == nil && len(r.Anchors) == 0 }

// cutter cuts texts into runs. It uses its room again, for one pair's rows after
// another's.
type cutter struct {
	cuts   []int
	live   []clipped
	open   []*clipped
	out    []run
	inline []inlineRun

	runs    []run // what is handed out is cut from these
	inlines []inlineRun
}

// clipped is the part of a mark that is in the stretch at hand.
type clipped struct {
	mark
	starts, ends bool // here, and not in another stretch of the same mark
}

// cut cuts bytes span of text at the marks, in order. Marks may overlap; of
// two variants on the same bytes the graver shows. Neighbours with the same
// marks are one run, and what does not show is written out. The runs are valid
// until the next call. O(n log n) in the marks.
func (c *cutter) cut(text string, within shingle.Span, marks []mark) []run {
	if within.Start < 0 || within.End > len(text) || within.Start >= within.End {
		return nil
	}
	c.clip(text, within, marks)
	c.out = c.out[:0]
	open, next := c.open[:0], 0
	from := 0 // where the last run starts
	for k := 0; k+1 < len(c.cuts); k++ {
		at, end := c.cuts[k], c.cuts[k+1]
		for next < len(c.live) && c.live[next].Start <= at {
			open = append(open, &c.live[next])
			next++
		}
		open = slices.DeleteFunc(open, func(m *clipped) bool { return m.End <= at })
		r := run{Text: text[at:end]}
		for _, m := range open {
			r.Edit = r.Edit || m.edit
			r.Near = r.Near || m.near
			r.Quote = r.Quote || m.quote
			if m.note == nil {
				continue
			}
			if at == m.Start && m.starts && m.note.ID != "" {
				r.Anchors = append(r.Anchors, m.note.ID)
			}
			if r.Note == nil || m.note.Rank < r.Note.Rank {
				r.Note, r.NoteEnd = m.note, end == m.End && m.ends
			}
		}
		r.Style = r.Edit && (r.Near && r.Note == nil || r.Note != nil && r.Note.Style)
		if n := len(c.out); n > 0 && c.out[n-1].joins(&r) {
			c.out[n-1].Text, c.out[n-1].NoteEnd = text[from:end], r.NoteEnd
			continue
		}
		from = at
		c.out = append(c.out, r)
	}
	c.open = open
	for i := range c.out {
		c.out[i].Text = Visible(c.out[i].Text)
	}
	return c.out
}

// clip finds the marks that are in the stretch, by their start, and the places
// where the stretch is cut.
func (c *cutter) clip(text string, within shingle.Span, marks []mark) {
	c.cuts = append(c.cuts[:0], within.Start, within.End)
	c.live = c.live[:0]
	for i := range marks {
		m := &marks[i]
		start, end := max(m.Start, within.Start), min(m.End, within.End)
		if start >= end {
			continue
		}
		x := clipped{*m, m.Start >= within.Start, m.End <= within.End || strings.TrimSpace(text[within.End:min(m.End, len(text))]) == ""}
		x.Start, x.End = start, end
		c.live = append(c.live, x)
		c.cuts = append(c.cuts, start, end)
	}
	slices.Sort(c.cuts)
	c.cuts = slices.Compact(c.cuts)
	slices.SortStableFunc(c.live, func(a, b clipped) int { return cmp.Compare(a.Start, b.Start) })
}

// joins reports whether a run that follows has the same marks.
func (r *run) joins(next *run) bool {
	return r.Edit == next.Edit && r.Style == next.Style && r.Quote == next.Quote && r.Note == next.Note && !r.NoteEnd && len(next.Anchors) == 0
}

// cell is the runs of a stretch, to keep.
func (c *cutter) cell(text string, within shingle.Span, marks []mark) []run {
	return handOut(&c.runs, c.cut(text, within, marks))
}

// handOut copies what is valid for a moment to room, which is of a few cells at
// first, and doubles: what was handed out before stays where it is.
func handOut[T any](room *[]T, what []T) []T {
	if len(what) == 0 {
		return nil
	}
	if cap(*room)-len(*room) < len(what) {
		*room = make([]T, 0, max(64, len(what), 2*cap(*room)))
	}
	from := len(*room)
	*room = append(*room, what...)
	return (*room)[from:len(*room):len(*room)]
}

// maxQuote is how far, in bytes, a closing quotation mark is sought: longer
// quotations run over paragraphs, which open anew.
const maxQuote = 2000

// quotes finds the insides of double quotation marks in text, marks
// included. A quotation ends at its closing mark, or at the end of its
// paragraph. Linear.
func quotes(text string) []shingle.Span {
	var out []shingle.Span
	open, curly := -1, false
	for i, r := range text {
		switch {
		case r == '\n' && open >= 0 && strings.HasPrefix(text[i:], "\n\n"):
			if curly {
				out = append(out, shingle.Span{Start: open, End: i})
			}
			open = -1
		case open >= 0 && i-open > maxQuote:
			open = -1
		case open < 0 && (r == '“' || r == '"' || r == '«' || r == '„'):
			open, curly = i, r != '"'
		case open >= 0 && (curly && (r == '”' || r == '»' || r == '“' && text[open] == 0xE2 && strings.HasPrefix(text[open:], "„")) || !curly && r == '"'):
			out = append(out, shingle.Span{Start: open, End: i + len(string(r))})
			open = -1
		}
	}
	return out
}

// distribute gives each segment the marks that fall into its side of a text,
// by the segments' spans there: O(n log n) and the number of overlaps.
func distribute(all []mark, spans []shingle.Span) [][]mark {
	out := make([][]mark, len(spans))
	if len(all) == 0 {
		return out
	}
	order := make([]int, 0, len(spans))
	for i, s := range spans {
		if s.Len() > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(spans[i].Start, spans[j].Start) })
	for _, m := range all {
		k, _ := slices.BinarySearchFunc(order, m.Start, func(i, at int) int { return cmp.Compare(spans[i].End, at+1) })
		for ; k < len(order) && spans[order[k]].Start < m.End; k++ {
			out[order[k]] = append(out[order[k]], m)
		}
	}
	return out
}
