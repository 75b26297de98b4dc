package report

// clusterHead writes the head of a cluster's page.
func (m markup) clusterHead(h *clusterHead) {
	m.lit(`<header class="masthead">
<p class="kicker">`)
	if h.Index != "" {
		m.lit(`<a href="`)
		m.text(h.Index)
		m.lit(`">`)
		m.text(h.Report)
		m.lit(`</a> · `)
	}
	m.lit(`one story, `)
	m.text(h.Count)
	m.lit("</p>\n<h1>")
	m.isolated(h.Title)
	m.lit(`</h1>
<dl class="facts">
<div><dt>First seen</dt><dd>`)
	m.time(h.First)
	m.lit("</dd></div>\n")
	if h.Span != "" {
		m.lit(`<div><dt>From first to last</dt><dd>`)
		m.text(h.Span)
		m.lit(`</dd></div>`)
	}
	m.lit("\n<div><dt>Outlets</dt><dd>")
	m.isolated(h.Outlets)
	m.lit("</dd></div>\n<div><dt>Similarity, least and mean</dt><dd>")
	m.text(h.Least)
	m.lit(`, `)
	m.text(h.Mean)
	m.lit("</dd></div>\n</dl>\n")
	m.chips(h.Counts)
	m.lit("\n</header>\n<nav class=\"toc noprint\" aria-label=\"On this page\">")
	for _, l := range h.Toc {
		m.link(l)
	}
	m.lit("</nav>\n<main id=\"main\" tabindex=\"-1\">\n")
}

// clusterPart writes the head of a further page of a cluster.
func (m markup) clusterPart(title string, part, parts int) {
	m.lit(`<header class="masthead">
<p class="kicker"><a href="index.html">`)
	m.text(title)
	m.lit(`</a> · page `)
	m.number(part)
	m.lit(` of `)
	m.number(parts)
	m.lit("</p>\n<h1>")
	m.isolated(title)
	m.lit("</h1>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n")
}

func (m markup) link(l link) {
	m.lit(`<a href="`)
	m.text(l.Href)
	m.lit(`">`)
	m.text(l.Text)
	m.lit(`</a>`)
}

// pager links the pages of a cluster.
func (m markup) pager(links []link) {
	m.lit(`<nav class="pager" aria-label="Pages of this story">`)
	for _, l := range links {
		if l.Here {
			m.lit(`<b aria-current="page">`)
			m.text(l.Text)
			m.lit(`</b>`)
		} else {
			m.link(l)
		}
		m.lit(` `)
	}
	m.lit(`</nav>`)
}

// findingList is the findings that stand first on a cluster's page.
type findingList struct {
	List []findingView
	More string
}

func (m markup) findingList(l *findingList) {
	m.lit(`<section id="findings" aria-labelledby="h-findings">
<h2 id="h-findings">What an editor should see first</h2>
`)
	for i := range l.List {
		m.finding(&l.List[i])
	}
	if len(l.List) == 0 {
		m.lit("<p>No differences beyond house style.</p>\n")
	}
	m.more(l.More)
	m.lit("</section>\n")
}

// more says what else there is, where there is more.
func (m markup) more(s string) {
	if s != "" {
		m.lit(`<p class="fine">`)
		m.text(s)
		m.lit(`</p>`)
	}
}

func (m markup) finding(f *findingView) {
	m.lit("<article class=\"finding\"><div>\n")
	m.chip(f.Severity, f.Symbol, f.Words)
	if f.Slip != "" {
		m.lit(` <span class="fine">looks like `)
		m.text(f.Slip)
		m.lit(`</span>`)
	}
	m.lit("\n<h3 class=\"says\"><a href=\"")
	m.text(f.Pair)
	m.lit(`">`)
	m.says(&f.Sentence)
	m.lit(`</a></h3>`)
	for i, l := range f.Also {
		if i == 0 {
			m.lit(`<p class="fine">So too: `)
		} else {
			m.lit(`, `)
		}
		m.lit(`<a href="`)
		m.text(l.Href)
		m.lit(`">`)
		m.isolated(l.Text)
		m.lit(`</a>`)
	}
	if len(f.Also) > 0 {
		m.lit(`</p>`)
	}
	m.lit("</div>\n<div class=\"two\">")
	if f.A != nil {
		m.context(f.A)
	} else {
		m.lit(`<figure><figcaption>Not in the earlier version</figcaption></figure>`)
	}
	if f.B != nil {
		m.context(f.B)
	} else {
		m.lit(`<figure><figcaption>Not in the later version</figcaption></figure>`)
	}
	m.lit("</div>\n</article>\n")
}

// matrixPart is a table of figures on a cluster's page.
type matrixPart struct {
	matrixView
	N   int    // of the table, from 2; 0 for the first
	Cut string // how many of the slots it shows
}

func (m markup) matrix(p *matrixPart) {
	m.lit(`<section id="figures`)
	m.nth(p.N)
	m.lit(`" class="figures" aria-labelledby="h-figures`)
	m.count(p.N)
	m.lit("\">\n<h2 id=\"h-figures")
	m.count(p.N)
	m.lit(`">Figures, version by version`)
	m.partOf(p.Part, p.Parts)
	m.lit("</h2>\n")
	if p.N == 0 {
		m.lit(`<p class="noprint"><label class="toggle"><input type="checkbox" id="changed-only"`)
		if p.Changed != 0 {
			m.lit(` checked`)
		}
		m.lit(`> Changed rows only</label> <span class="fine">`)
		m.number(p.Changed)
		m.lit(` of `)
		m.number(p.Total)
		m.lit(` slots differ between versions.</span></p>`)
	}
	m.lit(`
<div class="matrix" role="region" tabindex="0" aria-label="Figures by version, scrolls sideways">
<table>
<caption class="vh">What each version says in each slot; readings that differ from the agreed value are marked.</caption>
<thead><tr><th scope="col">What is counted</th><th scope="col">Agreed</th>`)
	for _, c := range p.Columns {
		m.lit(`<th scope="col"><span class="vh">version </span>`)
		m.column(c)
		m.lit(`</th>`)
	}
	m.lit("</tr></thead>\n<tbody>\n")
	for i := range p.Rows {
		m.matrixRow(&p.Rows[i])
	}
	m.lit("</tbody>\n</table>\n</div>\n")
	m.more(p.Cut)
	m.lit("</section>\n")
}

// column writes a version's number and name.
func (m markup) column(c matrixColumn) {
	m.number(c.N)
	m.lit(` `)
	m.isolated(c.Name)
}

// count writes a number that is not 0, and nth the same after a hyphen: ends
// of anchors, which the first of several does without.
func (m markup) count(n int) {
	if n != 0 {
		m.number(n)
	}
}

func (m markup) nth(n int) {
	if n != 0 {
		m.lit(`-`)
		m.number(n)
	}
}

func (m markup) partOf(part, parts int) {
	if parts != 0 {
		m.lit(` (`)
		m.number(part)
		m.lit(` of `)
		m.number(parts)
		m.lit(`)`)
	}
}

// versionPart is a table of versions on a cluster's page, the first with the
// lineage drawn.
type versionPart struct {
	List        []versionView
	Tree        *treeView
	N           int // of the table, from 2; 0 for the first
	Part, Parts int
}

func (m markup) versions(p *versionPart) {
	m.lit(`<section id="lineage`)
	m.nth(p.N)
	m.lit(`" aria-labelledby="h-lineage`)
	m.count(p.N)
	m.lit("\">\n<h2 id=\"h-lineage")
	m.count(p.N)
	m.lit(`">Who took it from whom`)
	m.partOf(p.Part, p.Parts)
	m.lit("</h2>\n")
	if p.Tree != nil {
		m.tree(p.Tree)
	}
	m.lit(`<div class="scroll" role="region" tabindex="0" aria-label="Versions, scrolls sideways">
<table class="versions">
<caption class="vh">Versions by time, with parent and relation</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Outlet and headline</th><th scope="col">Published</th><th scope="col">Words</th><th scope="col">Made from</th><th scope="col">Shared with it</th><th scope="col">What changed</th></tr></thead>
<tbody>
`)
	for i := range p.List {
		m.version(&p.List[i])
	}
	m.lit("</tbody>\n</table>\n</div>\n</section>\n")
}

func (m markup) checks(list []checkView) {
	m.lit(`<section id="checks" aria-labelledby="h-checks">
<h2 id="h-checks">Where a version disagrees with itself</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Checks, scrolls sideways"><table>
<thead><tr><th scope="col">Version</th><th scope="col">What</th><th scope="col">Figures</th><th scope="col">Why</th></tr></thead>
<tbody>`)
	for i := range list {
		c := &list[i]
		m.lit(`<tr><th scope="row">`)
		m.versionName(c.matrixColumn)
		m.lit(`</th><td>`)
		m.chip(c.Severity, "≠", c.Rule)
		m.lit(`</td><td>`)
		for k, f := range c.Figures {
			if k > 0 {
				m.lit(`, `)
			}
			m.isolated(f)
		}
		m.lit(` `)
		m.isolated(c.Slot)
		m.lit(`</td><td>`)
		m.isolated(c.Why)
		m.lit("</td></tr>\n")
	}
	m.lit("</tbody></table></div></section>\n")
}

func (m markup) grid(g *gridView) {
	m.lit(`<section id="pairs" class="noprint" aria-labelledby="h-pairs">
<h2 id="h-pairs">Any two versions, side by side</h2>
<div class="scroll" role="region" tabindex="0" aria-label="Pairs of versions, scrolls sideways">
<table class="grid"><caption class="vh">Rows and columns are versions; a cell leads to the two side by side.</caption>
<thead><tr><td></td>`)
	for _, c := range g.Columns {
		m.lit(`<th scope="col">`)
		m.column(c)
		m.lit(`</th>`)
	}
	m.lit("</tr></thead>\n<tbody>")
	for _, r := range g.Rows {
		m.lit(`<tr><th scope="row">`)
		m.column(r.matrixColumn)
		m.lit(`</th>`)
		for _, c := range r.Cells {
			m.lit(`<td>`)
			if c.Href != "" {
				m.lit(`<a href="`)
				m.text(c.Href)
				m.lit(`"><span class="vh">versions </span>`)
				m.text(c.Text)
				m.lit(`</a>`)
			}
			m.lit(`</td>`)
		}
		m.lit("</tr>\n")
	}
	m.lit("</tbody></table></div>\n")
	m.more(g.More)
	m.lit("</section>\n")
}

// phrasePart is the lists of wordings on a cluster's page.
type phrasePart struct {
	List, Reworded, Style     []phraseView
	RewordedCount, StyleCount int
	More                      string
}

func (m markup) phrases(p *phrasePart) {
	m.lit(`<section id="wording" aria-labelledby="h-wording">
<h2 id="h-wording">Wording, gravest first</h2>
`)
	if len(p.List) > 0 {
		m.lit("<div class=\"phrases\">\n")
		m.phraseList(p.List)
		m.lit("</div>\n")
	} else {
		m.lit("<p>No change of wording that changes a claim.</p>\n")
	}
	if p.More != "" {
		m.more(p.More)
		m.lit("\n")
	}
	m.folded(p.Reworded, `Other words, the claim the same (`, p.RewordedCount)
	m.folded(p.Style, `House style (`, p.StyleCount)
	m.lit("</section>\n")
}

func (m markup) phraseList(list []phraseView) {
	for i := range list {
		m.phrase(&list[i])
	}
}

// folded writes a list that a reader opens; an empty one is left out.
func (m markup) folded(list []phraseView, summary lit, n int) {
	if len(list) == 0 {
		return
	}
	m.lit(`<details class="noprint"><summary>`)
	m.lit(summary)
	m.number(n)
	m.lit(")</summary>\n<div class=\"phrases\">")
	m.phraseList(list)
	m.lit("</div></details>\n")
}
