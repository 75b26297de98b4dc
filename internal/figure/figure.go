// Package figure finds figures in news copy: numbers with all that makes one
// comparable with the same number in another version.
//
// It is a grammar over number-aware tokens, in plain Go and tables of words:
//
//  1. lex (lex.go): tokens become items. $1.2bn is split into sign, digits and
//     suffix, and each word is looked up once in the tables (lexicon.go and the
//     tables of words beside it: magnitudes, currencies, units, calendar,
//     modifiers, events, words).
//  2. rules (parser.go): at each item that can begin a figure the rules for it
//     are tried in turn; the first that claims the item decides. Identifiers
//     and idioms (refuse.go, label.go, idiom.go) come first and claim without
//     a figure; then dates, times, ages, ratios, scores, multiples and amounts.
//  3. amounts (quantity.go): number phrase, sign, currency or unit, then the
//     second half of a range (range.go) and the hedges around it (hedge.go).
//  4. refine (refine.go): what the sentence tells. Dates get their year, names
//     of money their country, bare numbers the unit of the figure that they
//     stand against, then rates, counted nouns (noun.go) and events (event.go).
//  5. details (details.go): speaker, quotation, role, certainty, place, part,
//     grain, conversion.
//
// Values are exact decimals (decimal.go). What it does not do: read tables of
// figures, spelled-out years, or numbers of more than eighteen digits; resolve
// "last year" or "a week"; judge whether two figures mean the same.
package figure

import "time"

// Figure is one figure. Start and End are byte offsets in the text; Text is
// the modifier, the number, the magnitude word and the unit or currency sign,
// not the counted noun.
type Figure struct {
	Field    string   `json:"field,omitempty"` // "" (the text) or "title"
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Text     string   `json:"text"`
	Kind     Kind     `json:"kind"`
	Lo       string   `json:"lo"` // exact decimal, or a date or time; see Kind
	Hi       string   `json:"hi"`
	Modifier Modifier `json:"modifier"`
	Unit     string   `json:"unit"`
	Per      string   `json:"per,omitempty"`
	Noun     string   `json:"noun"`
	Event    string   `json:"event"`

	Speaker   string `json:"speaker,omitempty"`   // who says it, where the sentence names them
	Verb      string `json:"verb,omitempty"`      // with what verb
	Quoted    bool   `json:"quoted,omitempty"`    // stands inside a quotation
	Role      string `json:"role,omitempty"`      // level, change, previous, now, forecast, total; "" plain
	Certainty string `json:"certainty,omitempty"` // confirmed, estimated, feared; "" plain
	PartOf    int    `json:"part_of,omitempty"`   // 1 + index of the figure that this one is part of; 0 none
	Grain     string `json:"grain,omitempty"`     // 1.2 million is stated to 100000
	Converted *Value `json:"converted,omitempty"` // the conversion in brackets, one fact with this
	Place     string `json:"place,omitempty"`     // "in Lorne", of an elliptic list
	Where     string `json:"where,omitempty"`     // the role of its block where that is furniture: caption, faq, …
	Sentence  int    `json:"-"`                   // index of its sentence
	Rule      string `json:"rule"`                // the rule that made it
}

// Value is a second statement of a figure's value, in another unit.
type Value struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Lo    string `json:"lo"`
	Hi    string `json:"hi"`
	Unit  string `json:"unit"`
}

// Kind is the kind of a figure: see the constants.
type Kind string

// The kinds.
const (
	Count    Kind = "count"
	Money    Kind = "money"
	Percent  Kind = "percent"
	Point    Kind = "point"
	Ordinal  Kind = "ordinal"
	Date     Kind = "date"
	Time     Kind = "time"
	Duration Kind = "duration"
	Age      Kind = "age"
	Score    Kind = "score"
	Fraction Kind = "fraction"
	Multiple Kind = "multiple"
	Measure  Kind = "measure"
)

// Modifier is the hedge on a figure: "", ">", ">=", "<", "<=", "~", "<~".
type Modifier string

// Context is what is known beside the text.
type Context struct {
	Published time.Time // resolves weekdays and dates without a year; zero where unknown
	Lang      string    // BCP 47; "" is taken as English
}
