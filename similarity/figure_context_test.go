package similarity

import (
	"slices"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
)

// TestDiffContext holds what the words around two figures say of their pairing
// and their class.
func TestDiffContext(t *testing.T) {
	for _, c := range []struct {
		name, why, a, b string
		want            []string
	}{
		{
			"the value before", "b says that the old value is old",
			"The levy could put some 26,000 jobs at risk, the institute said.",
			"The levy could put some 31,000 jobs at risk, up from 26,000, the institute said.",
			[]string{"contradictory: some 26,000 → some 31,000"},
		},
		{
			"the ages of two people", "another name is another person",
			"The ban hurts bakers, said the guild's president, Ruth Delane, 63.\n\nThe vote is on Monday.",
			"The ban hurts bakers, said the owner of a shop, Marek Dubat, 51.\n\nThe vote is on Monday.",
			[]string{"added: - → 51", "missing: 63 → -"},
		},
		{
			"one person's age", "the same name with digits swapped",
			"The ban hurts bakers, said the guild's president, Ruth Delane, 63.",
			"The ban hurts bakers, said the guild's president, Ruth Delane, 36.",
			[]string{"contradictory: 63 → 36"},
		},
		{
			"all but", "those left out are not those",
			"Of the district's 412 schools, all but nine were closed, the superintendent said.",
			"Of the district's 412 schools, only nine were closed, the superintendent said.",
			[]string{"noun-changed: nine → nine"},
		},
		{
			"all but, said the other way", "nine open are all but nine closed",
			"Of the district's 412 schools, all but nine were closed, the superintendent said.",
			"Of the district's 412 schools, only nine stayed open, the superintendent said.",
			nil,
		},
		{
			"patients of a hospital", "people who are treated are patients",
			"Three people were in a serious condition in the city hospital, a doctor said.",
			"Three patients were in a serious condition in the city hospital, a doctor said.",
			nil,
		},
		{
			"women for men", "the noun of a subset stands behind it",
			"The dead were aged between 68 and 91, and four of them were women.",
			"The dead were aged between 68 and 91, and four of them were men.",
			[]string{"noun-changed: four → four"},
		},
		{
			"ends of a range", "a range said by its ends",
			"The dead were aged between 68 and 91, the authority said on Monday.",
			"The youngest of the dead was 68 and the oldest 91, the authority said on Monday.",
			nil,
		},
		{
			"cancelled and delayed", "the number kept, the doing changed",
			"At the airport, 22 flights were cancelled after the runway was closed.",
			"At the airport, 22 flights were delayed after the runway was closed.",
			[]string{"noun-changed: 22 → 22"},
		},
		{
			"families for children", "a family has more than one",
			"Some 4,800 children came to the centres for a meal on Monday.",
			"Some 4,800 families came to the centres for a meal on Monday.",
			[]string{"noun-changed: Some 4,800 → Some 4,800"},
		},
		{
			"lost and drowned", "the missing are not the dead",
			"Eleven fishermen from the village of Nambe had not been heard from since dawn.",
			"Eleven fishermen from the village of Nambe have drowned since dawn.",
			[]string{"noun-changed: Eleven → Eleven"},
		},
		{
			"almost and just under", "two words for one hedge",
			"The hearing before the senate's committee took almost five hours.",
			"The hearing before the senate's committee took just under five hours.",
			nil,
		},
		{
			"to and from", "the new value stands first",
			"The agency ordered the recall of some 18,000 wheels of the cheese.",
			"The agency widened the recall of the cheese to 26,400 wheels, from some 18,000.",
			[]string{"contradictory: some 18,000 → 26,400"},
		},
		{
			"a zone", "within a distance of the crater is its zone",
			"Residents within 10 kilometres of the crater were told to leave.",
			"Residents of a 10-kilometre zone round the crater were told to leave.",
			nil,
		},
		{
			"long over", "a count of an earlier year does not grow",
			"The ground was shut in 2017 after two fans were killed in a crush at the north gate.",
			"The ground was shut in 2017 after three fans were killed in a crush at the north gate.",
			[]string{"contradictory: two → three"},
		},
		{
			"a unit confused", "60 kilometres an hour are no 60 metres",
			"The lava was moving towards the village at 60 metres an hour, the observatory said.",
			"The lava was moving towards the village at 60 kilometres an hour, the observatory said.",
			[]string{"contradictory: 60 metres → 60 kilometres an hour"},
		},
	} {
		day := time.Date(2031, 6, 3, 10, 0, 0, 0, time.UTC)
		a := shingle.Document{ID: "a", Outlet: "Norvane", Text: c.a, Published: day}
		b := shingle.Document{ID: "b", Outlet: "The Quay", Text: c.b, Published: day.Add(3 * time.Hour)}
		if got := told(Diff(a, b).Figures); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q (%s)", c.name, got, c.want, c.why)
		}
	}
}

// TestDiffPlainHeadline: a headline has no room for a hedge that its own text
// keeps.
func TestDiffPlainHeadline(t *testing.T) {
	a := story("Norvane", wire, 0)
	b := story("The Quay", edit(t, "About 340 firefighters", "Some 340 firefighters"), 2)
	b.Title = "340 firefighters fight Calder Bay blaze"
	if got := told(Diff(a, b).Figures); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

// TestDiffConversion: a conversion in brackets is one fact with what it
// converts. Left out, it is a matter of style, and the fact is kept.
func TestDiffConversion(t *testing.T) {
	a := "The trophy was presented at 11:20 p.m. (2120 GMT), 18 km (11 miles) from the stadium.\n\nThe match had ended in a draw, and the crowd had gone home early."
	b := "The trophy was presented at 11:20 p.m., 11 miles from the stadium.\n\nThe match had ended in a draw, and the crowd had gone home early."
	d := Diff(shingle.Document{ID: "a", Text: a}, shingle.Document{ID: "b", Text: b})
	if len(d.Figures) != 2 {
		t.Fatalf("%q", told(d.Figures))
	}
	for _, v := range d.Figures {
		if v.Severity != Style || v.Rule != conversionDropped {
			t.Errorf("%s: %s, %s", v.A.Text, v.Severity, v.Rule)
		}
	}
}
