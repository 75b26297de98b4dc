package similarity

import "math"

// noEdge is the weight of an edge that there is not.
var noEdge = math.Inf(-1)

// edmondsMost is the size up to which the arborescence is the best there is;
// beyond it each vertex takes its best parent among those before it, which is
// the best too where time allows no other.
const edmondsMost = 128

// arborescence chooses for every vertex a parent so that there is no cycle,
// vertex 0 is the root and the sum of the weights is the greatest: Chu and Liu
// 1965, Edmonds 1967. weights[v][u] is the weight of u as the parent of v. A
// vertex that no edge reaches has parent −1, as vertex 0 has. O(n³).
func arborescence(weights [][]float64) []int {
	n := len(weights)
	parent := make([]int, n)
	if n > edmondsMost {
		for v := range parent {
			parent[v] = best(weights[v][:v])
		}
		return parent
	}
	w := make([][]float64, n)
	for v := range w {
		w[v] = make([]float64, n)
		for u := range w[v] {
			w[v][u] = weights[v][u]
			if math.IsInf(w[v][u], -1) {
				w[v][u] = -1e6 // so that every vertex is reached; taken out below
			}
		}
	}
	edmonds(w, parent)
	for v, u := range parent {
		if u >= 0 && math.IsInf(weights[v][u], -1) {
			parent[v] = -1
		}
	}
	return parent
}

// best is the index of the greatest weight, the first of equals; −1 of none.
func best(w []float64) int {
	at := -1
	for u, x := range w {
		if !math.IsInf(x, -1) && (at < 0 || x > w[at]) {
			at = u
		}
	}
	return at
}

// edmonds fills parent for the complete graph w with root 0.
func edmonds(w [][]float64, parent []int) {
	n := len(w)
	parent[0] = -1
	for v := 1; v < n; v++ {
		parent[v] = -1
		for u := range n {
			if u != v && (parent[v] < 0 || w[v][u] > w[v][parent[v]]) {
				parent[v] = u
			}
		}
	}
	cycle := findCycle(parent)
	if cycle == nil {
		return
	}
	// The cycle becomes one vertex, c, of a smaller graph; small[v] is v there.
	in := make([]bool, n)
	for _, v := range cycle {
		in[v] = true
	}
	small, back := make([]int, n), []int{}
	for v := range n {
		if !in[v] {
			small[v] = len(back)
			back = append(back, v)
		}
	}
	c := len(back)
	for _, v := range cycle {
		small[v] = c
	}
	w2 := make([][]float64, c+1)
	enter, leave := make([]int, c), make([]int, c) // the cycle's vertices that an edge from or to i uses
	for i := range w2 {
		w2[i] = make([]float64, c+1)
		for k := range w2[i] {
			w2[i][k] = math.Inf(-1)
		}
	}
	for i, v := range back {
		for k, u := range back {
			w2[i][k] = w[v][u]
		}
		for _, x := range cycle {
			if w[v][x] > w2[i][c] { // out of the cycle
				w2[i][c], leave[i] = w[v][x], x
			}
			if gain := w[x][v] - w[x][parent[x]]; gain > w2[c][i] { // into it, instead of x's edge
				w2[c][i], enter[i] = gain, x
			}
		}
	}
	parent2 := make([]int, c+1)
	edmonds(w2, parent2)
	for i, v := range back {
		switch p := parent2[i]; {
		case p == c:
			parent[v] = leave[i]
		case p >= 0:
			parent[v] = back[p]
		default:
			parent[v] = -1
		}
	}
	if p := parent2[c]; p >= 0 {
		parent[enter[p]] = back[p]
	}
}

// findCycle gives the vertices of a cycle of parents; nil where there is none.
func findCycle(parent []int) []int {
	state := make([]int, len(parent)) // the walk that saw it, from 1
	for start := range parent {
		v := start
		for v >= 0 && state[v] == 0 {
			state[v] = start + 1
			v = parent[v]
		}
		if v >= 0 && state[v] == start+1 {
			cycle := []int{v}
			for u := parent[v]; u != v; u = parent[u] {
				cycle = append(cycle, u)
			}
			return cycle
		}
	}
	return nil
}
