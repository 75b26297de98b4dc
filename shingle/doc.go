// Package shingle takes a document apart: its text into tokens, blocks and
// sentences, all as spans of bytes, and its body into a set of shingles, which
// is what two documents are compared by.
//
//	a := shingle.Parse(shingle.Document{ID: "1", Text: text})
//	set := shingle.NewSet(a, shingle.DefaultSize)
//	shared := shingle.Compare(set, other).Resemblance()
//
// # Blocks and roles
//
// A web page's article is more than the story: datelines, bylines, credits,
// captions, embedded posts, links to other stories, notices, questions and
// answers that say it all again. These are furniture. They are kept apart, so
// that they neither join two stories nor count as a difference in one; every
// block keeps its place, and is there to be shown. A Role says what a block
// is. The rules are tables of phrases, English ones for English, and rules of
// make, such as a stamp of time or a credit behind a caption. Where there is
// doubt, a block is Body.
//
// # Shingles
//
// A shingle is a run of k words of the body, as a 64-bit hash: murmur3 of each
// word's normal form, combined in order. Case, quotes' shapes, an
// abbreviation's periods and the marks inside numbers do not count, so that
// house style does not part two copies; a changed digit does. Two sets are
// compared exactly, by one merge; estimates are other packages' business.
//
// # What it does not
//
// It fetches nothing and knows no format: see internal/source. It does not
// stem, drop stop words or translate. A sentence's end and a block's role are
// read from the text alone, and can be wrong.
//
// # Cost
//
// All of it is linear in the text. A Shingler does many documents in the same
// room, without allocation: 110 to 200 MB of news copy a second on one busy core
// (go test -bench Shingle ./shingle).
package shingle
