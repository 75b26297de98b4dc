package similarity

import "github.com/wirediff/wirediff/shingle"

// Comparison is a cluster with everything that differs inside it: what a
// report shows.
type Comparison struct {
	Cluster  Cluster
	Articles []*shingle.Article // parallel to Cluster.Members
	Edges    []*Difference      // Edges[i] is member i against its parent; nil for a root
	Slots    []Slot             // gravest first
	Ledgers  []Ledger           // one an outlet, by name
	Checks   [][]Check          // Checks[i]: where member i disagrees with itself
	Severity Severity           // of the gravest difference
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
