package similarity

import (
	"encoding/binary"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/internal/gaps"
	"github.com/wirediff/wirediff/internal/lsh"
	"github.com/wirediff/wirediff/shingle"
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

// kept is what is kept of a document besides its packed record: 48 bytes.
type kept struct {
	published    int64
	block        uint32 // of the keep that its id and its packed record are in
	idEnd        uint32 // the id ends here in the block's ids
	start, end   uint32 // the record's bytes
	size, outlet uint32
	idLen        uint32
	update       uint8
}

// keep holds the packed records of documents: with 190 shingles and 120 terms
// some 850 bytes each, or 1,150 where words are kept whole.
type keep struct {
	brief  bool // words are kept as decisions see them
	blocks []block
	spill  *spill
}

// block is the ids and the packed records of some documents.
type block struct {
	ids, records []byte
	at           int64 // where the records stand in the spill, if they are nil
}

// packer packs the records of a batch.
type packer struct {
	brief    bool
	block    block
	kept     []kept
	sketches lsh.Sketches
}

// reset empties the packer.
func (p *packer) reset() {
	p.block.ids, p.block.records = p.block.ids[:0], p.block.records[:0]
	p.kept, p.sketches = p.kept[:0], p.sketches[:0]
}

// add packs a record. words are the shingles' words, whole and ascending.
func (p *packer) add(r *record, words []word) {
	p.block.ids = append(p.block.ids, r.id...)
	b := p.block.records
	k := kept{
		published: r.published, outlet: r.outlet, update: r.update, size: uint32(len(words)),
		idEnd: uint32(len(p.block.ids)), idLen: uint32(len(r.id)), start: uint32(len(b)),
	}
	if p.brief {
		b = gaps.Append(b, words)
		for _, w := range words[:anchorsOf(words)] { // keys need all their bits
			b = binary.LittleEndian.AppendUint16(b, uint16(w&^decidedMask))
		}
	} else {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(words)))
		for _, w := range words {
			b = binary.LittleEndian.AppendUint32(b, w)
		}
	}
	b = binary.AppendUvarint(b, uint64(len(r.title)))
	b = facts.AppendPacked(b, r.title)
	b = facts.AppendPacked(b, r.profile)
	k.end = uint32(len(b))
	p.block.records = b
	p.kept = append(p.kept, k)
	p.sketches = lsh.AppendSketch(p.sketches, words)
}

// unpacker makes records of what was kept; it uses its room again after reset.
// It is for one goroutine.
type unpacker struct {
	*corpus
	words   []word
	room    facts.Profile
	spilled []byte
}

// reset takes back the room of all that was unpacked.
func (u *unpacker) reset() { u.words, u.room = u.words[:0], u.room[:0] }

// packed gives a document's packed record; it is valid until the next call.
func (u *unpacker) packed(d int32) []byte {
	k := &u.kept[d]
	b := &u.keep.blocks[k.block]
	if b.records == nil && k.end > 0 {
		u.spilled = u.keep.spill.get(u.spilled, b, k.start, k.end)
		return u.spilled
	}
	return b.records[k.start:k.end]
}

// unpack appends the words of a packed record, whole or as decisions see them,
// to u.words, and gives what stands behind them.
func (u *unpacker) unpack(packed []byte) (words []word, tail []byte) {
	start := len(u.words)
	if u.keep.brief {
		u.words, tail = gaps.Decode(u.words, packed)
		return u.words[start:], tail
	}
	n := 4 * int(binary.LittleEndian.Uint32(packed))
	for packed, tail = packed[4:4+n], packed[4+n:]; len(packed) > 0; packed = packed[4:] {
		u.words = append(u.words, binary.LittleEndian.Uint32(packed))
	}
	return u.words[start:], tail
}

// set gives the words of a document as decisions see them; they are valid
// until reset.
func (u *unpacker) set(d int32) []word {
	words, _ := u.unpack(u.packed(d))
	if u.keep.brief {
		return words
	}
	return decided(words)
}

// least gives the words of a document below bound as decisions see them: at
// less cost than set, where they are few of all.
func (u *unpacker) least(d int32, bound word) []word {
	packed := u.packed(d)
	if u.keep.brief {
		start := len(u.words)
		u.words = gaps.DecodeBelow(u.words, packed, bound)
		return u.words[start:]
	}
	n := int(binary.LittleEndian.Uint32(packed))
	start := len(u.words)
	for i := range n {
		w := binary.LittleEndian.Uint32(packed[4+4*i:])
		if w >= bound {
			break
		}
		u.words = append(u.words, w)
	}
	return decided(u.words[start:])
}

// anchors gives the anchors of a document, whole; they are valid until reset.
func (u *unpacker) anchors(d int32) []word {
	words, tail := u.unpack(u.packed(d))
	words = words[:anchorsOf(words)]
	if u.keep.brief {
		for i := range words {
			words[i] |= word(binary.LittleEndian.Uint16(tail[2*i:]))
		}
	}
	return words
}

// terms gives the packed terms of a document's title and body: tail is what
// stands behind its words.
func (u *unpacker) terms(words []word, tail []byte) (title, profile []byte) {
	if u.keep.brief {
		tail = tail[2*anchorsOf(words):]
	}
	n, head := binary.Uvarint(tail)
	title = tail[head : head+facts.PackedLen(int(n))]
	return title, tail[head+len(title):]
}

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

// record makes the record of a document; it is valid until reset.
func (u *unpacker) record(d int32) *record {
	k := &u.kept[d]
	words, tail := u.unpack(u.packed(d))
	title, profile := u.terms(words, tail)
	r := &record{published: k.published, outlet: k.outlet, size: int32(k.size), update: k.update, doc: u.input(d), set: words}
	r.title, r.profile = u.unpackTerms(title), u.unpackTerms(profile)
	if !u.keep.brief {
		r.id = string(u.id(d))
		r.exact = words
		u.words = append(u.words, words...)
		r.set = decided(u.words[len(u.words)-len(words):])
	}
	return r
}

// profile gives a document's profile; it is valid until reset.
func (u *unpacker) profile(d int32) facts.Profile {
	words, tail := u.unpack(u.packed(d))
	_, packed := u.terms(words, tail)
	return u.unpackTerms(packed)
}

func (u *unpacker) unpackTerms(packed []byte) facts.Profile {
	start := len(u.room)
	u.room = facts.Unpack(u.room, packed)
	return u.room[start:len(u.room):len(u.room)]
}

// counts are what two records share, as decisions see it.
func counts(a, b *record) shingle.Counts { return countsOf(a.set, b.set) }

func countsOf(a, b []word) shingle.Counts {
	return shingle.Counts{Shared: shared(a, b), SizeA: len(a), SizeB: len(b)}
}

// exactCounts are what two records whose words were kept whole share.
func exactCounts(a, b *record) shingle.Counts {
	return countsOf(a.exact, b.exact)
}

// shared counts the words that two ascending sets have in common.
func shared(a, b []word) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		x, y := a[i], b[j]
		if x == y {
			n++
		}
		if x <= y {
			i++
		}
		if y <= x {
			j++
		}
	}
	return n
}
