package similarity

import (
	"slices"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

func TestChecks(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              []CheckRule
	}{
		{"nothing wrong", "Nine freed", "The nine - four women and five men - were freed on Monday.", nil},
		{"parts fewer than the whole", "", "The ten - four women and five men - were freed on Monday.", []CheckRule{PartsOff}},
		{"parts before the whole", "", "There were four women and five men among ten people freed on Monday.", []CheckRule{PartsOff}},
		{"a part of more", "", "The ten hostages are among the more than 200 people held there.", nil},
		{"a part of fewer", "", "Only 11 hostages were counted, and 13 of them were freed.", []CheckRule{PartTooBig}},
		{"women alone are no parting", "", "Among the ten were four women, the guard said.", nil},
		{"a change that fits", "", "Sales rose 20 percent to 120 million euros from 100 million euros.", nil},
		{"a change within its rounding", "", "Profit fell 18.2 percent to 3.37 billion rupees from 4.12 billion rupees.", nil},
		{"a change that does not fit", "", "Sales rose 30 percent to 120 million euros from 100 million euros.", []CheckRule{ChangeOff}},
		{"two sources", "", "Organisers said 60,000 people marched through the old town. Police put the number at 18,000.", []CheckRule{Disputed}},
		{"two sources in one sentence", "", "Police put the number of marchers at 18,000, while organisers said 60,000 people took part.", []CheckRule{Disputed}},
		{"women and men among the freed", "", "Four women and five men were among the ten freed on Monday.", []CheckRule{PartsOff}},
		{"more than all", "", "Of the 40 passengers, 25 were rescued and 17 died.", []CheckRule{SumTooBig}},
		{"no more than all", "", "Of the 40 passengers, 25 were rescued and 12 died.", nil},
		{"the lead against the rest", "", "The explosion in the mill killed 12 people on Monday, police said.\n\nThe explosion in the mill killed 21 people and hurt 40, police said.", []CheckRule{SelfOff}},
		{"two tolls", "", "The explosion in the mill killed 12 people on Monday, police said.\n\nA storm killed 40 people in Tarn in 2019.", nil},
		{"one source twice", "", "Police counted 60,000 people. They spoke of 18,000 shops closed.", nil},
		{"the headline against the text", "Explosion kills 41 in Tarn", "The explosion killed 14 people in Tarn on Monday, police said.", []CheckRule{HeadlineOff}},
		{"the headline as the text", "Explosion kills 14 in Tarn", "The explosion killed 14 people in Tarn on Monday, police said.", nil},
		{"nothing at all", "", "", nil},
	} {
		a := shingle.Parse(shingle.Document{ID: "x", Title: c.title, Text: c.text})
		var got []CheckRule
		for _, k := range Checks(a) {
			got = append(got, k.Rule)
			for _, f := range k.Figures {
				whole := c.text
				if f.Field == "title" {
					whole = c.title
				}
				if whole[f.Start:f.End] != f.Text {
					t.Errorf("%s: %q is not the text at its offsets", c.name, f.Text)
				}
			}
			if k.Why == "" || k.Slot == "" || len(k.Figures) < 2 {
				t.Errorf("%s: an empty check: %+v", c.name, k)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
