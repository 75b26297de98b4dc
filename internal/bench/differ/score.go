package differ

import "slices"

// Score is how well a differ did over many pairs.
type Score struct {
	Pairs   int
	Changed int // figures that the versions changed
	Said    int // changes of figures that the differ named
	Right   int // and of those, how many are true
	Edits   int // places shown as different
	Marked  int // tokens shown as different, on both sides
	Tokens  int // tokens of both sides
}

// Add counts an answer.
func (s *Score) Add(p *Pair, a Answer) {
	s.Pairs++
	s.Changed += len(p.Changed)
	s.Said += len(a.Changed)
	slices.SortFunc(a.Changed, compareChanges)
	for i, j := 0, 0; i < len(a.Changed) && j < len(p.Changed); {
		switch c := compareChanges(a.Changed[i], p.Changed[j]); {
		case c == 0:
			s.Right++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	s.Edits += len(a.Edits)
	for _, e := range a.Edits {
		s.Marked += e.A[1] - e.A[0] + e.B[1] - e.B[0]
	}
	s.Tokens += len(p.WordsA) + len(p.WordsB)
}

// Precision is the share of the named changes that are true, Recall the share
// of the true ones that are named; 1 where there are none.
func (s Score) Precision() float64 { return share(s.Right, s.Said) }
func (s Score) Recall() float64    { return share(s.Right, s.Changed) }

// F1 is their harmonic mean.
func (s Score) F1() float64 {
	if s.Said+s.Changed == 0 {
		return 1
	}
	return 2 * float64(s.Right) / float64(s.Said+s.Changed)
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}
