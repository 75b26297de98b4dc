package similarity_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/wirediff/wirediff/internal/story"
	"github.com/wirediff/wirediff/similarity"
)

// TestStoriesVariants compares each version with its parent and holds figure
// and phrase variants to the labels: a label is found by a variant of its
// class whose two sides overlap the label's words. What is labelled
// same-restyled may be left out or called so, but not called a difference.
func TestStoriesVariants(t *testing.T) {
	for _, s := range loadStories(t) {
		for _, pair := range pairs(s) {
			t.Run("story="+s.Name+"/"+pair[0].Name+"-"+pair[1].Name, func(t *testing.T) {
				a, b := pair[0], pair[1]
				d := similarity.Diff(document(s, a), document(s, b))
				for _, l := range s.Figures {
					if l.Parent == a.Name && l.Version == b.Name {
						checkFigure(t, s, l, a, b, d)
					}
				}
				for _, l := range s.Phrases {
					if l.Parent == a.Name && l.Version == b.Name {
						checkPhrase(t, s, l, a, b, d)
					}
				}
			})
		}
	}
}

// pairs are the versions of a story with labelled parents: parent, version.
func pairs(s *story.Story) [][2]story.Version {
	names := map[string][2]string{}
	for _, l := range slices.Concat(s.Figures, s.Phrases) {
		names[l.Version+"\x00"+l.Parent] = [2]string{l.Parent, l.Version}
	}
	var out [][2]story.Version
	for _, k := range slices.Sorted(maps.Keys(names)) {
		a, _ := s.Version(names[k][0])
		b, _ := s.Version(names[k][1])
		out = append(out, [2]story.Version{a, b})
	}
	return out
}

func checkFigure(t *testing.T, s *story.Story, l story.Variant, a, b story.Version, d *similarity.Difference) {
	t.Helper()
	var at []string
	right, differs := false, false
	for _, v := range d.Figures {
		inA, inB := figureIn(v.A, l.From, a), figureIn(v.B, l.To, b)
		if v.Class == similarity.FigureClass(l.Class) && inA && inB {
			right = true
		}
		differs = differs || inA && inB && !agrees(v)
		if inA && v.A != nil || inB && v.B != nil {
			at = append(at, figureLine(v))
		}
	}
	if l.Class == string(similarity.SameRestyled) {
		right = !differs
	}
	report(t, s, l.Line, l.Known, right, l.String(), func() string { return strings.Join(append(at, "nothing more there"), "\n     ") })
}

// figureIn reports whether a side of a variant is at the label's words.
func figureIn(f *similarity.Figure, words string, v story.Version) bool {
	if f == nil || words == "" {
		return f == nil && words == ""
	}
	return touches(f.Field, f.Start, f.End, words, v)
}

func checkPhrase(t *testing.T, s *story.Story, l story.Variant, a, b story.Version, d *similarity.Difference) {
	t.Helper()
	var at []string
	right := false
	for _, p := range d.Phrases {
		// Where a label has nothing on a side, the engine may quote there the
		// sentence that the words are gone from.
		inA := l.From == "" || p.A != nil && touches(p.A.Field, p.A.Start, p.A.End, l.From, a)
		inB := l.To == "" || p.B != nil && touches(p.B.Field, p.B.Start, p.B.End, l.To, b)
		right = right || inA && inB && p.Type == similarity.PhraseType(l.Class)
		if inA && l.From != "" || inB && l.To != "" {
			at = append(at, phraseLine(p))
		}
	}
	report(t, s, l.Line, l.Known, right, l.String(), func() string { return strings.Join(append(at, "nothing more there"), "\n     ") })
}

func phraseLine(p similarity.PhraseVariant) string {
	text := func(q *similarity.Quote) string {
		if q == nil {
			return "null"
		}
		return fmt.Sprintf("%q", q.Text)
	}
	return fmt.Sprintf("%s -> %s %s (%s)", text(p.A), text(p.B), p.Type, p.Rule)
}

// touches reports whether [start, end) of the version's text or title overlaps
// a place where it has the words.
func touches(field string, start, end int, words string, v story.Version) bool {
	text := v.Text
	if field == "title" {
		text = v.Title
	}
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			return false
		}
		at += i
		if start < at+len(words) && at < end {
			return true
		}
		at++
	}
}

// TestStoriesNoFalseAlarms counts the two-sided figure differences that no
// label names, for each relation. An editor who is shown twenty wrong
// differences does not read the twenty-first.
func TestStoriesNoFalseAlarms(t *testing.T) {
	reported, wrong := map[string]int{}, map[string]int{}
	all, allWrong := 0, 0
	for _, s := range loadStories(t) {
		for _, p := range s.Parents {
			a, _ := s.Version(p.Parent)
			b, _ := s.Version(p.Version)
			d := similarity.Diff(document(s, a), document(s, b))
			for _, v := range d.Figures {
				if v.A == nil || v.B == nil || agrees(v) {
					continue
				}
				reported[p.Relation]++
				all++
				if !slices.ContainsFunc(s.Figures, func(l story.Variant) bool {
					return l.Parent == p.Parent && l.Version == p.Version && figureIn(v.A, l.From, a) && figureIn(v.B, l.To, b)
				}) {
					wrong[p.Relation]++
					allWrong++
					t.Logf("%s %s -> %s: %s", s.Name, a.Name, b.Name, figureLine(v))
				}
			}
		}
	}
	for _, r := range slices.Sorted(maps.Keys(reported)) {
		t.Logf("relation=%s: %d two-sided figure differences, %d of them not labelled", r, reported[r], wrong[r])
	}
	const most = 0.15 // of those reported: the precision that is asked of the engine on stories that it was not made on
	if float64(allWrong) > most*float64(all) {
		t.Errorf("%d of %d figure differences are not labelled, want %.0f in 100 at most", allWrong, all, most*100)
	}
}
