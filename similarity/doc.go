// Package similarity finds the versions of each story among articles, tells
// who was made from whom, and what differs between them.
//
// # Steps
//
// An article goes through these steps; each is a pure function over values,
// and each can be run by itself.
//
//  1. Parse (package shingle): text → tokens with their byte spans, sentences,
//     blocks with a role. Page furniture is kept apart from the story.
//  2. Shingle (package shingle): body → the set of hashes of its runs of three
//     words.
//  3. Sketch (signature.go, keep.go): set → signature, its least hashes. Beside
//     it the profile: names, figures, quoted words and rare words, sentence by
//     sentence, as hashes. Both are packed, and the text is let go.
//  4. Propose (index.go, rewrite.go): signatures → candidates, by three ways in.
//     Copies share a key of their signatures, or, where they resemble less,
//     anchors, as what is cut from or built around a story does; a rewrite
//     shares rare terms within a window of days.
//  5. Verify (pair.go): candidate → pair, with exact counts of shared shingles
//     and a score, the probability that the two are versions of one story. The
//     counts decide where hardly a word differs; else one of a few small
//     logistic models does, over features with names (internal/facts).
//  6. Cluster (form.go): pairs → clusters, without chains. A document joins the
//     cluster of another only if enough of the pairs across hold; a link that
//     fails is cut and listed. Clusters of the same event are linked, not
//     merged.
//  7. Descend (lineage.go): cluster → a parent for each version, the maximum
//     arborescence over how much of each version is found in each other one,
//     with a relation and its evidence.
//  8. Collate and compare (collate.go, figures.go, phrase.go, diff.go): two
//     versions → segments, figure variants, phrase variants; a cluster → slots
//     and ledgers.
//
// Find runs steps 1 to 7 on documents in memory, a Finder on a stream of them;
// Diff runs steps 1 and 8 on two, Compare on a cluster; Explain shows what
// each step made of a pair.
//
// # Glossary
//
//   - document: one article
//   - shingle: a run of k normalised words, as a 64-bit hash
//   - signature: a document's MinHash sketch, the least of its shingles' hashes
//   - band: the part of a signature that an index key is made of: three hashes
//     in a row
//   - anchor: a shingle whose hash is among the least eighth of all hashes
//   - candidate: two documents that share a key, unverified
//   - pair: two documents with exact counts
//   - resemblance: |A∩B|/|A∪B| (Jaccard); containment: |A∩B|/|A|
//   - cluster: the versions of one story; version: a document as its member
//   - relation: what one version is to another (identical, light-edit, excerpt,
//     expanded, updated, rewritten; outside a cluster related, unrelated)
//   - collation: versions laid side by side; segment: a piece of it
//   - figure: a number with all that makes it comparable; slot: what it counts
//     or measures; reading: what one version has in a slot; variant: a place
//     where readings differ
//   - lineage: who was made from whom
//
// # What it promises
//
// The same documents give the same result whatever their order, the number of
// workers and the machine: numbers are given by the order of ids, sorts are
// total, nothing is drawn by chance. The cost is near linear in the documents:
// keys of many documents propose few pairs, and all pairs are counted only
// inside groups of at most 256 documents that are known to be alike; a larger
// group is worked from its proposed pairs, and a warning says so.
//
// What it does not do: it does not translate, it does not look at pictures,
// and it does not know the world. A rewrite that keeps neither names nor
// figures nor wording is not found.
package similarity
