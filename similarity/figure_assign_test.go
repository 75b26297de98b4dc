package similarity

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestAssignIsBest holds the assignment against trying every one.
func TestAssignIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		na, nb := rapid.IntRange(1, 5).Draw(t, "na"), rapid.IntRange(1, 5).Draw(t, "nb")
		gain := map[[2]int]float64{}
		var links []figureLink
		for i := range na {
			for j := range nb {
				if rapid.Bool().Draw(t, "linked") {
					p := float64(rapid.IntRange(1, 20).Draw(t, "points"))
					gain[[2]int{i, j}] = p
					links = append(links, figureLink{i, j, p})
				}
			}
		}
		got := new(assigner).assign(slices.Clone(links), na, nb)
		sum, usedA, usedB := 0.0, map[int]bool{}, map[int]bool{}
		for _, l := range got {
			if usedA[l.a] || usedB[l.b] {
				t.Fatalf("a fact is paired twice: %v", got)
			}
			if gain[[2]int{l.a, l.b}] != l.points {
				t.Fatalf("%v is no link that was given", l)
			}
			usedA[l.a], usedB[l.b] = true, true
			sum += l.points
		}
		if want := bestSum(gain, na, nb, 0, map[int]bool{}); sum != want {
			t.Fatalf("sum %v, the best is %v: %v", sum, want, got)
		}
		slices.Reverse(links)
		if again := new(assigner).assign(links, na, nb); !slices.Equal(again, got) {
			t.Fatalf("depends on the order of the links: %v, %v", got, again)
		}
	})
}

func bestSum(gain map[[2]int]float64, na, nb, i int, used map[int]bool) float64 {
	if i == na {
		return 0
	}
	best := bestSum(gain, na, nb, i+1, used)
	for j := range nb {
		if p := gain[[2]int{i, j}]; p > 0 && !used[j] {
			used[j] = true
			best = max(best, p+bestSum(gain, na, nb, i+1, used))
			used[j] = false
		}
	}
	return best
}

// TestAssignLarge: a component over the bound is assigned greedily, each fact
// still once.
func TestAssignLarge(t *testing.T) {
	var links []figureLink
	n := maxAssign + 20
	for i := range n {
		for j := range n {
			links = append(links, figureLink{i, j, 1 + float64(min(i, j))/float64(1+max(i, j))})
		}
	}
	seen := map[int]bool{}
	for _, l := range new(assigner).assign(links, n, n) {
		if seen[l.b] {
			t.Fatalf("%d is paired twice", l.b)
		}
		seen[l.b] = true
	}
	if len(seen) != n {
		t.Errorf("%d of %d are paired", len(seen), n)
	}
}
