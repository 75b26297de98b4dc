package report

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// TestSegmentsByJSON holds that segments are written as encoding/json has
// them, field by field.
func TestSegmentsByJSON(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	span := func() shingle.Span { return shingle.Span{Start: rng.IntN(2000) - 10, End: rng.IntN(2000)} }
	kinds := []similarity.SegmentKind{similarity.Same, similarity.Changed, similarity.Cut, similarity.Insert, "", `<"other">`}
	lists := [][]similarity.Segment{{}}
	for range 200 {
		var list []similarity.Segment
		for range rng.IntN(4) + 1 {
			s := similarity.Segment{Kind: kinds[rng.IntN(len(kinds))], Moved: rng.IntN(3) == 0, Furniture: rng.IntN(3) == 0, A: span(), B: span(),
				ASents: [2]int{rng.IntN(90), rng.IntN(90)}, BSents: [2]int{rng.IntN(90), rng.IntN(90)}}
			for range rng.IntN(3) {
				s.Edits = append(s.Edits, similarity.Edit{Same: rng.IntN(2) == 0, Near: rng.IntN(2) == 0, A: span(), B: span()})
			}
			list = append(list, s)
		}
		lists = append(lists, list)
	}
	for _, c := range []*similarity.Comparison{damStory(t), movedStory(t), realStory(t)} {
		for _, d := range c.Edges {
			if d != nil {
				lists = append(lists, d.Segments)
			}
		}
	}
	for _, list := range lists {
		want, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendSegments(nil, list); string(got) != string(want) {
			t.Fatalf("segments are written as\n%s\nencoding/json has\n%s", got, want)
		}
	}
}
