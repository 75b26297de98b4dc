package similarity

import (
	"math"
	"sync"
)

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
	counted    [2][]occurrences // by mention of a, of b
	staying    map[int32]bool   // segments whose words stay in place, as far as they were asked for

	*pairingRoom
}

func newPairing(a, b *figureText, c *Collation) *pairing {
	p := &pairing{a: a, b: b, pairingRoom: pairingRooms.Get().(*pairingRoom)}
	p.alike = p.rows.take(len(a.sents))
	p.weigh()
	segs := p.ints.take(len(a.sents) + len(b.sents))
	for i := range segs {
		segs[i] = -1
	}
	p.segA, p.segB = segs[:len(a.sents)], segs[len(a.sents):]
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

// release gives the pairing's memory to the next. It scores nothing any more.
func (p *pairing) release() {
	r := p.pairingRoom
	r.ints.free()
	r.floats.free()
	r.rows.free()
	r.posts.free()
	clear(r.values.number)
	clear(r.sorts.number)
	clear(r.paired)
	*p = pairing{}
	pairingRooms.Put(r)
}

// pairingRoom is what a pairing takes of memory.
type pairingRoom struct {
	ints   arena[int32]
	floats arena[float32]
	rows   arena[[]float32]
	posts  arena[posting]
	values census[statedValue]  // how often each stated value occurs, in a and in b
	sorts  census[sortOfFigure] // how often each kind, unit and noun occurs
	of     [][2]int32           // by mention of a and then of b: the numbers of its value and its sort
	counts []occurrences        // likewise

	joins    []figureLink
	kinds    []kindBit // by fact of b: what it may be paired with
	assigner assigner
	paired   map[*Figure]*Figure // leads, both ways
}

var pairingRooms = sync.Pool{New: func() any {
	return &pairingRoom{values: newCensus[statedValue](), sorts: newCensus[sortOfFigure](), paired: map[*Figure]*Figure{}}
}}

// arena is memory that is handed out piece by piece, and taken back all at once.
type arena[T any] struct {
	room []T
	used int
}

// leastRoom is what an arena has at first: enough for a text paired with itself.
const leastRoom = 256

// take gives a slice of zeros. What does not fit any more is left to those
// that have it.
func (a *arena[T]) take(n int) []T {
	if a.used+n > len(a.room) {
		a.room, a.used = make([]T, max(2*len(a.room), n, leastRoom)), 0
	}
	out := a.room[a.used : a.used+n : a.used+n]
	a.used += n
	clear(out)
	return out
}

func (a *arena[T]) free() {
	clear(a.room[:a.used]) // hold on to nothing
	a.used = 0
}

// count counts what the mentions of both texts state, and their sorts.
func (p *pairing) count() {
	p.of, p.values.counts, p.sorts.counts = p.of[:0], p.values.counts[:0], p.sorts.counts[:0]
	for side, t := range []*figureText{p.a, p.b} {
		for i := range t.mentions {
			m := &t.mentions[i]
			p.of = append(p.of, [2]int32{p.values.add(valueOf(m.fig), side), p.sorts.add(sortOf(m), side)})
		}
	}
	p.counts = p.counts[:0]
	for _, n := range p.of {
		p.counts = append(p.counts, occurrences{p.values.counts[n[0]], p.sorts.counts[n[1]]})
	}
	p.counted = [2][]occurrences{p.counts[:len(p.a.mentions)], p.counts[len(p.a.mentions):]}
}

// occurrences is how often what a mention states, and things of its sort, occur in
// a and in b.
type occurrences struct{ value, sort [2]int }

// census counts things in two texts.
type census[T comparable] struct {
	number map[T]int32
	counts [][2]int // by number
}

func newCensus[T comparable]() census[T] { return census[T]{number: map[T]int32{}} }

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
	ofA, ofB := p.ints.take(len(idsA)), p.ints.take(len(idsB))
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
	counts := [2][]int32{p.ints.take(all), p.ints.take(all)}
	for side, t := range []*figureText{p.a, p.b} {
		for _, s := range t.sents {
			for i := range s {
				if i == 0 || s[i-1].n != s[i].n {
					counts[side][p.number[side][s[i].n]]++
				}
			}
		}
	}
	p.rare = p.floats.take(all)
	for n := range p.rare {
		p.rare[n] = ownWord
		if a, b := int(counts[0][n]), int(counts[1][n]); a > 0 && b > 0 {
			p.rare[n] = float32(1 / math.Sqrt(math.Sqrt(float64(a*b))))
		}
	}
}

// ownWord is what a word weighs that only one text has: as a rare one.
const ownWord = 0.7
