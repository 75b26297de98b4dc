package quantity

import (
	"math"
	"math/big"
)

// Interval is what a stated number says about the true one. A nil end is
// unbounded.
type Interval struct {
	Lo, Hi         *big.Rat
	OpenLo, OpenHi bool
}

// tenth caps how far a rounded number may lie from the true one, as a share
// of it: "about 100" is stated to hundreds by its zeros, and still does not
// mean 51.
var tenth = big.NewRat(1, 10)

var half = big.NewRat(1, 2)

// slack is how far off the value may be by its grain: half the grain, and at
// most a tenth of the value.
func (v Value) slack() *big.Rat {
	s := new(big.Rat).Mul(v.Grain, half)
	most := new(big.Rat).Mul(new(big.Rat).Abs(v.Hi), tenth)
	if most.Sign() > 0 {
		return minRat(s, most)
	}
	return s
}

// Interval is the set of true numbers that the value, read strictly, allows:
//
//	12          [12, 12]
//	10 to 12    [10, 12]
//	> 300       (300, ∞)      >= 300   [300, ∞)
//	< 300       (-∞, 300)     <= 300   (-∞, 300]
//	~ 300       [300-s, 300+s], s half the grain, at most a tenth
//	<~ 300      [300-2s, 300)
func (v Value) Interval() Interval {
	switch v.Hedge {
	case MoreThan:
		return Interval{Lo: v.Lo, OpenLo: true}
	case AtLeast:
		return Interval{Lo: v.Lo}
	case LessThan:
		return Interval{Hi: v.Hi, OpenHi: true}
	case AtMost:
		return Interval{Hi: v.Hi}
	case About:
		s := v.slack()
		return Interval{Lo: new(big.Rat).Sub(v.Lo, s), Hi: new(big.Rat).Add(v.Hi, s)}
	case Nearly:
		s := v.slack()
		return Interval{Lo: new(big.Rat).Sub(v.Lo, s.Add(s, s)), Hi: v.Hi, OpenHi: true}
	}
	return Interval{Lo: v.Lo, Hi: v.Hi}
}

// Rounded is Interval with the value's own rounding allowed for: 4.6 may be
// anything in [4.55, 4.65].
func (v Value) Rounded() Interval {
	i := v.Interval()
	if v.Hedge != Plain {
		return i
	}
	s := v.slack()
	return Interval{Lo: new(big.Rat).Sub(v.Lo, s), Hi: new(big.Rat).Add(v.Hi, s)}
}

// Holds reports whether every number in o is in i.
func (i Interval) Holds(o Interval) bool {
	return i.belowOrAt(o) && i.aboveOrAt(o)
}

func (i Interval) belowOrAt(o Interval) bool {
	if i.Lo == nil {
		return true
	}
	if o.Lo == nil {
		return false
	}
	c := compare(i.Lo, o.Lo)
	return c < 0 || c == 0 && (!i.OpenLo || o.OpenLo)
}

func (i Interval) aboveOrAt(o Interval) bool {
	if i.Hi == nil {
		return true
	}
	if o.Hi == nil {
		return false
	}
	c := compare(i.Hi, o.Hi)
	return c > 0 || c == 0 && (!i.OpenHi || o.OpenHi)
}

// Meets reports whether some number is in both intervals.
func (i Interval) Meets(o Interval) bool {
	return !i.endsBefore(o) && !o.endsBefore(i)
}

func (i Interval) endsBefore(o Interval) bool {
	if i.Hi == nil || o.Lo == nil {
		return false
	}
	c := compare(i.Hi, o.Lo)
	return c < 0 || c == 0 && (i.OpenHi || o.OpenLo)
}

// RoundsTo reports whether y is v rounded: y is stated more coarsely, y's
// hedge allows for v, and the two lie within half of y's grain, or, where a
// hedge says so, within a whole grain that is at most a tenth of y.
//
//	12437 → 12400, 95 → <~100, 1.37 → 1.4      but 1.37 → 1.7 is none, nor 25 → >30
func (v Value) RoundsTo(y Value) bool {
	if v.SameNumber(y) || compare(y.Grain, v.Grain) <= 0 || v.IsPoint() != y.IsPoint() {
		return false
	}
	return rounds(v.Lo, y.Lo, y) && rounds(v.Hi, y.Hi, y)
}

func rounds(x, y *big.Rat, how Value) bool {
	a, okA := whole(x)
	b, okB := whole(y)
	if grain, ok := whole(how.Grain); ok && okA && okB {
		return roundsWhole(a, b, grain, how.Hedge)
	}
	return roundsRat(x, y, how)
}

// whole is a whole number that may be multiplied by twenty.
func whole(x *big.Rat) (n int64, ok bool) {
	if !x.IsInt() || !x.Num().IsInt64() {
		return 0, false
	}
	n = x.Num().Int64()
	return n, -mostWhole <= n && n <= mostWhole
}

const mostWhole = math.MaxInt64 / 20

// roundsWhole is roundsRat of whole numbers, which most are.
func roundsWhole(x, y, grain int64, hedge Hedge) bool {
	d := y - x
	switch hedge {
	case MoreThan, AtLeast:
		if d > 0 {
			return false
		}
	case LessThan, AtMost, Nearly:
		if d < 0 {
			return false
		}
	}
	d = max(d, -d)
	if 2*d <= grain {
		return x == 0 && y == 0 || x < 0 && y < 0 || x > 0 && y > 0
	}
	return hedge != Plain && hedge != About && d < grain && 10*d <= max(y, -y)
}

func roundsRat(x, y *big.Rat, how Value) bool {
	d := new(big.Rat).Sub(y, x)
	switch how.Hedge {
	case MoreThan, AtLeast:
		if d.Sign() > 0 {
			return false
		}
	case LessThan, AtMost, Nearly:
		if d.Sign() < 0 {
			return false
		}
	}
	d.Abs(d)
	if d.Cmp(new(big.Rat).Mul(how.Grain, half)) <= 0 {
		return x.Sign() == y.Sign()
	}
	return how.Hedge != Plain && how.Hedge != About && d.Cmp(how.Grain) < 0 && d.Cmp(new(big.Rat).Mul(new(big.Rat).Abs(y), tenth)) <= 0
}
