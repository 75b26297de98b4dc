package shingle

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/token"
)

// caption reports a photo caption by the credit that ends it:
//
//	EPA-EFE/CLEMENS BILAN   REUTERS/Ann Roe   AP Photo/Ann Roe, File
//	(Image: PU Wire)   (Handout via X)   Credit: X   Photograph: X/Agency
//
// Behind a credit no full stop stands, or a bracket holds all of it.
func (p *parser) caption(g para) bool {
	if p.mark(g.last-1, ")") {
		for i := g.last - 2; i >= g.first && i > g.last-creditTokens; i-- {
			if p.mark(i, "(") {
				return p.creditIn(i+1, g.last-1)
			}
		}
		return false
	}
	if p.stops(g) {
		return false
	}
	// The last sentence, at most creditTokens long.
	from := g.last
	for from > g.first && from > g.last-creditTokens && !p.mark(from-1, ".") {
		from--
	}
	if from == g.first && g.last-g.first > 6 && !p.slashName(from, g.last) {
		return p.labelled(g)
	}
	return p.slashName(from, g.last) || from > g.first && p.creditIn(from, g.last)
}

// creditTokens is the longest credit: Photograph: Ann Roe/Newsline via
// Getty Images.
const creditTokens = 14

// creditIn reports whether tokens [from, to) begin with the word of a credit,
// or hold a name behind an agency's and a slash.
func (p *parser) creditIn(from, to int) bool {
	if from >= to {
		return false
	}
	if p.slashName(from, to) {
		return true
	}
	switch w := foldWord(p.of(from)); w {
	case "photo", "photograph", "picture", "image", "pictures", "images", "credit", "photos":
		return from+1 < to && (p.mark(from+1, ":") || p.mark(from+1, "/") || p.isWord(from+1, "by") || p.isWord(from+1, "courtesy"))
	case "handout", "courtesy", "file":
		return true
	}
	for i := from; i+1 < to; i++ {
		for _, credit := range credits {
			if p.isWord(i, credit[0]) && p.isWord(i+1, credit[1]) {
				return true
			}
		}
	}
	return false
}

// credits are what credits hold.
var credits = [...][2]string{{"getty", "images"}, {"ap", "photo"}, {"file", "photo"}, {"via", "ap"}, {"via", "reuters"}, {"via", "getty"}, {"handout", "via"}}

// labelled reports a credit word with a colon inside the last tokens of a
// caption that has no full stop: … Karvane. Credit: AUN, or … Photo: X.
func (p *parser) labelled(g para) bool {
	for i := g.last - 2; i > g.first && i > g.last-creditTokens; i-- {
		if p.mark(i, ":") {
			switch foldWord(p.of(i - 1)) {
			case "credit", "photo", "photograph", "picture", "image":
				return true
			}
			return false
		}
	}
	return false
}

// slashName reports AGENCY/Name among tokens [from, to): two capitals or more
// before the slash, a name or POOL behind it.
func (p *parser) slashName(from, to int) bool {
	if p.marks&token.Slash == 0 {
		return false
	}
	for i := from + 1; i+1 < to; i++ {
		if !p.mark(i, "/") || p.tokens[i-1].Kind != token.Word || p.tokens[i+1].Kind != token.Word {
			continue
		}
		agency, name := p.of(i-1), p.of(i+1)
		r, _ := utf8.DecodeRuneInString(name)
		if unicode.IsUpper(r) && (agencyWords[strings.ToLower(agency)] || strings.EqualFold(agency, "photo") || strings.EqualFold(agency, "images")) {
			return true
		}
	}
	return false
}
