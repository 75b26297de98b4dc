package lsh

import (
	"math/bits"
	"slices"
)

// Table holds the band keys of documents: 4 bytes a band and document (340
// bytes with 85 bands), besides at most one block of room. Documents are
// numbered from 0.
//
// A key of 32 bits is enough: among n documents a band has n²/2³³ pairs that
// share a key by chance, 116 at a million documents.
type Table struct {
	bands  Bands
	docs   int
	blocks []block
}

// block is the keys of blockDocs documents, band after band. Kept in blocks,
// the table grows without copying, and a band is read in order when it is
// sorted.
type block []uint32

// blockDocs is the number of documents in a block. It is no multiple of 1024,
// so that the bands of one document do not fall into one set of the cache.
const blockDocs = 4080

// NewTable makes an empty table for sketches cut into the given bands.
func NewTable(b Bands) *Table { return &Table{bands: b} }

// Bands is how the table cuts sketches.
func (t *Table) Bands() Bands { return t.bands }

// Len is the number of documents.
func (t *Table) Len() int { return t.docs }

// Grow makes room for documents 0 to n−1. Documents that are not Set have no
// candidates.
func (t *Table) Grow(n int) {
	for len(t.blocks)*blockDocs < n {
		t.blocks = append(t.blocks, make(block, t.bands.Count*blockDocs))
	}
	t.docs = max(t.docs, n)
}

// Set enters a document's sketch, of at least Count·Rows bins. Room must have
// been made by Grow. Different documents may be set at the same time. The
// sketch of an empty set enters nothing.
func (t *Table) Set(doc int, sketch []uint32) {
	b, at := t.blocks[doc/blockDocs], doc%blockDocs
	rows := t.bands.Rows
	if len(sketch) < t.bands.Count*rows || sketch[0] == emptyBin {
		return
	}
	for band := range t.bands.Count {
		b[band*blockDocs+at] = bandKey(sketch[band*rows : band*rows+rows])
	}
}

// emptyBin is minhash.Empty: a bin that nothing fell into.
const emptyBin = ^uint32(0)

// bandKey hashes the bins of a band to a key that is not 0; 0 marks a
// document that was not set.
func bandKey(rows []uint32) uint32 {
	var h uint64
	for _, r := range rows {
		hi, lo := bits.Mul64(h^uint64(r)^0x2d358dccaa6c78a5, 0x8bb84b93962eacc9)
		h = hi ^ lo
	}
	return max(uint32(h), 1)
}

// key is the key of a document in a band.
func (t *Table) key(doc int32, band int) uint32 {
	return t.blocks[int(doc)/blockDocs][band*blockDocs+int(doc)%blockDocs]
}

// Candidates appends to dst the candidates that band proposes, in order
// within the call but with repeats between bands: sort all and compact. work
// is reused between calls. Different bands may be done at the same time, each
// with a Work of its own.
//
// A run of at most limit.Run documents gives all its pairs. In a longer run
// the documents are ordered by their keys in the next band, and each is linked
// with its limit.Next successors and with the run's first: documents that are
// nearly the same share most bands, so they stand side by side, and those that
// this order parts meet in the order of another band.
func (t *Table) Candidates(dst []Pair, band int, limit Limits, work *Work) []Pair {
	limit = limit.withDefaults()
	for run := range runs(t.shared(band, work)) {
		if len(run) <= limit.Run {
			dst = allPairs(dst, run)
			continue
		}
		first, next := docOf(run[0]), (band+1)%t.bands.Count
		for i, e := range run {
			run[i] = pack(t.key(docOf(e), next), docOf(e))
		}
		slices.Sort(run)
		dst = sparse(dst, run, first, limit.Next)
	}
	return dst
}

// shared gives the entries of a band whose keys may be another document's too,
// sorted. Most keys are in one document only, and need no sorting: a bit map of
// eight bits a document, then one of the bits that two documents fell on, let
// through those that are shared and one in eight of the rest.
func (t *Table) shared(band int, work *Work) []uint64 {
	words := 1 << bits.Len(uint(t.docs/8))
	work.once, work.twice = cleared(work.once, words), cleared(work.twice, words)
	once, twice, mask := work.once, work.twice, uint32(words-1)
	for i, b := range t.blocks {
		keys := b[band*blockDocs:][:blockDocs]
		for _, key := range keys[:min(blockDocs, t.docs-i*blockDocs)] {
			w, bit := key>>6&mask, uint64(1)<<(key&63)
			twice[w] |= once[w] & bit
			once[w] |= bit
		}
	}
	entries := work.entries[:0]
	for i, b := range t.blocks {
		base := i * blockDocs
		keys := b[band*blockDocs:][:blockDocs]
		for j, key := range keys[:min(blockDocs, t.docs-base)] {
			if twice[key>>6&mask]>>(key&63)&1 != 0 && key != 0 {
				entries = append(entries, pack(key, int32(base+j)))
			}
		}
	}
	work.entries = entries
	return work.sort()
}

// cleared is room for n words of zeros.
func cleared(words []uint64, n int) []uint64 {
	if cap(words) < n {
		return make([]uint64, n)
	}
	words = words[:n]
	clear(words)
	return words
}
