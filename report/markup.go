package report

import (
	"bufio"
	"strconv"
)

// lit is markup of this package's own. An untyped constant becomes one by
// itself and a variable does not, so that nothing of an article is taken for
// markup by mistake.
type lit string

// markup writes the pages that are most of a report, those of clusters and
// pairs, in a tenth of the time that a template takes, which looks every field
// up by its name. What is of an article goes through text alone, into elements
// and quoted attributes; tests hold every part to what an html/template
// (testdata/markup.html, pair.html, cluster.html) makes of the same.
type markup struct{ *bufio.Writer }

func (m markup) lit(s lit) { m.WriteString(string(s)) }

// text writes s as template.HTMLEscapeString has it.
func (m markup) text(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		if e := escapes[s[i]]; e != "" {
			m.WriteString(s[from:i])
			m.WriteString(e)
			from = i + 1
		}
	}
	m.WriteString(s[from:])
}

// escapes are what may not stand in an element or a quoted attribute.
var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '<': "&lt;", '>': "&gt;"}

func (m markup) number(n int) {
	m.Write(strconv.AppendInt(m.AvailableBuffer(), int64(n), 10))
}

// row writes a row of a pair page; lang is of either side, "" where not known.
func (m markup) row(r *rowView, langs [2]string) {
	m.lit(`<tr id="r`)
	m.number(r.N)
	m.lit(`" class="`)
	m.text(r.Kind)
	for _, c := range []struct {
		on   bool
		name lit
	}{{r.Diff, " d"}, {r.Figure, " fig"}, {r.Style, " sty"}, {r.Furniture, " furn"}} {
		if c.on {
			m.lit(c.name)
		}
	}
	m.lit(`"><th scope="row"><a class="ln" href="#r`)
	m.number(r.N)
	m.lit(`"><span class="vh">Row </span>`)
	m.number(r.N)
	m.lit(`</a>`)
	if r.Diff || r.N == 0 {
		m.lit(`<span class="k">`)
		m.text(r.Label)
		m.lit(`</span>`)
	}
	if r.Furniture {
		m.lit(` page furniture`)
	}
	switch {
	case r.MovedTo > 0:
		m.place(r.MovedTo, `moved to `)
	case r.MovedFrom > 0:
		m.place(r.MovedFrom, `moved from `)
	case r.Moved:
		m.lit(` moved`)
	}
	m.lit(`</th>`)
	m.cell(`<td class="a" dir="auto"`, langs[0])
	for i := range r.A {
		m.run(&r.A[i], "a", false)
	}
	m.lit(`</td>`)
	m.cell(`<td class="b" dir="auto"`, langs[1])
	for i := range r.B {
		m.run(&r.B[i], "b", false)
	}
	m.lit(`</td>`)
	if len(r.Inline) > 0 {
		m.lit(`<td class="i" colspan="2" dir="auto">`)
		for i := range r.Inline {
			m.run(&r.Inline[i].run, r.Inline[i].From, true)
		}
		m.lit(`</td>`)
	}
	m.lit("</tr>\n")
}

// place links the two places of a moved row.
func (m markup) place(row int, words lit) {
	m.lit(` <a href="#r`)
	m.number(row)
	m.lit(`">`)
	m.lit(words)
	m.number(row)
	m.lit(`</a>`)
}

func (m markup) cell(open lit, lang string) {
	m.lit(open)
	if lang != "" {
		m.lit(` lang="`)
		m.text(lang)
		m.lit(`"`)
	}
	m.lit(`>`)
}

// run writes a run of side a or b, or of both ("").
func (m markup) run(r *run, side string, inline bool) {
	if r.Plain() {
		m.text(r.Text)
		return
	}
	switch {
	case r.Edit && side == "a":
		m.edit(r, `<del`, `removed: `, `</del>`)
	case r.Edit:
		m.edit(r, `<ins`, `added: `, `</ins>`)
	default:
		m.inner(r)
	}
	if n := r.Note; n != nil && r.NoteEnd && !n.Style && (inline || side != "a" || n.ID != "") {
		m.lit(`<span class="chip `)
		m.text(n.Severity)
		if n.Rule != "" {
			m.lit(`" title="`)
			m.text(n.Rule)
		}
		m.lit(`"><span class="vh">[</span>`)
		m.symbol(n)
		m.lit(`<span class="vh">]</span></span>`)
	}
}

func (m markup) edit(r *run, open, says, end lit) {
	m.lit(open)
	if r.Style {
		m.lit(` class="st"`)
	}
	m.lit(`><span class="vh">[`)
	m.lit(says)
	m.lit(`</span>`)
	m.inner(r)
	m.lit(`<span class="vh">]</span>`)
	m.lit(end)
}

// inner writes a run's text with its anchors and marks.
func (m markup) inner(r *run) {
	for _, id := range r.Anchors {
		m.lit(`<span id="`)
		m.text(id)
		m.lit(`"></span>`)
	}
	if r.Quote {
		m.lit(`<span class="q">`)
	}
	if r.Note != nil {
		m.lit(`<mark class="m-`)
		m.text(r.Note.Severity)
		m.lit(`">`)
	}
	m.text(r.Text)
	if r.Note != nil {
		m.lit(`</mark>`)
	}
	if r.Quote {
		m.lit(`</span>`)
	}
}

// findings writes the list of differences above the rows; those that are only
// reworded stand folded.
func (m markup) findings(p *pairView) {
	if len(p.Findings)+len(p.Reworded) == 0 {
		return
	}
	m.lit(`<section aria-labelledby="h-list"><h2 id="h-list">Differences, gravest first</h2>
<ol class="list">`)
	for i := range p.Findings {
		m.entry(&p.Findings[i])
	}
	m.lit(`</ol>`)
	if n := len(p.Reworded); n > 0 {
		m.lit(`<details><summary>`)
		m.text(plural(n, "place"))
		m.lit(` reworded, the claim the same</summary><ol class="list">`)
		for i := range p.Reworded {
			m.entry(&p.Reworded[i])
		}
		m.lit(`</ol></details>`)
	}
	m.lit("</section>\n")
}

func (m markup) entry(f *pairFinding) {
	m.lit(`<li`)
	if f.Own != "" {
		m.lit(` id="`)
		m.text(f.Own)
		m.lit(`"`)
	}
	if f.Style {
		m.lit(` class="style"`)
	}
	if f.Row != "" {
		m.lit(`><a class="chip `)
		m.text(f.Severity)
		m.lit(`" href="`)
		m.text(f.File)
		m.lit(`#`)
		m.text(f.Row)
		m.lit(`">`)
	} else {
		m.lit(`><span class="chip `)
		m.text(f.Severity)
		m.lit(`">`)
	}
	m.symbol(f.note)
	if f.Row != "" {
		m.lit(`</a>`)
	} else {
		m.lit(`</span>`)
	}
	m.lit(` <span class="words">`)
	if f.From != "" {
		m.lit(`<del><span class="vh">removed: </span><bdi>`)
		m.text(f.From)
		m.lit(`</bdi></del>`)
	}
	if f.From != "" && f.To != "" {
		m.lit(` `)
	}
	if f.To != "" {
		m.lit(`<ins><span class="vh">added: </span><bdi>`)
		m.text(f.To)
		m.lit(`</bdi></ins>`)
	}
	m.lit(`</span>`)
	if f.Slot != "" {
		m.lit(` <bdi>`)
		m.text(f.Slot)
		m.lit(`</bdi>`)
	}
	if f.Tail {
		m.lit(` <span class="fine">went with the tail</span>`)
	}
	for _, x := range []struct {
		says lit
		text string
	}{{`looks like `, f.Slip}, {`rule: `, f.Rule}, {``, f.More}} {
		if x.text != "" {
			m.lit(` <span class="fine">`)
			m.lit(x.says)
			m.text(x.text)
			m.lit(`</span>`)
		}
	}
	m.lit("</li>\n")
}

func (m markup) symbol(n *note) {
	m.lit(`<span class="s" aria-hidden="true">`)
	m.text(n.Symbol)
	m.lit(`</span> `)
	m.text(n.Words)
}
