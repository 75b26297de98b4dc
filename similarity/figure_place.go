package similarity

import (
	"github.com/wirediff/wirediff/internal/token"
)

// pointsInPlace is what it is worth to stand where the other stood, between
// words that were all kept: more than two equal values of two digits, so that
// figures that changed places are two contradictions and no agreement.
const pointsInPlace = 8.0

// placeSlack is how many bytes of other words a replacement may have beside
// its figure: "at least ", "an estimated ".
const placeSlack = 24

// keptShare is the part of a changed segment that must be kept, in bytes of a
// without its figures, for its figures to be told by their places.
const keptShare = 0.6

// inPlace reports whether b's figure was put where a's stood: one word edit
// replaces the one by the other, has no other figure, and the words of their
// segment otherwise stay in their places. A sentence whose names changed
// places too ("Brandt 41, Osei 52" for "Osei 52, Brandt 41") was only turned.
func (p *pairing) inPlace(a, b *mention) bool {
	if a.kind != b.kind || a.fig.Field != "" || b.fig.Field != "" {
		return false
	}
	seg := p.segA[a.sent]
	if seg < 0 || seg != p.segB[b.sent] {
		return false
	}
	if ea, eb := a.fig.Event, b.fig.Event; ea != eb && ea != "" && eb != "" {
		return false
	}
	s := &p.segments[seg]
	if s.Kind != Changed {
		return false
	}
	for _, e := range s.Edits {
		if e.Same || !overlaps(e.A.Start, e.A.End, a.fig) || !overlaps(e.B.Start, e.B.End, b.fig) {
			continue
		}
		if e.A.End-e.A.Start > len(a.fig.Text)+placeSlack || e.B.End-e.B.Start > len(b.fig.Text)+placeSlack ||
			p.a.figuresIn(e.A.Start, e.A.End) != 1 || p.b.figuresIn(e.B.Start, e.B.End) != 1 {
			return false
		}
		return !p.leftOut(s, a, b) && p.stays(seg)
	}
	return false
}

func overlaps(start, end int, f *Figure) bool {
	return f.Field == "" && start < f.End && f.Start < end
}

// leftOut reports whether a figure of the segment was left out or put in, and
// one of the two has its value elsewhere: "killed 9 and infected 80" that
// became "killed 80" lost the 9, and the place of the 80 tells nothing.
func (p *pairing) leftOut(s *Segment, a, b *mention) bool {
	if p.a.figuresIn(s.A.Start, s.A.End) == p.b.figuresIn(s.B.Start, s.B.End) {
		return false
	}
	return p.a.states(s.A.Start, s.A.End, valueOf(b.fig)) || p.b.states(s.B.Start, s.B.End, valueOf(a.fig))
}

// states reports whether a figure of the bytes has a value.
func (t *figureText) states(start, end int, value statedValue) bool {
	for i := range t.mentions {
		if f := t.mentions[i].fig; overlaps(start, end, f) && valueOf(f) == value {
			return true
		}
	}
	return false
}

// figuresIn counts the figures of the text that overlap the bytes.
func (t *figureText) figuresIn(start, end int) int {
	n := 0
	for i := range t.mentions {
		if overlaps(start, end, t.mentions[i].fig) {
			n++
		}
	}
	return n
}

// stays reports whether a changed segment kept most of its words beside the
// figures and none that it lost in one place stands in another. It is worked
// out once a segment.
func (p *pairing) stays(seg int32) bool {
	if s, ok := p.staying[seg]; ok {
		return s
	}
	if p.staying == nil {
		p.staying = map[int32]bool{}
	}
	lost := map[wordID]bool{}
	var kept, gone int
	moved := false
	for _, e := range p.segments[seg].Edits {
		if e.Same {
			kept += e.A.End - e.A.Start
			continue
		}
		p.a.wordsBeside(e.A.Start, e.A.End, func(t token.Token, id wordID) {
			lost[id] = true
			gone += int(t.End - t.Start)
		})
	}
	for _, e := range p.segments[seg].Edits {
		if !e.Same {
			p.b.wordsBeside(e.B.Start, e.B.End, func(_ token.Token, id wordID) { moved = moved || lost[id] })
		}
	}
	p.staying[seg] = !moved && float64(kept) >= keptShare*float64(kept+gone)
	return p.staying[seg]
}

// wordsBeside gives the words of the bytes that are in no figure.
func (t *figureText) wordsBeside(start, end int, give func(token.Token, wordID)) {
	tokens, text := t.article.Tokens, t.article.Text
	first, last := tokensIn(tokens, start, end)
	for i := first; i < last; i++ {
		if tokens[i].Kind == token.Punct || t.figuresIn(int(tokens[i].Start), int(tokens[i].End)) > 0 {
			continue
		}
		give(tokens[i], idOf(tokens[i].Of(text)))
	}
}

// changedPlaces reports whether two paired figures of one sentence have one
// another's values: a is paired with b, and another figure of a's sentence,
// with the value of b, with one that has a's.
func (d *figureDiff) changedPlaces(a, b *mention) bool {
	ka, kb := valueOf(a.fig), valueOf(b.fig)
	if ka == kb || a.fig.Field != "" || b.fig.Field != "" {
		return false
	}
	for i := range d.a.mentions {
		o := &d.a.mentions[i]
		if o.sent != a.sent || o == a || valueOf(o.fig) != kb {
			continue
		}
		if partner := d.paired[o.fig]; partner != nil && valueOf(partner) == ka && partner.Sentence == b.fig.Sentence {
			return true
		}
	}
	return false
}
