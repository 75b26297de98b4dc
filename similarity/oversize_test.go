package similarity

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/shingle"
)

// notices is a corpus of notices of one template, the same number of each of
// so many kinds, all in one group.
func notices(t *testing.T, cfg Config, n, kinds int) *corpus {
	t.Helper()
	f := NewFinder(cfg)
	t.Cleanup(func() { f.Close() })
	rng := rand.New(rand.NewPCG(8, 9))
	for i := range n {
		names := rand.New(rand.NewPCG(uint64(i%kinds), 10))
		var b strings.Builder
		for range 6 {
			fmt.Fprintf(&b, "The harbour office at Port %s said on Monday that berth %d was closed to traffic. ", spun(names.Uint64(), 1), names.IntN(40))
		}
		fmt.Fprintf(&b, "Ships wait outside, and %s.", spun(rng.Uint64(), 3+rng.IntN(20)))
		if err := f.Add(shingle.Document{ID: fmt.Sprintf("n%05d", i), Text: b.String()}); err != nil {
			t.Fatal(err)
		}
	}
	f.flush()
	f.busy.Wait()
	c := newCorpus(f)
	for d := range int32(n) {
		c.groups.join(0, d)
	}
	return c
}

// TestOversized holds what is made of an oversized group, few of whose members
// are held at a time, to what is made of it where all are, and what is counted
// to the words, merged.
func TestOversized(t *testing.T) {
	for _, test := range []struct {
		name string
		cfg  Config
		most int
	}{
		{"two are held", Config{Brief: true, Workers: 1}, 2},
		{"a few are held", Config{Brief: true, Workers: 1}, 50},
		{"all are held", Config{Brief: true, Workers: 1}, 0},
		{"whole words", Config{Workers: 1}, 50},
		{"in a file", Config{Brief: true, Workers: 1, Memory: 1}, 50},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := notices(t, test.cfg, groupMost+50, 7)
			g := c.groups.all()[0]
			all, some := c.formers()[0], c.formers()[0]
			all.form(g)
			some.oversize.most = test.most
			some.formOversized(g)
			if test.most > 0 && len(some.records) > test.most {
				t.Errorf("%d members are held, want %d at the most", len(some.records), test.most)
			}
			got, want := some.forming.groups.all(), all.forming.groups.all()
			if !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("%d clusters: %v, want %d: %v", len(got), got, len(want), want)
			}
			if len(want) < 2 || len(want) > 100 {
				t.Errorf("%d clusters: the group tells little", len(want))
			}
			for i, e := range some.edges {
				if w := all.edges[i]; e != w {
					t.Fatalf("edge %+v, want %+v", e, w)
				}
				if n := counts(all.judge.docs[e.a], all.judge.docs[e.b]); e.counts() != n {
					t.Fatalf("edge %+v, want %+v", e, n)
				}
			}
			some.letGo()
			some.form(g[:9])
			all.form(g[:9])
			if got, want := some.forming.groups.all(), all.forming.groups.all(); !slices.EqualFunc(got, want, slices.Equal) {
				t.Errorf("afterwards: clusters %v, want %v", got, want)
			}
		})
	}
}
