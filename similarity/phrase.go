package similarity

import (
	"cmp"
	"slices"

	"github.com/wirediff/wirediff/internal/align"
	"github.com/wirediff/wirediff/internal/token"
	"github.com/wirediff/wirediff/shingle"
)

// Phrases tells what the changes of words in a collation do: verbs hardened,
// attributions dropped, quotes altered and the rest of PhraseType. Variants
// stand gravest first. Each quotes both sides; where the whole sentence is
// gone, B is nil; where only words of it are, B is the place that they left.
// The rules are English (phrase_*.go, a table in a file of its own); of a
// document in another language only quotations, headline, order and cuts are
// compared. Page furniture is not. The cost is linear in the texts.
func Phrases(c *Collation) []PhraseVariant { return DefaultRules().Phrases(c) }

// Phrases is like the function Phrases, by these rules.
func (rules *PhraseRules) Phrases(c *Collation) []PhraseVariant {
	p := newPhrasing(c, rules)
	for _, x := range p.passages {
		p.compare(x)
	}
	p.kinships()
	p.quotations()
	p.cuts()
	p.order()
	p.headline()
	p.rest()
	return p.sorted()
}

// phrasing is the state of one run of the rules.
type phrasing struct {
	*Collation
	rules    *PhraseRules
	english  bool
	a, b     *reading
	passages []passage
	passage  []int   // by sentence of a: 1 + index of its passage; 0 none
	aligned  []int   // by sentence of a: how many of its partners it is collated with; the rest are akin
	partners [][]int // by sentence of a: sentences of b that it is in or akin to
	found    []PhraseVariant
	coverA   []bool // by token: quoted by a variant already
	coverB   []bool
	firstB   map[int32]int // see firstInB
}

// passage is an aligned pair of token ranges that differ, with their word
// runs in absolute tokens.
type passage struct {
	a, b     *reading
	a0, a1   int
	b0, b1   int
	runs     []wordRun
	kept     float64 // share of the words that both sides have, 0 to 1
	moved    bool
	segment  int
	headline bool
	kin      bool // akin, not aligned: findings are at most Medium
}

func newPhrasing(c *Collation, rules *PhraseRules) *phrasing {
	p := &phrasing{Collation: c, rules: rules}
	p.english = english(c.A, c.words, c.words.a) && english(c.B, c.words, c.words.b)
	p.a = newReading(c.A, c.words.a, c.words, "", p.english)
	p.b = newReading(c.B, c.words.b, c.words, "", p.english)
	p.coverA, p.coverB = make([]bool, len(c.A.Tokens)), make([]bool, len(c.B.Tokens))
	p.partners = make([][]int, len(c.A.Sentences))
	p.passage = make([]int, len(c.A.Sentences))
	for n, s := range c.Segments {
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			for j := s.BSents[0]; j < s.BSents[1]; j++ {
				p.partners[i] = append(p.partners[i], j)
			}
		}
		if s.Kind != Changed || !p.story(s) {
			continue
		}
		x := passage{a: p.a, b: p.b, moved: s.Moved, segment: n}
		x.a0, x.a1 = tokenRange(c.A, s.ASents)
		x.b0, x.b1 = tokenRange(c.B, s.BSents)
		x.setRuns(s.runs)
		p.passages = append(p.passages, x)
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			p.passage[i] = len(p.passages)
		}
	}
	p.aligned = make([]int, len(p.partners))
	for i, js := range p.partners {
		p.aligned[i] = len(js)
	}
	for _, k := range c.kin {
		if i, j := k.A[0], k.B[0]; !slices.Contains(p.partners[i], j) {
			p.partners[i] = append(p.partners[i], j)
		}
	}
	return p
}

// story reports whether a segment is of the story on both sides. Questions
// and answers retell the story, so they count.
func (p *phrasing) story(s Segment) bool {
	body := func(r shingle.Role) bool { return !r.Furniture() || r == shingle.FAQ }
	for _, r := range p.A.Roles[s.ASents[0]:s.ASents[1]] {
		if !body(r) {
			return false
		}
	}
	for _, r := range p.B.Roles[s.BSents[0]:s.BSents[1]] {
		if !body(r) {
			return false
		}
	}
	return true
}

func (x *passage) setRuns(runs []wordRun) {
	same := 0
	x.runs = make([]wordRun, len(runs))
	for n, r := range runs {
		if r.Same {
			for t := r.A[0]; t < r.A[1]; t++ {
				if x.a.toks[x.a0+t].Kind != token.Punct {
					same++
				}
			}
		}
		r.A[0], r.A[1] = r.A[0]+x.a0, r.A[1]+x.a0
		r.B[0], r.B[1] = r.B[0]+x.b0, r.B[1]+x.b0
		x.runs[n] = r
	}
	x.kept = 2 * float64(same) / float64(max(1, x.a.wordCount(x.a0, x.a1)+x.b.wordCount(x.b0, x.b1)))
}

func (r *reading) wordCount(first, last int) int {
	n := 0
	for t := first; t < last; t++ {
		if r.toks[t].Kind != token.Punct {
			n++
		}
	}
	return n
}

// light reports whether the passage is edited, not rewritten: more than half
// of its words stayed.
func (x *passage) light() bool { return x.kept > 0.5 }

// swap is the passage seen from the other side.
func (x *passage) swap() passage {
	y := *x
	y.a, y.b, y.a0, y.a1, y.b0, y.b1 = x.b, x.a, x.b0, x.b1, x.a0, x.a1
	y.runs = make([]wordRun, len(x.runs))
	for n, r := range x.runs {
		y.runs[n] = wordRun{Run: align.Run{Same: r.Same, A: r.B, B: r.A}, near: r.near}
	}
	return y
}

// facing is the tokens of b that stand where the tokens [first, last) of a
// stood; empty where they were dropped.
func (x *passage) facing(first, last int) (from, to int) {
	from, to = -1, x.b0
	for _, r := range x.runs {
		if r.A[1] <= first && !(r.A[0] == r.A[1] && r.A[0] == first) {
			to = max(to, r.B[1])
			continue
		}
		if r.A[0] >= last {
			break
		}
		lo, hi := r.B[0], r.B[1]
		if r.Same {
			lo, hi = r.B[0]+max(0, first-r.A[0]), r.B[1]-max(0, r.A[1]-last)
		}
		if from < 0 {
			from = lo
		}
		to = max(to, hi)
	}
	if from < 0 {
		return to, to
	}
	return from, to
}

// around widens a range of tokens to at least so many words on both sides,
// inside [lo, hi) and inside the sentences that it touches.
func (r *reading) around(first, last, lo, hi, contextWords int) (int, int) {
	if lo >= hi {
		return first, last
	}
	s := r.sents[r.sentence[min(max(first, lo), hi-1)]]
	lo = max(lo, min(s.First, first))
	e := r.sents[r.sentence[min(max(last-1, lo), hi-1)]]
	hi = min(hi, max(e.Last, last))
	return max(lo, first-contextWords), min(hi, last+contextWords)
}

// contextWords is how many words on each side a quote shows of a place where words
// were dropped: enough to find it by eye.
const contextWords = 4

// maxFindings bounds what a rule looks at in one passage, so that a sentence
// made of nothing but verbs costs no more than its length: no sentence of
// news has as many.
const maxFindings = 48

// report adds a variant over the given tokens and marks them as told.
func (p *phrasing) report(v PhraseVariant, x *passage, a, b [2]int) {
	if x.kin {
		v.Severity = min(v.Severity, Medium)
	}
	v.A, v.B = x.a.quote(a[0], a[1]), x.b.quote(b[0], b[1])
	if v.A == nil && v.B == nil {
		return
	}
	p.found = append(p.found, v)
	if x.headline {
		return
	}
	for t := a[0]; t < a[1]; t++ {
		p.coverA[t] = true
	}
	for t := b[0]; t < b[1]; t++ {
		p.coverB[t] = true
	}
}

// place reports a variant at the tokens [first, last) of a and where they
// stood in b.
func (p *phrasing) place(v PhraseVariant, x *passage, first, last int) {
	from, to := x.facing(first, last)
	if x.b.wordCount(from, to) < 2 {
		from, to = x.b.around(from, to, x.b0, x.b1, contextWords)
	} else if most := last - first + 2*contextWords; to-from > most && to-from > 3*contextWords {
		to = from + most
	}
	if last-first < 3 {
		first, last = x.a.around(first, last, x.a0, x.a1, 2)
	}
	p.report(v, x, [2]int{first, last}, [2]int{from, to})
}

// compare runs the rules of one passage.
func (p *phrasing) compare(x passage) {
	if !p.english {
		return
	}
	p.attributions(&x)
	p.hedging(&x)
	p.negation(&x)
	p.actions(&x)
	p.loaded(&x)
	p.agent(&x)
}

// kinships compares the sentences of a that were lost or rewritten with the
// sentences of b that they are akin to, for what is telling without a place:
// the same source with a graver verb, a step on a scale, a claim turned.
func (p *phrasing) kinships() {
	if !p.english {
		return
	}
	aligned := map[[2]int]bool{}
	edited := make([]bool, len(p.A.Sentences))
	for _, s := range p.Segments {
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			for j := s.BSents[0]; j < s.BSents[1]; j++ {
				aligned[[2]int{i, j}] = true
			}
			edited[i] = s.Kind == Same
		}
	}
	for _, x := range p.passages {
		if x.light() {
			for i := p.a.sentence[x.a0]; i <= p.a.sentence[x.a1-1]; i++ {
				edited[i] = true
			}
		}
	}
	for _, k := range p.kin {
		i, j := k.A[0], k.B[0]
		if edited[i] || aligned[[2]int{i, j}] || p.A.Roles[i].Furniture() || p.B.Roles[j].Furniture() && p.B.Roles[j] != shingle.FAQ {
			continue
		}
		sa, sb := p.A.Sentences[i], p.B.Sentences[j]
		if sa.Last-sa.First > longSentence || sb.Last-sb.First > longSentence {
			continue
		}
		x := passage{a: p.a, b: p.b, a0: sa.First, a1: sa.Last, b0: sb.First, b1: sb.Last, kin: true}
		runs, _ := p.diff(p.words.a[sa.First:sa.Last], p.words.b[sb.First:sb.Last])
		x.setRuns(runs)
		p.actions(&x)
		p.negation(&x)
		for _, a := range x.a.saysIn(x.a0, x.a1) {
			for _, b := range x.b.saysIn(x.b0, x.b1) {
				if !p.coverB[b.first] && !p.coverA[a.first] && sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) {
					p.verbChange(&x, a, b)
				}
			}
		}
	}
}

// longSentence is how many tokens a sentence may have to be compared beyond
// the collation; a longer one is a table.
const longSentence = 150

// rest reports the differences that no rule spoke of: house style where a
// table explains them, else reworded. A passage that was rewritten is one
// such difference.
func (p *phrasing) rest() {
	for _, x := range p.passages {
		if !x.light() {
			p.report(PhraseVariant{Type: Reworded, Severity: Low, Rule: "sentence rewritten"}, &x, [2]int{x.a0, x.a1}, [2]int{x.b0, x.b1})
			continue
		}
		for _, r := range x.runs {
			if r.Same {
				continue
			}
			v, ok := p.ruleOf(&x, r)
			if !ok {
				continue
			}
			a, b := r.A, r.B
			if a[0] == a[1] || b[0] == b[1] { // the same words around it on both sides
				a[0], a[1] = x.a.around(a[0], a[1], x.a0, x.a1, 2)
				b[0], b[1] = x.b.around(b[0], b[1], x.b0, x.b1, 2)
			}
			p.report(v, &x, a, b)
		}
	}
}

// ruleOf says what kind of difference is left over; ok is false where it has
// been told of already, or is for the figures.
func (p *phrasing) ruleOf(x *passage, r wordRun) (PhraseVariant, bool) {
	if p.english {
		if p.style(x, r) {
			return PhraseVariant{Type: HouseStyle, Severity: Style, Rule: "house style"}, true
		}
		if v, ok := p.times(x, r); ok {
			return v, true
		}
	}
	return PhraseVariant{Type: Reworded, Severity: Low, Rule: "other words"}, !p.told(r) && !x.figuresOnly(r)
}

// told reports whether a variant covers the run already.
func (p *phrasing) told(r wordRun) bool {
	words := 0
	for t := r.A[0]; t < r.A[1]; t++ {
		if !p.coverA[t] && p.a.toks[t].Kind != token.Punct {
			words++
		}
	}
	for t := r.B[0]; t < r.B[1]; t++ {
		if !p.coverB[t] && p.b.toks[t].Kind != token.Punct {
			words++
		}
	}
	return words == 0
}

// sorted puts the variants in their order: gravest first, then as they stand
// in the text.
func (p *phrasing) sorted() []PhraseVariant {
	slices.SortStableFunc(p.found, ComparePhrases)
	return slices.CompactFunc(p.found, func(v, w PhraseVariant) bool {
		return v.Type == w.Type && sameQuote(v.A, w.A) && sameQuote(v.B, w.B)
	})
}

func sameQuote(q, r *Quote) bool {
	if q == nil || r == nil {
		return q == r
	}
	return *q == *r
}

// ComparePhrases orders phrase variants: the graver first, then by type's
// gravity, then by place.
func ComparePhrases(v, w PhraseVariant) int {
	return cmp.Or(
		cmp.Compare(w.Severity, v.Severity),
		cmp.Compare(gravity(v.Type), gravity(w.Type)),
		cmp.Compare(placeOf(v), placeOf(w)),
	)
}

func placeOf(v PhraseVariant) int {
	switch {
	case v.A != nil && v.A.Field == "":
		return v.A.Start
	case v.B != nil && v.B.Field == "":
		return v.B.Start
	}
	return -1
}

// gravity ranks the types inside a severity: what puts words in a mouth or
// turns a fact round before what colours it.
func gravity(t PhraseType) int {
	return slices.Index([]PhraseType{
		NegationFlipped, QuoteAltered, HeadlineChanged, VerbHardened, AttributionDropped, HedgeDropped,
		LoadedTerm, QuoteToParaphrase, SourceBlurred, VerbSoftened, AgentDeleted, HedgeAdded, TimeShifted,
		TailCut, Reordered, Reworded, HouseStyle,
	}, t)
}
