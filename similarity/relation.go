package similarity

import (
	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/shingle"
)

// Relate tells what b is to a, and with what score (0 to 1) the two are
// versions of one story. It judges as Find does, but knows of no corpus: what
// is rare is told by the prior alone.
func Relate(a, b *shingle.Article) (Relation, float64) {
	steps := &steps{cfg: Config{}.withDefaults()}
	w := steps.worker()
	x, _ := w.parsed(a)
	y, _ := w.parsed(b)
	rarity := facts.NewRarity(2)
	var distinct facts.Distinct
	rarity.Count(x.profile, &distinct)
	rarity.Count(y.profile, &distinct)
	rarity.Ready()
	j := newJudge(rarity, []*record{&x, &y})
	e := edge{a: 0, b: 1, counts: compare(&x, &y)}
	j.judge(&e)
	return relationOf(&x, &y, e.counts, e.score), e.score
}

// relationOf tells what b is to a.
func relationOf(a, b *record, n shingle.Counts, score float64) Relation {
	j, ca, cb := n.Resemblance(), n.ContainmentA(), n.ContainmentB()
	switch {
	case score < versionScore:
		return Unrelated
	case n.Shared == n.SizeA && n.Shared == n.SizeB:
		return Identical
	case holds(n) && cb > ca && n.SizeB*4 < n.SizeA*3:
		return Excerpt
	case holds(n) && ca > cb && n.SizeA*4 < n.SizeB*3:
		return Expanded
	case b.update > a.update && j >= 0.1:
		return Updated
	case j >= 0.3:
		return LightEdit
	}
	return Rewritten
}
