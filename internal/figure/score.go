package figure

// scoreLike tells 3-1 and 7-2 from the range 7-9: equal or falling sides, or
// words of sport and votes near by, and no counted noun behind.
func (p *parser) scoreLike(q, r *quantity) bool {
	a, ok1 := q.lo.int64()
	b, ok2 := r.lo.int64()
	if !ok1 || !ok2 || q.style&(stylePoint|styleFrac|styleWords) != 0 || r.style&(stylePoint|styleFrac|styleWords) != 0 {
		return false
	}
	if a >= b {
		return true
	}
	if p.nounFollows(r.end) && p.pluralSoon(r.end) && !p.at(r.end).w.is(fVote) || p.isAny(q.begin-1, "about", "some", "aged", "between", "estimated", "of") && !p.isAny(q.begin-2, "score", "scoreline", "vote", "record", "tally") {
		return false
	}
	return p.voteNear(q.begin, r.end)
}

// voteNear reports whether words of votes or sport stand near items [i, j).
func (p *parser) voteNear(i, j int) bool {
	for k := i - 1; k > i-14; k-- {
		if p.at(k).kind == iEnd {
			break
		}
		if p.at(k).w.is(fVote) {
			return true
		}
	}
	for k := j; k < j+8; k++ {
		it := p.at(k)
		if it.kind == iEnd {
			break
		}
		if it.w.is(fVote) {
			return true
		}
	}
	return p.lastScore(i)
}

// lastScore reports whether the figure just before item i was a score.
func (p *parser) lastScore(i int) bool {
	if len(p.figs) == 0 {
		return false
	}
	f := &p.figs[len(p.figs)-1]
	return f.Kind == Score && i-f.last <= 3
}

// score reads 3-1, 7-6 (9-7), 218 to 213, 27 votes to 19, 312 for seven, 3-nil.
func (p *parser) score(i int) (f fig, next int, ok, claimed bool) {
	if p.at(i-1).kind == iSign && p.glued(i) {
		return
	}
	n, good := p.number(i)
	if !good || n.mag && n.style&styleWords == 0 || n.letter || n.vague || n.style&(stylePoint|styleFrac|styleZero) != 0 {
		return
	}
	a, exact := n.lo.int64()
	if !exact || a > 99999 {
		return
	}
	k := n.last
	switch {
	case p.mark(k, '-') && p.glued(k) && p.glued(k+1) && (p.at(k+1).kind == iNum || p.isAny(k+1, "nil", "love")):
		m, good := p.number(k + 1)
		if p.is(k+1, "love") {
			m, good = number{first: k + 1, last: k + 2}, true
		}
		if !good {
			return
		}
		b, exact := m.lo.int64()
		if !exact || m.letter || m.mag || m.style&(stylePoint|styleZero|styleFrac) != 0 || n.style&styleWords != 0 && !p.isAny(k+1, "nil", "love") {
			return
		}
		last := m.last
		// a third part: a record 10-2-1, or a phone number
		if p.mark(last, '-') && p.glued(last) && p.at(last+1).kind == iNum && p.glued(last+1) {
			c := p.small(last + 1)
			if a+b+c == 10 && p.isAny(last+2, "formation", "system", "diamond", "shape") {
				return f, last + 2, false, true // 4-4-2
			}
			if c < 0 || c > 99 || a > 99 || b > 99 || p.mark(last+2, '-') {
				return f, p.digitsRun(i), false, true
			}
			last += 2
		}
		q := quantity{number: n, begin: i, end: n.last, bare: true}
		r := quantity{number: m, begin: k + 1, end: m.last, bare: true}
		if u, _ := p.unitAt(last, &r); u != nil && !p.is(last, "in") || p.mark(last, '%') || p.at(last).kind == iSign && p.glued(last) || p.currencyAt(last) != nil && p.str(last) != "won" {
			if a < b || u != nil && u.code != "point" {
				return
			}
		}
		if p.isAny(last, "st", "nd", "rd", "th", "s") && p.glued(last) || p.mark(last, '/') && p.glued(last) {
			return
		}
		if a == 50 && b == 50 || a == 24 && b == 7 {
			if !p.voteNear(i, last) || p.isAny(last, "chance", "split", "venture", "partnership", "deal", "joint") {
				return f, last, false, true
			}
		}
		if a < b && n.style&styleGrouped != 0 && m.style&styleGrouped != 0 && (!p.voteNear(i, last) || p.pluralSoon(last) && !p.at(last).w.is(fVote)) {
			return // 80,000-90,000 workers: a range
		}
		if a >= 1000 || b >= 1000 || a >= 100 && b < 100 && a < 1000 && !p.voteNear(i, last) {
			if !p.voteNear(i, last) || a >= 10000 {
				return f, last, false, true
			}
		}
		nought := a == 0 && b <= 20 && !p.nounFollows(last) // beaten 0-3
		if !p.isAny(k+1, "nil", "love") && !nought && !p.scoreLike(&q, &r) {
			return
		}
		return p.finishScore(i, last, a, b)
	case n.style&styleWords != 0 && p.mark(k, '-') && p.glued(k) && p.glued(k+1) && p.at(k+1).w.is(fCard) && (p.at(k+2).w.is(fVote) && !p.at(k+2).w.is(fPast|fVerb) || p.at(i-1).w.is(fVote)):
		// a three-two vote
		b := p.at(k + 1).w.n
		if a >= 20 || b >= 20 {
			return
		}
		return p.finishScore(i, k+2, a, b)
	case p.isAny(k, "to", "against") && (p.at(k+1).kind == iNum || p.at(k+1).w.is(fCard)) && !p.is(i-1, "from"):
		m, good := p.number(k + 1)
		if !good || m.mag && m.style&styleWords == 0 || m.letter || m.style&(stylePoint|styleFrac|styleZero) != 0 || !p.tally(i, m.last, a, m) {
			return
		}
		b, _ := m.lo.int64()
		return p.finishScore(i, m.last, a, b)
	case p.isAny(k, "votes", "vote") && p.isAny(k+1, "to", "against"):
		m, good := p.number(k + 2)
		if !good {
			return
		}
		b, exact := m.lo.int64()
		if !exact {
			return
		}
		return p.finishScore(i, m.last, a, b)
	case p.is(k, "for") && n.style&styleWords == 0 && a <= 10 && a > 0 && p.at(k+1).kind == iNum && p.small(k+1) >= 10 && p.isAny(i-1, "took", "with", "of", "takes", "taking") && p.closes(k+2) && p.cricket(i):
		return p.finishScore(i, k+2, a, p.small(k+1))
	case p.is(k, "for") && n.style&styleWords == 0 && a >= 10 && a < 1000:
		m, good := p.number(k + 1)
		if !good || m.mag || m.letter {
			return
		}
		b, exact := m.lo.int64()
		if !exact || b > 10 || !(p.at(m.last).kind != iWord || p.isAny(m.last, "declared", "at", "in", "before", "after", "when", "off", "dec", "and", "by", "on", "from", "with") && !p.isAny(m.last, "in") || p.isAny(m.last, "in") && p.at(m.last+1).kind == iNum) || !(p.cricket(i) || p.is(m.last, "at") && p.isAny(m.last+1, "the", "tea", "lunch", "stumps") && p.isAny(m.last+2, "close", "end", "interval")) {
			return
		}
		return p.finishScore(i, m.last, a, b)
	}
	return
}

// cricket reports whether the text speaks of wickets and overs near item i.
func (p *parser) cricket(i int) bool {
	for k := i - 30; k < i+40; k++ {
		if k >= 1 && p.isAny(k, "wicket", "wickets", "innings", "overs", "over", "declared", "bowled", "unbeaten", "batted", "batsman", "batting", "stumps", "tea", "lunch", "runs", "run", "century", "bowler", "opener", "seamer", "lbw", "catch", "pitch", "test", "cricket", "balls", "not-out", "stumped", "maiden") || k >= 1 && p.is(k, "not") && p.is(k+1, "out") {
			return true
		}
	}
	return false
}

// tally tells "passed 218 to 213" from a change and a range.
func (p *parser) tally(i, last int, a int64, m number) bool {
	b, exact := m.lo.int64()
	if !exact {
		return false
	}
	if u := p.at(last).w.unit; u != nil && p.at(last).kind == iWord && !(u.whole && p.at(last).gap) || p.mark(last, '%') || p.currencyAt(last) != nil && !p.is(last, "won") || p.nounFollows(last) && p.plural(last) && a < b && !p.at(last).w.is(fVote) || p.skipHyphen(last) > last && p.at(last+1).w.unit != nil {
		return false
	}
	prev := p.at(i - 1)
	direct := p.isAny(i-1, "voted", "by", "vote", "passed", "won", "lost", "beat", "rejected", "approved", "defeated", "backed", "of", "bill", "motion", "measure", "him", "them", "her", "it", "ruled", "divided", "split", "resolution", "proposal", "amendment", "fallen", "carried", "a", "the", "ratified", "adopted", "cleared", "was", "decision", "be", "were", "is", "agreed", "deadlocked", "win", "through")
	if !direct && !p.at(i-1).w.is(fVote) {
		return false
	}
	if p.isAny(i-1, "him", "her", "them", "it") {
		return a > b
	}
	if p.isAny(i-1, "of", "a", "the", "by", "was", "be", "were", "is") || prev.w == unknown {
		return p.voteNear(i, last) && (a >= b || p.sentenceHas(i, "vote", "votes", "voted", "voting", "ballot", "rejected", "defeated", "fell"))
	}
	return a > b || p.voteNear(i, last) && !(p.at(i-1).w.is(fRise) && !p.at(i-1).w.is(fVote))
}

// sentenceHas reports whether one of the words stands within twenty items.
func (p *parser) sentenceHas(i int, list ...string) bool {
	for k := i - 20; k < i+20; k++ {
		if k >= 1 && p.isAny(k, list...) {
			return true
		}
	}
	return false
}

func (p *parser) finishScore(first, last int, a, b int64) (f fig, next int, ok, claimed bool) {
	f = fig{first: first, last: last, num: first}
	f.Lo, f.Hi = whole(a).String(), whole(b).String()
	f.Kind, f.Rule = Score, "score"
	return f, last, true, true
}
