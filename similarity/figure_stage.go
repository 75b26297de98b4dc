package similarity

import (
	"slices"
	"strings"
	"time"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// stage is how the second of two versions stands to the first in time.
type stage struct {
	later  bool // published after it
	update bool // a later state by the same hand
}

// stageOf tells an update from another outlet's version: the relation says
// so, or the outlet replaced its own story, or the title announces it as
// agencies do ("UPDATE 2-", "2nd lead", "(recasts)").
func stageOf(a, b *shingle.Article, relation Relation) stage {
	s := stage{later: !a.Published.IsZero() && b.Published.After(a.Published)}
	undated := a.Published.IsZero() || b.Published.IsZero()
	switch {
	case relation == Updated:
		s.update = true
	case s.later && a.Outlet != "" && strings.EqualFold(a.Outlet, b.Outlet):
		s.update = true
	case (s.later || undated) && announcesUpdate(b.Title):
		s.update = true
	}
	return s
}

// announcesUpdate reports whether a title begins as agencies mark a later
// state of a story.
func announcesUpdate(title string) bool {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return r != '/' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	})
	for i, w := range words[:min(3, len(words))] {
		switch w {
		case "update", "updates", "updated", "recasts", "writethru", "writethrough", "refiles", "correction", "corrected":
			return true
		case "lead", "ld":
			return i > 0 && len(words[i-1]) > 1 && words[i-1][0] >= '0' && words[i-1][0] <= '9'
		}
	}
	return false
}

// updateCues are words beside a figure that give it out as a new state.
var updateCues = wordSet(`rose risen rise rises climbed climbs jumped grew grown increased revised raised now since later
	updated corrected latest earlier previously initially eventually final finally`)

// cueReach is how many tokens before and after a figure a cue may stand.
const cueReach = 6

// circumstance is what is known of a pair of figures beside themselves.
func (d *figureDiff) circumstance(a, b *mention) circumstance {
	now := circumstance{update: d.stage.update, later: d.stage.later}
	cues := wordsBeside(d.a, a, updateCues)
	for w := range wordsBeside(d.b, b, updateCues) {
		now.cue = now.cue || !cues[w]
	}
	now.grown = d.grown(a, b) && !d.bygone(a, b)
	return now
}

// cumulative are the events and doings whose count only grows.
var cumulative = wordSet(`killed injured detained displaced freed cancelled canceled destroyed damaged lost burnt burned
	gutted arrested rescued confirmed recovered counted recorded infected infections cases claims evacuated treated`)

// grown reports whether a count that only grows grew, by no more than half.
func (d *figureDiff) grown(a, b *mention) bool {
	if !a.numeric || !b.numeric || a.fig.Kind != figure.Count || b.approx <= a.approx || b.approx > 1.5*a.approx {
		return false
	}
	counts := func(t *figureText, m *mention) bool {
		return cumulative[m.fig.Event] || len(wordsBeside(t, m, cumulative)) > 0
	}
	return counts(d.a, a) && counts(d.b, b)
}

// bygone reports whether both sentences put their figures in one earlier year: a
// count of what was over then grows no more.
func (d *figureDiff) bygone(a, b *mention) bool {
	ya := d.a.earlierYear(a)
	return ya != "" && ya == d.b.earlierYear(b)
}

// earlierYear is a year before that of the article's publication that stands
// in the sentence of a figure, "" for none.
func (t *figureText) earlierYear(m *mention) string {
	if t.article.Published.IsZero() {
		return ""
	}
	published := t.article.Published.Format("2006")
	for i := range t.mentions {
		o := &t.mentions[i]
		if o.sent == m.sent && o.fig.Kind == figure.Date && len(o.fig.Lo) >= 4 && o.fig.Lo[0] != '-' && o.fig.Lo[:4] < published && o.fig.Lo[:4] == o.fig.Hi[:4] {
			return o.fig.Lo[:4]
		}
	}
	return ""
}

// wordsBeside are the words of the set that stand within cueReach tokens of a
// figure in its sentence: "the toll rose to 14", "now 14", "14, not 12".
func wordsBeside(t *figureText, m *mention, set map[string]bool) map[string]bool {
	l := t.line(m.fig.Field)
	from, to := 0, len(l.tokens)
	if m.fig.Field != "title" && m.sent < len(t.article.Sentences) {
		from, to = t.article.Sentences[m.sent].First, t.article.Sentences[m.sent].Last
	}
	from = min(max(from, m.first-cueReach), to)
	return wordsIn(l.cut(from, max(from, min(to, m.last+cueReach))), set)
}

// wordsBefore are the words of the set among the n tokens before a figure of
// the text.
func wordsBefore(t *figureText, m *mention, set map[string]bool, n int) map[string]bool {
	if m.fig.Field == "title" || m.first > len(t.article.Tokens) {
		return nil
	}
	l := t.line("")
	return wordsIn(l.cut(max(0, m.first-n), m.first), set)
}

// wordsIn are the words of a line that are in the set.
func wordsIn(l line, set map[string]bool) map[string]bool {
	var out map[string]bool // most lines have none
	for i, t := range l.tokens {
		if t.Kind != token.Word {
			continue
		}
		if w := l.low(i); set[w] {
			if out == nil {
				out = map[string]bool{}
			}
			out[w] = true
		}
	}
	return out
}

// boundTurners turn a bound round: "no ships longer than 180 metres" are of 180
// metres or less.
var boundTurners = wordSet("no not never none cannot can't isn't without nor neither only")

// negationReach is how many tokens before a figure a negation may stand.
const negationReach = 8

// soften takes back a contradiction or a lost hedge that the words around the
// figures explain: a bound turned round beside a negation, "within" left off a
// span, or dates that are the days on which the versions were written.
func (d *figureDiff) soften(v verdict, a, b *mention) verdict {
	switch {
	case v.rule == butForRule && !d.sameVerdict(a, b):
		return verdict{SameRestyled, "all but those, or those the other way", ""}
	case v.slip == turnedRound && d.negated(d.a, a) != d.negated(d.b, b):
		return verdict{SameRestyled, "the bound said from the other side", ""}
	case v.class == HedgeChanged && a.fig.Kind == figure.Duration && isWithin(a.fig) != isWithin(b.fig) && (a.hedge == "" || b.hedge == ""):
		return verdict{SameRestyled, "a span with and without within", ""}
	case v.class == HedgeChanged && a.fig.Kind == figure.Measure && (isWithin(a.fig) && b.hedge == "" && isCompound(b.fig) || isWithin(b.fig) && a.hedge == "" && isCompound(a.fig)):
		return verdict{SameRestyled, "within a distance, or a zone of it", ""}
	case v.class == HedgeChanged && (justUnder(a.fig) && b.hedge == "<~" || justUnder(b.fig) && a.hedge == "<~"):
		return verdict{SameRestyled, "almost, or just under", ""}
	case v.class == HedgeChanged && b.hedge == "" && len(wordsBeside(d.b, b, estimates)) > 0:
		return verdict{SameRestyled, "the hedge said in other words", ""}
	case v.class == HedgeChanged && a.hedge == "" && len(wordsBeside(d.a, a, estimates)) > 0:
		return verdict{SameRestyled, "the hedge said in other words", ""}
	case v.class == NounChanged && b.noun == patients && (len(wordsBeside(d.a, a, illWords)) > 0 || a.fig.Event == "injured"):
		return verdict{SameRestyled, "people in a hospital are its patients", ""}
	case v.class == NounChanged && a.fig.Event != b.fig.Event && d.namesEvent(d.b, b, a.fig.Event) && !holdsEvent(d.b, b, a.fig.Event):
		return verdict{SameRestyled, "both events stand beside the figure", ""}
	case v.class == Loosened && b.numeric && !b.value.IsPoint() && d.otherEnd(d.a, a, b):
		return verdict{SameRestyled, "a change said as a range", ""}
	case a.numeric && b.numeric && !a.value.IsPoint() && b.value.IsPoint() && d.otherEnd(d.b, b, a):
		return verdict{SameRestyled, "a range said by its ends", ""}
	case v.class == Contradictory && a.fig.Kind == figure.Time && len(wordsBefore(d.b, b, timeSofteners, 3)) > 0 && clockApart(a.fig, b.fig) <= 45:
		return verdict{Rounded, "the time rounded", ""}
	case v.class == Refined && a.fig.Kind == figure.Date && d.atEnd(d.a, a) && lastDay(b.fig.Lo):
		return verdict{SameRestyled, "the end of the month by its day", ""}
	case (v.class == UpdatedFigure || v.class == Contradictory) && a.fig.Kind == figure.Date && ownDay(d.a.article, a.fig) && ownDay(d.b.article, b.fig):
		return verdict{SameRestyled, "the day of the report", ""}
	}
	return v
}

var patients = canonicalWord("patients")

// illWords say that the people of a sentence are in a doctor's care.
var illWords = wordSet("hospital clinic treated ill sick condition wounded injured hurt infected ward")

// sameVerdict reports whether the words behind two figures share one of weight:
// "all but nine were closed", "nine were closed", but not "nine were open".
func (d *figureDiff) sameVerdict(a, b *mention) bool {
	behind := d.a.wordsBehind(a)
	return slices.ContainsFunc(d.b.wordsBehind(b), func(w string) bool { return slices.Contains(behind, w) })
}

// wordsBehind are the words of weight behind a figure of the text, within
// reach of a cue, in the form that words are compared by.
func (t *figureText) wordsBehind(m *mention) []string {
	if m.fig.Field == "title" {
		return nil
	}
	var out []string
	a := t.article
	for i := m.last; i < min(m.last+cueReach, len(a.Tokens)) && a.Tokens[i].Of(a.Text) != ","; i++ {
		if w := a.Tokens[i]; w.Kind == token.Word && w.End-w.Start > 4 {
			out = append(out, canonicalWord(w.Of(a.Text)))
		}
	}
	return out
}

// estimates are words that hedge a figure from a distance.
var estimates = wordSet("estimated estimate estimates thought believed reckoned approximately roughly around estimating")

func (d *figureDiff) negated(t *figureText, m *mention) bool {
	a := t.article
	if m.fig.Field == "title" || m.sent >= len(a.Sentences) {
		return false
	}
	for i := max(a.Sentences[m.sent].First, m.first-negationReach); i < m.first; i++ {
		if boundTurners[strings.ToLower(a.Tokens[i].Of(a.Text))] {
			return true
		}
	}
	return false
}

// timeSofteners before a time of day say that it is not exact.
var timeSofteners = wordSet("shortly soon just before after about around nearly almost towards toward")

// namesEvent reports whether words of an event stand in the figure's sentence.
func (d *figureDiff) namesEvent(t *figureText, m *mention, event string) bool {
	want, ok := slices.BinarySearch(t.forms.ids, idOf(eventStems[event]))
	return ok && slices.ContainsFunc(t.sents[m.sent], func(w contextWord) bool { return int(w.n) == want })
}

// holdsEvent reports whether another figure of the sentence counts those of an
// event: then its word is not the figure's. "12 injured and 47 killed" does
// not say that the 12 were killed.
func holdsEvent(t *figureText, m *mention, event string) bool {
	for i := range t.mentions {
		o := &t.mentions[i]
		if o != m && o.sent == m.sent && o.fig.Event == event {
			return true
		}
	}
	return false
}

// eventStems names an event by the word that its synonyms are unified to.
var eventStems = map[string]string{
	"killed": "killed", "injured": "hurt", "detained": "arrested", "freed": "freed", "hostage": "seized",
	"displaced": "evacuated", "missing": "missing", "jobs-cut": "cut",
}

// otherEnd reports whether m is one end of a range, and its sentence has the
// other end as a figure of its own: "0.2%, now 4.5%" here, "from 0.2% to 4.5%"
// there; "the youngest 24, the oldest 63" here, "aged 24 to 63" there.
//
// The other end has then been compared, too.
func (d *figureDiff) otherEnd(t *figureText, m, ranged *mention) bool {
	for i := range t.mentions {
		o := &t.mentions[i]
		if o != m && o.numeric && o.sent == m.sent && o.fig.Kind == ranged.fig.Kind &&
			(m.fig.Lo == ranged.fig.Lo && o.fig.Lo == ranged.fig.Hi || m.fig.Lo == ranged.fig.Hi && o.fig.Lo == ranged.fig.Lo) {
			if d.paired[o.fig] == nil {
				d.paired[o.fig] = ranged.fig
			}
			return true
		}
	}
	return false
}

// atEnd reports whether "end of" stands before a date.
func (d *figureDiff) atEnd(t *figureText, m *mention) bool {
	tokens, text := t.article.Tokens, t.article.Text
	return m.fig.Field == "" && m.first >= 2 && m.first <= len(tokens) &&
		strings.EqualFold(tokens[m.first-1].Of(text), "of") && strings.EqualFold(tokens[m.first-2].Of(text), "end")
}

// lastDay reports whether an ISO date is the last day of its month.
func lastDay(s string) bool {
	t, err := time.Parse("2006-01-02", s)
	return err == nil && t.AddDate(0, 0, 1).Day() == 1
}

// isCompound reports whether a figure stands as an adjective: 10-kilometre.
func isCompound(f *Figure) bool { return strings.Contains(f.Text, "-") && f.Lo == f.Hi }

// justUnder reports whether a figure's hedge says that the value is near, too.
func justUnder(f *Figure) bool {
	low := strings.ToLower(f.Text)
	return strings.HasPrefix(low, "just under ") || strings.HasPrefix(low, "just below ") || strings.HasPrefix(low, "a little under ") || strings.HasPrefix(low, "slightly under ")
}

func isWithin(f *Figure) bool { return len(f.Text) > 7 && strings.EqualFold(f.Text[:7], "within ") }

// ownDay reports whether a date is the day on which the article was
// published, or a neighbour of it: the outlet's clock may stand elsewhere.
func ownDay(a *shingle.Article, f *Figure) bool {
	if a.Published.IsZero() || f.Lo != f.Hi {
		return false
	}
	for day := -1; day <= 1; day++ {
		if sameDate(f.Lo, a.Published.AddDate(0, 0, day).Format("2006-01-02")) {
			return true
		}
	}
	return false
}
