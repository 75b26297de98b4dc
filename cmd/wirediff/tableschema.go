package main

import "github.com/wirediff/wirediff/internal/parquetfile"

// tableSchema is a table that commands write. schema/tables.json, which a test
// holds to these, is the same for programs: a Frictionless Data Package.
type tableSchema struct {
	name    string
	what    string
	columns []tableColumn
}

// tableColumn is a column, and what stands in it.
type tableColumn struct {
	parquetfile.Column
	what string
}

func (t tableSchema) names() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.Name
	}
	return names
}

func text(name, what string) tableColumn    { return column(name, parquetfile.Text, what) }
func integer(name, what string) tableColumn { return column(name, parquetfile.Int, what) }
func number(name, what string) tableColumn  { return column(name, parquetfile.Number, what) }
func boolean(name, what string) tableColumn { return column(name, parquetfile.Bool, what) }

func column(name string, kind parquetfile.Kind, what string) tableColumn {
	return tableColumn{parquetfile.Column{Name: name, Kind: kind}, what}
}

// maybe is a column in which a cell may be missing: null in Parquet, empty in
// CSV and TSV, no field in JSON Lines.
func maybe(c tableColumn) tableColumn {
	c.Optional = true
	return c
}

var clusterTable = tableSchema{"clusters", "A row a document: which cluster it is in.", []tableColumn{
	text("id", "id of the document"),
	text("cluster", "id of its cluster, derived from the ids of its members"),
}}

var pairTable = tableSchema{"pairs", "A row a verified pair of documents, with exact counts of shingles.", []tableColumn{
	text("a", "id of one document"),
	text("b", "id of the other, which comes later in the input"),
	integer("shared", "shingles in both"),
	integer("size_a", "shingles of a"),
	integer("size_b", "shingles of b"),
	number("resemblance", "shared, of the shingles in either"),
	number("containment_a", "shared, of those of a"),
	number("containment_b", "shared, of those of b"),
	text("relation", "what b is to a: identical, light-edit, excerpt, expanded, updated, rewritten, related, unrelated"),
	number("score", "that they are versions of one story, 0 to 1"),
}}

var figureTable = tableSchema{"figures", "A row a figure of a document. In JSON Lines the converted_ columns are fields of an object converted.", []tableColumn{
	text("doc", "id of the document"),
	text("text", "the figure as it stands there"),
	text("kind", "count, money, percent, point, ordinal, date, time, duration, age, score, fraction, multiple, measure"),
	text("lo", "value, or its lower end: an exact decimal, a date or a time"),
	text("hi", "value, or its upper end"),
	text("modifier", `hedge: "", ">", ">=", "<", "<=", "~" or "<~"`),
	text("unit", "unit, or currency (ISO 4217)"),
	maybe(text("per", "the unit of what it is a rate of")),
	text("noun", "what it counts or measures"),
	text("event", "what happened to what it counts: killed, injured, …"),
	maybe(text("field", "title, where it stands there and not in the text")),
	integer("start", "its first byte in the text (UTF-8), or the title"),
	integer("end", "the byte after its last"),
	maybe(text("speaker", "who says it")),
	maybe(text("verb", "with what verb")),
	maybe(boolean("quoted", "true where it stands inside a quotation")),
	maybe(text("role", "level, change, previous, now, forecast, total")),
	maybe(text("certainty", "confirmed, estimated, feared")),
	maybe(integer("part_of", "number of the document's figure, from 1, that it is a part of")),
	maybe(text("grain", "what it is stated to: 100000 for 1.2 million")),
	maybe(text("place", "of a list by places")),
	maybe(text("where", "role of its block where that is page furniture")),
	text("rule", "the rule that found it"),
	maybe(integer("converted_start", "the conversion in brackets behind it: its first byte")),
	maybe(integer("converted_end", "the byte after its last")),
	maybe(text("converted_text", "as it stands there")),
	maybe(text("converted_lo", "its value, or the lower end")),
	maybe(text("converted_hi", "or the upper end")),
	maybe(text("converted_unit", "its unit")),
}}

var variantTable = tableSchema{"variants", "A row a place where a version differs from the one that it was most likely made from: a figure or a phrasing, the gravest of a pair first.", append(append([]tableColumn{
	maybe(text("cluster", "id of the cluster; none where the pair was named")),
	text("a", "id of the version that b was made from"),
	text("b", "id of the version"),
	maybe(text("relation", "what b is to a; none where b follows a and was made from another")),
	text("kind", "figure, phrase, or declared: what b says that it changed"),
	text("class", "of a figure: same-restyled, noun-changed, unit-converted, attribution-changed, hedge-changed, rounded, refined, loosened, updated, contradictory, missing, added; of a phrase: its type, as verb-hardened or quote-altered; of what is declared: done, partly, unclear, not-done, or not-declared"),
	text("severity", "style, low, medium, high"),
	maybe(text("slot", "what the figure counts or measures, or the claim is about, in words")),
}, append(sideColumns("a"), sideColumns("b")...)...),
	maybe(text("slip", "what a contradiction looks like: swapped digits, wrong scale, …")),
	boolean("tail", "went with a part of a that was cut from its end"),
	text("rule", "the rule that chose the class"),
	maybe(text("note", "what more an editor should know")),
)}

// sideColumns quote one side; all are missing where it has nothing there, and
// those after text where it is no figure.
func sideColumns(side string) []tableColumn {
	return []tableColumn{
		maybe(text(side+"_field", side+": title, where it stands there and not in the text; note or signal, which have no offsets")),
		maybe(integer(side+"_start", side+": first byte in its text (UTF-8), or title")),
		maybe(integer(side+"_end", side+": the byte after the last")),
		maybe(text(side+"_text", side+": the words")),
		maybe(text(side+"_lo", side+": the figure's value, or its lower end")),
		maybe(text(side+"_hi", side+": or its upper end")),
		maybe(text(side+"_modifier", side+": the figure's hedge")),
		maybe(text(side+"_unit", side+": its unit")),
		maybe(text(side+"_noun", side+": what it counts")),
		maybe(text(side+"_event", side+": what happened to that")),
	}
}
