package report

import (
	"bufio"
	"html/template"
	"strings"
)

// rendered is what write makes of v, for a template to take as it is: by
// construction nothing of an article is markup in it.
func rendered[T any](v T, write func(markup, T)) template.HTML {
	var b strings.Builder
	_ = buffered(&b, func(w *bufio.Writer) error { // a strings.Builder does not fail
		write(markup{w}, v)
		return nil
	})
	return template.HTML(b.String())
}

// isolated writes text of an article so that its direction stays its own.
func (m markup) isolated(s string) {
	m.lit(`<bdi>`)
	m.text(s)
	m.lit(`</bdi>`)
}

// fine writes a line of small print.
func (m markup) fine(s string) {
	m.lit(`<span class="fine">`)
	m.text(s)
	m.lit(`</span>`)
}

func (m markup) matrixRow(r *matrixRow) {
	switch {
	case !r.Changed:
		m.lit(`<tr class="agreed">`)
	case r.Agreed == "":
		m.lit(`<tr class="split">`)
	default:
		m.lit(`<tr>`)
	}
	m.lit(`<th scope="row">`)
	m.isolated(r.Name)
	m.fine(r.Detail)
	for _, n := range r.Notes {
		m.lit(`<span class="note">`)
		m.text(n)
		m.lit(`</span>`)
	}
	if len(r.First) > 0 {
		m.lit(`<details><summary>Notes<span class="vh"> on `)
		m.text(r.Name)
		m.lit(`</span></summary>`)
		for _, n := range r.First {
			m.fine(n)
		}
		m.lit(`</details>`)
	}
	m.lit(`</th><td>`)
	if r.Agreed != "" {
		m.isolated(r.Agreed)
	} else {
		m.lit(`<span class="none">none leads</span>`)
	}
	m.lit(`</td>`)
	for _, c := range r.Cells {
		m.lit(`<td>`)
		for i := range c.Readings {
			m.reading(&c.Readings[i])
		}
		if len(c.Readings) == 0 {
			m.lit(`<span class="none" aria-hidden="true">–</span><span class="vh">not given</span>`)
		}
		m.lit(`</td>`)
	}
	m.lit("</tr>\n")
}

func (m markup) reading(r *readingView) {
	if !r.Odd {
		m.lit(`<span class="agrees">`)
		m.isolated(r.Text)
		if r.First {
			m.lit(`<small>first here</small>`)
		}
		m.lit(`</span>`)
		return
	}
	var open, end lit = `<span`, `</span>`
	if r.Pair != "" {
		open, end = `<a`, `</a>`
	}
	m.lit(open)
	m.lit(` class="odd `)
	m.text(r.Severity)
	if r.Pair != "" {
		m.lit(`" href="`)
		m.text(r.Pair)
	}
	m.lit(`">`)
	m.isolated(r.Text)
	m.lit(`<small><span aria-hidden="true">`)
	m.text(r.Class.Symbol)
	m.lit(`</span> `)
	m.text(r.Class.Words)
	if r.First {
		m.lit(`, first here`)
	}
	m.lit(`</small>`)
	m.lit(end)
}

func (m markup) phrase(p *phraseView) {
	m.lit(`<div class="phrase"><a class="chip `)
	m.text(p.Severity)
	m.lit(`" href="`)
	m.text(p.Pair)
	m.lit(`"><span class="s" aria-hidden="true">`)
	m.text(p.Symbol)
	m.lit(`</span> `)
	m.text(p.Words)
	m.lit("</a>\n<ul class=\"readings\">")
	for _, r := range p.Readings {
		m.lit(`<li>`)
		switch {
		case r.Text != "" && r.Base:
			m.lit(`<q>`)
			m.isolated(r.Text)
			m.lit(`</q>`)
		case r.Text != "":
			m.lit(`<ins><span class="vh">became: </span>`)
			m.isolated(r.Text)
			m.lit(`</ins>`)
		case r.Base:
			m.lit(`<span class="none">(nothing)</span>`)
		default:
			m.lit(`<del><span class="vh">became: </span>left out</del>`)
		}
		for i, v := range r.Versions {
			if i == 0 {
				m.lit(` <span class="fine">`)
			} else {
				m.lit(`, `)
			}
			m.isolated(v)
		}
		if len(r.Versions) > 0 {
			m.lit(`</span>`)
		}
		m.lit(`</li>`)
	}
	m.lit("</ul></div>\n")
}

// version writes a row of the table of versions.
func (m markup) version(v *versionView) {
	m.lit(`<tr id="v`)
	m.number(v.N)
	m.lit(`"><td>`)
	m.number(v.N)
	m.lit(`</td><th scope="row"><b>`)
	m.isolated(v.Name)
	m.lit(`</b><br><span class="fine">`)
	m.cell(`<bdi`, v.Lang)
	m.text(v.Title)
	m.lit(`</bdi>`)
	if v.Byline != "" {
		m.lit(`<br>`)
		m.isolated(v.Byline)
	}
	m.lit(`<br>`)
	m.isolated(v.ID)
	if v.Link != "" {
		m.lit(` · <a href="`)
		m.text(v.Link) // of webLink: http or https alone
		m.lit(`" rel="noreferrer noopener">original</a>`)
	}
	m.lit(`</span></th><td>`)
	m.time(v.When)
	m.lit(`</td><td>`)
	m.number(v.Words)
	m.lit(`</td><td>`)
	if v.Parent == 0 {
		m.lit(`<span class="fine">no parent here</span></td><td></td><td></td></tr>` + "\n")
		return
	}
	m.versionLink(v.Parent)
	m.lit(` `)
	m.isolated(v.ParentName)
	m.lit(`</a><br><span class="fine">`)
	m.text(v.Relation)
	if v.Weak {
		m.lit(`, a guess`)
	}
	if v.Second > 0 {
		m.lit(`; second source `)
		m.versionLink(v.Second)
		m.lit(`</a>`)
	}
	m.lit(`</span></td><td>`)
	m.text(v.Resemblance)
	m.lit(` alike<br><span class="fine">`)
	m.text(v.Containment)
	m.lit(` of it from there; score `)
	m.text(v.Score)
	m.lit(`</span>`)
	if len(v.Evidence) > 0 {
		m.lit(`<details><summary>Why</summary>`)
		for _, e := range v.Evidence {
			m.fine(e)
			m.lit(`<br>`)
		}
		m.lit(`</details>`)
	}
	m.lit(`</td><td><a href="`)
	m.text(v.Pair)
	m.lit(`">Side by side<span class="vh">: version `)
	m.number(v.Parent)
	m.lit(` and version `)
	m.number(v.N)
	m.lit(`</span></a>`)
	m.chips(v.Counts)
	m.lit("</td></tr>\n")
}

// versionLink opens a link to a row of the table of versions.
func (m markup) versionLink(n int) {
	m.lit(`<a href="#v`)
	m.number(n)
	m.lit(`">`)
	m.number(n)
}

func (m markup) chips(counts []classCount) {
	if len(counts) == 0 {
		return
	}
	m.lit(`<ul class="chips" aria-label="Differences by class">`)
	for i := range counts {
		c := &counts[i]
		m.lit(`<li><span class="chip `)
		m.text(c.Severity)
		m.lit(`"><span class="s" aria-hidden="true">`)
		m.text(c.Symbol)
		m.lit(`</span> `)
		m.text(c.Words)
		if c.N != 0 {
			m.lit(` <span class="n">`)
			m.number(c.N)
			m.lit(`</span>`)
		}
		m.lit(`</span></li>`)
	}
	m.lit(`</ul>`)
}

// says writes a finding's sentence.
func (m markup) says(s *sentence) {
	if s.From != "" {
		m.lit(`<span class="from">`)
		m.isolated(s.From)
		m.lit(`</span>`)
	}
	if s.From != "" && s.To != "" {
		m.lit(`<span aria-hidden="true"> → </span><span class="vh"> became </span>`)
	}
	if s.To != "" {
		m.lit(`<b class="to">`)
		m.isolated(s.To)
		m.lit(`</b>`)
	}
	if s.What != "" {
		m.lit(` `)
		m.text(s.What)
	}
	if s.Class != "" {
		m.lit(` (`)
		m.text(s.Class)
		m.lit(`)`)
	}
	if s.Who == "" {
		return
	}
	m.lit(` <span class="who">— `)
	m.isolated(s.Who)
	if s.Against != "" {
		m.lit(`, `)
		m.text(s.Against)
	}
	m.lit(`</span>`)
}

// context writes a difference in its sentence.
func (m markup) context(c *contextView) {
	m.lit(`<figure><figcaption><b><bdi>`)
	m.number(c.N)
	m.lit(` `)
	m.text(c.Name)
	m.lit(`</bdi></b>`)
	if c.Title {
		m.lit(`, headline`)
	}
	m.lit(`</figcaption>`)
	m.cell(`<blockquote dir="auto"`, c.Lang)
	m.text(c.Before)
	if c.Mark != "" {
		m.lit(`<mark>`)
		m.text(c.Mark)
		m.lit(`</mark>`)
	}
	m.text(c.After)
	m.lit(`</blockquote></figure>`)
}
