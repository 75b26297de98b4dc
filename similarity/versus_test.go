package similarity_test

import (
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// TestVersus holds that what the finder says of two documents is what their
// texts say, and that the numbers are those of Add, not of the ids' order.
func TestVersus(t *testing.T) {
	docs := []shingle.Document{
		{ID: "z", Text: "The harbour at Tessing was closed for 9 hours on Monday after a crane fell across the fairway, the port authority said."},
		{ID: "a", Text: "The harbour at Tessing was closed for nine hours on Monday after a crane fell across the fairway, officials said."},
		{ID: "m", Text: "The harbour at Tessing was closed for 9 hours on Monday after a crane fell across the fairway, the port authority said."},
	}
	f := similarity.NewFinder(similarity.Config{})
	if _, err := f.Comparer(); err == nil {
		t.Error("a finder without a result compares")
	}
	for _, d := range docs {
		if err := f.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Result(t.Context()); err != nil {
		t.Fatal(err)
	}
	compare, err := f.Comparer()
	if err != nil {
		t.Fatal(err)
	}
	sets := make([]shingle.Set, len(docs))
	for i, d := range docs {
		sets[i] = shingle.NewSet(shingle.Parse(d), shingle.DefaultSize)
	}
	for _, c := range []struct {
		a, b int
		want similarity.Relation
	}{{0, 1, similarity.LightEdit}, {1, 0, similarity.LightEdit}, {0, 2, similarity.Identical}} {
		v, err := compare.Versus(c.a, c.b)
		if err != nil || v.A != docs[c.a].ID || v.B != docs[c.b].ID || v.Counts != shingle.Compare(sets[c.a], sets[c.b]) || v.Relation != c.want || v.Evidence != shingle.SharedHash(sets[c.a], sets[c.b]) {
			t.Errorf("%d and %d: %+v, %v; want %s, %+v", c.a, c.b, v, err, c.want, shingle.Compare(sets[c.a], sets[c.b]))
		}
	}
	if _, err := compare.Versus(0, 3); err == nil {
		t.Error("there is a fourth document")
	}
}
