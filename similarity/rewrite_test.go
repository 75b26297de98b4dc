package similarity

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	madeup "github.com/wirediff/wirediff/internal/corpus"
	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/shingle"
)

// TestLeast holds the selection to a sort, over numbers of few and of many
// values.
func TestLeast(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 3000 {
		a := make([]uint64, r.IntN(150))
		values := 1 + r.Uint64N(1<<r.IntN(40))
		for i := range a {
			a[i] = r.Uint64N(values)
		}
		want := slices.Sorted(slices.Values(a))
		n := r.IntN(len(a) + 3)
		got := least(a, n)
		if !slices.Equal(got, want[:min(n, len(a))]) {
			t.Fatalf("the least %d of %v: %v", n, want, got)
		}
		if slices.Sort(a); !slices.Equal(a, want) {
			t.Fatalf("%v has become %v", want, a)
		}
	}
}

// TestPairJudge holds what a pair judge says, which tells most pairs before their
// sentences are compared and keeps what it made last, to what a judge of two
// says.
func TestPairJudge(t *testing.T) {
	for _, brief := range []bool{false, true} {
		f := NewFinder(Config{Brief: brief, Workers: 1})
		for d := range madeup.Generate(madeup.Config{Documents: 90, Seed: 3}) {
			if err := f.Add(shingle.Document{ID: d.ID, Title: d.Title, Text: d.Text, Published: d.Published}); err != nil {
				t.Fatal(err)
			}
		}
		f.flush()
		f.busy.Wait()
		c := newCorpus(f)
		p := newPairJudge(c)
		versions, events := 0, 0
		for a := range int32(len(c.seats)) {
			for b := a + 1; b < int32(len(c.seats)); b++ {
				u := &unpacker{corpus: c}
				j := newJudge(c.rarity, []*record{u.record(a), u.record(b)})
				e := newEdge(0, 1, counts(j.docs[0], j.docs[1]))
				j.judge(&e)
				if f := j.features(&e); j.rule(&e) == "" && e.score != facts.Choose(&f).Score(&f) {
					t.Fatalf("documents %d and %d: score %v, want %v by all features", a, b, e.score, facts.Choose(&f).Score(&f))
				}
				wantEvent := !e.version() && j.sameEvent(&e)
				version, event := p.judge(a, b)
				if version != e.version() || event != (wantEvent && !brief) {
					t.Fatalf("brief %v, documents %d and %d: versions %v, of one event %v, want %v, %v", brief, a, b, version, event, e.version(), wantEvent)
				}
				if version {
					versions++
				}
				if wantEvent {
					events++
				}
			}
		}
		if versions == 0 || events == 0 {
			t.Errorf("%d pairs of versions, %d of one event", versions, events)
		}
	}
}

// TestRarest holds the rarest terms to all terms, sorted.
func TestRarest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	rarity := facts.NewRarity(10)
	for range 400 {
		p := make(facts.Profile, r.IntN(150))
		hashes := 1 + r.IntN(300)
		for i := range p {
			p[i] = facts.Term(1 + r.IntN(hashes))
			for _, flag := range []facts.Term{facts.Name, facts.Figure, facts.Common} {
				if r.IntN(4) == 0 {
					p[i] |= flag
				}
			}
			if r.IntN(15) == 0 {
				p[i] = 0
			}
		}
		var sorted []facts.Term
		for _, term := range p {
			if term != 0 && !term.Has(facts.Common) {
				sorted = append(sorted, term)
			}
		}
		slices.SortFunc(sorted, func(a, b facts.Term) int {
			return cmp.Or(cmp.Compare(rarity.Weight(b), rarity.Weight(a)), cmp.Compare(a.Hash(), b.Hash()))
		})
		var want []uint32
		var weight float32
		for _, term := range sorted {
			if len(want) < termKeys && !slices.Contains(want, term.Hash()) {
				want = append(want, term.Hash())
				weight += rarity.Weight(term)
			}
		}
		if got, _, worth := rarest(nil, nil, p, rarity); !slices.Equal(got, want) || worth != weight {
			t.Fatalf("the rarest of %x: %x worth %v, want %x worth %v", p, got, worth, want, weight)
		}
	}
}

func BenchmarkLeast(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 1))
	all := make([][]uint64, 512)
	for i := range all {
		all[i] = make([]uint64, 130)
		for k := range all[i] {
			all[i][k] = r.Uint64()
		}
	}
	room := make([]uint64, 130)
	b.Run("select", func(b *testing.B) {
		for i := range b.N {
			copy(room, all[i%len(all)])
			least(room, termKeys)
		}
	})
	b.Run("sort", func(b *testing.B) {
		for i := range b.N {
			copy(room, all[i%len(all)])
			slices.Sort(room)
		}
	})
}
