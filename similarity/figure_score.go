package similarity

import (
	"math"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
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

// pairing weighs how likely facts of two texts are readings of one slot.
type pairing struct {
	a, b     *figureText
	common   map[wordID]float32 // words that both texts have, with their rarity
	sums     [2][]float32       // of each sentence: the rarity-weighted sum of its words
	alike    [][]float32        // [sentence of a][sentence of b], 0 to 1
	segA     []int32            // segment of each sentence of a, -1 where none
	segB     []int32
	segments []Segment
	values   map[string][2]int // how often each stated value occurs, in a and in b
	sorts    map[string][2]int // how often each kind, unit and noun occurs
}

func newPairing(a, b *figureText, c *Collation) *pairing {
	p := &pairing{a: a, b: b, values: map[string][2]int{}, sorts: map[string][2]int{}}
	p.weigh()
	p.compareSentences()
	p.segA, p.segB = make([]int32, len(a.sents)), make([]int32, len(b.sents))
	for i := range p.segA {
		p.segA[i] = -1
	}
	for i := range p.segB {
		p.segB[i] = -1
	}
	if c != nil {
		p.segments = c.Segments
		for n, s := range c.Segments {
			for i := s.ASents[0]; i < s.ASents[1] && i < len(p.segA); i++ {
				p.segA[i] = int32(n)
			}
			for i := s.BSents[0]; i < s.BSents[1] && i < len(p.segB); i++ {
				p.segB[i] = int32(n)
			}
		}
	}
	for side, t := range []*figureText{a, b} {
		for i := range t.mentions {
			key := valueKey(t.mentions[i].fig)
			n := p.values[key]
			n[side]++
			p.values[key] = n
			key = sortKey(&t.mentions[i])
			n = p.sorts[key]
			n[side]++
			p.sorts[key] = n
		}
	}
	return p
}

// weigh counts the words of both texts: a word that both have is worth the
// less the more often it occurs.
func (p *pairing) weigh() {
	counts := [2]map[wordID]int{{}, {}}
	for side, t := range []*figureText{p.a, p.b} {
		for _, s := range t.sents {
			for i, w := range s {
				if i == 0 || s[i-1].id != w.id {
					counts[side][w.id]++
				}
			}
		}
	}
	p.common = map[wordID]float32{}
	for id, n := range counts[0] {
		if m := counts[1][id]; m > 0 {
			p.common[id] = float32(1 / math.Sqrt(math.Sqrt(float64(n*m))))
		}
	}
}

// rarity is a word's weight by how often it occurs; a word that only one text
// has weighs as a rare one.
func (p *pairing) rarity(id wordID) float32 {
	if w, ok := p.common[id]; ok {
		return w
	}
	return 0.7
}

// overlap is the weight of what two word lists, by id, share against the
// lighter list: 1 where it is in the other whole. Lists of little weight are
// damped: two shared words are no agreement.
func (p *pairing) overlap(a, b []contextWord) float64 {
	var shared, sumA, sumB float32
	for _, w := range a {
		sumA += w.weight * p.rarity(w.id)
	}
	for _, w := range b {
		sumB += w.weight * p.rarity(w.id)
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id == b[j].id:
			shared += min(a[i].weight, b[j].weight) * p.rarity(a[i].id)
			i++
			j++
		case a[i].id < b[j].id:
			i++
		default:
			j++
		}
	}
	if shared == 0 {
		return 0
	}
	const damp = 0.6
	mix := 0.6*min(sumA, sumB) + 0.4*max(sumA, sumB)
	return float64(shared / (mix + damp))
}

// maxSentencePairs bounds the table of sentence likenesses; beyond it only
// the collation tells which sentences belong together.
const maxSentencePairs = 160_000

func (p *pairing) compareSentences() {
	if len(p.a.sents)*len(p.b.sents) > maxSentencePairs {
		return
	}
	raw := make([][]float32, len(p.a.sents))
	for i, s := range p.a.sents {
		raw[i] = make([]float32, len(p.b.sents))
		for j, o := range p.b.sents {
			raw[i][j] = float32(p.overlap(s, o))
		}
	}
	// A sentence whose neighbours are alike too is the likelier partner.
	p.alike = raw
	at := func(i, j int) float32 {
		if i < 0 || j < 0 || i >= len(raw)-1 || j >= len(raw[i])-1 {
			return 0
		}
		return raw[i][j]
	}
	out := make([][]float32, len(raw))
	for i := range raw {
		out[i] = make([]float32, len(raw[i]))
		for j := range raw[i] {
			out[i][j] = raw[i][j]
			if i < len(raw)-1 && j < len(raw[i])-1 {
				out[i][j] = min(1, raw[i][j]+0.15*(max(at(i-1, j-1), at(i-1, j))+max(at(i+1, j+1), at(i+1, j))))
			}
		}
	}
	p.alike = out
}

// score is how many points speak for two facts being readings of one slot;
// ok is false where their kinds cannot be.
func (p *pairing) score(fa, fb fact) (points float64, ok bool) {
	value, ok := p.valuePoints(fa, fb)
	if !ok {
		return 0, false
	}
	a, b := fa.lead(), fb.lead()
	around := pointsContext * p.overlap(a.context, b.context)
	points = value + around
	points += p.placePoints(a, b)
	points += thingPoints(a, b)
	if a.old != b.old {
		points -= minusOld
	}
	if value < tellingValue {
		points -= p.doubts(a, b, around)
	}
	if isChange(p.a, a) != isChange(p.b, b) {
		points -= minusChange
	}
	if key := sortKey(a); key == sortKey(b) && tellingSort(a) {
		n := p.sorts[key]
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
	points, ok = p.score(fa, fb)
	switch digits := min(significantDigits(fa.lead().fig.Lo), significantDigits(fb.lead().fig.Lo)); {
	case fa.lead().fig.Kind == figure.Date || fa.lead().fig.Kind == figure.Time || digits == 1 && fa.lead().fig.Unit == fb.lead().fig.Unit:
		points -= 1.2
	case digits == 2 || fa.lead().fig.Unit != fb.lead().fig.Unit:
		points -= 0.5
	}
	return points, ok
}

// tellingValue is from where two values' points say that they are one value,
// or made from one another.
const tellingValue = 1.2

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
	if isMore(p.a, a) != isMore(p.b, b) {
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
	tokens, text := t.article.Tokens, t.article.Text
	if i := m.first - 1; i >= 0 {
		switch strings.ToLower(tokens[i].Of(text)) {
		case "another", "further", "additional":
			return true
		}
	}
	i := m.last
	return i+1 < len(tokens) && strings.EqualFold(tokens[i].Of(text), "more") && !strings.EqualFold(tokens[i+1].Of(text), "than")
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
	tokens, text := t.article.Tokens, t.article.Text
	low := func(i int) string { return strings.ToLower(tokens[i].Of(text)) }
	if i := m.first; i >= 2 && low(i-1) == "of" && changeNouns[low(i-2)] {
		return true
	}
	i := m.last
	return i+1 < len(tokens) && comparatives[low(i)] && low(i+1) == "than"
}

// placePoints weighs where the two stand: in sentences that say the same, in
// one segment of the collation, as replacements of one another.
func (p *pairing) placePoints(a, b *mention) float64 {
	var points float64
	if p.alike != nil {
		points += pointsAligned * float64(p.alike[a.sent][b.sent])
	}
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

// valuePoints weighs what the two facts' values have to do with one another:
// of all their members the pair that says most. ok is false where no two
// members have kinds that may be one slot's.
func (p *pairing) valuePoints(fa, fb fact) (points float64, ok bool) {
	best := math.Inf(-1)
	for _, a := range fa {
		for _, b := range fb {
			if !sameKind(a, b) {
				continue
			}
			best = max(best, p.memberPoints(a, b))
		}
	}
	return best, !math.IsInf(best, -1)
}

// sameKind reports whether figures of these kinds may be readings of one slot.
func sameKind(a, b *mention) bool {
	ka, kb := a.fig.Kind, b.fig.Kind
	if ka == kb {
		return ka != figure.Measure || a.fig.Unit == b.fig.Unit || quantity.Convertible(a.fig.Unit, b.fig.Unit)
	}
	if ka > kb {
		ka, kb = kb, ka
	}
	switch {
	case ka == figure.Fraction && kb == figure.Percent, // a third, 33%
		ka == figure.Percent && kb == figure.Point,
		ka == figure.Age && kb == figure.Duration && a.fig.Unit == b.fig.Unit,
		ka == figure.Age && kb == figure.Count && (a.noun == "" || a.fig.Kind == figure.Age) && (b.noun == "" || b.fig.Kind == figure.Age) &&
			(a.fig.Lo == b.fig.Lo || len(a.fig.Lo) == 2 && slipOf(a, b) == string(quantity.SwappedDigits)),
		ka == figure.Count && kb == figure.Money && (a.fig.Lo == b.fig.Lo || sameDigits(slipOf(a, b))):
		return true
	}
	return false
}

// memberPoints weighs two values. An equal value speaks for one slot by how
// rare it is: 1,340 hardly stands twice in a story by chance, two does.
func (p *pairing) memberPoints(a, b *mention) float64 {
	points := 0.0
	switch {
	case a.fig.Unit != b.fig.Unit && a.fig.Kind != figure.Money && !quantity.Convertible(a.fig.Unit, b.fig.Unit) && a.fig.Kind == b.fig.Kind:
		points -= minusUnit
	case a.fig.Unit == b.fig.Unit && a.fig.Unit != "" && a.fig.Unit != "percent":
		points += pointsUnit
	}
	na, nb := p.values[valueKey(a.fig)], p.values[valueKey(b.fig)]
	rare := func(n, m [2]int) float64 { return 0.5 * math.Log(float64(max(1, n[0])*max(1, m[1]))) }
	digits := func(f *Figure) float64 { return float64(min(4, significantDigits(f.Lo))) }
	if a.fig.Lo == b.fig.Lo && a.fig.Hi == b.fig.Hi && (a.fig.Unit == b.fig.Unit || oneCurrency(a.fig, b.fig) || a.fig.Kind == figure.Count || a.fig.Kind == figure.Measure) {
		if na[0] == 1 && nb[1] == 1 && len(a.fig.Lo) > 3 && a.fig.Kind == figure.Count {
			points += pointsUnique
		}
		return points + 0.8 + 1.1*digits(a.fig) - rare(na, nb)
	}
	// A telling value that the other text has too is that figure's.
	for _, taken := range []struct {
		n int
		f *Figure
	}{{na[1], a.fig}, {nb[0], b.fig}} {
		if taken.n > 0 && digits(taken.f) > 1 {
			points -= minusTaken
			if digits(taken.f) > 2 {
				points -= minusTaken
			}
		}
	}
	if !a.numeric || !b.numeric {
		return points + calendarPoints(a.fig, b.fig)
	}
	if a.fig.Kind == figure.Money && a.fig.Unit != b.fig.Unit {
		if plausibleRate(a, b) {
			if ratesByCurrency[a.fig.Unit][0] > 0 && ratesByCurrency[b.fig.Unit][0] > 0 {
				points += 0.7
			}
			return points + 0.5
		}
		return points - 0.5
	}
	bv := b.value
	if a.fig.Unit != b.fig.Unit {
		if dressOnly(a, b, unitOf(a.fig), unitOf(b.fig)) {
			return points + 0.8 + 1.1*digits(a.fig) - rare(na, nb)
		}
		if a.value.ConvertsTo(b.value, unitOf(a.fig), unitOf(b.fig)) {
			if !sameFamily(unitOf(a.fig), unitOf(b.fig)) {
				points += 0.7 // miles do not come to be kilometres by chance
			}
			return points + 0.5 + 0.7*min(digits(a.fig), digits(b.fig))
		}
		if v, ok := b.value.Convert(unitOf(b.fig), unitOf(a.fig)); ok {
			bv = v
		}
	}
	switch {
	case a.value.RoundsTo(bv) || bv.RoundsTo(a.value):
		return points + 1 + 0.6*min(digits(a.fig), digits(b.fig))
	case significantDigits(a.fig.Lo) > 1:
		slip := quantity.SlipOf(a.fig.Lo, b.fig.Lo)
		points += slipPoints(slip) * digits(a.fig)
		if sameDigits(string(slip)) {
			return points // however far apart a slip of scale puts them
		}
	}
	return points + ratioPoints(a.approx, toFloat(bv))
}

// oneCurrency reports whether two sums may be in one currency that one of the
// texts leaves to its readers.
func oneCurrency(a, b *Figure) bool {
	return a.Kind == figure.Money && b.Kind == figure.Money &&
		(a.Unit == b.Unit || a.Unit == "" || b.Unit == "" || dollars[a.Unit] && dollars[b.Unit])
}

// slipPoints is what a slip says for one slot, a digit: two numbers with the
// same digits are hardly so by chance.
func slipPoints(s quantity.Slip) float64 {
	switch s {
	case "":
		return 0
	case quantity.SwappedDigits, quantity.WrongScale, quantity.TeenForTy:
		return 0.8
	}
	return 0.25
}

// ratioPoints weighs two values that differ by how far apart they are.
func ratioPoints(a, b float64) float64 {
	a, b = math.Abs(a), math.Abs(b)
	if a == 0 || b == 0 {
		return -0.8
	}
	r := math.Abs(math.Log(a / b))
	switch {
	case r < 0.25: // within a quarter
		return 0.6
	case r < 0.7: // within a half and double
		return 0
	case r < 1.6: // within five times
		return -0.8
	}
	return -1.6
}

func toFloat(v quantity.Value) float64 {
	f, _ := v.Lo.Float64()
	return f
}

// significantDigits counts a decimal's digits between its leading and
// trailing zeros.
func significantDigits(s string) int {
	n, zeros := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '0':
			zeros++
		case c >= '1' && c <= '9':
			if n > 0 {
				n += zeros
			}
			n++
			zeros = 0
		}
	}
	return n
}

// unitOf is a figure's unit for conversion: fractions are a share as percent is.
func unitOf(f *Figure) string {
	if f.Kind == figure.Fraction {
		return "fraction"
	}
	return f.Unit
}

// tellingSort reports whether few other figures are of a mention's sort: plain
// counts without a noun, dates and times are everywhere.
func tellingSort(m *mention) bool {
	switch m.fig.Kind {
	case figure.Count:
		return m.noun != ""
	case figure.Date, figure.Time, figure.Ordinal:
		return false
	}
	return true
}

// sortKey names what sort of figure a mention is: kind, unit, noun.
func sortKey(m *mention) string { return string(m.fig.Kind) + " " + m.fig.Unit + " " + m.noun }

// valueKey names a stated value.
func valueKey(f *Figure) string { return string(f.Kind) + " " + f.Lo + " " + f.Hi + " " + f.Unit }
