package similarity

import (
	"math"

	"github.com/wirediff/wirediff/internal/figure"
)

// What speaks for two facts being readings of one slot, in points. A pair
// counts from pairBar up. The weights were set on labelled story pairs; each
// has its reason beside it. A value alone never reaches the bar.
const (
	pairBar = 4.0

	pointsContext  = 6.0 // the same words around both
	pointsAligned  = 3.0 // stand in sentences that say the same
	pointsSegment  = 1.5 // the collation lays them side by side
	pointsOpposite = 1.5 // the very words that replaced one another
	pointsNoun     = 1.5 // count the same thing
	pointsEvent    = 1.2 // of the same event
	pointsUnit     = 0.8 // in the same unit, which is rarer than none
	pointsOrder    = 1.0 // as far into the text
	pointsScarce   = 1.5 // few figures of either text are of this kind, unit and noun
	minusNoun      = 1.0 // other nouns: rewriters have many words for one thing
	minusEvent     = 1.5 // other events
	minusPlace     = 2.0 // in other places: an elliptic list
	minusRole      = 0.8 // the level here, the change there
	minusPer       = 0.7 // a day here, a year there
	minusUnit      = 1.5 // units that do not convert
	minusBare      = 2.0 // counts that have neither value nor noun in common
	pointsUnique   = 2.0 // a count of four digits or more that each text has once
	minusOld       = 6.0 // a value that one text takes back
	minusTaken     = 0.8 // another figure of the other text has the very value
	minusChange    = 4.0 // "a rise of 17" here, the 17 themselves there
	minusAstray    = 1.0 // the collation lays their sentences elsewhere
)

// score is how many points speak for two facts being readings of one slot;
// ok is false where their kinds cannot be.
func (p *pairing) score(fa, fb fact) (points float64, ok bool) {
	value, ok := p.valuePoints(fa, fb)
	if !ok {
		return 0, false
	}
	return p.sum(fa, fb, value)
}

// sum adds to the points that the values have what else speaks for one slot.
func (p *pairing) sum(fa, fb fact, value float64) (points float64, ok bool) {
	a, b := fa.lead(), fb.lead()
	around := pointsContext * p.overlap(a, b)
	rest := around + p.placePoints(a, b) + thingPoints(a, b)
	points = value + rest
	if rest <= 0 {
		points = min(points, leftoverBar-0.01) // a value alone is no slot
	}
	if a.person != "" && b.person != "" && a.person != b.person && !p.inPlace(a, b) {
		return 0, false // the ages of two people
	}
	if p.inPlace(a, b) {
		points += pointsInPlace
	}
	if a.old != b.old {
		points -= minusOld
	}
	if value < tellingValue {
		points -= p.doubts(a, b, around)
	}
	if a.change != b.change {
		points -= minusChange
	}
	if tellingSort(a) && sortOf(a) == sortOf(b) {
		n := p.occurrences(0, a).sort
		points += pointsScarce / math.Sqrt(float64(max(1, n[0])*max(1, n[1])))
	}
	return points, true
}

// leftoverBar is what facts that found no partner need in the second round,
// where only pairs with telling values stand: in a reworded text the words
// around a figure may all be new.
const leftoverBar = 2.0

// leftoverScore is score for the second round: equal, rounded, converted or
// slipped values only. The fewer digits they have, the less they tell, and the
// more the rest must.
func (p *pairing) leftoverScore(fa, fb fact) (points float64, ok bool) {
	value, ok := p.valuePoints(fa, fb)
	if !ok || value < tellingValue {
		return 0, false
	}
	points, ok = p.sum(fa, fb, value)
	switch digits := min(fa.lead().digits, fb.lead().digits); {
	case fa.lead().fig.Kind == figure.Date || fa.lead().fig.Kind == figure.Time || digits == 1 && fa.lead().fig.Unit == fb.lead().fig.Unit:
		points -= 1.2
	case digits == 2 || fa.lead().fig.Unit != fb.lead().fig.Unit:
		points -= 0.5
	}
	return points, ok
}

// doubts weighs what speaks against two mentions being one slot where their
// values do not speak for it.
func (p *pairing) doubts(a, b *mention, around float64) float64 {
	var minus float64
	if a.fig.Kind == figure.Count && (a.noun == "" || a.noun != b.noun) {
		minus += max(0, minusBare-around) // nothing but the place joins them: then the words around must
	}
	switch ea, eb := a.fig.Event, b.fig.Event; {
	case ea == eb, captivity[ea] && captivity[eb]:
	case ea == "" || eb == "":
		minus += minusEvent / 2
	default:
		minus += minusBare
	}
	if a.more != b.more {
		minus += minusBare
	}
	if a.fig.Kind == figure.Count && (a.fig.Lo == "1" || b.fig.Lo == "1") {
		minus += minusBare // one is as often a pronoun
	}
	return minus
}

// isMore reports whether the words beside a count say that it comes on top of
// others: "two more", "another 40", "a further 12".
func isMore(t *figureText, m *mention) bool {
	if m.fig.Field == "title" {
		return false
	}
	l := t.line("")
	if i := m.first - 1; i >= 0 {
		switch l.low(i) {
		case "another", "further", "additional":
			return true
		}
	}
	i := m.last
	return i+1 < len(l.tokens) && l.low(i) == "more" && l.low(i+1) != "than"
}

// changeNouns before "of" give a count or a sum out as a change.
var changeNouns = wordSet("rise increase gain jump fall drop decline loss cut growth surge reduction")

// comparatives behind a count or a sum give it out as a change.
var comparatives = wordSet("more less fewer higher lower")

// isChange reports whether the words beside a count or a sum say that it is a
// change and no level: "a rise of 17", "one rupee less than last time".
func isChange(t *figureText, m *mention) bool {
	if m.fig.Kind != figure.Count && m.fig.Kind != figure.Money || m.fig.Field == "title" {
		return false
	}
	l := t.line("")
	if i := m.first; i >= 2 && l.low(i-1) == "of" && changeNouns[l.low(i-2)] {
		return true
	}
	i := m.last
	return i+1 < len(l.tokens) && comparatives[l.low(i)] && l.low(i+1) == "than"
}

// placePoints weighs where the two stand: in sentences that say the same, in
// one segment of the collation, as replacements of one another.
func (p *pairing) placePoints(a, b *mention) float64 {
	var points float64
	points += pointsAligned * float64(p.likeness(a.sent, b.sent))
	if a.fig.Field == "title" || b.fig.Field == "title" {
		return points
	}
	d := math.Abs(a.order - b.order)
	points += pointsOrder * (0.5 - d)
	sa, sb := p.segA[a.sent], p.segB[b.sent]
	switch {
	case sa < 0 || sb < 0:
	case sa == sb:
		points += pointsSegment
		if p.opposite(sa, a, b) {
			points += pointsOpposite
		}
	case p.segments[sa].Kind != Cut && p.segments[sb].Kind != Insert:
		points -= minusAstray
	}
	return points
}

// opposite reports whether a word edit of the segment has both figures, one a
// side, or an equal run has both.
func (p *pairing) opposite(seg int32, a, b *mention) bool {
	for _, e := range p.segments[seg].Edits {
		if e.A.Start < a.fig.End && a.fig.Start < e.A.End && e.B.Start < b.fig.End && b.fig.Start < e.B.End {
			return true
		}
	}
	return false
}

// thingPoints weighs what the two count: noun, event, place, role.
func thingPoints(a, b *mention) float64 {
	var points float64
	switch {
	case a.noun == "" || b.noun == "":
	case a.noun == b.noun:
		points += pointsNoun
	case isPerson(a.noun) && isPerson(b.noun):
		points += pointsNoun / 3
	default:
		points -= minusNoun
	}
	switch ea, eb := a.fig.Event, b.fig.Event; {
	case ea == "" && eb == "":
	case ea == eb:
		points += pointsEvent
	case ea == "" || eb == "":
		points -= minusEvent / 3
	case captivity[ea] && captivity[eb]:
	default:
		points -= minusEvent
	}
	if pa, pb := a.fig.Place, b.fig.Place; pa != "" && pb != "" && pa != pb {
		points -= minusPlace
	}
	if ra, rb := a.fig.Role, b.fig.Role; ra != rb && ra != "" && rb != "" {
		points -= minusRole
	}
	if a.fig.Per != b.fig.Per && timeSpans[a.fig.Per] && timeSpans[b.fig.Per] {
		points -= minusPer
	}
	return points
}

// captivity are the events that writers mix for the same people.
var captivity = wordSet("hostage detained freed missing")

// personNouns are people by any name: one may stand for another.
var personNouns = func() map[string]bool {
	set := map[string]bool{}
	for w := range wordSet(`people man woman child boy girl resident local citizen national inhabitant victim
		survivor passenger patient adult civilian soldier officer worker farmer trader rescuer firefighter
		prisoner hostage gunman fighter rebel protester demonstrator marcher guard foreigner evacuee refugee
		villager student pupil teacher member voter volunteer player fan spectator casualty crew sailor miner
		engineer diplomat official expert analyst doctor nurse driver commuter tourist traveller visitor
		suspect migrant docker body constituent relative neighbour customer employee journalist lawyer`) {
		set[canonicalWord(w)] = true
	}
	return set
}()

func isPerson(noun string) bool { return personNouns[noun] }
