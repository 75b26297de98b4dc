package similarity

import (
	"math/big"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// verdict is a class with the rule that chose it and, of a contradiction,
// what the slip looks like.
type verdict struct {
	class FigureClass
	rule  string
	slip  string
}

// circumstance is what is known of two versions beside two figures.
type circumstance struct {
	update bool // b is a later state of a by the same hand
	cue    bool // words beside b's figure say that it is a new state: "rose to", "now"
	later  bool // b was published after a
	grown  bool // a count that only grows did
	roundA bool // a's zeros may be stated or not: 210, against 2.1 million
	roundB bool // and b's
}

// newState reports whether another value may be a new one.
func (c circumstance) newState() bool { return c.update || c.later && (c.cue || c.grown) }

// classify names how b's reading of a slot differs from a's, by the first
// rule that fits:
//
//  1. dates, times and scores have rules of their own;
//  2. equal numbers: same-restyled, or noun-changed where the event differs,
//     or unit-confused, or hedge-changed; a hedge turned round (over → under)
//     is contradictory, for the two intervals share no number;
//  3. other units: unit-converted where one converts into the other within
//     the grains of both;
//  4. rounded: b is a at a coarser grain, and b's hedge allows for a;
//     refined: the reverse, or a's bound or range replaced by a value that
//     meets it closely; loosened: b is a bound or range that holds a;
//  5. updated: a later state by the same hand, words beside b that say so, or
//     a cumulative count that grew in a later version;
//  6. else contradictory, with the slip that it looks like.
func classify(a, b *mention, now circumstance) verdict {
	switch {
	case a.fig.Kind == figure.Date && b.fig.Kind == figure.Date:
		return classifyDates(a, b, now.newState())
	case a.fig.Kind == figure.Time && b.fig.Kind == figure.Time:
		return classifyTimes(a, b, now.newState())
	case !a.numeric || !b.numeric:
		return classifyText(a, b, now)
	case alike(a, b):
		return sameVerdict // most, and none of what follows finds a difference
	}
	return classifyNumbers(a, b, now)
}

// sameVerdict is of two figures that state one value alike.
var sameVerdict = verdict{SameRestyled, "the same value and modifier", ""}

// alike reports whether two numbers are stated in the same words, of the same
// thing, and with the same beside them that the rules look at.
func alike(a, b *mention) bool {
	x, y := a.fig, b.fig
	return x.Lo == y.Lo && x.Hi == y.Hi && x.Text == y.Text && x.Kind == y.Kind && x.Unit == y.Unit && x.Event == y.Event && x.Per == y.Per &&
		a.value.Hedge == b.value.Hedge && a.noun == b.noun && a.fate == b.fate && a.span == b.span && a.butFor == b.butFor && a.gain == b.gain
}

// classifyNumbers is classify of two numbers.
func classifyNumbers(a, b *mention, now circumstance) verdict {
	if a.fig.Kind == figure.Money && b.fig.Kind == figure.Money && a.fig.Unit != b.fig.Unit {
		return classifyCurrencies(a, b)
	}
	if sharePoints(a.fig) != sharePoints(b.fig) && a.value.SameNumber(b.value) && (a.fig.Kind == figure.Percent || b.fig.Kind == figure.Percent) {
		return verdict{Contradictory, "percentage points are no percent", unitConfused}
	}
	if speedConfused(a.fig, b.fig) {
		return verdict{Contradictory, "the same number in another unit", unitConfused}
	}
	ua, ub := unitOf(a.fig), unitOf(b.fig)
	if a.fig.Kind != b.fig.Kind && (bareSum(a, b) || bareSum(b, a)) {
		ub = ua // "17.7 mln dlrs" here, "17.7 mln" in a table of sums there
	}
	if ua != ub {
		if v, done := classifyUnits(a, b, ua, ub, now); done {
			return v
		}
	}
	now.roundA, now.roundB = bareWhole(a.fig), bareWhole(b.fig)
	bv := b.value
	if c, ok := b.value.Convert(ub, ua); ok {
		bv = c
	}
	if v, done := classifyEqual(a, b, a.value, bv); done {
		if v.slip == turnedRound && now.update {
			return verdict{UpdatedFigure, "another bound in a later version", ""}
		}
		return v
	}
	if v, done := classifyPrecision(a.value, bv, now); done {
		return v
	}
	slip := slipOf(a, b)
	if sameDigits(slip) { // no news has the same digits about, whatever the words beside it say
		now.cue, now.grown = false, false
	}
	if now.newState() {
		return verdict{UpdatedFigure, "another value in a later version", ""}
	}
	return verdict{Contradictory, "values that cannot both be right", slip}
}

// bareWhole reports whether a figure is a whole number in digits or words
// without a magnitude, whose trailing zeros tell nothing of how exact it is.
func bareWhole(f *Figure) bool {
	low := strings.ToLower(f.Text)
	for _, w := range []string{".", "million", "billion", "trillion", "mln", "bn", "crore", "lakh"} {
		if strings.Contains(low, w) {
			return false
		}
	}
	return true
}

// classifyText compares figures whose values are no numbers (scores), by
// their text.
func classifyText(a, b *mention, now circumstance) verdict {
	switch {
	case a.fig.Lo == b.fig.Lo && a.fig.Hi == b.fig.Hi && a.hedge == b.hedge:
		return verdict{SameRestyled, "the same value", ""}
	case a.fig.Lo == b.fig.Lo && a.fig.Hi == b.fig.Hi:
		return verdict{HedgeChanged, "the same value, another modifier", ""}
	case a.fig.Lo == b.fig.Hi && a.fig.Hi == b.fig.Lo && a.fig.Kind == figure.Score:
		return verdict{SameRestyled, "the score from the other side", ""}
	case now.newState():
		return verdict{UpdatedFigure, "another value in a later version", ""}
	}
	slip := quantity.SlipOfDigits(onlyDigits(a.fig.Lo+a.fig.Hi), onlyDigits(b.fig.Lo+b.fig.Hi))
	return verdict{Contradictory, "values that cannot both be right", string(slip)}
}

// classifyEqual compares figures that state one number.
func classifyEqual(a, b *mention, av, bv quantity.Value) (verdict, bool) {
	if !av.SameNumber(bv) {
		return verdict{}, false
	}
	if a.fig.Kind != b.fig.Kind && (a.fig.Kind == figure.Money || b.fig.Kind == figure.Money) && !bareSum(a, b) && !bareSum(b, a) {
		return verdict{NounChanged, "a sum of money turned to a count", ""}, true
	}
	if a.fig.Unit != b.fig.Unit && a.fig.Unit != "" && b.fig.Unit != "" && unitOf(a.fig) == unitOf(b.fig) {
		return verdict{Contradictory, "the same number in another unit", unitConfused}, true
	}
	if a.butFor != b.butFor {
		return verdict{NounChanged, butForRule, ""}, true
	}
	if rule := thingChanged(a, b); rule != "" {
		return verdict{NounChanged, rule, ""}, true
	}
	if a.per() != b.per() && timeSpans[a.per()] && timeSpans[b.per()] {
		return verdict{Contradictory, "the same number per another span", unitConfused}, true
	}
	if a.gain*b.gain < 0 {
		return verdict{NounChanged, "the number kept, a gain turned to a loss", ""}, true
	}
	if av.Hedge == bv.Hedge {
		return sameVerdict, true
	}
	return hedgeVerdict(av, bv), true
}

// butForRule is of a number that counted those left out, and counts those now.
const butForRule = "the number kept, all but those turned into those"

// timeSpans are what rates are per where a change of them is a slip.
var timeSpans = wordSet("second minute hour day week month quarter year")

// turnedRound is the slip of a bound that became its opposite.
const turnedRound = "hedge turned round"

// hedgeVerdict is of one number with two hedges.
func hedgeVerdict(a, b quantity.Value) verdict {
	if !a.Interval().Meets(b.Interval()) && a.Hedge != quantity.Plain && b.Hedge != quantity.Plain {
		return verdict{Contradictory, "the same number with its hedge turned round", turnedRound}
	}
	rule := "the modifier changed"
	switch {
	case b.Hedge == quantity.Plain:
		rule = "the modifier dropped"
	case a.Hedge == quantity.Plain:
		rule = "a modifier added"
	}
	return verdict{HedgeChanged, rule, ""}
}

// classifyPrecision tells rounding, refining and loosening, all by intervals.
// In an update a number that is only rounder, a bound for a bound and a range
// for a range are as likely new values, and are left to the next rule.
func classifyPrecision(a, b quantity.Value, now circumstance) (verdict, bool) {
	switch {
	case a.IsPoint() && !b.IsPoint() && b.Interval().Holds(plain(a).Interval()):
		return verdict{Loosened, "an exact value replaced by a range that holds it", ""}, true
	case !a.IsPoint() && b.IsPoint():
		return classifyNarrowed(a, b, now)
	case isBound(a.Hedge) && a.Hedge == b.Hedge && !b.Lo.IsInt() && b.RoundsTo(a):
		return verdict{Refined, "a bound replaced by a finer one that rounds to it", ""}, true
	case !a.IsPoint() && now.update, isBound(a.Hedge) && isBound(b.Hedge) && now.update:
		return verdict{}, false
	case !a.IsPoint() && b.Interval().Holds(a.Interval()):
		return verdict{Loosened, "a range replaced by a wider one", ""}, true
	case !a.IsPoint() && a.Interval().Holds(b.Interval()):
		return verdict{Refined, "a range replaced by a narrower one", ""}, true
	case !a.IsPoint():
		return verdict{}, false
	case a.Hedge == b.Hedge && isBound(b.Hedge) && !now.update && plain(a).RoundsTo(plain(b)):
		return verdict{Rounded, "a bound rounded", ""}, true
	case a.RoundsTo(b) && isBound(b.Hedge):
		return verdict{Loosened, "an exact value replaced by a bound that holds it", ""}, true
	case a.RoundsTo(b) && !(now.update && b.Hedge == quantity.Plain && now.roundB):
		return verdict{Rounded, "the value rounds to the coarser one", ""}, true
	case isBound(b.Hedge) && b.Interval().Holds(a.Interval()) && closeTo(a, b):
		return verdict{Loosened, "a value replaced by a bound that holds it", ""}, true
	case b.RoundsTo(a) && !(now.update && a.Hedge == quantity.Plain && now.roundA):
		return verdict{Refined, "the coarser value replaced by one that rounds to it", ""}, true
	case isBound(a.Hedge) && a.Interval().Holds(b.Interval()) && closeTo(b, a) && !now.cue:
		return verdict{Refined, "a bound replaced by a value that meets it", ""}, true
	}
	return verdict{}, false
}

// classifyNarrowed is of a range replaced by one value. A value inside the
// range refines it; one of its ends, or "up to" its end, is the range with an
// end lost.
func classifyNarrowed(a, b quantity.Value, now circumstance) (verdict, bool) {
	atLo, atHi := a.Lo.Cmp(b.Lo) == 0, a.Hi.Cmp(b.Hi) == 0
	switch {
	case atHi && (b.Hedge == quantity.AtMost || b.Hedge == quantity.LessThan),
		atLo && (b.Hedge == quantity.AtLeast || b.Hedge == quantity.MoreThan):
		return verdict{Loosened, "one end of the range left off", ""}, true
	case (atLo || atHi) && !now.update && b.Hedge == quantity.Plain:
		return verdict{Contradictory, "a range cut to one of its ends", "one end of a range"}, true
	case a.Interval().Holds(quantity.Value{Lo: b.Lo, Hi: b.Hi, Grain: b.Grain}.Interval()):
		return verdict{Refined, "a range replaced by a value inside it", ""}, true
	}
	return verdict{}, false
}

func isBound(h quantity.Hedge) bool {
	switch h {
	case quantity.MoreThan, quantity.AtLeast, quantity.LessThan, quantity.AtMost:
		return true
	}
	return false
}

// closeTo reports whether a value lies within a grain of the bound, so that
// the bound may have been made from it.
func closeTo(v, bound quantity.Value) bool {
	wide := bound
	wide.Hedge = quantity.Plain
	i := wide.Interval()
	i.Lo, i.Hi = new(big.Rat).Sub(i.Lo, bound.Grain), new(big.Rat).Add(i.Hi, bound.Grain)
	return i.Holds(quantity.Interval{Lo: v.Lo, Hi: v.Hi})
}

// sameDigits reports whether a slip leaves the digits of a number: two numbers
// that are so alike are hardly both right.
func sameDigits(slip string) bool {
	switch quantity.Slip(slip) {
	case quantity.SwappedDigits, quantity.WrongScale, quantity.TeenForTy, quantity.MovedPoint, quantity.DroppedZero, quantity.AddedZero:
		return true
	}
	return false
}

// slipOf names what a contradiction looks like.
func slipOf(a, b *mention) string {
	if s := a.slips.SlipTo(b.slips); s != "" {
		return string(s)
	}
	if a.fig.Lo == b.fig.Lo || a.fig.Lo != a.fig.Hi && b.fig.Lo != b.fig.Hi {
		return string(quantity.SlipOf(a.fig.Hi, b.fig.Hi))
	}
	return ""
}

// ofPeople reports whether a figure counts people, or does not say what.
func (m *mention) ofPeople() bool {
	return m.noun == "" || isPerson(m.noun) || figure.Person(strings.ToLower(m.fig.Noun))
}

// thingChanged is the rule by which two figures of one number count other
// things; "" where they do not, or nothing tells.
func thingChanged(a, b *mention) string {
	ea, eb := a.fig.Event, b.fig.Event
	ofPeople := a.ofPeople() && b.ofPeople()
	if ea != eb && ea != "" && eb != "" && ofPeople && !(captivity[ea] && captivity[eb]) {
		return "the number kept, the event changed from " + ea + " to " + eb
	}
	if (a.fate != "" && ea == "" && eb != "" || b.fate != "" && eb == "" && ea != "") && ofPeople {
		return "the number kept, the event changed from " + ea + a.fate + " to " + eb + b.fate
	}
	if a.fate != b.fate && doings[a.fate] && doings[b.fate] {
		return "the number kept, " + a.fate + " turned to " + b.fate
	}
	if a.noun != b.noun && contrasts[a.noun]&contrasts[b.noun] != 0 {
		return "the number kept, the noun changed from " + strings.ToLower(a.fig.Noun) + " to " + strings.ToLower(b.fig.Noun)
	}
	if a.noun == peopleNoun && narrower[b.noun] {
		return "the number kept, the noun changed from " + strings.ToLower(a.fig.Noun) + " to " + strings.ToLower(b.fig.Noun)
	}
	return ""
}

// narrower are nouns that say more of people than any count of people does.
var narrower = func() map[string]bool {
	set := map[string]bool{}
	for w := range wordSet("patients customers voters") {
		set[canonicalWord(w)] = true
	}
	return set
}()

var peopleNoun = canonicalWord("people")

// contrasts are nouns that never stand for one another: two that share a bit do
// not.
var contrasts = func() map[string]uint32 {
	sets := map[string]uint32{}
	for n, list := range []string{
		"men women children boys girls", "civilians soldiers police militants", "doctors nurses patients", "passengers crew",
		"goals assists saves", "wins draws losses defeats", "imports exports", "births deaths", "houses cars businesses",
		"votes seats", "families children", "families people", "flights trains", "schools hospitals", "arrests convictions", "cases deaths",
	} {
		for w := range wordSet(list) {
			sets[canonicalWord(w)] |= 1 << n
		}
	}
	return sets
}()
