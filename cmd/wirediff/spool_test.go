package main

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/wirediff/wirediff/shingle"
)

// TestSpool holds that a document comes back from the spool as it went in, every
// field of it.
func TestSpool(t *testing.T) {
	full := shingle.Document{Published: time.Date(2024, 3, 5, 6, 7, 8, 9000, time.FixedZone("", 5400)), Previous: []string{"a", "", "ü"}}
	for i, v := 0, reflect.ValueOf(&full).Elem(); i < v.NumField(); i++ {
		if f := v.Field(i); f.Kind() == reflect.String {
			f.SetString(strings.Repeat(v.Type().Field(i).Name+"\n“x” ", 1+40*i))
		} else if f.IsZero() {
			t.Fatalf("the test sets no %s", v.Type().Field(i).Name)
		}
	}
	want := []shingle.Document{{}, full, {ID: "only an id"}, {Published: time.Date(1987, 2, 26, 0, 0, 0, 0, time.UTC)}, {Previous: []string{""}}}
	s, err := newSpool()
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	for _, d := range want {
		if err := s.addDocument(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.addDocument(shingle.Document{ID: "x\xff", Text: "\xe2\x80 y"}); err != nil {
		t.Fatal(err)
	}
	want = append(want, shingle.Document{ID: "x\uFFFD", Text: "\uFFFD\uFFFD y"})
	if err := s.flush(); err != nil {
		t.Fatal(err)
	}
	for i := len(want) - 1; i >= 0; i-- {
		got, err := s.document(i)
		if err != nil || !got.Published.Equal(want[i].Published) || got.Published.Format(time.RFC3339Nano) != want[i].Published.Format(time.RFC3339Nano) {
			t.Fatalf("document %d: %v, published %v", i, err, got.Published)
		}
		got.Published = want[i].Published
		if !reflect.DeepEqual(got, want[i]) {
			t.Errorf("document %d came back as\n%+v\nnot\n%+v", i, got, want[i])
		}
	}
}

func TestDamagedRecord(t *testing.T) {
	whole, err := appendDocument(nil, &shingle.Document{ID: "a", Text: "words", Published: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if _, err := readDocument(string(whole[:n])); err == nil {
			t.Errorf("%d bytes of a record of %d are read without an error", n, len(whole))
		}
	}
}
