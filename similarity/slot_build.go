package similarity

import (
	"cmp"
	"slices"
)

// slotBuilder links the facts of all versions of a story into slots.
//
// It walks the lineage from the roots. A version's facts join the slots of
// its parent's facts that they were paired with. A fact without a partner is
// compared with the slots that other versions opened, a few versions at most,
// and else opens a slot of its own. Headlines and captions join the slot of
// the body's fact that they repeat. Every fact is in one slot.
type slotBuilder struct {
	texts []*figureText
	c     Cluster
	edges []*figureDiff
	slot  map[*mention]int // of a fact's lead
	open  []openSlot
}

// openSlot is a slot while it is built.
type openSlot struct {
	first    int // the version that opened it
	fact     fact
	readings []slotReading
}

type slotReading struct {
	version int
	fact    fact
}

// maxPools is how many versions beside its parent a version's facts are
// compared with: the roots and the latest that opened slots.
const maxPools = 4

func newSlotBuilder(texts []*figureText, c Cluster, edges []*figureDiff) *slotBuilder {
	return &slotBuilder{texts: texts, c: c, edges: edges, slot: map[*mention]int{}}
}

// link fills the slots.
func (s *slotBuilder) link() {
	for _, v := range lineageOrder(s.c.Members) {
		t := s.texts[v]
		if t == nil {
			continue
		}
		if e := s.edges[v]; e != nil {
			for _, l := range e.links {
				if n, ok := s.slot[l[0].lead()]; ok {
					s.join(n, v, l[1])
				}
			}
		}
		s.joinRepeats(v)
		s.joinOthers(v)
		p := t.parts()
		for _, f := range slices.Concat(p.body, p.title) {
			if _, ok := s.slot[f.lead()]; !ok {
				s.open = append(s.open, openSlot{first: v, fact: f})
				s.join(len(s.open)-1, v, f)
			}
		}
	}
}

func (s *slotBuilder) join(n, version int, f fact) {
	if _, ok := s.slot[f.lead()]; ok {
		return
	}
	s.slot[f.lead()] = n
	s.open[n].readings = append(s.open[n].readings, slotReading{version, f})
}

// joinRepeats links the headline's and captions' facts to the body's facts
// that they repeat, within one version.
func (s *slotBuilder) joinRepeats(v int) {
	for _, r := range s.texts[v].repeats() {
		if n, ok := s.slot[r[0].lead()]; ok {
			s.join(n, v, r[1])
		} else if n, ok := s.slot[r[1].lead()]; ok {
			s.join(n, v, r[0])
		} else {
			s.open = append(s.open, openSlot{first: v, fact: r[0]})
			s.join(len(s.open)-1, v, r[0])
			s.join(len(s.open)-1, v, r[1])
		}
	}
}

// joinOthers links facts that the parent does not have to slots that other
// versions opened.
func (s *slotBuilder) joinOthers(v int) {
	var left []fact
	for _, f := range s.texts[v].parts().body {
		if _, ok := s.slot[f.lead()]; !ok {
			left = append(left, f)
		}
	}
	if len(left) == 0 || len(s.open) == 0 {
		return
	}
	has := map[int]bool{} // slots that the version is in already
	for _, n := range s.slot {
		if rs := s.open[n].readings; rs[len(rs)-1].version == v {
			has[n] = true
		}
	}
	for _, pool := range s.pools(v) {
		var slots []int
		var facts []fact
		for n, o := range s.open {
			if o.first == pool && !has[n] {
				slots, facts = append(slots, n), append(facts, o.fact)
			}
		}
		if len(facts) == 0 {
			continue
		}
		p := newPairing(s.texts[pool], s.texts[v], nil)
		var links []figureLink
		for i, a := range facts {
			for j, b := range left {
				if _, done := s.slot[b.lead()]; done {
					continue
				}
				if points, ok := p.score(a, b); ok && points >= pairBar {
					links = append(links, figureLink{i, j, points - pairBar + 0.01})
				}
			}
		}
		p.release()
		for _, l := range assign(links, len(facts), len(left)) {
			s.join(slots[l.a], v, left[l.b])
			has[slots[l.a]] = true
		}
	}
}

// pools are the versions whose slots a version's own facts are compared with:
// of those that opened slots, the first and the latest, its parent left out.
func (s *slotBuilder) pools(v int) []int {
	var all []int
	for _, o := range s.open {
		if o.first != v && o.first != s.c.Members[v].Parent && (len(all) == 0 || all[len(all)-1] != o.first) {
			all = append(all, o.first)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) > maxPools {
		all = append(all[:1:1], all[len(all)-maxPools+1:]...)
	}
	return all
}

// compareSlots is the order of slots: gravest first, then those that count
// the dead, people in other events, money, the rest; then the most widely
// printed, then by name and by place.
func compareSlots(a, b Slot) int {
	return cmp.Or(
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(slotRank(a), slotRank(b)),
		cmp.Compare(len(b.Readings), len(a.Readings)),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Readings[0].Version, b.Readings[0].Version),
		cmp.Compare(a.Readings[0].Figure.Start, b.Readings[0].Figure.Start),
	)
}

func slotRank(s Slot) int {
	return newsRank(FigureVariant{A: &s.Readings[0].Figure})
}
