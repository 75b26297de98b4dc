package similarity

import (
	"slices"
)

// dropTold takes out of the variants from the index from on, which are the
// headline's, those that the text's variants tell already, and those where b's
// headline says what a's text does.
func (d *figureDiff) dropTold(from int) {
	text := d.out[:from]
	told := func(v FigureVariant) bool {
		if v.B == nil {
			return false
		}
		return slices.ContainsFunc(text, func(o FigureVariant) bool {
			return o.Class == v.Class && o.B != nil && sameStated(o.B, v.B)
		}) || slices.ContainsFunc(d.partA.body, func(f fact) bool {
			return sameStated(f.lead().fig, v.B) && f.lead().fig.Modifier == v.B.Modifier
		})
	}
	d.out = append(text, slices.DeleteFunc(slices.Clone(d.out[from:]), told)...)
}

// sameStated reports whether two figures state one value of one kind.
func sameStated(a, b *Figure) bool {
	return a.Kind == b.Kind && a.Unit == b.Unit && a.Lo == b.Lo && a.Hi == b.Hi
}

// compareRepeats compares the figures of b's headline, captions and
// takeaways that have no partner with a's facts. One that repeats b's own text
// says nothing new.
func (d *figureDiff) compareRepeats() {
	for _, b := range slices.Concat(d.partB.title, d.partB.beside) {
		if d.paired[b.lead().fig] != nil || repeatsOne(d.partB.body, b) || plainHeadline(d.partB.body, b) {
			continue
		}
		best, bestPoints := fact(nil), 0.0
		for _, a := range d.partA.body {
			points, ok := d.score(a, b)
			if ok && sameReading(a, b) {
				points += repeatBonus
			}
			if ok && points > bestPoints {
				best, bestPoints = a, points
			}
		}
		if best == nil || bestPoints < d.repeatBar(best, b) {
			continue
		}
		d.paired[b.lead().fig] = best.lead().fig
		d.links = append(d.links, [2]fact{best, b})
		if !sameReading(best, b) {
			d.report(likeUnit(best, b.lead()), b.lead(), nil)
		}
	}
}

// repeatBar is lower for a headline, which has few words to share, and lowest
// where its value is telling.
func (d *figureDiff) repeatBar(a, b fact) float64 {
	if b.lead().fig.Field != "title" {
		return repeatBar
	}
	if value, ok := d.valuePoints(a, b); ok && value >= tellingValue {
		return tellingTitleBar
	}
	return pairBar
}

// likeUnit is the member of a fact in a figure's unit, else its lead.
func likeUnit(f fact, m *mention) *mention {
	for _, x := range f {
		if oneUnit(x, m) {
			return x
		}
	}
	return f.lead()
}

// repeatBonus is what an equal value adds where a headline's figure is sought
// in the text: a headline has few words to share, and its figures are mostly
// the text's.
const repeatBonus = 1.5

// repeatsOne reports whether one of the facts is the same reading of what may
// be the same slot.
func repeatsOne(facts []fact, f fact) bool {
	return slices.ContainsFunc(facts, func(o fact) bool {
		return sameReading(o, f) && thingPoints(o.lead(), f.lead()) >= -minusNoun
	})
}

// plainHeadline reports whether a headline's figure is one of the text's
// without its hedge, which headlines have no room for.
func plainHeadline(facts []fact, f fact) bool {
	return f.lead().fig.Field == "title" && f.lead().hedge == "" && slices.ContainsFunc(facts, func(o fact) bool {
		return o.lead().hedge != "" && sameStated(o.lead().fig, f.lead().fig) && thingPoints(o.lead(), f.lead()) >= -minusNoun
	})
}

// repeats are the facts of a title or a caption with the body's fact that
// they are a reading of, within one article: pairs of the body's fact and the
// other. A fact of the body may be repeated more than once.
func (t *figureText) repeats() [][2]fact {
	if t.repeated == nil {
		found := t.findRepeats()
		t.repeated = &found
	}
	return *t.repeated
}

// self is the text paired with itself.
func (t *figureText) self() *pairing {
	if t.pairing == nil {
		t.pairing = newPairing(t, t, nil)
		t.pairing.sparse = true
	}
	return t.pairing
}

func (t *figureText) findRepeats() [][2]fact {
	p := t.parts()
	if len(p.title)+len(p.beside) == 0 {
		return nil
	}
	self := t.self()
	var out [][2]fact
	for _, group := range [][]fact{p.title, p.beside} {
		for _, f := range group {
			best, bestPoints := fact(nil), 0.0
			for _, body := range p.body {
				points, ok := self.score(body, f)
				if ok && sameReading(body, f) {
					points += repeatBonus + pairBar - titleBar
				}
				if ok && points > bestPoints {
					best, bestPoints = body, points
				}
			}
			if best != nil && bestPoints >= pairBar {
				out = append(out, [2]fact{best, f})
			}
		}
	}
	return out
}
