package align

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/wirediff/wirediff/internal/reuse"
)

// Unit is what is known of a sentence: its features (stems, names, numbers) as
// distinct small ids, ascending, and a class; units of two classes are
// compared, but count for less.
type Unit struct {
	Features []int32
	Class    uint8
}

// The bounds on candidates. A feature that more than maxPostings units of b
// share says little about which of them is meant, and is used only to score
// what rarer features proposed; eight candidates are more than any sentence of
// a news story has true partners.
const (
	maxPostings   = 12
	maxCandidates = 8
)

// Index holds two sequences of units, the weights of their features and the
// candidate pairs.
type Index struct {
	a, b   []Unit
	weight []float64 // of a feature, by id: its own weight times its rarity
	wa, wb []mass    // of each unit
	cands  []pair    // by i, then best first

	*room
}

// room is what an index and its groups take of memory, kept for the next.
type room struct {
	weights           []float64
	df                []int32
	masses            []mass
	post              postings
	got               []float64
	touched           []int32
	found, all, order []pair
	inA, inB          []int
	gapA, gapB        []int
	links             []Link
	groups            []Group
	chain             chainer
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// keptFeatures is how many features, and keptUnits how many units, an index may
// have for its room to be kept: ten times those of two long articles.
const (
	keptFeatures = 20_000
	keptUnits    = 4_000
)

// Release gives the index's memory to those that are made after it, which whoever
// makes many saves a part of the time by. Neither it nor its groups may be used any
// more; what Kin gave stays.
func (x *Index) Release() {
	r := x.room
	kept := len(x.weight) <= keptFeatures && len(x.a)+len(x.b) <= keptUnits
	*x = Index{}
	if kept {
		rooms.Put(r)
	}
}

type pair struct {
	i, j  int
	score float64
}

// NewIndex prepares the sequences. base holds each feature's own weight by id
// (a name weighs more than a stop word); rarity is added here. The cost is
// linear in the number of features, times maxPostings.
func NewIndex(a, b []Unit, base []float64) *Index {
	x := &Index{a: a, b: b, room: rooms.Get().(*room)}
	x.weight = reuse.Sized(&x.weights, len(base))
	df := reuse.Zeros(&x.df, 2*len(base))
	dfA, dfB := df[:len(base)], df[len(base):]
	for _, u := range a {
		for _, f := range u.Features {
			dfA[f]++
		}
	}
	for _, u := range b {
		for _, f := range u.Features {
			dfB[f]++
		}
	}
	for f := range base {
		// A word that both have once weighs its full weight; one in every
		// sentence little. The slow fall keeps words that a story repeats
		// (its subject) from counting for nothing.
		x.weight[f] = base[f] / falling(int(max(dfA[f], dfB[f], 1)))
	}
	masses := reuse.Sized(&x.masses, len(a)+len(b))
	x.wa, x.wb = x.weigh(masses[:len(a)], a), x.weigh(masses[len(a):], b)
	x.propose(dfB)
	return x
}

// falling is what the weight of a feature that so many units have is divided by.
func falling(df int) float64 {
	if df < len(fallingTable) {
		return fallingTable[df]
	}
	return 1 + math.Log(float64(df))
}

// fallingTable has what most features need: words are in a sentence or two.
var fallingTable = func() (t [64]float64) {
	for df := range t {
		t[df] = 1 + math.Log(float64(df))
	}
	return t
}()

// mass is the weight of a run of units, and its powers that Score divides by.
type mass struct{ weight, light, heavy float64 }

func massOf(weight float64) mass {
	return mass{weight, math.Pow(weight, 0.65), math.Pow(weight, 0.35)}
}

// weigh fills in the mass of each unit.
func (x *Index) weigh(w []mass, units []Unit) []mass {
	for i, u := range units {
		w[i] = massOf(x.sum(u.Features))
	}
	return w
}

func (x *Index) propose(dfB []int32) {
	post := x.post.read(x.b, dfB)
	got := reuse.Zeros(&x.got, len(x.b))
	touched, found := x.touched, x.found
	x.cands = x.all[:0]
	for i, u := range x.a {
		touched, found = touched[:0], found[:0]
		for _, f := range u.Features {
			if dfB[f] > maxPostings {
				continue
			}
			for _, j := range post.of(f) {
				if got[j] == 0 {
					touched = append(touched, j)
				}
				got[j] += x.weight[f] + 1e-9
			}
		}
		if len(touched) == 0 {
			touched = x.nearest(i, post, touched)
		}
		for _, j := range touched {
			found = x.keepBest(found, pair{i, int(j), got[j]})
			got[j] = 0
		}
		for n := range found {
			found[n].score = x.Score([2]int{i, i + 1}, [2]int{found[n].j, found[n].j + 1})
		}
		slices.SortFunc(found, func(p, q pair) int { return x.better(p, q) })
		x.cands = append(x.cands, found...)
	}
	x.touched, x.found, x.all = touched, found, x.cands
}

// keepBest puts a pair in its place among the maxCandidates best.
func (x *Index) keepBest(best []pair, p pair) []pair {
	n := len(best)
	for n > 0 && x.better(p, best[n-1]) < 0 {
		n--
	}
	if n == maxCandidates {
		return best
	}
	if len(best) == maxCandidates {
		best = best[:maxCandidates-1]
	}
	return slices.Insert(best, n, p)
}

// postings are the units that have each feature: units[from[f]:from[f+1]].
type postings struct{ from, units []int32 }

func (p *postings) of(feature int32) []int32 { return p.units[p.from[feature]:p.from[feature+1]] }

// read lists the units of each feature, given how many they are.
func (p *postings) read(units []Unit, df []int32) *postings {
	from := reuse.Zeros(&p.from, len(df)+2) // one ahead, as the next free place of each
	for f, n := range df {
		from[f+2] = from[f+1] + n
	}
	post := reuse.Sized(&p.units, int(from[len(df)+1]))
	for j, u := range units {
		for _, f := range u.Features {
			post[from[f+1]] = int32(j)
			from[f+1]++
		}
	}
	return p
}

// nearest proposes, for a unit without a rare feature, the units of b that
// have its heaviest one and stand nearest to the same relative place.
func (x *Index) nearest(i int, post *postings, touched []int32) []int32 {
	best := int32(-1)
	for _, f := range x.a[i].Features {
		if len(post.of(f)) > 0 && (best < 0 || x.weight[f] > x.weight[best]) {
			best = f
		}
	}
	if best < 0 {
		return touched
	}
	units := post.of(best)
	at, _ := slices.BinarySearch(units, int32(i*len(x.b)/len(x.a)))
	const either = maxCandidates / 2
	return append(touched, units[max(0, at-either):min(len(units), at+either)]...)
}

// better orders pairs by score, then by how near they stand to the same
// relative place, then by position.
func (x *Index) better(p, q pair) int {
	if p.score != q.score {
		return cmp.Compare(q.score, p.score)
	}
	return cmp.Or(
		cmp.Compare(x.drift(p), x.drift(q)),
		cmp.Compare(p.i, q.i),
		cmp.Compare(p.j, q.j),
	)
}

// drift is how far apart the units of a pair stand, with each sequence taken
// as one long.
func (x *Index) drift(p pair) float64 {
	return math.Abs(float64(p.i)/float64(len(x.a)) - float64(p.j)/float64(len(x.b)))
}

// otherClass is what a score is multiplied by where the units' classes differ.
const otherClass = 0.7

// Score says how much of each other's weight two runs of units share, from 0
// to 1: shared / (small^0.65 · large^0.35). With equal weights on both powers
// it would be the cosine of the two; leaning on the smaller lets a sentence
// that was cut short, or grew a clause, keep its partner.
func (x *Index) Score(a, b [2]int) float64 {
	shared, wa, wb := x.overlap(a, b)
	if shared == 0 {
		return 0
	}
	if wa.weight > wb.weight {
		wa, wb = wb, wa
	}
	s := shared / (wa.light * wb.heavy)
	if x.a[a[0]].Class != x.b[b[0]].Class {
		s *= otherClass
	}
	return min(s, 1)
}

// overlap is the weight of the features that the runs share, and of each run;
// a feature counts once in a run.
func (x *Index) overlap(a, b [2]int) (shared float64, wa, wb mass) {
	fa, fb := union(x.a[a[0]:a[1]]), union(x.b[b[0]:b[1]])
	wa, wb = x.wa[a[0]], x.wb[b[0]]
	if a[1]-a[0] > 1 {
		wa = massOf(x.sum(fa))
	}
	if b[1]-b[0] > 1 {
		wb = massOf(x.sum(fb))
	}
	for i, j := 0, 0; i < len(fa) && j < len(fb); {
		switch {
		case fa[i] == fb[j]:
			shared += x.weight[fa[i]]
			i++
			j++
		case fa[i] < fb[j]:
			i++
		default:
			j++
		}
	}
	return shared, wa, wb
}

func (x *Index) sum(features []int32) float64 {
	w := 0.0
	for _, f := range features {
		w += x.weight[f]
	}
	return w
}

// union is the distinct features of a run of units, ascending.
func union(units []Unit) []int32 {
	if len(units) == 1 {
		return units[0].Features
	}
	var all []int32
	for _, u := range units {
		all = append(all, u.Features...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
