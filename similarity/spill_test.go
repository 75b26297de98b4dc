package similarity_test

import (
	"context"
	"os"
	"reflect"
	"testing"

	"github.com/wirediff/wirediff/similarity"
)

// TestMemory holds that a limit of memory changes nothing in the result, that
// the records do go to a file, and that nothing is left of it.
func TestMemory(t *testing.T) {
	docs, _ := generated(1200, 5)
	want, err := similarity.Find(docs, similarity.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		limit int64
		brief bool
	}{
		{"a part in memory", similarity.Config{}.LeastMemory(len(docs)) + 500_000, false},
		{"nothing in memory", 1, false},
		{"nothing in memory, brief", 1, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("TMPDIR", dir)
			f := similarity.NewFinder(similarity.Config{Memory: test.limit, Brief: test.brief})
			for _, d := range docs {
				if err := f.Add(d); err != nil {
					t.Fatal(err)
				}
			}
			if test.brief {
				a, err := f.Assign(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				at := 0
				for id, members := range a.All() {
					c := want.Clusters[at]
					if id != c.ID || len(members) != len(c.Members) {
						t.Fatalf("cluster %d is %s of %d, want %s of %d", at, id, len(members), c.ID, len(c.Members))
					}
					at++
				}
			} else {
				got, err := f.Result(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(got, want) {
					t.Error("the result is another one")
				}
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
			if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// TestMemoryWithoutRoom holds that a file that cannot be made is an error, and
// no wrong result.
func TestMemoryWithoutRoom(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()+"/nowhere")
	docs, _ := generated(50, 5)
	f := similarity.NewFinder(similarity.Config{Memory: 1})
	for _, d := range docs {
		if err := f.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	if r, err := f.Result(context.Background()); err == nil {
		t.Errorf("no error, but %d clusters", len(r.Clusters))
	}
}
