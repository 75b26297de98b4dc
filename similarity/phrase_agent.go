package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// agent reports who did it lost: "the police shot a man" → "a man was shot".
func (p *phrasing) agent(x *passage) {
	if !p.passiveFor(x) && !p.turnedPassive(x) {
		p.actorGone(x)
	}
}

// passiveFor reports a verb of a that b has in the passive, without who did it.
func (p *phrasing) passiveFor(x *passage) (found bool) {
	for u := x.b0 + 1; u < x.b1; u++ {
		if x.b.quoted[u] || !x.b.has(u, participial) || hearsay[x.b.low(u)] || !x.b.passive(u, x.b0) || x.b.by(u, x.b1) {
			continue
		}
		t := stemAt(x.a, x.b.stem(u), x.a0, x.a1)
		if t <= x.a0 || x.a.quoted[t] || x.a.passive(t, x.a0) || reporting(x.a.low(t)) && x.a.introduces(t) {
			continue
		}
		verb := x.a.finiteBefore(t)
		if verb == t && !x.a.has(t, participial) {
			continue
		}
		from, to := x.a.sourceBefore(verb, x.a.sents[x.a.sentence[t]].First)
		if from == to && x.a.coordinated(verb) { // arrested 11 men and fired shots: one subject
			from, to = x.a.subjectShared(verb)
		}
		head := headNoun(x.a, from, to)
		if head < 0 || x.a.from(from) || pronouns[x.a.low(head)] || hasStem(x.b, x.a.stem(head), x.b0, x.b1) {
			continue
		}
		f2, l2 := x.b.around(u-1, u+1, x.b0, x.b1, 3)
		_, l1 := x.a.around(t, t+1, x.a0, x.a1, 2)
		v := PhraseVariant{Type: AgentDeleted, Severity: Medium, Rule: "passive without its agent: " + x.b.low(u)}
		if l1-from > 4*contextWords {
			from = verb - 1
		}
		p.report(v, x, [2]int{from, l1}, [2]int{f2, l2})
		found = true
	}
	return found
}

// turnedPassive reports a short difference of a passage only edited where a has
// somebody doing something to another, and b something that was done, the verb
// and the words for those it was done to being others: the agency ordered
// shops, retailers were told.
func (p *phrasing) turnedPassive(x *passage) (found bool) {
	const short = 8
	if !x.light() {
		return false
	}
	for _, r := range x.runs {
		if r.Same || r.A[1]-r.A[0] > short || r.B[1]-r.B[0] > short {
			continue
		}
		for u := r.B[0] + 1; u < r.B[1]; u++ {
			if x.b.quoted[u] || !x.b.has(u, participial) || hearsay[x.b.low(u)] || !x.b.passive(u, x.b0) || x.b.by(u, x.b1) {
				continue
			}
			t := x.deedIn(r.A)
			if t < 0 {
				break
			}
			p.report(PhraseVariant{Type: AgentDeleted, Severity: Medium, Rule: "passive without its agent: " + x.b.low(u)}, x, r.A, r.B)
			found = true
			break
		}
	}
	return found
}

// deedIn is the verb of a in the tokens whose subject stands before it there,
// and is not in b, and whose object stands behind it; -1 where there is none.
func (x *passage) deedIn(span [2]int) int {
	r := x.a
	for t := span[0] + 1; t+1 < span[1]; t++ {
		if r.quoted[t] || !r.has(t, participial) || reporting(r.low(t)) && r.introduces(t) || hearsay[r.low(t)] || r.passive(t, x.a0) ||
			prepositions[r.low(t+1)] || days[r.low(t+1)] || r.toks[t+1].Kind == token.Punct {
			continue
		}
		from, to := r.sourceBefore(t, r.sents[r.sentence[t]].First)
		head := headNoun(r, from, to)
		if from >= span[0] && head >= 0 && !r.from(from) && !pronouns[r.low(head)] && !hasStem(x.b, r.stem(head), x.b0, x.b1) {
			return t
		}
	}
	return -1
}

// finiteBefore is the verb that carries an infinitive at t (appeared to clear,
// may clear), or t.
func (r *reading) finiteBefore(t int) int {
	switch {
	case t > 1 && r.is(t-1, "to") && (r.has(t-2, participial) || strings.HasSuffix(r.low(t-2), "s")):
		return t - 2
	case r.is(t-1, "may"), r.is(t-1, "might"), r.is(t-1, "could"), r.is(t-1, "will"), r.is(t-1, "would"):
		return t - 1
	}
	return t
}

// subjectShared is the subject that the verb at t shares with a verb before it
// in its sentence: the first that has one.
func (r *reading) subjectShared(t int) (from, to int) {
	first := r.sents[r.sentence[t]].First
	for u := first + 1; u < t; u++ {
		if r.has(u, participial) && !r.quoted[u] && !r.passive(u, first) {
			if from, to = r.sourceBefore(u, first); from < to {
				return from, to
			}
		}
	}
	return t, t
}

// hearsay in the passive is an attribution to nobody, which the rules of
// attribution tell.
var hearsay = wordSet(`said told reported believed thought alleged claimed estimated known understood reckoned`)

// actors are those whose deeds are the news: what they did to people is told
// of them, or of nobody.
var actors = wordSet(`police policeman policemen policewoman officer officers troops soldier soldiers army forces guard guards gunman gunmen
	militants rebels settlers authorities regime marines paratroopers commandos agents bailiffs snipers
	protesters protestors rioters demonstrators fans strikers attackers mob crowd militia jets drone drones warplanes`)

// actorGone reports an actor of a, with his deed and whom it was done to, of
// which b keeps the last alone: in the passive, or as what befell (gave way,
// flew). The verb may be another.
func (p *phrasing) actorGone(x *passage) {
	if x.marksA.flags&acting == 0 {
		return
	}
	u := x.b.happens(x.b0, x.b1)
	if u < 0 {
		return
	}
	for t := x.a0; t+1 < x.a1; t++ {
		if !x.a.has(t, acting) || x.a.quoted[t] || x.same(t, false) || hasFeature(x.b, x.a.words.of[x.a.ids[t]].feature, x.b0, x.b1) || x.b.hasActor(u, x.b1) {
			continue
		}
		verb := t + 1
		for verb < x.a1 && x.a.has(verb, between|adverb) {
			verb++
		}
		const reach = 6 // tokens behind a verb that tell whom it was done to
		if verb >= x.a1 || !x.a.deed(verb) || x.a.passive(verb, x.a0) || reporting(x.a.low(verb)) && x.a.introduces(verb) ||
			!sharesWord(x.a, verb+1, min(x.a1, verb+1+reach), x.b, max(x.b0, x.b.sents[x.b.sentence[u]].First, u-2*reach), u) {
			continue
		}
		f1, l1 := x.a.around(t, verb+1, x.a0, x.a1, 3)
		f2, l2 := x.b.around(u-1, u+1, x.b0, x.b1, 3)
		p.report(PhraseVariant{Type: AgentDeleted, Severity: Medium, Rule: "nobody does it any more: " + x.a.low(t)}, x, [2]int{f1, l1}, [2]int{f2, l2})
		return
	}
}

func (r *reading) hasActor(first, last int) bool {
	for t := first; t < last; t++ {
		if r.has(t, acting) {
			return true
		}
	}
	return false
}

// deed reports whether a word behind an actor can be what he did or does.
func (r *reading) deed(t int) bool {
	return r.has(t, participial|bent) || strings.HasSuffix(r.low(t), "ing") && len(r.low(t)) > 4
}

// happens is the token of b where something is done by nobody named, or
// befalls; -1 where none is.
func (r *reading) happens(first, last int) int {
	for u := first + 1; u < last; u++ {
		if r.quoted[u] {
			continue
		}
		switch w := r.low(u); {
		case r.has(u, participial|bent) && r.passive(u, first) && !r.by(u, last):
			return u
		case w == "way" && irregular[r.low(u-1)] == "give", w == "flew", w == "erupted", w == "out" && irregular[r.low(u-1)] == "break":
			return u
		}
	}
	return -1
}

func reporting(w string) bool { _, ok := reportingVerbs[w]; return ok }

// from reports whether a preposition stands before the token: "after the
// police shot" has a subject, "on Monday shot" has none.
func (r *reading) from(t int) bool {
	switch r.low(max(0, t-1)) {
	case "on", "in", "at", "of", "by", "for", "with", "from", "to":
		return true
	}
	return false
}

var participles = wordSet(`shot killed hurt held cut put set hit taken given told found made built brought bought sent sold
	seen said left lost paid shut won led met kept thrown driven known shown drawn broken struck fired`)

var formsOfBe = wordSet(`was were been being be is are got`)

// passive reports whether a form of 'be' stands at most two words before t.
func (r *reading) passive(t, first int) bool {
	for u := t - 1; u >= max(first, t-3); u-- {
		if r.has(u, being) {
			return true
		}
		if !r.has(u, between|adverb) && r.low(u) != "not" {
			return false
		}
	}
	return false
}

func (r *reading) by(t, last int) bool {
	for u := t + 1; u < min(last, t+10); u++ {
		if r.is(u, "by") {
			return true
		}
	}
	return false
}
