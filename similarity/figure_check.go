package similarity

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
	"github.com/wirediff/wirediff/shingle"
)

// Check is a place where one text disagrees with itself.
type Check struct {
	Rule     CheckRule `json:"rule"`
	Slot     string    `json:"slot"`    // what the figures count or measure, in words
	Figures  []Figure  `json:"figures"` // those that disagree, in the order of the text
	Why      string    `json:"why"`     // in words
	Severity Severity  `json:"severity"`
}

// CheckRule says what is wrong.
type CheckRule string

// The rules.
const (
	Disputed    CheckRule = "disputed in text"       // two sources, two values: 18,000 by police, 60,000 by organisers
	HeadlineOff CheckRule = "headline against text"  // the headline's figure is not the text's
	CaptionOff  CheckRule = "caption against text"   // nor the caption's or the takeaways'
	PartsOff    CheckRule = "parts do not add up"    // four women and five men among ten
	PartTooBig  CheckRule = "part exceeds the whole" // 13 of the 11
	SumTooBig   CheckRule = "parts exceed the whole" // of the 40, 25 were rescued and 17 died
	ChangeOff   CheckRule = "change does not fit"    // rose 10% to 120 from 100
	SelfOff     CheckRule = "text against itself"    // 12 killed in the lead, 21 killed below
)

const (
	maxChecks     = 50  // a text with more is a table
	checkDistance = 260 // bytes that two disputed figures may lie apart: a sentence and the next
)

// Checks are the places where an article's figures disagree with one another:
// figures that are disputed, a headline or caption against the text, and
// arithmetic that does not add up. The order is that of the text, headlines
// last; at most 50 are given. The cost is that of Figures, plus the product
// of the headline's and captions' figures with the text's.
func Checks(a *shingle.Article) []Check { return readFigures(a).checks() }

func (t *figureText) checks() []Check {
	if t.checked == nil {
		found := t.findChecks()
		t.checked = &found
	}
	return *t.checked
}

func (t *figureText) findChecks() []Check {
	body := t.parts().body
	var out []Check
	for i := range body {
		out = append(out, t.disputes(body, i)...)
		out = append(out, t.changeOff(body, i)...)
	}
	off := t.partsOff(body)
	out = append(append(out, off...), t.partsTooBig(off)...)
	out = append(append(out, t.sumsTooBig()...), t.selfOff(body, out)...)
	slices.SortStableFunc(out, func(x, y Check) int { return cmp.Compare(x.Figures[0].Start, y.Figures[0].Start) })
	out = append(out, t.repeatsOff()...)
	if t.pairing != nil {
		t.pairing.release()
		t.pairing = nil
	}
	return out[:min(len(out), maxChecks)]
}

// repeatsOff finds headlines and captions that contradict the text: of the
// slot that they repeat, and with a value that the text has nowhere.
func (t *figureText) repeatsOff() []Check {
	var out []Check
	facts := t.parts().body
	for _, r := range t.repeats() {
		body, other := r[0].lead(), r[1].lead()
		if !sameKind(body, other) || slices.ContainsFunc(facts, func(f fact) bool { return sameReading(f, r[1]) }) {
			continue
		}
		v := classify(body, other, circumstance{})
		if v.class != Contradictory && v.class != NounChanged {
			continue
		}
		c := Check{Rule: HeadlineOff, Slot: slotName(t, body), Figures: []Figure{*body.fig, *other.fig}, Severity: High}
		if other.fig.Field != "title" {
			c.Rule = CaptionOff
		}
		c.Why = string(c.Rule) + ": " + other.fig.Text + " there, " + body.fig.Text + " in the text"
		out = append(out, c)
	}
	return out
}

// disputes finds, behind the fact i, another value of its slot that another
// source gives: both have a speaker of their own, or the second sentence says
// that somebody "put the figure at" it.
func (t *figureText) disputes(body []fact, i int) []Check {
	a := body[i].lead()
	if a.fig.Kind != figure.Count && a.fig.Kind != figure.Money || !a.numeric {
		return nil
	}
	for _, f := range body[i+1:] {
		b := f.lead()
		if b.fig.Start-a.fig.End > checkDistance {
			return nil
		}
		if !b.numeric || b.fig.Kind != a.fig.Kind || b.fig.Unit != a.fig.Unit || b.fig.Place != a.fig.Place {
			continue
		}
		if b.fig.PartOf > 0 || a.fig.PartOf > 0 || b.fig.Role == "previous" || a.fig.Role == "previous" {
			continue
		}
		put := t.putAt(b)
		spoken := !strings.EqualFold(a.fig.Speaker, b.fig.Speaker) && named(a.fig.Speaker) && named(b.fig.Speaker) && t.saysNoun(b)
		crowd := a.sent == b.sent && spoken && isPerson(a.noun) && isPerson(b.noun) && a.fig.Event == "" && b.fig.Event == ""
		same := crowd || a.noun != "" && a.noun == b.noun && a.fig.Event == b.fig.Event ||
			put && (b.noun == "" || b.noun == a.noun) && (b.fig.Event == "" || b.fig.Event == a.fig.Event)
		if !same || !put && !spoken || ratioPoints(a.approx, b.approx) < -1 || a.value.Interval().Meets(b.value.Interval()) {
			continue
		}
		return []Check{{
			Rule: Disputed, Slot: slotName(t, a), Figures: []Figure{*a.fig, *b.fig}, Severity: Medium,
			Why: "two sources, two values: " + a.fig.Text + " and " + b.fig.Text,
		}}
	}
	return nil
}

// named reports whether a speaker is told by more than a pronoun.
func named(speaker string) bool { return speaker != "" && !pronouns[strings.ToLower(speaker)] }

// saysNoun reports whether the counted noun itself stands behind the figure,
// and is not carried over from another.
func (t *figureText) saysNoun(m *mention) bool {
	after := t.article.Tokens[min(m.last, len(t.article.Tokens)):min(m.last+4, len(t.article.Tokens))]
	return slices.ContainsFunc(after, func(k shingle.Token) bool { return canonicalWord(k.Of(t.article.Text)) == m.noun })
}

// putAt reports whether the words before the figure say that somebody "put the
// number at" it.
func (t *figureText) putAt(m *mention) bool {
	a, l := t.article, t.line("")
	if m.sent >= len(a.Sentences) {
		return false
	}
	if m.first == 0 || l.low(m.first-1) != "at" {
		return false
	}
	put, number := false, false
	for i := a.Sentences[m.sent].First; i < m.first; i++ {
		switch l.low(i) {
		case "put", "puts", "putting", "estimated", "estimate":
			put = true
		case "figure", "number", "toll", "total", "count", "crowd", "turnout", "it":
			number = number || put
		case "cost", "loss", "losses", "damage":
			number = number || put
		}
	}
	return put && number
}

// changeOff checks "rose P percent to X from Y", and "rose D to X from Y".
func (t *figureText) changeOff(body []fact, i int) []Check {
	if i+2 >= len(body) {
		return nil
	}
	change, now, before := body[i], body[i+1], body[i+2]
	p, x, y := change.lead(), now.lead(), before.lead()
	if !p.numeric || !x.numeric || !y.numeric || x.fig.Kind != y.fig.Kind || x.fig.Unit != y.fig.Unit || y.value.Lo.Sign() <= 0 {
		return nil
	}
	text := t.article.Text
	if strings.TrimSpace(text[p.fig.End:x.fig.Start]) != "to" || !strings.HasPrefix(strings.TrimLeft(afterBrackets(text[now[len(now)-1].fig.End:y.fig.Start]), " ,"), "from") ||
		y.fig.Start-x.fig.End > 60 {
		return nil
	}
	var least, most *big.Rat
	xi, yi := x.value.Rounded(), y.value.Rounded()
	if xi.Lo == nil || xi.Hi == nil || yi.Lo == nil || yi.Hi == nil || yi.Lo.Sign() <= 0 {
		return nil
	}
	switch {
	case p.fig.Kind == figure.Percent && x.fig.Kind != figure.Percent:
		least, most = percentChange(xi.Lo, yi.Hi), percentChange(xi.Hi, yi.Lo)
	case p.fig.Kind == x.fig.Kind && p.fig.Unit == x.fig.Unit, p.fig.Kind == figure.Point && x.fig.Kind == figure.Percent:
		least, most = new(big.Rat).Sub(xi.Lo, yi.Hi), new(big.Rat).Sub(xi.Hi, yi.Lo)
	default:
		return nil
	}
	if least.Sign() < 0 && most.Sign() <= 0 { // a fall is given without its sign
		least, most = new(big.Rat).Neg(most), new(big.Rat).Neg(least)
	} else if least.Sign() < 0 {
		least = new(big.Rat)
	}
	if p.value.Rounded().Meets(quantity.Interval{Lo: least, Hi: most}) {
		return nil
	}
	return []Check{{
		Rule: ChangeOff, Slot: slotName(t, x), Figures: []Figure{*p.fig, *x.fig, *y.fig}, Severity: High,
		Why: "from " + y.fig.Text + " to " + x.fig.Text + " is a change of " + about(least, most) + ", not " + p.fig.Text,
	}}
}

// afterBrackets drops what is left of a conversion's closing bracket.
func afterBrackets(s string) string { return strings.TrimLeft(s, " )]") }

// percentChange is 100·(x-y)/y.
func percentChange(x, y *big.Rat) *big.Rat {
	d := new(big.Rat).Sub(x, y)
	return d.Quo(d.Mul(d, big.NewRat(100, 1)), y)
}

// about writes the middle of two numbers to a tenth.
func about(lo, hi *big.Rat) string {
	m := new(big.Rat).Add(lo, hi)
	return strings.TrimSuffix(m.Mul(m, big.NewRat(1, 2)).FloatString(1), ".0")
}

// partsTooBig finds a part that is larger than the whole it is said to be of,
// in sentences where the parts are not told to be off already.
func (t *figureText) partsTooBig(off []Check) []Check {
	var out []Check
	for i := range t.mentions {
		part := &t.mentions[i]
		n := part.fig.PartOf - 1
		if n < 0 || n >= len(t.figures) || !part.numeric || part.fig.Kind != figure.Count || part.fig.Field == "title" || !t.saysOf(part) ||
			slices.ContainsFunc(off, func(c Check) bool { return c.Figures[0].Sentence == part.sent }) {
			continue
		}
		f := &t.figures[n]
		if f.Start > part.fig.End && !strings.HasPrefix(strings.TrimSpace(t.article.Text[part.fig.End:f.Start]), "of ") {
			continue // "31 of them at two hospitals"
		}
		whole, ok := quantity.Parse(f.Lo, f.Hi, f.Grain, quantity.Hedge(f.Modifier))
		if !ok || f.Kind != figure.Count || whole.Hedge == quantity.MoreThan || whole.Hedge == quantity.AtLeast || part.value.Lo.Cmp(whole.Rounded().Hi) <= 0 {
			continue
		}
		out = append(out, Check{
			Rule: PartTooBig, Slot: slotName(t, part), Figures: []Figure{*part.fig, *f}, Severity: High,
			Why: part.fig.Text + " are part of " + f.Text,
		})
	}
	return out
}

// saysOf reports whether "of" follows the figure, with at most a noun between:
// "13 of the 11", "six children of them". Parts that the grammar found by other
// words are not sure enough to call wrong.
func (t *figureText) saysOf(m *mention) bool {
	for _, k := range t.article.Tokens[min(m.last, len(t.article.Tokens)):min(m.last+2, len(t.article.Tokens))] {
		if strings.EqualFold(k.Of(t.article.Text), "of") {
			return true
		}
	}
	return false
}

// sexes are the nouns that part people without a rest: where men and women
// are both counted, they and the children are all.
var sexes = wordSet("man woman boy girl child")

// partsOff checks wholes that are parted into men and women (and children):
// "The nine - four women and five men", "four women and five men among ten".
func (t *figureText) partsOff(body []fact) []Check {
	var out []Check
	for i := 0; i < len(body); i++ {
		j := i
		for j < len(body) && t.isSexCount(body[j].lead()) && (j == i || t.listed(body[j-1].lead(), body[j].lead())) {
			j++
		}
		if j-i < 2 {
			continue
		}
		sum, nouns := new(big.Rat), map[string]bool{}
		for _, f := range body[i:j] {
			sum.Add(sum, f.lead().value.Lo)
			nouns[f.lead().noun] = true
		}
		if nouns[canonicalWord("men")] && nouns[canonicalWord("women")] {
			for _, w := range []int{i - 1, j} {
				if c, ok := t.partsAgainst(body, i, j, w, sum); ok {
					out = append(out, c)
					break
				}
			}
		}
		i = j - 1
	}
	return out
}

func (t *figureText) isSexCount(m *mention) bool {
	return m.fig.Kind == figure.Count && m.numeric && m.value.Exact() && sexNouns[m.noun]
}

var sexNouns = func() map[string]bool {
	set := map[string]bool{}
	for w := range sexes {
		set[canonicalWord(w)] = true
	}
	for _, w := range []string{"men", "women", "boys", "girls"} {
		set[canonicalWord(w)] = true
	}
	return set
}()

// listed reports whether only a comma or "and" and the first noun stand
// between two counts.
func (t *figureText) listed(a, b *mention) bool {
	if a.sent != b.sent {
		return false
	}
	gap := strings.Fields(t.article.Text[a.fig.End:b.fig.Start])
	if len(gap) > 3 {
		return false
	}
	for _, w := range gap[min(1, len(gap)):] {
		if w != "and" && w != "," && w != "plus" {
			return false
		}
	}
	return true
}

// joiners are the words that bind a whole to its parts.
var joiners = wordSet("- – — , : ( among of the freed released killed dead injured hurt were who people hostages victims in all a group total comprising made up them")

// partsAgainst compares the parts [i, j) with the fact w as their whole.
func (t *figureText) partsAgainst(body []fact, i, j, w int, sum *big.Rat) (Check, bool) {
	if w < 0 || w >= len(body) {
		return Check{}, false
	}
	whole, first, last := body[w].lead(), body[i].lead(), body[j-1].lead()
	if whole.fig.Kind != figure.Count || !whole.numeric || !whole.value.Exact() || whole.sent != first.sent ||
		whole.noun != "" && !isPerson(whole.noun) || sexNouns[whole.noun] {
		return Check{}, false
	}
	var gap string
	if w < i {
		gap = t.article.Text[whole.fig.End:first.fig.Start]
	} else {
		gap = t.article.Text[last.fig.End:whole.fig.Start]
		if !strings.Contains(gap, "among") && !strings.Contains(gap, " of ") {
			return Check{}, false
		}
	}
	words := strings.Fields(strings.ToLower(gap))
	if len(words) == 0 || len(words) > 6 {
		return Check{}, false
	}
	for _, word := range words {
		if word = strings.Trim(word, ",:("); word != "" && !joiners[word] && !sexNouns[canonicalWord(word)] && !isPerson(canonicalWord(word)) {
			return Check{}, false
		}
	}
	if sum.Cmp(whole.value.Lo) == 0 {
		return Check{}, false
	}
	c := Check{Rule: PartsOff, Slot: slotName(t, whole), Severity: High}
	for _, f := range body[i:j] {
		c.Figures = append(c.Figures, *f.lead().fig)
	}
	c.Figures = slices.Insert(c.Figures, map[bool]int{true: 0, false: len(c.Figures)}[w < i], *whole.fig)
	c.Why = "the parts make " + sum.RatString() + ", the whole is " + whole.fig.Text
	return c, true
}
