package similarity

import (
	"fmt"
	"slices"

	"github.com/wirediff/wirediff/internal/token"
)

// attributions pairs the attributions of both sides and tells what became of
// each of a's: verb hardened or softened, source blurred, dropped.
func (p *phrasing) attributions(x *passage) {
	as, bs := x.a.saysIn(x.a0, x.a1), x.b.saysIn(x.b0, x.b1)
	if len(as) == 0 {
		return
	}
	partner := pairAttributions(x, as, bs)
	for n, a := range as {
		if m := partner[n]; m >= 0 {
			if sameSpeaker(x, a, bs[m]) {
				p.verbChange(x, a, bs[m])
			}
			p.sourceChange(x, a, bs[m])
			continue
		}
		p.dropped(x, a, len(bs) > 0)
	}
}

// saysIn returns the attributions inside the tokens, maxFindings at most.
func (r *reading) saysIn(first, last int) []attribution {
	lo, _ := slices.BinarySearchFunc(r.says, first, func(a attribution, t int) int { return a.first - t })
	hi := lo
	for hi < len(r.says) && r.says[hi].last <= last && hi-lo < maxFindings {
		hi++
	}
	return r.says[lo:hi]
}

// pairAttributions gives each of as its partner in bs, or -1: by a shared
// word of the source, the same verb, or the same place. One left over on each
// side is a pair: the source was named otherwise.
func pairAttributions(x *passage, as, bs []attribution) []int {
	partner := make([]int, len(as))
	taken := make([]bool, len(bs))
	for n, a := range as { // one that stayed is its own partner
		partner[n] = slices.IndexFunc(bs, func(b attribution) bool { return x.stayed(a, b) })
		if partner[n] >= 0 {
			taken[partner[n]] = true
		}
	}
	for n, a := range as {
		if partner[n] >= 0 {
			continue
		}
		best := 0
		from, to := x.facing(a.first, a.last)
		for m, b := range bs {
			if taken[m] {
				continue
			}
			score := 0
			if sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) {
				score += 4
			} else if a.level == pronounSource || b.level == pronounSource {
				score += 2
			}
			if b.first < to && from < b.last {
				score++
			}
			if x.a.evident(a) != x.b.evident(b) {
				score--
			}
			if score > 0 && saysAlike(x, a, b) {
				score += 2
			}
			if score > best {
				best, partner[n] = score, m
			}
		}
		if partner[n] >= 0 {
			taken[partner[n]] = true
		}
	}
	restA, restB := -1, -1
	for n := range as {
		if partner[n] < 0 {
			if restA >= 0 {
				return partner
			}
			restA = n
		}
	}
	for m := range bs {
		if !taken[m] {
			if restB >= 0 {
				return partner
			}
			restB = m
		}
	}
	if restA >= 0 && restB >= 0 {
		partner[restA] = restB
	}
	return partner
}

// stayed reports whether two attributions without a speaker in the sentence
// (", adding that") are one, untouched.
func (x *passage) stayed(a, b attribution) bool {
	if a.from < a.to || b.from < b.to || a.verb < 0 || b.verb < 0 || !x.same(a.verb, false) {
		return false
	}
	from, _ := x.facing(a.verb, a.verb+1)
	return from == b.verb
}

// evident reports whether the source of an attribution is what shows, not who
// speaks.
func (r *reading) evident(a attribution) bool {
	for t := a.from; t < a.to; t++ {
		if evidence[r.low(t)] && !r.capital(t) {
			return true
		}
	}
	return false
}

// saysAlike reports whether the first words behind two attributions share one
// that says something.
func saysAlike(x *passage, a, b attribution) bool {
	const words = 6
	lastA := min(a.last+words, x.a1, x.a.sents[x.a.sentence[a.first]].Last)
	lastB := min(b.last+words, x.b1, x.b.sents[x.b.sentence[b.first]].Last)
	return sharesWord(x.a, a.last, lastA, x.b, b.last, lastB)
}

// sameSpeaker reports whether two attributions paired may be of one speaker: a
// word of the source is shared, one is a pronoun, or, in a passage that was
// only edited, the one stands where the other stood.
func sameSpeaker(x *passage, a, b attribution) bool {
	if a.level == pronounSource || b.level == pronounSource || sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) {
		return true
	}
	from, to := x.facing(a.first, a.last)
	return x.light() && b.first < to && from < b.last
}

// sharesWord reports whether two ranges share a word that is no stop word.
func sharesWord(r *reading, first, last int, s *reading, from, to int) bool {
	for t := first; t < last; t++ {
		if r.toks[t].Kind == token.Punct || r.has(t, stopWord) {
			continue
		}
		f := r.words.of[r.ids[t]].feature
		for u := from; u < to; u++ {
			if s.words.of[s.ids[u]].feature == f {
				return true
			}
		}
	}
	return false
}

// verbChange reports a reporting verb that stands elsewhere on the scale.
func (p *phrasing) verbChange(x *passage, a, b attribution) {
	if a.step == b.step || a.verb >= 0 && b.verb >= 0 && x.a.ids[a.verb] == x.b.ids[b.verb] {
		return
	}
	v := PhraseVariant{Type: VerbHardened, Severity: Medium}
	if b.step < a.step {
		v.Type = VerbSoftened
	}
	// A concession or a doubt put into somebody's mouth is grave; 'insisted'
	// for 'said' is colour.
	if b.step == pressed && a.step < pressed || b.step == doubted && a.step >= 0 {
		v.Severity = High
	}
	v.Rule = fmt.Sprintf("reporting verb: %s → %s", verbName(x.a, a), verbName(x.b, b))
	p.report(v, x, x.a.clause(a), x.b.clause(b))
}

func verbName(r *reading, a attribution) string {
	if a.verb < 0 {
		return "according to"
	}
	return r.low(a.verb)
}

// clause is the part of an attribution worth quoting: all of it, or a long
// one's words about the verb.
func (r *reading) clause(a attribution) [2]int {
	const short, long = 2, 12
	switch n := a.last - a.first; {
	case n < short:
		s := r.sents[r.sentence[a.first]]
		first, last := r.around(a.first, a.last, s.First, s.Last, short)
		return [2]int{first, last}
	case a.verb < 0 || n <= long:
		return [2]int{a.first, a.last}
	}
	return [2]int{max(a.first, a.verb-6), min(a.last, a.verb+6)}
}

// sourceChange reports a source that a reader can no longer find as well.
func (p *phrasing) sourceChange(x *passage, a, b attribution) {
	if a.level == pronounSource || b.level == pronounSource {
		return
	}
	v := PhraseVariant{Type: SourceBlurred, Severity: Medium}
	switch {
	case a.level > b.level:
		if a.level == namedSource {
			if named := p.namedBefore(x, a, b.from); named {
				return
			}
			v.Severity = High
			if b.level == roleSource && !sharesWord(x.a, a.from, a.to, x.b, b.from, b.to) && x.b.body(b) {
				v.Severity = Medium // another body, by its office
			}
		}
		v.Rule = "source: " + a.level.String() + " → " + b.level.String()
	case a.level == b.level && a.level < namedSource && (p.lessSaid(x, a, b) || x.a.placed(a) > x.b.placed(b)+1):
		v.Rule = "source: words that placed it are gone"
	case x.b.anonymous(b) && !x.a.anonymous(a):
		v.Rule = "source: now unnamed on purpose"
	default:
		return
	}
	p.report(v, x, x.a.sourceOf(a), x.b.sourceOf(b))
}

// anonymous reports whether the source of an attribution is one that will not be
// known: sources close to the inquiry, insiders.
func (r *reading) anonymous(a attribution) bool {
	head := headNoun(r, a.from, a.to)
	return head >= 0 && (r.is(head, "sources") || r.is(head, "source") || r.is(head, "insiders") || r.is(head, "insider"))
}

// bodies are institutions that need no name to be found.
var bodies = wordSet(`ministry government court parliament senate cabinet treasury council commission police army navy
	presidency embassy opposition regulator watchdog union party prosecution defence defense company bank firm`)

// body reports whether the source of an attribution is such an institution.
func (r *reading) body(a attribution) bool {
	head := headNoun(r, a.from, a.to)
	return head >= 0 && bodies[r.low(head)]
}

// sourceOf is the part of an attribution that tells its source: all of it, or
// a long one's first words.
func (r *reading) sourceOf(a attribution) [2]int {
	const long = 12
	return [2]int{a.first, min(a.last, a.first+long)}
}

// String names the level in rules.
func (l sourceLevel) String() string {
	return [...]string{"pronoun", "unnamed group", "role", "name"}[l]
}

// namedBefore reports whether b names the source of a before token t: then a
// role is good style, not a blur.
func (p *phrasing) namedBefore(x *passage, a attribution, t int) bool {
	if x.headline {
		return false
	}
	for n := a.from; n < a.to; n++ {
		if !x.a.isName(n) {
			continue
		}
		if at, ok := p.firstInB()[x.a.ids[n]]; ok && at < t {
			return true
		}
	}
	return false
}

// firstInB maps each word of b to where it first stands.
func (p *phrasing) firstInB() map[int32]int {
	if p.firstB == nil {
		p.firstB = make(map[int32]int, len(p.b.ids))
		for t, id := range p.b.ids {
			if _, ok := p.firstB[id]; !ok {
				p.firstB[id] = t
			}
		}
	}
	return p.firstB
}

// placed counts the words behind the head of a source that say which it is: "a
// doctor at the terminal", "a source who had seen the data"; a clause counts
// as three.
func (r *reading) placed(a attribution) int {
	n := 0
	if head := headNoun(r, a.from, a.to); head >= 0 {
		n = a.to - head - 1
	}
	if r.is(a.to, "who") || r.is(a.to, ",") && r.is(a.to+1, "who") {
		n += 3
	}
	return n
}

// lessSaid reports whether b's source is a's with words left out that told
// who it is.
func (p *phrasing) lessSaid(x *passage, a, b attribution) bool {
	lost := 0
	for t := a.from; t < a.to; t++ {
		if x.a.toks[t].Kind != token.Punct && !x.a.has(t, stopWord) && (t == a.from || !x.a.isNumber(t)) && !hasStem(x.b, x.a.stem(t), b.from, b.to) {
			lost++
		}
	}
	for t := b.from; t < b.to; t++ {
		if x.b.toks[t].Kind != token.Punct && !x.b.has(t, stopWord) && !hasStem(x.a, x.b.stem(t), a.from, a.to) {
			return false
		}
	}
	return lost > 0
}
