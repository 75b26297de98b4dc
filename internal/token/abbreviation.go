package token

import "strings"

// abbreviation is a class of words whose final period belongs to them. The
// class tells what a capital after the period means.
type abbreviation uint8

const (
	notAbbreviated abbreviation = iota
	title                       // Mr. Gen. Dr.: a name follows, never a new sentence
	dated                       // Sept. Fri.: a number goes on with it
	company                     // Inc. Co.: a sentence ends, unless a rank or another such word follows
	place                       // Calif. Jr. Ave.: a sentence ends where a word that starts sentences follows
	initial                     // J. U.S. Ph.D.: likewise
	hours                       // a.m. p.m.: a sentence ends, unless a day or a zone follows
	loose                       // etc.: a sentence ends
	binding                     // e.g. vs. approx.: what follows belongs to it
)

// abbreviationRows are the classes' words, in lower case. All but the loose
// and the binding count only with a first capital: "sat.", "gen." in lower
// case end sentences, "mass." is a noun.
var abbreviationRows = map[abbreviation]string{
	title:   "mr mrs ms mx dr st ste gen lt col capt cmdr maj brig sgt cpl pvt adm gov sen rep reps sens rev hon prof pres supt insp det dep amb msgr fr mme mlle messrs",
	dated:   "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun",
	company: "co cos corp inc ltd llc plc",
	place: "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo " +
		"ave blvd rd mt ft bros mfg intl assn dept univ jr sr esq",
	loose:   "etc",
	binding: "vs approx incl ca cf mio mrd tsd bzw",
}

// longestAbbreviation is the length of the longest word in the table: its
// letters fill a number.
const longestAbbreviation = 8

// abbreviationTable has the words, packed.
var abbreviationTable = func() map[uint64]abbreviation {
	table := map[uint64]abbreviation{}
	for class, list := range abbreviationRows {
		for _, w := range strings.Fields(list) {
			if key, ok := packed(w); ok {
				table[key] = class
			}
		}
	}
	return table
}()

// abbreviationLengths has, by the first letter's low bits, a bit for each length
// of a word in the table.
var abbreviationLengths = func() (lengths [32]uint16) {
	for _, list := range abbreviationRows {
		for w := range strings.FieldsSeq(list) {
			lengths[w[0]&0x1f] |= 1 << len(w)
		}
	}
	return lengths
}()

// packed is a word of one to eight ASCII letters as a number, in lower case.
func packed(w string) (key uint64, ok bool) {
	if len(w) > longestAbbreviation {
		return 0, false
	}
	for i := range len(w) {
		if !isLetter(w[i]) {
			return 0, false
		}
		key = key<<8 | uint64(w[i]|0x20)
	}
	return key, true
}

// abbreviationOf is the class of the word s if a period after it belongs to it:
// s stands without its final period.
func abbreviationOf(s string) abbreviation {
	if len(s) < 2 {
		if s != "" && s[0] >= 'A' && s[0] <= 'Z' {
			return initial
		}
		return notAbbreviated
	}
	if len(s) <= longestAbbreviation && isLetter(s[0]) && abbreviationLengths[s[0]&0x1f]>>len(s)&1 == 0 && strings.IndexByte(s, '.') < 0 {
		return notAbbreviated
	}
	if key, ok := packed(s); ok {
		class := abbreviationTable[key]
		if class != loose && class != binding && s[0] >= 'a' {
			return notAbbreviated
		}
		return class
	}
	return dottedOf(s)
}

// dottedOf classes words with inner periods: U.S, p.m, e.g, Ph.D. Their parts
// are letters, at most three each, and the last is one.
func dottedOf(s string) abbreviation {
	n, dots := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '.':
			if n == 0 || n > 3 {
				return notAbbreviated
			}
			n, dots = 0, dots+1
		case isLetter(s[i]):
			n++
		default:
			return notAbbreviated
		}
	}
	switch {
	case n != 1 || dots == 0:
		return notAbbreviated
	case strings.EqualFold(s, "a.m") || strings.EqualFold(s, "p.m"):
		return hours
	case strings.EqualFold(s, "e.g") || strings.EqualFold(s, "i.e"):
		return binding
	}
	return initial
}
