package facts

import (
	"cmp"
	"slices"
)

// View is a profile made ready for comparison: its terms with their weights,
// by hash, and its sentences. It costs some microseconds and 40 bytes a term,
// is not changed after New and may be shared between goroutines.
type View struct {
	run       []uint32       // hashes in the order of the text
	distinct  []weighed      // by hash
	places    []place        // by hash, then sentence; a term once a sentence
	sentences []float32      // weight of each sentence
	total     [kinds]float32 // of distinct terms, by kind
	lead      int            // how many sentences are the lead
}

// The kinds that terms are summed by. A term may be of several.
const (
	kindAll = iota
	kindName
	kindFigure
	kindQuoted
	kindRare // neither common nor a figure
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
	v := &View{run: make([]uint32, 0, len(p)), places: make([]place, 0, len(p))}
	sentence := int32(0)
	occurrences := make([]weighed, 0, len(p))
	for _, t := range p {
		if t == end {
			sentence++
			continue
		}
		v.run = append(v.run, t.Hash())
		occurrences = append(occurrences, weighed{hash: t.Hash(), flags: t &^ hashMask})
		v.places = append(v.places, place{hash: t.Hash(), sentence: sentence})
	}
	v.sentences = make([]float32, sentence)
	v.lead = min(leadSentences, int(sentence))
	slices.SortFunc(occurrences, func(a, b weighed) int { return cmp.Compare(a.hash, b.hash) })
	for _, o := range occurrences {
		if n := len(v.distinct); n > 0 && v.distinct[n-1].hash == o.hash {
			// A word is a common one wherever it stands, a name if it is one anywhere.
			v.distinct[n-1].flags |= o.flags
			continue
		}
		v.distinct = append(v.distinct, o)
	}
	for i := range v.distinct {
		d := &v.distinct[i]
		d.weight = r.Weight(d.flags | Term(d.hash))
		for k := range kinds {
			if d.is(k) {
				v.total[k] += d.weight
			}
		}
	}
	slices.SortFunc(v.places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.sentence, b.sentence))
	})
	v.places = slices.Compact(v.places)
	i := 0
	for j := range v.places {
		p := &v.places[j]
		for v.distinct[i].hash != p.hash {
			i++
		}
		p.weight = v.distinct[i].weight
		v.sentences[p.sentence] += p.weight
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
	case kindRare:
		return !w.flags.Has(Common) && !w.flags.Has(Figure)
	}
	return true
}

// Sentences is the number of sentences.
func (v *View) Sentences() int { return len(v.sentences) }
