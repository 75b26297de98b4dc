package similarity

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/postings"
	"github.com/wirediff/wirediff/shingle"
)

// linkRewrites finds documents that tell the same in other words. The leaders
// of the groups stand for them, in the order of publication, so that the
// window of days is a range of numbers; those without a date stand last and
// may be a version of any. The keys are a document's rarest terms; of the
// documents that share some with it the few that share most weight are judged.
func (c *corpus) linkRewrites(ctx context.Context) error {
	leaders := c.leaders()
	slices.SortStableFunc(leaders, func(a, b int32) int { return cmp.Compare(c.when(a), c.when(b)) })
	last := c.windows(leaders)
	keys, worth := c.rarestOf(leaders)
	index := postings.BuildLists(keys, termMost, c.cfg.Workers)
	keys = nil
	weigh := make([]float32, termMost+1)
	for i := range weigh {
		weigh[i] = c.rarity.WeightOf(i)
	}
	counters := make([]*postings.Counter, c.cfg.Workers)
	judges := make([]*pairJudge, c.cfg.Workers)
	found := make([][]lsh.Pair, c.cfg.Workers)
	related := make([][]lsh.Pair, c.cfg.Workers)
	eachSeen(index, c.cfg.Workers, func(view *postings.View, from, to, w int) {
		if ctx.Err() != nil {
			return
		}
		if counters[w] == nil {
			counters[w], judges[w] = postings.NewCounter(len(leaders)), newPairJudge(c)
		}
		var near []postings.Neighbour
		for a := from; a < to; a++ {
			near = counters[w].After(near[:0], view, a, last[a], weigh)
			near = heaviest(near, worth, worth[a])
			for _, n := range near {
				judges[w].touch(leaders[n.Doc])
			}
			for _, n := range near {
				x, y := leaders[a], leaders[n.Doc]
				if c.groups.same(x, y) {
					continue
				}
				switch version, event := judges[w].judge(x, y); {
				case version:
					found[w] = append(found[w], orderedPair(x, y))
				case event:
					related[w] = append(related[w], orderedPair(x, y))
				}
			}
		}
	})
	for _, p := range slices.Concat(found...) {
		c.groups.join(p.A, p.B)
	}
	c.related = slices.Concat(related...)
	return ctx.Err()
}

// rarestOf lists the rarest terms of some documents, and what they are worth.
func (c *corpus) rarestOf(docs []int32) ([]postings.Lists, []float32) {
	parts := make([]postings.Lists, (len(docs)+chunkDocs-1)/chunkDocs)
	worth := make([]float32, len(docs))
	unpackers := c.unpackers()
	eachChunk(len(docs), chunkDocs, c.cfg.Workers, func(from, to, w int) {
		u, p := unpackers[w], &parts[from/chunkDocs]
		p.Grow(to-from, termKeys*(to-from))
		var keys []uint32
		var room []uint64
		for i := from; i < to; i++ {
			if i%profilesTouched == 0 {
				for _, d := range docs[i:min(to, i+profilesTouched)] {
					u.touchTail(d)
				}
			}
			u.reset()
			keys, room, worth[i] = rarest(keys[:0], room, u.profile(docs[i]), c.rarity)
			p.Add(keys)
		}
	})
	return parts, worth
}

// profilesTouched is how many tails are touched before they are read: 20 KB.
const profilesTouched = 32

// pairJudge judges pairs of a corpus one by one. It keeps the records that it
// made last: candidates come in the order of one document, and those of the
// other are its neighbours in time.
type pairJudge struct {
	*corpus
	unpacker *unpacker
	viewer   facts.Viewer
	records  map[int32]judged
	first    int32     // the document of words; -1 for none
	words    wordSieve // of the first of a pair, which comes again with the next
	pair     judge     // of the two that are judged
	docs     [2]*record
	views    [2]*facts.View
}

// judged is a record and its view.
type judged struct {
	record *record
	view   *facts.View
}

// judgedMost bounds what a pairJudge keeps at some 300 KB, which stay in a core's
// own cache: sixteen times as many spare little, and are memory that was not
// touched before.
const judgedMost = 64

func newPairJudge(c *corpus) *pairJudge {
	p := &pairJudge{corpus: c, unpacker: &unpacker{corpus: c}, records: make(map[int32]judged, judgedMost), first: -1}
	p.pair = judge{rarity: c.rarity, docs: p.docs[:], views: p.views[:]}
	return p
}

func (p *pairJudge) of(d int32) judged {
	r, ok := p.records[d]
	if !ok {
		r.record = p.unpacker.record(d)
		r.view = p.viewer.View(r.record.profile, p.rarity)
		p.records[d] = r
	}
	return r
}

// touch touches what is kept of a document that is about to be judged, if that
// is to be read.
func (p *pairJudge) touch(d int32) {
	if _, ok := p.records[d]; !ok {
		p.unpacker.touchHead(d)
		p.unpacker.touchTail(d)
	}
}

// judge reports whether two documents are versions of one story, and if not,
// whether they tell of one event, which nobody asks of a brief corpus. Most are
// neither, which is known before their sentences are compared.
func (p *pairJudge) judge(a, b int32) (version, event bool) {
	if len(p.records) >= judgedMost-1 {
		clear(p.records)
		p.first = -1 // whose words were in the room that is given back
		p.unpacker.reset()
		p.viewer.Reset()
	}
	x, y := p.of(a), p.of(b)
	p.docs, p.views = [2]*record{x.record, y.record}, [2]*facts.View{x.view, y.view}
	j := &p.pair
	if p.first != a {
		p.first = a
		p.words.fill(x.record.set)
	}
	n := shingle.Counts{Shared: p.words.shared(y.record.set), SizeA: len(x.record.set), SizeB: len(y.record.set)}
	e := newEdge(0, 1, n)
	if j.rule(&e) != "" {
		j.judge(&e)
		return e.version(), !p.brief && !e.version() && j.sameEvent(&e)
	}
	f, model := j.whole(&e)
	if model.Bound(&f) >= versionScore {
		f.Complete(x.view, y.view)
		version = model.Score(&f) >= versionScore
	}
	return version, !p.brief && !version && j.sameEvent(&e)
}

// termKeys is how many terms of a document are keys: a story of 400 words has
// some 40 names and figures of its own. A key of more than termMost leaders is
// none. A candidate shares at least keysLeast keys, whose weight is keysShare
// of what the keys of either are worth: rewrites and spun copies share 0.3 and
// more, independent reports 0.1 to 0.3. The candidatesMost heaviest are judged.
const (
	termKeys       = 32
	termMost       = 256
	keysLeast      = 3
	keysShare      = 0.15
	candidatesMost = 8
)

// rarest appends the hashes of a document's rarest distinct terms, and gives
// their weight. order is room.
func rarest(dst []uint32, order []uint64, p facts.Profile, r *facts.Rarity) (keys []uint32, room []uint64, worth float32) {
	order = order[:0]
	for _, t := range p {
		if t != 0 && !t.Has(facts.Common) {
			// The heaviest first, of equals the least hash.
			order = append(order, uint64(^math.Float32bits(r.Weight(t)))<<32|uint64(t.Hash()))
		}
	}
	first := len(dst)
	var met [4]uint64 // a bit for each hash that is in, by its low bits
	for left := order; len(left) > 0 && len(dst)-first < termKeys; {
		some := least(left, termKeys)
		left = left[len(some):]
		for _, o := range some {
			hash := uint32(o)
			word, bit := &met[hash/64%4], uint64(1)<<(hash%64)
			if len(dst)-first == termKeys || *word&bit != 0 && slices.Contains(dst[first:], hash) {
				continue
			}
			*word |= bit
			dst = append(dst, hash)
			worth += math.Float32frombits(^uint32(o >> 32))
		}
	}
	return dst, order, worth
}

// least puts the n least numbers, or all if there are not more, in front, in
// order, and gives them: Hoare's selection, with a pass that does not branch on
// what it compares, and a sort of the n.
func least(a []uint64, n int) []uint64 {
	n = min(n, len(a))
	for part := a; ; {
		k := n - (len(a) - len(part)) // of the part, so many are among the least
		if k <= 0 || k >= len(part) {
			break
		}
		// The pivot goes last; what is below it goes in front.
		end := len(part) - 1
		mid := end / 2
		x, y, z := part[0], part[mid], part[end]
		switch pivot := max(min(x, y), min(max(x, y), z)); pivot {
		case x:
			part[0], part[end] = z, x
		case y:
			part[mid], part[end] = z, y
		}
		pivot, below := part[end], 0
		for i, x := range part[:end] {
			part[i] = part[below]
			part[below] = x
			if x < pivot {
				below++
			}
		}
		part[end], part[below] = part[below], pivot
		if k <= below {
			// Those behind are out. The part shrinks from its end.
			a = a[:len(a)-len(part)+below]
			part = part[:below]
		} else {
			part = part[below+1:]
		}
	}
	a = a[:n]
	if n > 2*termKeys {
		slices.Sort(a)
		return a
	}
	// A few are put in order by insertion in half the time.
	for i, x := range a {
		for ; i > 0 && a[i-1] > x; i-- {
			a[i] = a[i-1]
		}
		a[i] = x
	}
	return a
}

// heaviest keeps the candidates that share most with a document whose keys are
// worth own.
func heaviest(near []postings.Neighbour, worth []float32, own float32) []postings.Neighbour {
	kept := near[:0]
	for _, n := range near {
		if n.Count >= keysLeast && n.Weight >= keysShare*min(own, worth[n.Doc]) {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b postings.Neighbour) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Doc, b.Doc))
	})
	return kept[:min(len(kept), candidatesMost)]
}

// when orders documents by publication; those without a date come last.
func (c *corpus) when(d int32) int64 {
	if p := c.published(d); p != noDate {
		return p
	}
	return 1 << 62
}

// windows gives for each leader the number of the last one that may be a
// version of it by date: within the window, or without a date.
func (c *corpus) windows(leaders []int32) []int32 {
	window := int64(c.cfg.Window.Seconds())
	dated := int32(len(leaders))
	for dated > 0 && c.published(leaders[dated-1]) == noDate {
		dated--
	}
	last := make([]int32, len(leaders))
	j := int32(0)
	for i := range leaders {
		if int32(i) >= dated {
			last[i] = int32(len(leaders))
			continue
		}
		for j < dated && c.when(leaders[j])-c.when(leaders[i]) <= window {
			j++
		}
		last[i] = j - 1
	}
	return last
}
