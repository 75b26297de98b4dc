package similarity

import (
	"math/big"
	"slices"

	"github.com/wirediff/wirediff/internal/figure"
	"github.com/wirediff/wirediff/internal/quantity"
)

// exclusive are fates that nobody has two of: who was freed did not die.
var exclusive = wordSet("killed injured missing freed rescued")

// fateOf is the exclusive fate of a figure's people, "" where none is said.
func (m *mention) fateOf() string {
	switch {
	case exclusive[m.fig.Event]:
		return m.fig.Event
	case m.fig.Event == "" && exclusive[m.fate]:
		return m.fate
	}
	return ""
}

// sumsTooBig finds parts of one whole, told apart by what befell them, that are
// more than the whole together: "of the 40 passengers, 25 were rescued and 17
// died".
func (t *figureText) sumsTooBig() []Check {
	var out []Check
	for i := range t.mentions {
		whole := &t.mentions[i]
		if !whole.numeric || !whole.value.Exact() || whole.fig.Kind != figure.Count || whole.fig.Field != "" {
			continue
		}
		var sum *big.Rat // of the parts; most figures have none
		var fates map[string]bool
		var parts []Figure
		for j := i + 1; j < len(t.mentions) && t.mentions[j].sent == whole.sent; j++ {
			m := &t.mentions[j]
			if m.fig.PartOf == 0 || m.fig.PartOf > len(t.figures) || &t.figures[m.fig.PartOf-1] != whole.fig || !m.numeric || fates[m.fateOf()] || m.fateOf() == "" {
				continue
			}
			if fates == nil {
				sum, fates, parts = new(big.Rat), map[string]bool{}, []Figure{*whole.fig}
			}
			fates[m.fateOf()] = true
			sum.Add(sum, m.value.Lo)
			parts = append(parts, *m.fig)
		}
		if len(fates) > 1 && sum.Cmp(whole.value.Hi) > 0 {
			out = append(out, Check{
				Rule: SumTooBig, Slot: slotName(t, whole), Figures: parts, Severity: High,
				Why: "the parts are " + sum.RatString() + " of " + whole.fig.Text,
			})
		}
	}
	return out
}

// selfOff finds two exact figures of one slot in two sentences whose values are
// a slip apart: 12 killed in the lead and 21 killed below. Values that differ
// by more than a slip are as likely of two things; those that a check found
// disputed are told already.
func (t *figureText) selfOff(body []fact, told []Check) []Check {
	var out []Check
	for i := range body {
		a := body[i].lead()
		if !mayRepeat(a) {
			continue
		}
		for _, f := range body[i+1:] {
			b := f.lead()
			if !mayRepeat(b) || a.sent == b.sent || a.noun != b.noun || a.fig.Event != b.fig.Event || a.fig.Unit != b.fig.Unit || a.fig.Kind != b.fig.Kind {
				continue
			}
			slip := slipOf(a, b)
			if !sameDigits(slip) || quantity.Slip(slip) == quantity.MovedPoint || slices.ContainsFunc(told, func(c Check) bool { return c.Figures[0].Start == a.fig.Start }) {
				continue
			}
			if points, ok := t.self().score(body[i], f); !ok || points < pairBar {
				continue
			}
			out = append(out, Check{
				Rule: SelfOff, Slot: slotName(t, a), Figures: []Figure{*a.fig, *b.fig}, Severity: High,
				Why: a.fig.Text + " here, " + b.fig.Text + " there: it looks like " + slip,
			})
			break
		}
	}
	return out
}

// mayRepeat reports whether a figure is of a slot that a text may state twice: an
// exact count with its noun and event, or sum, of two digits or more, that is
// no part and no other end of a change.
func mayRepeat(m *mention) bool {
	if !m.numeric || !m.value.Exact() || significantDigits(m.fig.Lo) < 2 || m.fig.PartOf > 0 || m.fig.Role != "" && m.fig.Role != "now" || m.fig.Place != "" {
		return false
	}
	switch m.fig.Kind {
	case figure.Count:
		return m.noun != "" && m.fig.Event != ""
	case figure.Money:
		return true
	}
	return false
}
