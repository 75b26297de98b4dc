package similarity

import "cmp"

// lineage gives the members of a cluster, in order of publication, each with
// its most likely parent.
func (c *corpus) lineage(j *judge, f formed) []Member {
	place := make(map[int32]int, len(f.members))
	members := make([]Member, len(f.members))
	for i, m := range f.members {
		r := j.docs[m]
		members[i] = Member{Doc: int(r.doc), ID: r.id, Parent: -1}
		place[m] = i
	}
	for _, e := range f.edges {
		if !e.version() {
			continue
		}
		older, younger, n := e.a, e.b, e.counts
		if before(j.docs[younger], j.docs[older]) {
			older, younger = younger, older
			n.SizeA, n.SizeB = n.SizeB, n.SizeA
		}
		m := &members[place[younger]]
		if m.Parent < 0 || e.score > m.Score {
			m.Parent, m.Score, m.Counts = place[older], e.score, n
			m.Relation = relationOf(j.docs[older], j.docs[younger], n, e.score)
		}
	}
	return members
}

// before reports whether x was published before y; where that is not known,
// the longer is the elder.
func before(x, y *record) bool {
	if x.published != noDate && y.published != noDate && x.published != y.published {
		return x.published < y.published
	}
	return cmp.Or(cmp.Compare(y.size, x.size), cmp.Compare(x.id, y.id)) < 0
}
