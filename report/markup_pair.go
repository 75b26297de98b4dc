package report

import "bufio"

// writePair writes a pair page.
func writePair(w *bufio.Writer, f frame, p *pairView) error {
	if err := f.head(w); err != nil {
		return err
	}
	m := markup{w}
	m.pairHead(p)
	if len(p.Declared) > 0 && p.Part <= 1 {
		m.declared(p.Declared, false)
	}
	m.findings(p)
	m.pairTexts(p)
	return f.foot(w)
}

func (m markup) pairHead(p *pairView) {
	m.lit(`<header class="masthead">
<p class="kicker">`)
	if p.Bundle != "" {
		m.lit(`<a href="../../index.html">all stories</a> · <a href="`)
		m.text(p.Bundle)
		m.lit(`">this story</a> · `)
	}
	m.lit(`side by side`)
	if p.Parts != 0 {
		m.lit(` · page `)
		m.number(p.Part)
		m.lit(` of `)
		m.number(p.Parts)
	}
	m.lit(`</p>
<h1>What changed from `)
	m.isolated(p.A.Name)
	m.lit(` to `)
	m.isolated(p.B.Name)
	m.lit(`</h1>
<p class="standfirst">B is `)
	m.text(p.Relation)
	m.lit(`: `)
	m.text(p.Resemblance)
	m.lit(` alike by three-word runs; `)
	m.text(p.Containment[0])
	m.lit(` of A stands in B, `)
	m.text(p.Containment[1])
	m.lit(" of B in A.</p>\n")
	for _, w := range p.Warnings {
		m.lit(`<p class="fine">Note: `)
		m.text(w)
		m.lit(`</p>`)
	}
	if p.Terms != "" {
		m.lit(`<p class="fine">Loaded terms are those of the table `)
		m.text(p.Terms)
		m.lit(`.</p>`)
	}
	if p.Bounded {
		m.lit(`<p class="fine">Note: these texts were too long to align in full; parts are aligned by position only.</p>`)
	}
	m.lit("\n")
	m.chips(p.Counts)
	m.lit("\n<div class=\"sides\">")
	m.side(&p.A)
	m.side(&p.B)
	m.lit("</div>\n</header>\n")
	if p.Parts != 0 {
		m.lit(`<nav class="pager" aria-label="Pages of this pair">`)
		for i, file := range p.Pages {
			m.lit(`<a href="`)
			m.text(file)
			m.lit(`"`)
			if i+1 == p.Part {
				m.lit(` aria-current="page"`)
			}
			m.lit(`>Page `)
			m.number(i + 1)
			m.lit(`</a> `)
		}
		m.lit(`</nav>`)
	}
	m.lit("\n<main id=\"main\" tabindex=\"-1\">\n")
}

// side writes which version stands on a side.
func (m markup) side(v *sideView) {
	m.lit(`<div><p class="fine"><b>`)
	m.text(v.Letter)
	if v.N != 0 {
		m.lit(` · version `)
		m.number(v.N)
	}
	m.lit(`</b> `)
	m.isolated(v.Name)
	m.lit(`</p><h2>`)
	m.cell(`<bdi`, v.Lang)
	if v.Title != "" {
		m.text(v.Title)
	} else {
		m.text(v.ID)
	}
	m.lit(`</bdi></h2><ul class="meta"><li>`)
	m.time(v.When)
	m.lit(`</li>`)
	if v.Words != 0 {
		m.lit(`<li>`)
		m.number(v.Words)
		m.lit(` words</li>`)
	}
	if v.Byline != "" {
		m.lit(`<li>`)
		m.isolated(v.Byline)
		m.lit(`</li>`)
	}
	m.lit(`<li>`)
	m.isolated(v.ID)
	m.lit(`</li>`)
	if v.Link != "" {
		m.lit(`<li><a href="`)
		m.text(v.Link) // of webLink: http or https alone
		m.lit(`" rel="noreferrer noopener">original</a></li>`)
	}
	m.lit(`</ul></div>`)
}

func (m markup) time(w when) {
	if w.Machine == "" {
		m.lit(`undated`)
		return
	}
	m.lit(`<time datetime="`)
	m.text(w.Machine)
	m.lit(`">`)
	m.text(w.Human)
	m.lit(`</time>`)
}

// pairTexts writes the rows, with what chooses how they are shown.
func (m markup) pairTexts(p *pairView) {
	m.lit(`<section aria-labelledby="h-rows"><h2 id="h-rows">The texts</h2>
<div class="tools" role="group" aria-label="How the texts are shown">
<fieldset><legend class="vh">Layout</legend><label class="toggle"><input type="radio" name="v" id="v-side" checked> Side by side</label><label class="toggle"><input type="radio" name="v" id="v-inline"> Inline</label></fieldset>
<label class="toggle"><input type="checkbox" id="only-fig"> Figures only</label>
<label class="toggle"><input type="checkbox" id="no-style"> Hide house style</label>
<div class="nav" id="nav" hidden><button type="button" id="prev">Previous<span class="vh"> difference</span></button><button type="button" id="next">Next<span class="vh"> difference</span></button><label class="toggle"><input type="checkbox" id="keys" checked> Keys n and p</label><span id="where" class="fine" role="status"></span></div>
</div>
<table class="rows"><caption class="vh">Both texts in the order of B; every row has a link of its own.</caption>
<thead><tr><th scope="col">Row</th><th scope="col">A `)
	m.isolated(p.A.Name)
	m.lit(`</th><th scope="col">B `)
	m.isolated(p.B.Name)
	m.lit("</th></tr></thead>\n<tbody>\n")
	langs := [2]string{foreign(p.A.Lang), foreign(p.B.Lang)}
	if p.Headline != nil {
		m.row(p.Headline, langs)
	}
	for i := range p.Rows {
		m.row(&p.Rows[i], langs)
	}
	m.lit("</tbody></table></section>\n")
}

// declared writes what versions say that they changed: of all a cluster's
// versions, or of the later one of a pair.
func (m markup) declared(list []declaredView, cluster bool) {
	m.lit(`<section id="declared" aria-labelledby="h-declared">
<h2 id="h-declared">What versions say that they changed</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Declared changes, scrolls sideways"><table>
<thead><tr>`)
	if cluster {
		m.lit(`<th scope="col">Version</th>`)
	}
	m.lit(`<th scope="col">It says</th><th scope="col">What became of it</th><th scope="col">Why</th></tr></thead>
<tbody>`)
	for i := range list {
		d := &list[i]
		m.lit(`<tr>`)
		if cluster {
			m.lit(`<th scope="row">`)
			m.versionName(d.matrixColumn)
			if d.Against.N != 0 {
				m.lit(`<br><span class="fine">against `)
				m.versionLink(d.Against.N)
				m.lit(`</a></span>`)
			}
			m.lit(`</th>`)
		}
		m.lit(`<td>`)
		if d.Says != "" {
			m.lit(`<q>`)
			m.isolated(d.Says)
			m.lit(`</q>`)
			if d.Where != "" {
				m.lit(` `)
				m.fine(d.Where)
			}
		} else {
			m.lit(`<span class="none">nothing</span>`)
		}
		m.lit(`</td><td>`)
		m.chip(d.Severity, d.Symbol, d.Outcome)
		m.lit(`</td><td>`)
		m.isolated(d.Why)
		m.lit("</td></tr>\n")
	}
	m.lit("</tbody></table></div></section>\n")
}

// versionName links a version to its row of the table of versions.
func (m markup) versionName(c matrixColumn) {
	m.versionLink(c.N)
	m.lit(` `)
	m.isolated(c.Name)
	m.lit(`</a>`)
}

// chip writes a class, or an outcome, with its sign.
func (m markup) chip(severity, symbol, words string) {
	m.lit(`<span class="chip `)
	m.text(severity)
	m.lit(`"><span class="s" aria-hidden="true">`)
	m.text(symbol)
	m.lit(`</span> `)
	m.text(words)
	m.lit(`</span>`)
}
