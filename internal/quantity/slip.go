package quantity

import (
	"slices"
	"strings"
)

// Slip is what a wrong number looks like: the likely way in which one was
// made from the other. "" is none that is known.
type Slip string

// The slips of digits.
const (
	SwappedDigits Slip = "swapped digits" // 57 → 75
	WrongScale    Slip = "wrong scale"    // million → billion
	DroppedZero   Slip = "dropped zero"   // 24,000 → 2,400
	AddedZero     Slip = "added zero"     // 240 → 2,400
	MovedPoint    Slip = "moved point"    // 6.82 → 68.2
	TeenForTy     Slip = "teen for ty"    // 18 → 80, fifteen → fifty
	DroppedDigit  Slip = "dropped digit"  // 1.37 → 1.7
	AddedDigit    Slip = "added digit"    // 17 → 137
	ChangedDigit  Slip = "digit changed"  // 2020 → 2022
	SignLost      Slip = "sign turned"    // -3 → 3
)

// SlipOf says how the decimal b may have been made from a by a slip. Two equal
// strings, and one that is no decimal, have none.
func SlipOf(a, b string) Slip { return DigitsOf(a).SlipTo(DigitsOf(b)) }

// Digits is a decimal taken apart, so that it may be compared with many.
type Digits struct {
	text        string
	significant string // empty where the text is no decimal, or zero
	exp         int    // the power of ten that makes the significant digits the number again
}

// DigitsOf takes a string apart.
func DigitsOf(s string) Digits {
	d := Digits{text: s}
	if isDecimal(s) {
		d.significant, d.exp = significand(s)
	}
	return d
}

// SlipTo is like SlipOf.
func (d Digits) SlipTo(to Digits) Slip {
	a, b := d.text, to.text
	if a == b {
		return ""
	}
	if strings.TrimPrefix(a, "-") == strings.TrimPrefix(b, "-") {
		return SignLost
	}
	da, ea, db, eb := d.significant, d.exp, to.significant, to.exp
	if da == "" || db == "" { // nothing is no slip for something
		return ""
	}
	if da == db {
		return shift(eb-ea, !strings.Contains(a, ".") && !strings.Contains(b, "."))
	}
	if isTeenForTy(da, ea, db, eb) || isTeenForTy(db, eb, da, ea) {
		return TeenForTy
	}
	// Digit slips are of numbers stated to one place: pad both to it.
	e := min(ea, eb)
	if by := len(da) + ea - len(db) - eb; max(ea, eb)-e > 3 || by > 1 || by < -1 {
		return "" // or of lengths that no digit left out makes
	}
	if slip := SlipOfDigits(padded(da, ea-e), padded(db, eb-e)); slip != "" || len(da)+ea != len(db)+eb {
		return slip
	}
	// One order of size: 1.37 → 1.7.
	return SlipOfDigits(da, db)
}

func padded(digits string, zeros int) string {
	if zeros == 0 {
		return digits
	}
	return digits + "000"[:zeros]
}

// SlipOfDigits says how one run of digits (of a time, a year, a date) may have
// been made from another.
func SlipOfDigits(a, b string) Slip {
	switch {
	case a == b || len(a) == 0 || len(b) == 0:
		return ""
	case len(a) == len(b) && swapped(a, b):
		return SwappedDigits
	case len(a) == len(b)+1 && oneDropped(a, b):
		return DroppedDigit
	case len(b) == len(a)+1 && oneDropped(b, a):
		return AddedDigit
	case len(a) == len(b) && len(a) > 1 && distance(a, b) == 1:
		return ChangedDigit
	}
	return ""
}

// significand is a decimal's digits without leading and trailing zeros, and
// the power of ten that makes them the number again.
func significand(s string) (digits string, exp int) {
	s = strings.TrimPrefix(s, "-")
	whole, frac, _ := strings.Cut(s, ".")
	all := strings.TrimLeft(whole+frac, "0")
	digits = strings.TrimRight(all, "0")
	return digits, len(all) - len(digits) - len(frac)
}

func shift(by int, whole bool) Slip {
	switch {
	case by%3 == 0:
		return WrongScale
	case by == -1 && whole:
		return DroppedZero
	case by == 1 && whole:
		return AddedZero
	}
	return MovedPoint
}

// isTeenForTy reports whether b says -ty where a says -teen, at one scale:
// 13 and 30, 18 million and 80 million.
func isTeenForTy(a string, ea int, b string, eb int) bool {
	return len(a) == 2 && a[0] == '1' && a[1] >= '3' && b == a[1:] && eb == ea+1
}

// swapped reports whether b is a with its digits in another order: two
// neighbours changed about, or a run of at most three turned round.
func swapped(a, b string) bool {
	first, last := -1, -1
	for i := range len(a) {
		if a[i] != b[i] {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 || last-first > 2 {
		return false
	}
	x, y := []byte(a[first:last+1]), []byte(b[first:last+1])
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// oneDropped reports whether short is long without one of its digits.
func oneDropped(long, short string) bool {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return len(short) > 1 && long[i+1:] == short[i:]
}

func distance(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}
