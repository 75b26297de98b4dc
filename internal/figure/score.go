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
		if a >= 1000 || b >= 1000 || a >= 100 && b < 100 && a < 1000 && !p.voteNear(i, last) {
			if !p.voteNear(i, last) || a >= 10000 {
				return f, last, false, true
			}
		}
		if !p.isAny(k+1, "nil", "love") && !p.scoreLike(&q, &r) {
			return
		}
		return p.finishScore(i, last, a, b)
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
	if u := p.at(last).w.unit; u != nil && p.at(last).kind == iWord || p.mark(last, '%') || p.currencyAt(last) != nil && !p.is(last, "won") || p.nounFollows(last) && p.plural(last) && a < b && !p.at(last).w.is(fVote) || p.at(p.skipHyphen(last)).w.unit != nil {
		return false
	}
	prev := p.at(i - 1)
	direct := p.isAny(i-1, "voted", "by", "vote", "passed", "won", "lost", "beat", "rejected", "approved", "defeated", "backed", "of", "bill", "motion", "measure", "him", "them", "her", "it", "ruled", "divided", "split", "resolution", "proposal", "amendment", "fallen", "carried", "a", "the", "ratified", "adopted", "cleared", "was", "decision", "agreed", "deadlocked", "win", "through")
	if !direct && !p.at(i-1).w.is(fVote) {
		return false
	}
	if p.isAny(i-1, "him", "her", "them", "it") {
		return a > b
	}
	if p.isAny(i-1, "of", "a", "the", "by", "was") || prev.w == unknown {
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

// parts reads two-thirds, nine-tenths, two hundredths of a second, 2/3.
func (p *parser) parts(i int) (f fig, next int, ok, claimed bool) {
	if p.at(i).kind == iNum && p.mark(i+1, '/') && p.glued(i+1) && p.at(i+2).kind == iNum && p.glued(i+2) {
		if p.mark(i+3, '/') && p.glued(i+3) {
			return
		}
		a, b := p.small(i), p.small(i+2)
		if a <= 0 || b <= a || b > 32 || p.at(i-1).kind == iSign || p.mark(i-1, '/') || a == 9 && b == 11 || a == 7 && b == 7 {
			if a >= 0 && b >= 0 {
				return f, p.digitsRun(i), false, true // 9/11, 24/7, 10/10
			}
			return
		}
		v, _ := ratio(uint64(a), uint64(b))
		f = fig{first: i, last: i + 3, num: i}
		f.values(v, v)
		f.Kind, f.Rule = Fraction, "fraction.slash"
		q := quantity{number: number{first: i, last: i + 3, lo: v, hi: v, style: styleFrac}, begin: i, end: i + 3}
		if u, last := p.unitAt(i+3, &q); u != nil {
			p.setUnit(&q, u, last)
			f = p.figure(q)
		} else if p.partOfUnit(&q, i+3); q.end > i+3 {
			f = p.figure(q)
		}
		p.hedge(&f)
		return f, f.last, true, true
	}
	if p.at(i).kind != iWord && p.at(i).kind != iNum {
		return
	}
	n, good := p.number(i)
	if !good || n.mag || n.letter || n.vague {
		return
	}
	top, exact := n.lo.int64()
	k := p.skipHyphen(n.last)
	w := p.at(k).w
	if !exact || top < 1 || top > 99 || p.at(k).kind != iWord || !w.is(fFrac) || w.frac < 3 || w.s == "quarters" && !p.quarterParts(i, k, top) {
		return
	}
	plural := w.s[len(w.s)-1] == 's'
	if plural != (top > 1) && !(k != n.last) || top > w.frac || n.style&styleWords == 0 && !plural {
		return
	}
	if !plural && top == 1 && !p.fractionHere(k) {
		return
	}
	v, good := ratio(uint64(top), uint64(w.frac))
	if !good {
		return
	}
	f = fig{first: i, last: k + 1, num: i}
	if g, good := p.partOfMillion(f, i, whole(top), w.frac); good {
		return g, g.last, true, true
	}
	f.values(v, v)
	f.Kind, f.Rule = Fraction, "fraction.parts"
	q := quantity{number: number{first: i, last: k + 1, lo: v, hi: v, style: styleFrac}, begin: i, end: k + 1}
	p.partOfUnit(&q, k+1)
	if q.bare || q.end == k+1 {
		q.bare = true
		q.end = k + 1
	}
	if q.end > k+1 {
		f = p.figure(q)
	}
	p.hedge(&f)
	return f, f.last, true, true
}

// quarterParts tells three quarters of an hour from three quarters of growth.
func (p *parser) quarterParts(i, k int, top int64) bool {
	if top != 3 {
		return false
	}
	if p.isAny(i-1, "last", "past", "first", "next", "previous", "consecutive", "after", "for") && !p.is(k+1, "of") {
		return false
	}
	return !p.is(k+1, "of") || !p.isAny(k+2, "growth", "decline", "contraction", "losses", "declines", "falling", "rising", "negative")
}

// digitOrdinal reads 2nd, 89th, twenty-first, No. 27, number four.
func (p *parser) digitOrdinal(i int) (f fig, next int, ok, claimed bool) {
	it := p.at(i)
	f = fig{first: i, last: i + 1, num: i}
	f.Kind, f.Rule = Ordinal, "ordinal"
	if it.kind == iNum && p.ordinalSuffix(i+1) {
		d, style, good := parseDigits(p.str(i), p.comma)
		if !good || style&stylePoint != 0 {
			return
		}
		f.last = i + 2
		if n := p.at(i + 2); n.kind == iWord && n.capital && !p.shouting && !p.isAny(i+2, "minute", "century", "anniversary") && streetWords[n.w.s] || p.isAny(i+2, "street", "avenue", "amendment") {
			return f, i + 3, false, true
		}
		f.values(d, d)
		return f, f.last, true, true
	}
	if it.kind == iWord && (it.w.is(fCard) && it.w.n > 0 || it.w.is(fMag) && it.w.mag == 2) {
		if v, last := p.wordOrdinal(i); last > 0 {
			f.last = last
			f.values(whole(v), whole(v))
			return f, f.last, true, true
		}
	}
	if it.kind == iWord && it.w.is(fCard) && it.w.n >= 20 && it.w.n < 100 {
		k := p.skipHyphen(i + 1)
		if w := p.at(k).w; w.is(fOrd) && w.ord < 10 && (k > i+1 || w.s != "second") {
			f.last = k + 1
			f.values(whole(it.w.n+w.ord), whole(it.w.n+w.ord))
			return f, f.last, true, true
		}
	}
	// No. 27, number four, no 1
	back := i - 1
	if p.is(back, "no") || p.isAny(back, "number", "numbers", "nos") {
		n, good := p.number(i)
		v, exact := n.lo.int64()
		if !good || !exact || n.letter || n.mag || n.style&(stylePoint|styleFrac) != 0 {
			return
		}
		switch p.at(back).w.s {
		case "no":
			if !p.at(back).capital && n.style&styleWords != 0 {
				return // no two
			}
			if p.text[p.at(back).end-1] != '.' && n.style&styleWords != 0 {
				return
			}
		case "number":
			if p.at(back).capital && !p.at(back).first || p.is(back-1, "the") && !p.rankBefore(back-1) && n.style&styleWords == 0 || p.is(back-1, "a") && false || p.isAny(back-1, "phone", "telephone", "flight", "serial", "registration", "account", "case", "room", "house", "shirt", "bus") {
				return f, n.last, false, true
			}
		default:
			return
		}
		if p.mark(n.last, '/') && p.glued(n.last) {
			return f, p.digitsRun(i), false, true
		}
		if p.isAny(n.last, "jersey", "shirt", "bus", "line", "train", "tram") || p.isAny(n.last, "downing") {
			return f, n.last, false, true
		}
		f.first, f.last = back, n.last
		if back < p.floor {
			f.first = i
		}
		f.values(whole(v), whole(v))
		return f, f.last, true, true
	}
	return
}

// wordOrdinal reads ordinals of several words: hundred and fiftieth, one
// hundred twenty-fifth, two hundredth (anniversary).
func (p *parser) wordOrdinal(i int) (v int64, last int) {
	n, ok := p.number(i)
	if !ok && p.at(i).w.is(fMag) { // hundred and fiftieth
		n, ok = number{first: i, last: i + 1, lo: whole(100)}, true
	}
	if !ok || n.style&(styleFrac|stylePoint) != 0 || n.vague {
		return 0, 0
	}
	base, exact := n.lo.int64()
	if !exact {
		return 0, 0
	}
	k := p.skipHyphen(n.last)
	if p.is(k, "and") {
		k++
	}
	if w := p.at(k).w; w.is(fCard) && w.n >= 20 && p.at(p.skipHyphen(k+1)).w.is(fOrd) {
		base += w.n
		k = p.skipHyphen(k + 1)
	}
	w := p.at(k).w
	if !w.is(fOrd) || p.at(k).kind != iWord || w.s == "second" && k == n.last || p.at(k).capital && !p.at(i).capital {
		return 0, 0
	}
	switch {
	case w.ord >= 100 && base < 100 && k == n.last && w.s == "hundredth" && !p.is(k+1, "of"):
		return base * w.ord, k + 1
	case base >= 100 && base%100 == 0 && w.ord < 100, base > 100 && base%10 == 0 && base%100 >= 20 && w.ord < 10:
		return base + w.ord, k + 1
	}
	return 0, 0
}

func (p *parser) rankBefore(k int) bool {
	return p.isAny(k-1, "world", "ranked", "seed", "is", "was", "as", "became", "now", "at")
}

var streetWords = map[string]bool{"street": true, "avenue": true, "st": true, "ave": true, "road": true, "circuit": true, "amendment": true, "regiment": true, "infantry": true, "division": true, "battalion": true, "district": true, "congress": false, "floor": false, "army": true, "fleet": true, "brigade": true, "airborne": true, "precinct": true}
