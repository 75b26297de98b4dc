// Package source turns paths, folders, globs, archives and standard input into
// a stream of records: one article each, with its place in the input.
//
// An input goes through these steps, one file of the package each:
//
//  1. expand: what was named → the files to read, sorted by path, each once.
//  2. unwrap: compressed files and archives → the files inside, under limits.
//  3. sniff: the first bytes, then the name → the format.
//  4. charset: bytes → valid UTF-8 in Normalization Form C.
//  5. one reader a format (text, html, jsonl, json, csv, txtar, …): bytes →
//     records, with dates read and doubts noted as warnings.
//  6. ids: the second record with one id is refused, both places named.
//
// A bad record or file is an *Error that names file, record and byte; the
// stream goes on after it. Memory does not grow with the corpus: a record is
// held until the caller asks for the next, 2 × Workers + 2 chunks (of lines, or
// whole pages) are under way, and of all earlier records 21 to 27 bytes each
// are kept for step 6.
//
// The order is fixed: standard input, then files by path as bytes, then the
// file's own order; it does not depend on the order in which inputs are named
// nor on the number of threads. Neither do ids.
//
// The package does not fetch anything, and does not judge what is news.
package source
