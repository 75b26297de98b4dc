package similarity

import (
	"slices"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

func TestFiguresThatChangedPlaces(t *testing.T) {
	for _, c := range []struct {
		name, why string
		a, b      string
		want      []string
	}{
		{"two shares", "each party has the other's share",
			"Osei won 52 percent of the vote and Brandt 41 percent, the commission said.",
			"Osei won 41 percent of the vote and Brandt 52 percent, the commission said.",
			[]string{"contradictory: 41 percent → 52 percent swapped figures", "contradictory: 52 percent → 41 percent swapped figures"}},
		{"a sentence turned", "the names went with their shares",
			"Osei won 52 percent of the vote and Brandt 41 percent, the commission said.",
			"Brandt won 41 percent of the vote and Osei 52 percent, the commission said.",
			nil},
		{"a part of the whole", "the part is larger than the whole",
			"Eight hikers were hurt, two of them badly, the mountain guard said on Friday.",
			"Two hikers were hurt, eight of them badly, the mountain guard said on Friday.",
			[]string{"contradictory: Eight → Two swapped figures", "contradictory: two → eight swapped figures"}},
		{"neighbours", "one more here and one less there are no restyling",
			"Sixteen members of the council voted against the plan and 17 stayed away from the hall.",
			"Seventeen members of the council voted against the plan and 16 stayed away from the hall.",
			[]string{"contradictory: 17 → 16 swapped figures", "contradictory: Sixteen → Seventeen swapped figures"}},
		{"events changed places", "the word killed stands in the sentence, of the others",
			"Rescuers said 12 people were killed and 47 injured when the bridge gave way on Sunday.",
			"Rescuers said 12 people were injured and 47 killed when the bridge gave way on Sunday.",
			[]string{"noun-changed: 12 → 12 ", "noun-changed: 47 → 47 "}},
		{"said the other way round", "the counts went with their events",
			"Rescuers said 12 people were killed and 47 injured when the bridge gave way on Sunday.",
			"Rescuers said 47 people were injured and 12 killed when the bridge gave way on Sunday.",
			nil},
		{"one of two left out", "the figure kept its value, and lost what it counted",
			"The flu has killed 31 people and infected 275 since March, the clinic said on Monday.",
			"The flu has killed 275 people since March, the clinic said on Monday.",
			[]string{"missing", "noun-changed: 275 → 275 "}},
		{"points and percent", "a rise of five points from 63 is no rise of five percent",
			"A survey found 68 percent of drivers against the toll, up 5 points from March.",
			"A survey found 68 percent of drivers against the toll, up 5 percent from March.",
			[]string{"contradictory: 5 points → 5 percent unit confused"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Diff(shingle.Document{ID: "a", Text: c.a}, shingle.Document{ID: "b", Text: c.b})
			var got []string
			for _, v := range d.Figures {
				if v.Class != SameRestyled && v.A != nil && v.B != nil {
					got = append(got, string(v.Class)+": "+v.A.Text+" → "+v.B.Text+" "+v.Slip)
				} else if v.Class != SameRestyled {
					got = append(got, string(v.Class))
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("%s:\n got %q\nwant %q", c.why, got, c.want)
			}
		})
	}
}

// TestHedgeToldOnce: what became of a figure is told of the figure alone.
func TestHedgeToldOnce(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"refined", "The fire brigade led some 240 guests out of the hotel on Friday night.", "The fire brigade led 236 guests out of the hotel on Friday night."},
		{"hedge lost", "The fire brigade led at least 240 guests out of the hotel on Friday night.", "The fire brigade led 240 guests out of the hotel on Friday night."},
		{"another value", "The fire brigade led 43 guests out of the hotel on Friday night.", "The fire brigade led more than 50 guests out of the hotel on Friday night."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Diff(shingle.Document{ID: "a", Text: c.a}, shingle.Document{ID: "b", Text: c.b})
			if n := len(told(d.Figures)); n != 1 {
				t.Errorf("told %q, want one", told(d.Figures))
			}
			for _, p := range d.Phrases {
				if p.Type == HedgeDropped || p.Type == HedgeAdded {
					t.Errorf("told again: %s %q → %q", p.Type, p.A.Text, p.B.Text)
				}
			}
		})
	}
}
