package similarity

import (
	"slices"
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
// event ("people killed"), or the nearest words that tell ("ransom demand").
func slotName(a *shingle.Article, m *mention) string {
	f := m.fig
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
		if near := nearWords(a, m, 2); near != "" {
			name += " (" + near + ")"
		}
	default:
		name = string(f.Kind)
		if near := nearWords(a, m, 3); near != "" {
			name = near
			if f.Kind == figure.Date || f.Kind == figure.Time || f.Kind == figure.Age || f.Kind == figure.Percent {
				name = string(f.Kind) + ": " + near
			}
		}
	}
	if f.Place != "" {
		name += ", " + f.Place
	}
	return name
}

// valueWords belong to figures and name no slot.
var valueWords = wordSet(`million billion trillion thousand hundred hundreds thousands dozen dozens mln crore lakh percent per cent pct
	dollars dollar euros euro pounds pound pesos rupees rupee crowns kronor yen dlrs cts cents dlr
	inches inch feet foot miles mile metres meters metre meter kilometres kilometers km centimeters centimetres millimeters
	millimetres litres liters gallons acres hectares kilograms kilos tonnes tons ounces degrees celsius fahrenheit kph mph
	gmt january february march april june july august september october november december monday tuesday wednesday
	thursday friday saturday sunday two three four five six seven eight nine ten eleven twelve another further`)

// nearWords are the n content words nearest to a figure in its sentence, in
// the order of the text.
func nearWords(a *shingle.Article, m *mention, n int) string {
	tokens, text := a.Tokens, a.Text
	from, to := 0, 0
	if m.fig.Field == "title" {
		tokens, _ = titleTokens(a.Title)
		text, to = a.Title, len(tokens)
	} else if m.sent < len(a.Sentences) {
		from, to = a.Sentences[m.sent].First, a.Sentences[m.sent].Last
	}
	noun := strings.ToLower(m.fig.Noun)
	var at []int
	take := func(i int) {
		t := tokens[i]
		w := strings.ToLower(t.Of(text))
		if len(at) < n && t.Kind == token.Word && len(w) > 2 && !stopWords[w] && !valueWords[w] && w != noun {
			at = append(at, i)
		}
	}
	for d := 1; d <= contextReach && len(at) < n; d++ {
		if i := m.first - d; i >= from {
			take(i)
		}
		if i := m.last + d - 1; i < to && d <= contextReach/2 {
			take(i)
		}
	}
	slices.Sort(at)
	words := make([]string, len(at))
	for i, t := range at {
		words[i] = tokens[t].Of(text)
	}
	return strings.Join(words, " ")
}
