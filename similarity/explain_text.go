package similarity

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/wirediff/wirediff/internal/facts"
	"github.com/wirediff/wirediff/shingle"
)

// evidenceMost bounds each list of evidence.
const evidenceMost = 12

// evidence lists what the two texts share, and what only one has.
func (x *explainer) evidence(a, b *shingle.Article) {
	p, q := x.terms(a), x.terms(b)
	for h, t := range p {
		if u, ok := q[h]; ok {
			t.term |= u.term
			x.out.Shared = append(x.out.Shared, x.evidenceOf(t))
		} else if t.term.Has(facts.Name | facts.Figure) {
			x.out.OnlyA = append(x.out.OnlyA, x.evidenceOf(t))
		}
	}
	for h, t := range q {
		if _, ok := p[h]; !ok && t.term.Has(facts.Name|facts.Figure) {
			x.out.OnlyB = append(x.out.OnlyB, x.evidenceOf(t))
		}
	}
	for _, list := range []*[]Evidence{&x.out.Shared, &x.out.OnlyA, &x.out.OnlyB} {
		slices.SortFunc(*list, func(s, t Evidence) int {
			return cmp.Or(cmp.Compare(t.Rarity, s.Rarity), cmp.Compare(s.Kind, t.Kind), cmp.Compare(s.Text, t.Text))
		})
		*list = (*list)[:min(len(*list), evidenceMost)]
	}
	x.out.Longest = longestRun(a, b)
}

type surface struct {
	term facts.Term
	text string
}

// terms gives the terms of an article's body as they are first written.
func (x *explainer) terms(a *shingle.Article) map[uint32]surface {
	var builder facts.Builder
	out := map[uint32]surface{}
	for _, p := range builder.Places(a.Text, a.Tokens, bodyOf(nil, a)) {
		s, ok := out[p.Term.Hash()]
		if !ok {
			s.text = p.Of(a.Text)
		}
		s.term |= p.Term
		out[p.Term.Hash()] = s
	}
	return out
}

func (x *explainer) evidenceOf(s surface) Evidence {
	kind := "word"
	switch {
	case s.term.Has(facts.Figure):
		kind = "figure"
	case s.term.Has(facts.Name):
		kind = "name"
	case s.term.Has(facts.Quoted):
		kind = "quoted"
	}
	return Evidence{Text: s.text, Kind: kind, Rarity: float64(x.rarity.Weight(s.term))}
}

// runWords bounds the search for the longest run: 2,000 words a side, 4
// million steps.
const runWords = 2000

// longestRun finds the longest run of words that two bodies share, the first
// in a of equals.
func longestRun(a, b *shingle.Article) Quote {
	s, t := bodyWords(a), bodyWords(b)
	lengths := make([]int, len(t)+1) // of the run that ends at each word of b
	best, end := 0, 0
	for i := range s {
		diagonal := 0
		for k := range t {
			above := lengths[k+1]
			lengths[k+1] = 0
			if s[i].word == t[k].word {
				lengths[k+1] = diagonal + 1
				if lengths[k+1] > best {
					best, end = lengths[k+1], i
				}
			}
			diagonal = above
		}
	}
	if best == 0 {
		return Quote{}
	}
	from, to := s[end-best+1].start, s[end].end
	return Quote{Start: from, End: to, Text: a.Text[from:to]}
}

type bodyWord struct {
	word       string
	start, end int
}

func bodyWords(a *shingle.Article) []bodyWord {
	var out []bodyWord
	for _, s := range bodyOf(nil, a) {
		for _, t := range a.Tokens[s.First:s.Last] {
			if text := t.Of(a.Text); len(out) < runWords && strings.IndexFunc(text, letterOrDigit) >= 0 {
				out = append(out, bodyWord{strings.ToLower(text), int(t.Start), int(t.End)})
			}
		}
	}
	return out
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// WriteText writes the explanation for a terminal: plain lines, what comes of
// the documents with control and bidirectional characters made visible.
func (x *Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, r := range []struct {
		name string
		ref  Ref
	}{{"a", x.A}, {"b", x.B}} {
		fmt.Fprintf(&b, "%s  %s  %s  %s\n", r.name, visible(r.ref.ID), visible(r.ref.Outlet), visible(r.ref.Title))
	}
	verdict := "not versions of one story"
	if x.Same {
		verdict = "versions of one story"
	}
	fmt.Fprintf(&b, "\n%s: b is to a %s, score %.3f\n", verdict, x.Relation, x.Score)
	if x.Lost != "" {
		fmt.Fprintf(&b, "lost by: %s\n", x.Lost)
	}
	b.WriteString("\nsteps\n")
	for _, s := range x.Steps {
		mark := "no "
		if s.Passed {
			mark = "yes"
		}
		fmt.Fprintf(&b, "  %-9s %s  %s\n", s.Name, mark, s.Numbers)
	}
	if len(x.Features) > 0 {
		b.WriteString("\nfeature             value    weight      adds\n")
		for _, f := range x.Features {
			fmt.Fprintf(&b, "  %-14s %8.3f  %8.3f  %8.3f\n", f.Name, f.Value, f.Weight, f.Adds)
		}
	}
	for _, l := range []struct {
		name string
		list []Evidence
	}{{"both have", x.Shared}, {"only a has", x.OnlyA}, {"only b has", x.OnlyB}} {
		if len(l.list) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s\n", l.name)
		for _, e := range l.list {
			fmt.Fprintf(&b, "  %-8s %.1f  %s\n", e.Kind, e.Rarity, visible(e.Text))
		}
	}
	if x.Longest.Text != "" {
		fmt.Fprintf(&b, "\nlongest run of words that both have\n  %s\n", visible(x.Longest.Text))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// visible makes white space single and control and format characters (among
// them those that turn the direction of text) visible as \u escapes.
func visible(s string) string {
	s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "\ufffd")
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hidden(r rune) bool { return unicode.Is(unicode.C, r) && r != ' ' }
