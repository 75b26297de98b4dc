package similarity

import (
	"cmp"
	"slices"
	"sync"
)

// slotBuilder links the facts of all versions of a story into slots.
//
// It walks the lineage from the roots. A version's facts join the slots of
// its parent's facts that they were paired with. A fact without a partner is
// compared with the slots that other versions opened, a few versions at most,
// and else opens a slot of its own. Headlines and captions join the slot of
// the body's fact that they repeat. Every fact is in one slot.
type slotBuilder struct {
	texts  []*figureText
	c      Cluster
	edges  []*figureDiff
	open   []openSlot
	joined []joinedReading

	*slotRoom
}

// openSlot is a slot while it is built.
type openSlot struct {
	first    int // the version that opened it
	last     int // the version that joined it last
	fact     fact
	size     int // how many readings joined it
	readings []slotReading
}

type slotReading struct {
	version int
	fact    fact
}

// joinedReading is a reading in the order in which they joined.
type joinedReading struct {
	slot int
	slotReading
}

// slotRoom is what building slots takes of memory, kept for the next.
type slotRoom struct {
	opened   []openSlot
	joins    []joinedReading
	readings []slotReading // of all slots, one after another
	byTime   []slotReading // of one
	values   []slotReading
	votes    []int
	has      []bool // by slot: the version at hand is in it
}

var slotRooms = sync.Pool{New: func() any { return new(slotRoom) }}

// maxPools is how many versions beside its parent a version's facts are
// compared with: the roots and the latest that opened slots.
const maxPools = 4

// newSlotBuilder begins with texts that are in no slots yet.
func newSlotBuilder(texts []*figureText, c Cluster, edges []*figureDiff) *slotBuilder {
	r := slotRooms.Get().(*slotRoom)
	return &slotBuilder{texts: texts, c: c, edges: edges, open: r.opened[:0], joined: r.joins[:0], slotRoom: r}
}

// done gives the room back, unless it is a large one's.
func (s *slotBuilder) done() {
	if len(s.joined) > maxMentions*leastRoom {
		return
	}
	s.opened, s.joins = s.open, s.joined
	clear(s.opened) // hold on to no text
	clear(s.joins)
	clear(s.readings)
	clear(s.byTime[:cap(s.byTime)])
	clear(s.values[:cap(s.values)])
	slotRooms.Put(s.slotRoom)
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
				if n := l[0].lead().slot - 1; n >= 0 {
					s.join(n, v, l[1])
				}
			}
		}
		s.joinRepeats(v)
		s.joinOthers(v)
		p := t.parts()
		for _, facts := range [][]fact{p.body, p.title} {
			for _, f := range facts {
				if f.lead().slot == 0 {
					s.join(s.newSlot(v, f), v, f)
				}
			}
		}
	}
	s.collect()
}

// newSlot opens a slot, and is its index.
func (s *slotBuilder) newSlot(version int, f fact) int {
	s.open = append(s.open, openSlot{first: version, fact: f})
	return len(s.open) - 1
}

func (s *slotBuilder) join(n, version int, f fact) {
	if f.lead().slot > 0 {
		return
	}
	f.lead().slot = n + 1
	s.open[n].last = version
	s.open[n].size++
	s.joined = append(s.joined, joinedReading{n, slotReading{version, f}})
}

// collect gives each slot its readings, in the order in which they joined.
func (s *slotBuilder) collect() {
	s.readings = slices.Grow(s.readings[:0], len(s.joined))[:len(s.joined)]
	room := s.readings
	for n := range s.open {
		o := &s.open[n]
		o.readings, room = room[:0:o.size], room[o.size:]
	}
	for _, j := range s.joined {
		o := &s.open[j.slot]
		o.readings = append(o.readings, j.slotReading)
	}
}

// joinRepeats links the headline's and captions' facts to the body's facts
// that they repeat, within one version.
func (s *slotBuilder) joinRepeats(v int) {
	for _, r := range s.texts[v].repeats() {
		if n := r[0].lead().slot - 1; n >= 0 {
			s.join(n, v, r[1])
		} else if n := r[1].lead().slot - 1; n >= 0 {
			s.join(n, v, r[0])
		} else {
			n := s.newSlot(v, r[0])
			s.join(n, v, r[0])
			s.join(n, v, r[1])
		}
	}
}

// joinOthers links facts that the parent does not have to slots that other
// versions opened.
func (s *slotBuilder) joinOthers(v int) {
	var left []fact
	for _, f := range s.texts[v].parts().body {
		if f.lead().slot == 0 {
			left = append(left, f)
		}
	}
	if len(left) == 0 || len(s.open) == 0 {
		return
	}
	s.has = slices.Grow(s.has[:0], len(s.open))[:len(s.open)] // slots that the version is in already
	for n, o := range s.open {
		s.has[n] = o.last == v
	}
	for _, pool := range s.pools(v) {
		var slots []int
		var facts []fact
		for n, o := range s.open {
			if o.first == pool && !s.has[n] {
				slots, facts = append(slots, n), append(facts, o.fact)
			}
		}
		if len(facts) == 0 {
			continue
		}
		p := newPairing(s.texts[pool], s.texts[v], nil)
		links := p.joins[:0]
		for i, a := range facts {
			for j, b := range left {
				if b.lead().slot > 0 {
					continue
				}
				if points, ok := p.score(a, b); ok && points >= pairBar {
					links = append(links, figureLink{i, j, points - pairBar + 0.01})
				}
			}
		}
		p.joins = links
		for _, l := range p.assigner.assign(links, len(facts), len(left)) {
			s.join(slots[l.a], v, left[l.b])
			s.has[slots[l.a]] = true
		}
		p.release()
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
