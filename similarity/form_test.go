package similarity

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// pairs makes all edges among n documents; score gives each its score, which
// is its resemblance too.
func pairs(n int, score func(a, b int) float64) []edge {
	var out []edge
	for a := range n {
		for b := a + 1; b < n; b++ {
			s := score(a, b)
			shared := int(200 * s / (1 + s)) // of 100 shingles each
			out = append(out, edge{a: int32(a), b: int32(b), shared: int32(shared), sizeA: 100, sizeB: 100, score: s})
		}
	}
	return out
}

func TestForm(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		score func(a, b int) float64
		want  string
		cuts  int
	}{
		{"all alike", 4, func(a, b int) float64 { return 0.9 }, "[[0 1 2 3]]", 0},
		{"none alike", 3, func(a, b int) float64 { return 0.1 }, "[[0] [1] [2]]", 0},
		{"two stories and one false pair between them", 10, func(a, b int) float64 {
			switch {
			case a/5 == b/5:
				return 0.9
			case a == 4 && b == 5:
				return 0.6
			}
			return 0.05
		}, "[[0 1 2 3 4] [5 6 7 8 9]]", 1},
		{"a brief that resembles one version of three", 4, func(a, b int) float64 {
			switch {
			case b < 3:
				return 0.9
			case a == 0:
				return 0.7
			}
			return 0.1
		}, "[[0 1 2 3]]", 0},
		{"a chain of look-alikes is cut up", 12, func(a, b int) float64 {
			if b-a == 1 {
				return 0.6
			}
			return 0.05
		}, "", -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var forming forming
			forming.form(c.n, pairs(c.n, c.score), func(e *edge) { e.judged = true })
			clusters := forming.clusters()
			var got [][]int32
			cuts, largest := 0, 0
			for _, f := range clusters {
				got = append(got, f.members)
				cuts += len(f.cut)
				largest = max(largest, len(f.members))
			}
			if c.want != "" && fmt.Sprint(got) != c.want {
				t.Errorf("clusters %v, want %s", got, c.want)
			}
			if c.cuts >= 0 && cuts != 2*c.cuts {
				t.Errorf("%d links cut, want %d, told on both sides", cuts, c.cuts)
			}
			if c.want == "" && largest > 6 {
				t.Errorf("a chain of %d: %v", largest, got)
			}
		})
	}
}

// total is the weight of a choice of parents.
func total(weights [][]float64, parent []int) float64 {
	sum := 0.0
	for v, u := range parent {
		if u >= 0 {
			sum += weights[v][u]
		}
	}
	return sum
}

// tree reports whether every vertex comes from 0 without a cycle.
func tree(parent []int) bool {
	for v := range parent {
		steps := 0
		for u := v; u != 0; u = parent[u] {
			if steps++; u < 0 || steps > len(parent) {
				return false
			}
		}
	}
	return true
}

// tried tries every choice of parents.
func tried(weights [][]float64) float64 {
	n := len(weights)
	parent, best := make([]int, n), math.Inf(-1)
	parent[0] = -1
	var try func(v int)
	try = func(v int) {
		if v == n {
			if tree(parent) {
				best = max(best, total(weights, parent))
			}
			return
		}
		for u := range n {
			if u != v {
				parent[v] = u
				try(v + 1)
			}
		}
	}
	try(1)
	return best
}

func TestArborescenceIsTheBestOfAll(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		n := 2 + r.IntN(4)
		weights := make([][]float64, n)
		for v := range weights {
			weights[v] = make([]float64, n)
			for u := range weights[v] {
				weights[v][u] = float64(r.IntN(20))
			}
		}
		parent := arborescence(weights)
		if parent[0] != -1 || !tree(parent) {
			t.Fatalf("parents %v of %v are no tree from 0", parent, weights)
		}
		if got, want := total(weights, parent), tried(weights); got != want {
			t.Fatalf("weight %g of %v, the best is %g", got, weights, want)
		}
	}
}

func TestArborescenceWithoutEdges(t *testing.T) {
	weights := [][]float64{{noEdge, 1, noEdge}, {1, noEdge, noEdge}, {noEdge, noEdge, noEdge}}
	if got := arborescence(weights); !slices.Equal(got, []int{-1, 0, -1}) {
		t.Errorf("parents %v, want [-1 0 -1]: nothing leads to 2", got)
	}
}

func TestUpdateNumber(t *testing.T) {
	for title, want := range map[string]uint8{
		"UPDATE 2-Ferry toll rises to 14":     2,
		"Update 11: Ferry toll rises":         11,
		"2nd lead: Ferry toll rises":          2,
		"CORRECTED-Ferry toll is 14, not 41":  1,
		"Ferry toll rises":                    0,
		"Updating the rules on ferries":       0,
		"UPDATES to the law":                  0,
		"":                                    0,
		"UPDATE 99999999999999999999999-Huge": 1,
	} {
		if got := updateNumber(title); got != want {
			t.Errorf("%q is update %d, want %d", title, got, want)
		}
	}
}
