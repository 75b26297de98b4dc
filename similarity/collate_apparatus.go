package similarity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/shingle"
)

// Apparatus is several versions laid on one base, as a critical edition does:
// each place of the base where a version departs stands once, with every
// reading and the versions that have it.
type Apparatus struct {
	Base    *shingle.Article
	Entries []AppEntry // in the order of the base, without overlap
	Bounded bool       // a collation hit a bound of its work
}

// AppEntry is a place of the base with its readings. Versions in no reading
// have the base's own words there.
type AppEntry struct {
	Base     shingle.Span `json:"base"` // bytes of the base's text; empty where words were only put in
	Readings []AppReading `json:"readings"`
}

// AppReading is what one or more versions have in place of the base's words.
type AppReading struct {
	Text     string       `json:"text"`            // "" where the words were left out
	Versions []int        `json:"versions"`        // indexes of the others, ascending
	Types    []PhraseType `json:"types,omitempty"` // what the change does, gravest first; house style and mere rewording left out
}

// departure is a place where one version leaves the base.
type departure struct {
	base    shingle.Span
	text    string
	version int
}

// NewApparatus collates each of the others with the base. Sentences that moved
// are compared where they stand in the base. Page furniture is left out. The
// cost is that of the collations, and O(n log n) in the number of departures.
func NewApparatus(base *shingle.Article, others []*shingle.Article) *Apparatus {
	app := &Apparatus{Base: base}
	var all []departure
	phrases := make([][]PhraseVariant, len(others))
	for v, other := range others {
		c := Collate(base, other)
		app.Bounded = app.Bounded || c.Bounded
		all = append(all, c.departures(v)...)
		phrases[v] = Phrases(c)
		slices.SortStableFunc(phrases[v], func(p, q PhraseVariant) int { return cmp.Compare(placeOf(p), placeOf(q)) })
	}
	slices.SortStableFunc(all, func(d, e departure) int {
		return cmp.Or(cmp.Compare(d.base.Start, e.base.Start), cmp.Compare(d.version, e.version), cmp.Compare(d.base.End, e.base.End))
	})
	for first := 0; first < len(all); {
		span := all[first].base
		last := first + 1
		for last < len(all) && (all[last].base.Start < span.End || all[last].base.Start == span.Start) {
			span.End = max(span.End, all[last].base.End)
			last++
		}
		app.Entries = append(app.Entries, entry(base.Text, span, all[first:last], phrases))
		first = last
	}
	return app
}

// departures lists the places where b leaves a, in the order of a.
func (c *Collation) departures(version int) []departure {
	var out []departure
	at := 0 // end of the last segment of a, in place
	for _, s := range c.Segments {
		switch {
		case s.Furniture:
		case s.Kind == Insert:
			out = append(out, departure{shingle.Span{Start: at, End: at}, s.B.Of(c.B.Text), version})
		case s.Kind == Cut:
			out = append(out, departure{s.A, "", version})
		case len(s.Edits) == 0 && s.Kind == Changed:
			out = append(out, departure{s.A, s.B.Of(c.B.Text), version})
		}
		for _, e := range s.Edits {
			if !e.Same && !s.Furniture {
				out = append(out, departure{e.A, e.B.Of(c.B.Text), version})
			}
		}
		if s.Kind != Insert && !s.Moved {
			at = s.A.End
		}
	}
	return out
}

// entry makes one entry of departures that overlap: a version that departs in
// part of the place only has the base's words in the rest of it.
func entry(text string, span shingle.Span, ds []departure, phrases [][]PhraseVariant) AppEntry {
	e := AppEntry{Base: span}
	ds = slices.Clone(ds)
	slices.SortStableFunc(ds, func(d, f departure) int { return cmp.Compare(d.version, f.version) })
	for first := 0; first < len(ds); {
		v, at := ds[first].version, span.Start
		var reading strings.Builder
		for ; first < len(ds) && ds[first].version == v; first++ {
			d := ds[first]
			reading.WriteString(text[at:max(at, d.base.Start)])
			reading.WriteString(d.text)
			at = max(at, d.base.End)
		}
		reading.WriteString(text[at:span.End])
		words := strings.Join(strings.Fields(reading.String()), " ")
		types := typesAt(phrases[v], span)
		n := slices.IndexFunc(e.Readings, func(r AppReading) bool { return r.Text == words })
		if n < 0 {
			e.Readings = append(e.Readings, AppReading{Text: words, Versions: []int{v}, Types: types})
			continue
		}
		e.Readings[n].Versions = append(e.Readings[n].Versions, v)
	}
	return e
}

// typesAt lists the types of the variants that quote the place, gravest first.
func typesAt(sorted []PhraseVariant, span shingle.Span) []PhraseType {
	var out []PhraseType
	lo, _ := slices.BinarySearchFunc(sorted, span.Start-maxQuoted, func(v PhraseVariant, at int) int { return cmp.Compare(placeOf(v), at) })
	for _, v := range sorted[lo:] {
		if placeOf(v) > span.End {
			break
		}
		if v.A == nil || v.A.Field != "" || v.Type == Reworded || v.Type == HouseStyle || v.Type == TailCut || slices.Contains(out, v.Type) {
			continue
		}
		if (shingle.Span{Start: v.A.Start, End: v.A.End}).Overlaps(span) || v.A.Start <= span.Start && span.End <= v.A.End {
			out = append(out, v.Type)
		}
	}
	slices.SortFunc(out, func(p, q PhraseType) int { return cmp.Compare(gravity(p), gravity(q)) })
	return out
}

// maxQuoted is how many bytes before a place a variant that quotes it may
// start: a long quotation.
const maxQuoted = 1000
