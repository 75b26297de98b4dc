package shingle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// How far a dateline is sought, and how far the bracket of its agency: PORT
// LUCAN, Marenga, Oct. 19, 2024 (Northgate Press) — has fourteen tokens.
const (
	datelineTokens = 28
	datelineBytes  = 200
)

// dateline gives the index of the token behind the dateline at the head of a
// paragraph, or 0. bodies is how many body paragraphs stand before it.
//
//	PLACE[/PLACE][, region][, date] (Agency) —   anywhere: the brackets tell
//	PLACE, date /Agency/ --                      likewise; also PLACE--(Agency)--
//	(Agency) —                                   first paragraph
//	Place, date (Agency) Text                    first paragraph; no dash, but a date
//	PLACE[, region][, date] —                    first paragraph, or second with a date; place in capitals, a capital behind the dash
//	PLACE: Text                                  first paragraph, likewise
func (p *parser) dateline(g para, bodies int) int {
	if bodies > 1 || !isUpper(p.of(g.first)) {
		if s := g.Of(p.text); p.marks&token.Paren == 0 || strings.IndexByte(s[:min(len(s), datelineBytes)], '(') < 0 {
			return 0
		}
	}
	limit := min(g.last, g.first+datelineTokens)
	i, capitals := p.place(g.first, limit)
	if i == g.first && !p.mark(i, "(") {
		return 0
	}
	i, dated := p.whereWhen(i, limit)
	bare := i
	i, ok := p.agency(i, limit)
	if !ok {
		return 0
	}
	agency := i > bare
	dash := i
	for dash < limit && (p.isDash(dash) || p.mark(dash, ":") && dash == i) {
		dash++
	}
	colon := dash > i && p.mark(i, ":")
	switch {
	case i == g.first, agency && bare == g.first && (bodies > 0 || dash == i):
		return 0
	case dash == i && i == g.last:
		if agency && capitals && bodies == 0 { // KARVANE (HNS) on a line of its own
			return i
		}
	case dash == i:
		if agency && dated && bodies == 0 && p.capital(i) {
			return i
		}
	case agency && (capitals || bodies == 0):
		return dash
	case capitals && p.sentenceAt(dash, g.last) && (bodies == 0 || bodies == 1 && dated) && i-g.first <= bareTokens:
		if colon && bodies == 0 && i-g.first <= 3 || !colon && p.apart(i) {
			return dash
		}
	}
	return 0
}

// whereWhen gives the index behind the regions and dates from token i on, each
// behind a comma, and whether a date is among them.
func (p *parser) whereWhen(i, limit int) (next int, dated bool) {
	for i < limit && p.mark(i, ",") {
		n := i + 1
		for n < limit && p.datePart(n) {
			n++
		}
		if n > i+1 {
			dated = true
		} else if n = p.region(i+1, limit); n == i+1 {
			break
		}
		i = n
	}
	return i, dated
}

// agency gives the index behind an agency's name at token i, in brackets or
// slashes, or i where there is none; ok is false for brackets that hold
// something else.
func (p *parser) agency(i, limit int) (next int, ok bool) {
	start := i
	for start < limit && start < i+2 && (p.isDash(start) || p.mark(start, ".")) { // KARVANE--(Newsline)--; 4. /Newsline/
		start++
	}
	switch {
	case start < limit && p.mark(start, "("):
		n := start + 1
		for n < limit && n <= start+6 && !p.mark(n, ")") {
			n++
		}
		if n == limit || !p.mark(n, ")") || n == start+1 || !p.capital(start+1) {
			return i, false
		}
		return n + 1, true
	case start+2 < limit && p.mark(start, "/") && p.capital(start+1) && p.mark(start+2, "/"):
		if start+3 < limit && p.mark(start+3, ".") {
			return start + 4, true
		}
		return start + 3, true
	}
	return i, true
}

// bareTokens is the longest dateline without an agency: SAN TELMO DE LA CRUZ,
// Colombia, May 14. Longer ones are headlines.
const bareTokens = 9

// sentenceAt reports whether a sentence begins at token i, in a paragraph that
// ends before last: a capital, but no date and no word in capitals, as behind
// the dash of a headline (COCOA OPENING - APRIL 7).
func (p *parser) sentenceAt(i, last int) bool {
	if i == last {
		return false
	}
	w := p.of(i)
	return p.capital(i) && p.tokens[i].Kind != token.Number && stampWords[foldWord(w)]&month == 0 && (len(w) <= 4 || !isUpper(w))
}

// place gives the index behind the place that begins at token i, one to six
// words, parted by hyphens, slashes or small particles, and whether they are
// in capitals.
func (p *parser) place(i, limit int) (next int, capitals bool) {
	capitals = true
	last := i
	for n := i; n < limit && n < i+10; n++ {
		w := p.of(n)
		switch {
		case p.tokens[n].Kind == token.Word && p.capital(n):
			capitals = capitals && isUpper(w)
			last = n + 1
		case n > i && (particles[w] || p.mark(n, "-") && p.joined(n) || p.mark(n, "/")):
		default:
			return last, capitals
		}
	}
	return last, capitals
}

// particles are the small words inside names of places.
var particles = map[string]bool{"de": true, "la": true, "el": true, "del": true, "do": true, "da": true, "of": true, "on": true, "sur": true, "am": true, "upon": true}

// region gives the index behind one to four capitalised words: a country,
// state or abbreviation behind the place.
func (p *parser) region(i, limit int) int {
	n := i
	for n < limit && n < i+4 && p.tokens[n].Kind == token.Word && p.capital(n) {
		n++
	}
	return n
}

// datePart reports whether token i is a part of a date.
func (p *parser) datePart(i int) bool {
	t := p.tokens[i]
	switch t.Kind {
	case token.Number:
		return len(p.of(i)) <= 4
	case token.Word:
		return stampWords[foldWord(p.of(i))]&(month|weekday) != 0
	}
	return p.mark(i, ",") && i+1 < len(p.tokens) && p.tokens[i+1].Kind == token.Number
}

func (p *parser) isDash(i int) bool {
	switch p.of(i) {
	case "-", "–", "—", "―":
		return true
	}
	return false
}

// apart reports whether white space stands before token i, or it is a long
// dash, which needs none.
func (p *parser) apart(i int) bool {
	return p.tokens[i].Start > p.tokens[i-1].End || p.of(i) == "—"
}

// joined reports whether token i stands against both of its neighbours.
func (p *parser) joined(i int) bool {
	return i+1 < len(p.tokens) && p.tokens[i-1].End == p.tokens[i].Start && p.tokens[i].End == p.tokens[i+1].Start
}

// capital reports whether what begins at token i can begin a sentence: a
// capital, a number, an opening quote, or a letter of a script without case.
func (p *parser) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.of(i))
	return !unicode.IsLower(r) && (p.tokens[i].Kind != token.Punct || r == '"' || r == '“' || r == '‘' || r == '«' || r == '\'')
}

// isUpper reports a word of two capitals or more and nothing in lower case.
// Inner apostrophes and periods do not count.
func isUpper(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// signoffTokens is the longest sign-off that is sought at a paragraph's end.
const signoffTokens = 80

// signoff gives the index of the bracket that opens a sign-off at the end of
// a paragraph, (Reporting by …; Editing by …), or 0.
func (p *parser) signoff(g para) int {
	if !p.english || !p.mark(g.last-1, ")") {
		return 0
	}
	for i := g.last - 2; i > g.first && i >= g.last-signoffTokens; i-- {
		if p.mark(i, "(") {
			switch foldWord(p.of(i + 1)) {
			case "reporting", "writing", "editing", "additional", "compiled", "edited":
				return i
			}
			return 0
		}
	}
	return 0
}
