package facts

import (
	"math"
	"strconv"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// number reads the number at tokens[0], with the magnitude word behind it, and
// says how many tokens that is. It is a rough reading, for matching only: 1.37
// million, £1.37m and 1,370,000 are one value; 18:00, 6.4.2 and 4-1 are
// whatever their digits say. internal/figure reads figures for their meaning.
func number(text string, tokens []token.Token) (value float64, used int) {
	s := text[tokens[0].Start:tokens[0].End]
	value, rest := digits(s)
	used = 1
	if m, ok := magnitude(strings.ToLower(rest)); ok {
		return value * m, used
	}
	if rest == "" && len(tokens) > 1 && tokens[1].Kind == token.Word {
		if m, ok := magnitude(strings.ToLower(text[tokens[1].Start:tokens[1].End])); ok {
			return value * m, 2
		}
	}
	return value, used
}

// digits reads the leading number of s past a currency sign, and gives what
// stands behind it. A colon or a second point joins two numbers into one: the
// value is then no quantity, but equal spellings have equal values.
func digits(s string) (value float64, rest string) {
	for s != "" && (s[0] < '0' || s[0] > '9') {
		s = s[1:]
	}
	var d decimal
	i, points := 0, 0
scan:
	for ; i < len(s) && d.n < decimalMost; i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			d.add(c)
		case c == '.' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			if points++; points == 1 {
				d.point()
			}
		case (c == ',' || c == ':') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
		case c >= 0x80 && i+1 < len(s) && digitAhead(s[i:]): // no-break and thin spaces inside a number
		default:
			break scan
		}
	}
	return d.value(), s[i:]
}

// decimal is a number as it is read. Up to 15 digits, nearly always, its value
// is a whole number that is exact by a power of ten that is exact, which rounds
// as the library does.
type decimal struct {
	whole    uint64
	n        int // bytes of text
	exponent int // 1 + the digits behind the point; 0 before it
	text     [decimalMost]byte
}

// decimalMost is how many digits and points of a number are read.
const decimalMost = 24

func (d *decimal) add(c byte) {
	d.text[d.n] = c
	d.n++
	d.whole = 10*d.whole + uint64(c-'0')
	if d.exponent != 0 {
		d.exponent++
	}
}

func (d *decimal) point() {
	d.text[d.n] = '.'
	d.n++
	d.exponent = 1
}

func (d *decimal) value() float64 {
	places := max(0, d.exponent-1)
	if d.n > 15 {
		v, _ := strconv.ParseFloat(string(d.text[:d.n]), 64)
		return v
	}
	return float64(d.whole) / powers[places]
}

// powers of ten that a float64 holds exactly.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// digitAhead reports whether a digit stands behind the bytes of one character
// of more than one byte.
func digitAhead(s string) bool {
	for i := 1; i < len(s) && i <= 4; i++ {
		if s[i] < 0x80 {
			return s[i] >= '0' && s[i] <= '9'
		}
	}
	return false
}

// magnitude is the factor of a magnitude word or suffix.
func magnitude(s string) (float64, bool) {
	if s == "" {
		return 1, false
	}
	if m, ok := magnitudes[s]; ok {
		return m, true
	}
	return 1, false
}

// magnitudes are the factors. Crore and lakh are India's; mln and bn are the
// wires'.
var magnitudes = map[string]float64{
	"million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6,
	"billion": 1e9, "billions": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9,
	"trillion": 1e12, "trillions": 1e12, "trln": 1e12, "tn": 1e12,
	"thousand": 1e3, "k": 1e3,
	"hundred": 1e2,
	"dozen":   12,
	"crore":   1e7, "cr": 1e7,
	"lakh": 1e5,
}

// spelled reads a number in words: fourteen, twenty-six, half a dozen, two
// hundred. One alone is no figure: it is a pronoun as often.
func spelled(text string, tokens []token.Token, buf *[]byte) (value float64, used int, ok bool) {
	at := func(i int) string {
		if i >= len(tokens) || tokens[i].Kind != token.Word {
			return ""
		}
		s := text[tokens[i].Start:tokens[i].End]
		if len(s) > 9 {
			return ""
		}
		*buf = fold((*buf)[:0], s)
		return string(*buf)
	}
	first := at(0)
	v, ok := small[first]
	if !ok {
		if first == "half" && at(1) == "a" && at(2) == "dozen" {
			return 6, 3, true
		}
		if first == "dozen" || first == "dozens" {
			return 12, 1, true
		}
		return 0, 0, false
	}
	used = 1
	if v >= 20 {
		next := 1
		if len(tokens) > 2 && tokens[1].Kind == token.Punct && text[tokens[1].Start:tokens[1].End] == "-" {
			next = 2
		}
		if u, ok := small[at(next)]; ok && u < 10 {
			v, used = v+u, next+1
		}
	}
	if m, ok := magnitude(at(used)); ok && at(used) != "m" && at(used) != "b" && at(used) != "k" {
		v, used = v*m, used+1
	}
	if v == 1 {
		return 0, 0, false
	}
	return v, used, true
}

var small = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90,
}

// isShort reports whether v is a whole number of no more than nine digits and
// zeros behind them; it may miss one beyond 2⁵³.
func isShort(v float64) bool {
	if v >= 1<<53 {
		return false
	}
	whole, zeros := uint64(v), uint64(1)
	for whole/zeros >= 1e9 {
		zeros *= 10
	}
	return float64(whole) == v && whole%zeros == 0
}

// figureTerm hashes a value. Common marks the values that any story may have:
// whole numbers up to 12, and 100.
func figureTerm(v float64) Term {
	whole := v == math.Trunc(v)
	if (v > 1e6 || v > 1e3 && !whole) && !isShort(v) { // 3.37e9 however it was multiplied out
		v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 9, 64), 64)
	}
	h := math.Float64bits(v) * 0x9e3779b97f4a7c15 // mix of SplitMix64, whose high bits are good
	h = (h ^ h>>32) * 0xbf58476d1ce4e5b9
	t := Term(max(h>>(64-hashBits), 1)) | Figure
	if whole && v <= 12 || v == 100 {
		t |= Common
	}
	return t
}
