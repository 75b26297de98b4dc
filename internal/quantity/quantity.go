// Package quantity compares stated numbers exactly. A stated number is a
// value or a range, a hedge ("at least", "about") and a grain (the last place
// that is stated); what it says about the truth is an interval of the real
// line with open or closed ends. All arithmetic is on rationals: no value is
// ever a float.
//
// The package knows units and their exact conversions, but no words: what
// counts as one slot, and what a difference is called, is decided above it.
package quantity

import (
	"math/big"
	"strings"
)

// Hedge is the modifier on a number.
type Hedge string

// The hedges.
const (
	Plain     Hedge = ""
	MoreThan  Hedge = ">"
	AtLeast   Hedge = ">="
	LessThan  Hedge = "<"
	AtMost    Hedge = "<="
	About     Hedge = "~"
	Nearly    Hedge = "<~" // nearly, almost: a little less
	maxDigits       = 48   // a longer decimal string is no quantity of news copy; it bounds the cost of every operation
)

// Value is a stated number: a range where Lo < Hi, else Lo = Hi.
type Value struct {
	Lo, Hi *big.Rat
	Grain  *big.Rat // the place of the last stated digit, above zero
	Hedge  Hedge
}

// Parse makes a value of two decimal strings and the grain they are stated
// to; an empty grain is taken from the digits, trailing zeros of a whole
// number being unstated. ok is false where a string is no plain decimal of at
// most 48 digits.
func Parse(lo, hi, grain string, hedge Hedge) (v Value, ok bool) {
	v.Hedge = hedge
	if v.Lo, ok = Decimal(lo); !ok {
		return v, false
	}
	v.Hi = v.Lo
	if hi != lo && hi != "" {
		if v.Hi, ok = Decimal(hi); !ok {
			return v, false
		}
	}
	if compare(v.Hi, v.Lo) < 0 {
		v.Lo, v.Hi = v.Hi, v.Lo
	}
	if g, ok := Decimal(grain); ok && g.Sign() > 0 {
		v.Grain = g
	} else {
		v.Grain = grainOf(lo)
		if hi != lo {
			v.Grain = minRat(v.Grain, grainOf(hi))
		}
	}
	return v, true
}

// readDecimal is Decimal, with a number of its own.
func readDecimal(s string) (*big.Rat, bool) {
	if !isDecimal(s) {
		return nil, false
	}
	whole, frac, _ := strings.Cut(s, ".")
	if len(whole)+len(frac) <= 18 { // fits in 64 bits, the usual case
		n := int64(0)
		for i := range len(s) {
			if isDigit(s[i]) {
				n = 10*n + int64(s[i]-'0')
			}
		}
		if s[0] == '-' {
			n = -n
		}
		if frac == "" {
			return new(big.Rat).SetInt64(n), true
		}
		scale := int64(1)
		for range frac {
			scale *= 10
		}
		return big.NewRat(n, scale), true
	}
	return new(big.Rat).SetString(s)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isDecimal reports whether a string is a plain decimal number of at most
// maxDigits digits.
func isDecimal(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	if len(digits) == 0 || len(digits) > maxDigits || digits[0] == '.' || digits[len(digits)-1] == '.' {
		return false
	}
	points := 0
	for i := range len(digits) {
		switch c := digits[i]; {
		case c == '.':
			points++
		case c < '0' || c > '9':
			return false
		}
	}
	return points <= 1
}

// grainOf is the place of the last digit of a decimal string that is not a
// trailing zero: 12400 is stated to 100, 3.5 to 0.1, 0 to 1.
func grainOf(s string) *big.Rat {
	s = strings.TrimPrefix(s, "-")
	whole, frac, _ := strings.Cut(s, ".")
	exp := -len(frac)
	if exp == 0 {
		exp = len(whole) - len(strings.TrimRight(whole, "0"))
		if exp == len(whole) {
			exp = 0
		}
	}
	return pow10(exp)
}

// powers are the powers of ten of most grains. Nobody changes a grain.
var powers = func() (table [2*maxPower + 1]*big.Rat) {
	for n := range table {
		table[n] = newPower(n - maxPower)
	}
	return table
}()

const maxPower = 12 // trillions

func pow10(exp int) *big.Rat {
	if -maxPower <= exp && exp <= maxPower {
		return powers[exp+maxPower]
	}
	return newPower(exp)
}

func newPower(exp int) *big.Rat {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exp, -exp))), nil)
	if exp < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), n)
	}
	return new(big.Rat).SetInt(n)
}

func minRat(a, b *big.Rat) *big.Rat {
	if compare(b, a) < 0 {
		return b
	}
	return a
}

// Exact reports whether the value is one number without a hedge.
func (v Value) Exact() bool { return v.Hedge == Plain && v.IsPoint() }

// IsPoint reports whether the value is one number, hedged or not.
func (v Value) IsPoint() bool { return same(v.Lo, v.Hi) }

// SameNumber reports whether two values state the same number or range,
// whatever their hedges.
func (v Value) SameNumber(o Value) bool {
	return same(v.Lo, o.Lo) && same(v.Hi, o.Hi)
}

// same is x.Cmp(y) == 0, without memory: rationals are in their lowest terms.
func same(x, y *big.Rat) bool {
	if x == y {
		return true
	}
	whole := x.IsInt()
	return whole == y.IsInt() && x.Num().Cmp(y.Num()) == 0 && (whole || x.Denom().Cmp(y.Denom()) == 0)
}

// compare is x.Cmp(y), without the memory that takes where both are one number
// or whole, as most are.
func compare(x, y *big.Rat) int {
	switch {
	case x == y:
		return 0
	case x.IsInt() && y.IsInt():
		return x.Num().Cmp(y.Num())
	}
	return x.Cmp(y)
}

// Near is the float nearest to a number, as x.Float64 has it.
func Near(x *big.Rat) float64 {
	const exact = 1 << 53 // whole numbers up to it are floats, and so IEEE division rounds their quotient but once
	if n, d := x.Num(), x.Denom(); n.IsInt64() && d.IsInt64() && max(n.Int64(), -n.Int64()) <= exact && d.Int64() <= exact {
		return float64(n.Int64()) / float64(d.Int64())
	}
	f, _ := x.Float64()
	return f
}

// Same reports whether two values state the same number with the same hedge.
func (v Value) Same(o Value) bool { return v.SameNumber(o) && v.Hedge == o.Hedge }
