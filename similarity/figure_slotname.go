package similarity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/token"
)

// eventWords says an event in plain words behind the noun.
var eventWords = map[string]string{
	"killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained", "displaced": "displaced",
	"freed": "freed", "hostage": "held hostage", "jobs-cut": "cut",
}

// slotName says in plain words what a figure counts or measures: its noun and
// event ("people killed"), or the words of the text around it, with an ellipsis
// in its place ("shares rose … in Toronto").
func slotName(t *figureText, m *mention) string {
	f := m.fig
	around := t.wordsAround(m)
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
// tell what is counted, short enough for a line of a table. Figures in digits
// that stand before it are passed over, units and all, for the words before
// them, as long as no more than slotPassed tokens are: "revenue increased 6
// percent to 3.1 billion euros" is "revenue increased to …".
const (
	slotBefore = 3
	slotAfter  = 3
	slotPassed = 6
)

// wordsAround quotes the words beside a figure in its sentence, up to the
// nearest mark, and behind it up to the next figure; "" where it stands alone.
func (t *figureText) wordsAround(m *mention) string {
	a, l := t.article, t.line(m.fig.Field)
	tokens := l.tokens
	from, to := 0, 0
	if m.fig.Field == "title" {
		to = len(tokens)
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
	before := make([]int, 0, slotBefore) // the nearest first
	for i, passed := first-1, 0; i >= from && len(before) < slotBefore; {
		if f := t.figureAt(m.fig.Field, int(tokens[i].Start)); f != nil && strings.ContainsAny(f.Text, "0123456789") {
			for i >= from && int(tokens[i].Start) >= f.Start {
				i, passed = i-1, passed+1
			}
			if passed > slotPassed || len(before) > 0 && !stopWords[l.low(before[len(before)-1])] {
				break
			}
			// Between two figures only the last preposition tells how they are one.
			for word(i) && stopWords[l.low(i)] {
				i--
			}
			continue
		}
		if !word(i) {
			break
		}
		before = append(before, i)
		i--
	}
	end := last
	for n := 0; n < slotAfter && word(end); n++ {
		end++
	}
	// An article or a preposition at an end tells nothing.
	for n := len(before); n > 0 && stopWords[l.low(before[n-1])]; n-- {
		before = before[:n-1]
	}
	for end > last && stopWords[l.low(end-1)] {
		end--
	}
	if len(before) == 0 && end == last {
		return ""
	}
	words := make([]string, 0, slotBefore+1+slotAfter)
	for _, i := range slices.Backward(before) {
		words = append(words, l.of(i))
	}
	words = append(words, "…")
	for i := last; i < end; i++ {
		words = append(words, l.of(i))
	}
	return strings.Join(words, " ")
}

// figureAt is the figure of a field that holds the byte at, nil where none
// does.
func (t *figureText) figureAt(field string, at int) *Figure {
	i, found := slices.BinarySearchFunc(t.figures, at, func(f Figure, at int) int {
		if f.Field != field {
			return cmp.Compare(f.Field, field) // the title's stand last
		}
		return cmp.Compare(f.Start, at)
	})
	if !found {
		i--
	}
	if i < 0 || t.figures[i].Field != field || at >= t.figures[i].End {
		return nil
	}
	return &t.figures[i]
}
