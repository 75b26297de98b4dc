package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/wirediff/wirediff/internal/facts"
)

// used are the features of the decision. Left out are those that say the same
// again.
var used = []facts.Feature{
	facts.Figures, facts.FiguresOf, facts.Names, facts.NamesOf, facts.Words, facts.Covered, facts.CoveredLess,
	facts.Aligned, facts.Order, facts.Quotes, facts.Lead, facts.Run, facts.Held, facts.Alike, facts.Known,
}

// report fits on all pairs, and on all stories but one in turn, and prints
// what came of it.
func report(w io.Writer, docs []*doc, pairs []*pair, verbose bool) {
	fmt.Fprintf(w, "%d articles, %d pairs\n", len(docs), len(pairs))
	for f := range facts.NumFeatures {
		fmt.Fprintf(w, "%-16s AUC %.3f\n", f, auc(pairs, func(p *pair) float64 { return p.features[f] }))
	}
	model := logistic(pairs, used)
	fmt.Fprintf(w, "bias %.3f\n", model.Bias)
	for _, f := range used {
		fmt.Fprintf(w, "%-16s %8.3f\n", f, model.Weight[f])
	}
	scores := validate(pairs)
	var bins [10][2]float64
	var wrong, background float64
	for i, p := range pairs {
		s := scores[i]
		b := min(9, int(s*10))
		bins[b][0] += p.weight
		if p.version {
			bins[b][1] += p.weight
		}
		if (s >= 0.5) != p.version {
			if p.a.story == "" {
				background++
				if verbose {
					fmt.Fprintf(w, "background %.3f %s %s %.2f %q %q\n", s, p.a.ID, p.b.ID, p.features, p.a.Title, p.b.Title)
				}
				continue
			}
			wrong++
			if verbose {
				fmt.Fprintf(w, "wrong %.3f %s %s (%s, %s) weight %.2f\n      %.2f\n", s, p.a.ID, p.b.ID, p.a.Kind, p.b.Kind, p.weight, p.features)
			}
		}
	}
	fmt.Fprintf(w, "cross-validated: %g labelled pairs wrong, %g of the background; AUC %.4f\n", wrong, background,
		auc(pairs, func(p *pair) float64 { return scores[slices.Index(pairs, p)] }))
	fmt.Fprintln(w, "score      pairs  versions")
	for i, b := range bins {
		fmt.Fprintf(w, "%.1f–%.1f %8.1f  %.3f\n", float64(i)/10, float64(i+1)/10, b[0], b[1]/max(b[0], 1e-9))
	}
}

// validate scores each labelled pair by a model that has not seen its story,
// and the background by a model that has not seen the background's other half.
func validate(pairs []*pair) []float64 {
	fold := func(p *pair) string {
		if p.a.story == "" {
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
			for _, q := range pairs {
				if fold(q) != name {
					rest = append(rest, q)
				}
			}
			m = logistic(rest, used)
			models[name] = m
		}
		scores[i] = m.Score(&p.features)
	}
	return scores
}

// auc is the chance that a random pair of versions scores above a random pair
// of none, over the labelled pairs by weight.
func auc(pairs []*pair, score func(*pair) float64) float64 {
	var wins, total float64
	var yes, no []*pair
	for _, p := range pairs {
		switch {
		case p.a.story == "":
		case p.version:
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
