package report

import (
	"fmt"
	"slices"

	"github.com/wirediff/wirediff/similarity"
)

// ledgerView is what one outlet did to the story.
type ledgerView struct {
	Outlet   string
	Versions []int
	Counts   []classCount
	Did      []changeLine // the gravest of what it changed
	More     string       // how much else it changed
	Cuts     []cutView    // what its versions left out, one a version that did
	Misses   []string
	Quiet    string // said of an outlet that changed nothing
}

// changeLine is a finding in one line, with the way to its place.
type changeLine struct {
	Symbol, Words, Severity string

	Sentence sentence
	Pair     string
}

// cutView is what a version left out of its parent.
type cutView struct {
	Summary   string // "8 of 17 sentences of 1 Northwire left out"
	Sentences []string
	More      string
	Pair      string
}

// Bounds of a ledger: what the eye takes in at once, and what a reader who
// asks for the cut wants to read here.
const (
	maxDid = 5
	maxCut = 6
)

// toldApart are classes that a ledger tells by what was left out and what is
// missed, or not at all.
var toldApart = map[string]bool{string(similarity.Missing): true, string(similarity.Added): true, string(similarity.TailCut): true,
	string(similarity.PassageCut): true, string(similarity.PassageAdded): true, string(similarity.Reworded): true}

func (s *story) ledgers() []ledgerView {
	byVersion := make([][]finding, len(s.Articles))
	for _, f := range s.findings {
		if f.Gravity > 0 && !toldApart[f.Name] {
			byVersion[f.Version] = append(byVersion[f.Version], f)
		}
	}
	out := make([]ledgerView, 0, len(s.Ledgers))
	for _, l := range s.Ledgers {
		v := ledgerView{Outlet: show(l.Outlet, 60)}
		var did []finding
		roots := 0
		for _, i := range l.Versions {
			if i < 0 || i >= len(s.number) {
				continue
			}
			v.Versions = append(v.Versions, s.number[i])
			did = append(did, byVersion[i]...)
			if c := s.cut(i); c != nil {
				v.Cuts = append(v.Cuts, *c)
			}
			if s.Edges[i] == nil {
				roots++
			}
		}
		slices.Sort(v.Versions)
		for i := range classes {
			c := &classes[i]
			n := l.Figures[similarity.FigureClass(c.Name)] + l.Phrases[similarity.PhraseType(c.Name)]
			if n > 0 && c.Weight > 0 {
				v.Counts = append(v.Counts, newCount(c, n, ""))
			}
		}
		sortFindings(did)
		for _, f := range did[:min(len(did), maxDid)] {
			v.Did = append(v.Did, s.changeLine(f))
		}
		if n := len(did) - len(v.Did); n > 0 {
			v.More = thousands(n) + " more"
		}
		if len(did)+len(v.Cuts)+len(v.Counts) == 0 {
			v.Quiet = "Nothing of weight differs from what it was made from."
			if roots == len(v.Versions) {
				v.Quiet = "Made from no version here."
			}
		}
		for _, m := range l.Misses {
			v.Misses = append(v.Misses, show(m, 300))
		}
		out = append(out, v)
	}
	return out
}

// changeLine is a finding without its class and its outlet, which stand
// beside it.
func (s *story) changeLine(f finding) changeLine {
	says := spell(s.Comparison, f, s.names)
	says.Class, says.Who, says.Against = "", "", ""
	return changeLine{f.Symbol, f.Words, f.Severity.String(), says, s.place(f)}
}

// cut is what member i left out of its parent's story, page furniture aside;
// nil where that is nothing.
func (s *story) cut(i int) *cutView {
	d, p := s.Edges[i], s.Cluster.Members[i].Parent
	if d == nil || p < 0 || p >= len(s.Articles) {
		return nil
	}
	a := s.Articles[p]
	v := &cutView{Pair: s.pairFile(p, i)}
	left, all := 0, 0
	for k := range a.Sentences {
		if k >= len(a.Roles) || !a.Roles[k].Furniture() {
			all++
		}
	}
	for _, seg := range d.Segments {
		if seg.Kind != similarity.Cut || seg.Furniture {
			continue
		}
		for _, x := range a.Sentences[max(seg.ASents[0], 0):min(seg.ASents[1], len(a.Sentences))] {
			if left++; left <= maxCut {
				v.Sentences = append(v.Sentences, show(a.Text[x.Start:x.End], 240))
			}
		}
	}
	if left == 0 {
		return nil
	}
	v.Summary = fmt.Sprintf("%s of %s of %d %s left out", thousands(left), plural(all, "sentence"), s.number[p], s.names[p])
	if n := left - maxCut; n > 0 {
		v.More = thousands(n) + " more are on the page of the two"
	}
	return v
}
