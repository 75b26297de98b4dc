package report

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// TestDiffOrder: JSON says in which order figures and phrases stand together,
// the gravest first, each once.
func TestDiffOrder(t *testing.T) {
	d := similarity.Diff(
		shingle.Document{ID: "a", Title: "Ferry sinks", Text: "At least 12 people were killed when the ferry sank off Selby on Monday, the coastguard said. The firm did not answer, and 1,400 cars were held at the quay."},
		shingle.Document{ID: "b", Title: "Ferry lost", Text: "At least 12 people were killed when the ferry sank off Selby on Monday. The firm did not answer, and 1,700 vehicles were held at the quay."},
	)
	var out bytes.Buffer
	if err := WriteDiff(&out, d, JSON); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Figures, Phrases []json.RawMessage
		Order            []string
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Order) != len(got.Figures)+len(got.Phrases) || len(slices.Compact(slices.Sorted(slices.Values(got.Order)))) != len(got.Order) {
		t.Fatalf("order %v of %d figures and %d phrases", got.Order, len(got.Figures), len(got.Phrases))
	}
	if len(got.Order) < 3 || got.Order[0] != "f1" || got.Order[1] != "p1" {
		t.Errorf("order %v: want the contradiction first, then the attribution that was dropped", got.Order)
	}
}
