package similarity

import (
	"strings"

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

// cueBeside reports whether a word beside the figure, in its sentence, gives
// it out as a new state: "the toll rose to 14", "now 14", "14, not 12".
func (d *figureDiff) cueBeside(m *mention) bool {
	a := d.b.article
	tokens, text := a.Tokens, a.Text
	from, to := 0, len(tokens)
	if m.fig.Field == "title" {
		tokens, text = d.b.title, a.Title
		to = len(tokens)
	} else if m.sent < len(a.Sentences) {
		from, to = a.Sentences[m.sent].First, a.Sentences[m.sent].Last
	}
	for i := max(from, m.first-cueReach); i < min(to, m.last+cueReach); i++ {
		if tokens[i].Kind == token.Word && updateCues[strings.ToLower(tokens[i].Of(text))] {
			return true
		}
	}
	return false
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
	case v.slip == "hedge turned round" && d.negated(d.a, a) != d.negated(d.b, b):
		return verdict{SameRestyled, "the bound said from the other side", ""}
	case v.class == HedgeChanged && a.fig.Kind == figure.Duration && isWithin(a.fig) != isWithin(b.fig) && (a.hedge == "" || b.hedge == ""):
		return verdict{SameRestyled, "a span with and without within", ""}
	case (v.class == UpdatedFigure || v.class == Contradictory) && a.fig.Kind == figure.Date && ownDay(d.a.article, a.fig) && ownDay(d.b.article, b.fig):
		return verdict{SameRestyled, "the day of the report", ""}
	}
	return v
}

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
