package similarity_test

import (
	"fmt"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// The lines of Go that the README shows.
func Example() {
	docs := []shingle.Document{
		{ID: "wire", Text: "At least 12 people were killed when the ferry Ida Brand sank off Selby on Monday, the coastguard said."},
		{ID: "echo", Text: "12 people were killed when the ferry Ida Brand sank off Selby on Monday."},
	}
	found, _ := similarity.Find(docs, similarity.Config{})
	fmt.Println(len(found.Clusters), "story")

	d := similarity.Diff(docs[0], docs[1])
	for _, f := range d.Figures {
		fmt.Println(f.Class, f.Slot+":", f.A.Text, "→", f.B.Text)
	}
	for _, p := range d.Phrases {
		fmt.Println(p.Type+":", p.A.Text)
	}
	// Output:
	// 1 story
	// hedge-changed people killed: At least 12 → 12
	// attribution-dropped: the coastguard said
}
