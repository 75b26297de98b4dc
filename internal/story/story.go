// Package story reads the labelled stories of testdata/stories: invented news
// stories in several versions, with what an engine should find in them.
//
// # Format
//
// A story is one txtar file, NAME.txtar. Its comment says why the case exists.
// Then comes a section a version, named by a short word in lower case:
//
//	-- wire --
//	Outlet: Waypoint News
//	Published: 2026-02-09T07:05:00Z
//	Title: At least 23 killed as overloaded ferry capsizes
//
//	PORT ARDEL, Feb. 9 (Waypoint) - At least 23 people were killed …
//
// The header's keys are Outlet, Published (RFC 3339), Title, URL, Byline and
// Lang; Title is required. A blank line ends the header; the rest, without
// white space at its ends, is the text. Paragraphs are separated by a blank
// line.
//
// The sections under want/ hold the labels, a line each; lines that are empty
// or start with # are skipped:
//
//	-- want/clusters --      VERSION VERSION …   (a line a cluster)
//	-- want/parents --       VERSION <- PARENT RELATION
//	-- want/related --       VERSION ~ VERSION   (the same event, other clusters)
//	-- want/figures --       PARENT -> VERSION: "words" -> "words" CLASS
//	-- want/phrases --       PARENT -> VERSION: "words" -> "words" TYPE
//
// Words are exact substrings of the version's text or title, as a Go string
// literal, with double quotes or back quotes; null stands for an absent side.
// Sections under known/ have the same lines as those under want/ and hold
// wishes that the engine is known to miss today.
//
// The package knows the form of labels, not their meaning: classes, types and
// relations are words, which the package that holds the engine checks.
package story

import (
	"fmt"
	"time"
)

// Story is one story: its versions, and what should be found in them.
type Story struct {
	Name     string // the file's name without .txtar
	Why      string // what the case tests
	Versions []Version
	Clusters []Cluster // every version is in one
	Parents  []Parent
	Related  []Related
	Figures  []Variant
	Phrases  []Variant
}

// Version is one version of a story. Published is zero where it is not given.
type Version struct {
	Name      string // unique in its story
	Outlet    string
	Published time.Time
	Title     string
	URL       string
	Byline    string
	Lang      string
	Text      string
	Line      int // of the section's marker in the file, from 1
}

// Cluster is versions that belong together, by name.
type Cluster struct {
	Versions []string
	Known    bool // known to be missed: from known/clusters
	Line     int
}

// Parent says which version another was made from, and how.
type Parent struct {
	Version  string
	Parent   string
	Relation string
	Known    bool // known to be missed: from known/parents
	Line     int
}

// Related says that two versions report the same event, each in its own words:
// another agency's report, a story of the next day.
type Related struct {
	A, B  string
	Known bool // known to be missed: from known/related
	Line  int
}

// Variant is a place where two versions differ: words of the parent, words of
// the version, and the class or type of the difference. Words are "" on the
// side that has nothing there; never on both.
type Variant struct {
	Parent  string
	Version string
	From    string
	To      string
	Class   string
	Known   bool // known to be missed: from known/figures or known/phrases
	Line    int
}

// String gives the variant as its line in the file.
func (v Variant) String() string {
	return fmt.Sprintf("%s -> %s: %s -> %s %s", v.Parent, v.Version, quote(v.From), quote(v.To), v.Class)
}

func quote(words string) string {
	if words == "" {
		return "null"
	}
	return fmt.Sprintf("%q", words)
}

// Version returns the version of that name.
func (s *Story) Version(name string) (Version, bool) {
	for _, v := range s.Versions {
		if v.Name == name {
			return v, true
		}
	}
	return Version{}, false
}

// Error is a fault in a story's file.
type Error struct {
	File string
	Line int
	Msg  string
}

// Error gives the fault as file:line: message.
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg) }
