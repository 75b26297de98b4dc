package similarity

import "github.com/wirediff/wirediff/shingle"

// counts are what two records share, as decisions see it.
func counts(a, b *record) shingle.Counts { return countsOf(a.set, b.set) }

func countsOf(a, b []word) shingle.Counts {
	return shingle.Counts{Shared: shared(a, b), SizeA: len(a), SizeB: len(b)}
}

// exactCounts are what two records whose words were kept whole share.
func exactCounts(a, b *record) shingle.Counts {
	return countsOf(a.exact, b.exact)
}

// shared counts the words that two ascending sets have in common.
func shared(a, b []word) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}
