package similarity

import (
	"sync"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/shingle"
)

// Relate tells what b is to a, and with what score (0 to 1) the two are
// versions of one story. It judges as Find does, but knows of no corpus: what
// is rare is told by the prior alone.
func Relate(a, b *shingle.Article) (Relation, float64) {
	x, y := newSubject(a, shingle.NewSet(a, shingle.DefaultSize)), newSubject(b, shingle.NewSet(b, shingle.DefaultSize))
	return relate(x, y)
}

// relateRead is Relate for articles whose subjects are kept.
func relateRead(a, b *figureText) (Relation, float64) { return relate(a.subject(), b.subject()) }

// relate looks at names and figures only where the counts of shingles leave a
// doubt.
func relate(x, y *subject) (Relation, float64) {
	e := newEdge(0, 1, counts(&x.record, &y.record))
	if hardlyDiffer(e.counts()) {
		e.judged, e.score = true, sureScore(e.counts())
		j := judge{docs: []*record{&x.record, &y.record}}
		return j.relation(&e, false), e.score
	}
	room := rooms.Get().(*room)
	defer rooms.Put(room)
	j := room.judge(x, y)
	defer room.clear()
	j.judge(&e)
	return j.relation(&e, false), e.score
}

// judgeAlone judges two articles alone.
func judgeAlone(a, b *shingle.Article) *judge {
	return newRoom().judge(newSubject(a, shingle.NewSet(a, shingle.DefaultSize)), newSubject(b, shingle.NewSet(b, shingle.DefaultSize)))
}

// subject is an article as a judge of two alone sees it. Its profiles are made
// when first asked for, so it is for one goroutine at a time.
type subject struct {
	article *shingle.Article
	record
	profiled bool
}

func newSubject(a *shingle.Article, set shingle.Set) *subject {
	s := &subject{article: a, record: outlineOf(a)}
	words := wordsOf(set)
	s.size, s.set = int32(len(words)), decided(words)
	return s
}

// room is what judging two articles takes of memory, most of it tables of a
// set size, kept for the next two.
type room struct {
	worker   *worker
	rarity   *facts.Rarity
	distinct facts.Distinct
	viewer   facts.Viewer
	judged   [2]*subject
}

var rooms = sync.Pool{New: func() any { return newRoom() }}

func newRoom() *room {
	return &room{worker: (&steps{cfg: Config{}.withDefaults()}).worker(), rarity: facts.NewRarity(2)}
}

// judge judges two articles. The judge is good until the room is cleared, as it
// is to be for the next.
func (r *room) judge(x, y *subject) *judge {
	r.judged = [2]*subject{x, y}
	docs := make([]*record, 2)
	for i, s := range r.judged {
		if !s.profiled {
			r.worker.terms = nil // the subject's own
			s.profile, s.title = r.worker.profilesOf(s.article)
			s.profiled = true
		}
		r.rarity.Count(s.profile, &r.distinct)
		docs[i] = &s.record
	}
	r.rarity.Ready()
	j := newJudge(r.rarity, docs)
	j.viewer = &r.viewer
	return j
}

func (r *room) clear() {
	r.rarity.Forget(r.judged[0].profile, r.judged[1].profile)
	r.viewer.Reset()
	r.judged = [2]*subject{}
}

// relation tells what a judged pair's b is to its a, or, turned, its a to its
// b.
func (j *judge) relation(e *edge, turned bool) Relation {
	a, b, n := j.docs[e.a], j.docs[e.b], e.counts()
	if turned {
		a, b = b, a
		n.SizeA, n.SizeB = n.SizeB, n.SizeA
	}
	if e.version() {
		return relationOf(a, b, n)
	}
	if n.SizeA > 0 && n.SizeB > 0 && j.sameEvent(e) {
		return Related
	}
	return Unrelated
}

// The shares and sizes that part the relations inside a cluster. A brief is
// half of its story or less, light sub-editing leaves three quarters; a copy
// gains a tenth by captions that look like the story, an expanded version a
// quarter or more. Light editing leaves a resemblance of 0.4, the lightest
// rewrite 0.2. An update keeps a third of what it updates.
const (
	excerptSize   = 0.6
	expandedSize  = 1.25
	editedAlike   = 0.25
	updatedShares = 0.2
)

// relationOf tells what version b is to version a. What the agency itself sends
// again later is an update; so is what calls itself one.
func relationOf(a, b *record, n shingle.Counts) Relation {
	alike, aInB, bInA := n.Resemblance(), n.ContainmentA(), n.ContainmentB()
	size := float64(n.SizeB) / float64(max(n.SizeA, 1))
	own := a.outlet != 0 && a.outlet == b.outlet || a.outlet == 0 && b.outlet == 0
	later := a.published != noDate && b.published != noDate && b.published > a.published
	switch {
	case n.Shared == n.SizeA && n.Shared == n.SizeB:
		return Identical
	case size < excerptSize && bInA >= excerptShare:
		return Excerpt
	case b.update > a.update && own && max(aInB, bInA) >= updatedShares:
		return Updated
	case later && own && a.outlet != 0 && max(aInB, bInA) >= updatedShares:
		return Updated
	case size > expandedSize && aInB >= excerptShare:
		return Expanded
	case alike >= editedAlike:
		return LightEdit
	}
	return Rewritten
}

// sameEvent reports whether two documents that are no versions of each other
// tell of one event: they share rare names, and figures or words beside.
func (j *judge) sameEvent(e *edge) bool {
	out := j.outside(e)
	if out.Days > sameEventDays {
		return false
	}
	f := facts.Whole(j.view(e.a), j.view(e.b), out)
	return facts.SameEvent.Score(&f) >= 0.5
}

// sameEventDays is how far apart reports of one event and follow-ups to it are
// linked.
const sameEventDays = 45

// Degree is how much of a version's wording is that of its source.
type Degree string

// The degrees.
const (
	NearCopy      Degree = "near-copy"      // nearly every run of words
	LightRevision Degree = "light-revision" // about half of the runs and more
	HeavyRevision Degree = "heavy-revision" // rewritten: few runs
	NotDerived    Degree = "none"           // no version of it
)

// Sub-editing and house style leave eight runs of three words in ten or more;
// what a rewriter leaves is under a half.
const (
	nearCopyHeld = 0.8
	lightHeld    = 0.45
)

// DegreeOf grades a pair by its relation and its counts.
func DegreeOf(r Relation, n shingle.Counts) Degree {
	switch h := held(n); {
	case r == Related || r == Unrelated:
		return NotDerived
	case h >= nearCopyHeld:
		return NearCopy
	case h >= lightHeld:
		return LightRevision
	}
	return HeavyRevision
}
