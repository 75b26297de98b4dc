package similarity

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/wirediff/wirediff/internal/reuse"
)

// slots makes the matrix, and hands back the room that its readings are cut from.
func (s *slotBuilder) slots() ([]Slot, *readingRoom) {
	out := []Slot{}
	if len(s.texts) < 2 {
		return out, nil // no row: see slotOf
	}
	s.link()
	readings := 0
	for n := range s.open {
		if size := s.open[n].size; size > 1 {
			readings += size
		}
	}
	made := readingRooms.Get().(*readingRoom)
	room := reuse.Sized(&made.readings, readings)
	for n := range s.open {
		if slot, ok := s.slotOf(&s.open[n], room); ok {
			out = append(out, slot)
			room = room[len(slot.Readings):]
		}
	}
	s.done()
	slices.SortStableFunc(out, compareSlots)
	return out, made
}

// readingRoom is what the readings of a matrix are kept in.
type readingRoom struct{ readings []Reading }

// readingRooms are those that were released.
var readingRooms = sync.Pool{New: func() any { return new(readingRoom) }}

// keptReadings is how many readings a room may hold to be kept: those of a hundred
// versions, under 1 MB.
const keptReadings = 2_000

// release leaves the room to matrices that are made later.
func (r *readingRoom) release() {
	if len(r.readings) > keptReadings {
		return
	}
	clear(r.readings) // hold on to no text
	readingRooms.Put(r)
}

// slotOf makes one row of the slots that two versions or more have: a figure
// that one version alone has is added or missing, and no row. It gives the reading of each version in the order of the
// versions, the agreed value, and what is to be said of those that differ. Its
// readings are in room.
func (s *slotBuilder) slotOf(o *openSlot, room []Reading) (Slot, bool) {
	rs := o.readings
	sortInPlace(rs, func(x, y slotReading) int {
		if x.version != y.version {
			return x.version - y.version
		}
		return placeRank(x.fact.lead()) - placeRank(y.fact.lead())
	})
	rs = distinctReadings(rs)
	if rs[0].version == rs[len(rs)-1].version {
		return Slot{}, false
	}
	lead := o.fact.lead()
	slot := Slot{
		Name: slotName(s.texts[o.first], lead), Kind: string(lead.fig.Kind), Unit: lead.fig.Unit,
		Noun: lead.fig.Noun, Event: lead.fig.Event,
	}
	agreed := s.agreedReading(rs)
	if agreed >= 0 {
		slot.Agreed = rs[agreed].fact.lead().fig.Text
	}
	against := rs[max(agreed, 0)]
	slot.Readings = room[:0:len(rs)]
	for _, r := range rs {
		reading := Reading{Version: r.version, Figure: *r.fact.lead().fig}
		if class := s.differs(rs, against, r); class != SameRestyled {
			reading.Odd, reading.Class = agreed >= 0, class
			slot.Severity = max(slot.Severity, severityOf(class, against.fact.lead(), r.fact.lead()))
		}
		slot.Readings = append(slot.Readings, reading)
	}
	slot.Notes = s.notes(rs)
	return slot, true
}

func placeRank(m *mention) int {
	switch {
	case m.fig.Field == "title":
		return 1
	case m.fig.Where != "":
		return 2
	}
	return 0
}

// sortInPlace puts readings in order, those that compare equal in the order that
// they have. Most are in order already.
func sortInPlace(rs []slotReading, order func(x, y slotReading) int) {
	if !slices.IsSortedFunc(rs, order) {
		slices.SortStableFunc(rs, order)
	}
}

// distinctReadings keeps, of each version, its first reading and those that
// disagree with it, in rs.
func distinctReadings(rs []slotReading) []slotReading {
	out := rs[:0]
	from := 0
	for _, r := range rs {
		if len(out) > 0 && out[len(out)-1].version != r.version {
			from = len(out)
		}
		if !slices.ContainsFunc(out[from:], func(o slotReading) bool { return sameReading(o.fact, r.fact) }) {
			out = append(out, r)
		}
	}
	return out
}

// sameReading reports whether two facts say the same: their members of one
// unit do, all of them, or where they share no unit one converts into another.
func sameReading(a, b fact) bool {
	shared, same, converts := false, true, false
	for _, x := range a {
		for _, y := range b {
			if !sameKind(x, y) {
				continue
			}
			if oneUnit(x, y) {
				shared, same = true, same && restyled(x, y)
			} else {
				converts = converts || restyled(x, y)
			}
		}
	}
	if shared {
		return same
	}
	return converts
}

// restyled reports whether two figures say the same. Two numbers of one unit
// with other floats are two.
func restyled(x, y *mention) bool {
	if x.numeric && y.numeric && x.approx != y.approx && x.fig.Kind == y.fig.Kind && x.fig.Unit == y.fig.Unit {
		return false
	}
	return classify(x, y, circumstance{}).class == SameRestyled
}

// differs says how a reading differs from the agreed one. A value taken over
// from the parent differs as the parent's does: a cut of an update is no
// contradiction.
func (s *slotBuilder) differs(rs []slotReading, against, r slotReading) FigureClass {
	for range rs { // up the lineage, at most as often as there are readings
		parent := s.c.Members[r.version].Parent
		i := slices.IndexFunc(rs, func(o slotReading) bool { return o.version == parent && sameReading(o.fact, r.fact) })
		if parent < 0 || i < 0 {
			break
		}
		r = rs[i]
	}
	if sameReading(against.fact, r.fact) {
		return SameRestyled
	}
	st := stageOf(s.texts[against.version].article, s.texts[r.version].article, "")
	if s.c.Members[r.version].Relation == Updated {
		st.update = true
	}
	a, b := against.fact.lead(), r.fact.lead()
	if !oneUnit(a, b) {
		a = likeUnit(against.fact, b)
	}
	if !oneUnit(a, b) {
		b = likeUnit(r.fact, a)
	}
	if !sameKind(a, b) {
		return Contradictory
	}
	return classify(a, b, circumstance{update: st.update, later: st.later}).class
}

// agreedReading is the reading that most versions have, -1 where none leads:
// a tie is no agreement. Each version votes with its first reading.
func (s *slotBuilder) agreedReading(rs []slotReading) int {
	s.votes = slices.Grow(s.votes[:0], len(rs))[:len(rs)]
	votes := s.votes
	clear(votes)
	for i, r := range rs {
		if i > 0 && rs[i-1].version == r.version {
			continue
		}
		for j := range rs[:i+1] {
			if j == i || votes[j] > 0 && sameReading(rs[j].fact, r.fact) {
				votes[j]++
				break
			}
		}
	}
	best := 0
	for i := range votes {
		if votes[i] > votes[best] {
			best = i
		}
	}
	for i := range votes {
		if i != best && votes[i] == votes[best] {
			return -1
		}
	}
	return best
}

// notes says who printed each value first, where there are several, how long
// an outlet kept a value after another version had replaced it, and where one
// version disagrees with itself.
func (s *slotBuilder) notes(rs []slotReading) []string {
	byTime := append(s.byTime[:0], rs...)
	sortInPlace(byTime, func(x, y slotReading) int {
		return s.published(x.version).Compare(s.published(y.version))
	})
	values := s.values[:0] // the first version, by time, of each value
	for _, r := range byTime {
		if !slices.ContainsFunc(values, func(o slotReading) bool { return sameReading(o.fact, r.fact) }) {
			values = append(values, r)
		}
	}
	s.byTime, s.values = byTime, values
	var notes []string
	for i := 1; i < len(rs); i++ {
		if rs[i].version == rs[i-1].version {
			notes = append(notes, fmt.Sprintf("%s has both %s and %s", s.nameOf(rs[i].version), textOf(rs[i-1]), textOf(rs[i])))
		}
	}
	if len(values) < 2 {
		return notes
	}
	for _, v := range values {
		notes = append(notes, fmt.Sprintf("%s first printed by %s%s", textOf(v), s.nameOf(v.version), s.at(v.version)))
	}
	return append(notes, s.keptNotes(byTime)...)
}

// maxKept is how many outlets that kept an old value are named in a slot.
const maxKept = 5

// keptNotes says who still printed a value after an update of the version
// that it came from had replaced it.
func (s *slotBuilder) keptNotes(byTime []slotReading) []string {
	var notes []string
	for _, now := range byTime {
		m := s.c.Members[now.version]
		if m.Relation != Updated || m.Parent < 0 {
			continue
		}
		i := slices.IndexFunc(byTime, func(r slotReading) bool { return r.version == m.Parent })
		if i < 0 || sameReading(byTime[i].fact, now.fact) {
			continue
		}
		for _, r := range byTime {
			late := s.published(r.version).Sub(s.published(now.version))
			if late > 0 && !s.published(now.version).IsZero() && sameReading(byTime[i].fact, r.fact) && len(notes) < maxKept {
				notes = append(notes, fmt.Sprintf("%s still printed %s %s after %s had %s",
					s.nameOf(r.version), textOf(r), inWords(late), s.nameOf(now.version), textOf(now)))
			}
		}
	}
	return notes
}

func textOf(r slotReading) string { return r.fact.lead().fig.Text }

func (s *slotBuilder) published(v int) time.Time { return s.texts[v].article.Published }

func (s *slotBuilder) nameOf(v int) string {
	a := s.texts[v].article
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.ID
}

func (s *slotBuilder) at(v int) string {
	t := s.published(v)
	if t.IsZero() {
		return ""
	}
	return " (" + t.UTC().Format("2006-01-02 15:04") + " UTC)"
}

// inWords is a span of time to the minute below a day, else to the hour.
func inWords(d time.Duration) string {
	var parts []string
	add := func(n int, unit string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, unit))
		}
	}
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	add(days, "d")
	add(hours, "h")
	if days == 0 {
		add(minutes, "min")
	}
	if len(parts) == 0 {
		return "moments"
	}
	return strings.Join(parts, " ")
}
