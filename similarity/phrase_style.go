package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// dropsOut are words that house style puts in or leaves out: "said that",
// "on Tuesday", courtesy titles, and marks.
var dropsOut = wordSet(`that on mr mrs ms miss dr sir the a an of and had has`)

// styleForms are the words that house styles write in several ways; the
// first of a line stands for all. Spelling is folded by rule (canonical).
var styleForms = parseForms(`
percent % pct
km kilometre kilometres kilometer kilometers
m metre metres meter meters
cm centimetre centimetres centimeter centimeters
mm millimetre millimetres millimeter millimeters
kg kilogram kilograms kilogramme kilogrammes kilos
mile miles
hour hours hr hrs
january jan
february feb
march mar
april apr
august aug
september sept sep
october oct
november nov
december dec
us usa u.s american
uk u.k britain
un u.n
eu e.u
am a.m
pm p.m
million m mn
billion bn
ok okay
toward towards
amid amidst
while whilst
among amongst
program programme programmes programs
tire tyre
check cheque
gray grey
curb kerb
plow plough
jail gaol
email e-mail
story storey
professor prof
general gen
senator sen
governor gov
lieutenant lt
sergeant sgt
captain capt
superintendent supt
detective det
inspector insp
chief ch
learned learnt
aeroplane airplane
adviser advisor
`)

func parseForms(table string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(table) {
		words := strings.Fields(line)
		for _, w := range words {
			if out[w] == "" {
				out[w] = words[0]
			}
		}
	}
	return out
}

var spelling = strings.NewReplacer("isation", "ization", "ise", "ize", "ising", "izing", "yse", "yze", "our", "or",
	"ogue", "og", "ae", "e", "oe", "e", "ll", "l", "ence", "ense", "tre", "ter", "mme", "m")

// canonical writes a lower-case word as one house would: British and American
// spelling folded together, abbreviations without periods. It is for
// comparing, not for showing: some words are bent out of shape alike.
func canonical(low string) string {
	low = strings.TrimRight(low, ".")
	if f, ok := styleForms[low]; ok {
		return f
	}
	if n, ok := numberWords[low]; ok {
		return n
	}
	if len(low) < 4 || low[0] < 'a' || low[0] > 'z' {
		return strings.ReplaceAll(low, ".", "")
	}
	return spelling.Replace(low)
}

// style reports whether house style explains a difference: the words are the
// same once both sides are written in one style.
func (p *phrasing) style(x *passage, r wordRun) bool {
	a, b := x.a.plain(r.A), x.b.plain(r.B)
	return a == b
}

// plain writes the tokens of a range in one style, without spaces.
func (r *reading) plain(span [2]int) string {
	ids := make([]int32, 0, span[1]-span[0])
	for t := span[0]; t < span[1]; t++ {
		if low := r.low(t); (r.toks[t].Kind != token.Punct || low == "%") && !dropsOut[low] {
			ids = append(ids, r.ids[t])
		}
	}
	return r.words.plain(ids)
}

// plain writes words in one style, without spaces: numbers in figures, sixty
// four as 64.
func (x *lexicon) plain(ids []int32) string {
	var out strings.Builder
	for n := 0; n < len(ids); n++ {
		low := canonical(x.of[ids[n]].low)
		if x.of[ids[n]].kind == token.Number {
			low = strings.ReplaceAll(strings.ReplaceAll(low, ",", ""), ":", ".")
		} else if len(low) == 2 && low >= "20" && low <= "90" && n+1 < len(ids) {
			if unit := canonical(x.of[ids[n+1]].low); len(unit) == 1 && unit >= "1" && unit <= "9" {
				low = low[:1] + unit
				n++
			}
		}
		out.WriteString(low)
	}
	return out.String()
}
