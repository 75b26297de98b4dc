package figure

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// parser holds the items of one text and the figures found so far.
type parser struct {
	lexer
	ctx       Context
	sentences []token.Sentence
	figs      []found
	comma     bool // the comma is the decimal mark (languages other than English)
	shouting  bool
	floor     int // items before it belong to figures already made
	hitBuf    []eventHit
	says      []attribution // of the sentence that ends at item saysEnd
	saysEnd   int
	memoAt    int // the item of the last number read, which the rules ask for again
	memo      number
	memoOK    bool
	work      int // questions asked of items: what the tests of linear cost count
}

// fig is a figure in the making, as a rule returns it: items [first, last) are
// its text. Rules return it by value, most of them for nothing, so it holds
// only what a rule can tell.
type fig struct {
	reading
	first, last int
	num         int // the item at which the number proper begins
	lov, hiv    decimal
	cur         *currencyWord // the currency's name, where its country may come later
	bare        bool          // a number with no unit, currency or percent
	hyphen      bool          // joined to the next word by a hyphen: 60-seat
	lakh        bool
	mag         bool
	dozen       bool // said in dozens
	style       numStyle
}

// reading is the part of a Figure that the rules fill.
type reading struct {
	Kind     Kind
	Lo, Hi   string
	Modifier Modifier
	Unit     string
	Noun     string
	Rule     string
}

// found is a figure of the text, with what refine learns of it. Its reading is
// that of the Figure; the one in fig is spent.
type found struct {
	Figure
	fig
	sentence int
	nounAt   int // the item of its noun; 0 none
	after    int // the item behind its noun phrase
	noEvent  bool
	more     bool // "12 more", "another 12"
	ofThe    bool // "23 of the 61"
	carried  bool // its noun was carried over from another figure
}

func (p *parser) at(i int) *item {
	if uint(i) < uint(len(p.items)) {
		return &p.items[i]
	}
	return &p.items[0]
}

func (p *parser) str(i int) string {
	it := p.at(i)
	return p.text[it.start:it.end]
}

// is reports whether item i is the word s, in any case; s is in lower case.
func (p *parser) is(i int, s string) bool {
	p.work++
	it := p.at(i)
	if it.w.s != "" {
		return it.w.s == s
	}
	return it.kind == iWord && int(it.end-it.start) == len(s) && strings.EqualFold(p.text[it.start:it.end], s)
}

func (p *parser) isAny(i int, list ...string) bool {
	p.work++
	it := p.at(i)
	if it.kind != iWord {
		return false
	}
	s := it.w.s
	if s == "" {
		s = p.text[it.start:it.end]
		for _, x := range list {
			if len(x) == len(s) && strings.EqualFold(x, s) {
				return true
			}
		}
		return false
	}
	c := s[0]
	for _, x := range list {
		if len(x) == len(s) && x[0] == c && x == s { // most differ in the first byte
			return true
		}
	}
	return false
}

func (p *parser) mark(i int, m byte) bool {
	it := p.at(i)
	return it.kind == iPunct && it.mark == m
}

// lower is the item's text in lower case.
func (p *parser) lower(i int) string {
	if w := p.at(i).w; w.s != "" {
		return w.s
	}
	s := p.str(i)
	if len(s) > maxNoun {
		return s
	}
	return strings.ToLower(s)
}

// maxNoun bounds the words that are looked at as nouns: a longer run of
// letters is no word, and is never copied.
const maxNoun = 64

// glued reports whether no white space stands before item i.
func (p *parser) glued(i int) bool { return !p.at(i).gap && p.at(i).kind != iEnd }

// seed reports whether a figure may start at item i.
func (p *parser) seed(i int) bool {
	it := &p.items[i]
	switch it.kind {
	case iNum, iFrac:
		return true
	case iWord:
		return it.w.flags&fSeed != 0
	}
	return false
}

// scan finds the figures of the items, in order.
func (p *parser) scan() {
	for i := 1; i < len(p.items)-1 && len(p.figs) < MaxFigures; {
		if !p.seed(i) {
			i++
			continue
		}
		f, next, ok := p.figureAt(i)
		if ok {
			p.add(f)
		}
		if next <= i {
			next = i + 1
		}
		p.floor = max(p.floor, next)
		if !ok {
			p.floor = max(p.floor, i+1)
		}
		i = next
	}
}

// rule tries to read a figure whose number begins at item i. claimed is false
// where the rule does not apply; otherwise next is where to go on, and f is a
// figure if ok.
type rule func(p *parser, i int) (f fig, next int, ok, claimed bool)

// The rules that can apply at each sort of seed, in the order in which they
// are tried; the first that claims the item decides, with a figure or without
// one (an identifier, an idiom).
var (
	numberRules   = []rule{(*parser).refuse, (*parser).date, (*parser).clock, (*parser).age, (*parser).digitOrdinal, (*parser).joinedNumber, (*parser).amount}
	joinedRules   = []rule{(*parser).ratio, (*parser).parts, (*parser).score, (*parser).multiple, (*parser).magnitudeFirst}
	cardinalRules = append(append([]rule(nil), numberRules...), (*parser).fraction, (*parser).ordinal)
	ordinalRules  = []rule{(*parser).refuse, (*parser).date, (*parser).fraction, (*parser).ordinal}
	partRules     = []rule{(*parser).refuse, (*parser).clock, (*parser).amount, (*parser).fraction}
	calendarRules = []rule{(*parser).date}
	clockRules    = []rule{(*parser).clock}
	timesRules    = []rule{(*parser).refuse, (*parser).multiple}
	ageRules      = []rule{(*parser).age}
)

// joinedNumber tries the rules of a number that its neighbours make more than an
// amount, where one of the marks or words that they need stands beside it: most
// numbers have none.
func (p *parser) joinedNumber(i int) (f fig, next int, ok, claimed bool) {
	n, good := p.number(i)
	if !good {
		n.last = i + 1
	}
	it := p.at(n.last)
	joined := it.w.is(fJoins|fFrac) || it.kind == iPunct && (it.mark == '-' || it.mark == '/' || it.mark == 'x') ||
		p.at(i+1).mark == '/' || p.at(i-1).w.is(fJoins) || p.mark(i-1, '-') || n.lo.coef == 1 || p.at(i).w.is(fMult)
	if !joined {
		return
	}
	for _, r := range joinedRules {
		if f, next, ok, claimed = r(p, i); claimed {
			return
		}
	}
	return fig{}, 0, false, false
}

// rules picks the rules for the item.
func (it *item) rules() []rule {
	if it.kind != iWord {
		return numberRules
	}
	switch f := it.w.flags; {
	case f&(fCard|fMag|fVague) != 0:
		return cardinalRules
	case f&fOrd != 0:
		return ordinalRules
	case f&fFrac != 0:
		return partRules
	case f&(fMonth|fWeekday) != 0:
		return calendarRules
	case f&fClock != 0:
		return clockRules
	case f&fMult != 0:
		return timesRules
	}
	return ageRules
}

func (p *parser) figureAt(i int) (fig, int, bool) {
	for _, r := range p.items[i].rules() {
		if f, next, ok, claimed := r(p, i); claimed {
			return f, next, ok
		}
	}
	return fig{}, i + 1, false
}

// add appends the figure with its offsets and text.
func (p *parser) add(f fig) {
	if f.first < 1 || f.last <= f.first {
		return
	}
	start, end := int(p.items[f.first].start), int(p.items[f.last-1].end)
	if n := len(p.figs); n > 0 && p.figs[n-1].End > start {
		return
	}
	if f.num == 0 {
		f.num = f.first
	}
	p.figs = append(p.figs, found{fig: f, Figure: Figure{
		Start: start, End: end, Text: p.text[start:end],
		Kind: f.Kind, Lo: f.Lo, Hi: f.Hi, Modifier: f.Modifier, Unit: f.Unit, Noun: f.Noun, Rule: f.Rule,
	}})
}

// restate gives a figure of the text another value.
func (f *found) restate(lo, hi decimal) {
	f.lov, f.hiv = lo, hi
	f.Lo, f.Hi = lo.String(), hi.String()
}

// values fills Lo and Hi from the decimals.
func (f *fig) values(lo, hi decimal) {
	f.lov, f.hiv = lo, hi
	f.Lo, f.Hi = lo.String(), hi.String()
}
