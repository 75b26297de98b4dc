package report

func (m markup) ledgers(list []ledgerView) {
	m.lit(`<section id="outlets" aria-labelledby="h-outlets">
<h2 id="h-outlets">Outlet by outlet</h2>
<div class="ledger">
`)
	for i := range list {
		m.ledger(&list[i])
	}
	m.lit("</div>\n</section>\n")
}

func (m markup) ledger(l *ledgerView) {
	m.lit(`<div><h3>`)
	m.isolated(l.Outlet)
	m.lit(`</h3><p class="fine">Version`)
	if len(l.Versions) > 1 {
		m.lit(`s`)
	}
	m.lit(` `)
	for i, v := range l.Versions {
		if i > 0 {
			m.lit(`, `)
		}
		m.versionLink(v)
		m.lit(`</a>`)
	}
	m.lit("</p>\n")
	m.chips(l.Counts)
	m.lit("\n")
	if l.Quiet != "" {
		m.lit(`<p>`)
		m.text(l.Quiet)
		m.lit("</p>\n")
	}
	if len(l.Did) > 0 {
		m.lit(`<ul class="did">`)
		for i := range l.Did {
			m.did(&l.Did[i])
		}
		if l.More != "" {
			m.lit(`<li class="fine">`)
			m.text(l.More)
			m.lit(`</li>`)
		}
		m.lit("</ul>\n")
	}
	for i := range l.Cuts {
		m.cut(&l.Cuts[i])
	}
	if len(l.Misses) > 0 {
		m.lit(`<h4>Who reads only this outlet misses</h4>`)
		m.misses(l.Misses)
	}
	m.lit("</div>\n")
}

func (m markup) did(c *changeLine) {
	m.lit(`<li><a href="`)
	m.text(c.Pair)
	m.lit(`"><span class="`)
	m.text(c.Severity)
	m.lit(`"><span class="s" aria-hidden="true">`)
	m.text(c.Symbol)
	m.lit(`</span> `)
	m.text(c.Words)
	m.lit(`</span> `)
	m.says(&c.Sentence)
	m.lit(`</a></li>`)
}

func (m markup) cut(c *cutView) {
	m.lit(`<details open><summary>`)
	m.text(c.Summary)
	m.lit(`</summary>`)
	m.misses(c.Sentences)
	m.more(c.More)
	m.lit(`<p class="fine"><a href="`)
	m.text(c.Pair)
	m.lit("\">Side by side</a></p></details>\n")
}

func (m markup) misses(list []string) {
	m.lit(`<ul class="miss">`)
	for _, s := range list {
		m.lit(`<li>`)
		m.isolated(s)
		m.lit(`</li>`)
	}
	m.lit(`</ul>`)
}

// aboutPart is the end of a cluster's page.
type aboutPart struct {
	ID, Least, Mean string
	Cut             []string
	Files           []link
}

func (m markup) about(p *aboutPart) {
	m.lit(`<section id="about" aria-labelledby="h-about">
<h2 id="h-about">About this cluster</h2>
<p>Cluster `)
	m.isolated(p.ID)
	m.lit(`. The least similar two versions score `)
	m.text(p.Least)
	m.lit(`, the mean pair `)
	m.text(p.Mean)
	m.lit(" (of 1).</p>\n")
	if len(p.Cut) > 0 {
		m.lit(`<p>Links to other clusters that were cut:</p><ul>`)
		for _, c := range p.Cut {
			m.lit(`<li>`)
			m.isolated(c)
			m.lit(`</li>`)
		}
		m.lit(`</ul>`)
	}
	m.lit("\n")
	m.lit(sameEventMark)
	m.lit("\n<p class=\"noprint\">The same as ")
	for i, f := range p.Files {
		if i > 0 {
			m.lit(`, `)
		}
		m.link(f)
	}
	m.lit(".</p>\n</section>\n")
}

// sameEventMark is where Close puts the links to clusters of the same event.
// It cannot be an article's: there, < is escaped.
const sameEventMark = `<i id="same-event"></i>`

// sameEvent writes the links to clusters of the same event; one without an
// address has no page.
func (m markup) sameEvent(links []link) {
	m.lit(`<h3>Other clusters of the same event</h3><ul>`)
	for _, l := range links {
		m.lit(`<li>`)
		if l.Href != "" {
			m.lit(`<a href="`)
			m.text(l.Href)
			m.lit(`">`)
			m.isolated(l.Text)
			m.lit(`</a>`)
		} else {
			m.isolated(l.Text)
		}
		m.lit(`</li>`)
	}
	m.lit(`</ul>`)
}
