package shingle

import (
	"bytes"
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// classify gives every paragraph its role. Paragraphs are looked at by
// themselves first: by the phrases of the tables (furniturerules.go) and by
// their make (stamps of time, bylines, captions, embedded posts). Then those
// that are told by what stands around them: the lines above an embedded post,
// questions and answers under their heading, lists under 'Most read', names at
// the head, sign-offs at the end.
func (p *parser) classify() {
	for i := range p.paras {
		p.paras[i].role = p.roleOf(p.paras[i])
	}
	p.embeds()
	p.sections()
	p.ends()
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
	var rules []opening
	switch {
	case p.tokens[from].Kind == token.Number:
		rules = openings["#"]
	case openingShapes.may(p.of(from)):
		rules = openings[string(p.fold(from))]
	}
	for _, r := range rules {
		if g.words <= r.most && p.begins(from, g.last, r.words) {
			if len(r.with) == 0 && len(r.to) == 0 {
				return r.role
			}
			if line := p.normal(g); bytes.Contains(line, r.with) && bytes.HasSuffix(line, r.to) {
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
		if !p.isWord(i+1+n, w) {
			return false
		}
	}
	return true
}

// isWord reports whether token i is a rule's word, in whatever case.
func (p *parser) isWord(i int, w string) bool {
	t := p.tokens[i]
	switch w {
	case "#":
		return t.Kind == token.Number
	case "-":
		return p.isDash(i)
	}
	return int(t.End-t.Start) == len(w) && strings.EqualFold(t.Of(p.text), w)
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
	tokens := p.tokens[:g.last]
	for i := triggers.passed(p.text, tokens, g.first); i < g.last; i = triggers.passed(p.text, tokens, i+1) {
		if p.tokens[i].Kind != token.Word {
			continue
		}
		for _, r := range anywheres[string(p.fold(i))] {
			if g.words <= r.most && p.holds(max(g.first, i-len(r.words)), g.last, r.words) {
				return r.role
			}
		}
	}
	return Body
}

// holds reports whether the tokens of a phrase stand in a row among the tokens
// from first on, before last.
func (p *parser) holds(first, last int, words []string) bool {
	for i := first; i+len(words) <= last; i++ {
		if p.isWord(i, words[0]) && p.begins(i, last, words) {
			return true
		}
	}
	return false
}

// menu reports a line of a page's navigation, whose items are parted by bars:
// Trending tickers | Portfolio | Upgrade. A bar inside brackets, or against a
// word, as in P(A|B), parts no items. Tables, which hold bars too, stand in
// more than two lines together; see sections.
func (p *parser) menu(g para) bool {
	if g.words > 40 || p.marks&token.Bar == 0 {
		return false
	}
	depth := 0
	for i := g.first; i < g.last; i++ {
		switch p.of(i) {
		case "(":
			depth++
		case ")":
			depth--
		case "|":
			if depth <= 0 && i > g.first && p.tokens[i-1].End < p.tokens[i].Start && (i+1 == g.last || p.tokens[i].End < p.tokens[i+1].Start) {
				return true
			}
		}
	}
	return false
}

// buttons reports a line of nothing but the names of sites and ways to share:
// Facebook Twitter WhatsApp Email.
func (p *parser) buttons(g para) bool {
	if g.words < 2 || g.words > 16 {
		return false
	}
	for i := g.first; i < g.last; i++ {
		if p.tokens[i].Kind != token.Punct && !(buttonShapes.may(p.of(i)) && buttonWords[string(p.fold(i))]) {
			return false
		}
	}
	return true
}
