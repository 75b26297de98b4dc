package similarity

import (
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
)

// maxSingle is how many tokens may stand inside single quotation marks: longer
// ones are two apostrophes far apart.
const maxSingle = 60

// quotingMarks are the marks of quotations, straightened, and the apostrophe.
var quotingMarks = wordSet("\" '' `` „ '")

// findQuotes marks what stands between double quotation marks of any style,
// or between single ones that open before a word and close behind one. A
// quotation without an end ends with its paragraph.
func (r *reading) findQuotes() {
	reuse.Zeros(&r.quoted, len(r.toks))
	if !slices.ContainsFunc(r.ids, func(id int32) bool { return r.words.of[id].flags&quoting != 0 }) {
		return // most
	}
	open := -1
	closeAt := func(t int) {
		if open+1 < t {
			r.quotes = append(r.quotes, [2]int{open + 1, t})
		}
		for k := open; k < t; k++ {
			r.quoted[k] = true
		}
		open = -1
	}
	for t := range r.toks {
		if open >= 0 && r.newParagraph(t) {
			closeAt(t)
		}
		if !r.has(t, quoting) {
			continue
		}
		mark := r.toks[t].Of(r.text)
		switch mark {
		case `"`, "“", "”", "«", "»", "„", "''", "``":
		default:
			continue
		}
		if open >= 0 && mark != "“" && mark != "«" && mark != "„" {
			closeAt(t)
			r.quoted[t] = true
		} else if open < 0 && mark != "”" {
			open = t
		}
	}
	if open >= 0 {
		closeAt(len(r.toks))
	}
	r.findSingle()
}

func (r *reading) findSingle() {
	var found [][2]int
	for t := 0; t < len(r.toks); t++ {
		if !r.has(t, quoting) || r.quoted[t] || !r.opensSingle(t) {
			continue
		}
		for e := t + 2; e < min(len(r.toks), t+maxSingle) && !r.newParagraph(e); e++ {
			m := r.toks[e].Of(r.text)
			if (m == "’" || m == "'") && r.toks[e-1].End == r.toks[e].Start && !r.quoted[e] {
				for k := t; k <= e; k++ {
					r.quoted[k] = true
				}
				found = append(found, [2]int{t + 1, e})
				t = e
				break
			}
		}
	}
	if len(found) > 0 {
		r.quotes = append(r.quotes, found...)
		slices.SortFunc(r.quotes, func(p, q [2]int) int { return p[0] - q[0] })
	}
}

func (r *reading) opensSingle(t int) bool {
	m := r.toks[t].Of(r.text)
	if m != "‘" && m != "'" || t+1 >= len(r.toks) || r.toks[t+1].Start != r.toks[t].End || !r.isWord(t+1) {
		return false
	}
	return t == 0 || r.toks[t-1].End < r.toks[t].Start || strings.Contains(`([-`, r.low(t-1))
}
