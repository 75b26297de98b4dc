// Package report shows what differs between the versions of a story: to a
// newsroom as HTML pages, to programs as JSON and CSV, to a ticket as
// Markdown, to collation scholars as TEI, to a terminal as text.
//
// The steps, a file or two each:
//
//  1. gravity.go: every difference becomes a finding with a weight; the
//     findings rank the clusters and give each its sentence.
//  2. model.go, finding.go, matrix.go, phrase.go, lineage.go, toll.go, grid.go: a
//     similarity.Comparison becomes the view of a cluster page.
//  3. pair.go, row.go, run.go: a similarity.Difference becomes the rows of a pair page.
//  4. html.go, markup.go, markup_*.go, story.go, ledger.go: the views of clusters and
//     pairs become pages; index.go, search.go, alone.go, chart.go: the lists of them do, by
//     the templates of html/.
//  5. json.go, csv.go, markdown.go, tei.go, witness.go, text.go: the same for machines,
//     tickets, scholars and terminals.
//  6. writer.go, place.go: a report is written beside its place, a cluster at a time,
//     and renamed when it is whole.
//
// Memory: a Writer keeps a row of a few hundred bytes a cluster and no text.
//
// Article text is hostile: it goes through html/template, or through markup.go,
// which escapes as html/template does and is held to it part by part; pages carry a
// Content-Security-Policy that allows this package's own style and script by
// hash and nothing else, control and bidirectional characters are shown as
// what they are, CSV cells are guarded, and file names come from ids.
//
// Output is a function of the comparisons and the settings alone: no clock,
// no map order, whatever the number of workers.
package report
