package similarity

import (
	"slices"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/shingle"
)

// kinship is the least score at which two sentences are remembered as
// possible partners beyond the one-to-one collation.
const kinship = 0.15

// Collate lays two versions side by side: sentences are paired by the rare
// words, names and numbers that they share (internal/align), pairs that
// cross are moved, and paired sentences are diffed word by word. The cost is
// O(n log n) in the number of sentences and linear in the text; a run of over
// align.MaxWords tokens without a sentence end is not diffed, and sets
// Bounded.
func Collate(a, b *shingle.Article) *Collation {
	return collateRead(newVocabulary(a), newVocabulary(b))
}

// collateRead is Collate of two articles whose words are numbered.
func collateRead(va, vb *vocabulary) *Collation {
	a, b := va.article, vb.article
	c := &Collation{A: a, B: b, words: newLexicon(va, vb)}
	ofA, ofB := c.words.units(a, b)
	index := align.NewIndex(ofA, ofB, c.words.base)
	groups := index.Groups(func(i int) int { return a.Sentences[i].Last - a.Sentences[i].First })
	c.kin = index.Kin(kinship)
	c.lay(groups)
	index.Release()
	c.words.done()
	return c
}

// lay makes the segments, in the order of b. A sentence of a without a
// partner follows the segment of the sentence before it.
func (c *Collation) lay(groups []align.Group) {
	na, nb := len(c.A.Sentences), len(c.B.Sentences)
	atA, atB := make([]int, na+1), make([]int, nb+1) // 1 + index of the group that starts or holds the sentence
	alone := na + nb
	for n, g := range groups {
		for i := g.A[0]; i < g.A[1]; i++ {
			atA[i] = n + 1
		}
		for j := g.B[0]; j < g.B[1]; j++ {
			atB[j] = n + 1
		}
		alone -= g.A[1] - g.A[0] + g.B[1] - g.B[0]
	}
	c.Segments = make([]Segment, 0, len(groups)+alone+2) // and a text without sentences
	cuts := func(i int) {
		for ; i < na && atA[i] == 0; i++ {
			c.add(Segment{Kind: Cut, ASents: [2]int{i, i + 1}, BSents: [2]int{}})
		}
	}
	if na == 0 && len(c.A.Text) > 0 {
		c.add(Segment{Kind: Cut})
	}
	if nb == 0 && len(c.B.Text) > 0 {
		c.add(Segment{Kind: Insert})
	}
	cuts(0)
	for j := 0; j < nb; {
		if atB[j] == 0 {
			c.add(Segment{Kind: Insert, BSents: [2]int{j, j + 1}})
			j++
			continue
		}
		g := groups[atB[j]-1]
		c.add(Segment{Kind: Changed, Moved: g.Moved, ASents: g.A, BSents: g.B})
		cuts(g.A[1])
		j = g.B[1]
	}
}

// add completes a segment (spans, edits, furniture) and appends it.
func (c *Collation) add(s Segment) {
	if s.Kind != Insert {
		s.A = territory(c.A, s.ASents)
	}
	if s.Kind != Cut {
		s.B = territory(c.B, s.BSents)
	}
	furniture := func(r shingle.Role) bool { return r.Furniture() }
	s.Furniture = slices.ContainsFunc(c.A.Roles[s.ASents[0]:s.ASents[1]], furniture) ||
		slices.ContainsFunc(c.B.Roles[s.BSents[0]:s.BSents[1]], furniture)
	if s.Kind == Changed {
		c.edit(&s)
	}
	c.Segments = append(c.Segments, s)
}

// territory is the bytes of a run of sentences and the white space up to the
// next; the first sentence of a text owns what stands before it. A text
// without sentences is one territory.
func territory(a *shingle.Article, sents [2]int) shingle.Span {
	if len(a.Sentences) == 0 {
		return shingle.Span{End: len(a.Text)}
	}
	return shingle.Span{Start: border(a, sents[0]), End: border(a, sents[1])}
}

func border(a *shingle.Article, sentence int) int {
	switch sentence {
	case 0:
		return 0
	case len(a.Sentences):
		return len(a.Text)
	}
	return a.Sentences[sentence].Start
}
