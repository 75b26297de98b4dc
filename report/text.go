package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// paint writes with colour on a terminal and without elsewhere.
type paint struct{ on bool }

// The colours of a terminal, by what they say. Words and signs say it too.
const (
	bold  = "\x1b[1m"
	red   = "\x1b[31m"
	green = "\x1b[32m"
	brown = "\x1b[33m"
	dim   = "\x1b[2m"
	reset = "\x1b[0m"
)

func (p paint) in(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return code + s + reset
}

func (p paint) severity(s, severity string) string {
	switch severity {
	case "high":
		return p.in(bold+red, s)
	case "medium":
		return p.in(brown, s)
	}
	return p.in(dim, s)
}

// Summary writes a short account of the report for standard output: what was
// compared, and the differences that matter most, at most limit of them. It
// may be called once Close has returned. Control and bidirectional
// characters are written out; colour is used only where asked.
func (w *Writer) Summary(out io.Writer, limit int, colour bool) error {
	b := bufio.NewWriter(out)
	p := paint{colour}
	fmt.Fprintln(b, w.summary())
	shown := 0
	for i, r := range w.rows {
		if r.says == nil || shown == limit {
			break
		}
		if shown == 0 {
			fmt.Fprintf(b, "\n%s\n", p.in(bold, "The differences that matter most:"))
		}
		shown++
		severity := ""
		if len(r.counts) > 0 {
			severity = r.counts[0].Severity
		}
		fmt.Fprintf(b, "\n%3d  %s\n     %s\n     %s\n", i+1, p.severity(r.says.String(), severity), r.title,
			p.in(dim, fmt.Sprintf("%s · %s · c/%s/%s", plural(r.versions, "version"), countsText(r.counts), r.file, r.pair)))
	}
	if rest := len(w.rows) - shown; rest > 0 && shown > 0 {
		fmt.Fprintf(b, "\n     … and %s more in the report.\n", stories(rest))
	}
	return b.Flush()
}

// countsText is counts in a line: "1 contradictory, 2 hedge changed".
func countsText(counts []classCount) string {
	var out []string
	for _, c := range counts {
		out = append(out, fmt.Sprintf("%d %s", c.N, c.Words))
	}
	if len(out) == 0 {
		return "no differences beyond style"
	}
	return join(out, 4)
}

// writeText writes a difference for a terminal: the variants, gravest first,
// then the sentences that differ with their words marked [-removed-] and
// {+added+}.
func writeText(out io.Writer, d *similarity.Difference, colour bool) error {
	b := bufio.NewWriter(out)
	p := paint{colour}
	v := newPair(d)
	for _, s := range []sideView{v.A, v.B} {
		fmt.Fprintf(b, "%s  %s", p.in(bold, s.Letter), s.ID)
		for _, x := range []string{s.Name, s.When.Human, s.Title} {
			if x != "" && x != s.ID {
				fmt.Fprintf(b, " · %s", x)
			}
		}
		fmt.Fprintln(b)
	}
	fmt.Fprintf(b, "B is %s: %s alike, %s of A in B, %s of B in A\n", v.Relation, v.Resemblance, v.Containment[0], v.Containment[1])
	for _, w := range v.Warnings {
		fmt.Fprintf(b, "note: %s\n", w)
	}
	if v.Bounded {
		fmt.Fprintln(b, "note: the texts were too long to align in full; parts are aligned by position only")
	}
	if len(v.Findings) > 0 {
		fmt.Fprintf(b, "\n%s\n", p.in(bold, "Differences, gravest first"))
	}
	style := 0
	for _, f := range v.Findings {
		if f.Style {
			style++
			continue
		}
		fmt.Fprintf(b, "  %s %s\n", p.severity(fmt.Sprintf("%s %-20s", f.Symbol, f.Words), f.Severity), f.line(p))
	}
	if v.Terms != "" {
		fmt.Fprintf(b, "  %s\n", p.in(dim, "loaded terms by the table "+v.Terms))
	}
	if style > 0 {
		fmt.Fprintf(b, "  %s\n", p.in(dim, plural(style, "difference")+" of house style"))
	}
	writeDeclared(b, p, v.Declared)
	if len(d.Checks) > 0 {
		fmt.Fprintf(b, "\n%s\n", p.in(bold, "B disagrees with itself"))
		for _, c := range d.Checks {
			fmt.Fprintf(b, "  %s %s  %s\n", p.severity(fmt.Sprintf("! %-22s", c.Rule), c.Severity.String()), show(c.Why, 120), p.in(dim, show(c.Slot, 80)))
		}
	}
	if len(d.Agreed) > 0 {
		fmt.Fprintf(b, "\n%s\n", p.in(bold, "Figures that agree"))
		for _, f := range d.Agreed {
			fmt.Fprintf(b, "  = %s  %s\n", show(f.B.Text, 80), p.in(dim, show(f.Slot, 120)))
		}
	}
	if c := d.Collation; c != nil && c.A != nil && c.B != nil {
		writeSegments(b, p, d.Segments, c)
		for _, x := range []struct {
			letter  string
			article *shingle.Article
		}{{"A", c.A}, {"B", c.B}} {
			if kept := furnitureText(x.article); kept != "" {
				fmt.Fprintf(b, "%s\n", p.in(dim, "page furniture of "+x.letter+", kept apart: "+kept))
			}
		}
	}
	return b.Flush()
}

// allFurniture reports whether every sentence of a segment is page furniture.
func allFurniture(s similarity.Segment, c *similarity.Collation) bool {
	if !s.Furniture {
		return false
	}
	story := func(r shingle.Role) bool { return !r.Furniture() }
	return !slices.ContainsFunc(c.A.Roles[s.ASents[0]:s.ASents[1]], story) &&
		!slices.ContainsFunc(c.B.Roles[s.BSents[0]:s.BSents[1]], story)
}

// furnitureText counts an article's sentences of page furniture by role.
func furnitureText(a *shingle.Article) string {
	var out []string
	for role := shingle.Body; role <= shingle.FAQ; role++ {
		n := 0
		for _, r := range a.Roles {
			if r == role {
				n++
			}
		}
		if n > 0 && role.Furniture() {
			out = append(out, fmt.Sprintf("%d %s", n, role))
		}
	}
	return join(out, len(out))
}

// line is a finding's two sides, slot and slip in a line.
func (f pairFinding) line(p paint) string {
	var s string
	switch {
	case f.From != "" && f.To != "":
		s = p.in(red, f.From) + " → " + p.in(green, f.To)
	case f.From != "":
		s = p.in(red, f.From) + " → (nothing)"
	default:
		s = "(nothing) → " + p.in(green, f.To)
	}
	if f.Slot != "" {
		s += "  " + f.Slot
	}
	if f.Slip != "" {
		s += "  looks like " + f.Slip
	}
	if f.Tail {
		s += "  went with the tail"
	}
	if f.More != "" {
		s += "  " + p.in(dim, f.More)
	}
	return s
}

func writeSegments(b *bufio.Writer, p paint, segments []similarity.Segment, c *similarity.Collation) {
	fmt.Fprintln(b)
	same := 0
	flush := func() {
		if same > 0 {
			fmt.Fprintln(b, p.in(dim, fmt.Sprintf("  … %s the same", plural(same, "sentence"))))
		}
		same = 0
	}
	text := func(s string) string { return strings.TrimSpace(visibleLine(s)) }
	for _, s := range segments {
		moved := ""
		if s.Moved {
			moved = p.in(dim, " (moved)")
		}
		if allFurniture(s, c) {
			continue // counted below
		}
		if s.Kind == similarity.Same && !s.Moved {
			same += s.BSents[1] - s.BSents[0]
			continue
		}
		flush()
		switch s.Kind {
		case similarity.Same:
			fmt.Fprintf(b, "↕ %s%s\n", text(s.B.Of(c.B.Text)), moved)
		case similarity.Cut:
			fmt.Fprintf(b, "%s\n", p.in(red, "- "+text(s.A.Of(c.A.Text))))
		case similarity.Insert:
			fmt.Fprintf(b, "%s\n", p.in(green, "+ "+text(s.B.Of(c.B.Text))))
		default:
			fmt.Fprintf(b, "~ %s%s\n", marked(s, c, p), moved)
		}
	}
	flush()
}

// marked is a changed segment in a line, with its edits marked.
func marked(s similarity.Segment, c *similarity.Collation, p paint) string {
	edits := s.Edits
	if len(edits) == 0 {
		edits = []similarity.Edit{{A: s.A, B: s.B}}
	}
	var out strings.Builder
	piece := func(code, open, span, end string) {
		if body := strings.TrimSpace(span); body != "" {
			lead := span[:strings.Index(span, body[:1])]
			out.WriteString(lead + p.in(code, open+visibleLine(body)+end) + span[len(lead)+len(body):])
		} else {
			out.WriteString(span)
		}
	}
	at := s.B.Start
	for _, e := range edits {
		if e.B.Start > at {
			out.WriteString(Visible(shingle.Span{Start: at, End: e.B.Start}.Of(c.B.Text)))
		}
		if e.Same {
			out.WriteString(Visible(e.B.Of(c.B.Text)))
		} else {
			piece(red, "[-", e.A.Of(c.A.Text), "-]")
			piece(green, "{+", e.B.Of(c.B.Text), "+}")
		}
		at = max(at, e.B.End)
	}
	if at < s.B.End {
		out.WriteString(Visible(c.B.Text[at:s.B.End]))
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
