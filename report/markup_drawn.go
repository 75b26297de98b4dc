package report

// size writes the view box and the size of a drawing.
func (m markup) size(width, height int) {
	m.lit(`<svg viewBox="0 0 `)
	m.number(width)
	m.attr(` `, height)
	m.attr(` width="`, width)
	m.attr(` height="`, height)
	m.lit(` role="img" aria-label="`)
}

// attr writes a number as the value of the attribute that open opens.
func (m markup) attr(open lit, n int) {
	m.lit(open)
	m.number(n)
	m.lit(`"`)
}

// at writes the attributes x and y.
func (m markup) at(x, y int) {
	m.attr(` x="`, x)
	m.attr(` y="`, y)
}

// hair writes a hairline.
func (m markup) hair(x1, x2, y1, y2 int) {
	m.lit(`<line class="hair"`)
	m.attr(` x1="`, x1)
	m.attr(` x2="`, x2)
	m.attr(` y1="`, y1)
	m.attr(` y2="`, y2)
	m.lit(`/>`)
}

// tree draws the lineage.
func (m markup) tree(t *treeView) {
	m.lit(`<div class="tree scroll" role="region" tabindex="0" aria-label="Lineage, drawn; the table below says the same">
`)
	m.size(t.Width, t.Height)
	m.lit("Tree of versions over time. The table below says the same.\">\n")
	for _, k := range t.Ticks {
		m.hair(k.X, k.X, 22, t.Height)
		m.lit(`<text class="t"`)
		m.at(k.X, 14)
		m.lit(` text-anchor="`)
		m.text(k.Anchor)
		m.lit(`">`)
		m.text(k.Label)
		m.lit("</text>\n")
	}
	for _, l := range t.Links {
		m.lit(`<path class="ln`)
		if l.Weak {
			m.lit(` weak`)
		}
		if l.Second {
			m.lit(` second`)
		}
		m.lit(`" d="M`)
		m.number(l.X1)
		m.lit(` `)
		m.number(l.Y1)
		m.lit(`V`)
		m.number(l.Y2)
		m.lit(`H`)
		m.number(l.X2)
		m.lit("\"/>\n")
	}
	for _, n := range t.Nodes {
		m.hair(n.LX, n.TX, n.Y, n.Y)
		if n.Root {
			m.lit(`<circle class="root"`)
		} else {
			m.lit(`<circle class="fill"`)
		}
		m.attr(` cx="`, n.X)
		m.attr(` cy="`, n.Y)
		m.lit(` r="6"/><text`)
		m.at(n.TX, n.TY)
		m.lit(` dx="6">`)
		m.text(n.Label)
		m.lit(`</text><text class="t"`)
		m.at(n.TX, n.TY)
		m.lit(` dx="6" dy="15">`)
		m.text(n.Sub)
		m.lit("</text>\n")
	}
	m.lit(`</svg>
</div>
<p class="fine">A ring is a version with no parent here. Dotted lines are guesses; dashed lines lead from a second source.`)
	if t.Hidden != 0 {
		m.lit(` `)
		m.number(t.Hidden)
		m.lit(` more versions are in the table.`)
	}
	m.lit("</p>\n")
}

func (m markup) tolls(list []tollView) {
	m.lit(`<section id="toll" aria-labelledby="h-toll">
<h2 id="h-toll">Counts that grow, over time</h2>
<div class="charts">
`)
	for i := range list {
		m.toll(&list[i])
	}
	m.lit(`</div>
<p class="fine">The line is the standing value. A bar is a range, an arrow a lower bound, a cross a reading that contradicts the others.</p>
</section>
`)
}

// toll draws a count over time.
func (m markup) toll(t *tollView) {
	m.lit(`<figure class="chart"><figcaption>`)
	m.isolated(t.Name)
	if t.Log {
		m.lit(` <span class="fine">(each step up is ten times as many)</span>`)
	}
	m.lit("</figcaption>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
	m.text(t.Name)
	m.lit(", drawn; the table of figures says the same\">\n")
	m.size(t.Width, t.Height)
	m.text(t.Label)
	m.lit("\">\n")
	for _, v := range t.Values {
		m.hair(t.Left, t.Right, v.Y, v.Y)
		m.lit(`<text class="t"`)
		m.at(t.Left, v.Y)
		m.lit(` dx="-8" dy="4" text-anchor="end">`)
		m.text(v.Label)
		m.lit("</text>\n")
	}
	for _, k := range t.Ticks {
		m.lit(`<text class="t"`)
		m.at(k.X, t.Base)
		m.lit(` dy="22" text-anchor="middle">`)
		m.text(k.Label)
		m.lit("</text>\n")
	}
	m.lit(`<path class="ln" d="`)
	m.text(t.Line)
	m.lit("\"/>\n")
	for i := range t.Marks {
		m.tollMark(&t.Marks[i])
	}
	m.lit("</svg></div></figure>\n")
}

func (m markup) tollMark(k *tollMark) {
	m.lit(`<g><title>`)
	m.text(k.Title)
	m.lit(`</title>`)
	switch {
	case k.Odd:
		m.lit(`<path class="hotln thick" d="`)
		m.text(k.DiagA)
		m.lit(`"/>`)
	case k.Bar:
		m.bar(k)
	default:
		m.lit(`<circle class="fill"`)
		m.attr(` cx="`, k.X)
		m.attr(` cy="`, k.Y)
		m.lit(` r="4.5"/>`)
		if k.Up {
			m.lit(`<path class="ln" d="M`)
			m.number(k.X)
			m.lit(` `)
			m.number(k.Y)
			m.lit(`V`)
			m.number(k.ArrowY)
			m.lit(`m-3 3l3 -3l3 3"/>`)
		}
	}
	if k.ShowsLabel {
		m.lit(`<text class="lab`)
		if k.Odd {
			m.lit(` hot`)
		}
		m.lit(`"`)
		m.at(k.X, k.TextY)
		m.lit(` text-anchor="`)
		m.text(k.Anchor)
		m.lit(`">`)
		m.text(k.Text)
		m.lit(`</text>`)
	}
	m.lit("</g>\n")
}

// bar draws a range: a cap, the bar, a cap.
func (m markup) bar(k *tollMark) {
	m.lit(`<path class="ln thick" d="`)
	m.cap(k, k.Lo)
	m.lit(`M`)
	m.number(k.X)
	m.lit(` `)
	m.number(k.Lo)
	m.lit(`V`)
	m.number(k.Hi)
	m.cap(k, k.Hi)
	m.lit(`"/>`)
}

func (m markup) cap(k *tollMark, y int) {
	m.lit(`M`)
	m.number(k.X1)
	m.lit(` `)
	m.number(y)
	m.lit(`H`)
	m.number(k.X2)
}
