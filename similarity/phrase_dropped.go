package similarity

import (
	"github.com/wirediff/wirediff/internal/token"
)

// dropped reports an attribution of a without a partner, unless b keeps its
// source in the passage or beside it.
func (p *phrasing) dropped(x *passage, a attribution, others bool) {
	if a.level == pronounSource && others {
		return
	}
	if x.keepsSource(a) {
		p.unsaid(x, a)
		return
	}
	if !p.saidKept(x, a) {
		return
	}
	v := PhraseVariant{Type: AttributionDropped, Severity: Medium, Rule: "attribution dropped"}
	if x.light() && a.level != pronounSource && !others {
		v.Severity = High
	}
	if !x.headline && p.carried(x, a) {
		v.Severity = Low
		v.Rule = "attribution dropped; a sentence beside it has the source"
	}
	p.place(v, x, a.first, a.last)
	const held = -2 // the step of believe, suggest, estimate: the loss is a hedge's too
	if a.verb >= 0 && a.step == held && x.light() && !x.headline {
		p.place(PhraseVariant{Type: HedgeDropped, Severity: Medium, Rule: hedgeDropped + x.a.low(a.verb)}, x, a.first, a.last)
	}
}

// keepsSource reports whether b's passage has the name or the head of a's
// source.
func (x *passage) keepsSource(a attribution) bool {
	head := headNoun(x.a, a.from, a.to)
	for t := a.from; t < a.to; t++ {
		name := x.a.isName(t)
		if t != head && !name {
			continue
		}
		for u := x.b0; u < x.b1; u++ {
			if x.b.stem(u) == x.a.stem(t) && (!name || x.b.capital(u)) { // Trade Minister; annual trade
				return true
			}
		}
	}
	return false
}

// saidKept reports whether b keeps a part of what was said: of the ten words
// behind "X said (that)", or before ", X said", a fifth of those that say
// something; in a passage that was rewritten, of the sentence, and words of
// like meaning count.
func (p *phrasing) saidKept(x *passage, a attribution) bool {
	reach := 10
	if !x.light() {
		reach = longSentence
	}
	s := x.a.sents[x.a.sentence[a.first]]
	first, last := a.last, min(a.last+reach, s.Last)
	if x.a.introduced(a, s.Last) || x.a.timeOnly(a.last, s.Last) && x.a.is(a.first-1, ",") {
		first, last = s.First, a.first // the whole sentence, so a detail may be gone with its source
	}
	words, kept := 0, 0
	for t := first; t < last; t++ {
		if x.a.toks[t].Kind == token.Punct || x.a.has(t, stopWord) {
			continue
		}
		words++
		if x.same(t, false) || hasStem(x.b, x.a.stem(t), x.b0, x.b1) || !x.light() && hasFeature(x.b, x.a.words.of[x.a.ids[t]].feature, x.b0, x.b1) {
			kept++
		}
	}
	return x.headline || words == 0 || kept*5 >= words
}

// timeOnly reports whether nothing but a time follows, up to the end: the office
// said last week.
func (r *reading) timeOnly(first, last int) bool {
	for t := first; t < last; t++ {
		if r.toks[t].Kind == token.Word && !times[r.low(t)] && !days[r.low(t)] && !stopWords[r.low(t)] {
			return false
		}
	}
	return true
}

var times = wordSet(`last this earlier later week weeks month months year years day days morning afternoon evening night
	yesterday today ago late early`)

// introduced reports whether what was said stands before the attribution: it
// ends its clause.
func (r *reading) introduced(a attribution, last int) bool {
	return a.last >= last || a.verb >= 0 && a.from > a.verb || r.toks[a.last].Kind == token.Punct || r.is(a.last, "on") || r.is(a.last, "in") || a.verb < 0 && a.first > 0 && r.is(a.first-1, ",")
}

// unsaid reports what a source was said to do, now told as done: "X said it
// would pay" → "X would pay". The verb is gone with its "it" or "that", and
// the source stands where it stood.
func (p *phrasing) unsaid(x *passage, a attribution) {
	if a.verb < 0 || a.from > a.verb || !x.light() || !x.a.introduces(a.verb) || x.a.introduced(a, x.a1) {
		return
	}
	from, to := x.facing(a.verb, a.verb+1)
	for t := from; t < to; t++ {
		if reporting(x.b.low(t)) || x.b.has(t, negation) {
			return
		}
	}
	if !sharesWord(x.a, a.from, a.to, x.b, max(x.b0, from-(a.to-a.from)-1), from) {
		return
	}
	p.place(PhraseVariant{Type: AttributionDropped, Severity: Medium, Rule: "said to do → does"}, x, a.first, min(a.last+2, x.a1))
}

// ofQuote reports whether the attribution stands beside a quotation.
func (r *reading) ofQuote(a attribution) bool {
	return a.first > 1 && r.quoted[a.first-1] || a.last+1 < len(r.toks) && (r.quoted[a.last] || r.quoted[a.last+1])
}

// carried reports whether the sentence before or after the passage in b has
// an attribution to the same source, or, where a's source is a pronoun, any;
// of a quotation also one to a pronoun.
func (p *phrasing) carried(x *passage, a attribution) bool {
	r := x.b
	for _, n := range []int{int(r.sentence[x.b0]) - 1, int(r.sentence[x.b1-1]) + 1} {
		if n < 0 || n >= len(r.sents) {
			continue
		}
		for _, b := range r.saysIn(r.sents[n].First, r.sents[n].Last) {
			if a.level == pronounSource || b.level == pronounSource && x.a.ofQuote(a) || sharesWord(x.a, a.from, a.to, r, b.from, b.to) {
				return true
			}
		}
	}
	return false
}
