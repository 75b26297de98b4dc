package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/similarity"
)

// classInfo is how the report speaks of a class of difference.
type classInfo struct {
	Name   string // as in JSON: "noun-changed"
	Words  string // "noun changed"
	Symbol string // never colour alone
	Weight int    // how newsworthy, at its gravest; 0 is house style
	Help   string // one line for who has not met the word
	rank   int    // place among classes; 0 for one that is not known
}

// classes are all classes of differences, figures and phrases, gravest first.
// The order is a standards desk's: what is wrong (a figure that cannot be
// right, a turned claim, another's words), then what was weakened or lost,
// then what time explains, then style. A weight is a hundred a rank, so that
// severity, which scales it, can carry a difference over a few ranks.
var classes = [...]classInfo{
	{string(similarity.Contradictory), "contradictory", "≠", 2000, "the same slot, values that cannot both be right", 0},
	{string(similarity.NounChanged), "noun changed", "⇄", 1900, "the number kept, what it counts changed", 0},
	{string(similarity.NegationFlipped), "negation flipped", "¬", 1800, "a not gained or lost", 0},
	{string(similarity.QuoteAltered), "quote altered", "“", 1700, "words inside quotation marks changed", 0},
	{string(similarity.AttributionDropped), "attribution dropped", "⊘", 1600, "who says so was lost", 0},
	{string(similarity.AttributionChanged), "attribution changed", "@", 1500, "the number kept, another speaker", 0},
	{string(similarity.HedgeChanged), "hedge changed", "±", 1400, "the number kept, its hedge dropped, added or changed", 0},
	{string(similarity.HedgeDropped), "hedge dropped", "!", 1300, "may, about or reportedly was lost", 0},
	{string(similarity.VerbHardened), "verb hardened", "▲", 1200, "said became admitted, may became will", 0},
	{string(similarity.LoadedTerm), "loaded term", "◆", 1100, "a neutral word became a loaded one, or the reverse", 0},
	{string(similarity.TimeShifted), "time shifted", "◷", 1080, "another day", 0},
	{string(similarity.AgentDeleted), "agent deleted", "…", 1050, "who did it was lost", 0},
	{string(similarity.SourceBlurred), "source blurred", "◌", 1000, "a named source became an unnamed one", 0},
	{string(similarity.Missing), "missing", "∅", 900, "a figure that was dropped", 0},
	{string(similarity.Loosened), "loosened", "≥", 850, "an exact value replaced by a bound or range", 0},
	{string(similarity.QuoteToParaphrase), "quote to paraphrase", "„", 800, "a quotation was retold", 0},
	{string(similarity.VerbSoftened), "verb softened", "▽", 700, "confirmed became claimed", 0},
	{string(similarity.HedgeAdded), "hedge added", "?", 650, "a hedge that was not there", 0},
	{string(similarity.Rounded), "rounded", "≈", 600, "the exact value rounds to the coarser one", 0},
	{string(similarity.UpdatedFigure), "updated", "↑", 550, "the same slot at a later time", 0},
	{string(similarity.Refined), "refined", "≐", 500, "a coarse value made exact", 0},
	{string(similarity.Added), "added", "+", 400, "a figure that was not there", 0},
	{string(similarity.TailCut), "tail cut", "✂", 350, "the end of the story is gone", 0},
	{string(similarity.PassageCut), "passage cut", "⊟", 320, "sentences left out before the end", 0},
	{string(similarity.HeadlineChanged), "headline changed", "H", 300, "another headline", 0},
	{string(similarity.Reordered), "reordered", "↕", 200, "a paragraph moved", 0},
	{string(similarity.PassageAdded), "passage added", "⊕", 180, "sentences that were not there", 0},
	{string(similarity.UnitConverted), "unit converted", "⇌", 150, "one converts into the other", 0},
	{string(similarity.Reworded), "reworded", "≋", 50, "other words, the same claim", 0},
	{string(similarity.HouseStyle), "house style", "·", 0, "spelling, titles, percent or %", 0},
	{string(similarity.SameRestyled), "same restyled", "=", 0, "the same value in another dress", 0},
}

var classIndex = func() map[string]int {
	m := make(map[string]int, len(classes))
	for i := range classes {
		classes[i].rank = i
		m[classes[i].Name] = i
	}
	return m
}()

// classOf looks a class up; one that is not known is shown by its own name.
func classOf(name string) *classInfo {
	if i, ok := classIndex[name]; ok {
		return &classes[i]
	}
	return &classInfo{Name: name, Words: words(name), Symbol: "•", Weight: 100}
}

// finding is one difference on one edge of a cluster, as the report tells it.
type finding struct {
	*classInfo
	Version  int // index in Cluster.Members of the later version
	Figure   *similarity.FigureVariant
	Phrase   *similarity.PhraseVariant
	Severity similarity.Severity
	Gravity  int // the class's weight, scaled by severity
	At       int // index in the edge's Figures or Phrases
}

// scale is the share of its weight, in tenths, that a difference keeps at
// each severity: a medium contradiction ranks with a dropped attribution, a
// low one with an update, and style ranks nowhere.
var scale = [...]int{similarity.Style: 0, similarity.Low: 3, similarity.Medium: 7, similarity.High: 10}

func gravity(c *classInfo, s similarity.Severity, tail bool) int {
	g := c.Weight * scale[min(int(s), len(scale)-1)] / 10
	if tail {
		g /= 5 // it went with the tail, which is its own finding
	}
	return g
}

// findings lists the differences of one edge, gravest first.
func findings(version int, d *similarity.Difference) []finding {
	if d == nil {
		return nil
	}
	out := make([]finding, 0, len(d.Figures)+len(d.Phrases))
	for i := range d.Figures {
		f := &d.Figures[i]
		c := classOf(string(f.Class))
		out = append(out, finding{c, version, f, nil, f.Severity, gravity(c, f.Severity, f.Tail), i})
	}
	for i := range d.Phrases {
		p := &d.Phrases[i]
		c := classOf(string(p.Type))
		out = append(out, finding{c, version, nil, p, p.Severity, gravity(c, p.Severity, false), i})
	}
	sortFindings(out)
	return out
}

// allFindings lists the differences of every edge, gravest first.
func allFindings(c *similarity.Comparison) []finding {
	n := 0
	for _, d := range c.Edges {
		if d != nil {
			n += len(d.Figures) + len(d.Phrases)
		}
	}
	out := make([]finding, 0, n)
	for i, d := range c.Edges {
		out = append(out, findings(i, d)...)
	}
	sortFindings(out)
	return out
}

// sortFindings orders by gravity; then figures before phrases, then by
// version and place, so that the order is total.
func sortFindings(fs []finding) {
	slices.SortStableFunc(fs, func(a, b finding) int {
		return cmp.Or(b.Gravity-a.Gravity, a.rank-b.rank, a.Version-b.Version, a.At-b.At)
	})
}

// texts are the words of either side; "" where a side has nothing.
func (f finding) texts() (a, b string) {
	if f.Figure != nil {
		if f.Figure.A != nil {
			a = f.Figure.A.Text
		}
		if f.Figure.B != nil {
			b = f.Figure.B.Text
		}
		return a, b
	}
	if f.Phrase.A != nil {
		a = f.Phrase.A.Text
	}
	if f.Phrase.B != nil {
		b = f.Phrase.B.Text
	}
	return a, b
}

// shown is the texts of a finding as a reader is shown them side by side. The
// same words on both sides ("two" killed, "two" injured; "1,800 litres" a
// second, a minute) get what they count, and per what, behind them.
func (f finding) shown() (a, b string) {
	a, b = f.texts()
	v := f.Figure
	if v == nil || v.A == nil || v.B == nil || v.Class != similarity.NounChanged && !strings.EqualFold(a, b) {
		return a, b
	}
	x, y := counted(v.A), counted(v.B)
	if x == y {
		return a, b
	}
	return x, y
}

// sentence is a finding spelled out for an editor:
//
//	1,400 → 14,000 people killed — Courier, against 5 others
type sentence struct {
	From, To string // "" where a side has nothing
	What     string // the slot
	Class    string // in words, where the figures alone do not tell it
	Who      string // the later version's outlet
	Against  string // "against 5 others", "where Meridian has it"
}

// String is the sentence in one line.
func (s sentence) String() string {
	var b strings.Builder
	switch {
	case s.From != "" && s.To != "":
		b.WriteString(s.From + " → " + s.To)
	case s.From != "":
		b.WriteString(s.From)
	default:
		b.WriteString(s.To)
	}
	if s.What != "" {
		b.WriteString(" " + s.What)
	}
	if s.Class != "" {
		b.WriteString(" (" + s.Class + ")")
	}
	if s.Who != "" {
		b.WriteString(" — " + s.Who)
	}
	if s.Against != "" {
		b.WriteString(", " + s.Against)
	}
	return b.String()
}

// spell makes a finding's sentence. Its cost is bounded by the number of
// readings in the slots.
func spell(c *similarity.Comparison, f finding, names []string) sentence {
	a, b := f.texts()
	s := sentence{Who: names[f.Version]}
	parent := ""
	if p := c.Cluster.Members[f.Version].Parent; p >= 0 && p < len(names) {
		parent = names[p]
	}
	if f.Figure == nil {
		a, b = show(a, 400), show(b, 400)
		if f.Name == string(similarity.AttributionDropped) && a != "" {
			b = "" // what stands in its place is no counterpart
		}
		a, b = trimPair(a, b)
		s.From, s.To = clip(a, 90), clip(b, 90)
		s.From, s.To, s.Class = quoted(s.From), quoted(s.To), f.Words
		if parent != "" && parent != s.Who {
			s.Against = "from " + parent
		}
		return s
	}
	a, b = f.shown()
	s.From, s.To = show(a, 80), show(b, 80)
	s.What = slotWords(f.Figure, a+" "+b)
	switch {
	case f.Figure.Class == similarity.NounChanged && a != "" && b != "":
		s.What = ""
	case s.To == "":
		s.Class = "left out"
	case s.From == "":
		s.Class = "added"
	case f.Figure.Class != similarity.Contradictory:
		s.Class = f.Words
	}
	if n := agreeing(c, f); n > 1 {
		s.Against = "against " + plural(n, "other")
	} else if parent != "" {
		s.Against = "against " + parent
	}
	return s
}

// quoted is s in quotation marks; nothing stays nothing.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// counted is a figure with what it counts, and per what, as far as its text
// does not say it: "two guards killed", "1,800 litres per second".
func counted(f *similarity.Figure) string {
	words := []string{f.Text}
	for _, w := range []string{f.Noun, strings.ReplaceAll(f.Event, "-", " ")} {
		if !strings.Contains(strings.ToLower(f.Text), strings.ToLower(w)) {
			words = append(words, w)
		}
	}
	if f.Per != "" && !strings.Contains(strings.ToLower(f.Text), strings.ToLower(f.Per)) {
		words = append(words, "per", f.Per)
	}
	return show(strings.Join(strings.Fields(strings.Join(words, " ")), " "), 80)
}

// figureCount is the kind of figures whose slot reads on from the number.
const figureCount = "count"

// slotWords is a slot as a sentence has it: what is counted follows the
// number, what else is measured follows a colon. The unit is not said twice.
func slotWords(v *similarity.FigureVariant, texts string) string {
	slot := show(v.Slot, 60)
	if unit, rest, ok := strings.Cut(slot, ": "); ok && strings.Contains(texts, unit) {
		slot = rest
	}
	f := v.A
	if f == nil {
		f = v.B
	}
	if slot == "" || f != nil && f.Kind == figureCount {
		return slot
	}
	return "(" + slot + ")"
}

// agreeing counts the other versions whose reading of the finding's slot is
// not odd, where the finding's own reading is.
func agreeing(c *similarity.Comparison, f finding) int {
	if f.Figure.B == nil {
		return 0
	}
	for _, slot := range c.Slots {
		odd, rest := false, 0
		for _, r := range slot.Readings {
			switch {
			case r.Version == f.Version && r.Figure.Start == f.Figure.B.Start && r.Figure.Field == f.Figure.B.Field:
				odd = r.Odd
			case r.Version != f.Version && !r.Odd:
				rest++
			}
		}
		if odd {
			return rest
		}
	}
	return 0
}

// trimPair drops the words that both texts start and end with, keeping two
// of them on either side for context.
func trimPair(a, b string) (string, string) {
	if a == "" || b == "" {
		return a, b
	}
	const keep = 2
	wa, wb := strings.Fields(a), strings.Fields(b)
	pre := 0
	for pre < len(wa) && pre < len(wb) && wa[pre] == wb[pre] {
		pre++
	}
	post := 0
	for post < len(wa)-pre && post < len(wb)-pre && wa[len(wa)-1-post] == wb[len(wb)-1-post] {
		post++
	}
	pre, post = max(pre-keep, 0), max(post-keep, 0)
	cut := func(w []string) string {
		s := strings.Join(w[pre:len(w)-post], " ")
		if pre > 0 {
			s = "… " + s
		}
		if post > 0 {
			s += " …"
		}
		return s
	}
	return cut(wa), cut(wb)
}
