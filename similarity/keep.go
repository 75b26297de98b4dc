package similarity

import (
	"encoding/binary"
	"math"

	"github.com/wirediff/wirediff/internal/eliasfano"
	"github.com/wirediff/wirediff/internal/facts"
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

// Decisions are made on the high three bytes of a word. Two sets of 200
// shingles share one of those by chance with probability 200·200/2²⁴ = 0.24%,
// which no decision hangs on; what is printed is counted on whole words, where
// it is 0.001%.
const (
	decidedRest = 2
	decidedMask = 0xffffff00
)

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
// some 1,000 bytes each, or 1,200 where words are kept whole.
type keep struct {
	rest   int // bytes kept below the high byte of a word
	blocks []block
}

// block is the ids and the packed records of some documents.
type block struct{ ids, records []byte }

// packer packs the records of a batch.
type packer struct {
	rest     int
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
	b = appendTerms(b, r.title)
	b = appendTerms(b, r.profile)
	b = eliasfano.Append(b, words, p.rest)
	if p.rest < eliasfano.Exact { // keys need all their bits
		for _, w := range words[:anchorsOf(words)] {
			b = append(b, byte(w))
		}
	}
	k.end = uint32(len(b))
	p.block.records = b
	p.kept = append(p.kept, k)
	p.sketches = lsh.AppendSketch(p.sketches, words)
}

func appendTerms(dst []byte, terms facts.Profile) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(terms)))
	for _, t := range terms {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(t))
	}
	return dst
}

// unpacker makes records of what was kept; it uses its room again after reset.
// It is for one goroutine.
type unpacker struct {
	*corpus
	words []word
	terms facts.Profile
}

// reset takes back the room of all that was unpacked.
func (u *unpacker) reset() { u.words, u.terms = u.words[:0], u.terms[:0] }

// packed gives the parts of a document's packed record.
func (u *unpacker) packed(d int32) (title, profile, set []byte) {
	k := &u.kept[d]
	b := u.keep.blocks[k.block].records[k.start:k.end]
	part := func() []byte {
		n, head := binary.Uvarint(b)
		p := b[head : head+4*int(n)]
		b = b[head+4*int(n):]
		return p
	}
	return part(), part(), b
}

// set gives the words of a document as decisions see them; they are valid
// until reset.
func (u *unpacker) set(d int32) []word {
	_, _, packed := u.packed(d)
	start := len(u.words)
	u.words, _ = eliasfano.Decode(u.words, packed, u.keep.rest, math.MaxInt)
	return decided(u.words[start:])
}

// anchors gives the anchors of a document, whole; they are valid until reset.
func (u *unpacker) anchors(d int32) []word {
	_, _, packed := u.packed(d)
	start := len(u.words)
	all, tail := eliasfano.Decode(u.words, packed, u.keep.rest, math.MaxInt)
	words := all[start:]
	words = words[:anchorsOf(words)]
	if u.keep.rest < eliasfano.Exact {
		for i := range words {
			words[i] |= word(tail[i])
		}
	}
	u.words = all[:start+len(words)]
	return words
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
	title, profile, packed := u.packed(d)
	r := &record{id: string(u.id(d)), published: k.published, outlet: k.outlet, size: int32(k.size), update: k.update, doc: u.input(d)}
	r.title, r.profile = u.unpackTerms(title), u.unpackTerms(profile)
	start := len(u.words)
	u.words, _ = eliasfano.Decode(u.words, packed, u.keep.rest, math.MaxInt)
	r.set = u.words[start:]
	if u.keep.rest == eliasfano.Exact {
		r.exact = r.set
		u.words = append(u.words, r.exact...)
		r.set = u.words[start+len(r.exact):]
	}
	r.set = decided(r.set)
	return r
}

// profile gives a document's profile; it is valid until reset.
func (u *unpacker) profile(d int32) facts.Profile {
	_, packed, _ := u.packed(d)
	return u.unpackTerms(packed)
}

func (u *unpacker) unpackTerms(packed []byte) facts.Profile {
	start := len(u.terms)
	for ; len(packed) > 0; packed = packed[4:] {
		u.terms = append(u.terms, facts.Term(binary.LittleEndian.Uint32(packed)))
	}
	return u.terms[start:len(u.terms):len(u.terms)]
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
