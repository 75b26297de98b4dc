package similarity

import (
	"cmp"

	"github.com/wirediff/wirediff/shingle"
)

// Comparison is a cluster with everything that differs inside it: what a
// report shows.
type Comparison struct {
	Cluster  Cluster
	Articles []*shingle.Article // parallel to Cluster.Members
	Edges    []*Difference      // Edges[i] is member i against its parent; nil for a root
	Slots    []Slot             // gravest first
	Ledgers  []Ledger           // one an outlet, by name
	Checks   [][]Check          // Checks[i]: where member i disagrees with itself
	Declared []*Declared        // Declared[i]: what member i says that it changed, held against the version it follows; nil where it says nothing
	Severity Severity           // of the gravest difference

	texts []*figureText // the articles, read for their figures; may be empty
	rules *PhraseRules  // that the edges were made by; nil for the built-in

	readings *readingRoom // of Slots; may be nil
}

// Diff compares any two members, as DiffArticles does, without reading their
// figures again. It is for one goroutine at a time.
func (c *Comparison) Diff(a, b int) *Difference {
	rules := cmp.Or(c.rules, DefaultRules())
	if a >= len(c.texts) || b >= len(c.texts) || c.texts[a] == nil || c.texts[b] == nil {
		return rules.DiffArticles(c.Articles[a], c.Articles[b])
	}
	relation, _ := relateRead(c.texts[a], c.texts[b])
	d, _ := rules.diffRead(c.texts[a], c.texts[b], relation)
	return d
}

// Release gives the memory of a comparison to those that are made after it, which
// a program that makes many saves a part of its time by. Neither it nor anything
// that was found in it may be used any more. One that is not released goes as
// everything does that is no longer used.
func (c *Comparison) Release() {
	for _, t := range c.texts {
		if t != nil {
			t.release()
		}
	}
	for _, d := range c.Edges {
		if d != nil && d.Collation != nil && d.Collation.words != nil {
			d.Collation.words.release()
		}
	}
	if c.readings != nil {
		c.readings.release()
	}
	*c = Comparison{}
}

// Slot is what a figure counts or measures, across the versions of a story.
type Slot struct {
	Name     string    `json:"name"` // in words: "people killed"
	Kind     string    `json:"kind"`
	Unit     string    `json:"unit,omitempty"`
	Noun     string    `json:"noun,omitempty"`
	Event    string    `json:"event,omitempty"`
	Agreed   string    `json:"agreed"` // the text of the reading that most versions have; "" where none leads
	Severity Severity  `json:"severity"`
	Readings []Reading `json:"readings"`        // by version; a version may have none, or two that disagree
	Notes    []string  `json:"notes,omitempty"` // "first printed by …", "kept 14 for 6 h after …", "disputed in text"
}

// Reading is what one version has in a slot.
type Reading struct {
	Version int         `json:"version"` // index in Cluster.Members
	Figure  Figure      `json:"figure"`
	Odd     bool        `json:"odd,omitempty"`   // differs from the agreed value
	Class   FigureClass `json:"class,omitempty"` // how it differs
}

// Ledger is what one outlet did to the story.
type Ledger struct {
	Outlet   string              `json:"outlet"`
	Versions []int               `json:"versions"` // indexes in Cluster.Members
	Figures  map[FigureClass]int `json:"figures"`
	Phrases  map[PhraseType]int  `json:"phrases"`
	Misses   []string            `json:"misses,omitempty"` // what who reads only this outlet misses
}
