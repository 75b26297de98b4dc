package similarity

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
)

// An oversized group, as templates make them, grows with the corpus. Of its
// members no more than some are held at a time, unpacked: it takes a hundred
// bytes a pair that is proposed, and no more where only clusters are wanted.

// oversize is what a former needs for oversized groups alone.
type oversize struct {
	work    lsh.Work
	words   wordSieve // of the first of a pair
	seconds unpacker
	held    []int32 // the members of the group that are held
	most    int     // how many may be; 0 means heldMost
}

// heldMost bounds what a former holds of an oversized group at some 12 MB.
const heldMost = 1024

// formOversized is form for an oversized group, but for the records, which it
// does not keep.
func (f *former) formOversized(g []int32) {
	f.countProposed(g)
	f.begin(g)
	most := cmp.Or(f.oversize.most, heldMost)
	f.records = slices.Grow(f.records[:0], most)[:most]
	f.oversize.held = f.oversize.held[:0]
	f.forming.form(len(g), f.edges, func(e *edge) {
		if !e.judged {
			f.hold(e)
			f.judge.judge(e)
		}
	})
}

// hold unpacks the two of a pair that is about to be judged, if they are not
// held.
func (f *former) hold(e *edge) {
	j, o := &f.judge, &f.oversize
	if len(o.held)+2 > len(f.records) {
		for _, i := range o.held {
			j.docs[i], j.views[i] = nil, nil
		}
		o.held = o.held[:0]
		f.unpacker.reset()
		f.viewer.Reset()
	}
	for _, i := range [2]int32{e.a, e.b} {
		if j.docs[i] == nil {
			j.docs[i] = &f.records[len(o.held)]
			f.unpacker.fill(j.docs[i], f.group[i])
			o.held = append(o.held, i)
		}
	}
}

// letGo gives back the room that grew with an oversized group.
func (f *former) letGo() {
	f.edges, f.forming, f.judge = nil, forming{}, judge{}
}

// countProposed makes edges of the pairs of an oversized group that its
// documents' keys propose, and of every member with the group's leaders.
func (f *former) countProposed(g []int32) {
	pairs := f.proposed(g)
	f.edges = make([]edge, 0, len(pairs))
	o, first := &f.oversize, int32(-1)
	o.seconds.corpus = f.corpus
	for some := range slices.Chunk(pairs, settleMost) {
		for _, p := range some {
			o.seconds.touchWords(p.B)
		}
		for _, p := range some {
			if p.A != first {
				first = p.A
				f.unpacker.reset()
				o.words.fill(f.unpacker.set(first))
			}
			o.seconds.reset()
			y := o.seconds.set(p.B)
			a, _ := slices.BinarySearch(g, p.A)
			b, _ := slices.BinarySearch(g, p.B)
			n := shingle.Counts{Shared: o.words.shared(y), SizeA: len(o.words.words), SizeB: len(y)}
			f.edges = append(f.edges, newEdge(int32(a), int32(b), n))
		}
	}
}

// proposed gives the pairs that countProposed counts, in order.
func (f *former) proposed(g []int32) []lsh.Pair {
	var pairs []lsh.Pair
	for _, l := range f.appendLeaders(nil, slices.Clone(g), f.unpacker) {
		for _, d := range g {
			if d != l {
				pairs = append(pairs, orderedPair(l, d))
			}
		}
	}
	for part := range copyParts {
		lsh.Candidates(g, f.unpacker, part, copyParts, lsh.Limits{}, &f.oversize.work, func(a, b int32) {
			pairs = append(pairs, lsh.Pair{A: a, B: b})
		})
		pairs = lsh.Compact(pairs)
	}
	return pairs
}
