package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// story is a comparison with what every page of it needs: the versions in
// the order of time, their numbers and names, and the findings.
type story struct {
	*similarity.Comparison
	file     string   // of the cluster's folder
	order    []int    // indexes of members: by time, undated last, then by id
	number   []int    // number[i] is member i's number, from 1, by time
	names    []string // names[i] is member i's outlet, told apart where one outlet has several
	findings []finding
	further  [][2]int                 // pairs of members, beyond parent and child, that get a page
	apart    []*similarity.Difference // of further, once compared
	tei      bool                     // it gets an apparatus
	listed   []versionView            // see versions; nil until asked
	tables   []matrixView             // see matrices; nil until asked
}

// newStory prepares a comparison. Slices that do not run parallel to the
// members are an error.
func newStory(c *similarity.Comparison) (*story, error) {
	n := len(c.Cluster.Members)
	if len(c.Articles) != n || len(c.Edges) != n {
		return nil, fmt.Errorf("report: cluster %s has %d members, %d articles and %d edges", show(c.Cluster.ID, 40), n, len(c.Articles), len(c.Edges))
	}
	s := &story{Comparison: c, file: fileName(c.Cluster.ID), order: make([]int, n), number: make([]int, n), names: make([]string, n)}
	for i := range s.order {
		if c.Articles[i] == nil {
			return nil, fmt.Errorf("report: cluster %s has no article for %s", show(c.Cluster.ID, 40), show(c.Cluster.Members[i].ID, 60))
		}
		s.order[i] = i
	}
	slices.SortFunc(s.order, func(i, j int) int {
		a, b := c.Articles[i], c.Articles[j]
		if a.Published.IsZero() != b.Published.IsZero() {
			if a.Published.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID), i-j)
	})
	seen := map[string]int{}
	for k, i := range s.order {
		s.number[i] = k + 1
		name := outletName(c.Articles[i])
		if seen[name]++; seen[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, seen[name])
		}
		s.names[i] = name
	}
	s.findings = allFindings(c)
	return s, nil
}

// outletName is who printed an article: its outlet, or else its id.
func outletName(a *shingle.Article) string {
	if a.Outlet != "" {
		return show(a.Outlet, 48)
	}
	return show(a.ID, 48)
}

// title is an article's headline, or else its first words.
func title(a *shingle.Article, n int) string {
	if t := show(a.Title, n); t != "" {
		return t
	}
	if t := show(a.Text, min(n, 80)); t != "" {
		return t
	}
	return show(a.ID, n)
}

// head is the member whose headline stands for the story: the earliest with
// a title.
func (s *story) head() int {
	for _, i := range s.order {
		if s.Articles[i].Title != "" {
			return i
		}
	}
	return s.order[0]
}

// outlets are the distinct outlets that are named, by name.
func (s *story) outlets() []string {
	out := []string{}
	for _, a := range s.Articles {
		if a.Outlet != "" {
			out = append(out, outletName(a))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// outletNames are the outlets in words, at most n of them.
func (s *story) outletNames(n int) string {
	if names := s.outlets(); len(names) > 0 {
		return join(names, n)
	}
	return "outlets that are not named"
}

// when is a time as a page shows it, always in UTC.
type when struct{ Machine, Human, Day string }

func timeOf(t time.Time) when {
	if t.IsZero() {
		return when{}
	}
	t = t.UTC()
	return when{t.Format(time.RFC3339), t.Format("2 Jan 2006, 15:04") + " UTC", t.Format("2006-01-02")}
}

// span is how long lies between two times, in the unit a reader would use.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "under a minute"
	case d < 2*time.Hour:
		return plural(int(d/time.Minute), "minute")
	case d < 48*time.Hour:
		return plural(int(d/time.Hour), "hour")
	}
	return plural(int(d/(24*time.Hour)), "day")
}

// versionView is a version on a cluster's page.
type versionView struct {
	N           int
	Name, Title string
	ID, Byline  string
	Link, Lang  string
	When        when
	Words       int
	Relation    string
	Parent      int // number of the parent; 0 for a root
	ParentName  string
	Second      int
	Weak        bool
	Score       string
	Resemblance string
	Containment string
	Evidence    []string
	Pair        string // file of the pair page against the parent
	Counts      []classCount
}

// classCount is how often a class of difference occurs.
type classCount struct {
	Name, Words, Symbol string // as in classInfo: templates find plain fields much faster
	N                   int
	Severity            string
}

func newCount(c *classInfo, n int, severity string) classCount {
	return classCount{c.Name, c.Words, c.Symbol, n, severity}
}

// count tallies findings by class, gravest first, house style left out.
func count(fs []finding) []classCount {
	var n [len(classes)]int
	var worst [len(classes)]similarity.Severity
	distinct := 0
	for i := range fs {
		f := &fs[i]
		if f.classInfo != &classes[f.rank] {
			continue // not known
		}
		if n[f.rank]++; n[f.rank] == 1 {
			distinct++
		}
		worst[f.rank] = max(worst[f.rank], f.Severity)
	}
	if distinct == 0 {
		return nil
	}
	out := make([]classCount, 0, distinct)
	for i, k := range n {
		if k > 0 && classes[i].Weight > 0 {
			out = append(out, newCount(&classes[i], k, worst[i].String()))
		}
	}
	return out
}

// versions are the rows of the table of versions, by time.
func (s *story) versions() []versionView {
	if s.listed == nil {
		s.listed = s.listVersions()
	}
	return s.listed
}

func (s *story) listVersions() []versionView {
	byVersion := make([][]finding, len(s.Articles))
	for _, f := range s.findings {
		byVersion[f.Version] = append(byVersion[f.Version], f)
	}
	out := make([]versionView, 0, len(s.order))
	for _, i := range s.order {
		m, a := s.Cluster.Members[i], s.Articles[i]
		v := versionView{
			N: s.number[i], Name: s.names[i], Title: title(a, 300), ID: show(a.ID, 80), Byline: show(a.Byline, 120),
			Link: webLink(a.URL), Lang: langTag(a.Lang), When: timeOf(a.Published), Words: wordCount(a),
			Counts: count(byVersion[i]),
		}
		for _, e := range m.Evidence {
			v.Evidence = append(v.Evidence, show(e, 200))
		}
		if m.Parent >= 0 && m.Parent < len(s.names) {
			v.Parent, v.ParentName = s.number[m.Parent], s.names[m.Parent]
			v.Relation, v.Weak = words(string(m.Relation)), m.Weak
			v.Score = ratio(m.Score)
			v.Resemblance, v.Containment = percent(m.Counts.Resemblance()), percent(m.Counts.ContainmentB())
			v.Pair = s.pairFile(m.Parent, i)
			if m.Second > 0 && m.Second <= len(s.names) {
				v.Second = s.number[m.Second-1]
			}
		}
		out = append(out, v)
	}
	return out
}

// relationText ends the sentence "B is …".
func relationText(r similarity.Relation) string {
	switch r {
	case similarity.Identical:
		return "identical to A"
	case similarity.LightEdit:
		return "a light edit of A"
	case similarity.Excerpt:
		return "an excerpt of A"
	case similarity.Expanded:
		return "an expanded A"
	case similarity.Updated:
		return "an updated A"
	case similarity.Rewritten:
		return "a rewritten A"
	case similarity.Related:
		return "related to A, and no version of it"
	case similarity.Unrelated:
		return "unrelated to A"
	}
	return "set beside A"
}

// pairFile is the name of the page that lays member b beside member a.
func (s *story) pairFile(a, b int) string {
	return "v" + itoa(s.number[a]) + "-v" + itoa(s.number[b]) + ".html"
}

// wordCount is the number of words and numbers in the story itself,
// furniture left out.
func wordCount(a *shingle.Article) int {
	n := 0
	for i, s := range a.Sentences {
		if i < len(a.Roles) && a.Roles[i].Furniture() {
			continue
		}
		for _, t := range a.Tokens[s.First:s.Last] {
			if t.Kind != 0 {
				n++
			}
		}
	}
	return n
}

func decimal(x float64, places int) string { return strconv.FormatFloat(x, 'f', places, 64) }
func ratio(x float64) string               { return decimal(x, 2) }
func percent(x float64) string             { return decimal(100*x, 0) + "%" }

// join is a list in words: "a, b and c", of at most n items.
func join(items []string, n int) string {
	if len(items) > n {
		return strings.Join(items[:n], ", ") + fmt.Sprintf(" and %s more", thousands(len(items)-n))
	}
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}
