package similarity

import (
	"bytes"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
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
func (p *phrasing) style(x *passage, r wordRun) bool { return p.samePlain(x.a, r.A, x.b, r.B) }

// samePlain reports whether two ranges of tokens are the same, written in one
// style.
func (p *phrasing) samePlain(r *reading, a [2]int, s *reading, b [2]int) bool {
	return p.oneStyle(p.counted(0, r, a), p.counted(1, s, b))
}

// counted are the words of a range that style leaves in, in a room of two.
func (p *phrasing) counted(room int, r *reading, span [2]int) []int32 {
	ids := p.styleRoom[room][:0]
	for t := span[0]; t < span[1]; t++ {
		if (r.toks[t].Kind != token.Punct || r.is(t, "%")) && !r.has(t, droppable) {
			ids = append(ids, r.ids[t])
		}
	}
	p.styleRoom[room] = ids
	return ids
}

// oneStyle reports whether words are the same, written in one style.
func (p *phrasing) oneStyle(a, b []int32) bool {
	p.plainRoom[0] = p.appendPlain(p.plainRoom[0][:0], a)
	p.plainRoom[1] = p.appendPlain(p.plainRoom[1][:0], b)
	return bytes.Equal(p.plainRoom[0], p.plainRoom[1])
}

// appendPlain writes words in one style, without spaces: numbers in figures,
// sixty four as 64.
func (p *phrasing) appendPlain(dst []byte, ids []int32) []byte {
	for n := 0; n < len(ids); n++ {
		low := p.canonical(ids[n])
		if p.words.of[ids[n]].kind == token.Number {
			low = strings.ReplaceAll(strings.ReplaceAll(low, ",", ""), ":", ".")
		} else if len(low) == 2 && low >= "20" && low <= "90" && n+1 < len(ids) {
			if unit := p.canonical(ids[n+1]); len(unit) == 1 && unit >= "1" && unit <= "9" {
				dst = append(append(dst, low[0]), unit...)
				n++
				continue
			}
		}
		dst = append(dst, low...)
	}
	return dst
}

// canonical is the canonical form of a word, worked out once.
func (p *phrasing) canonical(id int32) string {
	if len(p.canon) == 0 {
		reuse.Zeros(&p.canon, len(p.words.of))
	}
	if p.canon[id] == "" { // or a mark, which has none
		p.canon[id] = canonical(p.words.of[id].low)
	}
	return p.canon[id]
}
