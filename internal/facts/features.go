package facts

import (
	"math"
	"slices"
	"strings"

	"github.com/wirediff/wirediff/internal/reuse"
)

// Feature names one number that Compare gives.
type Feature int

// The features. Shares are of weight, not of number, and 0 to 1. "Either way"
// is the larger of the two shares, a's in b and b's in a: a brief is all in
// the story that it was cut from, not the other way round.
const (
	Figures     Feature = iota // figures shared, either way
	FiguresOf                  // figures shared, of the figures of both
	Names                      // names shared, either way
	NamesOf                    // names shared, of the names of both
	Words                      // cosine over all terms
	Covered                    // sentences' weight found in one sentence of the other, either way
	CoveredLess                // the same, the other way
	Aligned                    // weight of the sentences that have a partner, either way
	Order                      // of that, what stands in the same order
	Quotes                     // quoted words shared, either way
	Lead                       // the lead found in one place of the other, either way
	Held                       // shingles held in the other, either way
	Alike                      // resemblance of the shingle sets
	Title                      // terms of the titles shared, of the terms of both; 0 where a title is missing
	Late                       // doublings of the days between them beyond lateDays; 0 where unknown
	Apart                      // days between them, as log2(1+days); -1 where unknown
	Known                      // how much there is to judge by: log2 of the smaller weight over 64
	Factual                    // share of names and figures in the weight of both texts
	NumFeatures
)

var featureNames = [NumFeatures]string{
	"figures", "figures-of", "names", "names-of", "words", "covered", "covered-less",
	"aligned", "order", "quotes", "lead", "held", "alike", "title", "late", "apart", "known", "factual",
}

// String is the name by which explain and the fit print a feature.
func (f Feature) String() string { return featureNames[f] }

// GoName is the name of the constant: covered-less is CoveredLess.
func (f Feature) GoName() string {
	var b strings.Builder
	for part := range strings.SplitSeq(f.String(), "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// Features are the numbers that a pair is judged by.
type Features [NumFeatures]float64

// Outside is what is known of a pair beside its profiles.
type Outside struct {
	Held  float64 // larger containment of the shingle sets
	Alike float64 // resemblance of the shingle sets
	Title float64 // see TitleShare
	Days  float64 // days between them; negative where unknown
}

// shrink is added to what a share is of: a share of little weight is worth
// little. It is the weight of two rare terms.
const shrink = 12

// lateDays is how long after another a version of a story may appear and
// surprise nobody: a weekly's.
const lateDays = 5

// TitleShare is the share of the distinct terms of two titles that both have,
// weighed; 0 where either has none.
func TitleShare(a, b Profile, r *Rarity) float64 {
	var both, all float32
	count := func(p, q Profile, shared bool) {
		for i, t := range p {
			if t == end || slices.ContainsFunc(p[:i], t.Same) {
				continue
			}
			w := r.Weight(t)
			if slices.ContainsFunc(q, t.Same) {
				if shared {
					both += w
					all += w
				}
			} else {
				all += w
			}
		}
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	count(a, b, true)
	count(b, a, false)
	return float64(both / max(all, 1))
}

// Same reports whether two terms are one word or one value.
func (t Term) Same(u Term) bool { return u != end && t.Hash() == u.Hash() }

// alignedShare is the part of a sentence's weight that its partner must have.
const alignedShare = 0.35

// Whole gives the features that need no sentences: all that SameWording asks
// for. The cost is one merge.
func Whole(a, b *View, out Outside) Features {
	var f Features
	s := overlap(a, b)
	f[Figures], f[FiguresOf] = s.shares(kindFigure)
	f[Names], f[NamesOf] = s.shares(kindName)
	f[Quotes], _ = s.shares(kindQuoted)
	f[Words] = s.cosine
	f[Held], f[Alike] = out.Held, out.Alike
	f[Title] = out.Title
	f[Late] = max(0, math.Log2(max(out.Days, 1)/lateDays))
	f[Apart] = math.Log2(1 + out.Days)
	if out.Days < 0 {
		f[Apart] = -1
	}
	f[Known] = math.Log2(1 + min(s.a[kindAll], s.b[kindAll])/64)
	f[Factual] = (s.a[kindName] + s.a[kindFigure] + s.b[kindName] + s.b[kindFigure]) / max(s.a[kindAll]+s.b[kindAll], 1)
	return f
}

// Compare gives the features of two texts. Which is a does not matter. The
// cost is linear in the terms, but for the product of their sentences and of
// the places of terms that both have often; a profile's bound bounds both.
// Where the model that answers for the pair needs none, the features of the
// sentences are left at 0.
func Compare(a, b *View, out Outside) Features {
	f := Whole(a, b, out)
	f.Complete(a, b)
	return f
}

// Complete makes of what Whole gives what Compare gives.
func (f *Features) Complete(a, b *View) {
	if Choose(f) != &SameWording {
		f.sentences(a, b)
	}
}

// All gives all features, whatever the model.
func All(a, b *View, out Outside) Features {
	f := Whole(a, b, out)
	f.sentences(a, b)
	return f
}

// sentences fills the features that sentences are compared for.
func (f *Features) sentences(a, b *View) {
	a.place()
	b.place()
	m := &a.room.match
	m.fill(a, b)
	ca, la, alignA := m.cover(a, b)
	m.transpose()
	cb, lb, alignB := m.cover(b, a)
	f[Covered], f[CoveredLess] = max(ca, cb), min(ca, cb)
	f[Lead] = max(la, lb)
	f[Aligned], f[Order] = alignA.share, alignA.order
	if alignB.share > alignA.share {
		f[Aligned], f[Order] = alignB.share, alignB.order
	}
}

// sums is the weight of the terms of two texts, by kind.
type sums struct {
	a, b, shared [kinds]float64
	cosine       float64
}

// shares gives the larger share of what is shared, and the share of all.
func (s *sums) shares(kind int) (eitherWay, ofBoth float64) {
	a, b, both := s.a[kind], s.b[kind], s.shared[kind]
	return both / (min(a, b) + shrink), both / (a + b - both + shrink)
}

// overlap sums the weights that both texts have, by kind, and gives the cosine
// of the two vectors of weights. A term that both have is of a kind where
// either says so: a name that opens a sentence in one text stands inside a
// sentence in the other. Quoted it is only where both quote it.
func overlap(a, b *View) sums {
	var s sums
	for k := range kinds {
		s.a[k], s.b[k] = float64(a.total[k]), float64(b.total[k])
	}
	var dot, shared float64
	for i, j := 0, 0; i < len(a.distinct) && j < len(b.distinct); {
		x, y := &a.distinct[i], &b.distinct[j]
		if x.hash != y.hash {
			if x.hash < y.hash {
				i++
			} else {
				j++
			}
			continue
		}
		xw, yw := float64(x.weight), float64(y.weight)
		w := min(xw, yw)
		dot += xw * yw
		shared += w
		if either := x.flags | y.flags; either.Has(Name | Figure) {
			k := kindName
			if either.Has(Figure) {
				k = kindFigure
			}
			s.shared[k] += w
			if !x.is(k) {
				s.a[k] += xw
			}
			if !y.is(k) {
				s.b[k] += yw
			}
		}
		if x.flags.Has(Quoted) && y.flags.Has(Quoted) {
			s.shared[kindQuoted] += w
		}
		i++
		j++
	}
	s.shared[kindAll] = shared
	if a.square > 0 && b.square > 0 {
		s.cosine = dot / math.Sqrt(a.square*b.square)
	}
	return s
}

// ShareOf is the share of a's weight that b has too.
func ShareOf(a, b *View) float64 {
	s := overlap(a, b)
	return s.shared[kindAll] / max(s.a[kindAll], 1)
}

// match is the weight that each two sentences share, in room that is used again.
type match struct {
	w, turned  []float32
	rows, cols int

	partners []int
	weights  []float64
	best     []float64
}

func (m *match) fill(a, b *View) {
	m.rows, m.cols = len(a.sentences), len(b.sentences)
	reuse.Zeros(&m.w, m.rows*m.cols)
	for i, j := 0, 0; i < len(a.places) && j < len(b.places); {
		h := a.places[i].hash
		if g := b.places[j].hash; h != g {
			if h < g {
				i++
			} else {
				j++
			}
			continue
		}
		ie, je := i, j
		for ie < len(a.places) && a.places[ie].hash == h {
			ie++
		}
		for je < len(b.places) && b.places[je].hash == h {
			je++
		}
		w := min(a.places[i].weight, b.places[j].weight)
		for _, p := range a.places[i:ie] {
			row := m.w[int(p.sentence)*m.cols:]
			for _, q := range b.places[j:je] {
				row[q.sentence] += w
			}
		}
		i, j = ie, je
	}
}

func (m *match) transpose() {
	w := reuse.Zeros(&m.turned, len(m.w))
	for r := range m.rows {
		for c := range m.cols {
			w[c*m.rows+r] = m.w[r*m.cols+c]
		}
	}
	m.w, m.turned = w, m.w
	m.rows, m.cols = m.cols, m.rows
}

// alignment is what the sentences with partners come to.
type alignment struct {
	share float64 // of the text's weight
	order float64 // of the aligned weight, what stands in the other's order
}

// cover finds for each sentence of a its best partner in b: what share of a's
// weight the partners hold, the same for a's lead alone, and the alignment.
func (m *match) cover(a, b *View) (covered, lead float64, align alignment) {
	var sum, total, leadSum, leadTotal, alignedWeight float64
	m.partners, m.weights = m.partners[:0], m.weights[:0]
	for i, w := range a.sentences {
		row := m.w[i*m.cols : (i+1)*m.cols]
		best := 0
		for j := range row {
			if row[j] > row[best] {
				best = j
			}
		}
		held := float32(0)
		if len(row) > 0 {
			held = min(row[best], w)
		}
		sum += float64(held)
		total += float64(w)
		if i < a.lead {
			leadSum += float64(held)
			leadTotal += float64(w)
		}
		if w > 0 && held >= alignedShare*w {
			alignedWeight += float64(w)
			m.partners = append(m.partners, best)
			m.weights = append(m.weights, float64(w))
		}
	}
	align.share = alignedWeight / (total + shrink)
	if alignedWeight > 0 {
		align.order = m.heaviestRise() / alignedWeight
	}
	return sum / (total + shrink), leadSum / (leadTotal + shrink), align
}

// heaviestRise is the largest weight of a subsequence of partners that does
// not fall: O(n·p) for p different partners, by the best weight that ends at
// each partner.
func (m *match) heaviestRise() float64 {
	reuse.Zeros(&m.best, slices.Max(m.partners)+1)
	top := 0.0
	for i, p := range m.partners {
		w := 0.0
		for _, x := range m.best[:p+1] {
			w = max(w, x)
		}
		m.best[p] = w + m.weights[i]
		top = max(top, m.best[p])
	}
	return top
}
