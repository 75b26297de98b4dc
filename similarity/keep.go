package similarity

import (
	"encoding/binary"
	"slices"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/gaps"
	"github.com/wirediff/wirediff/internal/lsh"
)

// record is a document taken apart, or what was kept of one made ready for
// use: no text.
type record struct {
	id        string
	published int64         // seconds since 1970; noDate where unknown
	set       []word        // shingles, ascending, as decisions see them: see decided
	exact     []word        // the same with all their bits, where they were kept
	profile   facts.Profile // what survives rewriting, of the body
	title     facts.Profile
	outlet    uint32 // hash of the outlet's name; 0 where unknown
	size      int32  // how many shingles
	doc       int32  // number of the document in the input
	update    uint8  // the n of "UPDATE n" in the title, 1 for a lead or a correction without one
}

// word is the high half of a shingle's hash.
type word = uint32

// Decisions are made on the high 22 bits of a word, which is all that a brief
// finder keeps. Two sets of 200 shingles share one of those by chance with
// probability 200·200/2²² = 1%, and no decision hangs on one of 200; what is
// printed is counted on whole words, where it is 0.001%.
const decidedMask = gaps.Mask

const noDate = -1 << 62

// block is what is kept of the documents of a batch: 20 bytes and the id of
// each; its head, some 130 bytes for 190 shingles; and its tail, some 680 with
// 130 terms, or 860 where words are kept whole. Candidates are proposed by the
// heads, and most that do not hold are refused by them; the tails are for
// those that hold. Heads and tails may be in the spill.
type block struct {
	first        int32 // number of its first document in the input
	docs         []kept
	ids          []byte
	odd          map[int]int64 // times of publication by document: see oddDate
	heads, tails []byte        // nil where they are in the spill
	headsAt      int64         // where they stand there
	tailsAt      int64
}

// kept is what is kept of a document besides its id, head and tail.
type kept struct {
	idEnd, headEnd, tailEnd uint32 // they end here in the block's
	size                    uint32 // how many shingles
	date                    uint32 // of publication: see dateOf
}

// dateOf packs a time of publication: 0 for one that is unknown, oddDate for
// one before 1970 or after 2105.
func dateOf(published int64) uint32 {
	switch {
	case published == noDate:
		return 0
	case published < 0 || published >= oddDate-1:
		return oddDate
	}
	return uint32(published) + 1
}

const oddDate = 1<<32 - 1

// published is when document i of the block was published: noDate where that
// is unknown.
func (b *block) published(i int) int64 {
	switch date := b.docs[i].date; date {
	case 0:
		return noDate
	case oddDate:
		return b.odd[i]
	default:
		return int64(date) - 1
	}
}

// packer packs the records of a batch.
type packer struct {
	brief bool // words are kept as decisions see them
	block block
}

// reset empties the packer.
func (p *packer) reset() {
	b := &p.block
	b.docs, b.ids, b.heads, b.tails, b.odd = b.docs[:0], b.ids[:0], b.heads[:0], b.tails[:0], nil
}

// add packs a record. words are the shingles' words, whole and ascending; no
// two are equal as decisions see them, if the packer is brief.
//
// The head has the words up to sampleBound, the anchors at least, and the low
// bits of the anchors, since keys need all of them; those of the other words
// are kept where words are kept whole.
func (p *packer) add(r *record, words []word) {
	b := &p.block
	b.ids = append(b.ids, r.id...)
	anchors := anchorsOf(words)
	first := max(anchors, wordsBelow(words, sampleBound))
	b.heads = gaps.Append(b.heads, words[:first], 0)
	b.heads = gaps.AppendLow(b.heads, words[:anchors])

	t := binary.LittleEndian.AppendUint32(b.tails, r.outlet)
	t = append(t, r.update)
	t = binary.AppendUvarint(t, uint64(len(r.title)))
	t = binary.AppendUvarint(t, uint64(len(r.profile)))
	t = gaps.Append(t, words[first:], lastOf(words[:first])) // behind what stands first: where words are compared no more is read
	if !p.brief {
		t = gaps.AppendLow(t, words[anchors:])
	}
	t = facts.AppendPacked(t, r.title)
	b.tails = facts.AppendPacked(t, r.profile)

	date := dateOf(r.published)
	if date == oddDate {
		if b.odd == nil {
			b.odd = map[int]int64{}
		}
		b.odd[len(b.docs)] = r.published
	}
	b.docs = append(b.docs, kept{
		idEnd: uint32(len(b.ids)), headEnd: uint32(len(b.heads)), tailEnd: uint32(len(b.tails)),
		size: uint32(len(words)), date: date,
	})
}

// lastOf is the last word, 0 of none.
func lastOf(words []word) word {
	if len(words) == 0 {
		return 0
	}
	return words[len(words)-1]
}

// clone is a copy of the block in memory of its own.
func (b *block) clone() block {
	return block{
		docs: slices.Clone(b.docs), ids: slices.Clone(b.ids), odd: b.odd,
		heads: slices.Clone(b.heads), tails: slices.Clone(b.tails),
	}
}

// only is a copy of the block with some of its documents.
func (b *block) only(some []bool) block {
	var left block
	for i, d := range b.docs {
		if !some[i] {
			continue
		}
		left.ids = append(left.ids, b.id(i)...)
		start, end := b.head(i)
		left.heads = append(left.heads, b.heads[start:end]...)
		start, end = b.tail(i)
		left.tails = append(left.tails, b.tails[start:end]...)
		if d.date == oddDate {
			if left.odd == nil {
				left.odd = map[int]int64{}
			}
			left.odd[len(left.docs)] = b.odd[i]
		}
		d.idEnd, d.headEnd, d.tailEnd = uint32(len(left.ids)), uint32(len(left.heads)), uint32(len(left.tails))
		left.docs = append(left.docs, d)
	}
	return left
}

// id is the id of document i of the block; its bytes are not to be changed.
func (b *block) id(i int) []byte {
	if i == 0 {
		return b.ids[:b.docs[0].idEnd]
	}
	return b.ids[b.docs[i-1].idEnd:b.docs[i].idEnd]
}

// head gives where the head of document i stands among the block's heads.
func (b *block) head(i int) (start, end uint32) {
	if i > 0 {
		start = b.docs[i-1].headEnd
	}
	return start, b.docs[i].headEnd
}

func (b *block) tail(i int) (start, end uint32) {
	if i > 0 {
		start = b.docs[i-1].tailEnd
	}
	return start, b.docs[i].tailEnd
}

// unpacker makes records of what was kept; it uses its room again after reset.
// It is for one goroutine.
type unpacker struct {
	*corpus
	words        []word
	room         facts.Profile
	heads, tails []byte // read from the spill
	sketches     lsh.Sketches
	touched      byte // by touch, which is for nothing else
}

// reset takes back the room of all that was unpacked.
func (u *unpacker) reset() { u.words, u.room = u.words[:0], u.room[:0] }

// allHeads gives the heads of a block; they are valid until the next call.
func (u *unpacker) allHeads(b *block) []byte {
	if b.heads == nil {
		u.heads = u.spill.get(u.heads, b.headsAt, b.docs[len(b.docs)-1].headEnd)
		return u.heads
	}
	return b.heads
}

// allTails gives the tails of a block; they are valid until the next call.
func (u *unpacker) allTails(b *block) []byte {
	if b.tails == nil {
		u.tails = u.spill.get(u.tails, b.tailsAt, b.docs[len(b.docs)-1].tailEnd)
		return u.tails
	}
	return b.tails
}

// head gives a document's packed head; it is valid until the next call.
func (u *unpacker) head(d int32) []byte {
	b, i := u.at(d)
	start, end := b.head(i)
	if b.heads == nil {
		u.heads = u.spill.get(u.heads, b.headsAt+int64(start), end-start)
		return u.heads
	}
	return b.heads[start:end]
}

// tail gives a document's packed tail; it is valid until the next call.
func (u *unpacker) tail(d int32) []byte {
	b, i := u.at(d)
	start, end := b.tail(i)
	if b.tails == nil {
		u.tails = u.spill.get(u.tails, b.tailsAt+int64(start), end-start)
		return u.tails
	}
	return b.tails[start:end]
}

// headWords gives the words that are in a document's head, those below
// sampleBound at the least, as decisions see them. They are valid until reset, as
// all that follows.
func (u *unpacker) headWords(d int32) []word {
	start := len(u.words)
	u.words, _ = gaps.Decode(u.words, u.head(d), 0)
	words := u.distinct(u.words[start:])
	u.words = u.words[:start+len(words)]
	return words
}

// tailWords appends to headWords, which were unpacked last, those that are in the
// document's tail.
func (u *unpacker) tailWords(d int32, head []word) []word {
	t := open(u.tail(d))
	start := len(u.words) - len(head)
	u.words, _ = gaps.Decode(u.words, t.words, lastOf(head))
	return u.distinct(u.words[start:])
}

// distinct gives each word that gaps.Decode gave once.
func (u *unpacker) distinct(words []word) []word {
	if u.brief {
		return words
	}
	return slices.Compact(words)
}

// anchors gives the anchors of a document, whole, from its head.
func (u *unpacker) anchors(head []byte) []word { return u.first(head, anchorsLeast, anchorBound) }

// first gives the first n words of a head, whole, and the anchors after them that
// are below a bound.
func (u *unpacker) first(head []byte, n int, bound word) []word {
	words, low := gaps.First(u.words, head, n, bound)
	u.words, words = words[:len(u.words)], words[len(u.words):]
	gaps.AddLow(words, low)
	return words
}

// AppendOf appends the sketch of a document, as lsh asks for it.
func (u *unpacker) AppendOf(dst []uint32, d int32) []uint32 { return u.appendSketch(dst, u.head(d)) }

// appendSketch appends the sketch of the document that has a head: its least
// words are anchors.
func (u *unpacker) appendSketch(dst []uint32, head []byte) []uint32 {
	return lsh.AppendSketch(dst, u.first(head, lsh.SketchSize, 0))
}

// unpack gives the words of a document, whole or, in a brief corpus, as
// decisions see them, and what else its tail has.
func (u *unpacker) unpack(d int32) (words []word, t tail) {
	start := len(u.words)
	words, low := gaps.Decode(u.words, u.head(d), 0)
	anchors := 0
	if !u.brief {
		anchors = anchorsOf(words[start:])
		gaps.AddLow(words[start:start+anchors], low)
	}
	t = open(u.tail(d))
	u.words, low = gaps.Decode(words, t.words, lastOf(words[start:]))
	words = u.words[start:]
	if !u.brief {
		gaps.AddLow(words[anchors:], low)
	}
	return words, t
}

// tail is what a tail has, but for the first two packed; words is what stands
// behind them too.
type tail struct {
	outlet                uint32
	update                uint8
	title, profile, words []byte
}

func open(packed []byte) tail {
	t := tail{outlet: binary.LittleEndian.Uint32(packed), update: packed[4]}
	packed = packed[5:]
	title, n := binary.Uvarint(packed)
	packed = packed[n:]
	profile, n := binary.Uvarint(packed)
	t.words = packed[n:]
	body := len(packed) - facts.PackedLen(int(profile))
	t.title, t.profile = packed[body-facts.PackedLen(int(title)):body], packed[body:]
	return t
}

// set gives the words of a document as decisions see them.
func (u *unpacker) set(d int32) []word { return u.tailWords(d, u.headWords(d)) }

// decided cuts words to what decisions see, in place.
func decided(words []word) []word {
	n := 0
	for _, w := range words {
		if w &= decidedMask; n == 0 || words[n-1] != w {
			words[n] = w
			n++
		}
	}
	return words[:n:n]
}

// record makes the record of a document.
func (u *unpacker) record(d int32) *record {
	r := &record{}
	u.fill(r, d)
	return r
}

// fill makes the record of a document in the place of another.
func (u *unpacker) fill(r *record, d int32) {
	words, t := u.unpack(d)
	*r = u.outline(d, words, &t)
	r.title, r.profile = u.terms(t.title), u.terms(t.profile)
	if r.set = words; !u.brief {
		u.words = append(u.words, words...)
		r.set = decided(u.words[len(u.words)-len(words):])
	}
}

// outline makes a record without profiles and without the words that decisions
// see.
func (u *unpacker) outline(d int32, words []word, t *tail) record {
	r := record{published: u.published(d), outlet: t.outlet, size: int32(u.size(d)), update: t.update, doc: u.input(d)}
	if !u.brief {
		r.id, r.exact = string(u.id(d)), words
	}
	return r
}

// profile gives a document's profile.
func (u *unpacker) profile(d int32) facts.Profile {
	t := open(u.tail(d))
	return u.terms(t.profile)
}

func (u *unpacker) terms(packed []byte) facts.Profile {
	start := len(u.room)
	u.room = facts.Unpack(u.room, packed)
	return u.room[start:len(u.room):len(u.room)]
}
