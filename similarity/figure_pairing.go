package similarity

import (
	"math"
	"slices"
)

// pairing weighs how likely facts of two texts are readings of one slot.
type pairing struct {
	a, b     *figureText
	number   map[wordID]int32            // of each word of the texts
	rare     []float32                   // by number: a word's rarity
	around   [2]map[*mention]surrounding // as far as they were asked for
	alike    [][]float32                 // [sentence of a][sentence of b], 0 to 1
	segA     []int32                     // segment of each sentence of a, -1 where none
	segB     []int32
	segments []Segment
	counted  [2][]occurrences  // by mention of a, of b
	values   map[string][2]int // how often each stated value occurs, in a and in b
	sorts    map[string][2]int // how often each kind, unit and noun occurs
	scores   []scored          // of two facts by their leads, as far as they were asked for; nil where none is asked for twice
	staying  map[int32]bool    // segments whose words stay in place, as far as they were asked for
}

func newPairing(a, b *figureText, c *Collation) *pairing {
	p := &pairing{a: a, b: b, values: map[string][2]int{}, sorts: map[string][2]int{}, around: [2]map[*mention]surrounding{{}, {}}}
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
	for side, t := range []*figureText{a, b} {
		p.counted[side] = make([]occurrences, len(t.mentions))
		for i := range t.mentions {
			m := &t.mentions[i]
			key := sortKey(m)
			p.counted[side][i] = occurrences{p.values[valueKey(m.fig)], p.sorts[key], key}
		}
	}
	return p
}

// occurrences is how often what a mention states, and things of its sort, occur in
// a and in b.
type occurrences struct {
	value, sort [2]int
	sortKey     string
}

// count is the occurrences of a mention of a (side 0) or b.
func (p *pairing) count(side int, m *mention) occurrences {
	if m.n > 0 {
		return p.counted[side][m.n-1]
	}
	key := sortKey(m)
	return occurrences{p.values[valueKey(m.fig)], p.sorts[key], key}
}

// scored is what score and valuePoints said of two facts.
type scored struct {
	points, value float64
	known, ok     bool
}

// weigh numbers the words of both texts and weighs them: a word that both have
// is worth the less the more often it occurs.
func (p *pairing) weigh() {
	p.number = make(map[wordID]int32, len(p.a.words)+len(p.b.words))
	var counts [2][]int32
	for side, t := range []*figureText{p.a, p.b} {
		for _, s := range t.sents {
			for i, w := range s {
				if i > 0 && s[i-1].id == w.id {
					continue
				}
				n, ok := p.number[w.id]
				if !ok {
					n = int32(len(p.number))
					p.number[w.id] = n
					counts[0], counts[1] = append(counts[0], 0), append(counts[1], 0)
				}
				counts[side][n]++
			}
		}
	}
	p.rare = make([]float32, len(p.number))
	for n := range p.rare {
		p.rare[n] = ownWord
		if a, b := int(counts[0][n]), int(counts[1][n]); a > 0 && b > 0 {
			p.rare[n] = float32(1 / math.Sqrt(math.Sqrt(float64(a*b))))
		}
	}
}

// ownWord is what a word weighs that only one text has: as a rare one.
const ownWord = 0.7

// rarity is a word's weight by how often it occurs.
func (p *pairing) rarity(id wordID) float32 {
	if n, ok := p.number[id]; ok {
		return p.rare[n]
	}
	return ownWord
}

// weighedWord is a word with what sharing it is worth in these two texts.
type weighedWord struct {
	id             wordID
	weight, rarity float32
}

// surrounding is a list of words by id, weighed, with its weight in all.
type surrounding struct {
	words []weighedWord
	sum   float32
}

func (p *pairing) weighWords(words []contextWord) surrounding {
	s := surrounding{words: make([]weighedWord, len(words))}
	for n, w := range words {
		rarity := p.rarity(w.id)
		s.words[n] = weighedWord{w.id, w.weight, rarity}
		s.sum += w.weight * rarity
	}
	return s
}

// surround weighs the words around a mention of a (side 0) or b, once.
func (p *pairing) surround(side int, m *mention) surrounding {
	s, ok := p.around[side][m]
	if !ok {
		s = p.weighWords(m.context)
		p.around[side][m] = s
	}
	return s
}

// overlap is the weight of what the words around two mentions share.
func (p *pairing) overlap(ma, mb *mention) float64 {
	x, y := p.surround(0, ma), p.surround(1, mb)
	a, b := x.words, y.words
	var shared float32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id == b[j].id:
			shared += min(a[i].weight, b[j].weight) * a[i].rarity
			i++
			j++
		case a[i].id < b[j].id:
			i++
		default:
			j++
		}
	}
	return agreement(shared, x.sum, y.sum)
}

// agreement is the weight of what two word lists share against the lighter
// list: 1 where it is in the other whole. Lists of little weight are damped:
// two shared words are no agreement.
func agreement(shared, sumA, sumB float32) float64 {
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

// compareSentences fills the table of likenesses. The words of b's sentences
// are indexed, so that the cost is that of the words that sentences share, and
// of the table.
func (p *pairing) compareSentences() {
	if len(p.a.sents)*len(p.b.sents) > maxSentencePairs {
		return
	}
	// The k-th time that a sentence has a word meets the other's k-th time.
	type posting struct {
		sentence, time int32
		weight         float32
	}
	each := func(words []contextWord, visit func(n, time int32, w contextWord)) (sum float32) {
		time := int32(0)
		for i, w := range words {
			if time++; i == 0 || words[i-1].id != w.id {
				time = 0
			}
			n := p.number[w.id]
			sum += w.weight * p.rare[n]
			visit(n, time, w)
		}
		return sum
	}
	from := make([]int32, len(p.rare)+1) // where the postings of a word begin
	all := 0
	for _, words := range p.b.sents {
		each(words, func(n, _ int32, _ contextWord) { from[n+1]++ })
		all += len(words)
	}
	for n := range p.rare {
		from[n+1] += from[n]
	}
	index, next := make([]posting, all), slices.Clone(from)
	sumB := make([]float32, len(p.b.sents))
	for j, words := range p.b.sents {
		sumB[j] = each(words, func(n, time int32, w contextWord) {
			index[next[n]] = posting{int32(j), time, w.weight}
			next[n]++
		})
	}
	raw := table(len(p.a.sents), len(p.b.sents))
	for i, words := range p.a.sents {
		shared := raw[i]
		sum := each(words, func(n, time int32, w contextWord) {
			for _, q := range index[from[n]:from[n+1]] {
				if q.time == time {
					shared[q.sentence] += min(w.weight, q.weight) * p.rare[n]
				}
			}
		})
		for j := range shared {
			shared[j] = float32(agreement(shared[j], sum, sumB[j]))
		}
	}
	p.alike = besides(raw)
}

// besides raises the likeness of sentences whose neighbours are alike too:
// these are the likelier partners. The last of each side is the title.
func besides(raw [][]float32) [][]float32 {
	at := func(i, j int) float32 {
		if i < 0 || j < 0 || i >= len(raw)-1 || j >= len(raw[i])-1 {
			return 0
		}
		return raw[i][j]
	}
	out := table(len(raw), len(raw[0]))
	for i := range raw {
		copy(out[i], raw[i])
		for j := 0; i < len(raw)-1 && j < len(raw[i])-1; j++ {
			out[i][j] = min(1, raw[i][j]+0.15*(max(at(i-1, j-1), at(i-1, j))+max(at(i+1, j+1), at(i+1, j))))
		}
	}
	return out
}

// table is rows of zeros, in one piece of memory.
func table(rows, columns int) [][]float32 {
	out, all := make([][]float32, rows), make([]float32, rows*columns)
	for i := range out {
		out[i] = all[i*columns : (i+1)*columns]
	}
	return out
}
