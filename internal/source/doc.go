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
// whole pages) are under way, and of all earlier records 23 to 34 bytes each
// are kept for step 6.
//
// The order is fixed: standard input, then files by path as bytes, then the
// file's own order; it does not depend on the order in which inputs are named
// nor on the number of threads. Neither do ids.
//
// What is read of each format, beside id, text, title, outlet, published, url,
// byline and language:
//
//	format                  documents                  id
//	text                    one                        the file's
//	HTML                    one: OpenGraph, JSON-LD    the file's
//	                        (articleBody too), meta
//	                        tags, readability
//	JSON Lines, JSON        an object each             id, or FILE#N
//	CSV, TSV                a row each                 id, or FILE#N
//	Parquet                 a row each                 id, or FILE#N
//	txtar                   a section each             STORY/SECTION
//	RSS, Atom, JSON Feed    an item each               guid or id, or the link
//	WARC                    a page each (response,     WARC-Record-ID
//	                        resource, conversion)
//	NewsML-G2               a newsItem each            guid, guid#VERSION from 2
//	NITF                    one                        doc-id, likewise
//	ninjs 1.x, 2.x, 3.x     an object each             uri, likewise
//
// The newswire formats also give slugline, dateline, provider, version,
// embargo, note to editors, the declared signal (update, correction) and links
// to earlier versions; where there is no link, version n follows version n-1.
// The note, the signal and the links are read of JSON, CSV and Parquet too. Any
// of these may be in gzip, zstd, bzip2, xz, tar and zip, within the limits of
// Config.
//
// Held whole, within Config.MaxRecord: text, pages, stories, feeds, NewsML-G2
// and NITF files, and, where they come as a stream, zip and Parquet files. All
// others are streamed. Pages and items of more than 50,000 elements are read
// without a tree or refused; JSON Feeds and ninjs objects over 16 MiB are
// refused; a decompressor may take 128 MiB to look back.
//
// The package does not fetch anything, and does not judge what is news.
package source
