package similarity

import (
	"math"
)

// pairing weighs how likely facts of two texts are readings of one slot.
type pairing struct {
	a, b     *figureText
	common   map[wordID]float32 // words that both texts have, with their rarity
	alike    [][]float32        // [sentence of a][sentence of b], 0 to 1
	segA     []int32            // segment of each sentence of a, -1 where none
	segB     []int32
	segments []Segment
	values   map[string][2]int // how often each stated value occurs, in a and in b
	sorts    map[string][2]int // how often each kind, unit and noun occurs
	staying  map[int32]bool    // segments whose words stay in place, as far as they were asked for
}

func newPairing(a, b *figureText, c *Collation) *pairing {
	p := &pairing{a: a, b: b, values: map[string][2]int{}, sorts: map[string][2]int{}}
	p.weigh()
	p.compareSentences()
	p.segA, p.segB = make([]int32, len(a.sents)), make([]int32, len(b.sents))
	for i := range p.segA {
		p.segA[i] = -1
	}
	for i := range p.segB {
		p.segB[i] = -1
	}
	if c != nil {
		p.segments = c.Segments
		for n, s := range c.Segments {
			for i := s.ASents[0]; i < s.ASents[1] && i < len(p.segA); i++ {
				p.segA[i] = int32(n)
			}
			for i := s.BSents[0]; i < s.BSents[1] && i < len(p.segB); i++ {
				p.segB[i] = int32(n)
			}
		}
	}
	for side, t := range []*figureText{a, b} {
		for i := range t.mentions {
			key := valueKey(t.mentions[i].fig)
			n := p.values[key]
			n[side]++
			p.values[key] = n
			key = sortKey(&t.mentions[i])
			n = p.sorts[key]
			n[side]++
			p.sorts[key] = n
		}
	}
	return p
}

// weigh counts the words of both texts: a word that both have is worth the
// less the more often it occurs.
func (p *pairing) weigh() {
	counts := [2]map[wordID]int{{}, {}}
	for side, t := range []*figureText{p.a, p.b} {
		for _, s := range t.sents {
			for i, w := range s {
				if i == 0 || s[i-1].id != w.id {
					counts[side][w.id]++
				}
			}
		}
	}
	p.common = map[wordID]float32{}
	for id, n := range counts[0] {
		if m := counts[1][id]; m > 0 {
			p.common[id] = float32(1 / math.Sqrt(math.Sqrt(float64(n*m))))
		}
	}
}

// rarity is a word's weight by how often it occurs; a word that only one text
// has weighs as a rare one.
func (p *pairing) rarity(id wordID) float32 {
	if w, ok := p.common[id]; ok {
		return w
	}
	return 0.7
}

// overlap is the weight of what two word lists, by id, share against the
// lighter list: 1 where it is in the other whole. Lists of little weight are
// damped: two shared words are no agreement.
func (p *pairing) overlap(a, b []contextWord) float64 {
	var shared, sumA, sumB float32
	for _, w := range a {
		sumA += w.weight * p.rarity(w.id)
	}
	for _, w := range b {
		sumB += w.weight * p.rarity(w.id)
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id == b[j].id:
			shared += min(a[i].weight, b[j].weight) * p.rarity(a[i].id)
			i++
			j++
		case a[i].id < b[j].id:
			i++
		default:
			j++
		}
	}
	if shared == 0 {
		return 0
	}
	const damp = 0.6
	mix := 0.6*min(sumA, sumB) + 0.4*max(sumA, sumB)
	return float64(shared / (mix + damp))
}

// maxSentencePairs bounds the table of sentence likenesses; beyond it only
// the collation tells which sentences belong together.
const maxSentencePairs = 160_000

func (p *pairing) compareSentences() {
	if len(p.a.sents)*len(p.b.sents) > maxSentencePairs {
		return
	}
	raw := make([][]float32, len(p.a.sents))
	for i, s := range p.a.sents {
		raw[i] = make([]float32, len(p.b.sents))
		for j, o := range p.b.sents {
			raw[i][j] = float32(p.overlap(s, o))
		}
	}
	// A sentence whose neighbours are alike too is the likelier partner.
	p.alike = raw
	at := func(i, j int) float32 {
		if i < 0 || j < 0 || i >= len(raw)-1 || j >= len(raw[i])-1 {
			return 0
		}
		return raw[i][j]
	}
	out := make([][]float32, len(raw))
	for i := range raw {
		out[i] = make([]float32, len(raw[i]))
		for j := range raw[i] {
			out[i][j] = raw[i][j]
			if i < len(raw)-1 && j < len(raw[i])-1 {
				out[i][j] = min(1, raw[i][j]+0.15*(max(at(i-1, j-1), at(i-1, j))+max(at(i+1, j+1), at(i+1, j))))
			}
		}
	}
	p.alike = out
}
