package lsh

import "slices"

// Anchors is the second way in: an index of sampled shingles. A document that
// is cut from another, or embedded in it, may resemble it little, but it holds
// runs of its words; the same shingles are sampled in both, because the sample
// depends on the shingle's hash alone.
//
// It holds 4 bytes an anchor and 4 a document. With shingles of 6 words and
// one in 8 sampled, 400 words have about 49 anchors, hence 200 bytes. An
// untouched cut of 60 words has 55 such shingles; it misses every sample with
// probability (7/8)^55 = 0.06%, and with one word in ten changed, when 0.9^6 =
// 53% of the shingles survive, with 2%.
type Anchors struct {
	keys []uint32 // document after document, ascending within one
	ends []uint32 // ends[d] is where document d's keys end
}

// SampleOneIn is the sampling rate of anchors: see Anchors for what it gives.
const SampleOneIn = 8

// Sample appends to dst the anchors of a shingle set: of the hashes that are 0
// modulo SampleOneIn, 32 bits each, ascending and distinct.
func Sample(dst []uint32, set []uint64) []uint32 {
	base := len(dst)
	for _, x := range set {
		if x%SampleOneIn == 0 {
			dst = append(dst, uint32(x>>32))
		}
	}
	slices.Sort(dst[base:])
	return dst[:base+len(slices.Compact(dst[base:]))]
}

// Len is the number of documents.
func (a *Anchors) Len() int { return len(a.ends) }

// Add enters the next document, with its anchors as Sample gives them. An
// index holds at most 4 billion anchors; what is beyond is left out.
func (a *Anchors) Add(keys []uint32) {
	if uint64(len(a.keys)+len(keys)) <= uint64(^uint32(0)) {
		a.keys = append(a.keys, keys...)
	}
	a.ends = append(a.ends, uint32(len(a.keys)))
}

// Parts is the number of parts that the keys are worked in, so that the room
// for sorting is a part of the whole: 16 bytes an anchor, divided by Parts.
const Parts = 16

// Candidates appends to dst the candidates that the anchors of one part (0 to
// Parts−1) propose, a pair as often as it shares an anchor: sort all, and Tally
// tells how many anchors a pair shares. Parts may be done at the same time,
// each with a Work of its own.
//
// An anchor in one document proposes nothing, one in at most limit.Run
// documents all their pairs. In a longer run each document is linked with its
// limit.Next successors by number and with the first; so a cut of a story that
// a hundred outlets ran still meets versions of it, and a boilerplate sentence
// proposes the same few pairs with each of its anchors. An anchor in more than
// limit.Most documents is a stock phrase and is passed over.
func (a *Anchors) Candidates(dst []Pair, part int, limit Limits, work *Work) []Pair {
	limit = limit.withDefaults()
	entries, at := work.entries[:0], uint32(0)
	for doc, end := range a.ends {
		for _, key := range a.keys[at:end] {
			if int(key%Parts) == part {
				entries = append(entries, pack(key, int32(doc)))
			}
		}
		at = end
	}
	work.entries = entries
	for run := range runs(work.sort()) {
		switch {
		case len(run) <= limit.Run:
			dst = allPairs(dst, run)
		case len(run) <= limit.Most:
			dst = sparse(dst, run, docOf(run[0]), limit.Next)
		}
	}
	return dst
}

// Compact sorts pairs and removes repeats, in place.
func Compact(pairs []Pair) []Pair {
	slices.SortFunc(pairs, Pair.Compare)
	return slices.Compact(pairs)
}

// Tally sorts pairs and removes those that are there fewer than least times,
// and the repeats of the rest, in place.
func Tally(pairs []Pair, least int) []Pair {
	slices.SortFunc(pairs, Pair.Compare)
	kept := pairs[:0]
	for i := 0; i < len(pairs); {
		j, p := i+1, pairs[i]
		for j < len(pairs) && pairs[j] == p {
			j++
		}
		if j-i >= least {
			kept = append(kept, p)
		}
		i = j
	}
	return kept
}
