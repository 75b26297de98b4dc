package figure

import (
	"math/bits"
	"strconv"
	"strings"
)

// maxDigits bounds the digits of a number: 10^18 is the largest power of ten
// in a uint64 with room to add, and no news figure is longer. A longer run of
// digits is an identifier.
const maxDigits = 18

// decimal is an exact decimal: coef · 10^exp, negative if neg. The zero value
// is zero. Operations that would lose a digit report ok false.
type decimal struct {
	neg  bool
	coef uint64
	exp  int
}

func whole(n int64) decimal {
	if n < 0 {
		return decimal{neg: true, coef: uint64(-n)}
	}
	return decimal{coef: uint64(n)}
}

// shift is d · 10^n.
func (d decimal) shift(n int) decimal {
	d.exp += n
	return d
}

// norm takes trailing zeros out of the coefficient.
func (d decimal) norm() decimal {
	if d.coef == 0 {
		return decimal{}
	}
	for d.coef%10 == 0 {
		d.coef /= 10
		d.exp++
	}
	return d
}

// mul is d · n.
func (d decimal) mul(n uint64) (decimal, bool) {
	d = d.norm()
	hi, lo := bits.Mul64(d.coef, n)
	d.coef = lo
	return d, hi == 0
}

// align writes both over the smaller exponent.
func align(a, b decimal) (x, y decimal, ok bool) {
	a, b = a.norm(), b.norm()
	if a.coef == 0 {
		a.exp = b.exp
	}
	if b.coef == 0 {
		b.exp = a.exp
	}
	for a.exp > b.exp {
		hi, lo := bits.Mul64(a.coef, 10)
		if hi != 0 {
			return a, b, false
		}
		a.coef, a.exp = lo, a.exp-1
	}
	for b.exp > a.exp {
		hi, lo := bits.Mul64(b.coef, 10)
		if hi != 0 {
			return a, b, false
		}
		b.coef, b.exp = lo, b.exp-1
	}
	return a, b, true
}

// add is a + b for two of one sign; the sign is a's.
func (d decimal) add(b decimal) (decimal, bool) {
	x, y, ok := align(d, b)
	if !ok {
		return d, false
	}
	sum, carry := bits.Add64(x.coef, y.coef, 0)
	x.coef, x.neg = sum, d.neg
	return x, carry == 0
}

// cmp orders a and b by value: -1, 0, 1.
func (d decimal) cmp(b decimal) int {
	a := d.norm()
	b = b.norm()
	if a.neg != b.neg {
		if a.neg {
			return -1
		}
		return 1
	}
	sign := 1
	if a.neg {
		sign = -1
	}
	x, y, ok := align(a, b)
	switch {
	case !ok: // so far apart that the digits before the point decide
		if digits(a.coef)+a.exp < digits(b.coef)+b.exp {
			return -sign
		}
		return sign
	case x.coef < y.coef:
		return -sign
	case x.coef > y.coef:
		return sign
	}
	return 0
}

func digits(n uint64) int {
	k := 1
	for n >= 10 {
		n /= 10
		k++
	}
	return k
}

// ratio is n/d to four decimal places, half rounded up (to ten where four
// would leave nothing).
func ratio(n, d uint64) (decimal, bool) {
	if d == 0 || n > 1e8 || d > 1e12 {
		return decimal{}, false
	}
	v := decimal{coef: (n*20000 + d) / (2 * d), exp: -4}.norm()
	if v.coef == 0 && n > 0 { // one in 100,000: a digit more than nothing
		v = decimal{coef: (n*20000000000 + d) / (2 * d), exp: -10}.norm()
	}
	return v, true
}

// String writes the value without a leading plus or trailing zeros.
func (d decimal) String() string {
	d = d.norm()
	if d.coef == 0 {
		return "0"
	}
	if d.exp == 0 && !d.neg {
		return strconv.FormatUint(d.coef, 10)
	}
	if -maxDigits < d.exp && d.exp <= maxDigits {
		return d.short()
	}
	s := strconv.FormatUint(d.coef, 10)
	switch {
	case d.exp > 0:
		s += strings.Repeat("0", d.exp)
	case d.exp < 0:
		if pad := -d.exp - len(s) + 1; pad > 0 {
			s = strings.Repeat("0", pad) + s
		}
		s = s[:len(s)+d.exp] + "." + s[len(s)+d.exp:]
	}
	if d.neg {
		return "-" + s
	}
	return s
}

// short is String for a normal exponent of at most maxDigits, written into one
// buffer: a sign, twenty digits of a coefficient, zeros and a point.
func (d decimal) short() string {
	var buf [2*maxDigits + 8]byte
	at := len(buf)
	for n := 0; n < d.exp; n++ {
		at--
		buf[at] = '0'
	}
	for n, c := 0, d.coef; c > 0 || n <= -d.exp; n, c = n+1, c/10 {
		if n == -d.exp && n > 0 {
			at--
			buf[at] = '.'
		}
		at--
		buf[at] = byte('0' + c%10)
	}
	if d.neg {
		at--
		buf[at] = '-'
	}
	return string(buf[at:])
}

// int64 is the value where it is a whole number of moderate size.
func (d decimal) int64() (int64, bool) {
	d = d.norm()
	if d.exp < 0 || d.exp+digits(d.coef) > maxDigits {
		return 0, false
	}
	n := int64(d.coef)
	for range d.exp {
		n *= 10
	}
	if d.neg {
		n = -n
	}
	return n, true
}

// parseDigits reads a number as written with digits: 1400, 1,400, 1.400,50,
// 1'400, 12,34,567, .5. Where comma is false a comma or point between groups
// of three is a separator by the English reading; where it is true a lone
// comma is the decimal mark and a lone point before three digits separates.
func parseDigits(s string, comma bool) (d decimal, style numStyle, ok bool) {
	var seps [maxDigits + 2]struct {
		at   int // digits before it
		mark byte
	}
	nsep, ndig := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			if ndig == maxDigits {
				return d, 0, false
			}
			d.coef = d.coef*10 + uint64(c-'0')
			ndig++
		case c == '.' || c == ',' || c == '\'' || c == ' ':
			if nsep == len(seps) {
				return d, 0, false
			}
			seps[nsep].at, seps[nsep].mark = ndig, c
			nsep++
		case c == 0xe2 || c == 0xc2: // ’, thin and no-break spaces separate groups
			if nsep == len(seps) {
				return d, 0, false
			}
			seps[nsep].at, seps[nsep].mark = ndig, '\''
			nsep++
			if c == 0xe2 {
				i++
			}
			i++
		default:
			return d, 0, false
		}
	}
	if ndig == 0 {
		return d, 0, false
	}
	if s[0] == '0' && ndig > 1 && (nsep == 0 || seps[0].at > 1) {
		style |= styleZero
	}
	if ndig == 4 && nsep == 0 {
		style |= stylePlain4
	}
	if nsep == 0 {
		return d, style, true
	}
	last := seps[nsep-1]
	tail := ndig - last.at
	decimalMark := false
	switch {
	case last.mark == '\'' || last.mark == ' ':
	case nsep == 1 && last.mark == ',':
		decimalMark = comma || tail != 3 || seps[0].at == 0 || s[0] == '0'
		if decimalMark && !comma && tail > 2 {
			return d, 0, false
		}
	case nsep == 1 && last.mark == '.':
		decimalMark = !(comma && tail == 3 && seps[0].at <= 3)
	default:
		decimalMark = last.mark != seps[nsep-2].mark && last.mark != '\''
	}
	groups := nsep
	if decimalMark {
		groups--
		d.exp = -tail
		style |= stylePoint
	}
	for k := 0; k < groups; k++ {
		end := ndig
		if k+1 < nsep {
			end = seps[k+1].at
		}
		size := end - seps[k].at
		lastGroup := k == groups-1
		if seps[k].mark != seps[0].mark || lastGroup && size != 3 || !lastGroup && size != 3 && size != 2 || seps[k].at == 0 || seps[0].at > 3 {
			return d, 0, false
		}
	}
	if groups > 0 {
		style |= styleGrouped
	}
	if ndig > 1 && s[0] == '0' && groups > 0 {
		return d, 0, false
	}
	return d, style, true
}

// numStyle is how a number was written.
type numStyle uint8

const (
	styleZero    numStyle = 1 << iota // 0640, 007
	stylePlain4                       // 1998
	styleGrouped                      // 1,400
	stylePoint                        // 1.5
	styleWords                        // seven
	styleFrac                         // 7-1/2, 2¼
	styleCapital                      // Seven
)
