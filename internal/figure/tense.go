package figure

import (
	"strings"
)

// tense is what the verbs of a clause say of its time.
type tense uint8

const (
	unclear tense = iota
	past
	future
)

// tenseAt is the tense at a date that begins at item i: that of the nearest
// verb before it in its sentence, else of the first behind it.
func (p *parser) tenseAt(i int) tense {
	const reach = 40
	// ahead of Friday's vote; due on Friday; scheduled for Friday
	for k := i - 1; k > i-5; k-- {
		if p.stop(k) {
			break
		}
		if p.isAny(k, "ahead", "due", "scheduled", "slated", "until", "deadline", "expires", "expiring", "till") {
			if p.is(k, "until") || p.is(k, "till") {
				continue
			}
			return future
		}
		if p.isAny(k, "payable", "effective", "record", "maturing", "redeemable") {
			return unclear // the nearest such day, whatever the verb before says
		}
	}
	for k := i - 1; k > i-reach; k-- {
		if p.stop(k) || p.mark(k, ';') || p.mark(k, ':') && p.at(k+1).gap {
			break
		}
		it := p.at(k)
		if it.kind != iWord {
			continue
		}
		if t := p.verbTense(k); t != unclear {
			if t == future && it.w.is(fPresent|fRise) && !it.w.is(fModal) && !p.modalBefore(k) && p.pastBefore(k) {
				return past // let them go on Tuesday
			}
			return t
		}
	}
	for k := i + 1; k < i+reach; k++ {
		if p.stop(k) {
			break
		}
		if p.at(k).kind != iWord {
			continue
		}
		if t := p.verbTense(k); t != unclear {
			return t
		}
	}
	return unclear
}

// pastBefore reports whether a past tense stands before k in its clause.
func (p *parser) pastBefore(k int) bool {
	for j := k - 1; j > k-8; j-- {
		it := p.at(j)
		if it.kind != iWord && !(it.kind == iNum) || it.w.is(fConj) || p.isAny(j, "that", "who", "which", "said", "says") {
			return false
		}
		if it.w.is(fPast) && p.verbTense(j) == past {
			return true
		}
	}
	return false
}

// verbTense is the tense that the word at k shows, or unclear.
func (p *parser) verbTense(k int) tense {
	it := p.at(k)
	w := it.w
	switch {
	case it.capital && !it.first:
		return unclear
	case w.is(fModal) && !p.isAny(k, "may") || p.isAny(k, "may") && !it.capital:
		if p.isAny(k, "could", "would") && p.is(k+1, "have") {
			return past
		}
		return future
	case p.isAny(k, "due", "scheduled", "planned", "slated", "expected", "expects", "expect", "forecast", "upcoming", "forthcoming", "planning", "set"):
		if p.is(k, "set") && !p.is(k+1, "to") && !p.is(k+1, "for") {
			return past
		}
		if p.isAny(k, "planned", "scheduled", "expected", "forecast") && p.isAny(k-1, "had") {
			return past
		}
		return future
	case p.isAny(k, "is", "are") && (p.isAny(k+1, "to", "due", "expected", "set", "scheduled", "planned")):
		return future
	case w.is(fPast|fPresent|fVerb) && p.modalBefore(k):
		return future
	case w.is(fPast) && (p.at(k-1).w.is(fArticle) || p.isAny(k-1, "the", "its", "of", "his", "their", "this", "per", "in", "to")) && !w.is(fAux):
		return unclear // a split, the cost
	case w.is(fPast):
		return past
	case p.isAny(k, "to") && (p.at(k+1).w.is(fPresent|fVerb) || p.isAny(k+1, "be", "vote", "meet", "hold", "begin", "start", "attend", "join", "play", "visit", "open", "take")):
		return future
	case w.is(fRise) && len(w.s) > 3 && w.s[len(w.s)-1] == 's' && p.presentVerb(k) && (p.at(k+1).kind != iWord || p.seed(k+1)):
		return future // the fare rises 15p from Sunday
	case p.isAny(k, "rise", "fall", "increase", "drop", "climb", "go") && p.plural(k-1) && (p.at(k+1).w.is(fPrep) || p.at(k+1).w.is(fWeekday)):
		return future // fares rise on Sunday
	case p.isAny(k, "take", "takes") && p.isAny(k+1, "effect", "place", "over", "part"):
		return future
	case w.is(fPresent) && p.presentVerb(k):
		return future
	case p.isAny(k, "has", "have", "been"):
		return past
	case strings.HasSuffix(p.lower(k), "ed") && len(p.lower(k)) > 4:
		if p.is(k-1, "be") && p.modalBefore(k) {
			return future // must be exercised
		}
		if p.at(k-1).w.is(fDet|fArticle) && p.nounFollows(k+1) {
			return unclear // the trapped men
		}
		return past
	}
	return unclear
}

// modalBefore reports whether will or another modal governs the verb at k.
func (p *parser) modalBefore(k int) bool {
	for j := k - 1; j > k-4; j-- {
		w := p.at(j).w
		if w.is(fModal) && !(p.at(j).capital && (!p.at(j).first || p.is(j, "may"))) {
			return !p.isAny(j, "could", "would") || !p.is(j+1, "have")
		}
		if !w.is(fAdv) && !p.is(j, "be") {
			return false
		}
	}
	return false
}

// presentVerb tells a verb from the noun that it looks like (votes, plans).
func (p *parser) presentVerb(k int) bool {
	prev := p.at(k - 1)
	if prev.w.is(fDet|fPrep|fCard) || prev.kind == iNum || prev.kind == iPunct && !(prev.mark == ',' || prev.mark == ')' || prev.mark == '"') && prev.mark != '.' {
		return p.isAny(k, "expect") && p.at(k).first
	}
	n := p.at(k + 1)
	return n.kind == iWord && n.w.is(fPrep|fDet|fAdv) || n.w.is(fWeekday) || n.kind == iPunct && p.at(k).w.s[len(p.at(k).w.s)-1] == 's' || p.isAny(k-1, "which", "who", "that", "and") || n.kind == iWord && p.at(k).w.s[len(p.at(k).w.s)-1] == 's' && !prev.w.is(fAdj)
}
