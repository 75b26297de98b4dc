package similarity_test

import (
	"encoding/json"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// TestRelease holds comparisons that are made in the memory of others against
// those that nothing was released before.
func TestRelease(t *testing.T) {
	stories := [][]shingle.Document{
		{
			{ID: "a", Title: "Ferry sinks, 12 dead", Text: "At least 12 people were killed when the ferry Ida Brand sank off Selby on Monday, the coastguard said. “We heard a crash,” a passenger said. It had carried 40 people."},
			{ID: "b", Title: "Ferry sinks", Text: "12 people were killed when the ferry Ida Brand sank off Selby on Monday. It had carried 48 people."},
			{ID: "c", Title: "", Text: "The ferry Ida Brand sank off Selby. Nobody said why."},
		},
		{
			{ID: "d", Text: "Sales rose 4.2 percent to 310 million euros, Corrant said."},
			{ID: "e", Text: "Sales rose about 4 percent to 301 million euros (325 million dollars). The bank may cut its forecast, two analysts said, and costs fell."},
		},
		{{ID: "f", Text: ""}, {ID: "g", Text: "Twelve."}},
	}
	compare := func(n int) (*similarity.Comparison, string) {
		var c similarity.Cluster
		for i, d := range stories[n] {
			m := similarity.Member{ID: d.ID, Parent: i - 1, Relation: similarity.LightEdit}
			c.Members = append(c.Members, m)
		}
		out := similarity.Compare(stories[n], c)
		b, err := json.Marshal(out)
		if err != nil {
			t.Fatal(err)
		}
		further, err := json.Marshal(out.Diff(0, len(stories[n])-1))
		if err != nil {
			t.Fatal(err)
		}
		return out, string(b) + string(further)
	}
	var want []string
	for n := range stories {
		_, s := compare(n)
		want = append(want, s)
	}
	for _, n := range []int{0, 1, 2, 0, 2, 1, 1, 0} {
		c, got := compare(n)
		if got != want[n] {
			t.Fatalf("story %d after others were released:\n%s\nnot\n%s", n, got, want[n])
		}
		c.Release()
		if c.Articles != nil || c.Edges != nil {
			t.Fatal("a comparison that was released holds on to its story")
		}
	}
}
