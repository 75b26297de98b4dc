package similarity

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
	"github.com/wirediff/wirediff/internal/token"
)

// mention is a figure where it stands, ready to be compared.
type mention struct {
	fig     *Figure
	kind    kindBit
	value   quantity.Value // where numeric
	numeric bool
	hedge   figure.Modifier // the modifier, or of a conversion in brackets the fact's
	approx  float64         // the low end, for weighing evidence only; classes use value
	noun    string          // the counted noun as canonicalWord has it
	sent    int             // index in figureText.sents
	first   int             // its tokens
	last    int
	context []contextWord   // the words around it, by form, each with its nearness as weight
	order   float64         // where in the text it stands, 0 to 1
	span    string          // of a rate: the span that follows, where the figure's Per names none
	gain    int             // 1 beside "profit" or "up", -1 beside "loss" or "down"
	old     bool            // given as a value that was wrong: "corrects from 30", "14, not 12"
	butFor  bool            // "all but nine": counts those left out
	person  string          // of an age in apposition: the last word of the name before it
	fate    string          // what befell the counted, where that is no event of a figure: "infected"
	change  bool            // the words beside it give it out as a change and no level
	more    bool            // as what comes on top of others
	slips   quantity.Digits // of the low end
	digits  int             // significant digits of the low end
	grain   float64         // of the value, about
	slot    int             // 1 + index of the slot that the fact it leads is in; 0 none yet
	n       int             // its number among its text's mentions, from 1; 0 for one that is none of them
}

// fact is a figure with its conversions in brackets: "2,000 acres (809
// hectares)" is one fact. The first mention leads.
type fact []*mention

func (f fact) lead() *mention { return f[0] }

// conversionOf makes a figure of the conversion that the grammar hung on f,
// where the grammar did not give it as a figure of its own too.
func (r *figureText) conversionOf(f *Figure, i int) *Figure {
	c := f.Converted
	if c == nil {
		return nil
	}
	for _, o := range r.figures[i+1 : min(i+3, len(r.figures))] {
		if o.Field == f.Field && o.Start < c.End && c.Start < o.End {
			return nil
		}
	}
	g := *f
	g.Start, g.End, g.Text, g.Lo, g.Hi, g.Unit = c.Start, c.End, c.Text, c.Lo, c.Hi, c.Unit
	g.Modifier, g.Grain, g.Converted = "", "", nil
	return &g
}

func (r *figureText) mentionOf(f *Figure) mention {
	a := r.article
	m := mention{fig: f, kind: kindBits[f.Kind], sent: f.Sentence, noun: nounOf(f.Noun), hedge: f.Modifier, slips: quantity.DigitsOf(f.Lo), digits: significantDigits(f.Lo)}
	m.value, m.numeric = quantity.Parse(f.Lo, f.Hi, f.Grain, quantity.Hedge(f.Modifier))
	switch f.Kind {
	case figure.Date, figure.Time, figure.Score:
		m.numeric = false
	}
	if f.Kind == figure.Fraction && m.numeric {
		m.value.Grain = grainOfFraction(m.value)
	}
	if m.numeric {
		m.approx, m.grain = quantity.Near(m.value.Lo), quantity.Near(m.value.Grain)
	}
	l := r.line(f.Field)
	from, to := 0, len(l.tokens)
	loose := false
	if f.Field == "title" {
		m.sent = len(a.Sentences)
	} else if m.sent >= 0 && m.sent < len(a.Sentences) {
		from, to = a.Sentences[m.sent].First, a.Sentences[m.sent].Last
		m.order = float64(f.Start) / float64(len(a.Text)+1)
	} else {
		m.sent, loose = 0, true
	}
	m.first, m.last = tokensIn(l.tokens, f.Start, f.End)
	sentence := r.sents[m.sent]
	if loose { // in no sentence
		sentence = r.window(max(0, m.first-contextReach), min(to, m.last+contextReach))
	}
	m.context = r.surroundings(sentence, from, to, m.first, m.last)
	before, after := l.cut(min(from, m.first), m.first), l.cut(min(m.last, to), to)
	if n := after.predicate(); n != "" && f.Kind == figure.Count {
		m.noun = nounOf(n)
	}
	m.span = after.spanAfter()
	m.gain = before.gainBeside()
	m.old = before.givenAsWrong()
	if n := m.first - 2; n >= from && n+1 < len(l.tokens) {
		m.butFor = l.low(n) == "all" && l.low(n+1) == "but"
	}
	if f.Kind == figure.Age && m.first < len(l.tokens) {
		m.person = before.namedBefore()
	}
	m.fate = fateBeside(before, after)
	return m
}

// per is the span of time that a rate is per, "" for none.
func (m *mention) per() string {
	if m.fig.Per != "" {
		return m.fig.Per
	}
	return m.span
}

// spanAfter is the span of "a day", "per year" within the few words behind a
// figure, before any mark: "46,000 barrels of oil a day".
func (after line) spanAfter() string {
	for i := 0; i+1 < min(len(after.tokens), contextReach/2+1) && after.tokens[i].Kind != token.Punct; i++ {
		switch after.low(i) {
		case "a", "an", "per", "each", "every":
			if w := after.low(i + 1); timeSpans[w] {
				return w
			}
		}
	}
	return ""
}

// gainBeside tells profit from loss by the word before a figure.
func (before line) gainBeside() int {
	if len(before.tokens) == 0 {
		return 0
	}
	switch before.low(len(before.tokens) - 1) {
	case "profit", "gain", "up", "plus":
		return 1
	case "loss", "deficit", "down", "minus":
		return -1
	}
	return 0
}

// namedBefore is the last word of the name that an age in apposition follows
// ("Ruth Delacour, 63"), lower case; "" where none does.
func (before line) namedBefore() string {
	n := len(before.tokens)
	if n < 3 || before.of(n-1) != "," || !capitalised(before.of(n-2)) || !capitalised(before.of(n-3)) {
		return ""
	}
	return before.low(n - 2)
}

func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// predicate is the noun of people that a subset is said to be: "six of them
// children", "four of whom were women", "nine of the injured were officers".
func (after line) predicate() string {
	if len(after.tokens) < 3 || after.low(0) != "of" {
		return ""
	}
	i := 2
	switch after.low(1) {
	case "them", "whom", "these", "those":
	case "the":
		i = 3
	default:
		return ""
	}
	said := after.low(1) != "the"
	for ; i < min(len(after.tokens), 6); i++ {
		switch w := after.low(i); {
		case w == "were" || w == "are" || w == "being":
			said = true
		case after.tokens[i].Kind != token.Word:
			return ""
		case said && isPerson(nounOf(w)) && strings.HasSuffix(w, "s"), said && (w == "women" || w == "men" || w == "children"):
			return w
		}
	}
	return ""
}

// givenAsWrong reports whether the words before a figure, in its sentence, say
// that it is a value taken back: "corrects the date from April 17", "instead
// of 1115", "at 0655, not 0640".
func (before line) givenAsWrong() bool {
	n := len(before.tokens)
	if n > 0 && before.low(n-1) == "not" && slices.ContainsFunc(before.tokens[max(0, n-contextReach):], func(t token.Token) bool { return t.Kind == token.Number }) {
		return true
	}
	from := false
	for i := n - 1; i >= max(0, n-2*contextReach); i-- {
		switch w := before.low(i); {
		case w == "instead" && i+1 < n && before.low(i+1) == "of":
			return true
		case w == "from":
			from = true
		case from && strings.HasPrefix(w, "correct"):
			return true
		}
	}
	return false
}

// grainOfFraction is how coarse a fraction in words is: two-thirds is said of
// 68 percent, a quarter of 23. Its four decimals are only how it is written
// down. It is a twentieth, and of small fractions a seventh of the value: one
// in nine is not nine percent.
func grainOfFraction(v quantity.Value) *big.Rat {
	most := big.NewRat(1, 20)
	if part := new(big.Rat).Mul(v.Lo, big.NewRat(1, 7)); part.Sign() > 0 && part.Cmp(most) < 0 {
		return part
	}
	return most
}

// tokensIn is the range of tokens that overlap the bytes [start, end).
func tokensIn(tokens []token.Token, start, end int) (first, last int) {
	first, _ = slices.BinarySearchFunc(tokens, start, func(t token.Token, at int) int {
		if int(t.End) <= at {
			return -1
		}
		return 1
	})
	for last = first; last < len(tokens) && int(tokens[last].Start) < end; last++ {
	}
	return first, last
}

// nounOf is a counted noun as nouns are compared: its head word, canonical.
func nounOf(noun string) string {
	if i := strings.LastIndexByte(noun, ' '); i >= 0 {
		noun = noun[i+1:]
	}
	if noun == "" {
		return ""
	}
	return canonicalWord(noun)
}

// groupFacts joins each figure with the conversions in brackets behind it.
func (r *figureText) groupFacts() {
	r.members = slices.Grow(r.members[:0], len(r.mentions))[:len(r.mentions)]
	all := r.members // each fact is a run of it
	for i := range all {
		all[i] = &r.mentions[i]
	}
	r.facts = slices.Grow(r.facts[:0], len(all))
	for i := 0; i < len(all); i++ {
		first := i
		for i+1 < len(r.mentions) && r.converts(&r.mentions[i], &r.mentions[i+1]) {
			i++
			m := &r.mentions[i]
			if m.hedge == "" { // "some 130 km (81 miles)": the hedge is the fact's
				m.hedge = all[first].hedge
				m.value.Hedge = quantity.Hedge(m.hedge)
			}
		}
		r.facts = append(r.facts, all[first:i+1:i+1])
	}
}

// converts reports whether b, in brackets behind a or after "or", states a's
// value in another unit, currency or time zone.
func (r *figureText) converts(a, b *mention) bool {
	if a.fig.Field != b.fig.Field || b.fig.Start < a.fig.End {
		return false
	}
	text := r.article.Text
	if a.fig.Field == "title" {
		text = r.article.Title
	}
	gap := text[a.fig.End:min(b.fig.Start, a.fig.End+maxConversionGap+1)]
	bracket := strings.ContainsAny(gap, "([") && !strings.ContainsAny(gap, ")].;")
	or := strings.HasSuffix(strings.TrimRight(gap, " "), ", or")
	if len(gap) > maxConversionGap || !bracket && !or {
		return false
	}
	ka, kb := a.fig.Kind, b.fig.Kind
	switch {
	case ka == figure.Money && kb == figure.Money:
		return a.fig.Unit != b.fig.Unit && (bracket || plausibleRate(a, b))
	case ka == figure.Time && kb == figure.Time:
		return bracket && (a.fig.Lo != b.fig.Lo || zoneOf(a.fig) != zoneOf(b.fig))
	case a.numeric && b.numeric && a.fig.Unit != b.fig.Unit && quantity.Convertible(a.fig.Unit, b.fig.Unit):
		return bracket || a.value.ConvertsTo(b.value, a.fig.Unit, b.fig.Unit)
	}
	return false
}

// maxConversionGap is how many bytes may stand between a figure and its
// conversion: " (or about ".
const maxConversionGap = 24
