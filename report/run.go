package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
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
	classInfo
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

// runs cuts bytes span of text at the marks, in order. Marks may overlap; of
// two variants on the same bytes the graver shows. O(n log n) in the
// marks.
func runs(text string, within shingle.Span, marks []mark) []run {
	if within.Start < 0 || within.End > len(text) || within.Start >= within.End {
		return nil
	}
	cuts := []int{within.Start, within.End}
	type clipped struct {
		mark
		starts, ends bool // here, and not in another stretch of the same mark
	}
	var live []clipped
	for _, m := range marks {
		c := clipped{m, m.Start >= within.Start, m.End <= within.End || strings.TrimSpace(text[within.End:min(m.End, len(text))]) == ""}
		c.Start, c.End = max(m.Start, within.Start), min(m.End, within.End)
		if c.Start < c.End {
			live = append(live, c)
			cuts = append(cuts, c.Start, c.End)
		}
	}
	if len(live) == 0 {
		return []run{{Text: Visible(text[within.Start:within.End])}}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(live, func(a, b clipped) int { return cmp.Compare(a.Start, b.Start) })
	out := make([]run, 0, len(cuts)-1)
	var open []clipped
	next := 0
	for k := 0; k+1 < len(cuts); k++ {
		at, end := cuts[k], cuts[k+1]
		for next < len(live) && live[next].Start <= at {
			open = append(open, live[next])
			next++
		}
		open = slices.DeleteFunc(open, func(m clipped) bool { return m.End <= at })
		r := run{Text: text[at:end]}
		for i := range open {
			m := &open[i]
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
		out = append(out, r)
	}
	return joinRuns(out)
}

// joinRuns merges neighbours with the same marks and shows the invisible.
func joinRuns(rs []run) []run {
	out := rs[:0]
	for _, r := range rs {
		if n := len(out); n > 0 {
			p := &out[n-1]
			if p.Edit == r.Edit && p.Style == r.Style && p.Quote == r.Quote && p.Note == r.Note && !p.NoteEnd && len(r.Anchors) == 0 {
				p.Text += r.Text
				p.NoteEnd = r.NoteEnd
				continue
			}
		}
		out = append(out, r)
	}
	for i := range out {
		out[i].Text = Visible(out[i].Text)
	}
	return out
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

// distribute gives each segment the marks that fall into its side of a text:
// O(n log n) and the number of overlaps.
func distribute(all []mark, segments []similarity.Segment, side func(similarity.Segment) shingle.Span) [][]mark {
	var order []int
	for i, s := range segments {
		if side(s).Len() > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(side(segments[i]).Start, side(segments[j]).Start) })
	out := make([][]mark, len(segments))
	for _, m := range all {
		k, _ := slices.BinarySearchFunc(order, m.Start, func(i, at int) int { return cmp.Compare(side(segments[i]).End, at+1) })
		for ; k < len(order) && side(segments[order[k]]).Start < m.End; k++ {
			out[order[k]] = append(out[order[k]], m)
		}
	}
	return out
}
