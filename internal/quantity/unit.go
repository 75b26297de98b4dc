package quantity

import (
	"math/big"
	"strings"
)

// scale is a unit's size in the base unit of its dimension.
type scale struct {
	dim  string
	size *big.Rat
	near float64 // size, about
}

// units holds the exact size of every unit, in metres, square metres, litres,
// grams, metres a second, seconds, months, watts and joules. The inch, pound
// and gallon are exact by definition (1959, US gallon); a nautical mile is
// 1,852 m. Months and years are a dimension of their own: they are no fixed
// number of days.
var units = parseUnits(`
mm length 1/1000
cm length 1/100
m length 1
km length 1000
in length 254/10000
ft length 3048/10000
yd length 9144/10000
mi length 1609344/1000
nmi length 1852
m2 area 1
ha area 10000
km2 area 1000000
ft2 area 9290304/100000000
acre area 40468564224/10000000
mi2 area 2589988110336/1000000
l volume 1
gal volume 3785411784/1000000000
m3 volume 1000
km3 volume 1000000000000
ft3 volume 28316846592/1000000000
barrel volume 158987294928/1000000000
ug mass 1/1000000
mg mass 1/1000
g mass 1
kg mass 1000
t mass 1000000
oz mass 28349523125/1000000000
lb mass 45359237/100000
km/h speed 10/36
mph speed 44704/100000
kn speed 1852/3600
m/s speed 1
second time 1
minute time 60
hour time 3600
day time 86400
week time 604800
month months 1
quarter months 3
year months 12
W power 1
kW power 1000
MW power 1000000
GW power 1000000000
Wh energy 1
kWh energy 1000
MWh energy 1000000
GWh energy 1000000000
percent share 1/100
fraction share 1
`)

// imperialGallon is the size that British copy means by a gallon.
var imperialGallon = big.NewRat(454609, 100000)

func parseUnits(table string) map[string]scale {
	out := map[string]scale{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) != 3 {
			continue
		}
		if size, ok := new(big.Rat).SetString(f[2]); ok {
			near, _ := size.Float64()
			out[f[0]] = scale{f[1], size, near}
		}
	}
	return out
}

// Convertible reports whether one unit converts exactly into the other: of
// one dimension, or the two scales of temperature. A unit converts into
// itself.
func Convertible(from, to string) bool {
	if from == to {
		return true
	}
	a, okA := units[from]
	b, okB := units[to]
	return okA && okB && a.dim == b.dim || isTemperature(from) && isTemperature(to)
}

func isTemperature(u string) bool { return u == "degC" || u == "degF" }

// Convert states v in another unit, exactly. ok is false where the units do
// not convert.
func (v Value) Convert(from, to string) (out Value, ok bool) {
	if from == to {
		return v, true
	}
	if isTemperature(from) && isTemperature(to) {
		return v.temperature(to), true
	}
	a, okA := units[from]
	b, okB := units[to]
	if !okA || !okB || a.dim != b.dim {
		return v, false
	}
	return v.times(new(big.Rat).Quo(a.size, b.size)), true
}

// Factor is about how many of the unit to one of the unit from is; ok is false
// for temperatures and units that do not convert.
func Factor(from, to string) (f float64, ok bool) {
	a, okA := units[from]
	b, okB := units[to]
	if !okA || !okB || a.dim != b.dim || isTemperature(from) || isTemperature(to) {
		return 0, false
	}
	return a.near / b.near, true
}

func (v Value) times(f *big.Rat) Value {
	mul := func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, f) }
	return Value{Lo: mul(v.Lo), Hi: mul(v.Hi), Grain: mul(v.Grain), Hedge: v.Hedge}
}

func (v Value) temperature(to string) Value {
	f, shift := big.NewRat(9, 5), big.NewRat(32, 1)
	turn := func(x *big.Rat) *big.Rat { return new(big.Rat).Add(new(big.Rat).Mul(x, f), shift) }
	if to == "degC" {
		f = big.NewRat(5, 9)
		turn = func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(new(big.Rat).Sub(x, shift), f) }
	}
	return Value{Lo: turn(v.Lo), Hi: turn(v.Hi), Grain: new(big.Rat).Mul(v.Grain, f), Hedge: v.Hedge}
}

// ConvertsTo reports whether y, in the unit to, is v, in the unit from,
// converted within the grains of both: 5 mi is 8 km, 22 km is 14 mi, 400 m is
// a quarter of a mile. Hedges are let go: "200 metres" is "more than 200
// yards". Equal units never convert.
func (v Value) ConvertsTo(y Value, from, to string) bool {
	if from == to {
		return false
	}
	c, ok := v.Convert(from, to)
	if !ok {
		return false
	}
	if near(c, y) {
		return true
	}
	if from == "gal" || to == "gal" {
		f := new(big.Rat).Quo(imperialGallon, units["gal"].size)
		if to == "gal" {
			f.Inv(f)
		}
		return near(c.times(f), y)
	}
	return false
}

// near reports whether two values agree within their grains, hedges let go.
func near(a, b Value) bool {
	a.Hedge, b.Hedge = Plain, Plain
	loA, loB := Value{a.Lo, a.Lo, a.Grain, Plain}, Value{b.Lo, b.Lo, b.Grain, Plain}
	hiA, hiB := Value{a.Hi, a.Hi, a.Grain, Plain}, Value{b.Hi, b.Hi, b.Grain, Plain}
	return loA.Rounded().Meets(loB.Rounded()) && hiA.Rounded().Meets(hiB.Rounded())
}
