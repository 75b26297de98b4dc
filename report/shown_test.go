package report

import (
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// A difference in what stands beside the number must be seen in its line.
func TestShownTextsDiffer(t *testing.T) {
	for _, c := range []struct{ name, a, b, from, to string }{
		{"per another span", "The spring gives 2,400 litres of water a second in a wet year.", "The spring gives 2,400 litres of water a minute in a wet year.",
			"2,400 litres per second", "2,400 litres per minute"},
		{"another event", "Two miners were killed in the fall on Monday, the pit said.", "Two miners were injured in the fall on Monday, the pit said.",
			"Two miners killed", "Two miners injured"},
		{"another value", "The pass is 18 km long and was shut on Monday, the road office said.", "The pass is 81 km long and was shut on Monday, the road office said.",
			"18 km", "81 km"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := similarity.Diff(shingle.Document{ID: "a", Text: c.a}, shingle.Document{ID: "b", Text: c.b})
			for _, f := range newPair(d).Findings {
				if f.From == c.from && f.To == c.to {
					return
				}
			}
			t.Errorf("no finding says %q → %q: %+v", c.from, c.to, newPair(d).Findings)
		})
	}
}
