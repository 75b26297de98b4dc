package shingle

import (
	"strings"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// classify gives every paragraph its role. Paragraphs are looked at by
// themselves first: by the phrases of the tables (furniturerules.go) and by
// their make (stamps of time, bylines, captions, embedded posts). Then those
// that are told by what stands around them: the lines above an embedded post,
// questions and answers under their heading, lists under 'Most read', names at
// the head, sign-offs at the end.
func (p *parser) classify() {
	found := false
	for i := range p.paras {
		p.paras[i].role = p.roleOf(p.paras[i])
		found = found || p.paras[i].role != Body
	}
	p.embeds()
	p.sections()
	p.ends(found)
	p.headings()
}

// The longest paragraph that phrases and make are looked for in: furniture is
// short, and a long paragraph that begins like it is prose.
const (
	furnitureWords  = 90
	furnitureTokens = 160
	captionWords    = 120
)

// roleOf tells a paragraph's role from itself alone.
func (p *parser) roleOf(g para) Role {
	switch {
	case g.words == 0:
		return p.marksOnly(g)
	case p.embedded(g):
		return Embed
	}
	if g.words <= furnitureWords && g.last-g.first <= furnitureTokens {
		if p.stamp(g) {
			return Notice
		}
		if p.english {
			if p.byline(g) {
				return Byline
			}
			if role := p.byPhrase(g); role != Body {
				return role
			}
		}
		if p.menu(g) || p.buttons(g) {
			return Promo
		}
	}
	if g.words <= captionWords && p.caption(g) {
		return Caption
	}
	return Body
}

// marksOnly is the role of a paragraph without words: a rule of underscores,
// asterisks or dashes is furniture, an emoji or an ellipsis may be story.
func (p *parser) marksOnly(g para) Role {
	for i := g.first; i < g.last; i++ {
		if strings.Trim(p.of(i), "_*#=~-–—|•·") != "" {
			return Body
		}
	}
	return Notice
}

// normal is the paragraph for the tables: its tokens in lower case, parted by
// spaces, numbers as #, with a space at both ends. It is valid until the next
// call.
func (p *parser) normal(g para) []byte {
	p.line = append(p.line[:0], ' ')
	for i := g.first; i < g.last; i++ {
		s := p.of(i)
		switch {
		case p.tokens[i].Kind == token.Number:
			s = "#"
		case s == "’" || s == "‘":
			s = "'"
		case s == "“" || s == "”":
			s = `"`
		case s == "—" || s == "–" || s == "―":
			s = "-"
		}
		for j := 0; j < len(s); {
			c := s[j]
			switch {
			case c >= 'A' && c <= 'Z':
				p.line = append(p.line, c|0x20)
			case strings.HasPrefix(s[j:], "’"):
				p.line = append(p.line, '\'')
				j += len("’") - 1
			default:
				p.line = append(p.line, c)
			}
			j++
		}
		p.line = append(p.line, ' ')
	}
	return p.line
}

// byPhrase finds the role by the tables. The paragraph is made normal only if
// its first tokens are a rule's, or one of its words is a trigger.
func (p *parser) byPhrase(g para) Role {
	from := g.first
	for from < g.last-1 && p.tokens[from].Kind == token.Punct && strings.Contains("*>•-–—―|", p.of(from)) {
		from++
	}
	key := p.fold(from)
	if p.tokens[from].Kind == token.Number {
		key = append(key[:0], '#')
	}
	for _, r := range openings[string(key)] {
		if g.words <= r.most && p.begins(from, g.last, r.words) {
			if r.with == "" && r.to == "" {
				return r.role
			}
			if line := string(p.normal(g)); strings.Contains(line, r.with) && strings.HasSuffix(line, r.to) {
				return r.role
			}
		}
	}
	if g.words <= anywhereWords {
		return p.anywhere(g)
	}
	return Body
}

// begins reports whether the tokens from i on, before last, are those of a
// rule, the first of which is known to be.
func (p *parser) begins(i, last int, words []string) bool {
	if i+len(words) > last {
		return false
	}
	for n, w := range words[1:] {
		t := p.tokens[i+1+n]
		switch w {
		case "#":
			if t.Kind != token.Number {
				return false
			}
		case "-":
			if !p.isDash(i + 1 + n) {
				return false
			}
		default:
			if int(t.End-t.Start) != len(w) || !strings.EqualFold(t.Of(p.text), w) {
				return false
			}
		}
	}
	return true
}

// fold is token i in lower case, as far as its letters are ASCII, with a
// straight apostrophe. It is valid until the next call.
func (p *parser) fold(i int) []byte {
	p.word = p.word[:0]
	s := p.of(i)
	for j := 0; j < len(s); j++ {
		switch c := s[j]; {
		case c >= 'A' && c <= 'Z':
			p.word = append(p.word, c|0x20)
		case c == 0xe2 && strings.HasPrefix(s[j:], "’"):
			p.word = append(p.word, '\'')
			j += len("’") - 1
		default:
			p.word = append(p.word, c)
		}
	}
	return p.word
}

// anywhere finds the role by the phrases sought anywhere: those whose rarest
// word, the trigger, is in the paragraph.
func (p *parser) anywhere(g para) Role {
	for i, t := range p.tokens[g.first:g.last] {
		first, last := (p.text[t.Start]|0x20)-'a', (p.text[t.End-1]|0x20)-'a'
		if first >= 26 || last >= 26 || triggerShapes[first][last]>>(t.End-t.Start)&1 == 0 {
			continue
		}
		for _, r := range anywheres[string(p.fold(g.first+i))] {
			if g.words <= r.most && strings.Contains(string(p.normal(g)), r.phrase) {
				return r.role
			}
		}
	}
	return Body
}

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
			folded := string(p.fold(i))
			switch {
			case bylineWords[folded] || stampWords[folded] != 0:
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

// stamp reports a paragraph that is nothing but when: a date or a time of day,
// with words like updated, published, min read, and the name of a section
// before a bar.
func (p *parser) stamp(g para) bool {
	if g.words > 24 {
		return false
	}
	var has stampPart
	strange, bars, dotted := 0, 0, false // dotted: 23.40 is a time of day beside a zone or a year, else a price
	for i := g.first; i < g.last; i++ {
		w := p.of(i)
		switch p.tokens[i].Kind {
		case token.Number:
			has |= numberPart(w)
			dotted = dotted || len(w) == 5 && w[2] == '.'
		case token.Word:
			if part := stampWords[string(p.fold(i))]; part != 0 {
				has |= part
			} else if strange++; strange > 2 {
				return false
			}
		case token.Punct:
			switch w {
			case "|", "/", "•", "·":
				bars++
			case ",", ":", "-", "–", "—", "(", ")", ".":
			default:
				return false
			}
		default:
			return false
		}
	}
	if dotted && has&(zone|year) != 0 {
		has |= clock
	}
	if strange > 0 && (bars == 0 || has&(clock|year) == 0) {
		return false
	}
	dated := has&(month|slashed) != 0 && has&(year|slashed) != 0 && has&(day|slashed) != 0
	return dated || has&clock != 0 && has&(month|weekday|stampCue) != 0 || has&number != 0 && has&reading != 0 ||
		has&number != 0 && (has&stampCue != 0 && has&year != 0 || has&ago != 0)
}

// numberPart is what a number can be in a stamp.
func numberPart(w string) stampPart {
	part := number
	digits := strings.TrimRight(w, "stndrhamp.STNDRHAMP")
	switch {
	case strings.Contains(w, ":"), len(digits) < len(w) && (w[len(w)-1]|0x20 == 'm' || strings.HasSuffix(w, "m.")):
		return part | clock
	case len(w) == 4 && (w[:2] == "19" || w[:2] == "20"):
		return part | year
	case len(digits) <= 2:
		return part | day
	case len(w) >= 8 && strings.Count(w, ".") == 2:
		return part | slashed
	}
	return part
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

// menu reports a line of a page's navigation, whose items are parted by bars:
// Trending tickers | Portfolio | Upgrade. Tables, which hold bars too, stand
// in more than two lines together; see sections.
func (p *parser) menu(g para) bool {
	if g.words > 40 {
		return false
	}
	return strings.IndexByte(g.Of(p.text), '|') >= 0
}

// buttons reports a line of nothing but the names of sites and ways to share:
// Facebook Twitter WhatsApp Email.
func (p *parser) buttons(g para) bool {
	if g.words < 2 || g.words > 16 {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if p.tokens[i].Kind != token.Punct && !buttonWords[string(p.fold(i))] {
			return false
		}
	}
	return true
}

// ends finds what is told by its place at the head or the end of the story:
// names of writers and agencies on lines of their own, and a short credit.
// found says whether any furniture is there at all; a text of one paragraph
// has none of these.
func (p *parser) ends(found bool) {
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

// headings finds headings inside the body: a short line between paragraphs,
// without a full stop, in title case or capitals or a question.
func (p *parser) headings() {
	for i := range p.paras {
		g := &p.paras[i]
		if g.role != Body || g.words == 0 || g.words > 14 || i+1 >= len(p.paras) || i == 0 {
			continue
		}
		if next := p.paras[i+1]; next.words <= g.words || !p.stops(next) {
			continue
		}
		if p.mark(g.last-1, "?") && p.capital(g.first) && !p.quotes(*g) || p.titleCase(*g) {
			g.role = Heading
		}
	}
}

// stops reports whether a paragraph ends a sentence.
func (p *parser) stops(g para) bool {
	for i := g.last - 1; i >= g.first; i-- {
		switch p.of(i) {
		case ".", "!", "?", "…", "。":
			return true
		case `"`, "”", "'", "’", ")", "]", "»":
			continue
		}
		s := p.of(i)
		return p.tokens[i].Kind == token.Word && s[len(s)-1] == '.'
	}
	return false
}

// quotes reports whether a quotation mark stands in the paragraph.
func (p *parser) quotes(g para) bool {
	return strings.ContainsAny(g.Of(p.text), `"“”«»`)
}

// titleCase reports a line in capitals or with a capital in all its longer
// words, without a number but at its head and without a full stop or comma at
// its end.
func (p *parser) titleCase(g para) bool {
	long := 0
	for i := g.first; i < g.last; i++ {
		switch p.tokens[i].Kind {
		case token.Punct:
			if i == g.last-1 && !p.mark(i, ":") && !p.mark(i, "?") && !p.mark(i, "!") {
				return false
			}
		case token.Number:
			if i > g.first {
				return false
			}
		case token.Word:
			if s := p.of(i); utf8.RuneCountInString(s) > 3 {
				if !p.capital(i) {
					return false
				}
				long++
			}
		}
	}
	return long > 0
}
