package similarity

import (
	"strings"

	"github.com/wirediff/wirediff/internal/token"
)

// attribution is a clause that says who said it: tokens [first, last), with
// the source at [from, to) and the verb at verb (-1 for "according to" and
// its like).
type attribution struct {
	first, last int
	from, to    int
	verb        int
	step        verbStep
	level       sourceLevel
}

// sourceLevel says how well a reader could find the source.
type sourceLevel int8

// The levels, from the least.
const (
	pronounSource sourceLevel = iota // he, she, it: named elsewhere
	vagueSource                      // officials, sources, experts
	roleSource                       // the airport manager, a doctor at the terminal
	namedSource                      // a person or body by name
)

// maxSource is how many tokens a source may have; a longer one is a clause
// misread.
const maxSource = 24

// vagueSources are sources that could be anybody.
var vagueSources = wordSet(`officials official authorities sources source experts analysts insiders critics observers
	people reports report locals residents witnesses some many others diplomats observers pundits commentators
	investigators lawmakers aides executives media everyone campaigners researchers scientists`)

var pronouns = wordSet(`he she it they who we i you this that which`)

// evidence is what shows or says things without being a speaker.
var evidence = wordSet(`results result estimate estimates forecast forecasts projection projections returns count tests checks
	report reports study data figures documents document records record poll survey tally manifest
	footage video statement filing notice letter court jury hearing tribunal inquest review audit papers analysis research`)

// clauseStarts are the words that a source does not reach across.
var clauseStarts = wordSet(`that which when because after before while although though but and as if whether where since until
	so than or whose how why what once unless whom`)

// passedOver are the words that may stand between a source and its verb.
var passedOver = wordSet(`has have had also later then earlier already now still since was were is are been being
	again first once simply only even both all initially previously repeatedly publicly would will do did does not never`)

// notSubjects before a word in -s or -ing or a bare verb show that it is a noun.
var notSubjects = wordSet(`the a an of these those and its his her their our no any some this that for in on by with from to as
	or into without at new such more all`)

// attributionWords are the words, beside reporting verbs, that an attribution
// may be known by.
var attributionWords = wordSet(`according per words reviewed seen obtained by`)

// findAttributions finds the attributions of one sentence, outside
// quotations, left to right, without overlap.
func (r *reading) findAttributions(sentence int) {
	s := r.sents[sentence]
	at := s.First // attributions do not overlap
	for t := s.First; t < s.Last; t++ {
		if !r.has(t, attributing) || r.quoted[t] || r.toks[t].Kind != token.Word || t < at {
			continue
		}
		a, ok := r.attributionAt(t, at, s.Last)
		if !ok {
			continue
		}
		if a.verb < 0 || a.from > a.verb {
			r.withName(&a, s.Last)
		}
		a.level = r.levelOf(a.from, a.to)
		r.says = append(r.says, a)
		at = max(t+1, a.last)
	}
}

// withName adds to a source that is told by its role the name that follows it
// behind a comma: said the leader of the study, Professor Ann Roe.
func (r *reading) withName(a *attribution, last int) {
	if !r.is(a.to, ",") || r.quoted[a.to] || r.named(a.from, a.to) {
		return
	}
	to := a.to + 1
	for to < last && to-a.to < 6 && (r.capital(to) || r.low(to) == ".") && !r.quoted[to] {
		to++
	}
	if to > a.to+1 && r.named(a.to+1, to) {
		a.to, a.last = to, to
	}
}

// attributionAt reads an attribution whose verb or "according" is token t,
// inside the tokens [first, last) of its sentence.
func (r *reading) attributionAt(t, first, last int) (attribution, bool) {
	w := r.low(t)
	switch {
	case w == "by" && r.is(t-2, "as") && (r.is(t-1, "reported") || r.is(t-1, "revealed") || r.is(t-1, "told") || r.is(t-1, "confirmed")):
		to := r.sourceEnd(t+1, last)
		return attribution{first: t - 2, last: to, from: t + 1, to: to, verb: -1}, to > t+1
	case w == "according" && r.is(t+1, "to"), w == "per" && r.is(t-1, "as"), w == "words" && r.is(t-2, "in") && r.is(t+1, "of"):
		from := t + 1
		if w != "per" {
			from++
		}
		to := r.sourceEnd(from, last)
		return attribution{first: t, last: to, from: from, to: to, verb: -1}, to > from
	case (w == "reviewed" || w == "seen" || w == "obtained") && r.is(t+1, "by"):
		to := r.sourceEnd(t+2, min(last, t+6))
		return attribution{first: t, last: to, from: t + 2, to: to, verb: -1}, to > t+2 && r.named(t+2, to)
	case strings.HasPrefix(w, "claim") && r.claimsLives(t):
		return attribution{}, false
	}
	step, ok := reportingVerbs[w]
	if !ok || !r.verbAt(t, first) || r.passive(t, first) && (w != "told" || r.is(t+1, "to")) { // "the court was told" has its source; "the cost was put at" has none
		return attribution{}, false
	}
	if r.is(t-1, "who") && !r.is(t+1, "that") {
		return attribution{}, false // villagers who accuse the state
	}
	a := attribution{verb: t, step: step}
	a.from, a.to = r.sourceBefore(t, first)
	if !r.is(t, "said") && r.acts(a.from, a.to) {
		return attribution{}, false
	}
	if a.from == a.to {
		if t > first && r.isWord(t-1) && !r.quoted[t-1] {
			// The firm lost money and said that …: its speaker stands before.
			a.first, a.last, a.from, a.to = t, t+1, t, t
			return a, r.coordinated(t) && r.saysThat(t)
		}
		// Inverted: "…," said the mayor.
		a.from = t + 1
		if strings.HasSuffix(w, "ing") { // "…, blaming the rain": the speaker stands before
			a.first, a.last, a.to = t, t+1, t+1
			return a, true
		}
		a.to = r.sourceEnd(t+1, last)
		if a.from >= a.to || !r.startsSource(a.from) {
			return attribution{}, false
		}
		a.first, a.last = t, a.to
		return a, true
	}
	a.first, a.last = a.from, t+1
	if step == 0 && !r.speaks(a) {
		return attribution{}, false
	}
	return a, true
}

// acts reports whether the words before a reporting word are no source, for
// somebody does something there: "unlikely to face large claims".
func (r *reading) acts(from, to int) bool {
	switch r.low(max(from-1, 0)) {
	case "will", "would", "may", "might", "could", "can", "must", "should", "did", "does": // will face large claims
		return from > 0
	}
	for t := from; t+1 < to; t++ {
		if r.is(t, "to") && t > from && (r.is(t-1, "likely") || r.is(t-1, "unlikely") || r.is(t-1, "able") || r.is(t-1, "unable") || r.is(t-1, "expected") || r.is(t-1, "ready")) {
			return true
		}
	}
	return false
}

// verbAt reports whether the reporting word at t is used as a finite verb.
func (r *reading) verbAt(t, first int) bool {
	w := r.low(t)
	if r.coordinated(t) && r.is(t+1, "that") {
		return true
	}
	if t > first {
		before := r.low(t - 1)
		if before == "to" || before == "be" || before == "is" || before == "are" {
			return false
		}
		if w != "said" && w != "told" && (notSubjects[before] || r.isNumber(t-1) && !strings.HasSuffix(w, "ed")) {
			return false
		}
		if before == "-" && r.toks[t-1].End == r.toks[t].Start { // so-called
			return false
		}
	}
	switch w {
	case "call", "put", "show", "hear", "add", "state", "note", "report", "comment", "remark", "demand", "claim", "guess",
		"estimate", "joke", "stress", "detail", "mention", "blast", "slam", "question", "pledge", "vow", "urge", "continue",
		"caution", "added", "adds", "estimated", "believed", "thought", "estimates", "reports", "claims", "demands", "notes", "states",
		"rule", "rules", "ruled", "comments", "calls", "puts", "declared", "declares":
		// Nouns, or verbs of more than speech: only where they introduce what
		// is said, or end the clause.
		switch {
		case t > first && pronouns[r.low(t-1)], strings.HasSuffix(w, "s") && t > first && r.capital(t-1):
			return true
		case bareVerb(w): // officials claim that …; a single call
			return t > first && (vagueSources[r.low(t-1)] || evidence[r.low(t-1)] || strings.HasSuffix(r.low(t-1), "s") && (r.is(t+1, "that") || r.is(t-2, ",") && r.is(t+1, ".")) || r.is(t+1, "that") && r.manyBefore(t, first))
		}
		return r.introduces(t)
	}
	return !strings.HasSuffix(w, "ing") || r.is(t-1, ",") || r.introduces(t)
}

// manyBefore reports whether the source before the verb at t is several people
// placed by what follows them: economists at Porter Bank.
func (r *reading) manyBefore(t, first int) bool {
	from, to := r.sourceBefore(t, first)
	head := headNoun(r, from, to)
	return head >= 0 && head+1 < to && strings.HasSuffix(r.low(head), "s")
}

// coordinated reports whether the verb at t shares the subject of the verb
// before it: and said, but later claimed.
func (r *reading) coordinated(t int) bool {
	for t--; t >= 0 && r.has(t, between|adverb); t-- {
	}
	return r.is(t, "and") || r.is(t, "but")
}

// saysThat reports whether a clause of what is said follows the verb at t.
func (r *reading) saysThat(t int) bool {
	return r.is(t+1, "that") || r.is(t+1, "it") || r.is(t+1, "he") || r.is(t+1, "she") || r.is(t+1, "they") || r.is(t+1, "there")
}

// claimsLives reports whether what is claimed at t are lives, or a number of
// them: a disaster does so, not a speaker.
func (r *reading) claimsLives(t int) bool {
	const reach = 8
	for u := t + 1; u < min(t+reach, len(r.toks)) && r.sentence[u] == r.sentence[t]; u++ {
		if r.is(u, "lives") || r.is(u, "victims") || r.is(u, "life") {
			return true
		}
	}
	return false
}

// bareVerb reports whether a reporting verb stands in its base form, which is
// mostly a noun's as well.
func bareVerb(w string) bool {
	return !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && w != "put" && w != "thought" || strings.HasSuffix(w, "ss")
}

// introduces reports whether what is said follows, or nothing does.
func (r *reading) introduces(t int) bool {
	if t+1 >= len(r.toks) || r.toks[t+1].Kind == token.Punct {
		return true
	}
	return r.saysThat(t) || r.is(t+1, "on") || r.is(t+1, "in") || r.is(t+1, "at")
}

// speaks reports whether the source of a neutral verb can be one: "the ship
// added 40 cabins" and "the road was called" are no attributions.
func (r *reading) speaks(a attribution) bool {
	switch r.low(a.verb) {
	case "show", "shows", "showed", "shown", "suggested", "indicated", "indicates", "find", "finds", "found":
		for t := a.from; t < a.to; t++ {
			if evidence[r.low(t)] {
				return true
			}
		}
		return r.is(a.verb+1, "that")
	case "called", "put", "heard", "continued", "explained", "described", "wrote", "recalled":
		return a.to-a.from > 0
	}
	return true
}

// sourceBefore finds the source to the left of the verb at t: the words back
// to a comma, a quotation or the start of a clause. A relative clause or an
// apposition between commas belongs to it.
func (r *reading) sourceBefore(t, first int) (from, to int) {
	to = t
	for to > first && (r.has(to-1, between) || r.has(to-1, adverb) && !r.capital(to-1)) && !r.quoted[to-1] {
		to--
	}
	from = r.sourceStart(to, first)
	if from == to && r.is(to-1, ",") && !r.quoted[to-1] {
		// X, who runs the network, said
		comma := to - 2
		for comma > first && !r.is(comma, ",") && !r.quoted[comma] {
			comma--
		}
		if comma > first && r.is(comma, ",") && to-comma < maxSource && !r.quoted[comma-1] && r.apposition(comma+1, to-1) {
			if start := r.sourceStart(comma, first); start < comma {
				return start, to - 1
			}
		}
		return to, to
	}
	if to-from > maxSource {
		return to, to
	}
	return from, to
}

// apposition reports whether the tokens between two commas can tell who a
// source is.
func (r *reading) apposition(first, last int) bool {
	if first >= last {
		return false
	}
	switch w := r.low(first); w {
	case "who", "which", "whose", "a", "an", "the", "of", "director", "head", "founder", "president", "chairman", "aged", "for", "speaking", "citing", "quoting":
		return true
	}
	return r.isNumber(first) || r.capital(first)
}

func (r *reading) sourceStart(end, first int) int {
	from := end
	for from > first {
		w := r.low(from - 1)
		if r.quoted[from-1] || r.has(from-1, opensClause) && !(w == "and" && from-2 >= first && r.capital(from-2)) || r.has(from-1, finiteVerb) {
			break
		}
		if r.toks[from-1].Kind == token.Punct && w != "-" && w != "/" && w != "'" {
			break
		}
		if w == "-" && r.toks[from-1].Start > 0 && r.text[r.toks[from-1].Start-1] == ' ' {
			break
		}
		from--
	}
	return from
}

// finite are words that end the walk back to a source: a verb stands there.
var finite = wordSet(`is are was were be been being has had have will would could may might can did does do must should
	killed injured died left came went took made`)

// sourceEnd is the end of the source that starts at from, read rightward: to
// a comma, a period, a clause or a word of time.
func (r *reading) sourceEnd(from, last int) int {
	to := from
	for to < last && to-from < maxSource {
		w := r.low(to)
		if r.quoted[to] || to > from && (w == "who" || w == "on" || r.has(to, opensClause) && w != "and" && w != "or" || r.has(to, finiteVerb)) {
			break
		}
		if k := r.toks[to].Kind; k == token.Punct && w != "-" && w != "'" && w != "/" {
			break
		}
		to++
	}
	return to
}

// startsSource reports whether a source can start at t.
func (r *reading) startsSource(t int) bool {
	w := r.low(t)
	if prepositions[w] {
		return false
	}
	return r.isWord(t) && (r.capital(t) || pronouns[w] && w != "that" && w != "this" && w != "which" || notSubjects[w] && w != "that" && w != "to" && w != "for" && w != "in" ||
		vagueSources[w] || r.has(t, numberWord) || w == "police" || w == "another" || w == "one" || evidence[w] || strings.HasSuffix(w, "s"))
}

var prepositions = wordSet(`on in at of by for with from to as into after before`)
