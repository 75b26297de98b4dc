package report

import (
	"slices"

	"github.com/wirediff/wirediff/similarity"
)

// phraseView is a phrase variant with all its readings across the cluster.
type phraseView struct {
	Words, Symbol, Severity string

	Readings []phraseReading
	Pair     string
}

// phraseList is one of the lists of phrases on a page.
type phraseList uint8

const (
	gravePhrases phraseList = iota
	rewordedPhrases
	stylePhrases
)

func listOf(f finding) phraseList {
	switch {
	case f.Severity == similarity.Style:
		return stylePhrases
	case f.Name == string(similarity.Reworded):
		return rewordedPhrases
	}
	return gravePhrases
}

// phraseReading is one wording and who has it.
type phraseReading struct {
	Text     string // "" where the words are not there
	Versions []string
	Base     bool // the wording that the others were made from
}

// phrases groups the phrase variants of all edges: those of one type that
// start from the same words are one, with a reading for each wording.
// List is one of three: the grave ones, those reworded alone, house style.
func (s *story) phrases(list phraseList) []phraseView {
	type key struct{ class, from string }
	at := map[key]int{}
	var out []phraseView
	for _, f := range s.findings {
		if f.Phrase == nil || listOf(f) != list {
			continue
		}
		a, b := f.texts()
		if f.Name == string(similarity.AttributionDropped) && a != "" {
			b = "" // what stands in its place is no counterpart
		}
		k := key{f.Name, a}
		if a == "" {
			k.from = "\x00" + b
		}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			parent := s.Cluster.Members[f.Version].Parent
			base := phraseReading{Text: Visible(clip(headBytes(a, 2400), 600)), Base: true}
			if parent >= 0 {
				base.Versions = []string{s.names[parent]}
			}
			out = append(out, phraseView{f.Words, f.Symbol, f.Severity.String(), []phraseReading{base}, s.place(f)})
		}
		text := Visible(clip(headBytes(b, 2400), 600))
		j := slices.IndexFunc(out[i].Readings, func(r phraseReading) bool { return r.Text == text && !r.Base })
		if j < 0 {
			j = len(out[i].Readings)
			out[i].Readings = append(out[i].Readings, phraseReading{Text: text})
		}
		if r := &out[i].Readings[j]; !slices.Contains(r.Versions, s.names[f.Version]) {
			r.Versions = append(r.Versions, s.names[f.Version])
		}
	}
	return out
}
