package facts

import "slices"

// View is a profile made ready for comparison: its terms with their weights,
// by hash, and its sentences. It costs some microseconds and 40 bytes a term,
// is not changed after New and may be shared between goroutines.
type View struct {
	distinct  []weighed      // by hash
	places    []place        // by hash, then sentence; a term once a sentence
	sentences []float32      // weight of each sentence
	total     [kinds]float32 // of distinct terms, by kind
	square    float64        // sum of the squares of the weights of distinct terms
	lead      int            // how many sentences are the lead
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

// NewView weighs the terms of a profile.
func NewView(p Profile, r *Rarity) *View {
	// A term's place as one number: hash, sentence, flags; one sort puts the
	// places in order and the flags of one hash side by side.
	keys := make([]uint64, 0, len(p))
	sentence := uint64(0)
	for _, t := range p {
		if t == end {
			sentence++
			continue
		}
		keys = append(keys, uint64(t.Hash())<<32|sentence<<4|uint64(t>>28))
	}
	slices.Sort(keys)
	v := &View{
		distinct:  make([]weighed, 0, len(keys)),
		places:    make([]place, 0, len(keys)),
		sentences: make([]float32, sentence),
		lead:      min(leadSentences, int(sentence)),
	}
	for i := 0; i < len(keys); {
		hash, flags, j := uint32(keys[i]>>32), Term(0), i
		for ; j < len(keys) && uint32(keys[j]>>32) == hash; j++ {
			flags |= Term(keys[j]&15) << 28
		}
		w := r.Weight(flags | Term(hash))
		v.distinct = append(v.distinct, weighed{hash, flags, w})
		v.square += float64(w) * float64(w)
		for k := range kinds {
			if v.distinct[len(v.distinct)-1].is(k) {
				v.total[k] += w
			}
		}
		for last := int32(-1); i < j; i++ {
			if s := int32(uint32(keys[i]) >> 4); s != last {
				v.places = append(v.places, place{hash, s, w})
				v.sentences[s] += w
				last = s
			}
		}
	}
	return v
}

// is reports whether the term is of the kind.
func (w *weighed) is(kind int) bool {
	switch kind {
	case kindName:
		return w.flags.Has(Name)
	case kindFigure:
		return w.flags.Has(Figure)
	case kindQuoted:
		return w.flags.Has(Quoted)
	}
	return true
}

// Sentences is the number of sentences.
func (v *View) Sentences() int { return len(v.sentences) }
