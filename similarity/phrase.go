package similarity

import (
	"slices"
	"sync"

	"github.com/wirediff/wirediff/internal/reuse"
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

// Phrases is like the function Phrases, by these rules:
//
//  1. Both texts are read: quotations, attributions, hedges (phrase_reading.go,
//     phrase_quoted.go, phrase_attribution.go).
//  2. Each aligned pair that differs is a passage; what one side says is
//     compared with what the other does (compare).
//  3. Sentences that are akin, but not aligned, are compared for what is
//     telling without a place (kinships), and what a denies is sought in what
//     b claims (denials).
//  4. Quotations, cuts, order and headline are compared over the whole texts.
//  5. What is left over is house style or reworded (rest).
func (rules *PhraseRules) Phrases(c *Collation) []PhraseVariant {
	p := newPhrasing(c, rules)
	for _, x := range p.passages {
		p.compare(x)
	}
	p.kinships()
	p.denials()
	p.quotations()
	p.cuts()
	p.order()
	p.headline()
	p.rest()
	found := p.sorted()
	p.release()
	return found
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
	claims   *claimWords   // made when first asked for

	canon     []string // by word: see canonical; "" where it was not asked
	styleRoom [2][]int32
	plainRoom [2][]byte
	loadedBy  []uint8  // by word: see mayLoad; 0 where it was not asked
	in        features // room for sets of features

	readings [2]reading // that a and b are
	room     []int      // that partners are cut from
	most     []int      // see roomForPartners
}

// phrasings are those that were released.
var phrasings = sync.Pool{New: func() any { return new(phrasing) }}

// release gives the memory of a phrasing, unless it is a large one, to those that
// are made after it.
func (p *phrasing) release() {
	if len(p.A.Tokens)+len(p.B.Tokens) > keptTokens {
		return
	}
	clear(p.passages) // hold on to no text
	clear(p.canon)
	for i := range p.readings {
		p.readings[i].empty()
	}
	*p = phrasing{
		passages: p.passages[:0], passage: p.passage, aligned: p.aligned, partners: p.partners, coverA: p.coverA, coverB: p.coverB,
		canon: p.canon[:0], styleRoom: p.styleRoom, plainRoom: p.plainRoom, loadedBy: p.loadedBy[:0], in: p.in,
		readings: p.readings, room: p.room, most: p.most,
	}
	phrasings.Put(p)
}

// keptTokens is how many tokens two texts may have for what was made of them to be
// kept: ten times those of two long articles.
const keptTokens = 100_000

func newPhrasing(c *Collation, rules *PhraseRules) *phrasing {
	p := phrasings.Get().(*phrasing)
	p.Collation, p.rules = c, rules
	p.english = english(c.A, c.words, c.words.a) && english(c.B, c.words, c.words.b)
	p.in.grow(len(c.words.base))
	p.a, p.b = &p.readings[0], &p.readings[1]
	p.a.read(c.A, c.words.a, c.words, "", p.english)
	p.b.read(c.B, c.words.b, c.words, "", p.english)
	reuse.Zeros(&p.coverA, len(c.A.Tokens))
	reuse.Zeros(&p.coverB, len(c.B.Tokens))
	reuse.Zeros(&p.partners, len(c.A.Sentences))
	reuse.Zeros(&p.passage, len(c.A.Sentences))
	reuse.Zeros(&p.aligned, len(c.A.Sentences))
	p.roomForPartners()
	for _, s := range c.Segments {
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			for j := s.BSents[0]; j < s.BSents[1]; j++ {
				p.partners[i] = append(p.partners[i], j)
			}
		}
		if s.Kind != Changed || !p.story(s) {
			continue
		}
		x := passage{a: p.a, b: p.b}
		x.a0, x.a1 = tokenRange(c.A, s.ASents)
		x.b0, x.b1 = tokenRange(c.B, s.BSents)
		x.setRuns(s.runs)
		x.mark()
		p.passages = append(p.passages, x)
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			p.passage[i] = len(p.passages)
		}
	}
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

// roomForPartners gives each sentence of a room for its partners, in one piece of
// memory.
func (p *phrasing) roomForPartners() {
	most := reuse.Zeros(&p.most, len(p.partners))
	all := 0
	for _, s := range p.Segments {
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
			most[i] += s.BSents[1] - s.BSents[0]
			all += s.BSents[1] - s.BSents[0]
		}
	}
	for _, k := range p.kin {
		most[k.A[0]]++
	}
	room := reuse.Zeros(&p.room, all+len(p.kin))
	for i, n := range most {
		p.partners[i], room = room[:0:n], room[n:]
	}
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
	if len(p.kin) == 0 {
		return
	}
	edited := make([]bool, len(p.A.Sentences))
	for _, s := range p.Segments {
		for i := s.ASents[0]; i < s.ASents[1]; i++ {
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
	marksA, marksB := p.a.sentenceMarks(), p.b.sentenceMarks()
	for _, k := range p.kin {
		i, j := k.A[0], k.B[0]
		if edited[i] || slices.Contains(p.partners[i][:p.aligned[i]], j) || p.A.Roles[i].Furniture() || p.B.Roles[j].Furniture() && p.B.Roles[j] != shingle.FAQ {
			continue
		}
		sa, sb := p.A.Sentences[i], p.B.Sentences[j]
		if sa.Last-sa.First > longSentence || sb.Last-sb.First > longSentence {
			continue
		}
		saysA, saysB := p.a.saysIn(sa.First, sa.Last), p.b.saysIn(sb.First, sb.Last)
		if (len(saysA) == 0 || len(saysB) == 0) && !worthComparing(marksA[i], marksB[j]) {
			continue
		}
		x := passage{a: p.a, b: p.b, a0: sa.First, a1: sa.Last, b0: sb.First, b1: sb.Last, kin: true, marksA: marksA[i], marksB: marksB[j]}
		if x.mayMove() || p.mayTurn(&x) { // few are worth a diff
			runs, _ := p.diff(p.words.a[sa.First:sa.Last], p.words.b[sb.First:sb.Last], sa.First, sb.First)
			x.setRuns(runs)
			p.actions(&x)
			p.negation(&x)
		}
		for _, a := range saysA {
			for _, b := range saysB {
				if !p.coverB[b.first] && !p.coverA[a.first] && sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) {
					p.verbChange(&x, a, b)
					p.sourceChange(&x, a, b)
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
