package similarity_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// TestComparisonDiff holds that two members of a cluster, compared from what
// was read once, differ as the two articles alone do.
func TestComparisonDiff(t *testing.T) {
	docs := []shingle.Document{
		{ID: "a", Title: "At least 12 killed at Selby", Text: "At least 12 people were killed when the ferry Ida Brand sank off Selby on Monday, the coastguard said.\n\nThe ship carried 140 people and 20 cars."},
		{ID: "b", Title: "21 killed at Selby", Text: "12 people were killed when the ferry Ida Brand sank off Selby on Monday.\n\nThe ship carried 140 people and 20 cars."},
		{ID: "c", Text: "At least 14 people were killed when the ferry Ida Brand sank off Selby on Monday, the coastguard said.\n\nIt carried 104 people."},
	}
	c := similarity.Compare(docs, similarity.Cluster{ID: "x", Members: []similarity.Member{{ID: "a", Parent: -1}, {ID: "b", Parent: 0, Relation: similarity.LightEdit}, {ID: "c", Parent: 0, Relation: similarity.Updated}}})
	for a := range docs {
		for b := range docs {
			got, err := json.Marshal(c.Diff(a, b))
			if err != nil {
				t.Fatal(err)
			}
			want, err := json.Marshal(similarity.Diff(docs[a], docs[b]))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%d and %d: %s\nwant %s", a, b, got, want)
			}
		}
	}
}
