package report

import (
	"slices"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// findingView is a finding on a cluster's page, with the two sentences that
// it stands in.
type findingView struct {
	Words, Symbol, Severity string

	Sentence   sentence
	Rule, Slip string
	A, B       *contextView
	Pair       string // file of the pair page and row
	Also       []link // other versions that made the same of it
}

// alike is what two findings share that are told as one: other versions of
// one parent that did the same to the same words.
type alike struct {
	class, to   string
	parent      int
	title       bool
	figure      bool
	start, stop int
}

func (s *story) likeness(f finding) alike {
	_, to := f.texts()
	k := alike{class: f.Name, to: to, parent: s.parent(f.Version), figure: f.Figure != nil, start: -1 - f.Version} // what was added is one version's
	if f.Name == string(similarity.AttributionDropped) {
		k.to = "" // what stands in its place is no counterpart
	}
	switch {
	case f.Figure != nil && f.Figure.A != nil:
		k.start, k.stop, k.title = f.Figure.A.Start, f.Figure.A.End, f.Figure.A.Field == "title"
	case f.Phrase != nil && f.Phrase.A != nil:
		k.start, k.stop, k.title = f.Phrase.A.Start, f.Phrase.A.End, f.Phrase.A.Field == "title"
	}
	return k
}

func (v *findingView) also(name, place string) {
	v.Also = append(v.Also, link{Href: place, Text: name})
}

// contextView is a difference in its sentence.
type contextView struct {
	N                   int
	Name                string
	Lang                string
	Title               bool
	Before, Mark, After string
}

// maxContext is how much of a sentence stands on either side of a
// difference, in runes: two lines of a column.
const maxContext = 220

// inContext quotes bytes [start, end) of an article's text (or title) with
// the sentence around them; nil where the place is not in the text.
func (s *story) inContext(i int, field string, start, end int) *contextView {
	a := s.Articles[i]
	v := &contextView{N: s.number[i], Name: s.names[i], Lang: langTag(a.Lang)}
	text, lo, hi := a.Text, start, end
	if field == "title" {
		text, v.Title = a.Title, true
		lo, hi = 0, len(text)
	}
	if start < 0 || end < start || end > len(text) {
		return nil
	}
	if field != "title" {
		k, _ := slices.BinarySearchFunc(a.Sentences, start, func(x shingle.Sentence, at int) int {
			if x.End <= at {
				return -1
			}
			return 1
		})
		if k < len(a.Sentences) {
			lo = min(lo, a.Sentences[k].Start)
			hi = max(hi, a.Sentences[k].End)
		}
	}
	v.Before = Visible(tail(text[lo:start], maxContext))
	v.Mark = Visible(clip(headBytes(text[start:end], 4*maxContext), maxContext))
	v.After = Visible(clip(headBytes(text[end:hi], 8*maxContext), maxContext))
	return v
}

// tail is the last n runes of s, with an ellipsis where it was cut.
func tail(s string, n int) string {
	i := len(s)
	for k := 0; i > 0; k++ {
		if k == n {
			return "…" + s[i:]
		}
		i--
		for i > 0 && s[i]&0xC0 == 0x80 {
			i--
		}
	}
	return s
}

// parent is the member that member i was made from, or i itself.
func (s *story) parent(i int) int {
	if p := s.Cluster.Members[i].Parent; p >= 0 && p < len(s.names) {
		return p
	}
	return i
}

// place is the file and anchor of a finding in the page of its pair.
func (s *story) place(f finding) string {
	at := s.pairFile(s.parent(f.Version), f.Version)
	if f.Figure != nil {
		return at + "#f" + itoa(f.At+1)
	}
	return at + "#p" + itoa(f.At+1)
}

func (s *story) view(f finding) findingView {
	v := findingView{Words: f.Words, Symbol: f.Symbol, Severity: f.Severity.String(), Sentence: spell(s.Comparison, f, s.names), Pair: s.place(f)}
	v.Sentence.Class = "" // the chip beside it says it
	parent := s.parent(f.Version)
	if f.Figure != nil {
		v.Rule, v.Slip = show(f.Figure.Rule, 80), show(f.Figure.Slip, 80)
		if x := f.Figure.A; x != nil {
			v.A = s.inContext(parent, x.Field, x.Start, x.End)
		}
		if x := f.Figure.B; x != nil {
			v.B = s.inContext(f.Version, x.Field, x.Start, x.End)
		}
		return v
	}
	v.Rule = show(f.Phrase.Rule, 80)
	if x := f.Phrase.A; x != nil {
		v.A = s.inContext(parent, x.Field, x.Start, x.End)
	}
	if x := f.Phrase.B; x != nil {
		v.B = s.inContext(f.Version, x.Field, x.Start, x.End)
		if f.Name == string(similarity.AttributionDropped) && v.A != nil && v.B != nil {
			v.B.Before, v.B.Mark = v.B.Before+v.B.Mark, "" // what stands in its place is no counterpart
		}
	}
	return v
}
