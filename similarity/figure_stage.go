package similarity

import (
	"strings"

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
