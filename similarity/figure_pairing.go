package similarity

import "math"

// pairing weighs how likely facts of two texts are readings of one slot.
type pairing struct {
	a, b       *figureText
	number     [2][]int32  // by form of a, of b: its number among those of both, in the order of ids
	rare       []float32   // by number: a word's rarity
	near       *wordIndex  // of the words around b's mentions; made when first asked for
	overlaps   [][]float32 // by mention of a: of its words with those around each of b's, where overlapped
	overlapped []bool
	own        [][]float32 // agreement by [sentence of a][sentence of b]; made when first asked for
	alike      [][]float32 // likeness by [sentence of a][sentence of b]; a row is made when first asked for
	sparse     bool        // few pairs are asked for: nothing is worked out for all
	segA       []int32     // segment of each sentence of a, -1 where none
	segB       []int32
	segments   []Segment
	values     census[statedValue]  // how often each stated value occurs, in a and in b
	sorts      census[sortOfFigure] // how often each kind, unit and noun occurs
	counted    [2][]occurrences     // by mention of a, of b
	staying    map[int32]bool       // segments whose words stay in place, as far as they were asked for
}

func newPairing(a, b *figureText, c *Collation) *pairing {
	p := &pairing{a: a, b: b, alike: make([][]float32, len(a.sents))}
	p.weigh()
	segs := make([]int32, len(a.sents)+len(b.sents))
	p.segA, p.segB = segs[:len(a.sents)], segs[len(a.sents):]
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
	p.count()
	return p
}

// count counts what the mentions of both texts state, and their sorts.
func (p *pairing) count() {
	mentions := len(p.a.mentions) + len(p.b.mentions)
	p.values, p.sorts = newCensus[statedValue](mentions), newCensus[sortOfFigure](mentions)
	of := make([]struct{ value, sort int32 }, 0, mentions)
	for side, t := range []*figureText{p.a, p.b} {
		for i := range t.mentions {
			m := &t.mentions[i]
			of = append(of, struct{ value, sort int32 }{p.values.add(valueOf(m.fig), side), p.sorts.add(sortOf(m), side)})
		}
	}
	counted := make([]occurrences, mentions)
	for i, n := range of {
		counted[i] = occurrences{p.values.counts[n.value], p.sorts.counts[n.sort]}
	}
	p.counted = [2][]occurrences{counted[:len(p.a.mentions)], counted[len(p.a.mentions):]}
}

// occurrences is how often what a mention states, and things of its sort, occur in
// a and in b.
type occurrences struct{ value, sort [2]int }

// census counts things in two texts.
type census[T comparable] struct {
	number map[T]int32
	counts [][2]int // by number
}

func newCensus[T comparable](most int) census[T] {
	return census[T]{make(map[T]int32, most), make([][2]int, 0, most)}
}

// add counts a thing, and gives its number.
func (t *census[T]) add(x T, side int) int32 {
	n, ok := t.number[x]
	if !ok {
		n = int32(len(t.counts))
		t.number[x] = n
		t.counts = append(t.counts, [2]int{})
	}
	t.counts[n][side]++
	return n
}

// of is how often a thing occurs.
func (t *census[T]) of(x T) [2]int {
	if n, ok := t.number[x]; ok {
		return t.counts[n]
	}
	return [2]int{}
}

// occurrences are those of a mention of a (side 0) or b.
func (p *pairing) occurrences(side int, m *mention) occurrences {
	if m.n > 0 {
		return p.counted[side][m.n-1]
	}
	return occurrences{p.values.of(valueOf(m.fig)), p.sorts.of(sortOf(m))}
}

// weigh numbers the forms of both texts' words and weighs them: a word that both have
// is worth the less the more often it occurs.
func (p *pairing) weigh() {
	idsA, idsB := p.a.forms.ids, p.b.forms.ids
	room := make([]int32, len(idsA)+len(idsB))
	ofA, ofB := room[:len(idsA)], room[len(idsA):]
	all := 0
	for i, j := 0, 0; i < len(idsA) || j < len(idsB); all++ {
		inA := i < len(idsA) && (j == len(idsB) || idsA[i] <= idsB[j])
		inB := j < len(idsB) && (i == len(idsA) || idsB[j] <= idsA[i])
		if inA {
			ofA[i] = int32(all)
			i++
		}
		if inB {
			ofB[j] = int32(all)
			j++
		}
	}
	p.number = [2][]int32{ofA, ofB}
	counts := [2][]int32{make([]int32, all), make([]int32, all)}
	for side, t := range []*figureText{p.a, p.b} {
		for _, s := range t.sents {
			for i := range s {
				if i == 0 || s[i-1].n != s[i].n {
					counts[side][p.number[side][s[i].n]]++
				}
			}
		}
	}
	p.rare = make([]float32, all)
	for n := range p.rare {
		p.rare[n] = ownWord
		if a, b := int(counts[0][n]), int(counts[1][n]); a > 0 && b > 0 {
			p.rare[n] = float32(1 / math.Sqrt(math.Sqrt(float64(a*b))))
		}
	}
}

// ownWord is what a word weighs that only one text has: as a rare one.
const ownWord = 0.7
