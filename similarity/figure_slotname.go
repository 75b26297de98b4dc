package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// eventWords says an event in plain words behind the noun.
var eventWords = map[string]string{
	"killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "displaced": "displaced",
	"freed": "freed", "hostage": "held hostage", "jobs-cut": "cut",
}

// slotName says in plain words what a figure counts or measures: its noun and
// event ("people killed"), or the words of the text around it, with an ellipsis
// in its place ("shares rose … in Toronto").
func slotName(a *shingle.Article, m *mention) string {
	f := m.fig
	around := wordsAround(a, m)
	var name string
	switch {
	case f.Event != "":
		noun := f.Noun
		if noun == "" {
			noun = "people"
			if f.Event == "jobs-cut" {
				noun = "jobs"
			}
		}
		name = noun + " " + eventWords[f.Event]
	case f.Kind == figure.Count && f.Noun != "":
		name = f.Noun
		if around != "" && !strings.EqualFold(around, "… "+f.Noun) {
			name += " (" + around + ")"
		}
	case around != "":
		name = around
	default:
		name = string(f.Kind)
	}
	if f.Place != "" && !strings.Contains(name, f.Place) {
		name += ", " + f.Place
	}
	return name
}

// A slot's name quotes this many words before and after its figure: enough to
// tell what is counted, short enough for a line of a table.
const (
	slotBefore = 3
	slotAfter  = 3
)

// wordsAround quotes the words beside a figure in its sentence, up to the
// nearest mark or other figure on either side; "" where it stands alone.
func wordsAround(a *shingle.Article, m *mention) string {
	tokens, text := a.Tokens, a.Text
	from, to := 0, 0
	if m.fig.Field == "title" {
		tokens, _ = titleTokens(a.Title)
		text, to = a.Title, len(tokens)
	} else if m.sent < len(a.Sentences) {
		from, to = a.Sentences[m.sent].First, a.Sentences[m.sent].Last
	}
	word := func(i int) bool { return i >= from && i < to && tokens[i].Kind == token.Word }
	first, last := m.first, m.last
	for first > from && int(tokens[first-1].End) > m.fig.Start {
		first--
	}
	for last < to && int(tokens[last].Start) < m.fig.End {
		last++
	}
	start, end := first, last
	for n := 0; n < slotBefore && word(start-1); n++ {
		start--
	}
	for n := 0; n < slotAfter && word(end); n++ {
		end++
	}
	// An article or a preposition at an end tells nothing.
	for start < first && stopWords[strings.ToLower(tokens[start].Of(text))] {
		start++
	}
	for end > last && stopWords[strings.ToLower(tokens[end-1].Of(text))] {
		end--
	}
	var words []string
	for i := start; i < end; i++ {
		if i < first || i >= last {
			words = append(words, tokens[i].Of(text))
		}
		if i == first-1 {
			words = append(words, "…")
		}
	}
	if start == first && end > last {
		words = append([]string{"…"}, words...)
	}
	return strings.Join(words, " ")
}
