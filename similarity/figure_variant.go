package similarity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
	"github.com/wirediff/wirediff/shingle"
)

// FigureVariants compares the figures of two versions, a being the one that b
// was made from. Figures are paired first, then classified (see classify).
//
// Pairing: the facts of the two bodies are assigned to one another so that
// the points that speak for one slot (see pairing.score) are greatest in sum,
// each fact at most once; the facts of the two titles likewise. A figure of
// b's title or of its captions and key takeaways that found no partner is
// compared with a's fact of the same slot, for a headline that rounds or
// exaggerates is news too. What is left is missing or added, unless the other
// version states the fact elsewhere.
//
// Restyled figures are in the result, with the class same-restyled, where
// their words differ. The order is that of compareVariants, gravest first.
// The cost is the product of the numbers of facts, which are bounded.
func FigureVariants(c *Collation, relation Relation) []FigureVariant {
	return compareFigures(c, readFigures(c.A), readFigures(c.B), relation).out
}

func compareFigures(c *Collation, a, b *figureText, relation Relation) *figureDiff {
	d := &figureDiff{pairing: newPairing(a, b, c), stage: stageOf(c.A, c.B, relation), out: []FigureVariant{}}
	d.tail = tailStart(c)
	d.partA, d.partB = a.parts(), b.parts()
	d.pairParts(d.partA.body, d.partB.body, d.score, pairBar)
	d.pairParts(d.alone(d.partA.body), d.alone(d.partB.body), d.leftoverScore, leftoverBar)
	text := len(d.out)
	d.pairParts(d.partA.title, d.partB.title, d.score, titleBar)
	d.dropTold(text)
	d.pairVague()
	d.reportSpeakers()
	d.compareRepeats()
	d.reportAlone()
	slices.SortStableFunc(d.out, compareVariants)
	d.release()
	return d
}

const (
	// titleBar is lower than pairBar: a headline has few words to share.
	titleBar = 2.5
	// tellingTitleBar is where a headline's figure with a telling value is
	// taken for the text's: headlines round what the text says.
	tellingTitleBar = 1.7
	// repeatBar is higher: a figure that repeats one is compared with all.
	repeatBar = 5.0
	// restatedBar is where a figure without a partner is taken to be said
	// elsewhere in the other version.
	restatedBar = 3.5
)

// parts are an article's facts by where they stand: in the story, in the
// title, or in furniture that repeats the story. Facts in other furniture
// (datelines, credits, notices, plugs) are left out.
type parts struct{ body, title, beside []fact }

func (t *figureText) parts() parts {
	if t.parted == nil {
		t.parted = new(parts)
		t.part(t.parted)
	}
	return *t.parted
}

func (t *figureText) part(p *parts) {
	p.body = make([]fact, 0, len(t.facts))
	for _, f := range t.facts {
		switch m := f.lead(); {
		case m.fig.Field == "title":
			p.title = append(p.title, f)
		case m.fig.Where == "":
			p.body = append(p.body, f)
		case m.fig.Where == shingle.Caption.String(), m.fig.Where == shingle.FAQ.String():
			p.beside = append(p.beside, f)
		}
	}
}

// figureDiff is one comparison of two versions' figures.
type figureDiff struct {
	*pairing
	stage        stage
	tail         int // where the part of a that b cut from the end begins
	partA, partB parts
	links        [][2]fact // what was paired, a's fact first
	out          []FigureVariant
	agreed       []FigureVariant // alike to the letter
}

// inOrder is what is agreed, the title's before the text's, in the order of b.
func (d *figureDiff) inOrder() []FigureVariant {
	slices.SortStableFunc(d.agreed, func(v, w FigureVariant) int {
		return cmp.Or(cmp.Compare(w.B.Field, v.B.Field), v.B.Start-w.B.Start)
	})
	if d.agreed == nil {
		return []FigureVariant{} // an empty list in JSON, not null
	}
	return d.agreed
}

// pairParts pairs the facts of two parts and reports each pair.
func (d *figureDiff) pairParts(as, bs []fact, score func(a, b fact) (float64, bool), bar float64) {
	if len(as) == 0 || len(bs) == 0 {
		return
	}
	links, kinds := d.joins[:0], reuse.Zeros(&d.kinds, len(bs))
	for j, b := range bs {
		for _, m := range b {
			kinds[j] |= m.kind
		}
	}
	for i, a := range as {
		meets := kindBit(0)
		for _, m := range a {
			meets |= m.kind.meets()
		}
		for j, b := range bs {
			if meets&kinds[j] == 0 {
				continue
			}
			if points, ok := score(a, b); ok && points >= bar {
				links = append(links, figureLink{i, j, points - bar + 0.01})
			}
		}
	}
	d.joins = links
	chosen := d.assigner.assign(links, len(as), len(bs))
	d.uncross(as, bs, chosen)
	d.renew(as, bs, chosen)
	d.links, d.agreed = slices.Grow(d.links, len(chosen)), slices.Grow(d.agreed, len(chosen))
	for _, l := range chosen {
		a, b := as[l.a], bs[l.b]
		d.paired[a.lead().fig], d.paired[b.lead().fig] = b.lead().fig, a.lead().fig
		d.links = append(d.links, [2]fact{a, b})
	}
	for _, l := range chosen {
		d.reportPair(as[l.a], bs[l.b])
	}
}

// uncross pairs by place what was paired by value where two values changed
// places around "vs": the first is the new one, the second the old, so that
// "1.23 vs 1.33" for "1.33 vs 1.23" is two contradictions and no agreement.
func (d *figureDiff) uncross(as, bs []fact, links []figureLink) {
	for i := 1; i < len(links); i++ {
		x, y := &links[i-1], &links[i]
		if y.a == x.a+1 && x.b == y.b+1 && d.a.versus(as[x.a], as[y.a]) && d.b.versus(bs[y.b], bs[x.b]) {
			x.b, y.b = y.b, x.b
		}
	}
}

// renew pairs what b gives out as the value before with what came after it: "put
// 31,000 jobs at risk, up from 26,000" for "put 26,000 jobs at risk" is a new
// value of the slot, and no old one kept.
func (d *figureDiff) renew(as, bs []fact, links []figureLink) {
	if !slices.ContainsFunc(links, func(l figureLink) bool { return bs[l.b].lead().fig.Role == "previous" }) {
		return // most
	}
	linked := map[int]bool{}
	for _, l := range links {
		linked[l.b] = true
	}
	for i := range links {
		l := &links[i]
		a, b := as[l.a].lead(), bs[l.b].lead()
		if b.fig.Role != "previous" || a.fig.Role == "previous" || a.fig.Field != "" || a.fig.Lo != b.fig.Lo || a.fig.Hi != b.fig.Hi {
			continue
		}
		for j := l.b - 1; j >= 0 && j >= l.b-2 && bs[j].lead().sent == b.sent; j-- {
			if n := bs[j].lead(); !linked[j] && n.fig.Kind == b.fig.Kind && n.fig.Unit == b.fig.Unit && (n.noun == b.noun || n.noun == "" || b.noun == "") {
				linked[l.b], linked[j] = false, true
				l.b = j
				break
			}
		}
	}
}

// versus reports whether two facts of the text stand as "X vs Y".
func (t *figureText) versus(x, y fact) bool {
	from, to := x[len(x)-1].fig, y.lead().fig
	if from.Field != "" || to.Field != "" || to.Start < from.End || to.Start-from.End > maxConversionGap {
		return false
	}
	words := strings.Fields(strings.ToLower(t.article.Text[from.End:to.Start]))
	if len(words) == 0 || len(words) > 2 {
		return false
	}
	last := strings.Trim(words[len(words)-1], ".")
	return last == "vs" || last == "versus" || last == "v"
}

// alone are the facts that have no partner yet.
func (d *figureDiff) alone(facts []fact) []fact {
	var out []fact
	for _, f := range facts {
		if d.paired[f.lead().fig] == nil {
			out = append(out, f)
		}
	}
	return out
}

// reportPair compares two facts that are readings of one slot, conversions
// and all: members that state one number first, then those in one unit, then
// the leads. A fact in one unit whose reading in b leads with another has been
// converted, whether or not the old unit follows in brackets.
func (d *figureDiff) reportPair(a, b fact) {
	if len(a) == 1 && len(b) == 1 { // most
		d.report(a.lead(), b.lead(), nil)
		return
	}
	usedA, usedB := map[*mention]bool{}, map[*mention]bool{}
	reported := map[FigureClass]bool{}
	match := func(x, y *mention) {
		usedA[x], usedB[y] = true, true
		d.report(x, y, reported)
	}
	matchAll := func(fits func(x, y *mention) bool) {
		for _, x := range a {
			for _, y := range b {
				if !usedA[x] && !usedB[y] && fits(x, y) {
					match(x, y)
				}
			}
		}
	}
	if oneUnit(a.lead(), b.lead()) || len(a) == 1 && len(b) > 1 {
		match(a.lead(), b.lead())
	}
	matchAll(func(x, y *mention) bool {
		return x.fig.Lo == y.fig.Lo && x.fig.Hi == y.fig.Hi && (oneUnit(x, y) || dollars[x.fig.Unit] && dollars[y.fig.Unit])
	})
	matchAll(oneUnit)
	if !usedA[a.lead()] && !usedB[b.lead()] {
		match(a.lead(), b.lead())
	}
	matchAll(func(x, y *mention) bool { return (x != a.lead()) == (y != b.lead()) && sameKind(x, y) })
	for _, x := range a {
		if !usedA[x] {
			d.reportOne(Missing, x, conversionDropped)
		}
	}
	for _, y := range b {
		if !usedB[y] && len(usedA) == len(a) && y.fig.Unit != a.lead().fig.Unit {
			d.reportOne(Added, y, conversionAdded)
		}
	}
}

// oneUnit reports whether two figures are of one kind and unit, and times of
// one zone.
func oneUnit(x, y *mention) bool {
	return x.kind == y.kind && x.fig.Unit == y.fig.Unit && (x.fig.Text == y.fig.Text || zoneOf(x.fig) == zoneOf(y.fig))
}

// report appends the variant of two figures; those that are alike to the
// letter are agreed. reported holds the classes that were reported of the same fact: a
// hedge lost is lost once, for the figure and its conversion.
func (d *figureDiff) report(a, b *mention, reported map[FigureClass]bool) {
	now := circumstance{update: d.stage.update, later: d.stage.later}
	if !sameStated(a.fig, b.fig) { // what is said beside one value makes no difference
		now = d.circumstance(a, b)
	}
	v := d.soften(classify(a, b, now), a, b)
	if v.class != SameRestyled && v.class != NounChanged && d.changedPlaces(a, b) {
		v = verdict{Contradictory, "two figures changed places", "swapped figures"}
	}
	if v.class == SameRestyled && a.fig.Text == b.fig.Text {
		d.agreed = append(d.agreed, FigureVariant{Class: SameFigure, Slot: slotName(d.b, b), A: a.fig, B: b.fig, Rule: "the same words"})
		return
	}
	if (v.class == HedgeChanged || v.class == NounChanged || v.class == AttributionChanged) && reported[v.class] {
		return
	}
	if reported != nil {
		reported[v.class] = true
	}
	d.out = append(d.out, FigureVariant{
		Class: v.class, Slot: slotName(d.b, b), A: a.fig, B: b.fig,
		Severity: severityOf(v.class, a, b), Rule: v.rule, Slip: v.slip,
	})
}

// The rules of a second statement of a fact in brackets, left out or put in.
const (
	conversionDropped = "the conversion dropped"
	conversionAdded   = "a conversion added"
)

func (d *figureDiff) reportOne(class FigureClass, m *mention, rule string) {
	v := FigureVariant{Class: class, Rule: rule}
	if class == Missing {
		v.A, v.Slot = m.fig, slotName(d.a, m)
		v.Tail = m.fig.Field == "" && m.fig.Start >= d.tail
		if v.Tail {
			v.Rule = "cut with the end of the text"
		}
	} else {
		v.B, v.Slot = m.fig, slotName(d.b, m)
	}
	v.Severity = severityOfOne(class, m, v.Tail)
	if rule == conversionDropped || rule == conversionAdded {
		v.Severity = Style // one fact, stated once or twice
	}
	d.out = append(d.out, v)
}

// reportAlone reports the facts that have no partner, and that the other
// version does not state elsewhere.
func (d *figureDiff) reportAlone() {
	for _, a := range d.partA.body {
		if d.paired[a.lead().fig] == nil && !a.lead().old && !d.restated(a, d.b.facts, false) {
			d.reportOne(Missing, a.lead(), "no partner in the other version")
		}
	}
	for _, b := range d.partB.body {
		if d.paired[b.lead().fig] == nil && !b.lead().old && !d.restated(b, d.a.facts, true) {
			d.reportOne(Added, b.lead(), "no partner in the other version")
		}
	}
}

// restated reports whether one of the other version's facts states the same
// value of what must be the same slot.
func (d *figureDiff) restated(f fact, others []fact, ofB bool) bool {
	for _, o := range others {
		a, b := f, o
		if ofB {
			a, b = o, f
		}
		if o.lead().old || !sameKind(a.lead(), b.lead()) || !sameValue(a, b) {
			continue
		}
		if points, ok := d.score(a, b); ok && points >= restatedBar {
			return true
		}
	}
	return false
}

func sameValue(a, b fact) bool {
	for _, x := range a {
		for _, y := range b {
			if x.fig.Lo == y.fig.Lo && x.fig.Hi == y.fig.Hi && x.fig.Unit == y.fig.Unit {
				return true
			}
		}
	}
	return false
}

// tailStart is the byte of a's text behind the last sentence that b kept.
func tailStart(c *Collation) int {
	end := 0
	for _, s := range c.Segments {
		if (s.Kind == Same || s.Kind == Changed) && !s.Furniture {
			end = max(end, s.A.End)
		}
	}
	return end
}
