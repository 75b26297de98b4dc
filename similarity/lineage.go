package similarity

import "cmp"

// lineage gives the members of a cluster, in order of publication, each with
// its most likely parent.
func (c *corpus) lineage(g []int32, f formed) []Member {
	order := f.members
	place := make(map[int32]int, len(order))
	members := make([]Member, len(order))
	for i, m := range order {
		r := c.docs[g[m]]
		members[i] = Member{Doc: int(r.doc), ID: r.id, Parent: -1}
		place[m] = i
	}
	for i := range f.links {
		l := &f.links[i]
		if !l.version() {
			continue
		}
		older, younger := l.a, l.b
		if c.before(g[younger], g[older]) {
			older, younger = younger, older
		}
		m := &members[place[younger]]
		if m.Parent < 0 || l.score > m.Score {
			m.Parent, m.Score, m.Counts, m.Relation = place[older], l.score, l.counts, l.relation
			if older != l.a {
				m.Counts.SizeA, m.Counts.SizeB = m.Counts.SizeB, m.Counts.SizeA
				m.Relation = inverse(m.Relation)
			}
		}
	}
	return members
}

// before reports whether a was published before b; where that is not known,
// the longer is the elder.
func (c *corpus) before(a, b int32) bool {
	x, y := c.docs[a], c.docs[b]
	if x.published != noDate && y.published != noDate && x.published != y.published {
		return x.published < y.published
	}
	return cmp.Or(cmp.Compare(y.size, x.size), cmp.Compare(a, b)) < 0
}
