package similarity

import (
	"math"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// tellingValue is from where two values' points say that they are one value,
// or made from one another.
const tellingValue = 1.2

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
	switch a.kind | b.kind {
	case aMeasure:
		return a.fig.Unit == b.fig.Unit || quantity.Convertible(a.fig.Unit, b.fig.Unit) || speedConfused(a.fig, b.fig)
	case aFraction | aPercent, // a third, 33%
		aPercent | aPoint:
		return true
	case anAge | aDuration:
		return a.fig.Unit == b.fig.Unit
	case anAge | aCount:
		return (a.noun == "" || a.kind == anAge) && (b.noun == "" || b.kind == anAge) &&
			(a.fig.Lo == b.fig.Lo || len(a.fig.Lo) == 2 && slipOf(a, b) == string(quantity.SwappedDigits))
	case aCount | aSum:
		return a.fig.Lo == b.fig.Lo || sameDigits(slipOf(a, b))
	}
	return a.kind == b.kind
}

// kindBit is the kind of a figure as a bit of its own, so that two of them are
// told in one step.
type kindBit uint16

// The kinds that sameKind and others tell.
const (
	aCount kindBit = 1 << iota
	aSum
	aPercent
	aPoint
	anOrdinal
	aDate
	aTime
	aDuration
	anAge
	aScore
	aFraction
	aMultiple
	aMeasure
)

// meets is the kinds of which a figure may be a reading of one slot with one of
// the kind: sameKind is false for all others.
func (k kindBit) meets() kindBit {
	switch k {
	case aFraction, aPoint:
		return k | aPercent
	case aPercent:
		return aFraction | aPercent | aPoint
	case anAge:
		return anAge | aDuration | aCount
	case aDuration:
		return aDuration | anAge
	case aCount:
		return aCount | anAge | aSum
	case aSum:
		return aSum | aCount
	}
	return k
}

var kindBits = map[figure.Kind]kindBit{
	figure.Count: aCount, figure.Money: aSum, figure.Percent: aPercent, figure.Point: aPoint, figure.Ordinal: anOrdinal,
	figure.Date: aDate, figure.Time: aTime, figure.Duration: aDuration, figure.Age: anAge, figure.Score: aScore,
	figure.Fraction: aFraction, figure.Multiple: aMultiple, figure.Measure: aMeasure,
}

// speedConfused reports whether one number is a speed here and a length per
// span there: 60 metres an hour, 60 kilometres an hour.
func speedConfused(a, b *Figure) bool {
	if strings.ContainsRune(b.Unit, '/') {
		a, b = b, a
	}
	return a.Lo == b.Lo && a.Hi == b.Hi && timeSpans[b.Per] && strings.HasSuffix(a.Unit, "/h") && (b.Per == "hour" || b.Per == "day") && quantity.Convertible("km", b.Unit)
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
	na, nb := p.occurrences(0, a).value, p.occurrences(1, b).value
	rare := func(n, m [2]int) float64 { return 0.5 * logOf(max(1, n[0])*max(1, m[1])) }
	digits := func(m *mention) float64 { return float64(min(4, m.digits)) }
	if a.fig.Lo == b.fig.Lo && a.fig.Hi == b.fig.Hi && (a.fig.Unit == b.fig.Unit || oneCurrency(a.fig, b.fig) || a.fig.Kind == figure.Count || a.fig.Kind == figure.Measure) {
		if na[0] == 1 && nb[1] == 1 && len(a.fig.Lo) > 3 && a.fig.Kind == figure.Count {
			points += pointsUnique
		}
		return points + 0.8 + 1.1*digits(a) - rare(na, nb)
	}
	// A telling value that the other text has too is that figure's.
	if na[1] > 0 {
		points -= takenPoints(a)
	}
	if nb[0] > 0 {
		points -= takenPoints(b)
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
	if restated, ok := onlyRatio(a, b); ok {
		return slipOrRatio(points, a, b, ratioPoints(a.approx, restated))
	}
	if a.fig.Unit != b.fig.Unit {
		if dressOnly(a, b, unitOf(a.fig), unitOf(b.fig)) {
			return points + 0.8 + 1.1*digits(a) - rare(na, nb)
		}
		if a.value.ConvertsTo(b.value, unitOf(a.fig), unitOf(b.fig)) {
			if !sameFamily(unitOf(a.fig), unitOf(b.fig)) {
				points += 0.7 // miles do not come to be kilometres by chance
			}
			return points + 0.5 + 0.7*min(digits(a), digits(b))
		}
		if v, ok := b.value.Convert(unitOf(b.fig), unitOf(a.fig)); ok {
			bv = v
		}
	}
	ratio := ratioPoints(a.approx, approxOf(b, bv))
	if ratio >= 0 && (a.fig.Unit != b.fig.Unit || mayRound(a, b)) && (a.value.RoundsTo(bv) || bv.RoundsTo(a.value)) {
		return points + 1 + 0.6*min(digits(a), digits(b))
	}
	return slipOrRatio(points, a, b, ratio)
}

// takenPoints weighs a value that the other text has elsewhere, by its digits.
func takenPoints(m *mention) float64 {
	switch {
	case m.digits > 2:
		return 2 * minusTaken
	case m.digits > 1:
		return minusTaken
	}
	return 0
}

// logs are the logarithms of small whole numbers, which the counts of figures
// mostly are.
var logs = func() (t [64]float64) {
	for n := range t {
		t[n] = math.Log(float64(n))
	}
	return t
}()

// logOf is the logarithm of a number from 1 up.
func logOf(n int) float64 {
	if n < len(logs) {
		return logs[n]
	}
	return math.Log(float64(n))
}

// mayRound is false where two values of one unit lie further apart than the
// coarser of their grains, which no rounding spans.
func mayRound(a, b *mention) bool {
	return math.Abs(a.approx-b.approx) <= aboutExact*max(a.grain, b.grain)
}

// aboutExact allows for floats that are about right.
const aboutExact = 1.01

// slipOrRatio adds what two values that are neither equal nor rounded say: how
// they may be slips of one another, and how far apart they are.
func slipOrRatio(points float64, a, b *mention, ratio float64) float64 {
	if a.digits > 1 {
		slip := a.slips.SlipTo(b.slips)
		points += slipPoints(slip) * float64(min(4, a.digits))
		if sameDigits(string(slip)) {
			return points // however far apart a slip of scale puts them
		}
	}
	return points + ratio
}

// farRatio is a ratio from which on two values in units that convert have
// nothing to do with one another but their ratio: no grain is over a tenth of
// its value, and no rounding doubles it.
const farRatio = 2.1

// onlyRatio reports whether two values in units that convert have nothing to do
// with one another but their ratio: they are farRatio apart or more, or further
// than the coarser of their grains, which no rounding and no conversion spans.
// With it comes about what b's low end is in a's unit.
func onlyRatio(a, b *mention) (restated float64, ok bool) {
	if a.fig.Unit == b.fig.Unit || a.approx == 0 || b.approx == 0 {
		return 0, false
	}
	ua, ub := unitOf(a.fig), unitOf(b.fig)
	f, ok := quantity.Factor(ub, ua)
	if !ok {
		return 0, false
	}
	restated = b.approx * f
	far := math.Abs(a.approx-restated) > aboutExact*max(a.grain, b.grain*f)
	switch {
	case ua == "fraction": // within half a point of a percentage
		return restated, far && math.Abs(a.approx-restated) > 0.01 && a.approx <= 1 && restated <= 1
	case ub == "fraction":
		return restated, far && math.Abs(a.approx-restated) > 1 && a.approx <= 100 && restated <= 100
	case ua == "gal" || ub == "gal": // of two sizes
		far = false
	}
	return restated, far || quotient(a.approx, restated) > farRatio
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

// How far two values are apart: within a quarter, within a half and double,
// within five times.
var aQuarter, aHalf, fivefold = math.Exp(0.25), math.Exp(0.7), math.Exp(1.6)

// ratioPoints weighs two values that differ by how far apart they are.
func ratioPoints(a, b float64) float64 {
	if a == 0 || b == 0 {
		return -0.8
	}
	switch r := quotient(a, b); {
	case r < aQuarter:
		return 0.6
	case r < aHalf:
		return 0
	case r < fivefold:
		return -0.8
	}
	return -1.6
}

// quotient is the ratio of the greater to the lesser of two sizes.
func quotient(a, b float64) float64 {
	r := math.Abs(a / b)
	return max(r, 1/r)
}

// approxOf is the low end of b's value as restated in another unit.
func approxOf(b *mention, restated quantity.Value) float64 {
	if restated.Lo == b.value.Lo {
		return b.approx
	}
	f, _ := restated.Lo.Float64()
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

// sortOfFigure is what sort of figure a mention is.
type sortOfFigure struct {
	kind       figure.Kind
	unit, noun string
}

func sortOf(m *mention) sortOfFigure { return sortOfFigure{m.fig.Kind, m.fig.Unit, m.noun} }

// statedValue is what a figure states.
type statedValue struct {
	kind         figure.Kind
	lo, hi, unit string
}

func valueOf(f *Figure) statedValue { return statedValue{f.Kind, f.Lo, f.Hi, f.Unit} }
