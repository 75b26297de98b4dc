package figure

import "strings"

// The words of numbers.

var cardinals = strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve
	thirteen fourteen fifteen sixteen seventeen eighteen nineteen`)

var tens = strings.Fields(`twenty thirty forty fifty sixty seventy eighty ninety`)

var ordinals = strings.Fields(`zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
	thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth`)

var tenths = strings.Fields(`twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth`)

// magnitudes are the words and signs of powers of ten; the letters alone (m,
// b, k, t) count only behind a currency sign or before a counted noun.
var magnitudes = map[string]int{
	"hundred": 2, "thousand": 3, "thou": 3, "k": 3, "lakh": 5, "lac": 5, "lakhs": 5, "lacs": 5,
	"million": 6, "mln": 6, "mn": 6, "mio": 6, "mil": 6, "mlns": 6, "m": 6, "mm": 6, "crore": 7, "crores": 7, "cr": 7,
	"billion": 9, "bn": 9, "bln": 9, "blns": 9, "bil": 9, "b": 9, "milliard": 9,
	"trillion": 12, "tn": 12, "trn": 12, "trln": 12, "tln": 12, "quadrillion": 15,
}

// vagueWords are plural magnitudes with the range that they stand for.
var vagueWords = map[string]int{
	"hundreds": 2, "thousands": 3, "lakhs": 5, "millions": 6, "crores": 7, "billions": 9, "trillions": 12,
}

// fractionWords are the names of parts; plurals are added.
var fractionWords = map[string]int64{
	"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
	"hundredth": 100, "thousandth": 1000, "millionth": 1000000,
}

// multiples are verbs and adjectives of multiplication; 0 stands for a half.
var multiples = map[string]int64{
	"doubled": 2, "doubles": 2, "doubling": 2, "double": 2, "twice": 2, "twofold": 2,
	"tripled": 3, "triples": 3, "tripling": 3, "triple": 3, "trebled": 3, "trebles": 3, "trebling": 3, "treble": 3, "thrice": 3, "threefold": 3,
	"quadrupled": 4, "quadruples": 4, "quadrupling": 4, "quadruple": 4, "fourfold": 4,
	"quintupled": 5, "quintupling": 5, "quintuple": 5, "fivefold": 5, "sextupled": 6, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "twentyfold": 20, "hundredfold": 100, "thousandfold": 1000,
	"halved": 0, "halves": 0, "halving": 0, "halve": 0,
}

func addNumberWords(m lexMap) {
	card := func(s string, n int64) {
		w := m.get(s)
		w.flags |= fCard
		w.n = n
	}
	for n, s := range cardinals {
		card(s, int64(n))
	}
	for n, s := range tens {
		card(s, int64(n+2)*10)
	}
	card("nil", 0)
	card("nought", 0)
	card("naught", 0)
	card("fourty", 40)
	ord := func(s string, n int64) {
		w := m.get(s)
		w.flags |= fOrd
		w.ord = n
	}
	for n, s := range ordinals {
		if n > 0 {
			ord(s, int64(n))
		}
	}
	for n, s := range tenths {
		ord(s, int64(n+2)*10)
	}
	ord("hundredth", 100)
	ord("thousandth", 1000)
	ord("millionth", 1000000)
	for s, mag := range magnitudes {
		w := m.get(s)
		w.mag = mag
		if len(s) > 1 && s != "thou" && s != "mil" && s != "bil" && s != "cr" && s != "mm" {
			w.flags |= fMag
		} else {
			w.flags |= fSeedExtra
		}
	}
	for s, mag := range vagueWords {
		w := m.get(s)
		w.flags |= fVague
		w.mag = mag
	}
	for _, s := range []string{"dozens", "scores", "tens"} {
		m.get(s).flags |= fVague
	}
	m.get("dozen").flags |= fMag
	m.get("dozen").n = 12
	for s, n := range fractionWords {
		w := m.get(s)
		w.flags |= fFrac
		w.frac = n
		plural := s + "s"
		if s == "half" {
			plural = "halves"
		}
		if plural != "seconds" {
			w = m.get(plural)
			w.flags |= fFrac
			w.frac = n
		}
	}
	for s, n := range multiples {
		w := m.get(s)
		w.flags |= fMult
		w.n = n
	}
}
