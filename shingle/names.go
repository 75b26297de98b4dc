package shingle

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// byline reports 'By Ann Roe, Newsline' and its like: By, names and the words
// of bylines, no sentence.
func (p *parser) byline(g para) bool {
	if g.words < 2 || g.words > 30 || !strings.EqualFold(p.of(g.first), "by") {
		return false
	}
	names := 0
	for i := g.first + 1; i < g.last; i++ {
		switch w := p.of(i); p.tokens[i].Kind {
		case token.Word:
			folded := p.fold(i)
			switch {
			case bylineWords[string(folded)] || stampWords[string(folded)] != 0:
			case p.capital(i):
				names++
			default:
				return false
			}
		case token.Punct:
			if w == "." && i == g.last-1 || w == "?" || w == "!" || w == `"` || w == "“" {
				return false
			}
		}
	}
	return names > 0 || bylineWords[string(p.fold(g.first+1))]
}

// ends finds what is told by its place at the head or the end of the story:
// names of writers and agencies on lines of their own, and a short credit.
// A text of one paragraph has none of these.
func (p *parser) ends() {
	if len(p.paras) < 2 {
		return
	}
	for i := range p.paras[:len(p.paras)-1] {
		g := &p.paras[i]
		if g.role == Body {
			if g.role = p.names(*g); g.role == Body && p.label(*g) && p.paras[i+1].role.Furniture() {
				g.role = Notice
			}
			if g.role == Body {
				break
			}
		}
	}
	for i := len(p.paras) - 1; i > 0; i-- {
		g := &p.paras[i]
		if g.role == Body {
			if g.role = p.credit(*g); g.role == Body {
				break
			}
		}
	}
}

// label reports the name of a section: one to four words in capitals.
func (p *parser) label(g para) bool {
	for i := g.first; i < g.last; i++ {
		if s := p.of(i); p.tokens[i].Kind == token.Number || p.tokens[i].Kind == token.Word && !isUpper(s) {
			return false
		}
	}
	return g.words <= 4
}

// names is Byline for a line of nothing but writers (Ann Roe and Bo Lind in
// Velm; Ann Roe, Newsline), Credit for one that names an agency, else Body.
func (p *parser) names(g para) Role {
	if g.words < 2 || g.words > 10 {
		return p.agencyLine(g)
	}
	joins, last, staff := 0, "", true
	run, least := 0, 9 // capitalised words in a row: a name has two or more
	for i := g.first; i < g.last; i++ {
		w := p.of(i)
		switch {
		case p.tokens[i].Kind == token.Word && p.capital(i) && w != "AND":
			run++
			last = string(p.fold(i))
			staff = staff && bylineWords[last]
			continue
		case strings.EqualFold(w, "and") || w == "&":
			joins++
			least = min(least, run)
		case w == "," && i < g.last-1:
			joins++
			if least == 9 {
				least = run
			}
		case (w == "in" || w == "for" || w == "-") && i > g.first && i < g.last-1:
			if w == "-" {
				continue
			}
		default:
			return Body
		}
		run = 0
	}
	switch {
	case agencyWords[last], agencyWords[string(p.fold(g.first))] && joins > 0:
		return Credit
	case run > 0 && joins > 0 && least >= 2 && least <= 4, staff:
		return Byline
	}
	return Body
}

// agencyLine is Credit for a line of one word that names an agency or is the
// outlet's name.
func (p *parser) agencyLine(g para) Role {
	if g.words == 1 && g.last == g.first+1 && (agencyWords[string(p.fold(g.first))] || strings.EqualFold(g.Of(p.text), p.outlet)) {
		return Credit
	}
	return Body
}

// credit is the role of the last paragraph, if it is a sign-off: a dash and an
// agency's name (- PAN), a desk's initials, the agency alone, writers' names.
func (p *parser) credit(g para) Role {
	if g.words <= 3 && g.last-g.first <= 4 && p.isDash(g.first) && isUpper(p.of(g.first+1)) {
		return Credit
	}
	if p.initials(g) {
		return Credit
	}
	return p.names(g)
}

// initials reports a desk's sign-off: ks/mbd/pel, mp-lc/rgt.
func (p *parser) initials(g para) bool {
	s := g.Of(p.text)
	if len(s) > 24 || !strings.Contains(s, "/") {
		return false
	}
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			n++
		case (c == '/' || c == '-') && n >= 2 && n <= 4:
			n = 0
		default:
			return false
		}
	}
	return n >= 2 && n <= 4
}

// bylineWords are the words in lower case that bylines hold beside names.
var bylineWords = words(`by and in for from the of with at to our staff reporter reporters correspondent correspondents writer writers editor editors desk bureau special agency agencies wire
	news financial political business economic chief senior deputy foreign national international regional local court courts health science sports crime city associate contributing contributor freelance
	press service services post media graphics photos photographs words picture pictures additional reporting updated published`)

// agencyWords are what the names of news agencies end in, or are.
var agencyWords = words(`press agency agencies news newswire newswires wire wires bureau service reuters reuter ap afp upi epa epa-efe efe ansa dpa tass ria xinhua kyodo pa pti ians ani bloomberg
	belga apa ntb tt anp aap pool handout reporters staff correspondent correspondents desk`)
