package similarity

import "github.com/wirediff/wirediff/shingle"

// Relate tells what b is to a, and with what score (0 to 1) the two are
// versions of one story.
func Relate(a, b *shingle.Article) (Relation, float64) {
	x, y := shingle.NewSet(a, shingle.DefaultSize), shingle.NewSet(b, shingle.DefaultSize)
	score, relation := judge(shingle.Compare(x, y))
	return relation, score
}
