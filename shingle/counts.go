package shingle

// Counts are the exact sizes of two shingle sets and of what they share; the
// ratios are derived from them.
type Counts struct {
	Shared int `json:"shared"`
	SizeA  int `json:"size_a"`
	SizeB  int `json:"size_b"`
}

// Compare counts what two sets share, by one merge: O(|a|+|b|).
func Compare(a, b Set) Counts {
	c := Counts{SizeA: len(a), SizeB: len(b)}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			c.Shared++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return c
}

// Resemblance is |A∩B|/|A∪B|, the Jaccard index; 0 where both are empty.
func (c Counts) Resemblance() float64 { return ratio(c.Shared, c.SizeA+c.SizeB-c.Shared) }

// ContainmentA is |A∩B|/|A|, the share of a that is in b; 0 where a is empty.
func (c Counts) ContainmentA() float64 { return ratio(c.Shared, c.SizeA) }

// ContainmentB is |A∩B|/|B|.
func (c Counts) ContainmentB() float64 { return ratio(c.Shared, c.SizeB) }

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
