package similarity

import (
	"math/big"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// bareSum reports whether a is a sum of money and b a number of which the text
// does not say what it counts, or one of millions: what follows those is
// mostly the rest of the sentence.
func bareSum(a, b *mention) bool {
	return a.fig.Kind == figure.Money && b.fig.Kind == figure.Count && (b.noun == "" || !bareWhole(b.fig))
}

// sharePoints reports whether a figure is in points as its text has it: "up 5
// points" from 63 is 68, "up 5 percent" is 66. Basis points are always of a
// percentage, and desks write 25 of them as 0.25 percent.
func sharePoints(f *Figure) bool {
	low := strings.ToLower(f.Text)
	return f.Kind == figure.Point && strings.Contains(low, "point") && !strings.Contains(low, "basis")
}

func classifyCurrencies(a, b *mention) verdict {
	switch {
	case a.value.SameNumber(b.value) && oneCurrency(a.fig, b.fig):
		if a.value.Hedge != b.value.Hedge {
			return hedgeVerdict(a.value, b.value)
		}
		return verdict{SameRestyled, "the currency's name left to the reader", ""}
	case a.value.SameNumber(b.value):
		return verdict{Contradictory, "the same number in another currency", unitConfused}
	case plausibleRate(a, b):
		return verdict{UnitConverted, "another currency, at a rate that was seen", ""}
	}
	return verdict{Contradictory, "another currency, at no rate that was seen", string(quantity.WrongScale)}
}

// classifyUnits compares figures of two units.
func classifyUnits(a, b *mention, ua, ub string, now circumstance) (verdict, bool) {
	if a.value.SameNumber(b.value) && a.value.Hedge == b.value.Hedge && apart(a.value, ua, ub) {
		return verdict{Contradictory, "the same number in another unit", unitConfused}, true
	}
	if a.value.ConvertsTo(b.value, ua, ub) {
		if dressOnly(a, b, ua, ub) {
			switch {
			case a.value.Hedge == b.value.Hedge:
				return verdict{SameRestyled, "the same value in another unit", ""}, true
			case unitFamily[ua] == "share" || unitFamily[ua] == "time" || unitFamily[ua] == "months":
				return hedgeVerdict(a.value, b.value), true
			}
			return verdict{UnitConverted, "one converts into the other within its grain", ""}, true
		}
		c, _ := a.value.Convert(ua, ub)
		now.update = false // a new unit brings a new grain, update or not
		if v, done := classifyPrecision(c, b.value, now); done && sameFamily(ua, ub) {
			return v, true
		}
		return verdict{UnitConverted, "one converts into the other within its grain", ""}, true
	}
	if a.value.SameNumber(b.value) && quantity.Convertible(ua, ub) {
		return verdict{Contradictory, "the same number in another unit", unitConfused}, true
	}
	return verdict{}, false
}

// unitConfused is the slip of a number that kept its digits and changed its unit.
const unitConfused = "unit confused"

// apart reports whether two units that convert differ by more than a twentieth:
// 500 metres are not 500 yards, however round the number.
func apart(v quantity.Value, ua, ub string) bool {
	c, ok := v.Convert(ua, ub)
	if !ok || v.Lo.Sign() == 0 {
		return false
	}
	ratio, _ := new(big.Rat).Quo(c.Lo, v.Lo).Float64()
	return ratio > 1.05 || ratio < 0.95
}

// dressOnly reports whether the two say exactly one thing in two units of
// everyday speech: 48 hours and two days, 40 percent and two-fifths, 1,000 m
// and 1 km.
func dressOnly(a, b *mention, ua, ub string) bool {
	if !sameFamily(ua, ub) {
		return false
	}
	c, ok := a.value.Convert(ua, ub)
	if !ok {
		return false
	}
	if c.SameNumber(b.value) {
		return true
	}
	// A fraction is written to four places: a third is 0.3333.
	return (ua == "fraction" || ub == "fraction") && a.value.IsPoint() == b.value.IsPoint() && fractionMeets(c, b.value)
}

func fractionMeets(a, b quantity.Value) bool {
	a.Hedge, b.Hedge = quantity.Plain, quantity.Plain
	a.Grain, b.Grain = halfPercent, halfPercent
	if a.Hi.Cmp(big.NewRat(1, 1)) > 0 {
		a.Grain, b.Grain = half, half
	}
	return a.Rounded().Meets(b.Rounded())
}

// A fraction in words is the same share as a percentage within half a point
// (each side has half of its grain of slack): a third is 33 percent, not 34.
var half, halfPercent = big.NewRat(1, 2), big.NewRat(1, 200)

// sameFamily reports whether the two units are of one system: a change
// between them is no conversion that a reader at home needs.
func sameFamily(a, b string) bool {
	return unitFamily[a] != "" && unitFamily[a] == unitFamily[b]
}

var unitFamily = func() map[string]string {
	out := map[string]string{}
	for name, list := range map[string]string{
		"metric":   "mm cm m km m2 ha km2 l m3 km3 ug mg g kg t km/h m/s",
		"imperial": "in ft yd mi ft2 acre mi2 gal ft3 oz lb mph",
		"time":     "second minute hour day week",
		"months":   "month quarter year",
		"share":    "percent fraction",
		"power":    "W kW MW GW",
		"energy":   "Wh kWh MWh GWh",
	} {
		for u := range wordSet(list) {
			out[u] = name
		}
	}
	return out
}()
