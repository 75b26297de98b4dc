package similarity

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"unsafe"

	"github.com/wirediff/wirediff/shingle"
)

// lend gives copies of documents whose strings are in one buffer, which may be
// written over.
func lend(docs []shingle.Document) (lent []shingle.Document, buf []byte) {
	total := 0
	for _, d := range docs {
		total += len(d.ID) + len(d.Title) + len(d.Text) + len(d.Outlet) + len(d.Previous)*len(d.ID)
	}
	buf = make([]byte, 0, total)
	in := func(s string) string {
		n := len(buf)
		buf = append(buf, s...)
		return unsafe.String(unsafe.SliceData(buf[n:]), len(s))
	}
	for _, d := range docs {
		d.ID, d.Title, d.Text, d.Outlet = in(d.ID), in(d.Title), in(d.Text), in(d.Outlet)
		if len(d.Previous) > 0 {
			d.Previous = []string{in(d.Previous[0])}
		}
		lent = append(lent, d)
	}
	return lent, buf
}

// TestPrepare holds that documents prepared from memory that is used again, in
// batches of any size, with some left out, give the result that Add gives.
func TestPrepare(t *testing.T) {
	docs := newWriter(7).corpus(900)
	for i := range docs {
		docs[i].Title, docs[i].Outlet = "Storm closes port of "+docs[i].ID, fmt.Sprint("Outlet ", i%7)
	}
	docs[300].Previous = []string{docs[2].ID}
	docs[301].Published = docs[301].Published.AddDate(-3000, 0, 0) // kept apart: see oddDate
	left := func(i int) bool { return i%11 == 3 || i >= 400 && i < 700 }
	for _, cfg := range []Config{{}, {Brief: true}} {
		plain := NewFinder(cfg)
		for i, d := range docs {
			if left(i) {
				continue
			}
			if err := plain.Add(d); err != nil {
				t.Fatal(err)
			}
		}
		prepared := NewFinder(cfg)
		p := prepared.Preparer()
		for from, size := 0, 1; from < len(docs); from, size = from+size, 2*size+1 {
			size = min(size, len(docs)-from)
			lent, buf := lend(docs[from : from+size])
			made := p.Prepare(lent)
			for i := range buf {
				buf[i] = 'x'
			}
			for i := range size {
				if left(from + i) {
					continue
				}
				if err := prepared.AddPrepared(made, i); err != nil {
					t.Fatal(err)
				}
			}
		}
		if plain.Len() != prepared.Len() {
			t.Fatalf("%d documents, want %d", prepared.Len(), plain.Len())
		}
		if cfg.Brief {
			if got, want := assigned(t, prepared), assigned(t, plain); !reflect.DeepEqual(got, want) {
				t.Errorf("brief: clusters differ:\n%v\nwant\n%v", got, want)
			}
			continue
		}
		got, err := prepared.Result(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		want, err := plain.Result(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("results differ: %d and %d clusters, %d and %d pairs", len(got.Clusters), len(want.Clusters), len(got.Pairs), len(want.Pairs))
		}
	}
}

// assigned gives the cluster of each document.
func assigned(t *testing.T, f *Finder) map[string]string {
	t.Helper()
	found, err := f.Assign(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for cluster, members := range found.All() {
		for _, m := range members {
			of[m.ID] = cluster
		}
	}
	return of
}

func TestPrepareErrors(t *testing.T) {
	docs := []shingle.Document{{ID: "a", Text: "One."}, {Text: "No id."}, {ID: "c", Text: "Three."}, {ID: "a", Text: "Four."}}
	f := NewFinder(Config{})
	made := f.Preparer().Prepare(docs)
	for _, step := range []struct {
		i    int
		want error
	}{{0, nil}, {1, ErrNoID}, {2, nil}, {0, ErrOrder}, {2, ErrOrder}, {3, nil}} {
		if err := f.AddPrepared(made, step.i); !errors.Is(err, step.want) {
			t.Errorf("document %d: %v, want %v", step.i, err, step.want)
		}
	}
	if _, err := f.Result(context.Background()); !errors.Is(err, ErrDuplicateID) {
		t.Errorf("an id that two documents have: %v, want %v", err, ErrDuplicateID)
	}
	if err := f.AddPrepared(made, 3); !errors.Is(err, ErrFinished) {
		t.Errorf("add after result: %v", err)
	}

	f = NewFinder(Config{})
	a, b := f.Preparer().Prepare(docs[:1]), f.Preparer().Prepare(docs[2:3])
	for _, err := range []error{f.AddPrepared(a, 0), f.Add(shingle.Document{ID: "z", Text: "Five."}), f.AddPrepared(b, 0)} {
		if err != nil {
			t.Error(err)
		}
	}
	r, err := f.Result(context.Background())
	if err != nil || len(r.Clusters) != 3 {
		t.Errorf("added both ways: %v, %v: want three clusters", r, err)
	}
}
