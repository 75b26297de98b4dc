package shingle

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// embedded reports an embedded post: a link that only posts hold, or the
// attribution that ends one, — Name (@handle) November 3, 2023.
func (p *parser) embedded(g para) bool {
	if !p.posts || g.words > furnitureWords {
		return false
	}
	for i := g.first; i < g.last; i++ {
		t := p.tokens[i]
		switch {
		case t.Kind != token.Word:
		case t.End-t.Start > 12 && postLink(p.of(i)):
			return true
		case p.text[t.Start] == '@' && t.End-t.Start > 1 && i > g.first && p.mark(i-1, "(") && p.signed(g, i):
			return true
		}
	}
	return false
}

// mayHoldPosts reports whether there is anything in the text that embedded
// looks for: an @, or a post's link.
func mayHoldPosts(text string) bool {
	if strings.IndexByte(text, '@') >= 0 {
		return true
	}
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], '/')
		if n < 0 {
			return false
		}
		at += n
		for _, site := range postSites {
			if strings.HasSuffix(text[:at], site) {
				return true
			}
		}
	}
}

// postSites are the sites whose links, to a picture or post, a post's text holds.
var postSites = [...]string{"pic.twitter.com", "pic.x.com", "https://t.co"}

// postLink reports a link to one of them.
func postLink(s string) bool {
	for _, site := range postSites {
		if len(s) > len(site) && s[len(site)] == '/' && strings.HasPrefix(s, site) {
			return true
		}
	}
	return false
}

// signed reports whether the handle at token i stands between a dash and a
// name before it and a date behind it.
func (p *parser) signed(g para, i int) bool {
	if i+2 >= g.last || !p.mark(i+1, ")") || g.last-i > 8 {
		return false
	}
	dash := false
	for n := i - 1; n >= max(g.first, i-10); n-- {
		dash = dash || p.isDash(n)
	}
	return dash && stampWords[foldWord(p.of(i+2))]&month != 0
}

// Of the lines above an embedded post, those that belong to it are short and
// do not end a sentence as news copy does: at most so many, of so many words.
const (
	embedLines = 4
	embedWords = 60 // 280 characters
)

// embeds marks the lines that belong to the embedded post under them. What
// stands over an attribution alone, — Name (@handle) May 3, 2024, is the post's
// text, whatever it says.
func (p *parser) embeds() {
	for i := range p.paras {
		if p.paras[i].role != Embed {
			continue
		}
		alone := p.isDash(p.paras[i].first)
		for n := i - 1; n > 0 && n >= i-embedLines; n-- {
			g := &p.paras[n]
			if g.role != Body || g.words > embedWords || p.stops(*g) && !(alone && n == i-1) {
				break
			}
			g.role = Embed
		}
	}
}

// sections marks what belongs to the heading over it: questions and answers
// under 'Frequently Asked Questions', the points under 'Key takeaways', the
// items under 'Most read'. It also gives tables back to the body: three lines
// with bars in a row are no menu.
func (p *parser) sections() {
	for i := 0; i < len(p.paras); i++ {
		g := &p.paras[i]
		n := i + 1
		switch {
		case g.role == Promo && p.menu(*g):
			for n < len(p.paras) && p.paras[n].role == Promo && p.menu(p.paras[n]) {
				n++
			}
			if n-i > 2 {
				for k := i; k < n; k++ {
					p.paras[k].role = Body
				}
			}
			i = n - 1
		case g.role == Promo && g.words <= 6:
			for n < len(p.paras) && p.paras[n].role == Body && p.item(p.paras[n]) && p.paras[n].words <= 20 {
				p.paras[n].role = Promo
				n++
			}
		case g.role == FAQ && g.words <= 8:
			n = p.answers(n)
			if n == i+1 && !p.faqHead(*g) {
				g.role = Heading // over prose, not over points
			}
			i = n - 1
		}
	}
}

// answers marks the questions and answers, or the points, from paragraph n on,
// and gives the index of the first paragraph that is neither. An answer is one
// paragraph; a second one in a row ends the section, for it may be story.
func (p *parser) answers(n int) int {
	asked := false
	for ; n < len(p.paras) && p.paras[n].role == Body; n++ {
		g := &p.paras[n]
		switch {
		case p.asking(*g):
			asked = p.mark(g.last-1, "?")
		case p.item(*g):
			asked = false
		case asked:
			asked = false
		default:
			return n
		}
		g.role = FAQ
	}
	return n
}

// faqHead reports whether a heading announces questions and nothing else.
func (p *parser) faqHead(g para) bool {
	line := string(p.normal(g))
	return strings.Contains(line, " faq") || strings.Contains(line, " asked questions ")
}

// asking reports whether a paragraph is a question, or begins with one that is
// not quoted and is answered behind it.
func (p *parser) asking(g para) bool {
	for i := g.first; i < min(g.last, g.first+30); i++ {
		switch p.of(i) {
		case "?":
			return true
		case "!", `"`, "“", ";":
			return false
		case ".":
			if i > g.first+1 { // 1. How many left?
				return false
			}
		}
	}
	return false
}

// item reports a point of a list: a bullet, or a number with a period or
// bracket, begins it.
func (p *parser) item(g para) bool {
	switch p.of(g.first) {
	case "•", "*", "-", "–", "·", "‣", "▪", "●", "✓", "✔", "➤", "►":
		return true
	}
	return p.tokens[g.first].Kind == token.Number && g.first+1 < g.last && (p.mark(g.first+1, ".") || p.mark(g.first+1, ")"))
}
