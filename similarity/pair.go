package similarity

import (
	"github.com/wirediff/wirediff/shingle"
)

// edge is a verified pair inside a group: a and b are indexes in the group's
// list of documents, a < b.
type edge struct {
	a, b     int32
	counts   shingle.Counts
	score    float64
	relation Relation
}

// version reports whether the two are versions of one story.
func (l *edge) version() bool { return l.score >= 0.5 }

// holds reports whether the smaller of two documents is in the other for the
// most part.
func holds(n shingle.Counts) bool {
	least := min(n.SizeA, n.SizeB)
	return least >= excerptShingles && float64(n.Shared) >= excerptShare*float64(least)
}

// A shared sentence of boilerplate or a shared quote has 20 to 30 shingles;
// what is held in another document for 0.6 of its own shingles shares more
// than that, unless it is a line or two.
const (
	excerptShare    = 0.6
	excerptShingles = 10
)

// listedResemblance is the least resemblance of a pair that is listed though
// its documents are no versions of one story.
const listedResemblance = 0.3

// judge decides a pair by its counts alone.
func judge(n shingle.Counts) (score float64, relation Relation) {
	j, a, b := n.Resemblance(), n.ContainmentA(), n.ContainmentB()
	switch {
	case n.SizeA == 0 || n.SizeB == 0:
		return 0, Unrelated
	case n.Shared == n.SizeA && n.Shared == n.SizeB:
		return 1, Identical
	case j >= 0.6:
		return 0.5 + j/2, LightEdit
	case holds(n) && b > a && n.SizeB*4 < n.SizeA*3:
		return 0.5 + b/2, Excerpt
	case holds(n) && a > b && n.SizeA*4 < n.SizeB*3:
		return 0.5 + a/2, Expanded
	case j >= 0.3:
		return 0.5 + j/2, Updated
	case holds(n):
		return 0.5 + max(a, b)/2, Excerpt
	}
	return j, Unrelated
}
