// Package align lays two sequences side by side. It knows slices of ints,
// weights and spans only: what a unit stands for (a sentence, a word) is the
// caller's business.
//
//  1. Index cuts the pairs of units worth a look from all pairs: those that
//     share a feature that is rare in both sequences (candidates.go).
//  2. Groups chooses who belongs to whom: the surest pairs first, wherever
//     they stand, as anchors; one-to-two and two-to-one; then the heaviest
//     chain of likely pairs in order between the anchors (groups.go).
//  3. Chain finds the heaviest chain that keeps both orders; what is not on
//     it has moved (chain.go).
//  4. Words diffs two runs of tokens (words.go), those of two sentences without
//     making strings (script.go); Near tells a typo or an
//     inflection from another word (near.go).
//
// Work is bounded everywhere: candidates by a cap for each unit and feature,
// chains by O(n log n), word diffs by a cap on the tokens of one run.
package align
