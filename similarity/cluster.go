package similarity

import "github.com/wirediff/wirediff/shingle"

// Pair is two documents with their exact counts.
type Pair struct {
	A, B     int // indexes of the documents, A < B
	Counts   shingle.Counts
	Relation Relation
	Score    float64 // that they are versions of one story, 0 to 1
}

// Cluster is the versions of one story.
type Cluster struct {
	ID      string   `json:"id"` // derived from the members' ids: stable, whatever the order of the input
	Members []Member `json:"members"`
	Least   float64  `json:"least"` // the least pairwise score
	Mean    float64  `json:"mean"`
	Cut     []Bridge `json:"cut,omitempty"`        // links to other clusters that were cut, and why
	Same    []string `json:"same_event,omitempty"` // ids of the clusters of the same event
}

// Member is a version: a document in a cluster, with its place in the lineage.
type Member struct {
	Doc      int            `json:"-"` // index of the document
	ID       string         `json:"id"`
	Parent   int            `json:"parent"` // index in Members of the version that it was most likely made from; -1 for a root
	Relation Relation       `json:"relation,omitempty"`
	Counts   shingle.Counts `json:"counts"` // parent is a, member is b
	Score    float64        `json:"score"`
	Weak     bool           `json:"weak,omitempty"`   // the parent is a guess: another is nearly as likely
	Second   int            `json:"second,omitempty"` // 1 + index of a second parent, where the version has two; 0 none
	Evidence []string       `json:"evidence,omitempty"`
}

// Bridge is a link between two clusters that was cut.
type Bridge struct {
	A   string `json:"a"`
	B   string `json:"b"`
	Why string `json:"why"`
}

// Result is what the engine found.
type Result struct {
	Clusters []Cluster // by size, then by id; a document alone in its cluster is a cluster of one
	Pairs    []Pair    // the verified pairs, by A, then B
	Warnings []string
}
