package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/wirediff/wirediff/internal/facts"
)

// question is one of the two that a model answers.
type question struct {
	name  string
	takes func(*pair) bool // the pairs that the question is asked of
	yes   func(*pair) bool // the wanted answer
	used  []facts.Feature
	ridge float64
}

// questions: of texts that share much wording, whether they fill one template
// is seen in the figures and names of the whole text. Of others all that the
// sentences tell is needed.
var questions = []question{
	{"one template or one event (rich)", rich, (*pair).isVersion, []facts.Feature{
		facts.Figures, facts.FiguresOf, facts.Names, facts.NamesOf, facts.Words, facts.Held, facts.Alike, facts.Title, facts.Known,
	}, 1},
	{"rewritten or reported again (poor)", poor, (*pair).isVersion, []facts.Feature{
		facts.Figures, facts.FiguresOf, facts.Names, facts.NamesOf, facts.Covered, facts.CoveredLess,
		facts.Aligned, facts.Order, facts.Quotes, facts.Held, facts.Alike, facts.Known,
	}, 3},
	// Of the plain pairs only the answers are labelled.
	{"made from it or not, with few names and figures (plain)", answer, (*pair).isVersion, []facts.Feature{
		facts.Words, facts.Covered, facts.Held,
	}, 0.3},
	{"one event or none (event)", other, (*pair).oneEvent, []facts.Feature{
		facts.Figures, facts.Names, facts.NamesOf, facts.Words, facts.Known,
	}, 1},
}

func model(p *pair) *facts.Model { return facts.Choose(&p.features) }

func rich(p *pair) bool { return model(p) == &facts.SameWording && !answer(p) }

func poor(p *pair) bool { return model(p) == &facts.OtherWording && !answer(p) }

func answer(p *pair) bool { return strings.HasPrefix(p.a.story, "answer ") }

// other takes the pairs that are no versions of each other.
func other(p *pair) bool { return !p.version && poor(p) }

func (p *pair) isVersion() bool { return p.version }

// oneEvent is the answer for a labelled independent report or follow-up.
func (p *pair) oneEvent() bool {
	return p.labelled() && p.a.Kind != "unrelated-similar" && p.b.Kind != "unrelated-similar"
}

// report fits each question's model on all its pairs, and on all stories but
// one in turn, and prints what came of it.
func report(w io.Writer, docs []*doc, pairs []*pair, verbose bool) {
	fmt.Fprintf(w, "%d articles, %d pairs\n", len(docs), len(pairs))
	for _, q := range questions {
		var mine []*pair
		for _, p := range pairs {
			if q.takes(p) {
				mine = append(mine, p)
			}
		}
		q.report(w, mine, verbose)
	}
}

func (q *question) report(w io.Writer, pairs []*pair, verbose bool) {
	model := logistic(pairs, q.yes, q.used, q.ridge)
	fmt.Fprintf(w, "\n%s: %d pairs\nbias %.3f\n", q.name, len(pairs), model.Bias)
	for _, f := range q.used {
		fmt.Fprintf(w, "%-16s %8.3f   AUC alone %.3f\n", f, model.Weight[f], auc(pairs, q.yes, func(p *pair) float64 { return p.features[f] }))
	}
	scores := q.validate(pairs)
	at := map[*pair]float64{}
	var bins [10][2]float64
	var wrong, missed, joined float64
	for i, p := range pairs {
		s := scores[i]
		at[p] = s
		b := min(9, int(s*10))
		bins[b][0] += p.weight
		if q.yes(p) {
			bins[b][1] += p.weight
		}
		if (s >= 0.5) == q.yes(p) {
			if verbose && p.labelled() && !q.yes(p) && s > 0.05 {
				fmt.Fprintf(w, "close %.3f %s %s  %.2f\n", s, p.a.ID, p.b.ID, p.features)
			}
			continue
		}
		switch {
		case p.labelled():
			wrong++
		case q.yes(p):
			missed++
		default:
			joined++
		}
		if verbose {
			fmt.Fprintf(w, "wrong %v %.3f %s %s (%s, %s) weight %.2f  %.2f %q %q\n", q.yes(p), s, p.a.ID, p.b.ID, p.a.Kind, p.b.Kind, p.weight, p.features, p.a.Title, p.b.Title)
		}
	}
	fmt.Fprintf(w, "cross-validated: %g labelled pairs wrong; %g made-up versions missed, %g of the background joined; AUC %.4f\n",
		wrong, missed, joined, auc(pairs, q.yes, func(p *pair) float64 { return at[p] }))
	fmt.Fprint(w, goSource(q.name, model, q.used))
	fmt.Fprintln(w, "score      pairs  versions")
	for i, b := range bins {
		fmt.Fprintf(w, "%.1f–%.1f %8.1f  %.3f\n", float64(i)/10, float64(i+1)/10, b[0], b[1]/max(b[0], 1e-9))
	}
}

// validate scores each labelled pair by a model that has not seen its story,
// and the background by a model that has not seen the background's other half.
func (q *question) validate(pairs []*pair) []float64 {
	fold := func(p *pair) string {
		if !p.labelled() {
			return fmt.Sprint("background", p.a.ID[len(p.a.ID)-1]%2)
		}
		return p.a.story
	}
	models := map[string]facts.Model{}
	scores := make([]float64, len(pairs))
	for i, p := range pairs {
		name := fold(p)
		m, ok := models[name]
		if !ok {
			var rest []*pair
			for _, r := range pairs {
				if fold(r) != name {
					rest = append(rest, r)
				}
			}
			m = logistic(rest, q.yes, q.used, q.ridge)
			models[name] = m
		}
		scores[i] = m.Score(&p.features)
	}
	return scores
}

// auc is the chance that a random pair of versions scores above a random pair
// of none, over the labelled pairs by weight.
func auc(pairs []*pair, wanted func(*pair) bool, score func(*pair) float64) float64 {
	var wins, total float64
	var yes, no []*pair
	for _, p := range pairs {
		switch {
		case !p.labelled():
		case wanted(p):
			yes = append(yes, p)
		default:
			no = append(no, p)
		}
	}
	for _, p := range yes {
		for _, q := range no {
			x, y := score(p), score(q)
			w := p.weight * q.weight
			total += w
			if x > y {
				wins += w
			} else if x == y {
				wins += w / 2
			}
		}
	}
	return wins / total
}

// goSource is the model as weights.go holds it.
func goSource(name string, m facts.Model, used []facts.Feature) string {
	var b strings.Builder
	fmt.Fprintf(&b, "// %s\nBias: %.3f,\nWeight: Features{\n", name, m.Bias)
	for _, f := range used {
		fmt.Fprintf(&b, "\t%s: %.3f,\n", f.GoName(), m.Weight[f])
	}
	return b.String() + "},\n"
}
