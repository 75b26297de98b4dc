package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// heaviest tries every subset of the links: the oracle of Chain.
func heaviest(links []Link) float64 {
	best := 0.0
	for set := range 1 << len(links) {
		sum, ok := 0.0, true
		for i := range links {
			if set>>i&1 == 0 {
				continue
			}
			sum += links[i].Weight
			for j := range i {
				if set>>j&1 == 1 && !inOrder(links[i], links[j]) && !inOrder(links[j], links[i]) {
					ok = false
				}
			}
		}
		if ok {
			best = max(best, sum)
		}
	}
	return best
}

func inOrder(x, y Link) bool { return x.A[1] <= y.A[0] && x.B[1] <= y.B[0] }

func TestChainAgainstAllSubsets(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		links := make([]Link, rng.IntN(9))
		for n := range links {
			a, b := rng.IntN(8), rng.IntN(8)
			links[n] = Link{A: [2]int{a, a + 1 + rng.IntN(2)}, B: [2]int{b, b + 1 + rng.IntN(2)}, Weight: float64(1 + rng.IntN(5))}
		}
		chain := Chain(links)
		sum := 0.0
		for n, i := range chain {
			sum += links[i].Weight
			if n > 0 && !inOrder(links[chain[n-1]], links[i]) {
				t.Fatalf("chain %v of %v is out of order", chain, links)
			}
		}
		if want := heaviest(links); sum != want {
			t.Fatalf("chain %v of %v weighs %v, want %v", chain, links, sum, want)
		}
	}
}

func TestChainEmpty(t *testing.T) {
	if got := Chain(nil); got != nil {
		t.Errorf("chain of nothing: %v", got)
	}
	if got := Chain([]Link{{A: [2]int{0, 1}, B: [2]int{0, 1}}}); got != nil {
		t.Errorf("a link without weight is taken: %v", got)
	}
}

func FuzzWords(f *testing.F) {
	f.Add([]byte("abcabba"), []byte("cbabac"))
	f.Add([]byte{}, []byte{1})
	f.Fuzz(func(t *testing.T, x, y []byte) {
		a, b := ids(x), ids(y)
		runs, ok := Words(nil, a, b)
		if ok != (len(a)+len(b) <= MaxWords) {
			t.Fatalf("ok is %v for %d tokens", ok, len(a)+len(b))
		}
		i, j := 0, 0
		for _, r := range runs {
			if r.A[0] != i || r.B[0] != j || r.A[1] < i || r.B[1] < j || r.A[1]-r.A[0]+r.B[1]-r.B[0] == 0 {
				t.Fatalf("runs %v do not cover", runs)
			}
			if r.Same && !slices.Equal(a[r.A[0]:r.A[1]], b[r.B[0]:r.B[1]]) {
				t.Fatalf("run %v is not the same", r)
			}
			i, j = r.A[1], r.B[1]
		}
		if i != len(a) || j != len(b) {
			t.Fatalf("runs %v end at %d, %d", runs, i, j)
		}
	})
}

func ids(x []byte) []int32 {
	out := make([]int32, len(x))
	for n, c := range x {
		out[n] = int32(c) << 8 // beyond the surrogates too
	}
	return out
}

// TestWordsReplaced holds the short way for runs of which one stretch was
// replaced whole against go-diff, which knows no such way.
func TestWordsReplaced(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	words := func(from, span int32, n int) (ids []int32) {
		for range n {
			ids = append(ids, from+rng.Int32N(span))
		}
		return ids
	}
	for range 5000 {
		start, end := words(0, 6, rng.IntN(6)), words(0, 6, rng.IntN(6))
		// Few words, so that the stretches repeat those around them.
		a := slices.Concat(start, words(3, 5, 1+rng.IntN(5)), end)
		b := slices.Concat(start, words(6+rng.Int32N(70), 5, 1+rng.IntN(5)), end)
		got, _ := Words(nil, a, b)
		want := diff(a, b)
		if !slices.Equal(got, want) {
			t.Fatalf("%v → %v: %v, go-diff says %v", a, b, got, want)
		}
	}
}

func TestWordsBeyondRunes(t *testing.T) {
	runs, ok := Words(nil, []int32{1, 2_000_000, 3}, []int32{1, 5, 3})
	want := []Run{{Same: true, A: [2]int{0, 1}, B: [2]int{0, 1}}, {A: [2]int{1, 2}, B: [2]int{1, 2}}, {Same: true, A: [2]int{2, 3}, B: [2]int{2, 3}}}
	if ok || !slices.Equal(runs, want) {
		t.Errorf("got %v %v, want %v and not ok", runs, ok, want)
	}
}

func TestNear(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
		why  string
	}{
		{"harbour", "harbor", true, "spelling"},
		{"killed", "kills", true, "inflection"},
		{"recieve", "receive", true, "typo"},
		{"cat", "car", false, "three letters are too few"},
		{"million", "billion", false, "another scale is no typo"},
		{"1400", "1200", false, "numbers are never near"},
		{"police", "polite", true, "one letter of six: a typo for all we know"},
		{"minister", "mayor", false, "other words"},
	} {
		if got := Near(tc.a, tc.b); got != tc.want {
			t.Errorf("%s/%s: got %v (%s)", tc.a, tc.b, got, tc.why)
		}
	}
}

func TestStem(t *testing.T) {
	for _, same := range [][]string{
		{"kidnap", "kidnapping", "kidnappers"},
		{"evacuate", "evacuation", "evacuated"},
		{"kill", "kills", "killed", "killing"},
		{"injury", "injuries"},
	} {
		for _, w := range same {
			if Stem(w) != Stem(same[0]) {
				t.Errorf("%s → %s, %s → %s", same[0], Stem(same[0]), w, Stem(w))
			}
		}
	}
	if Stem("minister") == Stem("ministry") {
		t.Log("minister and ministry share a stem: known, harmless for alignment")
	}
}

func TestGroups(t *testing.T) {
	unit := func(features ...int32) Unit { return Unit{Features: features} }
	base := make([]float64, 40)
	for n := range base {
		base[n] = 1
	}
	for _, tc := range []struct {
		name, why string
		a, b      []Unit
		want      string
	}{
		{"in order", "equal units stay", []Unit{unit(1, 2, 3), unit(4, 5, 6)}, []Unit{unit(1, 2, 3), unit(4, 5, 6)}, "0:0 1:1"},
		{"crossed", "one of two that cross has moved", []Unit{unit(1, 2, 3), unit(4, 5, 6)}, []Unit{unit(4, 5, 6), unit(1, 2, 3)}, "0:1 1:0m"},
		{"split", "one became two", []Unit{unit(1, 2, 3, 4, 5, 6)}, []Unit{unit(1, 2, 3), unit(4, 5, 6)}, "0:0-1"},
		{"merged", "two became one", []Unit{unit(1, 2, 3), unit(4, 5, 6)}, []Unit{unit(1, 2, 3, 4, 5, 6)}, "0-1:0"},
		{"strangers", "nothing shared", []Unit{unit(1, 2, 3)}, []Unit{unit(4, 5, 6)}, ""},
		{"repeated", "equal texts pair in order, however alike their units", []Unit{unit(1), unit(1), unit(1)}, []Unit{unit(1), unit(1), unit(1)}, "0:0 1:1 2:2"},
		{"classes", "furniture does not join a body sentence", []Unit{unit(1, 2, 3), {Features: []int32{4, 5, 6}, Class: 2}}, []Unit{unit(1, 2, 3, 4, 5, 6)}, "0:0"},
		{"empty", "no units", nil, []Unit{unit(1)}, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := ""
			for _, g := range NewIndex(tc.a, tc.b, base).Groups(func(int) int { return 3 }) {
				if got != "" {
					got += " "
				}
				got += span(g.A) + ":" + span(g.B)
				if g.Moved {
					got += "m"
				}
			}
			if got != tc.want {
				t.Errorf("%s: got %q, want %q", tc.why, got, tc.want)
			}
		})
	}
}

func span(s [2]int) string {
	if s[1]-s[0] == 1 {
		return fmt.Sprint(s[0])
	}
	return fmt.Sprintf("%d-%d", s[0], s[1]-1)
}

func BenchmarkChain(b *testing.B) {
	for _, n := range []int{1000, 100000} {
		rng := rand.New(rand.NewPCG(3, 4))
		links := make([]Link, n)
		for i := range links {
			a, c := rng.IntN(n), rng.IntN(n)
			links[i] = Link{A: [2]int{a, a + 1}, B: [2]int{c, c + 1}, Weight: rng.Float64()}
		}
		b.Run(fmt.Sprintf("links=%d", n), func(b *testing.B) {
			for b.Loop() {
				Chain(links)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "links/s")
		})
	}
}

// BenchmarkGroups aligns sentences of 20 features, one in five of which is
// another in the second text: index, candidates and groups.
func BenchmarkGroups(b *testing.B) {
	const features = 20
	for _, n := range []int{5, 30, 300} {
		rng := rand.New(rand.NewPCG(5, 6))
		var x, y []Unit
		for i := range n {
			var u, v Unit
			for k := range features {
				id := int32(i*features + k)
				u.Features = append(u.Features, id)
				if rng.IntN(5) == 0 {
					id = int32(n*features + i*features + k)
				}
				v.Features = append(v.Features, id)
			}
			slices.Sort(v.Features)
			x, y = append(x, u), append(y, v)
		}
		base := make([]float64, 2*n*features)
		for i := range base {
			base[i] = 1
		}
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) {
			paired := 0
			for b.Loop() {
				paired = len(NewIndex(x, y, base).Groups(func(int) int { return features }))
			}
			b.ReportMetric(float64(2*n*b.N)/b.Elapsed().Seconds(), "sentences/s")
			b.ReportMetric(float64(paired)/float64(n), "recall")
		})
	}
}

// BenchmarkWords diffs two sentences' tokens, of which some were replaced.
func BenchmarkWords(b *testing.B) {
	for _, n := range []int{25, 100, 380} {
		for _, percent := range []int{5, 50} {
			rng := rand.New(rand.NewPCG(7, 8))
			var x, y []int32
			for i := range n {
				id := int32(i)
				x = append(x, id)
				if rng.IntN(100) < percent {
					id += int32(n)
				}
				y = append(y, id)
			}
			b.Run(fmt.Sprintf("tokens=%d/replaced=%d%%", n, percent), func(b *testing.B) {
				for b.Loop() {
					if _, ok := Words(nil, x, y); !ok {
						b.Fatal("the diff was bounded")
					}
				}
				b.ReportMetric(float64(2*n*b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

// TestTwoHands holds that texts that share a name here and there, and no
// more, are not paired sentence by sentence.
func TestTwoHands(t *testing.T) {
	const names = 10 // one a sentence: a ninth of its weight
	unit := func(first int32) Unit {
		u := Unit{Features: []int32{first % names}}
		for k := range int32(8) {
			u.Features = append(u.Features, names+first*8+k)
		}
		return u
	}
	var a, b []Unit
	for n := range int32(10) {
		a, b = append(a, unit(n)), append(b, unit(n+10))
	}
	base := make([]float64, names+20*8)
	for f := range base {
		base[f] = 1
	}
	if got := NewIndex(a, b, base).Groups(func(int) int { return 9 }); len(got) > 0 {
		t.Errorf("paired by a name alone: %v", got)
	}
}
