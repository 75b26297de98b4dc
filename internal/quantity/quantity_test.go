package quantity

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// value reads a value in the notation of the tests: a hedge, then a number or
// a range with "..", then an optional grain behind "/".
func value(t *testing.T, s string) Value {
	t.Helper()
	s, grain, _ := strings.Cut(s, "/")
	digits := strings.TrimLeft(s, "<>=~")
	lo, hi, ok := strings.Cut(digits, "..")
	if !ok {
		hi = lo
	}
	v, ok := Parse(lo, hi, grain, Hedge(s[:len(s)-len(digits)]))
	if !ok {
		t.Fatalf("%q is no value", s)
	}
	return v
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ lo, grain, want, why string }{
		{"12400", "", "100", "trailing zeros are not stated"},
		{"1.37", "", "1/100", "decimals are"},
		{"0", "", "1", "nothing is a whole number"},
		{"39000000", "100000", "100000", "the grain said by the grammar wins: 39.0 million"},
		{"-3.5", "", "1/10", "a loss has a grain too"},
		{"1000", "", "1000", "a round thousand"},
	} {
		v, ok := Parse(c.lo, c.lo, c.grain, Plain)
		if !ok || v.Grain.RatString() != c.want {
			t.Errorf("%s: grain %v, want %s: %s", c.lo, v.Grain, c.want, c.why)
		}
	}
	for _, bad := range []string{"", "-", ".5", "1.2.3", "1e9", "1/3", "12a", "2025-03-07", "5.", "--3", strings.Repeat("9", 100)} {
		if _, ok := Decimal(bad); ok {
			t.Errorf("%q is read as a decimal", bad)
		}
	}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		name, outer, inner string
		want               bool
	}{
		{"a bound holds what is over it", ">300", "311", true},
		{"an open end does not hold its end", ">300", "300", false},
		{"a closed end does", ">=300", "300", true},
		{"an open bound holds itself", ">300", ">300", true},
		{"a closed bound holds the open one", ">=300", ">300", true},
		{"and not the reverse", ">300", ">=300", false},
		{"a range holds a value in it", "10..20", "15", true},
		{"and its ends", "10..20", "20", true},
		{"nothing above it", "10..20", "21", false},
		{"a range does not hold a bound", "10..20", ">=15", false},
		{"under a third holds 30 percent", "<33", "30", true},
		{"about 240 holds 238", "~240", "238", true},
		{"about 240 does not hold 230", "~240", "230", false},
		{"nearly 20 does not hold 20", "<~20", "20", false},
		{"nearly 20 holds 19", "<~20", "19", true},
		{"about 100 is not 60: the slack is a tenth", "~100", "60", false},
	} {
		if got := value(t, c.outer).Interval().Holds(value(t, c.inner).Interval()); got != c.want {
			t.Errorf("%s: %s holds %s = %v", c.name, c.outer, c.inner, got)
		}
	}
}

func TestMeets(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"over and under the same number", ">4", "<4", false},
		{"at least and at most the same number", ">=4", "<=4", true},
		{"over and at most", ">4", "<=4", false},
		{"two bounds one way", ">4", ">9", true},
		{"apart", "3", "5..7", false},
	} {
		a, b := value(t, c.a).Interval(), value(t, c.b).Interval()
		if a.Meets(b) != c.want || b.Meets(a) != c.want {
			t.Errorf("%s: %s meets %s, want %v", c.name, c.a, c.b, c.want)
		}
	}
}

func TestRoundsTo(t *testing.T) {
	for _, c := range []struct {
		name, exact, coarse string
		want                bool
	}{
		{"to hundreds", "12437", "~12400", true},
		{"to a whole percent", "18.2", "18", true},
		{"up, with nearly", "95", "<~100", true},
		{"down is not nearly", "105", "<~100", false},
		{"over a rounded number", "1340", ">1300", true},
		{"over a number that it is under", "25", ">30", false},
		{"a digit lost is no rounding", "1.37", "1.7", false},
		{"the coarser is not rounded to the finer", "12400", "12437", false},
		{"a number is not rounded to itself", "12400", "~12400", false},
		{"too far at one grain", "1340", "1500", false},
		{"a whole grain off, within a tenth", "18700", "<~19000", true},
		{"without a hedge half a grain is all", "6.4", "7", false},
		{"a range to a range", "12.4..13.6", "12..14", true},
		{"a range to a number", "10..20", "15", false},
		{"a gain is not rounded to a loss", "-0.4", "0", false},
	} {
		if got := value(t, c.exact).RoundsTo(value(t, c.coarse)); got != c.want {
			t.Errorf("%s: %s rounds to %s = %v", c.name, c.exact, c.coarse, got)
		}
	}
}

func TestConvertsTo(t *testing.T) {
	for _, c := range []struct {
		name, a, from, b, to string
		want                 bool
	}{
		{"miles to kilometres", "5", "mi", "8", "km", true},
		{"kilometres to miles, rounded", "22", "km", "14", "mi", true},
		{"metres to a quarter of a mile", "~400", "m", "0.25", "mi", true},
		{"speed", "118", "km/h", "73", "mph", true},
		{"the same number is no conversion", "95", "km/h", "95", "mph", false},
		{"feet to metres", "500", "ft", "150", "m", true},
		{"US gallons", "60000", "l", "~15850", "gal", true},
		{"British gallons", "1000", "l", "220", "gal", true},
		{"temperature", "43.8", "degC", "110.8", "degF", true},
		{"temperature below zero", "-40", "degF", "-40", "degC", true},
		{"a range", "5..10", "mm", "0.2..0.4", "in", true},
		{"hours to days", "48", "hour", "2", "day", true},
		{"months are no days", "1", "month", "30", "day", false},
		{"length is no weight", "5", "km", "8", "lb", false},
		{"metres to more than so many yards", "200", "m", ">200", "yd", true},
		{"off by more than the grain", "100", "km", "75", "mi", false},
		{"unknown unit", "5", "smoot", "8", "km", false},
	} {
		if got := value(t, c.a).ConvertsTo(value(t, c.b), c.from, c.to); got != c.want {
			t.Errorf("%s: %s %s to %s %s = %v", c.name, c.a, c.from, c.b, c.to, got)
		}
	}
}

func TestSlipOf(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Slip
	}{
		{"57", "75", SwappedDigits}, {"1340", "1430", SwappedDigits}, {"61.50", "65.10", SwappedDigits},
		{"8.6", "6.8", SwappedDigits}, {"14000000000", "14000000", WrongScale}, {"8900000", "8900000000", WrongScale},
		{"24000", "2400", DroppedZero}, {"240", "2400", AddedZero}, {"6.82", "68.2", MovedPoint},
		{"18000000", "80000000", TeenForTy}, {"50", "15", TeenForTy}, {"1.37", "1.7", DroppedDigit},
		{"17", "137", AddedDigit}, {"2020", "2022", ChangedDigit}, {"-3", "3", SignLost},
		{"7", "11", ""}, {"12", "12", ""}, {"340", "1290", ""}, {"0", "5", ""}, {"", "5", ""},
	} {
		if got := SlipOf(c.a, c.b); got != c.want {
			t.Errorf("%s → %s: %q, want %q", c.a, c.b, got, c.want)
		}
	}
	if got := SlipOfDigits("0752", "0725"); got != SwappedDigits {
		t.Errorf("a time with its minutes swapped: %q", got)
	}
}

// TestDecimalFast holds the fast path against math/big.
func TestDecimalFast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`-?[0-9]{1,24}(\.[0-9]{1,12})?`).Draw(t, "s")
		got, ok := Decimal(s)
		want, _ := new(big.Rat).SetString(s)
		if !ok || got.Cmp(want) != 0 {
			t.Fatalf("%s is read as %v", s, got)
		}
	})
}

// TestDecimalAgain reads more decimals than are remembered, again and again, and
// holds each against the library's, and what is the same against Cmp.
func TestDecimalAgain(t *testing.T) {
	for range 3 {
		before := new(big.Rat)
		for n := range 3 * len(knownDecimals) {
			s := new(big.Rat).SetFrac64(int64(n%700-350), 8).FloatString(n % 3)
			want, _ := new(big.Rat).SetString(s)
			got, ok := Decimal(s)
			if !ok || got.Cmp(want) != 0 {
				t.Fatalf("%s is read as %v", s, got)
			}
			if same(got, before) != (got.Cmp(before) == 0) || !same(got, want) {
				t.Fatalf("%v is taken for %v, or not for %v", got, before, want)
			}
			before = got
		}
	}
}

// TestConvertRoundTrip: conversion is exact, so there and back is the same
// number, for every unit and each of its dimension.
func TestConvertRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(-1e9, 1e9).Draw(t, "n")
		v := Value{Lo: big.NewRat(n, 1000), Hi: big.NewRat(n, 1000), Grain: big.NewRat(1, 1000)}
		for from := range units {
			for to := range units {
				c, ok := v.Convert(from, to)
				if !ok {
					continue
				}
				if back, ok := c.Convert(to, from); !ok || !back.SameNumber(v) || back.Grain.Cmp(v.Grain) != 0 {
					t.Fatalf("%s → %s and back: %v, want %v", from, to, back.Lo, v.Lo)
				}
			}
		}
	})
}

// TestIntervalLaws: an interval holds itself, what holds another meets it,
// and rounding allowed for only widens.
func TestIntervalLaws(t *testing.T) {
	hedges := []Hedge{Plain, MoreThan, AtLeast, LessThan, AtMost, About, Nearly}
	draw := func(t *rapid.T, name string) Value {
		lo := rapid.Int64Range(0, 2000).Draw(t, name)
		width := rapid.Int64Range(0, 50).Draw(t, name+" width")
		v, _ := Parse(big.NewInt(lo).String(), big.NewInt(lo+width).String(), "", rapid.SampledFrom(hedges).Draw(t, name+" hedge"))
		return v
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw(t, "a"), draw(t, "b")
		i, j := a.Interval(), b.Interval()
		if !i.Holds(i) {
			t.Fatalf("%v does not hold itself", i)
		}
		if i.Meets(j) != j.Meets(i) {
			t.Fatalf("meeting is not mutual: %v %v", i, j)
		}
		if i.Holds(j) && !i.Meets(j) && !(b.Hedge == Nearly && b.Hi.Sign() == 0) {
			t.Fatalf("%v holds %v and does not meet it", i, j)
		}
		if !a.Rounded().Holds(i) {
			t.Fatalf("rounding narrowed %v", i)
		}
	})
}

func BenchmarkClassifying(b *testing.B) {
	x, _ := Parse("12437", "12437", "", Plain)
	y, _ := Parse("12400", "12400", "", About)
	b.Run("step=parse", func(b *testing.B) {
		for b.Loop() {
			Parse("12437", "12437", "", Plain)
		}
	})
	b.Run("step=rounds-to", func(b *testing.B) {
		for b.Loop() {
			if !x.RoundsTo(y) {
				b.Fatal("12437 does not round to 12400")
			}
		}
	})
}

func TestNear(t *testing.T) {
	for _, s := range []string{"0", "1", "-1", "0.1", "3.14159", "1234567.89", "-0.3333", "9007199254740993", "9007199254740992.5", "123456789012345678", "0.000000000000000001", "999999999999999999999999999999", "-9223372036854775808"} {
		x, ok := Decimal(s)
		if !ok {
			t.Fatalf("%s is no decimal", s)
		}
		if want, _ := x.Float64(); Near(x) != want {
			t.Errorf("%s is near %v, want %v", s, Near(x), want)
		}
	}
}

// TestRoundsWhole holds whole numbers against rationals.
func TestRoundsWhole(t *testing.T) {
	some := []int64{0, 1, -1, 2, 3, 5, 9, 10, 11, 14, 15, 16, 45, 50, 55, 90, 95, 99, 100, 101, 105, 110, 1000, 1050, -50, -55, -100, mostWhole, -mostWhole}
	for _, hedge := range []Hedge{Plain, MoreThan, AtLeast, LessThan, AtMost, About, Nearly} {
		for _, grain := range []int64{1, 2, 5, 10, 100, 1000, mostWhole} {
			for _, x := range some {
				for _, y := range some {
					want := roundsRat(big.NewRat(x, 1), big.NewRat(y, 1), Value{Grain: big.NewRat(grain, 1), Hedge: hedge})
					if got := roundsWhole(x, y, grain, hedge); got != want {
						t.Errorf("%d to %s%d by %d: %v, by rationals %v", x, hedge, y, grain, got, want)
					}
				}
			}
		}
	}
}

// TestDecimalReads holds the reading of short decimals against the library's.
func TestDecimalReads(t *testing.T) {
	for _, s := range []string{"0", "-0", "7", "-7", "007", "0.5", "-0.50", "12.25", "123456789012345678", "-123456789.012345678", "1234567890123456789", "0.0001"} {
		want, _ := new(big.Rat).SetString(s)
		if got, ok := Decimal(s); !ok || got.Cmp(want) != 0 {
			t.Errorf("%s is read as %v", s, got)
		}
	}
}
