package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
	"github.com/wirediff/wirediff/internal/token"
)

// Vague words are no figures, but they are what a figure is often replaced
// by: "at 1:25 p.m." becomes "in the afternoon", "two hours" "a couple of
// hours". They are read only to find partners for figures that have none.

// vaguePhrase is a phrase with the range that it is taken for.
type vaguePhrase struct {
	words  []string
	kind   figure.Kind
	lo, hi string
}

// vaguePhrases are the phrases by their first word; those of one word are tried
// in order, longer ones first.
var vaguePhrases = vagueTable(`
time 00:00 07:00 early hours
time 00:00 07:00 small hours
time 04:00 10:00 early morning
time 04:00 12:00 morning
time 04:00 12:00 before dawn
time 04:00 07:30 dawn
time 03:00 08:00 daybreak
time 12:00 15:30 early afternoon
time 14:30 18:30 late afternoon
time 12:00 18:30 afternoon
time 17:00 20:30 early evening
time 17:00 23:59 evening
time 19:00 23:59 late night
time 18:00 23:59 night
time 11:00 13:00 lunchtime
time 11:30 12:30 midday
time 11:30 12:30 noon
time 23:00 23:59 midnight
time 16:00 21:00 dusk
fraction 0.85 1 nearly all
fraction 0.85 1 almost all
fraction 0.85 1 virtually all
fraction 0.5 1 most of
count 2 3 a couple of
count 2 9 a few
count 2 9 a handful of
count 3 20 several
count 3 20 a number of
count 10 99999 many
`)

func vagueTable(table string) map[string][]vaguePhrase {
	out := map[string][]vaguePhrase{}
	for line := range strings.Lines(table) {
		if f := strings.Fields(line); len(f) > 3 {
			out[f[3]] = append(out[f[3]], vaguePhrase{kind: figure.Kind(f[0]), lo: f[1], hi: f[2], words: f[3:]})
		}
	}
	return out
}

// maxVague bounds the vague phrases read in one text.
const maxVague = 200

// vague are the vague phrases of the story in a text, as facts of their own.
func (t *figureText) vague() []fact {
	a := t.article
	var out []fact
	for s, sentence := range a.Sentences {
		if a.Roles[s].Furniture() {
			continue
		}
		for i := sentence.First; i < sentence.Last && len(out) < maxVague; i++ {
			if !t.forms.vague[t.text[i]] {
				continue
			}
			p, n := vagueAt(a.Text, a.Tokens[i:sentence.Last])
			if n == 0 {
				continue
			}
			start, end := int(a.Tokens[i].Start), int(a.Tokens[i+n-1].End)
			f := &Figure{Kind: p.kind, Lo: p.lo, Hi: p.hi, Sentence: s, Rule: "vague words"}
			if p.kind == figure.Count && i+n < sentence.Last {
				f.Noun = strings.ToLower(a.Tokens[i+n].Of(a.Text))
				if unit := spanUnits[f.Noun]; unit != "" {
					f.Kind, f.Unit, f.Noun = figure.Duration, unit, ""
					end = int(a.Tokens[i+n].End)
				}
			}
			f.Start, f.End, f.Text = start, end, a.Text[start:end]
			if !t.overlapsFigure(f) {
				m := t.mentionOf(f)
				out = append(out, fact{&m})
			}
			i += n - 1
		}
	}
	return out
}

var spanUnits = map[string]string{
	"seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week", "months": "month", "years": "year",
}

// vagueAt is the phrase that the tokens begin with, and how many they are; 0
// where they begin with none.
func vagueAt(text string, tokens []token.Token) (vaguePhrase, int) {
	if len(tokens) == 0 || tokens[0].Kind != token.Word {
		return vaguePhrase{}, 0
	}
	for _, p := range vaguePhrases[strings.ToLower(tokens[0].Of(text))] {
		if len(tokens) < len(p.words) {
			continue
		}
		n := 0
		for n < len(p.words) && strings.EqualFold(tokens[n].Of(text), p.words[n]) {
			n++
		}
		if n == len(p.words) {
			return p, n
		}
	}
	return vaguePhrase{}, 0
}

func (t *figureText) overlapsFigure(f *Figure) bool {
	for i := range t.figures {
		g := &t.figures[i]
		if g.Field == "" && g.Start < f.End && f.Start < g.End {
			return true
		}
	}
	return false
}

// vagueBar is what a figure and vague words must have in common: their values
// say little, so their surroundings must say more.
const vagueBar = 3.5

// pairVague pairs the facts of one version that have no partner with vague
// words of the other: a figure given up is loosened, or rounded where words
// like "shortly before" lead to it; vague words made exact are refined.
func (d *figureDiff) pairVague() {
	d.vagueOneWay(d.partA.body, d.b.vague(), true)
	d.vagueOneWay(d.partB.body, d.a.vague(), false)
}

func (d *figureDiff) vagueOneWay(facts, vague []fact, loosened bool) {
	if len(vague) == 0 {
		return
	}
	alone := d.alone(facts)
	links := d.joins[:0]
	for i, f := range alone {
		for j, v := range vague {
			if !vagueHolds(v.lead(), f.lead()) {
				continue
			}
			a, b := f, v
			if !loosened {
				a, b = v, f
			}
			if points, ok := d.score(a, b); ok && points >= vagueBar {
				links = append(links, figureLink{i, j, points - vagueBar + 0.01})
			}
		}
	}
	d.joins = links
	for _, l := range d.assigner.assign(links, len(alone), len(vague)) {
		f, v := alone[l.a].lead(), vague[l.b].lead()
		out := FigureVariant{Class: Loosened, A: f.fig, B: v.fig, Rule: "a figure replaced by vague words", Slot: slotName(d.a, f)}
		if !loosened {
			out = FigureVariant{Class: Refined, A: v.fig, B: f.fig, Rule: "vague words replaced by a figure", Slot: slotName(d.b, f)}
		}
		d.paired[f.fig], d.paired[v.fig] = v.fig, f.fig
		out.Severity = Low
		d.out = append(d.out, out)
	}
}

// vagueHolds reports whether vague words may stand for a figure: its value is
// in their range, and what they count is what it counts.
func vagueHolds(v, f *mention) bool {
	if v.fig.Kind != f.fig.Kind && !(v.fig.Kind == figure.Fraction && (f.fig.Kind == figure.Percent || f.fig.Kind == figure.Count)) {
		return false
	}
	switch v.fig.Kind {
	case figure.Time:
		at, ok := clock(f.fig.Lo)
		lo, _ := clock(v.fig.Lo)
		hi, _ := clock(v.fig.Hi)
		return ok && at >= lo && at <= hi
	case figure.Count, figure.Duration:
		return f.numeric && f.fig.Unit == v.fig.Unit && (v.noun == "" || v.noun == f.noun) && v.value.Interval().Holds(plain(f.value).Interval())
	}
	if f.fig.Kind == figure.Count { // all but two
		return false
	}
	share, ok := f.value.Convert(unitOf(f.fig), "fraction")
	return ok && v.value.Interval().Holds(plain(share).Interval())
}

func plain(v quantity.Value) quantity.Value {
	v.Hedge = quantity.Plain
	return v
}
