package facts

import (
	"math"
	"slices"
)

// View is a profile made ready for comparison: its terms with their weights,
// by hash, and, once they are asked for, its sentences. It costs some
// microseconds and 12 bytes a term. A view may be used by one goroutine at a
// time.
type View struct {
	distinct []weighed      // by hash
	total    [kinds]float32 // of distinct terms, by kind
	square   float64        // sum of the squares of the weights of distinct terms
	profile  Profile
	room     *Viewer

	lead      int       // how many sentences are the lead
	places    []place   // by hash, then sentence; a term once a sentence
	sentences []float32 // weight of each sentence; nil until placed
}

// The kinds that terms are summed by. A term may be of several.
const (
	kindAll = iota
	kindName
	kindFigure
	kindQuoted
	kinds
)

type weighed struct {
	hash   uint32
	flags  Term
	weight float32
}

type place struct {
	hash     uint32
	sentence int32
	weight   float32
}

// leadSentences is how much of a story its lead is: what an editor that has
// room for two sentences would run.
const leadSentences = 2

// NewView weighs the terms of a profile, which must not be changed afterwards.
func NewView(p Profile, r *Rarity) *View { return new(Viewer).View(p, r) }

// Viewer makes views, one after another, in room that it uses again after
// Reset. It is for one goroutine.
type Viewer struct {
	keys, spare []uint32
	distinct    []weighed
	views       []View

	placed, placedSpare []uint64
	places              []place
	sentences           []float32
	match               match
}

// Reset takes back the room of all views that were made: they are not to be
// used any more.
func (m *Viewer) Reset() {
	m.distinct, m.views = m.distinct[:0], m.views[:0]
	m.places, m.sentences = m.places[:0], m.sentences[:0]
}

// View weighs the terms of a profile, which must not be changed while the view
// is used.
func (m *Viewer) View(p Profile, r *Rarity) *View {
	// A term as one number: hash, then flags, so that one sort puts the flags
	// of one hash side by side.
	m.keys = m.keys[:0]
	for _, t := range p {
		if t != end {
			m.keys = append(m.keys, uint32(t)<<flagBits|uint32(t)>>hashBits)
		}
	}
	m.keys, m.spare = dealt(m.keys, m.spare, hashBits+flagBits)
	if len(m.views) == cap(m.views) {
		m.views = make([]View, 0, max(8, 2*cap(m.views)))
	}
	m.views = append(m.views, View{profile: p, room: m})
	v := &m.views[len(m.views)-1]
	first := len(m.distinct)
	m.distinct = slices.Grow(m.distinct, len(m.keys))
	n := distinct(m.distinct[first:first+len(m.keys)], m.keys)
	m.distinct = m.distinct[:first+n]
	v.distinct = m.distinct[first : first+n : first+n]
	v.weigh(r)
	return v
}

// distinct puts the terms of sorted keys into out, each once, with the flags of
// all its places, and gives how many there are. Which comes again cannot be
// guessed, and here nothing is.
func distinct(out []weighed, keys []uint32) int {
	n, last, flags := -1, uint32(1<<hashBits), uint32(0)
	for _, k := range keys {
		hash := k >> flagBits
		isNew := (hash ^ last + 1<<31 - 1) >> 31 // 1 where they differ
		last = hash
		flags = flags&(isNew-1) | k<<hashBits
		n += int(isNew)
		out[n] = weighed{hash: hash, flags: Term(flags)}
	}
	return n + 1
}

// weigh looks up the weights of the distinct terms and sums them. They are
// looked up by themselves, with nothing decided between, so that the processor
// waits for many at once.
func (v *View) weigh(r *Rarity) {
	for i := range v.distinct {
		x := &v.distinct[i]
		x.weight = r.Weight(x.flags | Term(x.hash))
	}
	var all, name, figure, quoted float32
	square := 0.0
	for i := range v.distinct {
		x := &v.distinct[i]
		w := math.Float32bits(x.weight)
		square += float64(x.weight) * float64(x.weight)
		all += x.weight
		name += math.Float32frombits(w & x.flags.mask(nameBit))
		figure += math.Float32frombits(w & x.flags.mask(figureBit))
		quoted += math.Float32frombits(w & x.flags.mask(quotedBit))
	}
	v.square = square
	v.total = [kinds]float32{kindAll: all, kindName: name, kindFigure: figure, kindQuoted: quoted}
}

// The places of flags, for mask.
const (
	quotedBit = 29 + iota
	figureBit
	nameBit
)

// mask has all bits where the term has the flag at a place, else none.
func (t Term) mask(bit int) uint32 { return -(uint32(t) >> bit & 1) }

// The halves of a term: its flags are the high bits.
const (
	hashBits = 28
	flagBits = 32 - hashBits
)

// dealt sorts numbers whose high bits, of so many in all, are evenly spread:
// dealt into buckets by them, then put in order by insertion across all. It
// gives the sorted numbers and room for the next; one is a, the other spare.
func dealt[T uint32 | uint64](a, spare []T, bits int) (sorted, room []T) {
	const width = 8
	if len(a) < 16 || len(a) > 16<<width {
		slices.Sort(a)
		return a, spare
	}
	if cap(spare) < len(a) {
		spare = make([]T, len(a), cap(a))
	}
	b := spare[:len(a)]
	if len(a) <= math.MaxUint8 {
		deal[uint8](b, a, bits-width)
	} else {
		deal[uint32](b, a, bits-width)
	}
	for i := 1; i < len(b); i++ {
		k, j := b[i], i
		for j > 0 && b[j-1] > k {
			b[j] = b[j-1]
			j--
		}
		b[j] = k
	}
	return b, a
}

// deal puts numbers into the order of their 8 bits from shift on. It counts by C,
// which holds how many there are: small counts are cleared and summed faster.
func deal[C uint8 | uint32, T uint32 | uint64](b, a []T, shift int) {
	var at [1 << 8]C
	for _, k := range a {
		at[uint8(k>>shift)]++
	}
	sum := C(0)
	for i, n := range at {
		at[i] = sum
		sum += n
	}
	for _, k := range a {
		c := &at[uint8(k>>shift)]
		b[*c] = k
		*c++
	}
}

// sentenceBits are those of a term's sentence in a key of place.
const sentenceBits = 32

// place fills what is known of the sentences.
func (v *View) place() {
	if v.sentences != nil {
		return
	}
	m := v.room
	m.placed = m.placed[:0]
	sentence := uint64(0)
	for _, t := range v.profile {
		if t == end {
			sentence++
			continue
		}
		m.placed = append(m.placed, uint64(t.Hash())<<sentenceBits|sentence)
	}
	m.placed, m.placedSpare = dealt(m.placed, m.placedSpare, hashBits+sentenceBits)
	first := len(m.sentences)
	m.sentences = append(m.sentences, make([]float32, sentence)...)
	v.sentences = m.sentences[first:len(m.sentences):len(m.sentences)]
	v.lead = min(leadSentences, int(sentence))
	first = len(m.places)
	d, last := 0, ^uint64(0)
	for _, k := range m.placed {
		if k == last { // a term once a sentence
			continue
		}
		last = k
		hash, s := uint32(k>>sentenceBits), int32(uint32(k))
		for v.distinct[d].hash != hash {
			d++
		}
		w := v.distinct[d].weight
		m.places = append(m.places, place{hash, s, w})
		v.sentences[s] += w
	}
	v.places = m.places[first:len(m.places):len(m.places)]
}

// kindFlags are the flags of the terms of each kind but kindAll.
var kindFlags = [kinds]Term{kindName: Name, kindFigure: Figure, kindQuoted: Quoted}

// is reports whether the term is of the kind.
func (w *weighed) is(kind int) bool { return kind == kindAll || w.flags.Has(kindFlags[kind]) }

// FiguresDiffer reports whether each of two texts has a figure that the other
// has not.
func FiguresDiffer(a, b *View) bool { return a.figureBeside(b) && b.figureBeside(a) }

// figureBeside reports whether v has a figure that w has not.
func (v *View) figureBeside(w *View) bool {
	i := 0
	for _, x := range v.distinct {
		if !x.flags.Has(Figure) {
			continue
		}
		for i < len(w.distinct) && w.distinct[i].hash < x.hash {
			i++
		}
		if i == len(w.distinct) || w.distinct[i].hash != x.hash || !w.distinct[i].flags.Has(Figure) {
			return true
		}
	}
	return false
}

// NamesAgree reports whether two texts have the same names, and gives the
// weight of those names.
func NamesAgree(a, b *View) (weight float32, ok bool) {
	i := 0
	for _, x := range a.distinct {
		for i < len(b.distinct) && b.distinct[i].hash < x.hash {
			if b.distinct[i].flags.Has(Name) {
				return 0, false
			}
			i++
		}
		shared := i < len(b.distinct) && b.distinct[i].hash == x.hash
		switch {
		case x.flags.Has(Name) && !shared:
			return 0, false
		case x.flags.Has(Name):
			weight += x.weight
		}
		if shared {
			i++
		}
	}
	for ; i < len(b.distinct); i++ {
		if b.distinct[i].flags.Has(Name) {
			return 0, false
		}
	}
	return weight, true
}
