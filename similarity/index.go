package similarity

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/internal/postings"
	"github.com/wirediff/wirediff/internal/runs"
)

// linkCopies joins what resembles each other well: documents that share a key
// of their sketches are verified, unless they are of one group by then. Two
// documents of one group need no more proof that they are neighbours, so a
// story of sixty versions costs some sixty merges here, not sixty times sixty.
// What resembles less is found by linkAnchors, which has fewer documents to
// look at by then.
func (c *corpus) linkCopies(ctx context.Context) error {
	work := make([]lsh.Work, c.cfg.Workers)
	verifiers := c.verifiers()
	rounds := runs.Rounds(keysOf*len(c.seats), keysRoom*postings.Room(len(c.seats)))
	runs.Sort(rounds, c.cfg.Workers, func(round *runs.Round) {
		if ctx.Err() == nil {
			c.addKeys(round)
		}
	}, func(_, w int, sorted []uint64) {
		if ctx.Err() != nil {
			return
		}
		v := verifiers[w]
		for run := range runs.Of(sorted) {
			if c.groups.hold(run) {
				continue
			}
			for _, e := range run {
				v.sketches.touchHead(runs.Doc(e))
			}
			work[w].Propose(run, v.sketches, lsh.Limits{}, func(a, b int32) {
				if !c.groups.same(a, b) && (v.sketches.estimate(a, b) >= surelyNear || v.near(a, b)) {
					c.groups.join(a, b)
				}
			})
		}
	})
	return ctx.Err()
}

// keysOf is how many keys a sketch has, and keysRoom how much more room there is
// to sort them than there is beside an index.
const (
	keysOf   = lsh.SketchSize - lsh.Rows + 1
	keysRoom = 2
)

// addKeys adds the keys of all documents.
func (c *corpus) addKeys(round *runs.Round) {
	writers := make([]*runs.Writer, c.cfg.Workers)
	c.eachBlock(func(b *block, u *unpacker, w int) {
		if writers[w] == nil {
			writers[w] = round.Writer()
		}
		var sketch, keys []uint32
		heads := u.allHeads(b)
		for i := range b.docs {
			start, end := b.head(i)
			sketch = u.appendSketch(sketch[:0], heads[start:end])
			keys = lsh.Keys(keys[:0], sketch)
			for _, k := range keys {
				writers[w].Add(k, c.numbered(b.first+int32(i)))
			}
		}
	})
}

// surelyNear is the estimated resemblance of two documents that are near
// beyond doubt: where it is nearResemblance, half of sixteen hashes in common
// come once in 700 pairs, and a group may well hold two that are not near.
const surelyNear = 0.5

// copyParts bounds the room for the keys of an oversized group: an eighth of
// 16 bytes a key.
const copyParts = 8

// linkAnchors finds documents that share much of their wording, and those that
// are held in others. The leaders of the groups stand for them; a document
// that has a good part of another's anchors is a candidate.
func (c *corpus) linkAnchors(ctx context.Context) error {
	leaders := c.leaders()
	index := c.indexAnchors(leaders)
	sizes := make([]int32, len(leaders))
	for i, d := range leaders {
		sizes[i] = int32(c.size(d))
	}
	counters := make([]*postings.Counter, c.cfg.Workers)
	verifiers := c.verifiers()
	eachSeen(index, c.cfg.Workers, func(view *postings.View, from, to, w int) {
		if ctx.Err() != nil {
			return
		}
		if counters[w] == nil {
			counters[w] = postings.NewCounter(len(leaders))
		}
		var near []postings.Neighbour
		for a := from; a < to; a++ {
			x := leaders[a]
			least := int32(2)
			if sizes[a] < fewShingles {
				least = 1
			}
			near = counters[w].Shared(near[:0], view, a, least)
			for _, n := range likest(near, sizes, sizes[a]) {
				y := leaders[n.Doc]
				if !c.groups.same(x, y) {
					verifiers[w].joinIfNear(x, y)
				}
			}
		}
		verifiers[w].settle()
	})
	return ctx.Err()
}

// eachSeen calls do for chunks of the documents of an index, a view after the
// other.
func eachSeen(index *postings.Index, workers int, do func(view *postings.View, from, to, worker int)) {
	for view := range index.Views() {
		first, end := view.Range()
		eachChunk(end-first, chunkDocs, workers, func(from, to, w int) { do(view, first+from, first+to, w) })
	}
}

// indexAnchors indexes the anchors of some documents, by their place among
// those.
func (c *corpus) indexAnchors(docs []int32) *postings.Index {
	at := make([]int32, len(c.seats)) // 1 + a document's place in docs
	anchors := 0
	for i, d := range docs {
		at[d] = int32(i) + 1
		anchors += max(int(c.size(d))/anchorEvery, anchorsLeast)
	}
	rounds := runs.Rounds(anchors, postings.Room(len(c.seats)))
	return postings.Build(len(docs), anchorMost, rounds, c.cfg.Workers, func(round *runs.Round) {
		writers := make([]*runs.Writer, c.cfg.Workers)
		c.eachBlock(func(b *block, u *unpacker, w int) {
			if writers[w] == nil {
				writers[w] = round.Writer()
			}
			heads := u.allHeads(b)
			for i := range b.docs {
				doc := at[c.numbered(b.first+int32(i))] - 1
				if doc < 0 {
					continue
				}
				u.reset()
				start, end := b.head(i)
				for _, k := range u.anchors(heads[start:end]) {
					writers[w].Add(k, doc)
				}
			}
		})
	})
}

// The anchors of a document are its least words: one in anchorEvery, and at
// least anchorsLeast. A brief of 60 words, or a third of what a longer story
// has, shares eight of them with what it was cut from. A word of more than
// anchorMost stories is a stock phrase.
const (
	anchorEvery  = 8
	anchorsLeast = 16
	anchorMost   = 64
	anchorBound  = 1 << 32 / anchorEvery
)

// anchorsOf is how many of the words, which ascend, are anchors.
func anchorsOf(words []word) int {
	return max(wordsBelow(words, anchorBound), min(len(words), anchorsLeast))
}

// wordsBelow is how many of the words, which ascend, are below a bound.
func wordsBelow(words []word, bound word) int {
	n, _ := slices.BinarySearch(words, bound)
	return n
}

// A candidate shares anchorShare of the anchors that it could share, which are
// those below the lesser of the two greatest; two at least, unless one of the
// texts is so short that it may have few within that reach.
const (
	anchorShare = 0.2
	fewAnchors  = 4
	fewShingles = 40
)

// wantedAnchors is how many anchors two documents of so many words must share
// to be a candidate.
func wantedAnchors(a, b int) int {
	could := couldShare(a, b)
	if could <= fewAnchors {
		return 1
	}
	return max(2, int(math.Ceil(anchorShare*could)))
}

// couldShare is how many anchors two documents of so many words could share.
func couldShare(a, b int) float64 { return float64(min(a, b)) * anchorReach(max(a, b)) }

// likest gives the neighbours of a document of so many words that share enough
// anchors with it: those, at most likestMost, with the most of what they could
// share.
func likest(near []postings.Neighbour, sizes []int32, size int32) []postings.Neighbour {
	kept := near[:0]
	for _, n := range near {
		other := sizes[n.Doc]
		if could := couldShare(int(size), int(other)); could > fewAnchors && float64(n.Count) < anchorShare*could {
			continue // most: without rounding
		}
		if wanted := wantedAnchors(int(size), int(other)); int(n.Count) >= wanted {
			n.Weight = float32(n.Count) / float32(wanted)
			kept = append(kept, n)
		}
	}
	if len(kept) <= likestMost {
		return kept
	}
	slices.SortFunc(kept, func(a, b postings.Neighbour) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Doc, b.Doc))
	})
	return kept[:likestMost]
}

// likestMost is how many of a document's candidates are verified. Where
// sentences go from story to story a document has fifty candidates that share
// one with it, and what it is a version of stands before them.
const likestMost = 8

// anchorReach is the share of a document's words that are anchors: the less the
// more words it has.
func anchorReach(words int) float64 {
	if words >= anchorEvery*anchorsLeast {
		return 1.0 / anchorEvery
	}
	return max(1.0/anchorEvery, min(1, anchorsLeast/float64(words)))
}

func orderedPair(a, b int32) lsh.Pair { return lsh.Pair{A: min(a, b), B: max(a, b)} }

// leaders gives the documents that stand for their groups where what is sought
// is another story's text, in the order of their numbers.
func (c *corpus) leaders() []int32 {
	all := c.groups.all()
	found := make([][]int32, (len(all)+chunkDocs-1)/chunkDocs)
	unpackers := c.unpackers()
	eachChunk(len(all), chunkDocs, c.cfg.Workers, func(from, to, w int) {
		var room []int32
		for _, g := range all[from:to] {
			room = append(room[:0], g...)
			found[from/chunkDocs] = c.appendLeaders(found[from/chunkDocs], room, unpackers[w])
		}
	})
	leaders := slices.Concat(found...)
	slices.Sort(leaders)
	return leaders
}

// appendLeaders appends a group's longest document, and with it every one that
// no leader so far resembles by half, by their sketches, at most leadersMost.
// The group is put in another order.
func (c *corpus) appendLeaders(dst, group []int32, u *unpacker) []int32 {
	if len(group) == 1 {
		if c.size(group[0]) > 0 {
			dst = append(dst, group[0])
		}
		return dst
	}
	slices.SortFunc(group, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.size(b), c.size(a)), cmp.Compare(a, b))
	})
	sketches, first := u.sketches[:0], len(dst) // those of the leaders, then another
	for _, d := range group {
		u.touchHead(d)
	}
	for _, d := range group {
		n := len(dst) - first
		if c.size(d) == 0 || n == leadersMost {
			break
		}
		sketches = lsh.Sketches(u.AppendOf(sketches[:n*lsh.SketchSize], d))
		led := false
		for l := int32(0); l < int32(n) && !led; l++ {
			led = lsh.Estimate(sketches.Of(int32(n)), sketches.Of(l)) >= 0.5
		}
		if !led {
			dst = append(dst, d)
		}
	}
	u.sketches = sketches
	return dst
}

// leadersMost bounds the work for one group at leadersMost estimates a member.
const leadersMost = 16
